"""VALIDATE: the types of fields, each with its limits, its JSON Schema, and the kind of record that it refers to."""

# Every input is text, a list or a mapping (yaml_tree.py), so no field may rely on YAML's own types. The JSON Schema is
# for editors, which do: there `1948` is a number, and a field of text has to allow it.

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.dates.edtf import MAX_CHARACTERS, DateError, Edtf, parse_edtf
from generator.dates.pattern import PATTERN
from generator.ids import ID_PATTERN, MAX_LENGTH, is_id

MAX_TITLE = 120
MAX_QUOTE = 300
MAX_TEXT = 4_000

T = TypeVar("T")

_SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean"], "minLength": 1, "pattern": r"\S"}


def refuse(message: str) -> PydanticCustomError:
    """Make the error of a field's value, in words that go on from the field's name."""
    return PydanticCustomError("value", "{message}", {"message": message})


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


@dataclass(frozen=True, slots=True)
class Chosen:
    """Marks a field that holds a key of one of the vocabulary's lists, or one of the words that are always known."""

    among: str
    always: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _OrNothing:
    """Lets an editor accept a list's name without a value, as we do."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [handler(core), {"type": "null"}]}


def _text(value: Any, limit: int = MAX_TEXT, advice: str = "") -> str:
    if value is None or value == "":
        raise refuse("is empty: write its value, or leave the field out")
    if not isinstance(value, str):
        raise refuse("must be text, on one line or folded with `>`")
    text: str = value.strip()
    if not text:
        raise refuse("is empty: write its value, or leave the field out")
    if len(text) > limit:
        raise refuse(f"has {len(text):,} characters: at most {limit:,}{advice}")
    return text


def _words(limit: int, advice: str = "") -> tuple[BeforeValidator, WithJsonSchema]:
    check = BeforeValidator(lambda value: _text(value, limit, advice))
    return check, WithJsonSchema({**_SCALAR, "maxLength": limit})


def _pattern(pattern: str, message: str, **more: Any) -> tuple[BeforeValidator, AfterValidator, WithJsonSchema]:
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise refuse(message)
        return value

    schema = {"type": "string", "pattern": f"^(?:{pattern})$", **more}
    return BeforeValidator(_text), AfterValidator(check), WithJsonSchema(schema)


def _number(low: float, high: float, pattern: str) -> tuple[BeforeValidator, WithJsonSchema]:
    """A number between two others, both included; the pattern allows just these, as they are written."""
    compiled = re.compile(pattern)
    whole = r"\." not in pattern

    def check(value: Any) -> float:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            raise refuse(f"must be a {'whole number' if whole else 'number'} from {low:g} to {high:g}")
        return int(value) if whole else float(value)

    number = {"type": "integer" if whole else "number", "minimum": low, "maximum": high}
    text = {"type": "string", "pattern": f"^(?:{pattern})$"}
    return BeforeValidator(check), WithJsonSchema({"anyOf": [number, text]})


FORMAT = 1
"""The version of the record format that this Dateline reads and writes."""


def _format(value: Any) -> int:
    version = _text(value)
    if not re.fullmatch("[0-9]{1,4}", version):
        raise refuse(f"must be the number of a version: write {FORMAT}")
    if int(version) > FORMAT:
        raise refuse(f"is newer than the {FORMAT} that this Dateline reads: update Dateline")
    return int(version)


def _id(value: str) -> str:
    if not is_id(value):
        raise refuse("is not an id: write lower-case letters and digits joined by hyphens")
    return value


def _date(value: Any) -> Edtf:
    try:
        return parse_edtf(_text(value))
    except DateError as error:
        raise refuse(str(error)) from None


_IN_URLS = r"[^\s<>\"'`\\{}|^\x00-\x1f\x7f]"


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        host = parts.hostname
        _ = parts.port  # raises for a port that is no number
    except ValueError:
        raise refuse("is not a web address") from None
    if parts.scheme not in ("http", "https") or not host:
        raise refuse("must begin with http:// or https:// and name a host")
    if not re.fullmatch(f"{_IN_URLS}+", value):
        raise refuse("holds a character that an address cannot: percent-encode it")
    if parts.username is not None:  # it is empty, not None, where only a password is written
        raise refuse("must not hold a user's name or password")
    return value


def _listed(value: Any) -> Any:
    return [] if value is None else value


EDTF_SCHEMA = {"type": "string", "maxLength": MAX_CHARACTERS, "pattern": PATTERN}
_DATE_SCHEMA = {"anyOf": [EDTF_SCHEMA, {"type": "integer", "minimum": -9999, "maximum": 9999}]}
_URL_SCHEMA = {
    "type": "string",
    "pattern": rf"^[hH][tT][tT][pP][sS]?://(?![^/?#]*@)(?![/?#:]){_IN_URLS}+$",
    "maxLength": MAX_TEXT,
}
_ID_SCHEMA = {"type": ["string", "integer"], "pattern": f"^{ID_PATTERN}$", "maxLength": MAX_LENGTH}

_DECIMALS = r"(?:\.[0-9]{1,8})?"

Str = Annotated[str, *_words(MAX_TEXT)]
Quote = Annotated[str, *_words(MAX_QUOTE, "; quote the fewest words that carry the point")]
RecordId = Annotated[str, BeforeValidator(_text), AfterValidator(_id), WithJsonSchema(_ID_SCHEMA)]
Url = Annotated[str, BeforeValidator(_text), AfterValidator(_url), WithJsonSchema(_URL_SCHEMA)]
Date = Annotated[Edtf, BeforeValidator(_date), WithJsonSchema(_DATE_SCHEMA)]
LANGUAGE_TAG = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
LanguageTag = Annotated[str, *_pattern(LANGUAGE_TAG, "is not a BCP 47 language such as `en` or `ar`")]
Country = Annotated[str, *_pattern(r"[A-Z]{2}", "is not an ISO 3166-1 alpha-2 country such as `KZ`")]
Wikidata = Annotated[str, *_pattern(r"Q[1-9][0-9]{0,11}", "is not a Wikidata item such as `Q232`")]
Colour = Annotated[str, *_pattern(r"#[0-9a-fA-F]{6}", "is not a colour such as `#1f5a96`")]
Importance = Annotated[int, *_number(1, 5, "[1-5]")]
Format = Annotated[
    int,
    BeforeValidator(_format),
    WithJsonSchema({"enum": [*range(FORMAT + 1), *(str(version) for version in range(FORMAT + 1))]}),
]
Order = Annotated[int, *_number(-999, 999, "-?[0-9]{1,3}")]
Latitude = Annotated[float, *_number(-90, 90, rf"-?(?:90(?:\.0{{1,8}})?|[0-8]?[0-9]{_DECIMALS})")]
Longitude = Annotated[float, *_number(-180, 180, rf"-?(?:180(?:\.0{{1,8}})?|(?:1[0-7][0-9]|[0-9]?[0-9]){_DECIMALS})")]

Many = Annotated[tuple[T, ...], BeforeValidator(_listed), _OrNothing()]
"""A list that may be left out or be empty."""


@dataclass(frozen=True, slots=True)
class _AtLeastOne:
    """Says for a list what Pydantic says for a text, because a function stands between the two."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return _some(handler(core))


