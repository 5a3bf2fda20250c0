"""What the records already know, as drafting needs it: names to look for, and happenings to compare with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.dates.instants import DAY
from generator.drafting.matching import Happening, happening
from generator.drafting.names import Known, Names
from generator.records.schema import Event
from generator.story.timeline import Timeline, evidence_of


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of event in the vocabulary's order, each with the words that tell it from the others."""

    words: tuple[tuple[str, tuple[str, ...]], ...]

    def of(self, text: str) -> tuple[str, bool]:
        """The kind whose words a text holds, and True; or the first kind, and False."""
        lowered = f" {' '.join(text.lower().split())} "
        told = next((kind for kind, words in self.words if any(f" {word}" in lowered for word in words)), None)
        return (told, True) if told else (self.words[0][0], False)


@dataclass(frozen=True, slots=True)
class Records:
    """What drafting asks of the records: a value that can be pickled and sent to a worker."""

    names: Names
    kinds: Kinds
    events: tuple[str, ...]
    """The ids of standing events, in the order of `happenings`."""
    happenings: tuple[Happening, ...]
    taken: frozenset[tuple[str, str]]
    """Every kind and id that is a record's, or an alias of one."""
    outlets: tuple[tuple[str, str], ...]
    """The host of each outlet's own site, in lower case without `www.`, or its name; and its id."""
    articles: tuple[tuple[str, str], ...]
    """The address of each article, and its id."""


def records_of(timeline: Timeline) -> Records:
    """Gather what drafting asks of the linked records."""
    events = [event for event in timeline.events if not event.withdrawn]
    kinds = Kinds(tuple((key, tuple(word.lower() for word in kind.words)) for key, kind in timeline.kinds.items()))
    return Records(
        Names(_names(timeline)),
        kinds,
        tuple(event.id for event in events),
        tuple(_compared(event) for event in events),
        frozenset(timeline.sources) | frozenset(timeline.redirects),
        tuple(_outlets(timeline)),
        tuple((str(article.url), article.id) for article in timeline.articles.values() if article.url),
    )


def _names(timeline: Timeline) -> Iterator[Known]:
    for actor in timeline.actors.values():
        for name in (*actor.name.by_language.values(), *actor.also_known_as):
            yield Known("actors", actor.id, name, actor.kind == "person")
    for place in timeline.places.values():
        yield from (Known("places", place.id, name) for name in place.name.by_language.values())
    for outlet in timeline.outlets.values():
        yield from (Known("outlets", outlet.id, name) for name in outlet.name.by_language.values())


def _compared(event: Event) -> Happening:
    words = [*event.title.by_language.values(), *(item.quote for _, item in evidence_of(event) if item.quote)]
    first, last = (bound.epoch_seconds / DAY for bound in (event.date.first_day, event.date.last_day))
    return happening(first, last, (part.actor for part in event.actors), " ".join(words[:6]))


def _outlets(timeline: Timeline) -> Iterator[tuple[str, str]]:
    for outlet in timeline.outlets.values():
        if outlet.url:
            yield host_of(str(outlet.url)), outlet.id
        yield from ((name.lower(), outlet.id) for name in outlet.name.by_language.values())
    for article in timeline.articles.values():
        if article.url:
            yield host_of(str(article.url)), article.outlet


def outlet_called(records: Records, names: Iterable[str]) -> str | None:
    """The outlet that has the first of these hosts and names which is one's."""
    known = dict(records.outlets)
    return next((known[name.lower()] for name in names if name.lower() in known), None)


def host_of(url: str) -> str:
    """The host of an address, in lower case, without `www.`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
