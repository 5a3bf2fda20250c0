"""VALIDATE: what certainly mends a field, where its value or its name can mean one thing alone."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.ids import as_id, certain_word
from generator.problems import Remedy
from generator.records.load import RawRecord
from generator.records.meant import Names
from generator.records.model import Chosen, Model, Ref
from generator.records.shape import mark_at, words_at
from generator.records.yaml_tree import Data, Loc

_COLOUR = re.compile("#[0-9a-fA-F]{6}(?= |$)")


def words_expected(context: Mapping[str, Any]) -> list[str]:
    """The words among which a field's value is one, as Pydantic tells them."""
    return re.findall("'([^']*)'", str(context["expected"]))


def certain_name(raw: RawRecord, model: type[Model], loc: Loc, known: list[str]) -> Remedy | None:
    """The name of the field that is meant by one that is none: no other is near, it is free, and takes the value."""
    holder, name = part_at(raw.data, loc[:-1]), loc[-1]
    if not isinstance(holder, dict) or not isinstance(name, str):
        return None
    meant = certain_word(name, known)
    rivals = [other for other in holder if other == meant or (other != name and certain_word(other, known) == meant)]
    if not meant or rivals or not _takes(raw, model, (*loc[:-1], meant), loc):
        return None
    return Remedy("name", loc, meant)


def certain_value(raw: RawRecord, model: type[Model], loc: Loc, details: ErrorDetails, names: Names) -> Remedy | None:
    """The value that must be meant by one that is wrong, or None."""
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    mark = mark_at(model, loc)
    if part_at(raw.data, loc) != value:
        return None
    if value is None and loc[-1:] == ("colour",):
        return _colour(raw, loc)
    meant: str | tuple[str, ...] = ""
    if kind == "value" and context.get("certain"):
        meant = str(context["certain"])
    elif kind == "value" and isinstance(value, str) and str(context["message"]).startswith("is not an id: "):
        if isinstance(mark, Ref):
            meant = names.certain(value, mark)
        elif isinstance(mark, Chosen):
            meant = certain_word(as_id(value), names.chosen(mark))
    elif kind == "literal_error" and isinstance(value, str):
        meant = certain_word(value, words_expected(context))
    elif kind in ("tuple_type", "list_type") and isinstance(value, str):
        meant = _items(value, model, loc, names)
    return Remedy("value", loc, meant) if meant else None


def part_at(data: Data, loc: Loc) -> Data:
    """The part of a record at a place; None where there is no such part."""
    for step in loc:
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _items(text: str, model: type[Model], loc: Loc, names: Names) -> tuple[str, ...]:
    """The ids, or words of ours, that a text lists where a list is asked for."""
    mark, words = mark_at(model, (*loc, 0)), words_at(model, loc)
    if isinstance(mark, Ref):
        return tuple(names.as_ids(text, mark))
    parts = tuple(part.strip() for part in text.split(","))
    return parts if words and all(part in words for part in parts) else ()


def _colour(raw: RawRecord, loc: Loc) -> Remedy | None:
    """The colour that YAML takes for a comment, `#` being what both begin with."""
    place = raw.places.values[loc]
    rest = next((rest for line, column, rest in raw.cut if (line, column) == place), "")
    found = _COLOUR.match(rest)
    return Remedy("quote", loc, found[0]) if found else None


def _takes(raw: RawRecord, model: type[Model], loc: Loc, old: Loc) -> bool:
    """Say whether the field at loc would take the value that now stands at `old`."""
    data = _renamed(raw.data, old, str(loc[-1]))
    assert isinstance(data, dict)
    try:
        model.model_validate({**data, "id": raw.id})
    except ValidationError as error:
        return all(found["loc"][: len(loc)] != loc for found in error.errors(include_url=False))
    return True


def _renamed(data: Data, loc: Loc, name: str) -> Data:
    step, *rest = loc
    if isinstance(data, dict):
        if not rest:
            return {name if key == step else key: value for key, value in data.items()}
        return {key: _renamed(value, tuple(rest), name) if key == step else value for key, value in data.items()}
    assert isinstance(data, list)
    return [_renamed(item, tuple(rest), name) if number == step else item for number, item in enumerate(data)]
