"""WRITE: what there is to fill in of a new record, as the schema tells it, and plain data made of the answers."""

# Commands and forms ask from this; which fields there are, and what one may choose, only the
# schema says.

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from generator.dates.edtf import Edtf
from generator.records.lists import OneAlone
from generator.records.model import Chosen, Model, Ref
from generator.records.schema import MODELS, Record
from generator.records.shape import fields_of, holds, is_list, is_required, mark_at, model_in, words_at
from generator.records.texts import Text
from generator.records.yaml_tree import Loc

_STEP = re.compile(r"(?:^|\.)([A-Za-z_-]+)|\[([0-9]{1,3})\]")
_MOST_ITEMS = 100


@dataclass(frozen=True, slots=True)
class Blank:
    """One field to fill in: its place in the record, and what the schema says of it.

    `model` holds the field; `either` names the fields of which one is needed; `words` are all that it may be.
    """

    loc: Loc
    model: type[Model]
    description: str
    example: str
    required: bool
    many: bool
    is_date: bool
    words: tuple[str, ...]
    mark: Ref | Chosen | None
    either: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The field's own name."""
        return str(self.loc[-1])


class FillError(ValueError):
    """A field that cannot be filled in so, as one line."""


def blanks(kind: str) -> tuple[Blank, ...]:
    """The fields of a kind of record that take a text or a list of texts, in the order of the schema.

    Of a list of parts that a record needs, the fields of the first part are there; what else a part of parts may be,
    and what only records have that were changed, is left to an editor.
    """
    return tuple(_blanks(MODELS[kind], ()))


def _blanks(model: type[Model], at: Loc) -> Iterator[Blank]:
    either = _either(model)
    for name, hint in fields_of(model):
        if name in Record.model_fields:
            continue
        part = model_in(hint)
        if part and part is not Text and not issubclass(part, Text) and part.bare is None:
            if is_required(model, (name,)) and is_list(hint):
                yield from _blanks(part, (*at, name, 0))
            continue
        inner: Loc = (name, 0, part.bare) if part and part.bare else (name,)
        words, mark = words_at(model, inner), mark_at(model, inner if part and part.bare else (name, *_item(hint)))
        info = next(info for key, info in model.model_fields.items() if (info.alias or key) == name)
        if words or mark or _is_plain(hint):
            yield Blank(
                (*at, name),
                model,
                info.description or "",
                _shown(info.examples[0] if info.examples else ""),
                info.is_required(),
                is_list(hint) and not any(isinstance(mark, OneAlone) for mark in hint.__metadata__),
                holds(hint, Edtf),
                words,
                mark,
                either if name in either else (),
            )


def _item(hint: Any) -> Loc:
    return (0,) if is_list(hint) else ()


def _is_plain(hint: Any) -> bool:
    """Whether one may write the field as a text, or as a list of texts."""
    return any(holds(hint, kind) for kind in (str, Edtf, int, float, Text)) and not _holds_mapping(hint)


def _holds_mapping(hint: Any) -> bool:
    """Whether the field is a mapping of the record's own names."""
    return get_origin(hint) is dict or any(_holds_mapping(argument) for argument in get_args(hint))


def _either(model: type[Model]) -> tuple[str, ...]:
    extra = model.model_config.get("json_schema_extra")
    found = extra.get("anyOf") if isinstance(extra, dict) else None
    options = found if isinstance(found, list) else []
    return tuple(name for option in options if isinstance(option, dict) for name in _names(option.get("required")))


def _names(required: Any) -> tuple[str, ...]:
    return tuple(map(str, required)) if isinstance(required, list) else ()


def _shown(example: Any) -> str:
    if isinstance(example, list):
        return ", ".join(_shown(item) for item in example)
    if isinstance(example, dict):
        return str(next(iter(example.values()), ""))
    return str(example)


def loc_of(name: str) -> Loc:
    """The place that `evidence[1].quote` names; raises FillError."""
    found: list[str | int] = []
    end = 0
    for step in _STEP.finditer(name):
        if step.start() != end or (not found and step[2]):
            break
        end = step.end()
        found.append(int(step[2]) - 1 if step[2] else step[1].replace("-", "_"))
    if end != len(name) or not found or -1 in found:
        raise FillError(f"`{name[:80]}` names no field: write it as `summary`, `summary.fr` or `evidence[1].quote`")
    return tuple(found)


def put(data: dict[str, Any], loc: Loc, value: Any) -> None:
    """Set a part of plain data, and make what is around it; raises FillError where something else stands there."""
    holder: Any = data
    for number, step in enumerate(loc):
        inside = value if number == len(loc) - 1 else ([] if isinstance(loc[number + 1], int) else {})
        if isinstance(step, int) != isinstance(holder, list):
            raise FillError(f"`{shown(loc)}` does not go with what is said of `{shown(loc[:number])}`")
        if isinstance(step, int):
            if step > len(holder) or step >= _MOST_ITEMS:
                raise FillError(f"`{shown(loc)}` leaves a gap: count from 1, one after another")
            if step == len(holder):
                holder.append(inside)
            elif number == len(loc) - 1:
                holder[step] = value
        elif number == len(loc) - 1:
            holder[step] = value
        else:
            holder.setdefault(step, inside)
        holder = holder[step]


def got(data: Any, loc: Loc) -> Any:
    """A part of plain data; None where there is none."""
    for step in loc:
        if isinstance(step, int) and isinstance(data, list):
            data = data[step] if step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def shown(loc: Loc) -> str:
    """A place as people write it: `evidence[1].quote`."""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in loc).lstrip(".")


def missing(kind: str, data: dict[str, Any]) -> list[tuple[Blank, ...]]:
    """What a record still needs: of each entry one of the fields."""
    found: list[tuple[Blank, ...]] = []
    all_blanks = blanks(kind)
    for blank in all_blanks:
        if blank.required and got(data, blank.loc) in (None, "", []):
            found.append((blank,))
        elif blank.either and blank.name == blank.either[0]:
            group = tuple(one for one in all_blanks if one.loc[:-1] == blank.loc[:-1] and one.name in blank.either)
            if all(got(data, one.loc) in (None, "", []) for one in group):
                found.append(group)
    return found
