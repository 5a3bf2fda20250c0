"""VALIDATE: what is wrong with a record's fields, in words for contributors, each fault once."""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.ids import did_you_mean, one_of
from generator.problems import Problem
from generator.records.load import RawRecord
from generator.records.meant import Names
from generator.records.model import Chosen, Model, Ref
from generator.records.remedies import certain_name, certain_value, words_expected
from generator.records.shape import field_names, fields_at, is_required, mark_at, words_at
from generator.records.yaml_errors import printable
from generator.records.yaml_tree import Data, Loc

_WRAPPED = ("by_language", "[key]")
"""Steps of a place that no record writes: a model may wrap what is written plainly (`status: occurred`)."""


def field_problems(raw: RawRecord, model: type[Model], error: ValidationError, names: Names) -> Iterator[Problem]:
    """Yield what is wrong; a field that is missing because its name is misspelt is only told as misspelt.

    In a part, which has few fields, whatever is unknown may stand for the one that is missing.
    """
    found = error.errors(include_url=False)
    misspelt = {
        (*loc[:-1], meant.split("`")[1])
        for loc in (details["loc"] for details in found if details["type"] == "extra_forbidden")
        if (meant := did_you_mean(str(loc[-1]), field_names(model, loc[:-1])))
    }
    unknown = {details["loc"][:-1] for details in found if details["type"] == "extra_forbidden"} - {()}
    for details in found:
        loc = details["loc"]
        if details["type"] != "missing" or not (loc in misspelt or loc[:-1] in unknown):
            yield _problem(raw, model, details, names)


def why_not(model: type[Model], name: str, value: Data, names: Names, language: str) -> str:
    """Say what is wrong with one field's value, whatever becomes of the others; empty where nothing is."""
    content = yaml.safe_dump({name: value}, allow_unicode=True).encode()
    raw = RawRecord("", "", "", {name: value}, content)
    try:
        model.model_validate({name: value}, context={"language": language})
    except ValidationError as error:
        for details in error.errors(include_url=False):
            if details["loc"][:1] == (name,):
                return _problem(raw, model, details, names).message
    return ""


def _problem(raw: RawRecord, model: type[Model], details: ErrorDetails, names: Names) -> Problem:
    loc: Loc = details["loc"]
    kind = details["type"]
    if kind == "missing":
        what = _with_article(model) if len(loc) == 1 else f"`{_name(loc[:-1])}`"
        return raw.problem(loc[:-1], "missing-field", f"`{_name(loc[-1:])}` is missing: {what} needs it.")
    if kind == "extra_forbidden":
        known = field_names(model, loc[:-1])
        hint = did_you_mean(str(loc[-1]), known) or f"write {one_of(known)}."
        message = f"`{printable(_name(loc))}` is not a field: {hint}"
        return raw.problem(loc, "unknown-field", message, of_key=True, remedy=certain_name(raw, model, loc, known))
    of_key = loc[-1:] == ("[key]",)
    loc = tuple(step for step in loc if step not in _WRAPPED)
    while loc not in raw.places.values:
        loc = loc[:-1]
    finding = _finding(details, model, loc, names, raw.data, of_key)
    remedy = None if of_key else certain_value(raw, model, loc, details, names)
    return raw.problem(loc, "invalid-value", f"`{printable(_name(loc))}` {finding}", of_key=of_key, remedy=remedy)


def _with_article(model: type[Model]) -> str:
    name = model.__name__.lower()
    return f"the {name}" if name == "vocabulary" else f"{'an' if name[0] in 'aeio' else 'a'} {name}"


