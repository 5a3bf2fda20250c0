"""VALIDATE: the one definition of every field of every record."""

# Pydantic holds the definitions; its findings become our problems in validation.py. Every input is text, a list or a
# mapping (yaml_tree.py), so no field may rely on YAML's own types.

import re
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.dates.edtf import DateError, Edtf, parse_edtf
from generator.ids import is_id

MAX_TITLE = 120
MAX_QUOTE = 300
MAX_TEXT = 4_000


def _fail(message: str) -> PydanticCustomError:
    return PydanticCustomError("value", "{message}", {"message": message})


def _text(value: Any) -> str:
    if value is None or value == "":
        raise _fail("is empty: write its value, or leave the field out")
    if not isinstance(value, str):
        raise _fail("must be text, on one line or folded with `>`")
    text: str = value.strip()
    if not text:
        raise _fail("is empty: write its value, or leave the field out")
    if len(text) > MAX_TEXT:
        raise _fail(f"has {len(text):,} characters: at most {MAX_TEXT:,}")
    return text


def _id(value: str) -> str:
    if not is_id(value):
        raise _fail("is not an id: write lower-case letters and digits joined by hyphens")
    return value


def _date(value: Any) -> Edtf:
    try:
        return parse_edtf(_text(value))
    except DateError as error:
        raise _fail(str(error)) from None


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        host = parts.hostname
        _ = parts.port  # raises for a port that is no number
    except ValueError:
        raise _fail("is not a web address") from None
    if parts.scheme not in ("http", "https") or not host:
        raise _fail("must begin with http:// or https:// and name a host")
    if re.search(r"[\s<>\"'`\\{}|^\x00-\x1f\x7f]", value):
        raise _fail("holds a character that an address cannot: percent-encode it")
    if parts.username or parts.password:
        raise _fail("must not hold a user's name or password")
    return value


def _listed(value: Any) -> Any:
    return [] if value is None else value


def _pattern(pattern: str, message: str) -> AfterValidator:
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise _fail(message)
        return value

    return AfterValidator(check)


def _number(low: float, high: float, *, whole: bool = False) -> BeforeValidator:
    shape = re.compile(r"-?\d{1,3}" if whole else r"-?\d{1,3}(\.\d{1,8})?")

    def check(value: Any) -> float:
        if not isinstance(value, str) or not shape.fullmatch(value) or not low <= float(value) <= high:
            kind = "whole number" if whole else "number"
            raise _fail(f"must be a {kind} from {low:g} to {high:g}")
        return int(value) if whole else float(value)

    return BeforeValidator(check)


Str = Annotated[str, BeforeValidator(_text)]
RecordId = Annotated[Str, AfterValidator(_id)]
Url = Annotated[Str, AfterValidator(_url)]
Date = Annotated[Edtf, BeforeValidator(_date)]
Language = Annotated[Str, _pattern(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "is not a BCP 47 language such as `en` or `ar`")]
Country = Annotated[Str, _pattern(r"[A-Z]{2}", "is not an ISO 3166-1 alpha-2 country such as `KZ`")]
Wikidata = Annotated[Str, _pattern(r"Q[1-9]\d{0,11}", "is not a Wikidata item such as `Q232`")]
Colour = Annotated[Str, _pattern(r"#[0-9a-fA-F]{6}", "is not a colour such as `#1f5a96`")]
Status = Literal["occurred", "ongoing", "announced", "scheduled", "postponed", "cancelled", "unconfirmed"]
RelationKind = Literal["follows", "part-of", "caused-by", "fulfils", "contradicts", "supersedes"]
Stance = Literal["supports", "disputes", "comments"]
Supported = Literal["title", "date", "status", "kind", "summary", "actors", "places"]


class Model(BaseModel):
    """What all records share: they are frozen, and a field that is not listed is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Text(Model):
    """A text in the site's own words, in one language or several."""

    by_language: dict[Language, Str] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return {"by_language": value}
        return {"by_language": {"en": _text(value)}}

    def __str__(self) -> str:
        return self.by_language.get("en") or next(iter(self.by_language.values()))


def _short(value: Text) -> Text:
    for text in value.by_language.values():
        if len(text) > MAX_TITLE:
            raise _fail(f"has {len(text)} characters: at most {MAX_TITLE}")
    return value


ShortText = Annotated[Text, AfterValidator(_short)]


class Evidence(Model):
    """What supports a statement: an article, with its very words or with what it reports."""

    article: RecordId
    quote: Annotated[Str, AfterValidator(lambda quote: _at_most(quote, MAX_QUOTE))] | None = None
    says: Str | None = None
    supports: Annotated[tuple[Supported, ...], BeforeValidator(_listed)] = ()
    date_words: Str | None = None

    @model_validator(mode="after")
    def _has_content(self) -> "Evidence":
        if self.quote is None and self.says is None:
            raise _fail("needs `quote` (the article's very words) or `says` (what it reports)")
        return self


def _at_most(text: str, limit: int) -> str:
    if len(text) > limit:
        raise _fail(f"has {len(text)} characters: at most {limit}; quote the fewest words that carry the point")
    return text


