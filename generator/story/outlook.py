"""What is still to come, and what should have come by now."""

from collections.abc import Iterable
from typing import Literal

from generator.dates.instants import Instant
from generator.records.schema import Event
from generator.story.timeline import Link

Outlook = Literal["upcoming", "overdue"]

_ANSWERS = ("fulfils", "supersedes")


def outlook_of(event: Event, links: Iterable[Link], today: Instant) -> Outlook | None:
    """Say whether an event is awaited, or overdue; None once it was answered, dropped or came to pass.

    What was postponed has no date that could pass, but may still come. What was withdrawn answers nothing.
    """
    if event.withdrawn or event.status_now not in ("announced", "scheduled", "postponed"):
        return None
    if any(link.inverse and link.relation in _ANSWERS and not link.event.withdrawn for link in links):
        return None
    if today <= event.date.latest:
        return "upcoming"
    return None if event.status_now == "postponed" else "overdue"
