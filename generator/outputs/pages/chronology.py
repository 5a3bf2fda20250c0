"""The timeline as a list by year and month, and a page for each year."""

from collections.abc import Iterator
from functools import partial

from generator.outputs.artifact import Output, just
from generator.outputs.edition import Edition
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import ROWS, Links
from generator.outputs.pages.long_lists import LongList, event_entries


def outputs(edition: Edition) -> Iterator[Output]:
    """The timeline, and one page a year."""
    events = events_of(edition)
    inputs = just(ROWS | edition.templates.inputs("timeline"))
    yield Output("timeline/index.md", inputs, partial(_timeline, edition, events))
    yield from events.pages()


def events_of(edition: Edition) -> LongList:
    """All events that stand, in order of time."""
    return LongList(
        edition, "years", "timeline/index.md", "", "events", event_entries(edition.site.standing_events, edition)
    )


def _timeline(edition: Edition, events: LongList) -> Page:
    go = Links(edition, "../")
    lead = edition.language.say("timeline-lead", count=go.count("events", len(events.entries)))
    head = front_matter("timeline", edition.language.say("timeline"), lead, timeline="")
    return edition.templates.render("timeline", head, lead=lead, events=events, years=events.years, go=go)
