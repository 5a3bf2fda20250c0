"""What the search can find: documents, each with what it is found by and what is shown of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.outputs.edition import Edition
from generator.outputs.written import Written
from generator.records.parts import Evidence
from generator.records.schema import Article, Event
from generator.records.texts import Text
from generator.story.quoted import anchor_of
from generator.story.timeline import evidence_of
from generator.words.date_words import date_in_words
from generator.words.folding import joined_of, terms_of
from generator.words.markup import plain_text

NAMED = ("actor", "outlet", "place", "storyline")
KINDS = ("event", "quote", *NAMED, "article", "page")
EXCERPT = 320
"""So many signs of a summary are shown at most, and searched in by nobody who could not see them."""


@dataclass(frozen=True, slots=True)
class Document:
    """What can be found; `strong` are its names, `weak` all else that is said of it."""

    id: str
    title: str
    date: str
    text: str
    strong: Sequence[str]
    weak: Sequence[str]
    names: Sequence[str] = ()
    """What of them somebody may write in one."""
    at: str = ""
    """The place on its page, as the end of an address."""

    @property
    def shown(self) -> list[str]:
        """What a result shows, the empty ends left out."""
        parts = [self.id, self.title, self.date, self.text, self.at]
        while not parts[-1]:
            parts.pop()
        return parts

    @property
    def terms(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words by which it is found: those of its names, and those that stand elsewhere only."""
        strong = terms_of("\n".join(self.strong))
        return strong, (terms_of("\n".join(self.weak)) | joined_of("\n".join(self.names))) - strong


@dataclass(frozen=True, slots=True)
class Subject:
    """A record with a name that events refer to, before anything of it is put into words."""

    id: str
    name: Text
    also: tuple[str, ...]
    about: Text | None
    events: int
    """How much there is of it."""


def subjects(edition: Edition, kind: str) -> list[Subject]:
    """The actors, outlets, places or storylines, those with the most events first."""
    timeline = edition.site.timeline
    of: list[Subject]
    if kind == "actor":
        of = [
            Subject(one.id, one.name, one.also_known_as, one.about, len(timeline.by_actor.get(one.id, ())))
            for one in timeline.actors.values()
        ]
    elif kind == "outlet":
        of = [
            Subject(one.id, one.name, (), one.about, len(timeline.articles_by_outlet.get(one.id, ())))
            for one in timeline.outlets.values()
        ]
    elif kind == "place":
        of = [
            Subject(one.id, one.name, (), one.about, len(timeline.by_place.get(one.id, ())))
            for one in timeline.places.values()
        ]
    else:
        of = [
            Subject(one.id, one.title, (), one.summary or one.includes, len(timeline.by_storyline.get(one.id, ())))
            for one in timeline.storylines.values()
        ]
    standing = [one for one in of if (f"{kind}s", one.id) not in timeline.removed]
    return sorted(standing, key=lambda one: (-one.events, one.id))


def articles(edition: Edition) -> list[Article]:
    """The articles whose headline is known, the newest first."""
    timeline = edition.site.timeline
    known = [one for one in timeline.articles.values() if one.title and ("articles", one.id) not in timeline.removed]
    return sorted(known, key=lambda one: (one.published.sort_key, one.id), reverse=True)


def quotes_of(edition: Edition, event: Event) -> list[Evidence]:
    """The quotes of an event that stands, each once."""
    quotes = [item for _, item in edition.site.dossiers[event.id].quotes if not event.withdrawn]
    return list({item.quote: item for item in reversed(quotes)}.values())[::-1]


def of_event(edition: Edition, event: Event) -> Document:
    """An event; of one that was withdrawn the date says so."""
    timeline = edition.site.timeline
    texts = [event.summary, *(claim.text for claim in event.claims)]
    says = [item.says for _, item in evidence_of(event)]
    actors, places = (timeline.actors[part.actor] for part in event.actors), map(timeline.places.get, event.places)
    names = [name for actor in actors for name in (*_all(actor.name), *actor.also_known_as)]
    names += [name for place in places if place for name in _all(place.name)]
    weak = [
        *(plain_text(words) for text in (*texts, *says) if text for words in _all(text)),
        *names,
    ]
    summary = plain_text(edition.plain(event.summary)) if event.summary else ""
    return Document(
        event.id, edition.plain(event.title), _date(edition, event), _cut(summary), _all(event.title), weak, names
    )


def of_quote(edition: Edition, event: Event, item: Evidence) -> Document:
    """A quote of an event, which leads to its place on the event's page."""
    quote = item.quote or ""
    title, date = edition.plain(event.title), _date(edition, event)
    return Document(event.id, title, date, quote, (), (quote,), at=f"#{anchor_of(item)}")


def of_subject(edition: Edition, one: Subject) -> Document:
    """A record with a name."""
    about = plain_text(edition.plain(one.about)) if one.about else ""
    told = [plain_text(words) for words in _all(one.about)] if one.about else []
    text = _cut(" · ".join(filter(None, [", ".join(one.also), about])))
    names = _all(one.name) + one.also
    return Document(one.id, edition.plain(one.name), "", text, names, told, names)


def of_article(edition: Edition, article: Article) -> Document:
    """An article by its headline and whoever wrote it."""
    title, date = article.title or "", date_in_words(article.published, edition.language)
    return Document(article.id, title, date, ", ".join(article.authors), (title,), article.authors)


def of_page(page: Written) -> Document:
    """One of the maintainers' own pages, by title and headings."""
    path = page.path.removesuffix(".md")
    return Document(path, page.title, "", _cut(" · ".join(page.headings)), (page.title,), page.headings)


def _date(edition: Edition, event: Event) -> str:
    date = date_in_words(edition.site.dossiers[event.id].current.date, edition.language)
    return f"{date} · {edition.language.say('standing-withdrawn')}" if event.withdrawn else date


def _all(text: Text) -> tuple[str, ...]:
    """A text in every language that it has."""
    return tuple(text.by_language.values())


def _cut(text: str) -> str:
    """The beginning of a text, to the end of a word."""
    return text if len(text) <= EXCERPT else text[:EXCERPT].rpartition(" ")[0] + " …"