def _finding(details: ErrorDetails, model: type[Model], loc: Loc, names: Names, data: Data, of_key: bool) -> str:
    """Say what is wrong with a value, in words that go on from the field's name."""
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    if value is None or value == "" or (kind == "too_short" and value in ({}, [], ())) or _is_blank(context):
        return _empty(model, loc, is_list=kind == "too_short" and not isinstance(value, dict))
    if kind == "value":
        return _refused(str(context["message"]), value, None if of_key else mark_at(model, loc), names)
    if kind == "literal_error":
        known = words_expected(context)
        if isinstance(value, str):
            return f"is `{printable(value)}`: {did_you_mean(value, known) or f'write {one_of(known)}.'}"
        return f"must be one word: write {one_of(known)}."
    if kind in ("tuple_type", "list_type"):
        if isinstance(value, str) and (written := _as_list(value, model, loc, names)):
            return f"must be a list: write `[{written}]`."
        return _not_a_list(value, fields_at(model, loc))
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        if loc[-1:] == ("translation",):
            return "must be made of `language: text` lines, such as `en: …`."
        return _not_fields(value, fields_at(model, loc), loc)
    return f"is wrong: {details['msg']}."


def _refused(message: str, value: Any, mark: Ref | Chosen | None, names: Names) -> str:
    if message.startswith("is not an id: ") and isinstance(value, str):
        shown = printable(value)
        if isinstance(mark, Chosen) and (hint := names.instead_of_word(value, mark)):
            return f"is `{shown}`: {hint}"
        if isinstance(mark, Ref):
            return f"(`{shown}`) is not an id: {names.instead_of(value, mark)}"
        return f"is wrong: {message.removeprefix('is not an id: ')}."
    shown = f"(`{printable(value)}`) " if isinstance(value, str) and value.strip() else ""
    return f"{shown}{message}." if not message.startswith("`") else f"is wrong: {message}."


def _is_blank(context: dict[str, Any]) -> bool:
    return str(context.get("message", "")).startswith("is empty")


def _empty(model: type[Model], loc: Loc, *, is_list: bool) -> str:
    if loc and isinstance(loc[-1], int):
        return "is empty: write a value, or delete the line."
    what = "at least one item, after `- `" if is_list else "its value"
    return f"is empty: write {what}{'' if is_required(model, loc) else ', or leave the field out'}."


def _as_list(text: str, model: type[Model], loc: Loc, names: Names) -> str:
    """A text as the list that is meant; empty where that is not sure."""
    mark, words, fields = mark_at(model, (*loc, 0)), words_at(model, loc), fields_at(model, loc)
    if isinstance(mark, Ref):
        return ", ".join(names.as_ids(text, mark))
    if words:
        return text if all(part.strip() in words for part in text.split(",")) else ""
    return text if not fields and _PLAIN_ITEMS.fullmatch(text) and len(text) <= 60 else ""


_PLAIN_ITEMS = re.compile(r"[^\W_][\w -]*(?:, ?[^\W_][\w -]*)*")


def _not_a_list(value: Any, fields: list[str]) -> str:
    """Say how one thing, or several without a list, become a list."""
    if isinstance(value, dict):
        first = next(iter(value), "")
        if first in fields:
            return f"is a list, even of one: write `- ` before `{first}`, and indent the lines that follow as far."
        return "must be a list: put each item on a line of its own, after `- `."
    text = str(value)
    if re.match(r"-[^\s-]", text):
        return "must be a list: put a space after each `-`."
    if fields and not _may_be_bare(fields):
        return f"must be a list: write each item as `- {fields[0]}: …`, with its other fields below."
    return "must be a list: put each item on a line of its own, after `- `."


def _may_be_bare(fields: list[str]) -> bool:
    return fields[0] in ("actor", "is")


def _not_fields(value: Any, fields: list[str], loc: Loc) -> str:
    if isinstance(value, list) and loc and isinstance(loc[-1], int):
        return "is a list within a list: leave out its own brackets, or its own `- `."
    if isinstance(value, list):
        return "must be no list: write `name: value` lines, without `- `."
    if fields:
        return f"must be made of `field: value` lines: write {one_of(fields)}."
    return "must be made of `name: value` lines, each on a line of its own."


def _name(loc: Loc) -> str:
    """A field's name as people write it: `evidence[2].quote`."""
    name = ""
    for step in loc:
        if isinstance(step, int):
            name += f"[{step + 1}]"
        elif step not in _WRAPPED:
            name += f".{step}" if name else step
    return name
