"""The timeline's algorithms, each on its own: scale, ticks, layout, lanes, filters, what was known when, addresses."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.words.browser import browser_messages
from tests.browser.conftest import REPOSITORY, close, serve_folder

pytestmark = pytest.mark.browser

DAYS = st.floats(-800_000, 800_000)
ZOOMS = st.floats(0.0005, 2000)


class Modules:
    """The modules in a browser: `call("scale", "fit", 0, 10, 100)` calls a function, `call.script(…)` runs a body."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def __call__(self, module: str, function: str, *arguments: Any) -> Any:
        body = "return (await import(`/${args[0]}.js`))[args[1]](...args.slice(2));"
        return self.script(body, module, function, *arguments)

    def script(self, body: str, *arguments: Any) -> Any:
        """Run the body of an async function of `args`; what it returns has to be JSON."""
        return self._page.evaluate(f"async (args) => {{ {body} }}", list(arguments))


@pytest.fixture(scope="module")
def call(chromium: Browser) -> Iterator[Modules]:
    server, address = serve_folder(REPOSITORY / "theme_overrides/assets/javascripts/timeline")
    page = chromium.new_page()
    page.goto(f"{address}/main.js")
    text = (REPOSITORY / "generator/words/en/timeline.ftl").read_text(encoding="utf-8")
    modules = Modules(page)
    modules("words", "use", {"language": "en", "messages": browser_messages(text)})
    yield modules
    page.close()
    close(server)


# Rows of a small story: begin, length, kind, importance, when they were known, status. The fourth is how the fifth was
# known at first; of the third, one of two reports came later.
STORY = """
  const columns = {
    count: 6,
    today: 100,
    start: Float64Array.of(0, 10, 10, 20, 30, 90),
    end: Float64Array.of(1, 11, 40, 21, 31, 91),
    known: Float64Array.of(0, 12, 11, 20, 25, 50),
    shape: Uint8Array.of(0, 0, 1, 0, 0, 0),
    importance: Uint8Array.of(5, 3, 3, 1, 4, 2),
    until: Float64Array.of(Infinity, Infinity, Infinity, 25, Infinity, Infinity),
    current: Uint32Array.of(0, 1, 2, 4, 4, 5),
    rows: new Map([[4, [4, 3]]]),
    status: Uint8Array.of(0, 0, 0, 3, 0, 3),
    awaited: new Map([[3, { due: 22, answered: Infinity }], [5, { due: 91, answered: 95 }]]),
    later: new Map([[2, [{ after: 0, outlet: 0, language: 0, origin: 0, quoted: 0 }, { after: 9, outlet: 1, language: 1, origin: 1, quoted: 1 }]]]),
    countryOf: [0, 1],
    statuses: ['occurred', 'ongoing', 'announced', 'scheduled'],
    relationKinds: ['follows', 'fulfils'],
    relations: Int32Array.of(4, 5, 1),
    facets: {
      kind: { options: [{ id: 'treaty', label: 'Treaty' }, { id: 'visit', label: 'Visit' }], sets: [[0], [1]], of: Uint32Array.of(0, 0, 1, 1, 1, 0) },
      actor: { options: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }], sets: [[0], [0, 1], []], of: Uint32Array.of(0, 1, 1, 2, 0, 0) },
    },
  };
"""


@settings(max_examples=60)
@given(day=DAYS, per_day=ZOOMS, pixel=st.floats(0, 1000), factor=st.floats(0.2, 5))
def test_zooming_keeps_the_day_under_the_pointer(
    call: Modules, day: float, per_day: float, pixel: float, factor: float
) -> None:
    view = {"day": day, "perDay": per_day}
    limits = {"from": day - 1e7, "to": day + 1e7}
    before = call("scale", "toDay", view, pixel)
    after = call("scale", "toDay", call("scale", "zoom", view, factor, pixel, 1000, limits), pixel)
    assert after == pytest.approx(before, abs=1e-6 * max(1, abs(before)))


@settings(max_examples=60)
@given(day=DAYS, per_day=ZOOMS, pixels=st.floats(-1e6, 1e6))
def test_no_move_leads_out_of_sight_of_the_story(call: Modules, day: float, per_day: float, pixels: float) -> None:
    view = call("scale", "pan", {"day": day, "perDay": per_day}, pixels, 1000, {"from": 0, "to": 10_000})
    last = view["day"] + 1000 / per_day
    assert view["day"] <= 10_000 and last >= 0


