"""VALIDATE: lists of fields: one that may be empty, one that may not, and one that may be written as a single value."""

from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _OrNothing:
    """Lets an editor accept a list's name without a value, as we do."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(core), {"type": "null"}]}


def _listed(value: Any) -> Any:
    return [] if value is None else value


Many = Annotated[tuple[T, ...], BeforeValidator(_listed), _OrNothing()]
"""A list that may be left out or be empty."""


@dataclass(frozen=True, slots=True)
class _AtLeastOne:
    """Says for a list what Pydantic says for a text, because a function stands between the two."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return _some(handler(core))


def _some(schema: JsonSchemaValue) -> JsonSchemaValue:
    return {**{key: value for key, value in schema.items() if key != "minLength"}, "minItems": 1}


class OneAlone:
    """A single text may stand for a list of one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(
            lambda value: [value] if isinstance(value, str) else value, handler(source)
        )

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = _some(handler(core))
        item = handler.resolve_ref_schema(many["items"])
        return {"anyOf": [item["anyOf"][0] if "anyOf" in item else item, many]}


Some = Annotated[tuple[T, ...], BeforeValidator(_listed), Field(min_length=1), _AtLeastOne()]
"""A list of at least one."""

OneOrSome = Annotated[tuple[T, ...], OneAlone(), Field(min_length=1)]
"""A list of at least one, where one may also stand without the list."""
