"""What the JSON Schema asks of each text of a record, so that a form asks the same."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from generator.records.json_schema import json_schema

Rule = dict[str, Any]
_KEYWORDS = ("minLength", "maxLength", "pattern", "enum")


@cache  # a preview asks again and again, and they only change with the code
def text_rules(kind: str) -> Mapping[str, Rule]:
    """The keywords for every text of a kind of record, by the names of its fields, such as `evidence.quote`.

    Of a field that takes several forms it is the one for a text; `required` says whether its part asks for it.
    """
    schema = json_schema(kind)
    return MappingProxyType(dict(_rules(schema, schema["$defs"], (kind,))))


def _rules(part: Mapping[str, Any], shared: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, Rule]]:
    for name, field in part.get("properties", {}).items():
        where = (*path, name)
        if where.count(name) > 1:
            continue
        for form in _forms(field, shared):
            if "string" in form.get("type", ()):
                rule: Rule = {keyword: form[keyword] for keyword in _KEYWORDS if keyword in form}
                yield ".".join(where), rule | ({"required": True} if name in part.get("required", ()) else {})
                break
        for form in _forms(field, shared):
            for item in _forms(form.get("items", {}), shared):
                yield from _rules(item, shared, where)


def _forms(field: Mapping[str, Any], shared: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The forms that a field's value may have, without references."""
    if "$ref" in field:
        yield from _forms(shared[field["$ref"].rpartition("/")[2]], shared)
    elif "anyOf" in field and "properties" not in field:
        for form in field["anyOf"]:
            yield from _forms(form, shared)
    else:
        yield field