@settings(max_examples=60)
@given(start=DAYS, width=st.floats(0.5, 500_000), length=st.integers(200, 3000), share=st.floats(0, 1))
def test_a_flight_stays_between_its_ends(call: Modules, start: float, width: float, length: int, share: float) -> None:
    a = call("scale", "fit", start, start + width, length)
    b = call("scale", "fit", start + width, start + 1.5 * width, length)
    found = call("scale", "between", a, b, share, length)
    low, high = sorted((a["perDay"], b["perDay"]))
    assert low * 0.999 <= found["perDay"] <= high * 1.001
    assert call("scale", "between", a, b, 1, length)["perDay"] == pytest.approx(b["perDay"])


@settings(max_examples=80)
@given(day=st.floats(-80_000, 80_000), per_day=st.floats(0.002, 2800))
def test_ticks_stand_apart_in_order_and_cover_the_axis(call: Modules, day: float, per_day: float) -> None:
    found = call("ticks", "ticks", {"day": day, "perDay": per_day}, 1000, "en", 74)
    pixels = [(tick["day"] - day) * per_day for tick in found["minor"]]
    # A February is shorter than the mean month by a tenth.
    assert all(after - before >= 74 * 0.9 for before, after in pairwise(pixels))
    assert len(pixels) >= 1
    assert pixels[0] <= 1
    assert len({tick["label"] for tick in found["minor"]}) >= 1


@pytest.mark.parametrize(
    ("per_day", "locale", "labels"),
    [
        (1800, "en", ["00:00", "01:00", "02:00"]),
        (120, "en", ["Jan 1", "Jan 2", "Jan 3"]),
        (120, "de", ["1. Jan.", "2. Jan.", "3. Jan."]),
        (4, "fr", ["janv.", "févr.", "mars"]),
        (0.3, "en", ["2020", "2021", "2022"]),
        (0.021, "en", ["2020", "2030", "2040"]),
        (0.3, "ar-EG", ["٢٠٢٠", "٢٠٢١", "٢٠٢٢"]),
    ],
)
def test_ticks_follow_the_zoom_and_the_reader_s_language(
    call: Modules, per_day: float, locale: str, labels: list[str]
) -> None:
    first = (date(2020, 1, 1) - date(1970, 1, 1)).days
    found = call("ticks", "ticks", {"day": first, "perDay": per_day}, 1500, locale, 74)
    assert [tick["label"] for tick in found["minor"]][:3] == labels


@pytest.mark.parametrize(
    ("year", "label"), [(0, "1 BC"), (-43, "44 BC"), (-500_000, "500,000 BC"), (13_000_000, "13,000,000")]
)
def test_ticks_reach_beyond_the_years_that_a_date_knows(call: Modules, year: int, label: str) -> None:
    day = (year - 1970) * 365.2425
    step = 0.3 if abs(year) < 1000 else 0.0008
    found = call("ticks", "ticks", {"day": day - 200, "perDay": step}, 1000, "en", 74)
    assert label in [tick["label"] for tick in found["minor"]]


LAYOUT = (
    STORY
    + """
  const { prepare, layout } = await import('/layout.js');
  const [per, rows, mask] = args;
  const view = { day: -5, perDay: per };
  const one = { count: 1, of: () => [0] };
  const input = { columns, buffers: prepare(columns), view, length: 800, mask: Uint8Array.from(mask), lanes: one, rows, flip: true, extent: () => [10, 200] };
  return layout(input);
"""
)


def test_every_event_in_view_is_a_label_a_mark_or_counted(call: Modules) -> None:
    for per_day in (0.5, 2, 5, 7):
        for rows in (1, 2, 6):
            found = call.script(LAYOUT, per_day, rows, [1] * 6)
            counted = sum(cell["count"] for cell in found["cells"])
            assert len(found["labels"]) + counted == 6


def test_labels_never_overlap_and_the_important_ones_come_first(call: Modules) -> None:
    found = call.script(LAYOUT, 2, 1, [1] * 6)["labels"]
    assert found[0]["i"] == 0, "the most important event keeps its label"
    for rows in (1, 2, 3):
        labels = call.script(LAYOUT, 5, rows, [1] * 6)["labels"]
        spans: dict[int, list[tuple[float, float]]] = {}
        for label in labels:
            begin = label["at"] - 200 if label["left"] else label["at"]
            spans.setdefault(label["row"], []).append((begin, begin + 200))
        for taken in spans.values():
            assert all(before[1] <= after[0] for before, after in pairwise(sorted(taken)))


