"""What the models tell of themselves: which fields there are, and which of them hold ids."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from generator.records.model import Chosen, Model, Ref
from generator.records.yaml_tree import Loc

Path = tuple[str, ...]
"""The names that lead to a field, with `*` for each item of a list: ("evidence", "*", "article")."""


@cache
def marked_fields(model: type[Model]) -> tuple[tuple[Path, Ref | Chosen], ...]:
    """Every field, at any depth, that holds an id of a record or a key of the vocabulary, with its mark."""
    return tuple(_marked(model))


def field_names(model: type[Model], loc: Loc) -> list[str]:
    """The names of the fields that may stand in the part at loc, as records write them."""
    found: type[Model] | None = model
    steps = iter(loc)
    for step in steps:
        if isinstance(step, str) and found:
            hint = dict(fields_of(found)).get(step)
            found = model_in(hint)
            if _is_mapping(hint):
                next(steps, None)  # a key of the record's own
    return [name for name, _ in fields_of(found) if name != "id"] if found else []


def fields_of(model: type[Model]) -> list[tuple[str, Any]]:
    """The fields of a model as records write them, with their annotated types."""
    hints = get_type_hints(model, include_extras=True)
    return [(info.alias or name, hints[name]) for name, info in model.model_fields.items()]


def _marked(model: type[Model], path: Path = ()) -> Iterator[tuple[Path, Ref | Chosen]]:
    for name, hint in fields_of(model):
        for step, mark in _marks(hint):
            yield (*path, name, *step), mark
        inner = model_in(hint)
        if inner:
            within = (*path, name, *_repeats(hint))
            for found, mark in _marked(inner):
                # What a plain value may stand for is marked at its own place, too.
                if found == (inner.bare,):
                    yield within, mark
                yield (*within, *found), mark


def _marks(hint: Any) -> Iterator[tuple[Path, Ref | Chosen]]:
    """The marks on a type, and on what it holds."""
    if get_origin(hint) is Annotated:
        yield from (((), mark) for mark in hint.__metadata__ if isinstance(mark, (Ref, Chosen)))
        yield from _marks(get_args(hint)[0])
    else:
        step = _repeats(hint)
        for argument in get_args(hint):
            yield from (((*step, *path), mark) for path, mark in _marks(argument))


def _repeats(hint: Any) -> Path:
    return ("*",) if _plain_origin(hint) in (tuple, dict) else ()


def _is_mapping(hint: Any) -> bool:
    return _plain_origin(hint) is dict


def _plain_origin(hint: Any) -> Any:
    while get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    return get_origin(hint)


def model_in(hint: Any) -> type[Model] | None:
    """The model inside an optional, annotated or repeated type."""
    if isinstance(hint, type) and get_origin(hint) is None:
        return hint if issubclass(hint, Model) else None
    return next((found for argument in get_args(hint) if (found := model_in(argument))), None)
