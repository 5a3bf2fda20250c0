"""Every field tells what it does and how it is written, and its example is one that the whole check accepts."""

import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.build import check_content
from generator.problems import Problem
from generator.records.json_schema import json_schema
from generator.records.load import load_record, path_of
from generator.records.model import Model
from generator.records.parts import Claim, Evidence, Participant, Relation, State
from generator.records.schema import MODELS, Article, Event, Outlet, Place, Record, Vocabulary
from generator.reference.fields import Described, as_yaml, described, fields_page, own_fields, sections
from generator.reference.types import anchor_of
from tests.examples import TODAY, project

SECTIONS = list(sections())
FIELDS = [(model, field) for model in SECTIONS for field in described(model)]
LONG = " · each at most 4,000 characters"
SUPPORTED = "`title`, `date`, `status`, `kind`, `summary`, `actors` or `places`"
EXAMPLE = "2031-05-01-example"


def examples_of(model: type[Model]) -> dict[str, Any]:
    """A record or a part that holds the example of each of its fields."""
    return {field.name: field.example for field in described(model)}


def needed_by(model: type[Model]) -> dict[str, Any]:
    """The smallest record of a kind that its own examples make."""
    return {field.name: field.example for field in described(model) if field.need == "**required**"}


def around(model: type[Model]) -> tuple[str, dict[str, Any]]:
    """The kind of record and the record that hold a part of which every field stands."""
    if model in MODELS.values():
        kind = next(kind for kind, known in MODELS.items() if known is model)
        return kind, examples_of(model)
    if model is Record:
        return "places", {**needed_by(Place), **examples_of(model)}
    holder = sections()[model][0]
    within = next(field for field in described(holder) if f"(#{anchor_of(model)})" in field.type)
    whole: Any = examples_of(model)
    if "list" in within.type:
        whole = [whole]
    elif "mapping" in within.type:
        whole = {next(iter(within.example)): whole}
    kind, record = around(holder)
    return kind, {**record, within.name: whole}


def written(kind: str) -> str:
    return path_of(kind, "vocabulary" if kind == "vocabulary" else EXAMPLE)


def problems_of(kind: str, record: dict[str, Any], root: Path) -> list[Problem]:
    """The errors that the whole check finds in a project that holds the record."""
    found = check_content(project(root, {written(kind): as_yaml(record)}), TODAY).problems
    return [problem for problem in found if problem.level == "error"]


@pytest.mark.parametrize(("model", "field"), FIELDS, ids=lambda value: getattr(value, "name", None) or value.__name__)
def test_a_field_has_one_sentence_and_an_example(model: type[Model], field: Described) -> None:
    where = f"{model.__name__}.{field.name} has"
    assert field.sentence, f"{where} no `description`: say in one sentence what it does on the site"
    assert re.fullmatch(r"[A-Z][^.]*\.", re.sub(r"`[^`]*`", "x", field.sentence)), f"{where} not one sentence"
    assert field.example is not None, f"{where} no `examples`: give one"


@pytest.mark.parametrize("model", SECTIONS, ids=lambda model: model.__name__)
def test_the_examples_of_a_section_make_a_record_in_which_check_finds_no_error(
    model: type[Model], tmp_path: Path
) -> None:
    kind, record = around(model)
    assert problems_of(kind, record, tmp_path) == []
    raw = load_record(tmp_path / written(kind), written(kind), kind)
    assert not isinstance(raw, Problem)
    for form in (raw.data, record):  # as we read it, and as the schema gives it to editors
        assert [error.message for error in Draft202012Validator(json_schema(kind)).iter_errors(form)] == []


def test_an_example_that_is_none_would_be_found(tmp_path: Path) -> None:
    kind, record = around(Evidence)
    record["evidence"][0]["article"] = "no-such-article"
    assert [problem.code for problem in problems_of(kind, record, tmp_path)] == ["unknown-id"]


