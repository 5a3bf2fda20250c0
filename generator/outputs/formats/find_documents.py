"""What the search can find: documents, each with what it is found by and what is shown of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.outputs.edition import Edition
from generator.records.schema import Event
from generator.records.texts import Text
from generator.story.dossier import Dossier
from generator.story.quotes import text_fragment
from generator.story.timeline import evidence_of
from generator.words.date_words import date_in_words
from generator.words.markup import plain_text

KINDS = ("event", "quote", "actor", "outlet", "place", "storyline", "page")
EXCERPT = 320
"""So many signs of a summary are shown at most, and searched in by nobody who could not see them."""


@dataclass(frozen=True, slots=True)
class Document:
    """What can be found; `strong` are its names, `weak` all else that is said of it."""

    id: str
    title: str
    date: str
    text: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    weight: int
    """From 0 to 9: what goes before what, where both are found as well."""
    at: str = ""
    """The place on its page, as the end of an address."""

    @property
    def shown(self) -> list[str]:
        """What a result shows, the empty ends left out."""
        parts = [self.id, self.title, self.date, self.text, self.at]
        while not parts[-1]:
            parts.pop()
        return parts


def events(edition: Edition, some: Iterable[Event] | None = None) -> Iterator[Document]:
    """Every event that stands, in order of time, or some of them."""
    for event in edition.site.standing_events if some is None else some:
        yield _event(edition, event)


def quotes(edition: Edition) -> Iterator[tuple[Document, ...]]:
    """The quotes of each of these events, each once."""
    for event in edition.site.standing_events:
        yield tuple(_quotes(edition, event))


def named(edition: Edition, kind: str) -> list[Document]:
    """The actors, outlets, places or storylines, those with the most events first."""
    timeline = edition.site.timeline
    subjects: Iterable[tuple[str, Text, tuple[str, ...], Text | None, Sequence[object]]]
    if kind == "actor":
        subjects = (
            (one.id, one.name, one.also_known_as, one.about, timeline.by_actor.get(one.id, ()))
            for one in timeline.actors.values()
        )
    elif kind == "outlet":
        subjects = (
            (one.id, one.name, (), one.about, timeline.articles_by_outlet.get(one.id, ()))
            for one in timeline.outlets.values()
        )
    elif kind == "place":
        subjects = (
            (one.id, one.name, (), one.about, timeline.by_place.get(one.id, ())) for one in timeline.places.values()
        )
    else:
        subjects = (
            (one.id, one.title, (), one.summary or one.includes, timeline.by_storyline.get(one.id, ()))
            for one in timeline.storylines.values()
        )
    standing = [subject for subject in subjects if (f"{kind}s", subject[0]) not in timeline.removed]
    return [
        _named(edition, *subject) for subject in sorted(standing, key=lambda subject: (-len(subject[4]), subject[0]))
    ]


def pages(edition: Edition) -> Iterator[Document]:
    """The maintainers' own pages, by title and headings."""
    for page in edition.written:
        path = page.path.removesuffix(".md")
        yield Document(path, page.title, "", _cut(" · ".join(page.headings)), (page.title,), page.headings, 0)


def _event(edition: Edition, event: Event) -> Document:
    timeline, dossier = edition.site.timeline, edition.site.dossiers[event.id]
    title = edition.plain(event.title)
    texts = [event.summary, *(claim.text for claim in event.claims)]
    says = [item.says for _, item in evidence_of(event)]
    weak = [
        *(plain_text(words) for text in (*texts, *says) if text for words in _all(text)),
        *(edition.plain(timeline.actors[part.actor].name) for part in event.actors),
        *(edition.plain(timeline.places[place].name) for place in event.places),
    ]
    summary = plain_text(edition.plain(event.summary)) if event.summary else ""
    date = date_in_words(dossier.current.date, edition.language)
    weight = max(0, min(9, event.importance * 2 - 1))
    return Document(event.id, title, date, _cut(summary), _all(event.title), tuple(weak), weight)


def _quotes(edition: Edition, event: Event) -> Iterator[Document]:
    dossier: Dossier = edition.site.dossiers[event.id]
    title, date = edition.plain(event.title), date_in_words(dossier.current.date, edition.language)
    for quote in dict.fromkeys(item.quote for _, item in dossier.quotes if item.quote):
        yield Document(event.id, title, date, quote, (), (quote,), 0, text_fragment("", quote))


def _named(
    edition: Edition, key: str, name: Text, also: tuple[str, ...], about: Text | None, things: Sequence[object]
) -> Document:
    """A record with a name; its weight is how much there is of it, and each next one takes twice as much."""
    shown = [", ".join(also), plain_text(edition.plain(about)) if about else ""]
    told = tuple(plain_text(words) for words in _all(about)) if about else ()
    text = _cut(" · ".join(filter(None, shown)))
    return Document(key, edition.plain(name), "", text, _all(name) + also, told, min(9, len(things).bit_length()))


def _all(text: Text) -> tuple[str, ...]:
    """A text in every language that it has."""
    return tuple(text.by_language.values())


def _cut(text: str) -> str:
    """The beginning of a text, to the end of a word."""
    return text if len(text) <= EXCERPT else text[:EXCERPT].rpartition(" ")[0] + " …"
