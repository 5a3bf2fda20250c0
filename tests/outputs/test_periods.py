"""Dates of every size stand under their own year and month, and have their own place on the axis."""

import json
import re

import pytest

from generator.build import Built, build
from generator.dates.today import read_day
from tests.examples import REPOSITORY, project

DATES = [
    # Written, year as people write it, its page, month if it is known so closely.
    ("0476", "AD 476", "0476", None),
    ("0800-12-25", "AD 800", "0800", "December AD 800"),
    ("0001-01-01", "AD 1", "0001", "January AD 1"),
    ("0000", "1 BC", "0000", None),
    ("-0043-03-15", "44 BC", "-0043", "March 44 BC"),
    ("-0043", "44 BC", "-0043", None),
    ("9999-12-31", "9999", "9999", "December 9999"),
    ("Y12345", "12,345", "y12345", None),
    ("Y-13800000000", "13,800,000,001 BC", "y-13800000000", None),
    ("Y17E7", "170,000,000", "y170000000", None),
    # The day is the one that is written, wherever it began earlier or later.
    ("2025-01-01T00:30+03:00", "2025", "2025", "January 2025"),
    ("2024-12-31T23:30-05:00", "2024", "2024", "December 2024"),
    # A span stands where it may begin; where that is open, where it ends.
    ("[2022-06-27..2022-12-31]", "2022", "2022", "June 2022"),
    ("2022-06-27/2022-12-31", "2022", "2022", "June 2022"),
    ("../2022-05-26", "2022", "2022", "May 2022"),
    ("2022-02/..", "2022", "2022", "February 2022"),
    ("2022-21", "2022", "2022", None),
    ("202X", "2020", "2020", None),
]


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site with an event of each date, and one without any."""
    files = {}
    for number, date in enumerate([*(date for date, *_ in DATES), "../.."]):
        files[f"content/events/it-{number}.yaml"] = (
            f'title: Event {number}\ndate: "{date}"\nstatus: announced\nkind: meeting\n'
            "evidence:\n  - {article: 2031-05-02-harbour-post-treaty, says: x}\n"
        )
        files[f"content/articles/it-{number}.yaml"] = f'outlet: harbour-post\npublished: "{date}"\nlanguage: en\n'
    root = project(tmp_path_factory.mktemp("years"), files)
    (root / "theme_overrides").symlink_to(REPOSITORY / "theme_overrides")
    return build(root, read_day("2031-06-01"))


@pytest.fixture(scope="module")
def made(result: Built) -> dict[str, str]:
    assert [problem for problem in result.problems if problem.level == "error"] == []
    return {file.path: file.text for file in result.artifacts}


@pytest.mark.parametrize(("number", "date"), list(enumerate(DATES)), ids=lambda value: str(value)[:24])
def test_a_date_stands_under_its_year_and_month(
    number: int, date: tuple[str, str, str, str | None], made: dict[str, str]
) -> None:
    _, year, slug, month = date
    timeline = made["timeline/index.md"]
    above = timeline[: timeline.index(f"[Event {number}]")]
    heading = re.findall(r"^## (.*)", above, re.MULTILINE)[-1]
    assert heading == f"[{year}](../years/{slug}.md)"
    months = re.findall(r"^### (.*)", above[above.rindex("\n## ") :], re.MULTILINE)
    assert (months[-1] if months else None) == month
    assert f"[Event {number}]" in made[f"years/{slug}.md"] and f"\n# {year}\n" in made[f"years/{slug}.md"]
    (anchor,) = re.findall(rf"\[{re.escape(year)}\]\(#([^)]*)\)", timeline)
    assert anchor == re.sub(r"[^a-z0-9]+", "-", year.replace(",", "").lower())
    articles = made["articles/index.md"]
    above = articles[: articles.index(f"(../articles/it-{number}.md)")]
    assert re.findall(r"^## (.*)", above, re.MULTILINE)[-1] == year


def test_what_has_no_day_is_in_the_lists_and_not_on_the_axis(made: dict[str, str]) -> None:
    data = json.loads(made["data/timeline.json"])
    texts = json.loads(made["data/timeline/text-0.json"])
    number = texts["title"].index(f"Event {len(DATES)}")
    assert data["shape"][number] & 48 == 48
    assert "## Undated\n\n-   " in made["timeline/index.md"]


def test_far_years_keep_their_place_and_take_no_day_from_the_others(result: Built, made: dict[str, str]) -> None:
    data = json.loads(made["data/timeline.json"])
    far = dict(map(tuple, data["far"]))
    at = 0.0
    for number, (row, step) in enumerate(zip(result.site.rows, data["start"], strict=True)):
        at += step
        anchor = row.version.date.anchor
        if anchor.is_finite:
            assert far.get(number, round(at, 5)) == pytest.approx(anchor.epoch_seconds / 86_400, abs=1e-5)
