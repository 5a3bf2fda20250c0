"""Event pages: what happened, how well it is established, who reported it, and what it is linked to."""

from bisect import bisect_left
from collections.abc import Iterator

from markupsafe import Markup

from generator.outputs.pages.links import STANCE_WORDS, Words, front_matter, plural
from generator.records.schema import Article, Event, Outlet, Storyline
from generator.story.provenance import Origin, Report, date_basis, first_articles, origins_of, standing_of
from generator.story.site import Page, Site
from generator.story.timeline import place_in_time
from generator.words.markup import markdown_text, plain_text

_BASIS_WORDS = {"stated": "Stated.", "resolved": "Resolved.", "inferred": "Inferred."}

Neighbour = tuple[Storyline, Event | None, Event | None]


def render(site: Site) -> Iterator[Page]:
    """One page an event, and the index of all events by kind."""
    for event in site.timeline.events:
        yield Page(f"events/{event.id}.md", _event(site, event), site.timeline.sources["events", event.id].path)
    go = Words(site, "../")
    groups = []
    for kind_id, kind in site.timeline.kinds.items():
        events = [event for event in site.timeline.events if event.kind == kind_id]
        if events:
            groups.append((f"{kind.label}", [go.row(event) for event in events]))
    lead = f"{plural(len(site.timeline.events), 'event')} by kind, each in order of time."
    head = front_matter("events", "Events", lead)
    yield Page("events/index.md", site.template.render("list", head, title="Events", lead=lead, groups=groups))


def _event(site: Site, event: Event) -> str:
    go, timeline = Words(site, "../"), site.timeline
    origins = origins_of(event, timeline)
    first = first_articles(event, timeline)
    basis = date_basis(event)
    standing = standing_of(event, timeline)
    summary = plain_text(str(event.summary)) if event.summary else ""
    return site.template.render(
        "event",
        front_matter("event", str(event.title), summary, status=event.status_now, importance=event.importance),
        event=event,
        site=site,
        go=go,
        kind=timeline.kinds[event.kind],
        overdue=go.is_overdue(event),
        standing_words=standing.capitalize() + ".",
        standing_reason=_standing_reason(event, standing, origins),
        basis=basis,
        basis_words=_BASIS_WORDS[basis.kind],
        basis_article=timeline.articles[basis.evidence.article] if basis.evidence else None,
        places=[go.place(timeline.places[place]) for place in event.places],
        people=[_participant(go, part.actor, part.role) for part in event.actors],
        storylines=[go.storyline(timeline.storylines[storyline]) for storyline in event.storylines],
        reported=go.reported(event),
        reporting=_reporting(go, origins, first),
        groups=_groups(origins),
        first=first,
        stances=STANCE_WORDS,
        links=timeline.links.get(event.id, ()),
        neighbours=list(_neighbours(site, event)),
    )


def _participant(go: Words, actor: str, role: str | None) -> Markup:
    link = go.actor(go.site.timeline.actors[actor])
    return link + Markup(f" ({markdown_text(role)})") if role else link


def _standing_reason(event: Event, standing: str, origins: tuple[Origin, ...]) -> str:
    """Why an event stands as it does, in a sentence."""
    independent = plural(len(origins), "independent origin")
    if standing == "withdrawn":
        return "This record no longer stands."
    if standing == "disputed":
        return f"A source contradicts it; {independent} in all. Both sides are shown below."
    if standing == "corroborated":
        return f"{independent} report it."
    return "All that is known of it here goes back to one origin."


def _reporting(go: Words, origins: tuple[Origin, ...], first: list[Article]) -> Markup:
    """The line above the reports: how many, from where, who was first."""
    reports = [report for origin in origins for report in origin.reports]
    outlets = {report.outlet.id for report in reports}
    countries = {report.outlet.country for report in reports} - {None}
    counts = [plural(len(reports), "article"), plural(len(outlets), "outlet")]
    if countries:
        counts.append(plural(len(countries), "country", "countries"))
    line = Markup(f"{', '.join(counts)}, {plural(len(origins), 'origin')}.")
    if not first:
        return line + Markup(" Which was first is not known.")
    names = [go.outlet(outlet) for outlet in {article.outlet: _outlet_of(go, article) for article in first}.values()]
    return line + Markup(f" First, on {go.when(first[0].published)}: {go.series(names)}.")


def _outlet_of(go: Words, article: Article) -> Outlet:
    return go.site.timeline.outlets[article.outlet]


def _groups(origins: tuple[Origin, ...]) -> list[tuple[str, tuple[Report, ...]]]:
    """Reports under headings: those that go back to one origin together, then the origins with one report each."""
    groups = [(f"From {origin.name}", origin.reports) for origin in origins if len(origin.reports) > 1]
    single = tuple(origin.reports[0] for origin in origins if len(origin.reports) == 1)
    if single:
        heading = f"One report from each of {len(single)} {'more ' if groups else ''}origins"
        groups.append(("One report" if len(single) == 1 else heading, single))
    return groups


def _neighbours(site: Site, event: Event) -> Iterator[Neighbour]:
    """The events before and after this one in each of its storylines."""
    for storyline in event.storylines:
        events = site.timeline.by_storyline[storyline]
        at = bisect_left(events, place_in_time(event), key=place_in_time)
        before = events[at - 1] if at else None
        after = events[at + 1] if at + 1 < len(events) else None
        if before or after:
            yield site.timeline.storylines[storyline], before, after