EvidenceList = Annotated[tuple[Evidence, ...], BeforeValidator(_listed)]


class Life(Model):
    """One state in an event's life."""

    is_: Status = Field(alias="is")
    since: Date | None = None
    evidence: EvidenceList = ()


class Participant(Model):
    """An actor in an event, with its role where the role matters."""

    actor: RecordId
    role: Str | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare_id(cls, value: Any) -> Any:
        return {"actor": value} if isinstance(value, str) else value


class Claim(Model):
    """What somebody says about an event."""

    said_by: Str
    via: RecordId | None = None
    text: Text
    stance: Stance = "comments"
    evidence: Annotated[EvidenceList, Field(min_length=1)]


class Relation(Model):
    """A link from this event to another, of which the inverse is derived."""

    event: RecordId
    relation: RelationKind


class Correction(Model):
    """What a record once said wrongly."""

    on: Date
    field: Str
    was: Str
    now: Str
    reason: Str


class Withdrawal(Model):
    """Why a record no longer stands."""

    on: Date
    reason: Str


def _lives(value: Any) -> Any:
    return [{"is": value}] if isinstance(value, str) else value


Ids = Annotated[tuple[RecordId, ...], BeforeValidator(_listed)]


class Record(Model):
    """What every kind of record may hold."""

    id: RecordId
    aliases: Ids = ()
    withdrawn: Withdrawal | None = None


class Event(Record):
    """Something that happened, is happening, or is said to be coming."""

    title: ShortText
    date: Date
    status: Annotated[tuple[Life, ...], BeforeValidator(_lives), Field(min_length=1)] = (
        Life.model_construct(is_="occurred"),
    )
    kind: RecordId
    summary: Text | None = None
    actors: Annotated[tuple[Participant, ...], BeforeValidator(_listed)] = ()
    places: Ids = ()
    storylines: Ids = ()
    importance: Annotated[int, _number(1, 5, whole=True)] = 3
    evidence: Annotated[EvidenceList, Field(min_length=1)]
    claims: Annotated[tuple[Claim, ...], BeforeValidator(_listed)] = ()
    related: Annotated[tuple[Relation, ...], BeforeValidator(_listed)] = ()
    corrections: Annotated[tuple[Correction, ...], BeforeValidator(_listed)] = ()

    @property
    def status_now(self) -> Status:
        """The last status that the record gives."""
        return self.status[-1].is_


class PublisherCorrection(Model):
    """A correction that an article's publisher made."""

    on: Date
    note: Str


class Article(Record):
    """A published text that events cite; `title` is its own headline, and is left out where that is not known."""

    title: Str | None = None
    outlet: RecordId
    url: Url | None = None
    archived: Url | None = None
    published: Date
    published_basis: Str | None = None
    retrieved: Date | None = None
    language: Language
    authors: Annotated[tuple[Str, ...], BeforeValidator(_listed)] = ()
    kind: Literal["news", "wire", "official", "opinion", "social", "transcript", "other"] = "news"
    origin: RecordId | None = None
    corrected: Annotated[tuple[PublisherCorrection, ...], BeforeValidator(_listed)] = ()


class Outlet(Record):
    """Who publishes articles."""

    name: ShortText
    url: Url | None = None
    country: Country | None = None
    language: Language | None = None
    owner: Str | None = None
    about: Text | None = None


class Actor(Record):
    """A person, organisation, state or group."""

    name: ShortText
    kind: Literal["person", "organisation", "state", "group"]
    also_known_as: Annotated[tuple[Str, ...], BeforeValidator(_listed)] = ()
    part_of: RecordId | None = None
    country: Country | None = None
    wikidata: Wikidata | None = None
    about: Text | None = None


class Place(Record):
    """Somewhere."""

    name: ShortText
    lat: Annotated[float, _number(-90, 90)] | None = None
    lon: Annotated[float, _number(-180, 180)] | None = None
    country: Country | None = None
    part_of: RecordId | None = None
    wikidata: Wikidata | None = None
    about: Text | None = None


class Era(Model):
    """A stretch of time that is shaded behind a storyline's events."""

    title: ShortText
    from_: Date = Field(alias="from")
    to: Date | None = None


class Storyline(Record):
    """A thread that events belong to."""

    title: ShortText
    summary: Text | None = None
    includes: Str
    starts_with: RecordId | None = None
    part_of: RecordId | None = None
    eras: Annotated[tuple[Era, ...], BeforeValidator(_listed)] = ()
    colour: Colour | None = None


class EventKind(Model):
    """A kind of event."""

    label: ShortText
    colour: Colour


class Vocabulary(Model):
    """The words that records may choose from."""

    id: str
    kinds: dict[RecordId, EventKind] = Field(min_length=1)


MODELS: dict[str, type[Model]] = {
    "events": Event,
    "articles": Article,
    "outlets": Outlet,
    "actors": Actor,
    "places": Place,
    "storylines": Storyline,
    "vocabulary": Vocabulary,
}
