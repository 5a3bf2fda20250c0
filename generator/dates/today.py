"""The day that a site is built for."""

from collections.abc import Mapping
from datetime import UTC, datetime

from generator.dates.instants import Instant
from generator.dates.parse import DateError, parse_edtf

VARIABLE = "DATELINE_TODAY"


def read_day(text: str) -> Instant:
    """Return the beginning of a day written as YYYY-MM-DD; raises DateError."""
    date = parse_edtf(text)
    if not (date.is_exact and date.precision == "day"):
        raise DateError(f"'{text}' is not a day; write it as 2025-11-06")
    return date.earliest


def today_from(environment: Mapping[str, str], now: datetime) -> Instant:
    """Return the beginning of the day that the environment sets, or of the present one in UTC; raises DateError."""
    return read_day(environment.get(VARIABLE) or now.astimezone(UTC).date().isoformat())
