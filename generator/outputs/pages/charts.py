"""Charts of the whole story: events over time, who reported what how late, who appears with whom."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.outputs.artifact import Output, just
from generator.outputs.charts.bars import Part, bars, totals_of
from generator.outputs.charts.lags import Lag, Lags, lags_of
from generator.outputs.charts.matrix import LEVELS, Cell, matrix
from generator.outputs.charts.over_time import Periods, busiest, periods_of
from generator.outputs.charts.svg import Drawing
from generator.outputs.charts.table import Table, csv_text, html_table
from generator.outputs.charts.together import Together, together
from generator.outputs.edition import Edition, every
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import ROWS, Links
from generator.records.schema import Event
from generator.words.date_words import gap_in_words, month_in_words, year_in_words
from generator.words.markup import markdown_text

_PAGE = "charts/index.md"
_DATA = "charts/data"
_SOON = ((0, 3), (2, 2), (14, 1))
"""The most days of a lag that has a shade; what is later has the faintest."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its key in ids and addresses, what it shows, what it finds, how it is read, its drawing and data."""

    key: str
    title: str
    finding: str
    about: str
    draw: Callable[[bool], Drawing]
    """The wide drawing, or the narrow one, for a phone, which the style sheet shows there in its place."""
    table: Table

    @property
    def file(self) -> str:
        """The path of its data."""
        return f"{_DATA}/{self.key}.csv"

    def figure(self, go: Links) -> Markup:
        """The drawings and the data as one block of HTML; a drawing moves sideways where it is too wide."""
        about = f"{self.finding}. {self.about}"
        wide, narrow = self.draw(False), self.draw(True)
        return Markup(
            '<figure class="dl-chart" id="chart-{key}"><div class="dl-chart__box" tabindex="0" role="group" '
            'aria-label="{title}"><div class="dl-chart__wide">{wide}</div><div class="dl-chart__narrow">{narrow}</div>'
            "</div><details><summary>{data}</summary>"
            '<div class="dl-chart__data" tabindex="0" role="group" aria-label="{data}: {title}">{table}</div>'
            "</details></figure>"
        ).format(
            key=self.key,
            title=markdown_text(self.title),
            wide=wide.told(f"chart-{self.key}", self.title, about) + _still(wide),
            narrow=narrow.told(f"chart-{self.key}-narrow", self.title, about) + _still(narrow),
            data=go.say("charts-data"),
            table=html_table(self.table),
        )


def _still(drawing: Drawing) -> Markup:
    return drawing.in_sight() if drawing.names else Markup("")


def outputs(edition: Edition) -> Iterator[Output]:
    """The page, and a file of data for each of its charts."""
    inputs = just(ROWS | every("actors") | edition.templates.inputs("charts"))
    charts = list(_charts(edition))
    yield Output(_PAGE, inputs, partial(_page, edition, charts))
    for chart in charts:
        yield Output(chart.file, inputs, partial(csv_text, chart.table))


def _charts(edition: Edition) -> Iterator[Chart]:
    """Those of which there is something to show; nothing is drawn yet."""
    if time := _time_of(edition.site.standing_events):
        yield _by_kind(edition, time)
        yield _by_status(edition, time)
    if reports := _reports(edition):
        yield reports
    if meetings := _meetings(edition):
        yield meetings


def _page(edition: Edition, charts: Sequence[Chart]) -> Page:
    go, say = Links(edition, "../"), edition.language.say
    lead = say("charts-lead", date=edition.as_of)
    return edition.templates.render(
        "charts", front_matter("charts", say("charts"), lead), lead=lead, charts=charts, go=go
    )


@dataclass(frozen=True, slots=True)
class _Time:
    """The periods of a story, and in which of their columns each event stands, if that is known."""

    periods: Periods
    events: Sequence[tuple[Event, int | None]]


def _time_of(events: Sequence[Event]) -> _Time | None:
    """When events happened; None where that makes no two columns."""
    periods = periods_of(event.date for event in events)
    if periods is None or len(periods.columns) < 2:
        return None
    return _Time(periods, [(event, periods.place(event.date)) for event in events])