@pytest.mark.parametrize(
    ("x", "y", "found"),
    [(5, 5, "below"), (15, 5, "above"), (10, 5, "above"), (21.9, 5, "above"), (22.1, 5, None), (15, -3, None)],
)
def test_the_topmost_box_under_a_point_is_hit(call: Modules, x: float, y: float, found: str | None) -> None:
    boxes = [{"x": 0, "y": 0, "w": 15, "h": 10, "name": "below"}, {"x": 10, "y": 0, "w": 10, "h": 10, "name": "above"}]
    assert (call("layout", "hit", boxes, x, y) or {"name": None})["name"] == found


def test_what_is_filtered_away_takes_no_room(call: Modules) -> None:
    found = call.script(LAYOUT, 5, 3, [0, 1, 0, 0, 0, 0])
    assert [label["i"] for label in found["labels"]] == [1] and found["cells"] == []


def test_the_ranking_is_a_permutation_by_importance(call: Modules) -> None:
    ranked = call.script(STORY + "return [...(await import('/layout.js')).prepare(columns).ranked];")
    assert sorted(ranked) == list(range(6))
    assert ranked[0] == 0 and ranked[1] == 4 and ranked[-1] == 3


FILTER = (
    STORY
    + """
  const { applyFilters, scopeMask } = await import('/filter.js');
  const [choice, scope, matches] = args;
  const chosen = Object.fromEntries(Object.entries(choice).map(([name, ids]) => [name, new Set(ids)]));
  const found = applyFilters(columns, chosen, scopeMask(columns, scope), matches);
  return { mask: [...found.mask], total: found.total, counts: Object.fromEntries(Object.entries(found.counts).map(([name, list]) => [name, [...list]])) };
"""
)


@pytest.mark.parametrize(
    ("choice", "scope", "matches", "mask", "kinds", "actors"),
    [
        ({}, "", None, [1, 1, 1, 1, 1, 1], [3, 3], [5, 2]),
        ({"kind": ["visit"]}, "", None, [0, 0, 1, 1, 1, 0], [3, 3], [2, 1]),
        ({"kind": ["visit"], "actor": ["b"]}, "", None, [0, 0, 1, 0, 0, 0], [1, 1], [2, 1]),
        ({"actor": ["a", "b"]}, "", None, [1, 1, 1, 0, 1, 1], [3, 2], [5, 2]),
        ({}, "actor:b", None, [0, 1, 1, 0, 0, 0], [1, 1], [2, 2]),
        ({"kind": ["no-longer-a-kind"]}, "", None, [1, 1, 1, 1, 1, 1], [3, 3], [5, 2]),
        ({}, "actor:nobody", None, [0] * 6, [0, 0], [0, 0]),
        ({}, "", [1, 0, 0, 0, 0, 1], [1, 0, 0, 0, 0, 1], [2, 0], [2, 0]),
    ],
)
def test_filters_count_what_each_option_would_leave(
    call: Modules,
    choice: dict[str, Any],
    scope: str,
    matches: list[int] | None,
    mask: list[int],
    kinds: list[int],
    actors: list[int],
) -> None:
    found = call.script(FILTER, choice, scope, matches)
    assert found == {"mask": mask, "total": sum(mask), "counts": {"kind": kinds, "actor": actors}}


def test_lanes_are_the_fullest_first_and_the_rest_stands_last(call: Modules) -> None:
    body = """
      const { makeLanes } = await import('/filter.js');
      const lanes = makeLanes(columns, 'actor', new Uint8Array(6).fill(1));
      return [lanes.names, [0, 1, 3].map(lanes.of)];
    """
    assert call.script(STORY + body) == [["A", "B", "None"], [[0], [0, 1], [2]]]


@pytest.mark.parametrize(
    ("day", "alive", "overdue"),
    [
        (None, [1, 1, 1, 0, 1, 1], []),
        (11, [1, 0, 1, 0, 0, 0], []),
        (20, [1, 1, 1, 1, 0, 0], []),
        (22, [1, 1, 1, 1, 0, 0], []),
        (23, [1, 1, 1, 1, 0, 0], [3]),
        (25, [1, 1, 1, 0, 1, 0], []),
        (91, [1, 1, 1, 0, 1, 1], []),
        (92, [1, 1, 1, 0, 1, 1], [5]),
        (95, [1, 1, 1, 0, 1, 1], []),
    ],
)
def test_the_story_is_told_as_it_was_known_on_a_day(
    call: Modules, day: int | None, alive: list[int], overdue: list[int]
) -> None:
    body = """
      const { knownOn, overdue } = await import('/known.js');
      const alive = new Uint8Array(6);
      knownOn(columns, args[0], alive);
      return [[...alive], [...alive.keys()].filter((i) => alive[i] && overdue(columns, i, args[0] ?? columns.today))];
    """
    assert call.script(STORY + body, day) == [alive, overdue]


