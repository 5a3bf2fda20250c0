"""Changes as JSON, for programs."""

import json
from dataclasses import fields, is_dataclass
from typing import Any

from generator.changes.model import Changes, Word
from generator.dates.edtf import Edtf
from generator.records.texts import Text


def to_json(changes: Changes) -> str:
    """Write changes as JSON: `records` and `addresses`, with dates as EDTF and texts by language."""
    return json.dumps(_plain(changes), ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, Word):
        return value.message
    if isinstance(value, Text):
        return value.by_language
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
