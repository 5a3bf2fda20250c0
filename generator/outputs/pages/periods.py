"""Events by year and by month, only as closely as their dates are known."""

from generator.dates.edtf import Edtf
from generator.dates.instants import Instant
from generator.records.schema import Event


def years_of(events: tuple[Event, ...]) -> dict[int | None, list[Event]]:
    """Events by the year in which they may begin; None where that is before any year."""
    years: dict[int | None, list[Event]] = {}
    for event in events:
        years.setdefault(_year(event.date.anchor), []).append(event)
    return years


def month_of(event: Event) -> tuple[int, int] | None:
    """The year and month in which an event may have begun, or None where its date does not say it so closely."""
    first, last = _beginning(event.date).earliest, _beginning(event.date).latest
    if not (first.is_finite and last.is_finite):
        return None
    return (first.year, first.month) if (first.year, first.month) == (last.year, last.month) else None


def _beginning(date: Edtf) -> Edtf:
    """The written date by which an order puts a date: where its beginning is open, its end."""
    if date.members:
        return _beginning(date.members[0])
    return date.start or date.end or date


def _year(instant: Instant) -> int | None:
    return instant.year if instant.is_finite else None
