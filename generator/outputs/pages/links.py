"""What pages share: Markdown links between pages, and one line for an event, an article, a storyline in a list."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar

from markupsafe import Markup

from generator.dates.edtf import Edtf
from generator.dates.instants import DAY as SECONDS
from generator.outputs.edition import DAY, Edition, every
from generator.outputs.notes import SEPARATOR, disputes_in_words, origins_in_words
from generator.records.parts import Claim, Evidence, Participant
from generator.records.schema import Actor, Article, Event, Outlet, Place, Storyline
from generator.records.texts import Text
from generator.story.dossier import Dossier
from generator.story.lock import is_verified
from generator.story.quoted import anchor_of
from generator.story.quotes import text_fragment
from generator.story.timeline import Link
from generator.words.date_words import date_in_words, year_in_words
from generator.words.markup import markdown_inline, markdown_text, markdown_url

T = TypeVar("T")

_COMMA = re.compile(r"[,،]\s|[，、]")
"""A comma inside an item of a series; those in addresses have no space behind them."""

ROWS = every("events", "articles", "outlets", "vocabulary") | {DAY}
"""What a list of events is made from: its lines tell outlets, what became of the events, and their numbers."""


def _remembered(
    key: Callable[[Any], str],
) -> Callable[[Callable[["Links", T], Markup]], Callable[["Links", T], Markup]]:
    """What is the same wherever it stands is worked out once: an event's line is on the pages of a dozen others."""

    def remember(make: Callable[["Links", T], Markup]) -> Callable[["Links", T], Markup]:
        @wraps(make)
        def remembered(go: "Links", item: T) -> Markup:
            at, memo = (make.__name__, go.base, key(item)), go.edition.memo
            if at not in memo:
                memo[at] = make(go, item)
            return memo[at]

        return remembered

    return remember


