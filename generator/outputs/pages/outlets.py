"""Outlet pages: who publishes, what of it is cited, and who relays it."""

from collections.abc import Iterator
from functools import partial

from generator.outputs.artifact import Output
from generator.outputs.edition import Edition, every, rows
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import Links
from generator.outputs.pages.long_lists import LongList, article_entries, event_entries
from generator.outputs.pages.subjects import Counted, index_page
from generator.records.schema import Event, Outlet
from generator.story.dossier import Input
from generator.story.timeline import Timeline, place_in_time


def outputs(edition: Edition) -> Iterator[Output]:
    """One page an outlet, and the index of all outlets by country."""
    timeline = edition.site.timeline
    for outlet in _published(timeline):
        source = timeline.sources["outlets", outlet.id].path
        inputs, make = partial(_inputs, edition, outlet), partial(_outlet, edition, outlet)
        yield Output(f"outlets/{outlet.id}.md", inputs, make, source)
        for _, found in _lists(edition, outlet):
            yield from found.pages_if_divided()
    yield from index_page(edition, "outlets", every("outlets", "articles", "events"), _groups, _lead)


def _inputs(edition: Edition, outlet: Outlet) -> frozenset[Input]:
    timeline = edition.site.timeline
    relayed = timeline.relayed_from.get(outlet.id, ())
    articles = (*timeline.articles_by_outlet.get(outlet.id, ()), *relayed)
    outlets = {outlet.id, *(article.outlet for article in relayed), *(timeline.origin[one.id] for one in articles)}
    return (
        edition.templates.inputs("outlet")
        | rows(_events(timeline, outlet))
        | {
            *(("articles", article.id) for article in articles),
            *(("outlets", one) for one in outlets),
        }
    )


def _events(timeline: Timeline, outlet: Outlet) -> list[Event]:
    """The events that an outlet's articles are cited for, in order of time."""
    articles = timeline.articles_by_outlet.get(outlet.id, ())
    events = {event.id: event for article in articles for event in timeline.by_article.get(article.id, ())}
    return sorted(events.values(), key=place_in_time)


def _lists(edition: Edition, outlet: Outlet) -> Iterator[tuple[str, LongList]]:
    """Its articles, those of others that relay it, and the events that its own are cited for, under headings."""
    timeline, page, name = edition.site.timeline, f"outlets/{outlet.id}.md", edition.plain(outlet.name)
    own = article_entries(timeline.articles_by_outlet.get(outlet.id, ()), edition, with_outlet=False)
    relayed = article_entries(timeline.relayed_from.get(outlet.id, ()), edition)
    for of, counted, entries in (
        ("articles", "articles", own),
        ("relayed", "articles", relayed),
        ("events", "events", event_entries(_events(timeline, outlet), edition)),
    ):
        heading = f"outlet-{of}"
        title = f"{name}: {edition.language.say(heading)}"
        if entries:
            yield heading, LongList(edition, f"outlets/{outlet.id}/{of}", page, title, counted, entries)


def _published(timeline: Timeline) -> list[Outlet]:
    """The outlets that have a page of their own; of a removed one only the name remains, which tells nothing."""
    return [outlet for outlet in timeline.outlets.values() if ("outlets", outlet.id) not in timeline.removed]


def _outlet(edition: Edition, outlet: Outlet) -> Page:
    timeline, go = edition.site.timeline, Links(edition, "../")
    articles = timeline.articles_by_outlet.get(outlet.id, ())
    events = _events(timeline, outlet)
    facts = [go.country(outlet.country), go.language(outlet.language)]
    counts = [go.count("articles", len(articles)), go.count("events", len(events))]
    return edition.templates.render(
        "outlet",
        front_matter("outlet", edition.plain(outlet.name)),
        outlet=outlet,
        kicker=" · ".join([fact for fact in facts if fact] + counts),
        lists=[(heading, found.lines_or_years(go)) for heading, found in _lists(edition, outlet)],
        go=go,
    )


def _groups(edition: Edition) -> dict[str, list[Counted]]:
    timeline, go = edition.site.timeline, Links(edition, "../")
    by_country = sorted(
        _published(timeline),
        key=lambda outlet: (
            outlet.country is None,
            go.country(outlet.country),
            edition.plain(outlet.name).lower(),
        ),
    )
    groups: dict[str, list[Counted]] = {}
    for outlet in by_country:
        heading = go.country(outlet.country) or edition.language.say("no-country-outlet")
        groups.setdefault(heading, []).append(_counted(edition, outlet))
    return groups


def _counted(edition: Edition, outlet: Outlet) -> Counted:
    articles = len(edition.site.timeline.articles_by_outlet.get(outlet.id, ()))
    return Counted(edition.plain(outlet.name), lambda go: go.outlet(outlet), articles, "articles")


def _lead(go: Links) -> str:
    timeline = go.edition.site.timeline
    cited = {article.outlet for key, article in timeline.articles.items() if key in timeline.by_article}
    count = go.count("outlets", len(_published(timeline)))
    return go.edition.language.say("index-outlets-lead", count=count, cited=len(cited))