def _by_kind(edition: Edition, time: _Time) -> Chart:
    kinds = edition.site.timeline.kinds
    names = {key: edition.plain(kind.group or kind.label) for key, kind in kinds.items()}
    colours: dict[str, str] = {}
    for key in sorted(kinds, key=lambda key: (kinds[key].order is None, kinds[key].order or 0)):
        colours.setdefault(names[key], kinds[key].colour)
    divided = [(name, "bar", colour, name) for name, colour in colours.items()]
    return _over_time(edition, "kinds", time, divided, lambda event: names[event.kind], _busiest)


def _by_status(edition: Edition, time: _Time) -> Chart:
    say = edition.language.say
    statuses = dict.fromkeys(event.status_now for event in edition.site.standing_events)
    divided = [(status, f"bar dl-chart__bar--{status}", "", say(f"status-{status}")) for status in statuses]
    return _over_time(edition, "statuses", time, divided, lambda event: event.status_now, _foremost)


def _busiest(edition: Edition, columns: Sequence[str], parts: Sequence[Part]) -> str | None:
    run, say = busiest(totals_of(parts)), edition.language.say
    if run is None:
        return None
    start, end = columns[run[0]], columns[run[1]]
    return say("charts-most", period=start if start == end else say("charts-run", start=start, end=end))


def _foremost(edition: Edition, columns: Sequence[str], parts: Sequence[Part]) -> str | None:
    count, total = sum(parts[0].counts), sum(totals_of(parts))
    if len(parts) < 2 or count * 2 <= total:
        return None
    return edition.language.say("charts-most-status", status=parts[0].name, count=count, total=total)


def _over_time(
    edition: Edition,
    key: str,
    time: _Time,
    divided: Iterable[tuple[str, str, str, str]],
    part_of: Callable[[Event], str],
    finding: Callable[[Edition, Sequence[str], Sequence[Part]], str | None],
) -> Chart:
    """A chart of parts, each with what `part_of` gives for its events, a class, a colour, and a name."""
    say, periods = edition.language.say, time.periods
    found = Counter((part_of(event), place) for event, place in time.events)
    parts = []
    for part, kind, colour, name in divided:
        counts = tuple(found[part, column] for column in periods.columns)
        if sum(counts):
            parts.append(Part(name, counts, kind, colour))
    parts.sort(key=lambda part: -sum(part.counts))
    columns = [_period(edition, periods, place) for place in periods.columns]
    totals, title = totals_of(parts), say(f"charts-{key}")
    left = sum(place is None for _, place in time.events)
    about = say(f"charts-{key}-about") + (f" {say('charts-undated', count=left)}" if left else "")
    table = Table(
        (say("charts-period"), *(part.name for part in parts), say("charts-all")),
        tuple((column, *(part.counts[at] for part in parts), totals[at]) for at, column in enumerate(columns)),
    )
    told = finding(edition, columns, parts) or title

    def draw(narrow: bool) -> Drawing:
        return bars(columns, say("charts-all"), parts, narrow=narrow)

    return Chart(key, title, told, about, draw, table)


