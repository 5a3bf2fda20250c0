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

_MOST_FIELDS = 100
"""A part of a record that has more is no slip of a hand."""
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
    if not meant or meant in holder or len(holder) > _MOST_FIELDS:
        return None
    if any(other != name and certain_word(other, known) == meant for other in holder):
        return None
    if not _takes(model, *_alone(raw.data, loc, meant)):
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


def _takes(model: type[Model], data: dict[str, Data], loc: Loc) -> bool:
    """Say whether a field takes its value, whatever else is wrong with a record, which has none of the others."""
    try:
        model.model_validate({**data, "id": "a"})
    except ValidationError as error:
        return all(found["loc"][: len(loc)] != loc for found in error.errors(include_url=False))
    return True


def _alone(data: Data, loc: Loc, name: str) -> tuple[dict[str, Data], Loc]:
    """A record with nothing but the part that holds a field, which has another name, and where it is then."""
    step, *rest = loc
    below = part_at(data, (step,))
    if not rest:
        return {name: below}, (name,)
    inner, at = _alone(below, tuple(rest), name)
    if isinstance(rest[0], int):
        return {str(step): [*inner.values()]}, (step, 0, *at[1:])
    return {str(step): inner}, (step, *at)
