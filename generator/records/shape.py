"""What the models tell of themselves: which fields there are, and which of them hold ids."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from generator.records.model import Chosen, Model, Ref
from generator.records.yaml_tree import Data, Loc

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


def fields_at(model: type[Model], loc: Loc) -> list[str]:
    """The names of the fields that the value at loc is made of; none where it is no such part, or a list of names."""
    hint = _hint_at(model, loc)
    within = _plain_origin(hint) is dict or (
        model_in(hint) and "by_language" in dict(fields_of(model_in(hint) or Model))
    )
    return [] if within else field_names(model, loc)


def words_at(model: type[Model], loc: Loc) -> tuple[str, ...]:
    """The words among which the field at loc, or each item of its list, is one; none where it may be anything."""
    return _words_in(_hint_at(model, loc))


def _words_in(hint: Any) -> tuple[str, ...]:
    if get_origin(hint) is Literal:
        return tuple(map(str, get_args(hint)))
    return next((words for argument in get_args(hint) if (words := _words_in(argument))), ())


def mark_at(model: type[Model], loc: Loc) -> Ref | Chosen | None:
    """The mark of the field at loc, if it holds an id or a word of the vocabulary."""
    path = tuple("*" if isinstance(step, int) else step for step in loc)
    return next((mark for at, mark in marked_fields(model) if at == path), None)


def is_required(model: type[Model], loc: Loc) -> bool:
    """Say whether a part that holds the field at loc needs it."""
    holder: type[Model] | None = model
    for number, step in enumerate(loc):
        if holder is None:
            return False
        info = next((info for name, info in holder.model_fields.items() if (info.alias or name) == step), None)
        if number == len(loc) - 1:
            return info is not None and info.is_required()
        if isinstance(step, str) and info is not None:
            holder = model_in(dict(fields_of(holder))[step])
    return False


def _hint_at(model: type[Model], loc: Loc) -> Any:
    """The annotated type of the field at loc, of which an item of a list counts as the list's own."""
    hint: Any = None
    holder: type[Model] | None = model
    for step in loc:
        fields = dict(fields_of(holder)) if holder else {}
        if isinstance(step, int):
            continue
        if _plain_origin(hint) is dict and step not in fields:
            hint = None
            continue
        hint = fields.get(step)
        holder = model_in(hint)
    return hint


def is_list(hint: Any) -> bool:
    """Say whether an annotated type is a list's."""
    return _plain_origin(hint) is tuple


def holds(hint: Any, kind: type) -> bool:
    """Say whether an annotated type is, or may be, a type or a list of it."""
    return hint is kind or any(holds(argument, kind) for argument in get_args(hint))


def texts_at(data: Data, path: Path, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield every text at a path, with its place."""
    if not path:
        if isinstance(data, str):
            yield loc, data.strip()
    elif path[0] == "*" and isinstance(data, list):
        for number, item in enumerate(data):
            yield from texts_at(item, path[1:], (*loc, number))
    elif isinstance(data, dict) and path[0] in data:
        yield from texts_at(data[path[0]], path[1:], (*loc, path[0]))


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