def _some(schema: JsonSchemaValue) -> JsonSchemaValue:
    return {**{key: value for key, value in schema.items() if key != "minLength"}, "minItems": 1}


class _OneAlone:
    """A single value may stand for a list of one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(
            lambda value: [value] if isinstance(value, str) else value, handler(source)
        )

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = _some(handler(core))
        return {"anyOf": [many["items"], many]}


Some = Annotated[tuple[T, ...], BeforeValidator(_listed), Field(min_length=1), _AtLeastOne()]
"""A list of at least one."""

OneOrSome = Annotated[tuple[T, ...], _OneAlone(), Field(min_length=1)]
"""A list of at least one, where one may also stand without the list."""


class Text(Model):
    """A text in the site's own words, in one language or several; a bare one is in the site's default language."""

    by_language: dict[LanguageTag, Str] = Field(min_length=1)

    def __hash__(self) -> int:
        return hash(tuple(self.by_language.items()))

    @model_validator(mode="before")
    @classmethod
    def _one_or_many(cls, value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, dict):
            return {"by_language": value}
        return {"by_language": {default_language(info): _text(value)}}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return text_schema(MAX_TEXT)


def text_schema(limit: int) -> JsonSchemaValue:
    """Return the JSON Schema of a text, bare or by language, of at most so many characters."""
    return {"anyOf": [{**_SCALAR, "maxLength": limit}, translations_schema(limit)]}


def translations_schema(limit: int) -> JsonSchemaValue:
    """Return the JSON Schema of a mapping of BCP 47 language to text."""
    return {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": f"^{LANGUAGE_TAG}$"},
        "additionalProperties": {**_SCALAR, "maxLength": limit},
    }


def is_language(tag: str) -> bool:
    """Say whether a text has the form of a BCP 47 language."""
    return re.fullmatch(LANGUAGE_TAG, tag) is not None


def default_language(info: ValidationInfo) -> str:
    """The language of a bare text: the site's default."""
    return str((info.context or {}).get("language", DEFAULT_LANGUAGE))


DEFAULT_LANGUAGE = "en"
"""The language of bare texts where content/vocabulary.yaml names none."""


def _at_most(limit: int) -> Callable[[Text], Text]:
    def check(value: Text) -> Text:
        for text in value.by_language.values():
            if len(text) > limit:
                raise refuse(f"has {len(text):,} characters: at most {limit:,}")
        return value

    return check


ShortText = Annotated[Text, AfterValidator(_at_most(MAX_TITLE)), WithJsonSchema(text_schema(MAX_TITLE))]
Translations = Annotated[dict[LanguageTag, Str], Field(min_length=1), WithJsonSchema(translations_schema(MAX_TEXT))]
"""The same text in other languages."""
