"""Charts: what is counted, in which order it stands, and that strangers' words stay words."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from shutil import copytree
from xml.etree import ElementTree

import pytest

from generator.build import Built, build, check_content, outputs_of
from generator.dates.parse import parse_edtf
from generator.outputs.charts.bars import Part, bars
from generator.outputs.charts.matrix import Cell, matrix
from generator.outputs.charts.over_time import MOST, busiest, periods_of
from generator.outputs.charts.svg import shortened
from generator.outputs.charts.table import Table, csv_text, html_table
from generator.outputs.charts.together import together
from generator.outputs.edition import Edition
from generator.outputs.pages import charts
from generator.outputs.pages.charts import Chart
from generator.project import TEMPLATES
from tests.examples import REPOSITORY, TODAY, built, project, read_example

HOSTILE = '=HYPERLINK("https://x.example") <script>&{{ 7*7 }}</svg>'


def places(*dates: str) -> list[int | None]:
    periods = periods_of(map(parse_edtf, dates))
    assert periods
    return [periods.place(parse_edtf(date)) for date in dates]


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        # A short story goes by months.
        (("2030-11-02", "2031-02", "2031-02-28"), [0, 3, 3]),
        # One date without a month, and it goes by years.
        (("2030-11-02", "2031", "2031-02-28"), [0, 1, 1]),
        # What lies far off stands before or after all.
        (("1777", "2030", "2031", "2031", "2031", "2032"), [-1, 0, 1, 1, 1, 2]),
        (("2030", "2031", "2031", "2031", "2032", "2999"), [0, 1, 1, 1, 2, 3]),
        # What has no period has no place.
        (("../2030", "../..", "2031", "2031-05"), [0, None, 1, 1]),
    ],
)
def test_a_date_stands_in_its_period(dates: tuple[str, ...], found: list[int | None]) -> None:
    assert places(*dates) == found


def test_a_long_story_goes_by_as_many_years_as_it_takes() -> None:
    periods = periods_of(parse_edtf(f"{year:04d}") for year in range(1000, 2000, 5))
    assert periods and periods.step == 100 and len(periods.columns) == 10
    for years in (range(1990, 2030), range(0, 3000, 7), range(-4000, 0, 90)):
        periods = periods_of(parse_edtf(f"{year:05d}" if year < 0 else f"{year:04d}") for year in years)
        assert periods and len(periods.columns) <= MOST + 2


@pytest.mark.parametrize(
    ("counts", "run"),
    [
        ([1, 5, 1, 1], (1, 1)),
        ([1, 3, 3, 1], (1, 2)),
        ([2, 2, 2, 2], None),
        ([3, 1], (0, 0)),
        ([0, 4, 0, 4, 0, 1], (1, 3)),
        ([3, 0, 0, 0, 0, 3], None),
        ([7], None),
    ],
)
def test_the_busiest_run_is_the_shortest_that_holds_more_than_half(
    counts: list[int], run: tuple[int, int] | None
) -> None:
    assert busiest(counts) == run


def test_actors_who_meet_stand_side_by_side() -> None:
    found = together([["a", "x"], ["a", "x"], ["b", "y"], ["b", "y"], ["b", "y"], ["x", "y"], ["alone"]])
    assert found.both == {frozenset("ax"): 2, frozenset("by"): 3, frozenset("xy"): 1}
    assert found.actors in (("a", "x", "y", "b"), ("b", "y", "x", "a"))
    assert found.alone == {"a": 2, "b": 3, "x": 3, "y": 4}
    assert found.foremost == ("y", "b", 3)


def test_of_pairs_that_appear_as_often_none_is_foremost() -> None:
    assert together([["a", "b"], ["c", "d"]]).foremost is None
    assert together([]).foremost is None


def test_bars_stack_to_the_height_of_their_count() -> None:
    drawing = bars(["2030", "2031"], "All", [Part("Talks", (2, 0)), Part("Votes", (2, 1), colour="#123456")])
    svg = ElementTree.fromstring(str(drawing.told("k", "T", "A")))
    heights = [float(box.get("height", "")) for box in svg.iter("{http://www.w3.org/2000/svg}rect")]
    assert heights == [75, 75, 37.5, 75, 75, 37.5]
    assert [box.get("color") for box in svg.iter("{http://www.w3.org/2000/svg}rect")][1] == "#123456"


def test_narrow_bars_fit_a_phone_and_name_the_newest_column_whole() -> None:
    columns = ["Before", *(str(year) for year in range(2001, 2027))]
    counts = (*range(len(columns) - 1), 123)
    drawing = bars(columns, "All", [Part("Talks", counts), Part("Votes", counts)], narrow=True)
    svg = ElementTree.fromstring(str(drawing.told("k", "T", "A")))
    boxes = list(svg.iter("{http://www.w3.org/2000/svg}rect"))
    assert drawing.width == 320 and len(boxes) == 4 * sum(map(bool, counts))
    assert max(float(box.get("x", "")) + float(box.get("width", "")) for box in boxes) <= 320
    texts = list(svg.iter("{http://www.w3.org/2000/svg}text"))
    labels = [(one.text, float(one.get("x", ""))) for one in texts if one.get("class") == "dl-chart__column"]
    assert len(labels) > 3 and labels[-1][0] == "2025"  # there is no room for 2026, at the edge
    assert all(len(str(name)) * 3.5 <= x <= 320 - len(str(name)) * 3.5 for name, x in labels)
    assert all(right - left >= 4 * 7 for (_, left), (_, right) in pairwise(labels))
    figures = [one.text for one in texts if one.get("class") == "dl-chart__figure"]
    assert "9" in figures and "246" not in figures
    assert [one.text for one in texts if one.get("class") == "dl-chart__above"] == ["All", "Talks", "Votes"]


def test_narrow_bars_name_what_lies_before_all_at_their_edge() -> None:
    columns = ["Before", *(str(year) for year in range(2017, 2027))]
    drawing = bars(columns, "All", [Part("Talks", (1,) * len(columns))], narrow=True)
    assert '<text class="dl-chart__column dl-chart__column--first" x="0"' in drawing.told("k", "T", "A")


def test_the_names_of_a_narrow_matrix_stand_still_above_their_rows() -> None:
    cells = {(0, 0): Cell("7", 2, "seven days"), (1, 1): Cell("9", 2, "nine days")}
    drawing = matrix(["Harbour Post", "Agency One"], ["One", "Two"], cells, narrow=True)
    assert "Harbour Post" in drawing.in_sight() and "Harbour Post" not in drawing.told("k", "T", "A")
    still = ElementTree.fromstring(str(drawing.in_sight()))
    moving = ElementTree.fromstring(str(drawing.told("k", "T", "A")))
    names = [float(one.get("y", "")) for one in still.iter("{http://www.w3.org/2000/svg}text")]
    boxes = [float(one.get("y", "")) for one in moving.iter("{http://www.w3.org/2000/svg}rect")]
    assert names[0] < boxes[0] < names[1] < boxes[1]
    assert still.get("height") == moving.get("height") and still.get("aria-hidden") == "true"
    wide = matrix(["Harbour Post"], ["One"], {}, narrow=False)
    assert "Harbour Post" in wide.in_sight() and "Harbour Post" in wide.told("k", "T", "A")


def test_a_matrix_writes_each_value_and_tells_the_whole_name() -> None:
    name = "An outlet whose name is far too long to stand beside a row"
    drawing = matrix([name], ["One", "Two"], {(0, 1): Cell("7", 2, "seven days")})
    svg = str(drawing.told("k", "T", "A"))
    assert f"<title>{name}</title>An outlet whose name is…" in svg
    assert len(re.findall("<rect", svg)) == 1 and ">7</text>" in svg
    ElementTree.fromstring(svg)


@pytest.mark.parametrize(
    ("words", "short"),
    [("Short", "Short"), ("A name of many words", "A name of…"), ("Unbrokenwords", "Unbrokenwo…")],
)
def test_names_are_shortened_at_words(words: str, short: str) -> None:
    assert shortened(words, 11) == short


def test_csv_defuses_formulas_and_keeps_numbers() -> None:
    text = csv_text(Table(("a", "b"), ((HOSTILE, -3), ("-x", 4))))
    assert list(csv.reader(io.StringIO(text)))[1:] == [[f"'{HOSTILE}", "-3"], ["'-x", "4"]]


def test_strangers_words_stay_words() -> None:
    table = str(html_table(Table((HOSTILE,), ((HOSTILE,),))))
    drawn = str(matrix([HOSTILE], [HOSTILE], {(0, 0): Cell(HOSTILE, 0, HOSTILE)}).told("k", HOSTILE, HOSTILE))
    for markup in (
        table,
        drawn,
        str(bars([HOSTILE], HOSTILE, [Part(HOSTILE, (1,)), Part("x", (1,))]).told("k", "", "")),
    ):
        assert "<script" not in markup and "{{" not in markup and markup.count("</svg>") <= 1
        assert "\n" not in markup and "style=" not in markup
        ElementTree.fromstring(markup)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built("everything", tmp_path_factory.mktemp("everything"))


def test_each_chart_is_one_block_of_html_with_its_data_behind_a_link(everything: Built) -> None:
    made = {artifact.path: artifact.text for artifact in everything.artifacts}
    page = made["charts/index.md"]
    figures = re.findall(r'^<figure class="dl-chart" id="chart-(\w+)">.*</figure>$', page, re.MULTILINE)
    assert figures and page.count("<figure") == len(figures)
    for key in figures:
        assert f"(../charts/data/{key}.csv)" in page
        rows = list(csv.reader(io.StringIO(made[f"charts/data/{key}.csv"])))
        assert len(rows) > 1 and len({len(row) for row in rows}) == 1
    listed = {path for path in made if path.startswith("charts/data/")}
    assert listed == {f"charts/data/{key}.csv" for key in figures}


def test_a_project_with_nothing_to_draw_says_so(tmp_path: Path) -> None:
    copytree(REPOSITORY / TEMPLATES, tmp_path / TEMPLATES)
    made = {artifact.path: artifact.text for artifact in build(project(tmp_path, {}), TODAY).artifacts}
    assert "There is too little here to draw." in made["charts/index.md"]
    assert not [path for path in made if path.startswith("charts/data/")]


def test_charts_agree_with_the_events_that_stand(everything: Built) -> None:
    made = {artifact.path: artifact.text for artifact in everything.artifacts}
    count = re.search(r"(\d+)</b> events", made["index.md"])
    assert count
    left = re.search(r"(\d+) events? (?:is|are) left out", made["charts/index.md"])
    for key in ("kinds", "statuses"):
        rows = list(csv.reader(io.StringIO(made[f"charts/data/{key}.csv"])))[1:]
        assert sum(int(row[-1]) for row in rows) + (int(left[1]) if left else 0) == int(count[1])
        assert all(sum(map(int, row[1:-1])) == int(row[-1]) for row in rows)


def test_charts_are_worked_out_once_for_their_page_and_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(edition: Edition, charts_of: Callable[[Edition], Iterator[Chart]]) -> Iterator[Chart]:
        for chart in charts_of(edition):
            made.append(chart.key)
            yield chart

    monkeypatch.setattr(charts, "_charts", partial(counted, charts_of=charts._charts))
    root = read_example("everything").write(tmp_path)
    copytree(REPOSITORY / TEMPLATES, root / TEMPLATES)
    outputs = outputs_of(root, check_content(root, TODAY).site)
    ours = [output.artifact() for output in outputs if output.path.startswith("charts/")]
    assert len(ours) > 1 and all(artifact.text for artifact in ours)
    assert len(made) == len(set(made)) == len(ours) - 1
