"""VALIDATE: the one definition of every field of every record; their types are in fields.py."""

# From these models derive what is checked, which ids are looked up (references), and the JSON Schema for editors.

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, model_validator

from generator.ids import is_id
from generator.records.fields import (
    Colour,
    Country,
    Date,
    Format,
    Importance,
    Latitude,
    Longitude,
    Order,
    RecordId,
    Url,
    Wikidata,
)
from generator.records.lists import Many, OneOrSome, Some
from generator.records.model import Chosen, Model, Ref, refuse
from generator.records.texts import DEFAULT_LANGUAGE, LanguageTag, Quote, ShortText, Str, Text, Translations

Status = Literal["occurred", "ongoing", "announced", "scheduled", "postponed", "cancelled", "unconfirmed"]
RelationKind = Literal["follows", "part-of", "caused-by", "fulfils", "contradicts", "supersedes"]
Stance = Literal["supports", "disputes", "comments"]
Supported = Literal["title", "date", "status", "kind", "summary", "actors", "places"]
Basis = Literal["text", "headline", "address"]
ArticleKind = Literal["news", "wire", "official", "opinion", "social", "transcript", "other"]
ACTOR_KINDS = ("state", "organisation", "group", "person")
"""The kinds of actor that need no vocabulary, in the order in which lists show them."""

ArticleId = Annotated[RecordId, Ref("articles")]
OutletId = Annotated[RecordId, Ref("outlets")]
EventId = Annotated[RecordId, Ref("events")]
ActorId = Annotated[RecordId, Ref("actors")]
PlaceId = Annotated[RecordId, Ref("places")]
StorylineId = Annotated[RecordId, Ref("storylines")]


class Evidence(Model):
    """What supports a statement: an article, with its very words or with what it reports."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [{"required": ["quote"]}, {"required": ["says"]}],
            "dependentRequired": {"translation": ["quote"]},
        }
    )

    article: ArticleId
    quote: Quote | None = None
    translation: Translations | None = None
    says: Text | None = None
    supports: Many[Supported] = ()
    date_words: Str | None = None
    basis: Basis = "text"

    @model_validator(mode="after")
    def _has_content(self) -> "Evidence":
        if self.quote is None and self.says is None:
            raise refuse("needs `quote` (the article's very words) or `says` (what it reports)")
        if self.translation is not None and self.quote is None:
            raise refuse("has a `translation` of no quote: add `quote`, or write it as `says`")
        return self


class State(Model):
    """One state in an event's life, with title and date as they stood then."""

    bare: ClassVar[str] = "is"

    is_: Status = Field(alias="is")
    since: Date | None = None
    title: ShortText | None = None
    date: Date | None = None
    evidence: Many[Evidence] = ()


class Participant(Model):
    """An actor in an event, with its role where the role matters."""

    bare: ClassVar[str] = "actor"

    actor: ActorId
    role: Text | None = None


class Claim(Model):
    """What somebody says about an event, or about some of its fields; `date` is the rival date of a dispute."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"required": ["date"]},
            "then": {
                "properties": {"stance": {"const": "disputes"}, "about": {"contains": {"const": "date"}}},
                "required": ["stance", "about"],
            },
        }
    )

    said_by: Annotated[Text, Ref("actors", or_words=True)]
    via: OutletId | None = None
    text: Text
    stance: Stance = "comments"
    about: Many[Supported] = ()
    date: Date | None = None
    evidence: Some[Evidence]

    @property
    def speaker(self) -> str | None:
        """The id of the actor who speaks, if the record names one and not words."""
        word = next(iter(self.said_by.by_language.values()))
        return word if is_id(word) else None

    @model_validator(mode="after")
    def _date_is_a_rival(self) -> "Claim":
        if self.date and not (self.stance == "disputes" and "date" in self.about):
            raise refuse(
                "has a `date`, which is for a claim that disputes the date: add `stance: disputes` and `about: [date]`"
            )
        return self


class Relation(Model):
    """A link from this event to another, of which the inverse is derived."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"required": ["about"]},
            "then": {"properties": {"relation": {"const": "contradicts"}}},
        }
    )

    event: EventId
    relation: RelationKind
    about: Many[Supported] = ()

    @model_validator(mode="after")
    def _about_is_for_contradictions(self) -> "Relation":
        if "about" in self.model_fields_set and self.relation != "contradicts":
            raise refuse("has `about`, which only `contradicts` may have: leave it out")
        return self


