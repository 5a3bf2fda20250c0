"""What a process that builds again and again keeps of events: one that nothing touched has the dossier that it had."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from generator.dates.instants import Instant
from generator.records.schema import Article, Event
from generator.story.dossier import Basis, Dossier, derive
from generator.story.known import Version, versions_of
from generator.story.lock import Lock
from generator.story.neighbours import in_order, neighbours_of
from generator.story.references import Resolved
from generator.story.timeline import Timeline, cited_in

Marks = tuple[Hashable, ...]
"""By which it is seen that something is derived from the very same: `id` of each record, and the words between them.

An `id` says something only while the object lives: the basis that holds all of them is kept as long.
"""


@dataclass(slots=True)
class Derived:
    """The last basis, and of each event its versions and its dossier, each with what they were derived from; and of
    which records every reference was resolved.
    """

    basis: Basis | None = None
    versions: dict[str, tuple[Marks, tuple[Version, ...]]] = field(default_factory=dict)
    dossiers: dict[str, tuple[Marks, Dossier]] = field(default_factory=dict)
    resolved: Resolved = field(default_factory=Resolved)

    def again(self, timeline: Timeline, lock: Lock, today: Instant) -> dict[str, Dossier]:
        """Each event's dossier by its id, in order of time; derived anew only where a record, or the day, is new."""
        if self.basis is None or self.basis.today != today or self.basis.lock != lock:
            self.dossiers = {}
        versions: dict[str, tuple[Marks, tuple[Version, ...]]] = {}
        cited = {event.id: _cited(event, timeline) for event in timeline.events}
        for event in timeline.events:
            own: Marks = (id(event), *map(id, cited[event.id]))
            known = self.versions.get(event.id)
            versions[event.id] = known if known and known[0] == own else (own, versions_of(event, timeline.articles))
        of = {key: found for key, (_, found) in versions.items()}
        ordered = in_order(timeline.by_storyline, self.basis.ordered if self.basis else {})
        basis = Basis(timeline, of, ordered, lock, today)
        dossiers: dict[str, tuple[Marks, Dossier]] = {}
        for event in timeline.events:
            own = (*versions[event.id][0], *_around(event, cited[event.id], basis))
            old = self.dossiers.get(event.id)
            dossiers[event.id] = old if old and old[0] == own else (own, derive(event, basis))
        self.basis, self.versions, self.dossiers = basis, versions, dossiers
        return {key: dossier for key, (_, dossier) in dossiers.items()}


def _cited(event: Event, timeline: Timeline) -> list[Article]:
    """The articles that an event cites, in the order in which it does."""
    articles = timeline.articles
    return [articles[key] for key in dict.fromkeys(cited_in(event)) if key in articles]


def _around(event: Event, cited: list[Article], basis: Basis) -> Iterator[Hashable]:
    """The outlets of the articles that an event cites, and those that they go back to; the events to which it is
    linked, as they were known; and those between which it stands.
    """
    timeline = basis.timeline
    for article in cited:
        origin = timeline.origin[article.id]
        yield from (id(timeline.outlets.get(article.outlet)), id(timeline.outlets.get(origin)), origin)
    for link in timeline.links.get(event.id, ()):
        yield from (id(link.event), link.relation, link.inverse, link.about, id(basis.versions[link.event.id]))
    for near in neighbours_of(event, timeline, basis.ordered):
        yield from (id(near.storyline), id(near.before), id(near.after))
