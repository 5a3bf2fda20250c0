"""What the timeline draws: every version of every event, and when each report of it was out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.dates.instants import Instant
from generator.story.dossier import Dossier
from generator.story.known import Version, known_from
from generator.story.lock import Lock, is_verified
from generator.story.provenance import counting_of
from generator.story.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Row:
    """A version of an event that was shown for a time, and what follows from the records for that event."""

    version: Version
    dossier: Dossier
    place: int
    """Which of the event's versions it is, from 0."""


@dataclass(frozen=True, slots=True)
class ReportedOn:
    """An article that tells of a version: the day by which it was surely out, its outlet and language (BCP 47), the
    outlet that it goes back to, which is None where it does not count, and whether a verified quote comes from it.
    """

    day: Instant
    outlet: str
    language: str
    origin: str | None
    is_quoted: bool


def rows_of(dossiers: Iterable[Dossier]) -> tuple[Row, ...]:
    """Every version that was ever shown, in order of the dates that they have."""
    rows = [
        Row(version, dossier, place)
        for dossier in dossiers
        for place, version in enumerate(dossier.versions)
        if version.was_shown
    ]
    return tuple(sorted(rows, key=lambda row: (row.version.date.sort_key, row.dossier.event.id)))


def reported_on(row: Row, timeline: Timeline, lock: Lock) -> Iterator[ReportedOn]:
    """The articles that an event cites, as far as they were out while a version of it was shown."""
    dossier, version = row.dossier, row.version
    quoted = {item.article for _, item in dossier.quotes if is_verified(lock, item)}
    counting = {article.id for article in counting_of(version, dossier.articles)}
    for article in dossier.articles:
        day = known_from(article.published)
        if version.until is None or day < version.until:
            origin = timeline.origin[article.id] if article.id in counting else None
            yield ReportedOn(day, article.outlet, article.language, origin, article.id in quoted)