REPORTED = """
  const facet = (...names) => ({ options: names.map((id) => ({ id })), sets: names.map((_, n) => [n]), of: new Uint32Array(6) });
  const both = facet('a', 'b');
  both.sets.push([0, 1]);
  both.of[2] = 2;
  Object.assign(columns.facets, { outlet: both, country: both, language: both, origins: facet('0', '1', '2', '3+'), quotes: facet('no', 'yes') });
  columns.facets.origins.of[2] = 2;
  columns.facets.quotes.of[2] = 1;
  const { facetsOn } = await import('/known.js');
  const then = facetsOn(columns, args[0]);
  return Object.fromEntries(Object.entries(then).map(([name, { sets, of }]) => [name, sets[of[2]]]));
"""


@pytest.mark.parametrize(
    ("day", "facets"),
    [
        (None, {"outlet": [0, 1], "country": [0, 1], "language": [0, 1], "origins": [2], "quotes": [1]}),
        (19, {"outlet": [0], "country": [0], "language": [0], "origins": [1], "quotes": [0]}),
        (20, {"outlet": [0, 1], "country": [0, 1], "language": [0, 1], "origins": [2], "quotes": [1]}),
    ],
)
def test_what_is_counted_by_reports_goes_by_those_that_were_out(
    call: Modules, day: int | None, facets: dict[str, list[int]]
) -> None:
    assert call.script(STORY + REPORTED, day) == facets


def test_a_relation_is_told_once_the_event_that_has_it_stands_as_it_does(call: Modules) -> None:
    body = """
      const { relationsOn } = await import('/known.js');
      columns.relations = Int32Array.of(4, 5, 1, 2, 4, 0);
      return args[0].map((shown) => relationsOn(columns, (i) => shown[i] ?? null));
    """
    shown = [{"2": 2, "4": 4, "5": 5}, {"2": 2, "4": 3, "5": 5}, {"4": 4}]
    assert call.script(STORY + body, shown) == [[4, 5, 1, 2, 4, 0], [2, 3, 0], []]


def test_the_scrubber_stops_on_each_day_with_news(call: Modules) -> None:
    body = "return [...(await import('/known.js')).reportDays(columns, Uint8Array.of(0, 1, 1, 1, 1, 1))];"
    assert call.script(STORY + body) == [11, 12, 20, 25, 50]


HEART = """
  const { makeModel } = await import('/model.js');
  columns.importance = Uint8Array.from(args[0]);
  Object.assign(columns, { dated: null, storylines: [], later: new Map(), today: 100 });
  for (const name of ['outlet', 'country', 'language', 'origins', 'quotes']) {
    columns.facets[name] = { options: [], sets: [[]], of: new Uint32Array(6) };
  }
  const model = makeModel(columns, '', { match: () => null });
  model.set({});
  return model.extent(true);
"""


@pytest.mark.parametrize(
    ("importance", "extent"),
    [
        # The fourth row is how the fifth event was known before: it is no second landmark.
        ([5, 3, 3, 5, 5, 3], [0, 31]),
        # Two landmarks, and most of the story elsewhere.
        ([3, 3, 3, 3, 5, 5], [0, 100]),
        ([3, 4, 3, 5, 5, 3], [10, 31]),
        ([3, 3, 3, 3, 3, 3], [0, 100]),
    ],
)
def test_the_first_view_is_of_the_landmarks_if_there_are_several(
    call: Modules, importance: list[int], extent: list[float]
) -> None:
    assert call.script(STORY + HEART, importance) == extent


ADDRESS = """
  const { fromParams, toParams } = await import('/address.js');
  const state = fromParams(new URLSearchParams(args[0]), ['kind', 'actor']);
  return [toParams(state, ['kind', 'actor']).toString(), { ...state, choice: Object.fromEntries(Object.entries(state.choice).map(([n, s]) => [n, [...s]])) }];
"""


@pytest.mark.parametrize(
    "query",
    [
        "",
        "from=2020-01-01&to=2021-06-01",
        "from=2020-01-01T12%3A30%3A00Z&to=2021-06-01",
        "from=Y-13800000000&to=Y170000000",
        "from=-000043-03-15&to=2021-06-01",
        "lanes=kind&kind=treaty%2Cvisit&find=a+%26+b&known=2025-11-07&event=2025-x&relations=all",
    ],
)
def test_an_address_and_a_state_are_the_same(call: Modules, query: str) -> None:
    assert call.script(ADDRESS, query)[0] == query


