"""Event pages: what happened, how well it is established, who reported it, and what it is linked to."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from generator.outputs.artifact import Output
from generator.outputs.citations import FORMATS, citation_of
from generator.outputs.edition import DAY, LOCK, Edition
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.coverage import coverage_of
from generator.outputs.pages.links import ROWS, Links
from generator.outputs.pages.lists import list_page
from generator.outputs.pages.long_lists import MOST, LongList, event_entries
from generator.records.schema import Event
from generator.story.dossier import Dossier, Input
from generator.story.lock import has_checked_date_words
from generator.story.provenance import Report
from generator.story.quoted import quoted_of
from generator.words.date_words import gap_in_words
from generator.words.markup import plain_text


def outputs(edition: Edition) -> Iterator[Output]:
    """One page an event, and the index of all events by kind."""
    timeline = edition.site.timeline
    for dossier in edition.site.dossiers.values():
        inputs, make = partial(_inputs, edition, dossier), partial(_event, edition, dossier)
        source = timeline.sources["events", dossier.event.id].path
        yield Output(f"events/{dossier.event.id}.md", inputs, make, source)
    yield list_page(edition, "events", ROWS, _groups, _lead)
    if len(timeline.events) > MOST:
        for _, events in _by_kind(edition):
            yield from events.pages()


def _inputs(edition: Edition, dossier: Dossier) -> frozenset[Input]:
    timeline, event = edition.site.timeline, dossier.event
    speakers = [claim.speaker for claim in event.claims if claim.speaker and claim.speaker in timeline.actors]
    return (
        edition.templates.inputs("event")
        | edition.site.made_from(event.id)
        | {
            *(("actors", actor) for actor in (*(part.actor for part in event.actors), *speakers)),
            *(("places", place) for place in event.places),
            *(("storylines", storyline) for storyline in event.storylines),
            *(("outlets", claim.via) for claim in event.claims if claim.via),
            ("vocabulary", "vocabulary"),
            DAY,
            LOCK,
            edition.published.input,
        }
    )


def _event(edition: Edition, dossier: Dossier) -> Page:
    go, timeline, event = Links(edition, "../"), edition.site.timeline, dossier.event
    summary = plain_text(edition.plain(event.summary)) if event.summary else ""
    head = {"status": event.status_now, "importance": event.importance}
    return edition.templates.render(
        "event",
        front_matter("event", edition.plain(event.title), summary, **head),
        event=event,
        dossier=dossier,
        go=go,
        kind=timeline.kinds[event.kind],
        standing_reason=_standing_reason(go, dossier),
        date_reason=_date_reason(go, dossier),
        places=[go.place(timeline.places[place]) for place in event.places],
        people=[go.participant(part) for part in event.actors],
        storylines=[go.storyline(timeline.storylines[storyline]) for storyline in event.storylines],
        reporting=_reporting(go, dossier),
        groups=_groups_of(go, dossier),
        gap=lambda report: gap_in_words(report.gap, edition.language),
        coverage=coverage_of(go, dossier),
        quoted=quoted_of(dossier),
        citation=_citation(go, dossier),
        citations={name: f"{event.id}/{file}" for file, (name, _) in FORMATS.items()}
        if edition.published.citations
        else {},
        articles=timeline.articles,
        outlets=timeline.outlets,
    )


def _citation(go: Links, dossier: Dossier) -> Markup:
    """How its page is cited, in a sentence; a browser tells the address that the site does not know (cite.js)."""
    citation = citation_of(go.edition, dossier)
    title, day = go.own(dossier.event.title), go.edition.as_of
    url = citation.url or Markup('<span class="dl-cite__address" hidden></span>')
    return go.say(f"cite-text{'-site' if citation.site else ''}", title=title, site=citation.site, url=url, date=day)


def _standing_reason(go: Links, dossier: Dossier) -> str:
    """Why an event stands as it does, in a sentence."""
    origins = go.count("independent-origins", len(dossier.origins))
    return go.edition.language.say(f"standing-why-{dossier.standing}", origins=origins)


def _date_reason(go: Links, dossier: Dossier) -> Markup:
    """What an event's date rests on, in a sentence."""
    basis = dossier.date_basis
    if basis.evidence is None:
        return go.say("basis-why-inferred")
    article = go.edition.site.timeline.articles[basis.evidence.article]
    message = f"basis-why-{basis.kind}"
    if basis.date_words and not has_checked_date_words(go.edition.site.lock, basis.evidence):
        message += "-unchecked"
    elif basis.kind == "stated" and basis.date_words:
        message += "-in"
    return go.say(
        message,
        article=go.headline(article),
        words=go.tongue(basis.date_words or "", article.language),
        date=go.words(article.published),
    )


def _reporting(go: Links, dossier: Dossier) -> Markup:
    """The line above the reports: how many, from where, who was first."""
    reports = [report for origin in dossier.origins for report in origin.reports]
    countries = {report.outlet.country for report in reports} - {None}
    counts = [go.count("articles", len(reports)), go.count("outlets", len(dossier.outlets))]
    if not reports:
        return go.say("standing-why-unestablished")
    if countries:
        counts.append(go.count("countries", len(countries)))
    origins = go.count("origins", len(dossier.origins))
    line = go.say("reporting-counts", counts=", ".join(counts), origins=origins)
    if dossier.told_long_after or (not dossier.first and len(reports) == 1):
        return line
    line += " "
    if not dossier.first:
        return line + go.say("reporting-first-unknown")
    outlets = dict.fromkeys(article.outlet for article in dossier.first)
    names = [go.outlet(go.edition.site.timeline.outlets[outlet]) for outlet in outlets]
    return line + go.say("reporting-first", date=go.when(dossier.first[0].published), outlets=go.series(names))


def _groups_of(go: Links, dossier: Dossier) -> list[tuple[str, tuple[Report, ...]]]:
    """Reports under headings: those of one origin together, then the origins with one report each, then what does not
    count."""
    say, plain, origins = go.edition.language.say, go.edition.plain, dossier.origins
    groups = [
        (say("reports-from", origin=plain(origin.outlet.name)), origin.reports)
        for origin in origins
        if len(origin.reports) > 1
    ]
    single = tuple(origin.reports[0] for origin in origins if len(origin.reports) == 1)
    if single:
        message = "reports-one" if len(single) == 1 else "reports-more" if groups else "reports-single"
        groups.append((say(message, count=len(single)), single))
    if dossier.previews:
        groups.append((say("reports-beforehand"), dossier.previews))
    if dossier.mentions:
        groups.append((say("reports-mentions"), dossier.mentions))
    return groups


def _by_kind(edition: Edition) -> Iterator[tuple[str, LongList]]:
    """The events of each kind that has any, under its name."""
    timeline = edition.site.timeline
    of: dict[str, list[Event]] = {}
    for event in timeline.events:
        of.setdefault(event.kind, []).append(event)
    for key, kind in timeline.kinds.items():
        if entries := event_entries(of.get(key, ()), edition):
            name = edition.plain(kind.label)
            yield name, LongList(edition, f"events/kind/{key}", "events/index.md", name, "events", entries)


def _groups(go: Links) -> Iterator[tuple[str, list[Markup]]]:
    divided = len(go.edition.site.timeline.events) > MOST
    for name, events in _by_kind(go.edition):
        yield name, events.lines(go) if divided else [entry.line(go) for entry in events.entries]


def _lead(go: Links) -> str:
    count = go.count("events", len(go.edition.site.timeline.events))
    return go.edition.language.say("index-events-lead", count=count)
