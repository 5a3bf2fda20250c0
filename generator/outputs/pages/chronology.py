"""The timeline as a list by year and month, and a page for each year."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.outputs.artifact import Output
from generator.outputs.edition import Edition, rows
from generator.outputs.html import heading_anchor
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import ROWS, Links
from generator.outputs.pages.periods import month_of, year_slug, years_of
from generator.records.schema import Event
from generator.words.date_words import month_in_words, year_in_words


@dataclass(frozen=True)
class Month:
    """Events of a month; the name is empty where the month is not known."""

    name: str
    events: list[Event]


@dataclass(frozen=True)
class Year:
    """Months of a year; the number is None for what is older than any year."""

    number: int | None
    name: str
    months: list[Month]

    @property
    def anchor(self) -> str:
        """The id that Markdown builders give the year's heading."""
        return heading_anchor(self.name)

    @property
    def path(self) -> str:
        """Where the year's own page stands."""
        return f"years/{year_slug(self.number or 0)}.md"

    @property
    def count(self) -> int:
        """How many events it has."""
        return sum(len(month.events) for month in self.months)


def outputs(edition: Edition) -> Iterator[Output]:
    """The timeline, and one page a year."""
    years = [
        Year(number, year_in_words(number, edition.language) if number is not None else "", _months(edition, events))
        for number, events in years_of(edition.site.standing_events).items()
    ]
    inputs = ROWS | edition.templates.inputs("timeline")
    yield Output("timeline/index.md", inputs, partial(_timeline, edition, years))
    for year in years:
        if year.number is not None:
            events = [event for month in year.months for event in month.events]
            inputs = rows(events) | edition.templates.inputs("year")
            yield Output(year.path, inputs, partial(_year, edition, year))


def _timeline(edition: Edition, years: list[Year]) -> Page:
    go = Links(edition, "../")
    lead = edition.language.say("timeline-lead", count=go.count("events", len(edition.site.standing_events)))
    head = front_matter("timeline", edition.language.say("timeline"), lead, timeline="")
    return edition.templates.render("timeline", head, lead=lead, years=years, go=go)


def _year(edition: Edition, year: Year) -> Page:
    go = Links(edition, "../")
    count = go.count("events", year.count)
    head = front_matter("year", year.name, count)
    return edition.templates.render("year", head, name=year.name, kicker=count, months=year.months, go=go)


def _months(edition: Edition, events: list[Event]) -> list[Month]:
    """Events of a year by month; those of no certain month come first."""
    grouped = groupby(sorted(events, key=lambda event: (month_of(event) or (0, 0))[1]), key=month_of)
    return [Month(month_in_words(*month, edition.language) if month else "", list(found)) for month, found in grouped]
