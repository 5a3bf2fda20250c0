"""The JSON Schema of each kind of record, for editors and for whoever reads the records elsewhere."""

# Draft 2020-12, which is what Pydantic writes. It does not tell whether an id leads anywhere; `check` does. The ids
# that are known it can offer: as snippets, which complete and forbid nothing, so that the id of a record written a
# moment ago is no mistake, and which a hover does not list.

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from generator.records.fields import EDTF_SCHEMA
from generator.records.model import REFERS, Chosen
from generator.records.schema import MODELS, Vocabulary
from generator.records.shape import Path, marked_fields

_NOISE = ("default", "title")


Ids = Mapping[str, Sequence[str]]
"""The ids of a project's records, by kind."""
_SNIPPETS = "defaultSnippets"
"""What the YAML language server offers for a value, of any schema."""


def json_schema(kind: str, vocabulary: Vocabulary | None = None, ids: Ids | None = None) -> dict[str, Any]:
    """Return the JSON Schema of a kind of record, for which nothing else is needed.

    With a vocabulary, fields that choose from it know its words; with ids, editors offer those that a field may name.
    """
    schema = MODELS[kind].model_json_schema(by_alias=True, mode="validation")
    # A record's id is its file's name.
    schema["properties"].pop("id")
    schema["required"] = [name for name in schema.get("required", []) if name != "id"]
    for part in (schema, *schema.get("$defs", {}).values()):
        for mapping in (part, *part.get("anyOf", ())):
            for field in mapping.get("properties", {}).values():
                for word in _NOISE:
                    field.pop(word, None)
    if vocabulary:
        for path, mark in marked_fields(MODELS[kind]):
            if isinstance(mark, Chosen):
                words = [*mark.always, *getattr(vocabulary, mark.among)]
                _field(schema, path)["enum"] = words
    whole: dict[str, Any] = _with_shared_dates(_with_ids(schema, ids or {}))
    whole.setdefault("$defs", {})["Edtf"] = EDTF_SCHEMA
    return {"$schema": GenerateJsonSchema.schema_dialect, **whole}


def _with_ids(part: Any, ids: Ids) -> Any:
    """The same schema, in which every field that refers to records offers their ids."""
    if isinstance(part, list):
        return [_with_ids(value, ids) for value in part]
    if not isinstance(part, dict):
        return part
    kept = {key: _with_ids(value, ids) for key, value in part.items() if key != REFERS}
    known = [record_id for kind in part.get(REFERS, ()) for record_id in ids.get(kind, ())]
    return {**kept, _SNIPPETS: [{"label": known_id, "body": known_id} for known_id in known]} if known else kept


def _with_shared_dates(part: Any) -> Any:
    """The same schema, in which every date names one definition: its pattern is long."""
    if part == EDTF_SCHEMA:
        return {"$ref": "#/$defs/Edtf"}
    if isinstance(part, dict):
        return {key: _with_shared_dates(value) for key, value in part.items()}
    return [_with_shared_dates(value) for value in part] if isinstance(part, list) else part


def _field(schema: dict[str, Any], path: Path) -> dict[str, Any]:
    """The schema of a field of the record itself."""
    (name,) = path
    field: dict[str, Any] = schema["properties"][name]
    return field
