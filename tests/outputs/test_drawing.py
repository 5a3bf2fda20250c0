"""The timeline's data: columns that tell the same as the records, and are small."""

import gzip
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from generator.build import Built
from generator.outputs.formats.drawing import LABELS, columns
from generator.outputs.formats.drawing_text import whole_day
from generator.story.rows import reported_on
from tests.bench.synthetic import story
from tests.examples import GOLDEN, REPOSITORY, built, read_site


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built("everything", tmp_path_factory.mktemp("everything"))


@pytest.fixture(scope="module")
def data(result: Built) -> dict[str, Any]:
    found: dict[str, Any] = json.loads({file.path: file.text for file in result.artifacts}["data/timeline.json"])
    return found


@pytest.fixture(scope="module")
def texts(result: Built) -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(
        {file.path: file.text for file in result.artifacts}["data/timeline/text-0.json"]
    )
    return found


def test_the_data_are_those_that_were_approved(result: Built, request: pytest.FixtureRequest) -> None:
    for file in result.artifacts:
        if file.is_page:
            continue
        approved = GOLDEN / file.path
        readable = file.text
        if file.path.endswith(".json"):
            readable = json.dumps(json.loads(file.text), ensure_ascii=False, indent=1) + "\n"
        if request.config.getoption("--write-golden"):
            approved.parent.mkdir(parents=True, exist_ok=True)
            approved.write_bytes(readable.encode())
        assert readable == approved.read_bytes().decode(), file.path


def test_every_column_is_as_long_as_there_are_events(data: dict[str, Any], texts: dict[str, list[str]]) -> None:
    single = ("start", "span", "shape", "importance", "status", "kind", "verified", "known", "origins")
    sets = ("storylineSets", "actorSets", "placeSets", "outletSets", "languageSets")
    assert {len(data[name]) for name in single} == {data["count"]}
    assert {len(data[name]["of"]) for name in sets} == {data["count"]}
    assert {len(column) for column in texts.values()} == {data["count"]}


def test_a_row_is_known_from_the_day_of_its_version(result: Built, data: dict[str, Any]) -> None:
    start = 0.0
    for row, step, known in zip(result.site.rows, data["start"], data["known"], strict=True):
        start += step
        assert row.version.since and _date(int(start // 1) + known).isoformat() == row.version.since.date_iso()


def test_a_row_of_the_past_names_the_current_one_and_the_day_on_which_that_was_known(
    result: Built, data: dict[str, Any], texts: dict[str, list[str]]
) -> None:
    assert data["earlier"]
    for number, now, day in data["earlier"]:
        version = result.site.rows[number].version
        assert texts["id"][number] == texts["id"][now] and result.site.rows[now].version.is_current
        assert version.until and _date(day).isoformat() == version.until.date_iso()
        assert texts["settled"][number] is None


def test_what_came_later_than_a_row_was_known_stands_with_its_days(result: Built, data: dict[str, Any]) -> None:
    later = data["later"]
    rows = list(accumulate(later["rows"]))
    told = len(later["again"])
    assert rows and {len(later[name]) for name in ("after", "language", "origin", "quoted")} == {told}
    # Each outlet of a row's set once, and as often again as it is said.
    sets = [data["outletSets"]["sets"][data["outletSets"]["of"][row]] for row in rows]
    assert sum(map(len, sets)) + later["again"].count("1") == told
    known = [whole_day(row.version.since) for row in result.site.rows]
    expected = []
    for row in rows:
        found = reported_on(result.site.rows[row], result.site.timeline, result.site.lock)
        names = list(result.site.timeline.outlets)
        expected += [
            max(0, whole_day(one.day) - known[row]) for one in sorted(found, key=lambda one: names.index(one.outlet))
        ]
    assert later["after"] == expected and max(expected) > 0


def test_labels_are_of_the_most_important_events_and_spread_over_time() -> None:
    made = columns(story(3_000))
    numbers = [number for number, *_ in made["labels"]]
    assert len(numbers) == LABELS
    labelled = {made["importance"][number] for number in numbers}
    assert labelled <= {"5", "4"}
    fours = [number for number in numbers if made["importance"][number] == "4"]
    assert min(fours) < 600 and max(fours) > 2_400
    # Of equal importance, what has more independent sources comes first.
    others = {number for number in range(3_000) if made["importance"][number] == "4"} - set(fours)
    assert min(made["origins"][number] for number in fours) >= max(made["origins"][number] for number in others)


def test_an_event_takes_twenty_bytes_at_the_most() -> None:
    made = columns(story(10_000))
    packed = gzip.compress(json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode())
    assert len(packed) / 10_000 <= 20


def _date(day: float) -> date:
    return date(1970, 1, 1) + timedelta(days=int(day))


def test_our_scripts_on_a_timeline_page_take_fifty_five_kilobytes_at_the_most(tmp_path: Path) -> None:
    root = read_site("harbours").write(tmp_path)
    shutil.copytree(REPOSITORY / "theme_overrides", root / "theme_overrides")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True, timeout=300)
    page = root / "site/timeline/index.html"
    named = [page.parent / path for path in re.findall(r'<script[^>]* src="([^"]+)"', page.read_text(encoding="utf-8"))]
    # main.js imports the rest once the page can be read.
    named += [path.with_name("timeline.js") for path in named if path.name == "main.js"]
    scripts = with_imports(path.resolve() for path in named if not path.name.startswith("bundle."))
    assert {"header.js", "fallback.js", "overdue.js", "preload.js", "main.js", "timeline.js", "layout.js"} <= {
        script.name for script in scripts
    }
    assert sum(len(gzip.compress(script.read_bytes())) for script in scripts) <= 55_000
    timeline = {script.stem for script in scripts if script.parent.name == "timeline"}
    everything = {script.stem for script in (root / "theme_overrides/assets/javascripts/timeline").glob("*.js")}
    on_demand = {
        "caption",
        "facets",
        "frame",
        "ghosts",
        "hint",
        "lines",
        "list",
        "matching",
        "place",
        "rail",
        "relations",
    }
    assert everything - timeline == on_demand | {"routes", "share", "story", "svg", "tourstep", "veil"}


def with_imports(scripts: Iterable[Path]) -> set[Path]:
    """Scripts, and all that they import at once."""
    found: set[Path] = set()
    ahead = list(scripts)
    while ahead:
        script = ahead.pop()
        if script not in found:
            found.add(script)
            imports = re.findall(r"""\b(?:import|from)\s*['"](\.[^'"]+)['"]""", script.read_text(encoding="utf-8"))
            ahead += [(script.parent / path).resolve() for path in imports]
    return found
