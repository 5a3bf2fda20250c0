"""What every kind of page is rendered from, and what rendering gives."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.dates.edtf import Instant
from generator.outputs.pages.templates import Templates
from generator.records.schema import Event
from generator.story.evidence import Lock
from generator.story.provenance import is_overdue
from generator.story.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page; `source` is the file that one edits to change it, relative to the root, or empty."""

    path: str
    markdown: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that is published as it is."""

    path: str
    text: str


@dataclass(frozen=True)
class Site:
    """The records, the lock, the day and the templates, with what several pages derive from them."""

    timeline: Timeline
    lock: Lock
    today: Instant
    templates: Path
    home: str

    @cached_property
    def template(self) -> Templates:
        """The Markdown templates."""
        return Templates(self.templates)

    @cached_property
    def standing_events(self) -> tuple[Event, ...]:
        """Every event that was not withdrawn, in order of time."""
        return tuple(event for event in self.timeline.events if not event.withdrawn)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each standing event, by id, in order of time; the timeline's data go by it."""
        return {event.id: number for number, event in enumerate(self.standing_events)}

    @cached_property
    def overdue(self) -> tuple[Event, ...]:
        """What should have happened by now, as far as the records tell."""
        return tuple(event for event in self.standing_events if is_overdue(event, self.timeline, self.today))

    @cached_property
    def upcoming(self) -> tuple[Event, ...]:
        """What is announced or scheduled and may still come."""
        return tuple(
            event
            for event in self.standing_events
            if event.status_now in ("announced", "scheduled", "postponed")
            and self.today <= event.date.latest
            and not any(link.inverse and link.relation == "fulfils" for link in self.timeline.links.get(event.id, ()))
        )
