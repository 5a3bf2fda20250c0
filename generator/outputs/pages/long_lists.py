"""Lists by year and month, and pages of their own for those that one page cannot hold."""

# Ten thousand lines are three megabytes, of which a phone shows twenty. A list of more than MOST lines tells its years,
# each of which has a page, and a year of more its months.

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby

from markupsafe import Markup

from generator.dates.edtf import Edtf
from generator.outputs.artifact import Output
from generator.outputs.edition import DAY, ROW, Edition
from generator.outputs.html import heading_anchor
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import Links
from generator.outputs.periods import month_of, year_of, year_slug
from generator.records.schema import Article, Event
from generator.story.dossier import Input
from generator.words.date_words import month_in_words
from generator.words.language import Language

MOST = 300
"""Lines of a list on one page."""


@dataclass(frozen=True)
class Entry:
    """A line of a list: the date by which it stands there, how it is written, and what that is made from."""

    date: Edtf
    line: Callable[[Links], Markup]
    made_from: tuple[Input, ...]

    @cached_property
    def year(self) -> int | None:
        """The year under which it stands."""
        return year_of(self.date)

    @cached_property
    def month(self) -> tuple[int, int] | None:
        """The year and month under which it stands, or None where its month is not known."""
        return month_of(self.date)


def event_entries(events: Iterable[Event], edition: Edition) -> tuple[Entry, ...]:
    """The lines of events; an event's is the same in each of the dozen lists that it stands in."""
    known = edition.entries
    return tuple(known.get(event.id) or known.setdefault(event.id, _event_entry(event)) for event in events)


def _event_entry(event: Event) -> Entry:
    return Entry(event.date, partial(_event_line, event), ((ROW, event.id),))


def article_entries(articles: Iterable[Article], edition: Edition, *, with_outlet: bool = True) -> tuple[Entry, ...]:
    """The lines of articles."""
    origin = edition.site.timeline.origin
    return tuple(
        Entry(
            article.published,
            partial(_article_line, article, with_outlet),
            (("articles", article.id), ("outlets", article.outlet), ("outlets", origin[article.id])),
        )
        for article in articles
    )


def _event_line(event: Event, go: Links) -> Markup:
    return go.row(event)


def _article_line(article: Article, with_outlet: bool, go: Links) -> Markup:
    return go.article_row(article, with_outlet=with_outlet)


@dataclass(frozen=True)
class Month:
    """Lines of a month: its name, which is empty where the month is not known, its page, and its entries."""

    name: str
    path: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Year:
    """Lines of a year, as the list has them: its name and its page; what is older than any year has no name."""

    name: str
    path: str
    found: Sequence[Entry]
    language: Language

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """Its months, each with its lines; first those whose month is not known."""
        found = self.found
        newest_first = len(found) > 1 and found[0].date.sort_key > found[-1].date.sort_key
        ordered = sorted(found, key=lambda entry: (entry.month or (0, 0))[1], reverse=newest_first)
        return tuple(
            Month(month_in_words(*month, self.language), _month_path(self.path, month[1]), tuple(entries))
            if month
            else Month("", "", tuple(entries))
            for month, entries in groupby(ordered, key=_month)
        )

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of its lines, in the order of its months."""
        return tuple(entry for month in self.months for entry in month.entries)

    @property
    def anchor(self) -> str:
        """The id that Markdown builders give the year's heading."""
        return heading_anchor(self.name)


@dataclass(frozen=True)
class LongList:
    """A list whose years have pages below a folder: on which page it stands, and what its lines are counted as."""

    edition: Edition
    folder: str
    page: str
    title: str
    """What the pages are about beside their time; empty where that is all."""
    counted: str
    entries: tuple[Entry, ...]

    @property
    def is_divided(self) -> bool:
        """Whether the list is too long for one page."""
        return len(self.entries) > MOST

    @cached_property
    def years(self) -> list[Year]:
        """Its years, in the order of its entries."""
        found: dict[int | None, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.year, []).append(entry)
        return [self._year(number, entries) for number, entries in found.items()]

    def _year(self, number: int | None, entries: Sequence[Entry]) -> Year:
        path = f"{self.folder}/{'undated' if number is None else year_slug(number)}.md"
        name = "" if number is None else Links(self.edition, "").year(number)
        return Year(name, path, entries, self.edition.language)

    def lines(self, go: Links) -> list[Markup]:
        """A line for each year, with how much it holds."""
        return [
            go.counted(go.page(year.name or go.year(None), year.path), go.count(self.counted, len(year.found)))
            for year in self.years
        ]

    def lines_or_years(self, go: Links) -> list[Markup]:
        """All of its lines, or where they are too many for a page, a line for each year."""
        return self.lines(go) if self.is_divided else [entry.line(go) for entry in self.entries]

    def pages_if_divided(self) -> Iterator[Output]:
        """The pages that it needs because one cannot hold it."""
        if self.is_divided:
            yield from self.pages()

    def pages(self) -> Iterator[Output]:
        """The pages of its years, and of the months of those that are too long."""
        for year in self.years:
            divided = len(year.found) > MOST
            yield self._output(year.path, partial(self._page, year, divided), year.found)
            for month in year.months if divided else ():
                if month.name:
                    yield self._output(month.path, partial(self._month_page, month), month.entries)

    def _output(self, path: str, make: Callable[[], Page], entries: Iterable[Entry]) -> Output:
        return Output(path, partial(self._inputs, entries), make)

    def _inputs(self, entries: Iterable[Entry]) -> frozenset[Input]:
        inputs = {("vocabulary", "vocabulary"), DAY, *(one for entry in entries for one in entry.made_from)}
        return self.edition.templates.inputs("year") | inputs

    def _page(self, year: Year, divided: bool) -> Page:
        go = Links(self.edition, "../" * year.path.count("/"))
        groups: list[tuple[str, list[Markup]]] = []
        for month in year.months:
            if divided and month.name:
                count = go.count(self.counted, len(month.entries))
                line = go.counted(go.page(month.name, month.path), count)
                groups = (
                    [*groups[:-1], ("", [*groups[-1][1], line])] if groups and not groups[-1][0] else [("", [line])]
                )
            else:
                groups.append((month.name, [entry.line(go) for entry in month.entries]))
        return self._render(go, year.name or go.year(None), len(year.found), groups)

    def _month_page(self, month: Month) -> Page:
        go = Links(self.edition, "../" * month.path.count("/"))
        return self._render(go, month.name, len(month.entries), [("", [entry.line(go) for entry in month.entries])])

    def _render(self, go: Links, period: str, count: int, groups: list[tuple[str, list[Markup]]]) -> Page:
        words = go.count(self.counted, count)
        say = self.edition.language.say
        name = say("period-of", what=self.title, period=period) if self.title else period
        up = go.page(self.title, self.page) if self.title else ""
        return self.edition.templates.render(
            "year", front_matter("year", name, words), name=name, kicker=words, up=up, groups=groups, go=go
        )


def _month_path(year: str, month: int) -> str:
    return f"{year.removesuffix('.md')}-{month:02d}.md"


def _month(entry: Entry) -> tuple[int, int] | None:
    return entry.month