class Correction(Model):
    """What a record once said wrongly."""

    on: Date
    field: Str
    was: Str
    now: Str
    reason: Text


class Withdrawal(Model):
    """Why a record no longer stands; `text: removed` takes all else of it from the site."""

    on: Date
    reason: Text
    text: Literal["removed"] | None = None


class Record(Model):
    """What every kind of record may hold."""

    id: RecordId
    aliases: Many[RecordId] = ()
    withdrawn: Withdrawal | None = None


class Event(Record):
    """Something that happened, is happening, or is said to be coming."""

    title: ShortText
    date: Date
    status: OneOrSome[State] = (State.model_construct(is_="occurred"),)
    kind: Annotated[RecordId, Chosen("kinds")]
    summary: Text | None = None
    actors: Many[Participant] = ()
    places: Many[PlaceId] = ()
    storylines: Many[StorylineId] = ()
    importance: Importance = 3
    evidence: Some[Evidence]
    claims: Many[Claim] = ()
    related: Many[Relation] = ()
    corrections: Many[Correction] = ()

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
    outlet: OutletId
    url: Url | None = None
    archived: Url | None = None
    published: Date
    published_basis: Str | None = None
    retrieved: Date | None = None
    language: LanguageTag
    authors: Many[Str] = ()
    kind: ArticleKind = "news"
    origin: Annotated[RecordId, Ref("outlets", "articles")] | None = None
    corrected: Many[PublisherCorrection] = ()


class Outlet(Record):
    """Who publishes articles; an `agency` is a wire service, which others relay."""

    name: ShortText
    kind: Literal["agency"] | None = None
    url: Url | None = None
    country: Country | None = None
    language: LanguageTag | None = None
    owner: Str | None = None
    about: Text | None = None


class Actor(Record):
    """A person, organisation, state or group, or what the vocabulary adds."""

    name: ShortText
    kind: Annotated[RecordId, Chosen("actor_kinds", ACTOR_KINDS)]
    also_known_as: Many[Str] = ()
    part_of: ActorId | None = None
    country: Country | None = None
    wikidata: Wikidata | None = None
    about: Text | None = None


class Place(Record):
    """Somewhere."""

    name: ShortText
    lat: Latitude | None = None
    lon: Longitude | None = None
    country: Country | None = None
    part_of: PlaceId | None = None
    wikidata: Wikidata | None = None
    about: Text | None = None


class Era(Model):
    """A stretch of time that is shaded behind a storyline's events."""

    title: ShortText
    from_: Date = Field(alias="from")
    to: Date | None = None


class Storyline(Record):
    """A thread that events belong to; `tour` is a guided way through it, `order` its place among lanes and legends."""

    title: ShortText
    summary: Text | None = None
    includes: Text
    starts_with: EventId | None = None
    part_of: StorylineId | None = None
    eras: Many[Era] = ()
    colour: Colour | None = None
    tour: Many[EventId] = ()
    order: Order | None = None


class EventKind(Model):
    """A kind of event; its `group` is what a legend shows, its `words` are what titles of that kind hold."""

    label: ShortText
    colour: Colour
    group: ShortText | None = None
    words: Many[Str] = ()
    order: Order | None = None


class ActorKind(Model):
    """A kind of actor that this project adds, such as a ship."""

    label: ShortText


class Vocabulary(Model):
    """The words that records may choose from, the language of bare texts, and the version of the record format."""

    id: str
    format: Format | None = None
    language: LanguageTag = DEFAULT_LANGUAGE
    kinds: Annotated[dict[RecordId, EventKind], Field(min_length=1)]
    actor_kinds: dict[RecordId, ActorKind] = Field(default_factory=dict)


MODELS: dict[str, type[Model]] = {
    "events": Event,
    "articles": Article,
    "outlets": Outlet,
    "actors": Actor,
    "places": Place,
    "storylines": Storyline,
    "vocabulary": Vocabulary,
}
