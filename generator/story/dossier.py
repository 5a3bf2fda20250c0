"""All that is derived of one event, worked out once: pages, formats and checks read it and ask nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.dates.edtf import Edtf
from generator.dates.instants import Instant
from generator.records.parts import Evidence
from generator.records.schema import Article, Event, Outlet
from generator.records.yaml_tree import Loc
from generator.story.firsts import announced_on, first_of, told_long_after
from generator.story.known import Version, can_have_known, is_about_all, known_from, versions_of
from generator.story.lock import Lock, is_verified
from generator.story.neighbours import InOrder, Near, Neighbours, in_order, near_of, neighbours_of
from generator.story.outlook import Outlook, answered_of, due_of, outlook_of
from generator.story.provenance import (
    DateBasis,
    Disputed,
    Origin,
    Report,
    Standing,
    cited_articles,
    counting_of,
    date_basis,
    disputed_of,
    origins_of,
    previews_of,
    reports_of,
    standing_of,
)
from generator.story.quotes import leading_quote
from generator.story.timeline import Link, Timeline, evidence_of

Input = tuple[str, str]
"""Kind and id of a record, or of something else that an output is made from: ("templates", "event.md.j2")."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """An event and what follows from the records and the day for it."""

    event: Event
    articles: tuple[Article, ...]
    """The articles that it cites, in the order in which they were surely out."""
    first: tuple[Article, ...]
    """Of those that count, the ones that were surely out first: all of one day, or none where no day is known."""
    told_long_after: Edtf | None
    """When the earliest article that counts was published, if it lies a year or more after the event; then none is the
    first report.
    """
    origins: tuple[Origin, ...]
    """The reports that count, grouped by the outlet that they go back to."""
    announced: tuple[Edtf, ...]
    """The days on which it was said to be coming."""
    previews: tuple[Report, ...]
    """Reports of articles that came before what occurred or goes on: it was announced there."""
    mentions: tuple[Report, ...]
    """Reports that do not count for another reason: they rest on a headline, or support a part or a claim."""
    standing: Standing
    disputed: tuple[Disputed, ...]
    """What is disputed about it: fields, or `event` for all of it, which stands first."""
    date_basis: DateBasis
    versions: tuple[Version, ...]
    """How it was known, oldest first; the last is how it stands today."""
    answered: Instant | None
    """From when an event was known that fulfils or supersedes it; None where there is none."""
    outlook: Outlook | None
    settled: Instant | None
    """From when all was out that is told of it today, and of what contradicts it; None where no article tells."""
    links: tuple[Link, ...]
    """Typed links to other events, from here and from there, in order of time."""
    neighbours: tuple[Neighbours, ...]
    leading_quote: Evidence | None
    """The words that stand for it on its page, its card and wherever there is room for one quote."""
    quotes: tuple[tuple[Loc, Evidence], ...]
    """Every quote, with its place in the record."""
    unverified: tuple[tuple[Loc, Evidence], ...]
    """Those quotes that the lock does not hold."""

    @property
    def near(self) -> tuple[Near, ...]:
        """What came before and after it, each event once; what it is linked to is among its links."""
        return near_of(self.neighbours, (link.event.id for link in self.links))

    @property
    def first_reported(self) -> Edtf | None:
        """When it was surely reported for the first time as it stands, as far as the articles here tell.

        None where no day is known, of what is only said to come, and of what lies long before its earliest article.
        """
        return self.first[0].published if self.first and not self.current.is_coming else None

    @property
    def first_announced(self) -> Edtf | None:
        """When it was first said to be coming; None where no state and no preview says so."""
        return min(self.announced, key=lambda day: (known_from(day), not day.is_exact), default=None)

    @property
    def current(self) -> Version:
        """How it stands today."""
        return self.versions[-1]

    @property
    def is_overdue(self) -> bool:
        """Whether it should have happened by now, as far as the records tell."""
        return self.outlook == "overdue"

    @property
    def due(self) -> Instant | None:
        """The day after which it becomes overdue unless something is heard of it; None where none can pass."""
        return due_of(self.current) if self.outlook else None

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """The outlets whose reports count, each once."""
        reports = [report for origin in self.origins for report in origin.reports]
        return tuple({report.outlet.id: report.outlet for report in reports}.values())


@dataclass(frozen=True, slots=True)
class Basis:
    """What every dossier is derived from: the linked records, all events' versions by id, and their order."""

    timeline: Timeline
    versions: Mapping[str, tuple[Version, ...]]
    ordered: Mapping[str, InOrder]
    lock: Lock
    today: Instant


def basis_of(timeline: Timeline, lock: Lock, today: Instant) -> Basis:
    """Work out what dossiers share."""
    versions = {event.id: versions_of(event, timeline.articles) for event in timeline.events}
    return Basis(timeline, versions, in_order(timeline.by_storyline), lock, today)


def derive(event: Event, basis: Basis) -> Dossier:
    """Work out all that follows from the records for one event on a day."""
    timeline, versions, lock, today = basis.timeline, basis.versions, basis.lock, basis.today
    articles = cited_articles(event, timeline)
    current = versions[event.id][-1]
    counting = counting_of(current, articles)
    # Of what lies long before its earliest article, that article is not the first report.
    long_after = told_long_after(event, counting)
    first = () if long_after else first_of(counting)
    origins = origins_of(reports_of(event, counting, first, timeline), timeline)
    rest = [article for article in articles if article not in counting]
    about = {item.article for item in current.evidence if is_about_all(item)}
    about |= {item.article for version in versions[event.id] for item in version.evidence if version.is_coming}
    early = [
        article
        for article in rest
        if current.has_happened and article.id in about and not can_have_known(article, event.date)
    ]
    late = [article for article in rest if article not in early]
    links = timeline.links.get(event.id, ())
    contradicting = [link.event.id for link in links if link.inverse and link.relation == "contradicts"]
    contradicted = [since for key in contradicting if (since := versions[key][-1].since)]
    answered = answered_of(links, versions)
    quotes = tuple((loc, item) for loc, item in evidence_of(event) if item.quote)
    return Dossier(
        event=event,
        articles=articles,
        first=first,
        told_long_after=long_after,
        origins=origins,
        announced=tuple(announced_on(versions[event.id], counting, early, timeline.articles)),
        previews=tuple(previews_of(event, early, timeline)),
        mentions=tuple(reports_of(event, late, (), timeline)),
        standing=standing_of(event, origins),
        disputed=disputed_of(event, links),
        date_basis=date_basis(event, timeline.articles),
        versions=versions[event.id],
        answered=answered,
        outlook=None if event.withdrawn else outlook_of(current, answered, today),
        settled=max((*map(known_from, (article.published for article in articles)), *contradicted), default=None),
        links=links,
        neighbours=tuple(neighbours_of(event, timeline, basis.ordered)),
        leading_quote=leading_quote(current, timeline.articles),
        quotes=quotes,
        unverified=tuple((loc, item) for loc, item in quotes if not is_verified(lock, item)),
    )