def _period(edition: Edition, periods: Periods, place: int) -> str:
    language = edition.language
    if place < 0:
        return language.say("charts-before")
    if place > periods.last - periods.first:
        return language.say("charts-after")
    number = periods.first + place
    if periods.unit == "month":
        return month_in_words(number // 12, number % 12 + 1, language)
    year = year_in_words(number * periods.step, language)
    return year if periods.step == 1 else language.say("charts-years", year=year)


def _reports(edition: Edition) -> Chart | None:
    say, lags = edition.language.say, lags_of(edition.site.dossiers.values())
    if len(lags.events) < 2 or len(lags.outlets) < 2:
        return None
    rows = [edition.plain(outlet.name) for outlet in lags.outlets]
    columns = [edition.plain(event.title) for event in lags.events]
    cells = {
        (row, column): _lag_cell(edition, lag, rows[row], columns[column])
        for row, outlet in enumerate(lags.outlets)
        for column, event in enumerate(lags.events)
        if (lag := lags.of.get((outlet.id, event.id)))
    }
    days = lags.median
    finding = say("charts-reports") if days is None else say("charts-half", days=days)
    about = say("charts-reports-about", outlets=len(rows), events=len(columns))

    def draw(narrow: bool) -> Drawing:
        if not narrow:
            return matrix(rows, columns, cells)
        newest_first = {(row, len(columns) - 1 - column): cell for (row, column), cell in cells.items()}
        return matrix(rows, columns[::-1], newest_first, narrow=True)

    return Chart("reports", say("charts-reports"), finding, about, draw, _lag_table(edition, lags))


def _lag_cell(edition: Edition, lag: Lag, outlet: str, event: str) -> Cell:
    told = f"{outlet} · {event}: {_lag_words(edition, lag)}"
    if lag.first:
        return Cell("●", LEVELS - 1, told)
    if lag.days is None:
        return Cell("?", 0, told)
    level = next((shade for most, shade in _SOON if lag.days <= most), 0)
    return Cell(f"{lag.days}" if lag.exact else f"{lag.days}+", level, told)


def _lag_words(edition: Edition, lag: Lag) -> str:
    if lag.first:
        return edition.language.say("event-first")
    gap = lag.report.gap
    return gap_in_words(gap, edition.language) if gap else edition.language.say("charts-unknown")


def _lag_table(edition: Edition, lags: Lags) -> Table:
    say, go = edition.language.say, Links(edition, "")
    rows = []
    for event in lags.events:
        for outlet in lags.outlets:
            if lag := lags.of.get((outlet.id, event.id)):
                days = "" if lag.days is None else lag.days
                published = go.words(lag.report.article.published)
                words = _lag_words(edition, lag)
                rows.append((edition.plain(event.title), edition.plain(outlet.name), published, words, days))
    head = ("event", "outlet", "published", "lag", "days")
    return Table(tuple(say(f"charts-column-{name}") for name in head), tuple(rows))


def _meetings(edition: Edition) -> Chart | None:
    say, found = edition.language.say, _together(edition)
    if len(found.actors) < 3:
        return None
    actors = edition.site.timeline.actors
    names = {key: edition.plain(actors[key].name) for key in found.actors}
    most = max(found.both.values())
    cells: dict[tuple[int, int], Cell] = {}
    rows: list[tuple[str | int, ...]] = []
    for row, one in enumerate(found.actors):
        for column, other in enumerate(found.actors):
            count = found.both.get(frozenset((one, other)), 0)
            if one == other:
                cells[row, column] = Cell("·", 0, say("charts-alone", actor=names[one], count=found.alone[one]))
            elif count:
                # The square root: what is once or twice is told apart too, where somebody meets thirty times.
                level = min(LEVELS - 1, int((count / most) ** 0.5 * LEVELS))
                told = say("charts-both", one=names[one], other=names[other], count=count)
                cells[row, column] = Cell(str(count), level, told)
                if row < column:
                    rows.append((names[one], names[other], count))
    finding = say("charts-meetings")
    if found.foremost:
        one, other, count = found.foremost
        finding = say("charts-foremost", one=names[one], other=names[other], count=count)
    ordered = [names[key] for key in found.actors]
    table = Table(
        tuple(say(f"charts-column-{name}") for name in ("actor", "with", "events")),
        tuple(sorted(rows, key=lambda row: -int(row[2]))),
    )
    about = say("charts-meetings-about", count=len(ordered))

    def draw(narrow: bool) -> Drawing:
        return matrix(ordered, ordered, cells, narrow=narrow)

    return Chart("meetings", say("charts-meetings"), finding, about, draw, table)


def _together(edition: Edition) -> Together:
    return together([part.actor for part in event.actors] for event in edition.site.standing_events)