def test_every_field_of_every_model_is_told() -> None:
    names = {model.__name__ for model in SECTIONS}
    assert {"Event", "Article", "Outlet", "Actor", "Place", "Storyline", "Vocabulary", "Record"} <= names
    assert {"State", "Evidence", "Participant", "Claim", "Relation", "Correction", "Withdrawal"} <= names
    assert {"PublisherCorrection", "Era", "EventKind", "ActorKind"} <= names
    for model in SECTIONS:
        for info in model.model_fields.values():
            inherited = model is not Record and info in Record.model_fields.values()
            assert inherited or info.description or model.model_fields.get("id") is info
    assert "id" not in own_fields(Event) + own_fields(Record) + own_fields(Vocabulary)


def told(model: type[Model], name: str) -> str:
    """What the page says of a field, but for its sentence and example, without links."""
    (field,) = (field for field in described(model) if field.name == name)
    parts = (field.need, field.type, *field.limits, field.default)
    return re.sub(r"\[(.*?)\]\(.*?\)", r"\1", " · ".join(part for part in parts if part))


@pytest.mark.parametrize(
    ("model", "name", "expected"),
    [
        (Event, "title", "**required** · text, in one language or several · at most 120 characters"),
        (Event, "date", "**required** · an EDTF date · at most 200 characters"),
        (Event, "status", "optional · state, or its `is` alone, or a list of these · occurred"),
        (Event, "kind", "**required** · one of the words that `kinds` in `content/vocabulary.yaml` lists"),
        (Event, "actors", "optional · a list, each item participant, or its `actor` alone"),
        (Event, "places", "optional · a list, each item the id of a place"),
        (Event, "importance", "optional · a whole number · from 1 to 5 · 3"),
        (Event, "evidence", "**required** · a list of at least one, each item evidence"),
        (Evidence, "quote", "**required** without `says` · text · at most 300 characters"),
        (
            Evidence,
            "translation",
            "only beside `quote` · a mapping of languages to texts" + LONG,
        ),
        (Evidence, "basis", "optional · `text`, `headline` or `address` · text"),
        (State, "since", "optional · an EDTF date · at most 200 characters"),
        (Participant, "actor", "**required** · the id of an actor"),
        (Claim, "said_by", "**required** · the id of an actor, or text, in one language or several"),
        (
            Relation,
            "about",
            f"optional · a list, each item {SUPPORTED}",
        ),
        (Article, "origin", "optional · the id of an outlet or an article"),
        (Article, "authors", "optional · a list, each item text" + LONG),
        (Outlet, "kind", "optional · the word `agency`"),
        (Outlet, "country", "optional · an ISO 3166-1 alpha-2 country · of the pattern `[A-Z]{2}`"),
        (Place, "lon", "optional · a number · from -180 to 180"),
        (Vocabulary, "format", "optional · the number of a version · from 0 to 1"),
        (Vocabulary, "actor_kinds", "optional · a mapping of ids to actor kind"),
    ],
    ids=str,
)
def test_a_type_is_told_in_words(model: type[Model], name: str, expected: str) -> None:
    assert told(model, name) == expected


def test_every_address_within_the_page_leads_to_one_place_and_says_which() -> None:
    page = fields_page().text
    headings = [heading.lower().replace(" ", "-") for heading in re.findall(r"^## (.*)$", page, re.MULTILINE)]
    anchors = [*headings, *re.findall(r'<span id="(.*?)">', page)]
    assert headings == [anchor_of(model) for model in SECTIONS]
    assert len(anchors) == len(set(anchors)) == len(SECTIONS) + len(FIELDS)
    assert set(re.findall(r"\]\(#(.*?)\)", page)) == set(anchors)


def test_examples_are_written_as_records_write_them() -> None:
    assert as_yaml({"title": "A: b"}) == "title: 'A: b'\n"
    example = {"date": "2031-05-01", "importance": 3, "colour": "#1f5a96", "eras": [{"title": "A", "to": "2030"}]}
    assert as_yaml(example) == ("date: 2031-05-01\nimportance: 3\ncolour: '#1f5a96'\neras:\n  - {title: A, to: 2030}\n")
