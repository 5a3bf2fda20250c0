"""The words and links that pages share: names of things, and Markdown links between pages."""

from dataclasses import dataclass
from functools import cache

from babel import Locale
from markupsafe import Markup

from generator.dates.edtf import Edtf, Instant
from generator.records.schema import Actor, Article, Claim, Event, Evidence, Outlet, Place, Storyline
from generator.story.evidence import is_verified, text_fragment
from generator.story.provenance import first_reported, is_overdue, origin_of, standing_of
from generator.story.site import Site
from generator.story.timeline import Link, evidence_of
from generator.words.date_words import words_of
from generator.words.markup import markdown_inline, markdown_text, markdown_url, meta_title

STATUS_WORDS = {
    "occurred": "Occurred",
    "ongoing": "Ongoing",
    "announced": "Announced",
    "scheduled": "Scheduled",
    "postponed": "Postponed",
    "cancelled": "Cancelled",
    "unconfirmed": "Unconfirmed",
}
RELATION_WORDS = {
    "follows": ("Follows", "Followed by"),
    "part-of": ("Part of", "Includes"),
    "caused-by": ("Caused by", "Led to"),
    "fulfils": ("Fulfils", "Fulfilled by"),
    "contradicts": ("Contradicts", "Contradicted by"),
    "supersedes": ("Supersedes", "Superseded by"),
}
STANCE_WORDS = {"supports": "supports it", "disputes": "disputes it", "comments": "comments"}


@cache
def _english() -> Locale:
    return Locale("en")


def country_name(code: str | None) -> str:
    """The English name of an ISO 3166-1 alpha-2 country."""
    return str(_english().territories.get(code, code)) if code else ""


def language_name(tag: str) -> str:
    """The English name of a BCP 47 language."""
    return str(_english().languages.get(tag.split("-")[0], tag))


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 event", "2 events"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def in_series(items: list[Markup]) -> Markup:
    """Join items as people do: "a, b and c"."""
    if len(items) < 2:
        return Markup("").join(items)
    return Markup(", ").join(items[:-1]) + Markup(" and ") + items[-1]


