"""How an event was reported, how well it is established, and what its date rests on: all derived, never typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.dates.edtf import Edtf, Instant
from generator.records.schema import Article, Event, Evidence, Outlet
from generator.story.timeline import Timeline, evidence_of
from generator.words.date_words import words_between

Standing = Literal["reported", "corroborated", "disputed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Report:
    """One article's report of an event; `after` says how long after the first report it came, or is empty."""

    article: Article
    outlet: Outlet
    evidence: tuple[Evidence, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that go back to one source, the earliest first: ten outlets that relay one agency are one origin."""

    id: str
    name: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class DateBasis:
    """What a date rests on: `stated` by a quote, `resolved` from an article's words, or `inferred`."""

    kind: Literal["stated", "resolved", "inferred"]
    evidence: Evidence | None


def origin_of(article: Article, timeline: Timeline) -> str:
    """The id of the outlet whose reporting an article goes back to."""
    seen = {article.id}
    while article.origin and article.origin in timeline.articles and article.origin not in seen:
        article = timeline.articles[article.origin]
        seen.add(article.id)
    return article.origin or article.outlet


def origins_of(event: Event, timeline: Timeline) -> tuple[Origin, ...]:
    """Group the reports of an event by origin; origins and reports are in order of publication."""
    first = first_articles(event, timeline)
    groups: dict[str, list[Report]] = {}
    for article in cited_articles(event, timeline):
        evidence = _reported_in(event, article)
        after = words_between(first[0].published, article.published) if first and article not in first else ""
        report = Report(article, timeline.outlets[article.outlet], _distinct(evidence), after)
        groups.setdefault(origin_of(article, timeline), []).append(report)
    return tuple(Origin(key, str(timeline.outlets[key].name), tuple(reports)) for key, reports in groups.items())


def _reported_in(event: Event, article: Article) -> Iterable[Evidence]:
    """What an article reports of an event; what it says for a claim only where it reports nothing else."""
    items = [(loc[0], item) for loc, item in evidence_of(event) if item.article == article.id]
    return [item for part, item in items if part != "claims"] or [item for _, item in items]


def _distinct(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence without items that say the same words again."""
    return tuple({(item.quote, item.says): item for item in evidence}.values())


def cited_articles(event: Event, timeline: Timeline) -> list[Article]:
    """The articles that an event cites, in the order in which they were surely out; undated ones come last."""
    ids = dict.fromkeys(item.article for _, item in evidence_of(event))
    found = [timeline.articles[article_id] for article_id in ids if article_id in timeline.articles]
    return sorted(found, key=lambda article: (article.published.latest, article.published.sort_key, article.id))


def known_on(article: Article) -> Instant:
    """The instant by which an article was surely out; of one known only to be later than a day, that day."""
    return article.published.latest if article.published.latest.is_finite else article.published.earliest


def first_articles(event: Event, timeline: Timeline) -> list[Article]:
    """The articles by which an event was surely first reported: all of one day, or none if no day is known."""
    articles = cited_articles(event, timeline)
    if not articles or not articles[0].published.latest.is_finite:
        return []
    return [article for article in articles if article.published.latest == articles[0].published.latest]


def first_reported(event: Event, timeline: Timeline) -> Edtf | None:
    """When an event was surely reported for the first time, as far as the articles here tell."""
    first = first_articles(event, timeline)
    return first[0].published if first else None


def standing_of(event: Event, timeline: Timeline) -> Standing:
    """Say how well an event is established."""
    if event.withdrawn:
        return "withdrawn"
    disputed = any(claim.stance == "disputes" for claim in event.claims)
    if disputed or any(link.relation == "contradicts" for link in timeline.links.get(event.id, ())):
        return "disputed"
    articles = {item.article for item in event.evidence if item.article in timeline.articles}
    origins = {origin_of(timeline.articles[article_id], timeline) for article_id in articles}
    return "corroborated" if len(origins) > 1 else "reported"


def date_basis(event: Event) -> DateBasis:
    """Say what an event's date rests on: a quote that gives it, words that were resolved, or neither."""
    supporting = [item for _, item in evidence_of(event) if "date" in item.supports]
    for item in supporting:
        if item.quote and not item.date_words:
            return DateBasis("stated", item)
    for item in [*supporting, *event.evidence]:
        if item.date_words:
            return DateBasis("resolved", item)
    return DateBasis("inferred", None)


def is_overdue(event: Event, timeline: Timeline, today: Instant) -> bool:
    """Say whether what was announced or scheduled should have happened by now, and no event fulfils it."""
    if event.withdrawn or event.status_now not in ("announced", "scheduled"):
        return False
    links = timeline.links.get(event.id, ())
    fulfilled = any(link.inverse and link.relation in ("fulfils", "supersedes") for link in links)
    return event.date.latest < today and not fulfilled