@pytest.mark.parametrize(
    "query",
    [
        "from=x&to=y",
        "from=2021-01-01&to=2020-01-01",
        "lanes=constructor",
        "known=soon",
        "from=2020-01-01",
        "__proto__=1",
    ],
)
def test_a_broken_address_is_passed_over(call: Modules, query: str) -> None:
    assert call.script(ADDRESS, query)[0] == ""


@settings(max_examples=40)
@given(
    rows=st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=2, max_size=3),
        min_size=1,
        max_size=4,
    )
)
def test_a_spreadsheet_reads_our_csv_and_runs_nothing(call: Modules, rows: list[list[str]]) -> None:
    text = call("share", "toCsv", rows)
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert [[field.removeprefix("'") for field in row] for row in read] == [
        [field.removeprefix("'") for field in row] for row in rows
    ]
    assert not any(field.startswith(("=", "+", "-", "@")) for row in read for field in row)


SAY = """
  const { say, use } = await import('/words.js?apart');
  const [language, id, given] = args;
  use({ language, messages: {
    greeting: 'Hello {name}, {count} of {all}',
    outlets: { by: 'count', 0: 'none', one: '{count} outlet', few: '{count} few', other: '{count} outlets' },
  } });
  return say(id, given);
"""


@pytest.mark.parametrize(
    ("language", "id", "given", "words"),
    [
        ("en", "outlets", {"count": 1}, "1 outlet"),
        ("en", "outlets", {"count": 1234}, "1,234 outlets"),
        ("en", "outlets", {"count": 0}, "none"),
        ("pl", "outlets", {"count": 3}, "3 few"),
        ("de", "outlets", {"count": 12345}, "12.345 outlets"),
        ("en", "outlets", {}, "{count} outlets"),
        ("en", "greeting", {"name": "{all} $&", "count": 1, "all": 2}, "Hello {all} $&, 1 of 2"),
        ("en", "constructor", {}, "constructor"),
        ("en", "no-such-id", {"count": 1}, "no-such-id"),
    ],
)
def test_words_take_their_arguments_in_the_form_that_the_language_asks_for(
    call: Modules, language: str, id: str, given: dict[str, Any], words: str
) -> None:
    assert call.script(SAY, language, id, given) == words


def test_words_can_be_asked_for_before_there_are_any(call: Modules) -> None:
    body = "return (await import('/words.js?empty')).say('stage-count', { count: 1 });"
    assert call.script(body) == "stage-count"


def test_no_control_shows_an_id_for_its_words(call: Modules) -> None:
    body = """
      const [{ decode }, { makeModel }, { makeToolbar }, { makeFacets }, { makeScrubber }] = await Promise.all(
        ['data', 'model', 'toolbar', 'facets', 'scrubber'].map((name) => import(`/${name}.js`)));
      const model = makeModel(decode(args[0]), '', null);
      model.set({});
      const toolbar = makeToolbar(model, {}, { embed: false, signal: new AbortController().signal });
      const [facets, scrubber] = [makeFacets(model), makeScrubber(model)];
      for (const part of [toolbar, facets, scrubber]) part.update();
      facets.show(true);
      const all = [toolbar, facets, scrubber].flatMap(({ element }) => [element, ...element.querySelectorAll('*')]);
      return all.flatMap((one) => [one.getAttribute('aria-label'), one.placeholder, one.children.length ? '' : one.textContent]).filter(Boolean);
    """
    data = json.loads((REPOSITORY / "tests/golden/data/timeline.json").read_text(encoding="utf-8"))
    words = call.script(body, data)
    assert {"By country of the outlet", "Country of the outlet", "Copy link", "Last 30 days"} <= set(words)
    assert [word for word in words if re.match(r"(toolbar|menu|filters|facet|known|outlets)-", word)] == []


def test_the_histogram_counts_each_event_once(call: Modules) -> None:
    body = "return [...(await import('/overview.js')).histogram(columns, Uint8Array.of(1, 1, 1, 1, 1, 0), 0, 100, 10)];"
    assert call.script(STORY + body) == [1, 2, 1, 1, 0, 0, 0, 0, 0, 0]


def test_a_frame_s_code_cannot_be_broken_out_of(call: Modules) -> None:
    address = call("share", "embedAddress", 'https://example.org/a/?find="><script>&lanes=kind', "../embed/", "actor:x")
    code = call("share", "frameCode", address)
    assert code.count('"') == 12 and "<script" not in code
    assert "https://example.org/embed/?find=" in code and "scope=actor%3Ax" in code
