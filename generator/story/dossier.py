"""All that is derived of one event, worked out once: pages, formats and checks read it and ask nothing else."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.dates.edtf import Edtf
from generator.dates.instants import DAY, Instant
from generator.records.schema import Article, Event, Evidence, Outlet, Storyline
from generator.records.yaml_tree import Loc
from generator.story.known import Version, can_have_known, known_from
from generator.story.lock import Lock, is_verified
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
    first_of,
    origins_of,
    reports_of,
    standing_of,
)
from generator.story.quotes import leading_quote
from generator.story.timeline import Link, Timeline, evidence_of, place_in_time

_YEAR = 365 * DAY

Input = tuple[str, str]
"""Kind and id of a record, or of something else that an output is made from: ("templates", "event.md.j2")."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The events before and after one in a storyline that both belong to."""

    storyline: Storyline
    before: Event | None
    after: Event | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """An event and what follows from the records and the day for it."""

    event: Event
    articles: tuple[Article, ...]
    """The articles that it cites, in the order in which they were surely out."""
    first: tuple[Article, ...]
    """Of those that count, the ones that were surely out first: all of one day, or none where no day is known."""
    origins: tuple[Origin, ...]
    """The reports that count, grouped by the outlet that they go back to."""
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
    def first_reported(self) -> Edtf | None:
        """When it was surely reported for the first time, as far as the articles here tell."""
        return self.first[0].published if self.first else None

    @property
    def first_announced(self) -> Edtf | None:
        """When it was first known to be coming; None where no state says so, or nothing else became of it."""
        coming = [version for version in self.versions[:-1] if version.state.is_ in ("announced", "scheduled")]
        return min((version.told for version in coming if version.told), key=known_from, default=None)

    @property
    def current(self) -> Version:
        """How it stands today."""
        return self.versions[-1]

    @property
    def is_told_long_after(self) -> bool:
        """Whether it lies a year or more before the earliest article here, which then tells of the past."""
        reported, happened = self.first_reported, self.event.date.latest
        return reported is not None and happened.is_finite and reported.earliest.seconds >= happened.seconds + _YEAR

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

    def inputs(self, timeline: Timeline) -> frozenset[Input]:
        """The records that all of this was worked out from."""
        found: set[Input] = {("events", self.event.id)}
        found |= {("events", link.event.id) for link in self.links}
        for article in self.articles:
            found |= {("articles", relayed) for relayed in timeline.relays(article.id)}
            found |= {("outlets", article.outlet), ("outlets", timeline.origin[article.id])}
        for near in self.neighbours:
            found.add(("storylines", near.storyline.id))
            found |= {("events", event.id) for event in (near.before, near.after) if event}
        return frozenset(found)


def derive(
    event: Event, timeline: Timeline, versions: Mapping[str, tuple[Version, ...]], lock: Lock, today: Instant
) -> Dossier:
    """Work out all that follows from the records for one event on a day; `versions` are those of all events, by id."""
    articles = cited_articles(event, timeline)
    current = versions[event.id][-1]
    counting = counting_of(current, articles)
    first = first_of(counting)
    origins = origins_of(reports_of(event, counting, first, timeline), timeline)
    rest = [article for article in articles if article not in counting]
    early = [article for article in rest if current.has_happened and not can_have_known(article, event.date)]
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
        origins=origins,
        previews=tuple(reports_of(event, early, first, timeline)),
        mentions=tuple(reports_of(event, late, first, timeline)),
        standing=standing_of(event, origins),
        disputed=disputed_of(event, links),
        date_basis=date_basis(event, timeline.articles),
        versions=versions[event.id],
        answered=answered,
        outlook=None if event.withdrawn else outlook_of(current, answered, today),
        settled=max((*map(known_from, (article.published for article in articles)), *contradicted), default=None),
        links=links,
        neighbours=tuple(_neighbours(event, timeline)),
        leading_quote=leading_quote(current, timeline.articles),
        quotes=quotes,
        unverified=tuple((loc, item) for loc, item in quotes if not is_verified(lock, item)),
    )


def _neighbours(event: Event, timeline: Timeline) -> Iterator[Neighbours]:
    """The events before and after this one in each of its storylines."""
    for storyline in event.storylines:
        if storyline not in timeline.storylines:
            continue  # a record that is missing, which is an error of its own
        events = timeline.by_storyline[storyline]
        at = bisect_left(events, place_in_time(event), key=place_in_time)
        before = events[at - 1] if at else None
        after = events[at + 1] if at + 1 < len(events) else None
        if before or after:
            yield Neighbours(timeline.storylines[storyline], before, after)
