"""The timeline as a list by year and month, and a page for each year."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.dates.edtf import parse_edtf
from generator.outputs.pages.links import Words, front_matter, month_of, plural, years_of
from generator.records.schema import Event
from generator.story.site import Page, Site
from generator.words.date_words import words_of


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
        return self.name


def render(site: Site) -> Iterator[Page]:
    """The timeline, and one page a year."""
    years = [
        Year(number, words_of(parse_edtf(year_text(number))) if number is not None else "", list(_months(events)))
        for number, events in years_of(site.standing_events).items()
    ]
    lead = f"{plural(len(site.standing_events), 'event')}, in order of the earliest day on which each may have begun."
    head = front_matter("timeline", "Timeline", lead, timeline="")
    body = site.template.render("timeline", head, lead=lead, years=years, go=Words(site, "../"))
    yield Page("timeline/index.md", body)
    for year in years:
        if year.number is not None:
            count = plural(sum(len(month.events) for month in year.months), "event")
            head = front_matter("year", year.name, count)
            go = Words(site, "../")
            body = site.template.render("year", head, name=year.name, kicker=count, months=year.months, go=go)
            yield Page(f"years/{year.name}.md", body)


def year_text(number: int) -> str:
    """A year as EDTF writes it."""
    if abs(number) > 9999:
        return f"Y{number}"
    return f"{'-' if number < 0 else ''}{abs(number):04d}"


def _months(events: list[Event]) -> Iterator[Month]:
    """Events of a year by month; those of no certain month come first."""
    for month, found in groupby(sorted(events, key=month_of), key=month_of):
        yield Month(words_of(parse_edtf(month)) if month else "", list(found))
