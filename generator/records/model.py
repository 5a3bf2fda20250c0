"""VALIDATE: what the models of all parts of records share, and the marks on fields that refer to others."""

from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError


def refuse(message: str, certain: str = "") -> PydanticCustomError:
    """Make the error of a field's value, in words that go on from the field's name.

    `certain` is the value that must be meant, where no other can be: `dateline check --fix` writes it.
    """
    return PydanticCustomError("value", "{message}", {"message": message, "certain": certain})


class Model(BaseModel):
    """What all parts of records share: they are frozen, and a field that is not listed is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    bare: ClassVar[str | None] = None
    """The field that a plain value stands for, where it may be written for the whole mapping."""

    @model_validator(mode="before")
    @classmethod
    def _from_bare(cls, value: Any) -> Any:
        return {cls.bare: value} if cls.bare and isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core)
        if cls.bare is None:
            return schema
        whole = handler.resolve_ref_schema(schema)
        mapping = dict(whole)
        whole.clear()
        whole["anyOf"] = [mapping["properties"][cls.bare], mapping]
        return schema


REFERS = "x-refers-to"
"""Where a JSON Schema says of which kinds of record a field holds an id."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field that holds the id of a record of a kind, or of another one, or free words where it says so."""

    kind: str
    other: str | None = None
    or_words: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of record that the id may be of."""
        return (self.kind, self.other) if self.other else (self.kind,)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(core), REFERS: list(self.kinds)}


@dataclass(frozen=True, slots=True)
class Words:
    """Names a type in words for contributors, with its article: “a web address”."""

    text: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """Marks a field that holds a key of one of the vocabulary's lists, or one of the words that are always known."""

    among: str
    always: tuple[str, ...] = ()
