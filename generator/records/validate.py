"""VALIDATE: raw records become models, or problems that say what is wrong in words for contributors."""

from dataclasses import dataclass, field

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.ids import did_you_mean
from generator.problems import Problem
from generator.records.load import Loaded, RawRecord
from generator.records.model import Model
from generator.records.schema import MODELS, Actor, Article, Event, Outlet, Place, Storyline, Vocabulary
from generator.records.shape import field_names
from generator.records.texts import DEFAULT_LANGUAGE, is_language
from generator.records.yaml_errors import printable
from generator.records.yaml_tree import Loc


@dataclass(slots=True)
class Validated:
    """Valid records by id, and the raw records, valid or not, by kind and id."""

    events: dict[str, Event] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    storylines: dict[str, Storyline] = field(default_factory=dict)
    vocabulary: dict[str, Vocabulary] = field(default_factory=dict)
    sources: dict[tuple[str, str], RawRecord] = field(default_factory=dict)
    language: str = DEFAULT_LANGUAGE
    """The language of bare texts."""
    unreadable: frozenset[tuple[str, str]] = frozenset()

    def known(self, kind: str) -> frozenset[str]:
        """The ids of a kind that stand in files, valid or not: what cannot be read is there all the same."""
        return frozenset(record_id for of, record_id in (*self.sources, *self.unreadable) if of == kind)


def validate_records(loaded: Loaded) -> tuple[Validated, list[Problem]]:
    """Validate every record; those with a problem are left out of the models."""
    result = Validated(language=_language(loaded), unreadable=loaded.unreadable)
    problems = [problem for raw in loaded.records for problem in _validate(raw, result)]
    return result, problems


def _language(loaded: Loaded) -> str:
    """The language of bare texts, which even the vocabulary's own labels need to know beforehand."""
    named = [raw.data.get("language") for raw in loaded.records if raw.kind == "vocabulary"]
    return next((tag for tag in named if isinstance(tag, str) and is_language(tag)), DEFAULT_LANGUAGE)


def _validate(raw: RawRecord, result: Validated) -> list[Problem]:
    if (raw.kind, raw.id) in result.sources:
        first = result.sources[raw.kind, raw.id].path
        return [raw.problem((), "duplicate-id", f"the id `{raw.id}` is already that of {first}: rename one of them.")]
    result.sources[raw.kind, raw.id] = raw
    model = MODELS[raw.kind]
    problems = []
    if "id" in raw.data:
        message = "`id` is not written: a record's id is its file's name."
        problems.append(raw.problem(("id",), "unknown-field", message, of_key=True))
    try:
        record = model.model_validate({**raw.data, "id": raw.id}, context={"language": result.language})
    except ValidationError as error:
        return [*problems, *(_problem(raw, model, details) for details in error.errors(include_url=False))]
    by_id: dict[str, Model] = getattr(result, raw.kind)
    if not problems:
        by_id[raw.id] = record
    return problems


def _problem(raw: RawRecord, model: type[Model], details: ErrorDetails) -> Problem:
    loc: Loc = details["loc"]
    kind = details["type"]
    if kind == "missing":
        what = model.__name__.lower() if len(loc) == 1 else f"`{_name(loc[:-1])}`"
        return raw.problem(loc[:-1], "missing-field", f"`{_name(loc[-1:])}` is missing: {what} needs it.")
    if kind == "extra_forbidden":
        known = field_names(model, loc[:-1])
        hint = did_you_mean(str(loc[-1]), known) or f"known here: {', '.join(known)}."
        message = f"`{printable(_name(loc))}` is not a field: {hint}"
        return raw.problem(loc, "unknown-field", message, of_key=True)
    # A model may wrap what the record writes plainly (`status: occurred`); the message names what is written.
    while loc not in raw.places.values:
        loc = loc[:-1]
    return raw.problem(loc, "invalid-value", f"`{printable(_name(loc))}` {_finding(details)}")


def _finding(details: ErrorDetails) -> str:
    """Say what is wrong with a value, in words that go on from the field's name."""
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    if kind == "value":
        shown = f"(`{printable(value)}`) " if isinstance(value, str) and value.strip() else ""
        message = str(context["message"])
        return f"{shown}{message}." if not message.startswith("`") else f"is wrong: {message}."
    if kind == "literal_error":
        known = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        if isinstance(value, str):
            hint = did_you_mean(value, known) or f"write one of {', '.join(known)}."
            return f"is `{printable(value)}`: {hint}"
        return f"must be one of {', '.join(known)}."
    if kind == "too_short":
        return "needs at least one item."
    if value is None:
        return "is empty: write a value, or leave the field out."
    if kind in ("tuple_type", "list_type"):
        return "must be a list: put each item on a line of its own, after `- `."
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return "must be a mapping of `field: value` lines."
    return f"is wrong: {details['msg']}."


def _name(loc: Loc) -> str:
    """A field's name as people write it: `evidence[2].quote`."""
    name = ""
    for step in loc:
        if isinstance(step, int):
            name += f"[{step + 1}]"
        elif step not in ("by_language", "[key]"):
            name += f".{step}" if name else step
    return name
