"""VALIDATE: the types of fields, each with its limits, its JSON Schema, and the kind of record that it refers to."""

# Every input is text, a list or a mapping (yaml_tree.py), so no field may rely on YAML's own types. The JSON Schema is
# for editors, which do: there `1948` is a number, and a field of text has to allow it.

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from generator.dates.edtf import Edtf
from generator.dates.parse import MAX_CHARACTERS, DateError, parse_edtf
from generator.dates.pattern import PATTERN
from generator.ids import ID_PATTERN, MAX_LENGTH, why_not_id
from generator.records.model import Words, refuse
from generator.records.texts import MAX_TEXT, matching, read_text
from generator.words.controls import has_controls


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
    version = read_text(value)
    if not re.fullmatch("[0-9]{1,4}", version):
        raise refuse(f"must be the number of a version: write {FORMAT}")
    if int(version) > FORMAT:
        raise refuse(f"is newer than the {FORMAT} that this Dateline reads: update Dateline")
    return int(version)


def _id(value: str) -> str:
    if why := why_not_id(value):
        raise refuse(f"is not an id: {why.removesuffix('.')}")
    return value


def _date(value: Any) -> Edtf:
    if isinstance(value, dict) and value and all(item is None for item in value.values()):
        raise refuse(f'is a mapping to YAML: put it in quotes: `"{{{",".join(value)}}}"`')
    try:
        return parse_edtf(read_text(value))
    except DateError as error:
        raise refuse(str(error)) from None


_IN_URLS = r"[^\s<>\"'`\\{}|^\x00-\x1f\x7f]"


def _address(value: Any) -> str:
    if isinstance(value, str) and has_controls(value):
        raise refuse("holds a control that nobody sees: write the address anew, or percent-encode it")
    return read_text(value)


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


EDTF_SCHEMA = {"type": "string", "maxLength": MAX_CHARACTERS, "pattern": PATTERN}
_DATE_SCHEMA = {"anyOf": [EDTF_SCHEMA, {"type": "integer", "minimum": -9999, "maximum": 9999}]}
_URL_SCHEMA = {
    "type": "string",
    "pattern": rf"^[hH][tT][tT][pP][sS]?://(?![^/?#]*@)(?![/?#:]){_IN_URLS}+$",
    "maxLength": MAX_TEXT,
}
_ID_SCHEMA = {"type": ["string", "integer"], "pattern": f"^{ID_PATTERN}$", "maxLength": MAX_LENGTH}

_DECIMALS = r"(?:\.[0-9]{1,8})?"

RecordId = Annotated[str, BeforeValidator(read_text), AfterValidator(_id), WithJsonSchema(_ID_SCHEMA), Words("an id")]
Url = Annotated[
    str,
    BeforeValidator(_address),
    AfterValidator(_url),
    WithJsonSchema(_URL_SCHEMA),
    Words("a web address that begins with http:// or https://"),
]
Date = Annotated[Edtf, BeforeValidator(_date), WithJsonSchema(_DATE_SCHEMA), Words("an EDTF date")]
Country = Annotated[
    str,
    *matching(r"[A-Z]{2}", "is not an ISO 3166-1 alpha-2 country such as `KZ`"),
    Words("an ISO 3166-1 alpha-2 country"),
]
Wikidata = Annotated[
    str,
    *matching(r"Q[1-9][0-9]{0,11}", "is not a Wikidata item such as `Q232`"),
    Words("a Wikidata item"),
]
Colour = Annotated[str, *matching(r"#[0-9a-fA-F]{6}", "is not a colour such as `#1f5a96`"), Words("a colour")]
Importance = Annotated[int, *_number(1, 5, "[1-5]"), Words("a whole number")]
Format = Annotated[
    int,
    BeforeValidator(_format),
    WithJsonSchema({"enum": [*range(FORMAT + 1), *(str(version) for version in range(FORMAT + 1))]}),
    Words("the number of a version"),
]
Order = Annotated[int, *_number(-999, 999, "-?[0-9]{1,3}"), Words("a whole number")]
Latitude = Annotated[float, *_number(-90, 90, rf"-?(?:90(?:\.0{{1,8}})?|[0-8]?[0-9]{_DECIMALS})"), Words("a number")]
Longitude = Annotated[
    float, *_number(-180, 180, rf"-?(?:180(?:\.0{{1,8}})?|(?:1[0-7][0-9]|[0-9]?[0-9]){_DECIMALS})"), Words("a number")
]
