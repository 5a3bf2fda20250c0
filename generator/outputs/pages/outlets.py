"""Outlet pages: who publishes, what of it is cited, and who relays it."""

from collections.abc import Iterator
from functools import partial

from generator.outputs.artifact import Output, Words
from generator.outputs.edition import Edition, every, rows
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import Links
from generator.outputs.pages.lists import list_page
from generator.records.schema import Event, Outlet
from generator.story.dossier import Input
from generator.story.timeline import Timeline, place_in_time
from generator.words.markup import plain_text


def outputs(edition: Edition) -> Iterator[Output]:
    """One page an outlet, and the index of all outlets by country."""
    timeline = edition.site.timeline
    for outlet in _published(timeline):
        source = timeline.sources["outlets", outlet.id].path
        inputs = _inputs(timeline, outlet) | edition.templates.inputs("outlet")
        yield Output(
            f"outlets/{outlet.id}.md",
            inputs,
            partial(_outlet, edition, outlet),
            source,
            words=partial(_words, edition, outlet),
        )
    yield list_page(edition, "outlets", every("outlets", "articles", "events"), _groups, _lead)


def _inputs(timeline: Timeline, outlet: Outlet) -> frozenset[Input]:
    relayed = timeline.relayed_from.get(outlet.id, ())
    articles = (*timeline.articles_by_outlet.get(outlet.id, ()), *relayed)
    outlets = {outlet.id, *(article.outlet for article in relayed), *(timeline.origin[one.id] for one in articles)}
    return rows(_events(timeline, outlet)) | {
        *(("articles", article.id) for article in articles),
        *(("outlets", one) for one in outlets),
    }


def _events(timeline: Timeline, outlet: Outlet) -> list[Event]:
    """The events that an outlet's articles are cited for, in order of time."""
    articles = timeline.articles_by_outlet.get(outlet.id, ())
    events = {event.id: event for article in articles for event in timeline.by_article.get(article.id, ())}
    return sorted(events.values(), key=place_in_time)


def _words(edition: Edition, outlet: Outlet) -> Words:
    about = plain_text(edition.plain(outlet.about)) if outlet.about else ""
    return Words(edition.plain(outlet.name), "\n".join(filter(None, [about, outlet.owner or ""])))


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
        articles=articles,
        relayed=timeline.relayed_from.get(outlet.id, ()),
        events=events,
        go=go,
    )


def _groups(go: Links) -> Iterator[tuple[str, list[object]]]:
    edition, timeline = go.edition, go.edition.site.timeline
    by_country = sorted(
        _published(timeline),
        key=lambda outlet: (
            outlet.country is None,
            go.country(outlet.country),
            edition.plain(outlet.name).lower(),
        ),
    )
    groups: dict[str, list[object]] = {}
    for outlet in by_country:
        count = go.count("articles", len(timeline.articles_by_outlet.get(outlet.id, ())))
        heading = go.country(outlet.country) or edition.language.say("no-country-outlet")
        groups.setdefault(heading, []).append(go.counted(go.outlet(outlet), count))
    yield from groups.items()


def _lead(go: Links) -> str:
    timeline = go.edition.site.timeline
    cited = {article.outlet for key, article in timeline.articles.items() if key in timeline.by_article}
    count = go.count("outlets", len(_published(timeline)))
    return go.edition.language.say("index-outlets-lead", count=count, cited=len(cited))
