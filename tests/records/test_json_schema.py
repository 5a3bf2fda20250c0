"""The JSON Schema for editors says what our own reading says: of every good record, and of every bad one but for links.

A record is tried as we read it, all text, and as an editor does, with the numbers and truth values of YAML 1.2.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.build import check_content
from generator.checks import rules
from generator.dates.parse import DateError, parse_edtf
from generator.dates.pattern import PATTERN
from generator.problems import Problem
from generator.records.json_schema import json_schema
from generator.records.load import RawRecord, load_records
from generator.records.schema import MODELS
from generator.records.validate import validate_records
from tests.examples import TODAY, example_names, project, read_example, read_site

ABOUT_A_FIELD = {"invalid-value", "missing-field", "unknown-field", "unknown-kind"}
NUMBER = re.compile(r"[-+]?[0-9]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def as_an_editor_reads_it(data: Any) -> Any:
    """The core schema of YAML 1.2 (section 10.3) applied to our texts."""
    if isinstance(data, dict):
        return {key: as_an_editor_reads_it(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_an_editor_reads_it(item) for item in data]
    if not isinstance(data, str):
        return data
    if data in ("true", "false"):
        return data == "true"
    return int(data) if NUMBER.fullmatch(data) else float(data) if FLOAT.fullmatch(data) else data


def records_of(root: Path) -> tuple[list[RawRecord], list[Problem], dict[str, Draft202012Validator]]:
    """The readable records of a project, its problems, and the validators that know its vocabulary."""
    loaded = load_records(root / "content", root)
    vocabulary = validate_records(loaded)[0].vocabulary.get("vocabulary")
    validators = {kind: Draft202012Validator(json_schema(kind, vocabulary)) for kind in MODELS}
    return list(loaded.records), list(check_content(root, TODAY).problems), validators


def compare(root: Path) -> Iterator[tuple[str, bool, bool, bool]]:
    """Path of each record, whether we find its fields in order, and whether the schema does, read either way."""
    records, problems, validators = records_of(root)
    wrong = {problem.path for problem in problems if problem.code in ABOUT_A_FIELD}
    for raw in records:
        valid = [validators[raw.kind].is_valid(form) for form in (raw.data, as_an_editor_reads_it(raw.data))]
        yield raw.path, raw.path not in wrong, valid[0], valid[1]


@pytest.mark.parametrize("kind", MODELS)
def test_the_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("name", example_names())
def test_the_schema_tells_good_records_of_the_examples_from_bad_ones(name: str, tmp_path: Path) -> None:
    for path, ours, as_text, as_typed in compare(read_example(name).write(tmp_path)):
        assert (as_text, as_typed) == (ours, ours), path


def test_the_schema_accepts_every_record_of_the_fixture_site(tmp_path: Path) -> None:
    found = list(compare(read_site("harbours").write(tmp_path)))
    assert len(found) > 100
    assert [path for path, ours, as_text, as_typed in found if not (ours and as_text and as_typed)] == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_the_schema_accepts_the_examples_of_rules(rule: Any, tmp_path: Path) -> None:
    kind, name = rule.record
    path = "content/vocabulary.yaml" if kind == "vocabulary" else f"content/{kind}/{name}.yaml"
    for number, record in enumerate((rule.passes, rule.fails)):
        root = project(tmp_path / str(number), {**rule.around, path: record})
        assert [found for found in compare(root) if found[1:] != (True, True, True)] == []


BAD_EVENTS = [
    "importance: 0",
    "importance: 2.5",
    "title: ''",
    f"title: {'x' * 121}",
    f"summary: {'x' * 4001}",
    "date: 2031-13-01",
    "date: 2031-02-29",
    "date: 2031-05-02/2031-05-01",
    "date: 20310501",
    "date: someday",
    "kind: treaty",
    "kind: {a: b}",
    "aliases: [Upper]",
    "places: valletta",
    "colour: red",
    "title: {EN-x: A}",
    "title: {}",
    "status: [{since: 2031}]",
    "status: []",
    "status: [{is: occurred, evidence: none}]",
    "evidence: []",
    "evidence: [{article: 2031-05-02-harbour-post-treaty}]",
    "evidence: [{quote: x}]",
    "evidence: [{article: 2031-05-02-harbour-post-treaty, quote: '" + "x" * 301 + "'}]",
    "evidence: [{article: 2031-05-02-harbour-post-treaty, says: x, basis: rumour}]",
    "evidence: [{article: 2031-05-02-harbour-post-treaty, says: x, supports: [weather]}]",
    "evidence: [{article: 2031-05-02-harbour-post-treaty, says: x, translation: {en: y}}]",
    "evidence: [{article: 2031-05-02-harbour-post-treaty, quote: x, translation: y}]",
    "claims: [{said_by: a, text: b, evidence: []}]",
    "claims: [{said_by: a, text: b, date: 2031, evidence: [{article: 2031-05-02-harbour-post-treaty, says: x}]}]",
    "related: [{event: 2031-05-01-treaty-signed, relation: resembles}]",
    "related: [{event: 2031-05-01-treaty-signed, relation: follows, about: [date]}]",
    "corrections: [{on: 2031-05-10, field: date, was: a, now: b}]",
    "withdrawn: {on: 2031-05-10, reason: x, text: gone}",
    "withdrawn: yes",
]


BAD_VIEWS = [
    "soon",
    "2031-04/..",
    "../2031-09",
    "2031-04/",
    "/2031-09",
    "'[2031-04..2031-09]'",
    "2031-09/2031-04",
    "[]",
]


@pytest.mark.parametrize("view", BAD_VIEWS)
def test_a_view_without_both_ends_is_rejected_by_both(view: str, tmp_path: Path) -> None:
    path = "content/storylines/bad.yaml"
    record = f"title: A\nincludes: B\nview: {view}\n"
    (found,) = [found for found in compare(project(tmp_path, {path: record})) if found[0] == path]
    assert found[1:] == (False, False, False)


@pytest.mark.parametrize("field", BAD_EVENTS)
def test_the_schema_rejects_what_check_rejects(field: str, tmp_path: Path) -> None:
    good = {
        "title": "title: A",
        "date": "date: 2031-05-09",
        "kind": "kind: meeting",
        "evidence": "evidence: [{article: 2031-05-02-harbour-post-treaty, says: x}]",
    }
    record = "\n".join(({**good, field.partition(":")[0]: field}).values())
    path = "content/events/bad.yaml"
    (found,) = [found for found in compare(project(tmp_path, {path: record})) if found[0] == path]
    assert found[1:] == (False, False, False)


digits = st.sampled_from([*"0123456789", "X"])
marks = st.sampled_from(["", "", "", "?", "~", "%"])
years = st.tuples(st.sampled_from(["", "-"]), digits, digits, digits, digits).map("".join)
parts = st.sampled_from(
    ["01", "02", "04", "11", "12", "13", "21", "41", "42", "00", "28", "29", "30", "31", "3X", "XX", "X9"]
)
dates = st.one_of(
    st.tuples(marks, years, marks).map("".join),
    st.tuples(marks, years, marks, st.just("-"), marks, parts, marks).map("".join),
    st.tuples(marks, years, marks, st.just("-"), marks, parts, marks, st.just("-"), marks, parts, marks).map("".join),
    st.sampled_from(["..", "", "Y12345", "Y-3E5", "Y1E5S2", "1950S2", "1950S5", "2031-05-01T24:00Z", "2031-05-01T25Z"]),
)
expressions = st.one_of(
    dates,
    st.tuples(dates, st.just("/"), dates).map("".join),
    st.tuples(st.sampled_from("[{"), dates, st.sampled_from(["", "..", ","]), dates, st.sampled_from("]}")).map(
        "".join
    ),
    st.text(alphabet="0123456789X-/.,[]{}~?%TYZES:+", max_size=12),
)


@given(expressions)
def test_the_pattern_of_dates_says_what_the_parser_says(text: str) -> None:
    matches = re.search(PATTERN, text) is not None
    try:
        parse_edtf(text)
    except DateError as error:
        # Where marks or missing digits stand, only arithmetic can tell which end comes first.
        assert not matches or ("runs backwards" in str(error) and re.search(r"[X?~%YSE]|-\d{4}", text))
    else:
        assert matches