@dataclass(frozen=True)
class Words:
    """Words and links for one page; `base` leads from the page's folder to the top, e.g. `../`."""

    site: Site
    base: str

    country = staticmethod(country_name)
    language = staticmethod(language_name)
    plural = staticmethod(plural)
    series = staticmethod(in_series)

    def page(self, words: str, path: str) -> Markup:
        """A link to a page of the site by its path."""
        return Markup(f"[{markdown_text(words)}]({self.base}{path})")

    def event(self, event: Event) -> Markup:
        """A link to an event's page."""
        return self.page(str(event.title), f"events/{event.id}.md")

    def actor(self, actor: Actor) -> Markup:
        """A link to an actor's page."""
        return self.page(str(actor.name), f"actors/{actor.id}.md")

    def place(self, place: Place) -> Markup:
        """A link to a place's page."""
        return self.page(str(place.name), f"places/{place.id}.md")

    def outlet(self, outlet: Outlet) -> Markup:
        """A link to an outlet's page."""
        return self.page(str(outlet.name), f"outlets/{outlet.id}.md")

    def storyline(self, storyline: Storyline) -> Markup:
        """A link to a storyline's page."""
        return self.page(str(storyline.title), f"storylines/{storyline.id}.md")

    def headline(self, article: Article) -> Markup:
        """A link to an article's page by its headline, in the article's language, or by what stands for it."""
        path = f"{self.base}articles/{article.id}.md"
        if article.title:
            return Markup(f"[{self.tongue(article.title, article.language)}]({path})")
        return Markup(f"[{markdown_text(article_name(article, self.site))}]({path})")

    def tongue(self, text: str, language: str) -> Markup:
        """A text in a language, marked as such where it is not English."""
        if language.split("-")[0] == "en":
            return markdown_text(text)
        return Markup(f'<span lang="{language}" dir="auto">{markdown_text(text)}</span>')

    def when(self, date: Edtf) -> Markup:
        """A date as people write it, with its machine-readable form where HTML has one."""
        words = markdown_text(words_of(date))
        if date.precision in ("day", "month", "year") and date.level == 0 and date.earliest.year >= 1000:
            return Markup(f'<time datetime="{date.text}">{words}</time>')
        return Markup(f"<time>{words}</time>")

    def status(self, event: Event) -> Markup:
        """An event's status as a mark and a word."""
        return self.status_mark(_status(event))

    def status_mark(self, status: str) -> Markup:
        """A status as a mark and a word."""
        return Markup(f'<span class="dl-status dl-status--{status}">{_mark(status)}{_status_word(status)}</span>')

    def is_overdue(self, event: Event) -> bool:
        """Say whether an event is overdue."""
        return is_overdue(event, self.site.timeline, self.site.today)

    def outlets_of(self, event: Event) -> int:
        """How many outlets report an event."""
        articles = self.site.timeline.articles
        return len({articles[item.article].outlet for _, item in evidence_of(event)})

    def row(self, event: Event) -> Markup:
        """An event as one line of a list: date, mark, title, and what a reader should know before opening it."""
        status = _status(event)
        notes = []
        if status != "occurred":
            notes.append(f'<span class="dl-word dl-word--{status}">{_status_word(status)}</span>')
        if self.is_overdue(event):
            notes.append('<span class="dl-overdue">Overdue</span>')
        if standing_of(event, self.site.timeline) == "disputed":
            notes.append('<span class="dl-word dl-word--disputed">Disputed</span>')
        notes.append(plural(self.outlets_of(event), "outlet"))
        # The drawn timeline finds its events in the list by their numbers.
        number = f' data-n="{self.site.numbers[event.id]}"' if event.id in self.site.numbers else ""
        return Markup(
            f'-   <span class="dl-row dl-row--{event.importance}"{number}>{self.when(event.date)}</span> '
            f'{_mark(status)}{self.event(event)} <span class="dl-note">{" · ".join(notes)}</span>'
        )

    def article_row(self, article: Article, *, with_outlet: bool = True) -> Markup:
        """An article as one line of a list: when it was published, its headline, and where it comes from."""
        outlet = self.outlet(self.site.timeline.outlets[article.outlet])
        notes = [outlet] if with_outlet and article.title else []
        if not article.title:
            notes.append(Markup("headline not recorded"))
        if origin := self.origin(article):
            notes.append(Markup("relays ") + self.outlet(origin))
        return Markup(
            f'-   <span class="dl-row">{self.when(article.published)}</span> {self.headline(article)}'
            f' <span class="dl-note">{", ".join(notes)}</span>'
        )

    def counted(self, link: Markup, count: str) -> Markup:
        """A link as one line of a list, with how much is behind it."""
        return Markup(f'-   {link} <span class="dl-note">{count}</span>')

    def storyline_row(self, storyline: Storyline) -> Markup:
        """A storyline as one line of a list, with what it is about."""
        events = self.site.timeline.by_storyline.get(storyline.id, ())
        about = markdown_inline(str(storyline.summary)) if storyline.summary else ""
        return Markup(f"{self.counted(self.storyline(storyline), plural(len(events), 'event'))}<br>{about}")

    def relation(self, link: Link) -> str:
        """What a link says about the other event, seen from this one."""
        return RELATION_WORDS[link.relation][link.inverse]

    def said_by(self, claim: Claim) -> Markup:
        """Who makes a claim: a link to the actor, or the words for somebody without a record."""
        actor = self.site.timeline.actors.get(claim.said_by)
        return self.actor(actor) if actor else markdown_text(claim.said_by[:1].upper() + claim.said_by[1:])

    def is_verified(self, item: Evidence) -> bool:
        """Say whether a piece of evidence has a quote that was found in the article's text."""
        return item.quote is not None and is_verified(self.site.lock, item.article, item.quote)

    def quote_url(self, item: Evidence) -> Markup | None:
        """The address that opens the article at the quoted words."""
        article = self.site.timeline.articles[item.article]
        if not item.quote or not article.url:
            return None
        return markdown_url(text_fragment(article.url, item.quote))

    def reported(self, event: Event) -> Edtf | None:
        """When an event was first reported."""
        return first_reported(event, self.site.timeline)

    def origin(self, article: Article) -> Outlet | None:
        """The outlet that an article relays, if it is not its own."""
        origin = origin_of(article, self.site.timeline)
        return self.site.timeline.outlets[origin] if origin != article.outlet else None


def _status(event: Event) -> str:
    return "withdrawn" if event.withdrawn else event.status_now


def _status_word(status: str) -> str:
    return STATUS_WORDS.get(status, status.capitalize())


def _mark(status: str) -> str:
    """A sign whose shape tells the status; the words beside it say the same."""
    return f'<span class="dl-mark dl-mark--{status}"></span>'


def article_name(article: Article, site: Site) -> str:
    """An article's headline, or where it is not known, its outlet and day."""
    outlet = site.timeline.outlets[article.outlet].name
    return article.title or f"{outlet}, {words_of(article.published)}"


def front_matter(kind: str, title: str, description: str = "", **more: object) -> dict[str, object]:
    """A page's front matter; `kind` tells the theme what the page shows."""
    head: dict[str, object] = {"title": meta_title(title)}
    if description:
        head["description"] = meta_title(description)
    return {**head, "dateline": kind, **more}


def years_of(events: tuple[Event, ...]) -> dict[int | None, list[Event]]:
    """Events by the year in which they may begin; None where that is before any year."""
    years: dict[int | None, list[Event]] = {}
    for event in events:
        years.setdefault(_year(event.date.anchor), []).append(event)
    return years


def _year(instant: Instant) -> int | None:
    return instant.year if instant.is_finite else None


def month_of(event: Event) -> str:
    """The month in which an event began as `YYYY-MM`, or an empty string where it is not known so closely."""
    began = event.date.start or event.date
    if not began.earliest.is_finite or event.date.open_start:
        return ""
    first, last = began.earliest, began.latest
    same_month = last.is_finite and (first.year, first.month) == (last.year, last.month)
    return f"{first.year:04d}-{first.month:02d}" if same_month else ""
