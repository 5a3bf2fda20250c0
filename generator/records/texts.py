"""VALIDATE: texts: those of others, and those in the site's own words, in one language or several."""

import re
from collections.abc import Callable
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.records.model import Model, Words, refuse
from generator.words.controls import without_controls
from generator.words.named import language_code

MAX_TITLE = 120
MAX_QUOTE = 300
MAX_TEXT = 4_000

DEFAULT_LANGUAGE = "en"
"""The language of bare texts where content/vocabulary.yaml names none."""

_SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean"], "minLength": 1, "pattern": r"\S"}


def read_text(value: Any, limit: int = MAX_TEXT, advice: str = "shorten it") -> str:
    """Return a text without the white space around it and the controls in it, the same for all that is made of it.

    Refuses what is empty, too long, or no text.
    """
    if type(value) is str and value.isprintable() and 0 < len(text := value.strip()) <= limit:
        return text  # as nearly all are, of hundreds of thousands
    if value is None or value == "":
        raise refuse("is empty: write its value, or leave the field out")
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        shown = f"[{', '.join(value)}]"
        raise refuse(f'must be one text, not a list: if the brackets belong to it, write `"{shown}"` in quotes')
    if not isinstance(value, str):
        raise refuse("must be text: write it behind the colon, in quotes if it holds brackets or `: `")
    text = without_controls(value).strip()
    if not text:
        raise refuse("is empty: write its value, or leave the field out")
    if len(text) > limit:
        raise refuse(f"has {len(text):,} characters, and at most {limit:,} fit: {advice}")
    return text


def _words(limit: int, advice: str = "shorten it") -> tuple[BeforeValidator, WithJsonSchema]:
    check = BeforeValidator(lambda value: read_text(value, limit, advice))
    return check, WithJsonSchema({**_SCALAR, "maxLength": limit})


Str = Annotated[str, *_words(MAX_TEXT), Words("text")]
Quote = Annotated[str, *_words(MAX_QUOTE, "quote the fewest words that carry the point"), Words("text")]

LANGUAGE_PATTERN = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"


def read_word(value: Any) -> str:
    """Return a text that is one value and can be no list; raises what read_text raises."""
    if type(value) is str:
        return read_text(value)
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        raise refuse(f"must be one value, not a list: write `{value[0]}`", value[0])
    if isinstance(value, (list, dict)):
        raise refuse("must be one value: write it behind the colon, without brackets or `- `")
    return read_text(value)


Suggest = Callable[[str, str], str]
"""What may be meant by a text in a language (BCP 47), as it would be right; empty where nothing is."""


def matching(
    pattern: str, message: str, meant: Suggest | None = None
) -> tuple[BeforeValidator, AfterValidator, WithJsonSchema]:
    """A text that matches a regular expression, or the message, which goes on from the field's name."""
    compiled = re.compile(pattern)

    def check(value: str, info: ValidationInfo) -> str:
        if not compiled.fullmatch(value):
            better = meant(value, default_language(info)) if meant else ""
            if not compiled.fullmatch(better):
                raise refuse(message)
            raise refuse(f"{message}: write `{better}`", better)
        return value

    schema = {"type": "string", "pattern": f"^(?:{pattern})$"}
    return BeforeValidator(read_word), AfterValidator(check), WithJsonSchema(schema)


LanguageTag = Annotated[
    str,
    *matching(LANGUAGE_PATTERN, "is not the code of a language, such as `en` or `ar`", language_code),
    Words("a BCP 47 language"),
]


class Text(Model):
    """A text in the site's own words, in one language or several; a bare one is in the site's default language."""

    words: ClassVar[Words] = Words("text, in one language or several")

    by_language: dict[LanguageTag, Str] = Field(min_length=1)

    def __hash__(self) -> int:
        return hash(tuple(self.by_language.items()))

    @model_validator(mode="before")
    @classmethod
    def _one_or_many(cls, value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, dict):
            return {"by_language": value}
        return {"by_language": {default_language(info): read_text(value)}}

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
        "propertyNames": {"pattern": f"^{LANGUAGE_PATTERN}$"},
        "additionalProperties": {**_SCALAR, "maxLength": limit},
    }


def is_language(tag: str) -> bool:
    """Say whether a text has the form of a BCP 47 language."""
    return re.fullmatch(LANGUAGE_PATTERN, tag) is not None


def default_language(info: ValidationInfo) -> str:
    """The language of a bare text: the site's default."""
    return str((info.context or {}).get("language", DEFAULT_LANGUAGE))


def _at_most(limit: int) -> Callable[[Text], Text]:
    def check(value: Text) -> Text:
        for text in value.by_language.values():
            if len(text) > limit:
                raise refuse(f"has {len(text):,} characters, and at most {limit:,} fit: shorten it")
        return value

    return check


ShortText = Annotated[Text, AfterValidator(_at_most(MAX_TITLE)), WithJsonSchema(text_schema(MAX_TITLE))]
Translations = Annotated[
    dict[LanguageTag, Str],
    Field(min_length=1),
    WithJsonSchema(translations_schema(MAX_TEXT)),
    Words("a mapping of languages to texts"),
]
"""The same text in other languages."""
