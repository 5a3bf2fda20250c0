"""What differs of one article, outlet, actor, place or storyline, and of the vocabulary: field by field."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.changes.events import Teller
from generator.changes.model import Change, Value
from generator.dates.edtf import Edtf
from generator.records.model import Model, Ref
from generator.records.parts import ActorKind, EventKind
from generator.records.shape import marked_fields
from generator.records.texts import Text
from generator.story.timeline import Timeline

_APART = ("id", "aliases", "withdrawn")


def record_changes(was: Any, now: Any, before: Teller) -> Iterator[Change]:
    """Yield what differs of a record that is on both sides."""
    if was.withdrawn != now.withdrawn:
        if now.withdrawn:
            yield Change("withdrawn", None, now.withdrawn.reason)
        else:
            yield Change("reinstated")
    model: type[Model] = type(now)
    marks = {path[0]: mark for path, mark in marked_fields(model) if isinstance(mark, Ref)}
    for name in model.model_fields:
        if name in _APART:
            continue
        old, new = getattr(was, name), getattr(now, name)
        if name in marks:
            old = _renamed(old, marks[name].kinds, before)
        if _plain(old) != _plain(new):
            yield Change("field", _told(old), _told(new), name)


def vocabulary_changes(before: Timeline, after: Timeline) -> Iterator[Change]:
    """Yield what differs of the vocabulary."""
    for name in ("language", "format"):
        if getattr(before, name) != getattr(after, name):
            yield Change("field", getattr(before, name), getattr(after, name), name)
    for name in ("kinds", "actor_kinds"):
        there: Mapping[str, EventKind | ActorKind] = getattr(before, name)
        here: Mapping[str, EventKind | ActorKind] = getattr(after, name)
        for key in {**there, **here}:
            old, new = there.get(key), here.get(key)
            if old is None or new is None:
                yield Change("field", old.label if old else None, new.label if new else None, f"{name}.{key}")
                continue
            for field in type(new).model_fields:
                was, now = getattr(old, field), getattr(new, field)
                if was != now:
                    yield Change("field", _told(was), _told(now), f"{name}.{key}.{field}")


def _renamed(value: Any, kinds: tuple[str, ...], before: Teller) -> Any:
    if isinstance(value, tuple):
        return tuple(_renamed(one, kinds, before) for one in value)
    for kind in kinds if isinstance(value, str) else ():
        if before.now(kind, value) != value:
            return before.now(kind, value)
    return value


def _told(value: Any) -> Value:
    if value is None or isinstance(value, (int, str, Text, Edtf)):
        return value
    if isinstance(value, tuple) and all(isinstance(one, (str, Text, Edtf)) for one in value):
        return value or None
    return value if isinstance(value, Edtf) else json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    """A value of plain data; dates are as they are written."""
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, Text):
        return value.by_language
    if isinstance(value, Model):
        return {name: _plain(one) for name, one in value if one is not None and one != ()}
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, (int, float, str, dict)) else str(value)
