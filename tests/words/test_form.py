"""The form in the browser reads dates, and writes records, as the generator does."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dates.bounds import SEASON_MONTHS
from generator.dates.instants import Instant
from generator.dates.parse import DateError, parse_edtf
from generator.drafting.forms import PROPOSAL
from generator.records.parts import Status
from generator.records.text_rules import text_rules
from generator.records.write import canonical
from generator.records.yaml_tree import parse_yaml
from generator.words.browser import browser_messages
from generator.words.catalogue import nearest_file
from generator.words.date_words import words_of
from generator.words.language import load_language
from tests.examples import REPOSITORY
from tests.node import run_module
from tests.words.javascript import literals

TOLD: list[tuple[str, str, list[int] | None, list[int] | None]] = json.loads(
    (REPOSITORY / "tests/dates/told.json").read_text(encoding="utf-8")
)
FORM = REPOSITORY / "theme_overrides/assets/javascripts/form"
MESSAGES = browser_messages(nearest_file("dates", "en")[1])
GIVEN = {
    "messages": {**MESSAGES, "series-comma": "{first}, {next}"},
    "months": [load_language("en").month(number) for number in range(1, 13)],
    "seasons": SEASON_MONTHS,
}


def _day(day: Instant) -> list[int] | None:
    return [day.year, day.month, day.day] if day.is_finite else None


@pytest.mark.parametrize("row", TOLD, ids=lambda row: row[0])
def test_a_date_is_told_as_the_table_says(row: tuple[Any, ...]) -> None:
    text, words, first, last = row
    date = parse_edtf(text)
    assert (words_of(date), _day(date.first_day), _day(date.last_day)) == (words, first, last)


def test_the_browser_tells_the_same_dates_in_the_same_words() -> None:
    script = f"""
      const {{ use: useWords }} = await import('{(FORM / "../timeline/words.js").resolve().as_uri()}');
      const {{ use, read: meaning, words }} = await import('{(FORM / "dates.js").as_uri()}');
      const given = read();
      useWords({{ language: 'en', messages: given.messages }});
      use(given.months, given.seasons);
      const told = given.texts.map(meaning);
      console.log(JSON.stringify(told.map((one) => [one.text, words(one), one.first, one.last])));
    """
    told = json.loads(run_module(script, {**GIVEN, "texts": [row[0] for row in TOLD]}))
    assert told == [list(row) for row in TOLD]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("6 November 2025", "2025-11-06"),
        ("November 6, 2025", "2025-11-06"),
        ("2025/11/6", "2025-11-06"),
        ("31.12.2025", "2025-12-31"),
        ("about 2025", "2025~"),
        ("c. 1900", "1900~"),
        ("perhaps 1903", "1903?"),
        ("before 1995", "../1995"),
        ("since May 2025", "2025-05/.."),
        ("between 1902 and 1903", "1902/1903"),
        ("May to June 2025", "2025-05/2025-06"),
        ("spring 2025", "2025-21"),
        ("the 1990s", "199X"),
        ("Q3 2025", "2025-35"),
        ("44 BC", "-0043"),
        ("06/11/2025", None),
        ("whenever", None),
    ],
)
def test_what_is_no_date_is_understood_alike(text: str, meant: str | None) -> None:
    pattern = text_rules("events")["events.date"]["pattern"]
    script = f"""
      const {{ readings }} = await import('{(FORM / "hints.js").as_uri()}');
      const {{ text, pattern }} = read();
      console.log(JSON.stringify(readings(text).find((one) => new RegExp(pattern).test(one)) ?? null));
    """
    assert json.loads(run_module(script, {"text": text, "pattern": pattern})) == meant
    with pytest.raises(DateError) as error:
        parse_edtf(text)
    assert meant is None or f"`{meant}`" in str(error.value)


HOSTILE = [
    *("yes", "null", "2025", "1_000", "0x1F", "~", "- a", "# no comment", "a: b", "a #b", "'", '"', "it's", 'say "so"'),
    *(
        "\\",
        "{a}",
        "[a]",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a`",
        "a,b",
        "a:",
        ":a",
        "?",
        "-",
        "---",
        "...",
        "é: ü",
    ),
    *(
        "السلام: عليكم",
        "שלום",
        "東京",
        "a\nb",
        "a\tb",
        " a ",
        " ",
        "\u00ad",
        "😀 a",
        "\u2028",
        "\u202etxt.exe",
        "</script>",
        "a\u0085b",
        "\ufeffa",
    ),
]


def _written(texts: list[str]) -> list[str]:
    script = f"""
      const {{ yaml }} = await import('{(FORM / "yaml.js").as_uri()}');
      const record = (text) => ({{
        title: text, date: '2025', summary: text, actors: ['a', 'bc'], places: ['x'.repeat(30)],
        evidence: [{{ article: 'a', quote: text, supports: ['date'] }}],
      }});
      console.log(JSON.stringify(read().map((text) => yaml(record(text)))));
    """
    found: list[str] = json.loads(run_module(script, texts))
    return found


def _assert_canonical(texts: list[str]) -> None:
    for text, record in zip(texts, _written(texts), strict=True):
        assert canonical("events", record.encode()) == record, text
        data, _ = parse_yaml(record.encode())
        assert isinstance(data, dict)
        assert data["date"] == "2025"
        if text.isprintable():
            assert data.get("title", "") == text.strip()


def test_a_text_stands_in_the_form_s_yaml_as_fmt_leaves_it() -> None:
    _assert_canonical(HOSTILE)


@settings(max_examples=5, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=20, max_size=60))
def test_whatever_is_typed_is_canonical_yaml(texts: list[str]) -> None:
    _assert_canonical(texts)


def test_it_asks_for_all_that_the_forge_s_form_asks_for_by_the_same_names() -> None:
    partial = (REPOSITORY / "theme_overrides/partials/form.html").read_text(encoding="utf-8")
    asked = set(re.findall(r'(?:field|several|choice)\("(\w+)"', partial))
    # What the forge's form has one text for is a group of fields here, as often as it is wanted.
    assert {one.id for one in PROPOSAL.fields} - asked == {"others"}
    statuses = re.search(r"for status in \(([^)]*)\)", partial)
    assert statuses and tuple(re.findall(r'"(\w+)"', statuses[1])) == get_args(Status)


@pytest.mark.parametrize("module", sorted(FORM.glob("*.js")), ids=lambda path: path.name)
def test_every_word_of_the_form_is_in_the_catalogue(module: Path) -> None:
    known = {*browser_messages(nearest_file("form", "en")[1]), *MESSAGES, "form", "form-"}
    said = [text for _, text in literals(module.read_text()) if text.startswith("form-") and "$" not in text]
    assert [text for text in said if text not in known] == []
