"""Events by year and by month, only as closely as their dates are known."""

from generator.dates.instants import Instant
from generator.records.schema import Event


def years_of(events: tuple[Event, ...]) -> dict[int | None, list[Event]]:
    """Events by the year in which they may begin; None where that is before any year."""
    years: dict[int | None, list[Event]] = {}
    for event in events:
        years.setdefault(_year(event.date.anchor), []).append(event)
    return years


def month_of(event: Event) -> tuple[int, int] | None:
    """The year and month in which an event began, or None where it is not known so closely."""
    began = event.date.start or event.date
    if not began.earliest.is_finite or event.date.open_start:
        return None
    first, last = began.earliest, began.latest
    same_month = last.is_finite and (first.year, first.month) == (last.year, last.month)
    return (first.year, first.month) if same_month else None


def _year(instant: Instant) -> int | None:
    return instant.year if instant.is_finite else None
