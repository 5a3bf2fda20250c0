"""VALIDATE: the parts inside records, and what fields of both choose from; records themselves are in schema.py."""

# Each field tells beside itself what it does on the site and how it is written: editors show both by the JSON Schema,
# the reference of fields is made of them, and the tests run the examples in the world of tests/examples/base.txt.

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, model_validator

from generator.ids import is_id
from generator.records.fields import Colour, Date, Order, RecordId
from generator.records.lists import Many, Some
from generator.records.model import Model, Ref, refuse
from generator.records.texts import LanguageTag, Quote, ShortText, Str, Text, Translations

Status = Literal["occurred", "ongoing", "announced", "scheduled", "postponed", "cancelled", "unconfirmed"]
RelationKind = Literal["follows", "part-of", "caused-by", "fulfils", "contradicts", "supersedes"]
Stance = Literal["supports", "disputes", "comments"]
Supported = Literal["title", "date", "status", "kind", "summary", "actors", "places"]
Basis = Literal["text", "headline", "address"]

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

    article: ArticleId = Field(
        description="The article; its outlet, its day and a link to it stand beside what it says.",
        examples=["2031-05-02-harbour-post-treaty"],
    )
    quote: Quote | None = Field(
        None,
        description="The fewest words of the article that carry the point, verbatim; the page shows them as a quote"
        " that links to the very place in the article, and `dateline verify` looks them up.",
        examples=["The two ports signed the treaty on Thursday"],
    )
    translation: Translations | None = Field(
        None,
        description="The quote in other languages, as our own translation; it is kept with the record, and no page"
        " shows it yet.",
        examples=[{"fr": "Les deux ports ont signé le traité jeudi"}],
    )
    says: Text | None = Field(
        None,
        description="What the article reports, in the site's own neutral words; stands where no quote is at hand, or"
        " beside one.",
        examples=["The treaty was signed on Thursday."],
    )
    supports: Many[Supported] = Field(
        (),
        description="The event's fields that rest on this; without it, the event as a whole does, which is what counts"
        " for how well it is established.",
        examples=[["date", "status"]],
    )
    date_words: Str | None = Field(
        None,
        description="The article's own words for the date; the page shows them as what the date was read from, and"
        " `dateline verify` looks them up.",
        examples=["Thursday"],
    )
    basis: Basis = Field(
        "text",
        description="Where the words were read; the page says so of a headline or an address, and only an article's"
        " text corroborates.",
        examples=["headline"],
    )

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

    is_: Status = Field(
        alias="is",
        description="What the event was then; the page tells its states in order, and *as known on* a day shows the"
        " one of that day.",
        examples=["scheduled"],
    )
    since: Date | None = Field(
        None,
        description="Since when; of several states each needs it, and one without evidence is known from this day.",
        examples=["2031-04-20"],
    )
    title: ShortText | None = Field(
        None,
        description="The event's title as it stood then, which *as known on* a day shows in place of today's.",
        examples=["Two ports are to sign a treaty"],
    )
    date: Date | None = Field(
        None,
        description="The event's date as it stood then, which is where *as known on* a day draws the event.",
        examples=["2031-05"],
    )
    evidence: Many[Evidence] = Field(
        (),
        description="What reports this state; the page lists it below the state, which is known once the first of"
        " these articles is out.",
        examples=[[{"article": "2031-05-02-harbour-post-treaty", "says": "The signing was set for May."}]],
    )


class Participant(Model):
    """An actor in an event, with its role where the role matters."""

    bare: ClassVar[str] = "actor"

    actor: ActorId = Field(
        description="Who takes part; the event and the actor's page link to each other.", examples=["port-authority"]
    )
    role: Text | None = Field(
        None,
        description="The part that the actor plays; stands behind the name on the event's page.",
        examples=["host"],
    )


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

    said_by: Annotated[Text, Ref("actors", or_words=True)] = Field(
        description="Who says it; an actor's name links to its page, words such as “a senior official” stand as they"
        " are.",
        examples=["mara-lind"],
    )
    via: OutletId | None = Field(
        None,
        description="The outlet that was told, where the cited article only relays it; it stands behind the name.",
        examples=["agency-one"],
    )
    text: Text = Field(
        description="What is said, in neutral words; the page attributes it, and never says it in its own voice.",
        examples=["The treaty was signed a day earlier."],
    )
    stance: Stance = Field(
        "comments",
        description="Whether the speaker supports, disputes or only comments; what is disputed is marked so wherever"
        " the event is listed.",
        examples=["disputes"],
    )
    about: Many[Supported] = Field(
        (),
        description="The fields that it supports or disputes, so that a doubt about the day makes the date disputed and"
        " not the event; without it, the event as a whole.",
        examples=[["date"]],
    )
    date: Date | None = Field(
        None,
        description="The rival date of a claim that disputes the date; it stands behind the claim, and needs `stance:"
        " disputes` and `about: [date]`.",
        examples=["2031-04-30"],
    )
    evidence: Some[Evidence] = Field(
        description="Where it was said; the page shows it below the claim, and it does not count for how well the event"
        " is established.",
        examples=[[{"article": "2031-05-03-agency-one-traite", "says": "Ms Lind gave another day."}]],
    )

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

    event: EventId = Field(
        description="The other event; both pages link to each other, and the timeline can draw the link.",
        examples=["2031-05-01-treaty-signed"],
    )
    relation: RelationKind = Field(
        description="What this event is to the other; `fulfils` and `supersedes` also answer what the other only"
        " announced, and `contradicts` marks it as disputed.",
        examples=["contradicts"],
    )
    about: Many[Supported] = Field(
        (),
        description="The fields that a contradiction is about, which alone are then disputed; only `contradicts` may"
        " have it.",
        examples=[["date"]],
    )

    @model_validator(mode="after")
    def _about_is_for_contradictions(self) -> "Relation":
        if "about" in self.model_fields_set and self.relation != "contradicts":
            raise refuse("has `about`, which only `contradicts` may have: leave it out")
        return self


