"""How an event was reported, how well it is established, and what its date rests on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from generator.dates.gap import Gap, gap_between
from generator.records.parts import Evidence, Supported
from generator.records.schema import Article, Event, Outlet
from generator.story.known import HAPPENED, Version, can_have_known, counting_articles, evidence_of_date, is_about_date
from generator.story.timeline import Link, Timeline, evidence_of
from generator.words.stated import gives_date

Standing = Literal["unestablished", "reported", "corroborated", "withdrawn"]
Disputed = Supported | Literal["event"]
"""A field that somebody disputes, or the event as a whole."""


_DISPUTABLE: tuple[Disputed, ...] = ("event", *get_args(Supported))


@dataclass(frozen=True, slots=True)
class Report:
    """One article's report of an event; `gap` is its distance from the first report, None for the first itself."""

    article: Article
    outlet: Outlet
    evidence: tuple[Evidence, ...]
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that go back to one outlet, the earliest first: ten outlets that relay one agency are one origin."""

    outlet: Outlet
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class DateBasis:
    """What a date rests on: `stated` by a quote, `resolved` from an article's words, or `inferred`."""

    kind: Literal["stated", "resolved", "inferred"]
    evidence: Evidence | None
    date_words: str | None = None
    """The words that give it, where these are the evidence's words of the date and not its quote."""


def cited_articles(event: Event, timeline: Timeline) -> tuple[Article, ...]:
    """The articles that an event cites, in the order in which they were surely out; undated ones come last."""
    ids = dict.fromkeys(item.article for _, item in evidence_of(event))
    found = [timeline.articles[article_id] for article_id in ids if article_id in timeline.articles]
    return tuple(sorted(found, key=lambda article: (article.published.latest, article.published.sort_key, article.id)))


def counting_of(version: Version, cited: Sequence[Article]) -> tuple[Article, ...]:
    """Those of cited articles that count for a version of an event, in their order."""
    counting = set(counting_articles(version, {article.id: article for article in cited}))
    return tuple(article for article in cited if article.id in counting)


def reports_of(event: Event, articles: Iterable[Article], first: Sequence[Article], timeline: Timeline) -> list[Report]:
    """The reports of some articles, with their distance from those that were first."""
    found = []
    for article in articles:
        if article.outlet in timeline.outlets and timeline.origin[article.id] in timeline.outlets:
            gap = gap_between(first[0].published, article.published) if first and article not in first else None
            found.append(Report(article, timeline.outlets[article.outlet], _reported_in(event, article), gap))
    return found  # without those of a record that is missing, which is an error of its own


def previews_of(event: Event, articles: Iterable[Article], timeline: Timeline) -> list[Report]:
    """The reports of articles that came before an event, with their distance from it."""
    reports = reports_of(event, articles, (), timeline)
    began = event.date.start or event.date
    return [replace(report, gap=gap_between(began, report.article.published)) for report in reports]


def origins_of(reports: Iterable[Report], timeline: Timeline) -> tuple[Origin, ...]:
    """Group reports by origin; origins and reports stay in order of publication."""
    groups: dict[str, list[Report]] = {}
    for report in reports:
        groups.setdefault(timeline.origin[report.article.id], []).append(report)
    return tuple(Origin(timeline.outlets[key], tuple(found)) for key, found in groups.items())


def _reported_in(event: Event, article: Article) -> tuple[Evidence, ...]:
    """What an article reports of an event; what it says for a claim only where it reports nothing else."""
    items = [(loc[0], item) for loc, item in evidence_of(event) if item.article == article.id]
    return distinct([item for part, item in items if part != "claims"] or [item for _, item in items])


def distinct(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence without items that say the same words again."""
    return tuple({(item.quote, item.says): item for item in evidence}.values())


def standing_of(event: Event, origins: Sequence[Origin]) -> Standing:
    """Say how well an event is established; what is disputed about it is another question."""
    if event.withdrawn:
        return "withdrawn"
    return "corroborated" if len(origins) > 1 else "reported" if origins else "unestablished"


def disputed_of(event: Event, links: Iterable[Link]) -> tuple[Disputed, ...]:
    """Name what is disputed: by claims, and by events that contradict this one and still stand."""
    scopes = [claim.about for claim in event.claims if claim.stance == "disputes"]
    scopes += [
        link.about for link in links if link.inverse and link.relation == "contradicts" and not link.event.withdrawn
    ]
    found: set[Disputed] = {part for scope in scopes for part in scope or ("event",)}
    return tuple(part for part in _DISPUTABLE if part in found)


def date_basis(event: Event, articles: Mapping[str, Article]) -> DateBasis:
    """Say what an event's date rests on, from evidence for the date or for the event as a whole.

    What is stated goes before what was resolved, what can have known it before a preview, and a firm day of publication
    before one that is not certain.
    """
    supporting = [item for item in evidence_of_date(event) if item.article in articles and is_about_date(item)]
    happened = event.status_now in HAPPENED

    def rank(item: Evidence) -> tuple[bool, bool]:
        article = articles[item.article]
        return happened and not can_have_known(article, event.date), not article.published.is_exact

    supporting.sort(key=rank)
    for item in supporting:
        language = articles[item.article].language
        if item.quote and gives_date(item.quote, language, event.date):
            return DateBasis("stated", item)
        if item.date_words and gives_date(item.date_words, language, event.date):
            return DateBasis("stated", item, item.date_words)
    resolved = next((item for item in supporting if item.date_words), None)
    return DateBasis("resolved", resolved, resolved.date_words) if resolved else DateBasis("inferred", None)
