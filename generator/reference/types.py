"""What a field may hold, in words for contributors: its type, its limits and its default, from the model itself."""

import re
from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from generator.records.load import path_of
from generator.records.model import Chosen, Model, Ref, Words
from generator.records.shape import model_in
from generator.records.texts import Text

_A_RECORD = {
    "events": "an event",
    "articles": "an article",
    "outlets": "an outlet",
    "actors": "an actor",
    "places": "a place",
    "storylines": "a storyline",
}
_VOCABULARY = path_of("vocabulary", "")
_READABLE = 40
"""A pattern of more characters explains nothing."""


def name_of(model: type[Model]) -> str:
    """A model's name in words: `Event kind`."""
    first, *rest = re.findall("[A-Z][a-z]+", model.__name__)
    return " ".join([first, *(word.lower() for word in rest)])


def anchor_of(model: type[Model], field: str = "") -> str:
    """The address of a section or of a field within the page of fields; it changes only with the name."""
    section = name_of(model).lower().replace(" ", "-")
    return f"{section}.{field}" if field else section


def link_to(model: type[Model]) -> str:
    """A link to the section of a model."""
    return f"[{name_of(model).lower()}](#{anchor_of(model)})"


def type_in_words(hint: Any) -> str:
    """What a type holds, in Markdown: “a list, each item the id of a place”."""
    hint = _without_none(hint)
    marks, plain = _unwrapped(hint)
    for mark in sorted(marks, key=lambda mark: isinstance(mark, Words)):  # what it refers to says more than its form
        if isinstance(mark, Ref):
            records = " or ".join(_A_RECORD[kind] for kind in mark.kinds)
            return f"the id of {records}" + (f", or {Text.words.text}" if mark.or_words else "")
        if isinstance(mark, Chosen):
            listed = f"of the words that `{mark.among}` in `{_VOCABULARY}` lists"
            return f"{_choice(mark.always)}, or one {listed}" if mark.always else f"one {listed}"
        if isinstance(mark, Words):
            return mark.text
    if plain is Text:
        return Text.words.text
    if get_origin(plain) is Literal:
        return _choice(get_args(plain))
    if get_origin(plain) is tuple:
        return _list(hint, get_args(plain)[0])
    if get_origin(plain) is dict:
        return f"a mapping of ids to {type_in_words(get_args(plain)[1])}"
    assert isinstance(plain, type) and issubclass(plain, Model), plain
    return link_to(plain) + (f", or its `{plain.bare}` alone" if plain.bare else "")


def limits_of(hint: Any) -> Iterator[str]:
    """The limits of a type, as far as a reader can use them."""
    hint = _without_none(hint)
    if any(isinstance(mark, (Ref, Chosen)) for mark in _all_marks(hint)) or model_in(hint) not in (None, Text):
        return
    schema = _schema(hint)
    each = "each " if get_origin(_unwrapped(hint)[1]) in (tuple, dict) else ""
    lowest, highest = _bounds(schema)
    if {int, float} & {_unwrapped(hint)[1]} and lowest is not None:
        yield f"from {lowest:g} to {highest:g}"
        return
    for longest in _found(schema, "maxLength"):
        yield f"{each}at most {longest:,} characters"
        break
    for pattern in _found(schema, "pattern"):
        shown = re.sub(r"^\^(?:\(\?:(.*)\)|(.*))\$$", lambda match: match[1] or match[2], pattern)
        if len(shown) <= _READABLE and shown != r"\S":
            yield f"{each}of the pattern `{shown}`"
        break


def default_of(field: FieldInfo) -> str:
    """What stands where a field is left out, as a record would write it, or nothing."""
    value = field.get_default(call_default_factory=True)
    items = value if isinstance(value, tuple) else () if value in (None, {}) or field.is_required() else (value,)
    return ", ".join(str(_bare(item)) for item in items)


def _bare(item: Any) -> Any:
    if not isinstance(item, Model):
        return item
    fields = type(item).model_fields
    return next(getattr(item, name) for name, field in fields.items() if (field.alias or name) == item.bare)


def _list(hint: Any, item: Any) -> str:
    schema = _schema(hint)
    if "anyOf" in schema and "null" not in [part.get("type") for part in schema["anyOf"]]:
        return f"{type_in_words(item)}, or a list of these"
    some = " of at least one" if "minItems" in schema else ""
    return f"a list{some}, each item {type_in_words(item)}"


@cache  # many fields are of one type
def _schema(hint: Any) -> dict[str, Any]:
    return TypeAdapter(hint).json_schema()


def _choice(words: tuple[str, ...]) -> str:
    *first, last = (f"`{word}`" for word in words)
    return f"{', '.join(first)} or {last}" if first else f"the word {last}"


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    return hint


def _unwrapped(hint: Any) -> tuple[tuple[Any, ...], Any]:
    """The marks of a type, and the type without them."""
    return (hint.__metadata__, hint.__origin__) if get_origin(hint) is Annotated else ((), hint)


def _all_marks(hint: Any) -> Iterator[Any]:
    marks, plain = _unwrapped(hint)
    yield from marks
    for part in get_args(plain):
        yield from _all_marks(part)


def _bounds(schema: Any) -> tuple[float | None, float | None]:
    """The lowest and the highest number, where there are."""
    listed = [value for words in _found(schema, "enum") for value in words if isinstance(value, int)]
    low, high = [*_found(schema, "minimum"), *listed], [*_found(schema, "maximum"), *listed]
    return min(low, default=None), max(high, default=None)


def _found(schema: Any, key: str) -> Iterator[Any]:
    """The values of a keyword in a schema, but for what it says of the keys of mappings."""
    if isinstance(schema, dict):
        if key in schema:
            yield schema[key]
        for name, part in schema.items():
            if name != "propertyNames":
                yield from _found(part, key)
    elif isinstance(schema, list):
        for part in schema:
            yield from _found(part, key)
