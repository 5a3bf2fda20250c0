"""VALIDATE: the types of fields, each with its limits, its JSON Schema, and the kind of record that it refers to."""

# Every input is text, a list or a mapping (yaml_tree.py), so no field may rely on YAML's own types. The JSON Schema is
# for editors, which do: there `1948` is a number, and a field of text has to allow it.

import re
from typing import Annotated, Any
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from generator.dates.edtf import Edtf
from generator.dates.parse import FORMS, MAX_CHARACTERS, DateError, certain_date, parse_edtf
from generator.dates.pattern import PATTERN
from generator.dates.view import as_view
from generator.ids import ID_PATTERN, MAX_LENGTH, is_id, why_not_id
from generator.records.model import Words, refuse
from generator.records.texts import MAX_TEXT, matching, read_text, read_word
from generator.words.controls import has_controls
from generator.words.named import country_code


def _number(low: float, high: float, pattern: str, what: str = "") -> tuple[BeforeValidator, WithJsonSchema]:
    """A number between two others, both included; the pattern allows just these, as they are written."""
    compiled = re.compile(pattern)
    whole = r"\." not in pattern

    def check(value: Any) -> float:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            shape = "whole number" if whole else "number"
            asked = f"must be a {shape} from {what or f'{low:g} to {high:g}'}"
            better = exact = value.strip().replace(",", ".").lstrip("+") if isinstance(value, str) else ""
            if re.fullmatch(r"-?[0-9]{1,3}\.[0-9]{9,}", better):
                better = better[: better.index(".") + 7]  # a decimetre
            if not compiled.fullmatch(better):
                raise refuse(asked)
            raise refuse(f"{asked}: write `{better}`", better if better == exact else "")
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
    if is_id(value):
        return value
    raise refuse(f"is not an id: {why_not_id(value).removesuffix('.')}")


def _bracketed(value: Any) -> str:
    """A date in brackets as it was written, where YAML has read it as a list or as fields; otherwise nothing."""
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return f"[{','.join(value)}]"
    if isinstance(value, dict) and value and all(item is None for item in value.values()):
        return f"{{{','.join(value)}}}"
    return ""


def _why_no_date(text: str) -> str:
    try:
        parse_edtf(text)
    except DateError as error:
        return str(error)
    return ""


def _date(value: Any) -> Edtf:
    if bracketed := _bracketed(value):
        why = _why_no_date(bracketed)
        # A list of several days may be meant as all of them, where EDTF would have one.
        certain = "" if why or "," in bracketed or bracketed.startswith("{") else bracketed
        raise refuse(why or f'needs quotes around its brackets: write `"{bracketed}"`', certain)
    if isinstance(value, (list, dict)):
        raise refuse(f"must be one date, on the line of the field; {FORMS}")
    text = read_text(value)
    try:
        return parse_edtf(text)
    except DateError as error:
        raise refuse(str(error), certain_date(text)) from None


def _view(value: Any) -> Edtf:
    date = _date(value)
    try:
        return as_view(date)
    except DateError as error:
        raise refuse(str(error)) from None


_IN_URLS = r"[^\s<>\"'`\\{}|^\x00-\x1f\x7f]"


_LIKE_A_SITE = re.compile(r"(?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#:]|$)", re.IGNORECASE)


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
        raise refuse("is not a web address: copy it anew from the browser") from None
    if parts.scheme not in ("http", "https") or not host:
        better = f"https://{value.lstrip('/')}"
        hint = f": write `{better}`" if _LIKE_A_SITE.match(value) and re.fullmatch(f"{_IN_URLS}+", better) else ""
        raise refuse(f"must begin with https:// or http:// and the name of a site{hint}")
    if not re.fullmatch(f"{_IN_URLS}+", value):
        better = quote(value, safe="!#$%&'()*+,/:;=?@[]~").replace("'", "%27")
        raise refuse(f"holds a sign that an address cannot: write `{better}`", better if parts.username is None else "")
    if parts.username is not None:  # it is empty, not None, where only a password is written
        raise refuse("must not hold a user's name or password")
    return value


def _item(text: str, _language: str) -> str:
    """The item of Wikidata that an address or a number with a small letter names."""
    found = re.search(r"(?:^|/)[qQ]([1-9][0-9]*)/?$", text)
    return f"Q{found[1]}" if found else ""


EDTF_SCHEMA = {"type": "string", "maxLength": MAX_CHARACTERS, "pattern": PATTERN}
_DATE_SCHEMA = {"anyOf": [EDTF_SCHEMA, {"type": "integer", "minimum": -9999, "maximum": 9999}]}
_VIEW_SCHEMA = {**_DATE_SCHEMA, "not": {"type": "string", "pattern": r"\.\.|^/|/$|^[\[{]"}}
_URL_SCHEMA = {
    "type": "string",
    "pattern": rf"^[hH][tT][tT][pP][sS]?://(?![^/?#]*@)(?![/?#:]){_IN_URLS}+$",
    "maxLength": MAX_TEXT,
}
_ID_SCHEMA = {"type": ["string", "integer"], "pattern": f"^{ID_PATTERN}$", "maxLength": MAX_LENGTH}

_DECIMALS = r"(?:\.[0-9]{1,8})?"

RecordId = Annotated[str, BeforeValidator(read_word), AfterValidator(_id), WithJsonSchema(_ID_SCHEMA), Words("an id")]
Url = Annotated[
    str,
    BeforeValidator(_address),
    AfterValidator(_url),
    WithJsonSchema(_URL_SCHEMA),
    Words("a web address that begins with http:// or https://"),
]
Date = Annotated[Edtf, BeforeValidator(_date), WithJsonSchema(_DATE_SCHEMA), Words("an EDTF date")]
View = Annotated[Edtf, BeforeValidator(_view), WithJsonSchema(_VIEW_SCHEMA), Words("an EDTF date with both ends")]
Country = Annotated[
    str,
    *matching(r"[A-Z]{2}", "is not the code of a country, two capitals such as `KZ`", country_code),
    Words("an ISO 3166-1 alpha-2 country"),
]
Wikidata = Annotated[
    str,
    *matching(r"Q[1-9][0-9]{0,11}", "is not the number of a Wikidata item, such as `Q232`", _item),
    Words("a Wikidata item"),
]
Colour = Annotated[
    str, *matching(r"#[0-9a-fA-F]{6}", 'is not a colour, such as `"#1f5a96"` in quotes'), Words("a colour")
]
Importance = Annotated[int, *_number(1, 5, "[1-5]", "1 (a detail) to 5 (a landmark)"), Words("a whole number")]
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
