"""What is still to come, and what should have come by now."""

from collections.abc import Iterable, Mapping
from typing import Literal

from generator.dates.instants import FIRST, Instant
from generator.records.parts import Status
from generator.story.known import Version
from generator.story.timeline import Link

Outlook = Literal["upcoming", "overdue"]

_AWAITED: tuple[Status, ...] = ("announced", "scheduled", "postponed")
_ANSWERS = ("fulfils", "supersedes")


def due_of(version: Version) -> Instant | None:
    """The last day on which what a version says to be coming is not yet overdue.

    None where no day can pass: nothing more is to come, it is only known to come, or it was put off.
    """
    if version.state.is_ not in _AWAITED or version.state.is_ == "postponed":
        return None
    return version.date.last_day if version.date.last_day.is_finite else None


def answered_of(links: Iterable[Link], versions: Mapping[str, tuple[Version, ...]]) -> Instant | None:
    """The day from which an event that fulfils or supersedes this one was known; None where there is none.

    What was withdrawn answers nothing.
    """
    answers = [
        versions[link.event.id][-1].since or FIRST
        for link in links
        if link.inverse and link.relation in _ANSWERS and not link.event.withdrawn
    ]
    return min(answers, default=None)


def outlook_of(version: Version, answered: Instant | None, today: Instant) -> Outlook | None:
    """Say whether an event is awaited, or overdue; None once it was answered, dropped or came to pass.

    What was postponed has no date that could pass, but may still come.
    """
    if version.state.is_ not in _AWAITED or answered is not None:
        return None
    if today <= version.date.last_day:
        return "upcoming"
    return None if due_of(version) is None else "overdue"
