"""Events by year and by month, only as closely as their dates are known, and the names and addresses of years."""

from generator.dates.edtf import Edtf
from generator.records.schema import Event


def years_of(events: tuple[Event, ...]) -> dict[int | None, list[Event]]:
    """Events by the year in which they may begin, as it is written; None where that is before any year."""
    years: dict[int | None, list[Event]] = {}
    for event in events:
        years.setdefault(year_of(event.date), []).append(event)
    return years


def year_of(date: Edtf) -> int | None:
    """The astronomical year by which an order puts a date, as it is written, or None where it is open."""
    day = date.anchor_day
    return day.civil[0] if day.is_finite else None


def month_of(date: Edtf) -> tuple[int, int] | None:
    """The year and month in which something may have begun, or None where its date does not say it so closely."""
    began = _beginning(date)
    if not (began.first_day.is_finite and began.last_day.is_finite):
        return None
    first, last = began.first_day.civil[:2], began.last_day.civil[:2]
    return first if first == last else None


def year_slug(year: int) -> str:
    """An astronomical year as a part of an address: `0476`, `-0043`, `y13800`."""
    if -9999 <= year <= 9999:
        return f"{'-' if year < 0 else ''}{abs(year):04d}"
    return f"y{year}"


def _beginning(date: Edtf) -> Edtf:
    """The written date by which an order puts a date: where its beginning is open, its end."""
    if date.members:
        return _beginning(date.members[0])
    return date.start or date.end or date
