"""The day that a site is built for."""

from collections.abc import Mapping
from datetime import UTC, datetime

from generator.dates.instants import DAY, Instant, instant
from generator.dates.parse import DateError, parse_edtf

VARIABLE = "DATELINE_TODAY"
EPOCH = "SOURCE_DATE_EPOCH"


def read_day(text: str) -> Instant:
    """Return the beginning of a day written as YYYY-MM-DD; raises DateError."""
    date = parse_edtf(text)
    if not (date.is_exact and date.precision == "day"):
        raise DateError(f"`{text}` is not a day; write it as 2025-11-06")
    return date.earliest


def today_from(environment: Mapping[str, str], now: datetime) -> Instant:
    """Return the beginning of the day that the environment sets, or of the present one in UTC; raises DateError.

    SOURCE_DATE_EPOCH, in seconds since 1970, is what reproducible builds set (reproducible-builds.org).
    """
    if text := environment.get(VARIABLE):
        try:
            return read_day(text)
        except DateError as error:
            raise DateError(f"{VARIABLE} is wrong: {error}") from None
    if text := environment.get(EPOCH):
        if not text.isascii() or not text.isdecimal() or len(text) > 12:
            raise DateError(f"{EPOCH} is `{text[:40]}`: write seconds since 1970, such as 1762387200")
        return Instant(int(text) // DAY * DAY)
    today = now.astimezone(UTC)
    return instant(today.year, today.month, today.day)