class Correction(Model):
    """What a record once said wrongly."""

    on: Date = Field(description="The day of the correction, as the event's page gives it.", examples=["2031-05-09"])
    field: Str = Field(description="The field that was wrong, by its name.", examples=["date"])
    was: Str = Field(description="What the record said, which stays to be read on the page.", examples=["2031-05-02"])
    now: Str = Field(description="What it says instead.", examples=["2031-05-01"])
    reason: Text = Field(
        description="Why, in a sentence that ends the line on the page.",
        examples=["The day of the report was taken for that of the signing."],
    )


class Withdrawal(Model):
    """Why a record no longer stands; `text: removed` takes all else of it from the site."""

    on: Date = Field(description="The day of the withdrawal, as the event's page gives it.", examples=["2031-05-12"])
    reason: Text = Field(
        description="Why, in a sentence that an event's page shows first.", examples=["The report was of another port."]
    )
    text: Literal["removed"] | None = Field(
        None,
        description="Law or privacy forbids its text: only its address, the day and the reason stay on the site.",
        examples=["removed"],
    )


class PublisherCorrection(Model):
    """A correction that an article's publisher made."""

    on: Date = Field(description="The day on which the publisher corrected.", examples=["2031-05-04"])
    note: Str = Field(
        description="What the publisher corrected, as the article's page tells it.", examples=["The fee was misstated."]
    )


class Era(Model):
    """A stretch of time that is shaded behind a storyline's events."""

    title: ShortText = Field(description="What the timeline writes above the shaded stretch.", examples=["The talks"])
    from_: Date = Field(alias="from", description="Where the shade begins.", examples=["2030"])
    to: Date | None = Field(None, description="Where the shade ends; without it, it goes on.", examples=["2031-04-30"])


class EventKind(Model):
    """A kind of event; its `group` is what a legend shows, its `words` are what titles of that kind hold."""

    label: ShortText = Field(
        description="The name of the kind on pages, in filters and in legends.", examples=["Agreement"]
    )
    colour: Colour = Field(
        description="The kind's colour on the drawn timeline; choose colours that people who are colour-blind tell"
        " apart.",
        examples=["#1f5a96"],
    )
    group: ShortText | None = Field(
        None,
        description="The entry of a legend that the kind belongs to, of which there should be at most five; the"
        " drawing has the colour of a group's first kind.",
        examples=["Diplomacy"],
    )
    words: Many[Str] = Field(
        (),
        description="Words that a title of this kind holds and no other; `dateline check` warns where a title and its"
        " kind disagree.",
        examples=[["treaty", "agreement"]],
    )
    order: Order | None = Field(
        None,
        description="The kind's place in filters and legends, from low to high; the others follow in the file's order.",
        examples=[1],
    )


class ActorKind(Model):
    """A kind of actor that this project adds, such as a ship."""

    label: ShortText = Field(
        description="The name of the kind on an actor's page, and the heading in the list of actors.",
        examples=["Ships"],
    )


class LoadedWords(Model):
    """Words of a language that take a side, which the site's own texts do without."""

    language: LanguageTag = Field(
        description="The language of the texts in which they are looked for.", examples=["en"]
    )
    words: Many[Str] = Field(
        (),
        description="Whole words, in any case and with or without accents; `dateline check` warns of each in a title, a"
        " summary or a claim, outside quotation marks; an empty list switches the usual words of the language off.",
        examples=[["so-called", "outrageous"]],
    )
