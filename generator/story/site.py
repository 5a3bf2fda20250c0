"""What every output is made from: the records, and what follows from them on a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from generator.dates.instants import Instant
from generator.problems import Problem
from generator.project import SNAPSHOTS
from generator.records.schema import Event
from generator.records.validate import Validated
from generator.story.derived import Derived
from generator.story.dossier import Dossier, Input, basis_of, derive
from generator.story.lock import Key, Lock, is_verified, quote_hash
from generator.story.promises import Promise, promises_of, what_matters_first
from generator.story.rows import Row, rows_of
from generator.story.timeline import Timeline, link_timeline


@dataclass(frozen=True)
class Site:
    """The linked records, a dossier of each event by its id in order of time, the lock, and the day."""

    timeline: Timeline
    dossiers: Mapping[str, Dossier]
    lock: Lock
    today: Instant
    at_hand: frozenset[str] = frozenset()
    """The articles whose texts are here, on this computer."""

    def how_to_verify(self, article: str) -> str:
        """What to do about words of an article that nobody has looked up."""
        if article in self.at_hand:
            return "run `dateline verify`"
        return f"put the article's text in {SNAPSHOTS}/{article}.txt and run `dateline verify`"

    def made_from(self, event: str) -> frozenset[Input]:
        """The records that an event's dossier was worked out from."""
        if event not in self._made_from:
            self._made_from[event] = frozenset(self._records_of(self.dossiers[event]))
        return self._made_from[event]

    @cached_property
    def _made_from(self) -> dict[str, frozenset[Input]]:
        return {}

    def _records_of(self, dossier: Dossier) -> Iterator[Input]:
        yield "events", dossier.event.id
        for article in dossier.articles:
            yield from (("articles", relayed) for relayed in self.timeline.relays(article.id))
            yield from (("outlets", article.outlet), ("outlets", self.timeline.origin[article.id]))
        for link in dossier.links:
            yield "events", link.event.id
            # What answers it does so from the day on which that was known.
            yield from (("articles", article.id) for article in self.dossiers[link.event.id].articles)
        for near in dossier.neighbours:
            yield "storylines", near.storyline.id
            yield from (("events", event.id) for event in (near.before, near.after) if event)

    @cached_property
    def standing_events(self) -> tuple[Event, ...]:
        """Every event that was not withdrawn, in order of time."""
        return tuple(event for event in self.timeline.events if not event.withdrawn)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every version of a standing event that was ever shown; the timeline's data go by it."""
        return rows_of(self.dossiers[event.id] for event in self.standing_events)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Where among the rows each standing event is as it stands today, by its id."""
        return {row.dossier.event.id: number for number, row in enumerate(self.rows) if row.version.is_current}

    @cached_property
    def verified_quotes(self) -> frozenset[Key]:
        """Every quote that was found in its article's text, each once however often it is cited."""
        quotes = [item for dossier in self.dossiers.values() for _, item in dossier.quotes]
        return frozenset(
            (item.article, quote_hash(item.quote or "")) for item in quotes if is_verified(self.lock, item)
        )

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """All that was ever said to be coming, in order of time."""
        return tuple(promises_of(self.dossiers.values(), self.today))

    @cached_property
    def overdue(self) -> tuple[Promise, ...]:
        """What should have happened by now, as far as the records tell; what matters most comes first."""
        return tuple(what_matters_first(promise for promise in self.promises if promise.fate == "overdue"))

    @cached_property
    def upcoming(self) -> tuple[Event, ...]:
        """What is awaited and may still come."""
        return tuple(dossier.event for dossier in self.dossiers.values() if dossier.outlook == "upcoming")


def link_site(
    records: Validated,
    lock: Lock,
    today: Instant,
    at_hand: frozenset[str] = frozenset(),
    derived: Derived | None = None,
) -> tuple[Site, list[Problem]]:
    """Link the records and derive each event's dossier; a reference to nothing is a problem that points at it.

    What is derived already is not derived again, and afterwards just what was derived here is known.
    """
    timeline, problems = link_timeline(records, derived.resolved if derived else None)
    if derived is None:
        return site_of(timeline, lock, today, at_hand), problems
    dossiers = derived.again(timeline, lock, today)
    return Site(timeline, MappingProxyType(dossiers), lock, today, at_hand), problems


def site_of(timeline: Timeline, lock: Lock, today: Instant, at_hand: frozenset[str] = frozenset()) -> Site:
    """Derive each event's dossier."""
    basis = basis_of(timeline, lock, today)
    dossiers = {event.id: derive(event, basis) for event in timeline.events}
    return Site(timeline, MappingProxyType(dossiers), lock, today, at_hand)