@dataclass(frozen=True)
class Links:
    """Links and lines for one page; `base` leads from the page's folder to the top, e.g. `../`."""

    edition: Edition
    base: str

    def say(self, message: str, **arguments: str | int) -> Markup:
        """Words of the catalogue, with arguments that were made safe."""
        return self.edition.templates.say(message, **arguments)

    def own(self, text: Text) -> Markup:
        """A text in the site's own words, marked where it is in another language than the page."""
        wording = self.edition.language.pick(text.by_language)
        return self.tongue(wording.text, wording.language)

    def inline(self, text: Text) -> Markup:
        """A text in the site's own words that may hold inline Markdown."""
        wording = self.edition.language.pick(text.by_language)
        return self._marked(markdown_inline(wording.text), wording.language)

    def tongue(self, text: str, language: str) -> Markup:
        """A text in a language, marked as such where that is not the page's."""
        return self._marked(markdown_text(text), language)

    def _marked(self, words: Markup, language: str) -> Markup:
        if self.edition.language.is_own(language):
            return words
        return Markup(f'<span lang="{language}" dir="auto">{words}</span>')

    def series(self, items: Iterable[Markup]) -> Markup:
        """Join items as people do: "a, b and c", or "a, who …; b; and c"."""
        *others, last = items
        if not others:
            return last
        commas, end = ("series-comma", "series-and")
        if any(_COMMA.search(item) for item in (*others, last)):
            commas, end = ("series-parted", "series-parted-and")
        line = others[0]
        for item in others[1:]:
            line = self.say(commas, first=line, next=item)
        return self.say(end, first=line, last=last)

    def count(self, message: str, number: int) -> str:
        """A number with its noun: `count("events", 2)` is "2 events"."""
        return self.edition.language.say(f"count-{message}", count=number)

    def country(self, code: str | None) -> str:
        """The name of a country, or nothing."""
        return self.edition.language.country(code) if code else ""

    def language(self, tag: str | None) -> str:
        """The name of a language, or nothing."""
        return self.edition.language.language(tag) if tag else ""

    def page(self, words: str, path: str) -> Markup:
        """A link to a page of the site by its path."""
        return Markup(f"[{words if isinstance(words, Markup) else markdown_text(words)}]({self.base}{path})")

    @_remembered(attrgetter("id"))
    def event(self, event: Event) -> Markup:
        """A link to an event's page."""
        return self.page(self.own(event.title), f"events/{event.id}.md")

    @_remembered(attrgetter("id"))
    def actor(self, actor: Actor) -> Markup:
        """A link to an actor's page."""
        return self.page(self.own(actor.name), f"actors/{actor.id}.md")

    @_remembered(attrgetter("id"))
    def place(self, place: Place) -> Markup:
        """A link to a place's page."""
        return self.page(self.own(place.name), f"places/{place.id}.md")

    @_remembered(attrgetter("id"))
    def outlet(self, outlet: Outlet) -> Markup:
        """A link to an outlet's page."""
        return self.page(self.own(outlet.name), f"outlets/{outlet.id}.md")

    @_remembered(attrgetter("id"))
    def storyline(self, storyline: Storyline) -> Markup:
        """A link to a storyline's page."""
        return self.page(self.own(storyline.title), f"storylines/{storyline.id}.md")

    @_remembered(attrgetter("id"))
    def headline(self, article: Article) -> Markup:
        """A link to an article's page by its headline, in the article's language, or by what stands for it."""
        if article.title:
            words = self.tongue(article.title, article.language)
        else:
            words = markdown_text(self.article_name(article))
        return self.page(words, f"articles/{article.id}.md")

    def article_name(self, article: Article) -> str:
        """An article's headline, or where it is not known, its outlet and day."""
        if article.title:
            return article.title
        outlet = self.edition.plain(self.edition.site.timeline.outlets[article.outlet].name)
        day = self.words(article.published).replace(" ", "\u00a0")  # which no line divides
        return self.edition.language.say("article-unnamed", outlet=outlet, date=day)

    def words(self, date: Edtf) -> str:
        """A date as people write it."""
        return date_in_words(date, self.edition.language)

    def year(self, year: int | None) -> str:
        """A year as people write it, or that there is none."""
        language = self.edition.language
        return language.say("undated") if year is None else year_in_words(year, language)

    @_remembered(attrgetter("text"))
    def when(self, date: Edtf) -> Markup:
        """A date as people write it, with its machine-readable form where HTML has one."""
        words = markdown_text(self.words(date))
        if date.precision in ("day", "month", "year") and date.level == 0 and date.earliest.year >= 1000:
            return Markup(f'<time datetime="{date.text}">{words}</time>')
        return Markup(f"<time>{words}</time>")

    def status(self, event: Event) -> Markup:
        """An event's status as a mark and a word."""
        return self.status_mark(_status(event))

    def status_mark(self, status: str) -> Markup:
        """A status as a mark and a word."""
        word = self.say(f"status-{status}")
        return Markup(f'<span class="dl-status dl-status--{status}">{_mark(status)}{word}</span>')

    def status_word(self, status: str) -> Markup:
        """A status as a word alone, where its mark stands elsewhere."""
        return Markup(f'<span class="dl-word dl-word--{status}">{self.say(f"status-{status}")}</span>')

    def notes(self, dossier: Dossier) -> list[Markup]:
        """What a reader should know before opening an event: whether it is overdue, what is disputed, how many origins
        report it.
        """
        language = self.edition.language
        disputed = [
            Markup(f'<span class="dl-word dl-word--disputed">{markdown_text(words)}</span>')
            for words in disputes_in_words(dossier, language)
        ]
        return [*disputed, markdown_text(origins_in_words(dossier, language))]

    def overdue(self, dossier: Dossier, words: str) -> Markup:
        """Words for an event that is overdue; what is awaited says them from the day after it was due (overdue.js)."""
        if dossier.is_overdue:
            return Markup(f'<span class="dl-overdue">{markdown_text(words)}</span>')
        if dossier.due is None:
            return Markup("")
        due, later = int(dossier.due.seconds) // SECONDS, markdown_text(words)
        return Markup(f'<span class="dl-overdue" data-due="{due}" data-words="{later}"></span>')

    @_remembered(attrgetter("id"))
    def row(self, event: Event) -> Markup:
        """An event as one line of a list: date, mark, title, and what a reader should know before opening it."""
        site = self.edition.site
        dossier = site.dossiers[event.id]
        status = _status(event)
        notes = self.notes(dossier)
        overdue = self.edition.language.say("overdue")
        if dossier.is_overdue:
            notes.insert(0, self.overdue(dossier, overdue))
        if status != "occurred":
            word = self.status_word(status)
            # What may still become overdue says so behind this word, once it is.
            later = Markup("") if dossier.is_overdue else self.overdue(dossier, SEPARATOR + overdue)
            notes.insert(0, word + later)
        # The drawn timeline finds its events in the list by their numbers.
        number = f' data-n="{site.numbers[event.id]}"' if event.id in site.numbers else ""
        return Markup(
            f'-   <span class="dl-row dl-row--{event.importance}"{number}>{self.when(event.date)}</span> '
            f'{_mark(status)}{self.event(event)} <span class="dl-note">{SEPARATOR.join(notes)}</span>'
        )

    def article_row(self, article: Article, *, with_outlet: bool = True) -> Markup:
        """An article as one line of a list: when it was published, its headline, and where it comes from."""
        outlet = self.outlet(self.edition.site.timeline.outlets[article.outlet])
        notes = [outlet] if with_outlet and article.title else []
        if not article.title:
            notes.append(self.say("row-no-headline"))
        if origin := self.origin(article):
            notes.append(self.say("row-relays", outlet=self.outlet(origin)))
        return Markup(
            f'-   <span class="dl-row">{self.when(article.published)}</span> {self.headline(article)}'
            f' <span class="dl-note">{", ".join(notes)}</span>'
        )

    def counted(self, link: Markup, count: str) -> Markup:
        """A link as one line of a list, with how much is behind it."""
        return Markup(f'-   {link} <span class="dl-note">{count}</span>')

    def storyline_row(self, storyline: Storyline) -> Markup:
        """A storyline as one line of a list, with what it is about."""
        events = self.edition.site.timeline.by_storyline.get(storyline.id, ())
        about = self.inline(storyline.summary) if storyline.summary else ""
        return Markup(f"{self.counted(self.storyline(storyline), self.count('events', len(events)))}<br>{about}")

    def relation(self, link: Link) -> Markup:
        """What a link says about the other event, seen from this one."""
        return self.say(f"relation-{link.relation}{'-inverse' if link.inverse else ''}")

    def since(self, date: Edtf) -> Markup:
        """From when a state stands: "since May 2031", but "by May 2031" where its beginning is open."""
        return self.when(date) if date.open_start else self.say("event-since", date=self.when(date))

    def stance(self, claim: Claim) -> Markup:
        """What a claim does to the event, or to the fields that it is about."""
        if not claim.about:
            return self.say(f"stance-{claim.stance}")
        fields = self.series(self.say(f"the-{field}") for field in claim.about)
        return self.say(f"stance-{claim.stance}-about", fields=fields)

    def said_by(self, claim: Claim, *, begins: bool = True) -> Markup:
        """Who makes a claim: a link to the actor, or the words for somebody without a record.

        `begins` says that a line begins with it.
        """
        actor = self.edition.site.timeline.actors.get(claim.speaker or "")
        if actor:
            return self.actor(actor)
        wording = self.edition.language.pick(claim.said_by.by_language)
        words = wording.text[:1].upper() + wording.text[1:] if begins else wording.text
        return self.tongue(words, wording.language)

    def participant(self, part: Participant) -> Markup:
        """Who takes part, with the role that the record gives."""
        actor = self.actor(self.edition.site.timeline.actors[part.actor])
        return self.say("participant", actor=actor, role=self.own(part.role)) if part.role else actor

    def is_verified(self, item: Evidence) -> bool:
        """Say whether a piece of evidence has a quote that was found in the article's text."""
        return is_verified(self.edition.site.lock, item)

    def quote_url(self, item: Evidence) -> Markup | None:
        """The address that opens the article at the quoted words."""
        article = self.edition.site.timeline.articles[item.article]
        if not item.quote or not article.url:
            return None
        return markdown_url(text_fragment(article.url, item.quote))

    def quote_id(self, item: Evidence) -> Markup:
        """The id of a quote, at which it stands on every page that shows it."""
        return Markup(anchor_of(item))

    def quoted_from(self, article: Article) -> Markup:
        """Where a quote is from, for whoever copies it."""
        outlet = self.edition.plain(self.edition.site.timeline.outlets[article.outlet].name)
        return markdown_text(
            self.edition.language.say("article-unnamed", outlet=outlet, date=self.words(article.published))
        )

    def sources(self, article: Article) -> Markup:
        """Links to an article at its publisher's and in an archive, as far as the record has them; each with a
        separator before it.
        """
        links = [("article-open", article.url), ("article-archived", article.archived)]
        found = [f"[{self.say(words)}]({markdown_url(str(url))})" for words, url in links if url]
        return Markup("".join(f"{SEPARATOR}{link}" for link in found))

    def origin(self, article: Article) -> Outlet | None:
        """The outlet that an article relays, if it is not its own."""
        timeline = self.edition.site.timeline
        origin = timeline.origin[article.id]
        return timeline.outlets[origin] if origin != article.outlet else None


def _status(event: Event) -> str:
    return "withdrawn" if event.withdrawn else event.status_now


def _mark(status: str) -> str:
    """A sign whose shape tells the status; the words beside it say the same."""
    return f'<span class="dl-mark dl-mark--{status}"></span>'
