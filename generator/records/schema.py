"""VALIDATE: the fields of every kind of record; their types are in fields.py, the parts inside them in parts.py."""

# From these models derive what is checked, which ids are looked up (references), the JSON Schema for editors, and the
# reference of fields.

from typing import Annotated, Literal

from pydantic import Field

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
    View,
    Wikidata,
)
from generator.records.lists import Many, OneOrSome, Some
from generator.records.model import Chosen, Model, Ref
from generator.records.parts import (
    ActorId,
    ActorKind,
    Claim,
    Correction,
    Era,
    EventId,
    EventKind,
    Evidence,
    LoadedWords,
    OutletId,
    Participant,
    PlaceId,
    PublisherCorrection,
    Relation,
    State,
    Status,
    StorylineId,
    Withdrawal,
)
from generator.records.texts import DEFAULT_LANGUAGE, LanguageTag, ShortText, Str, Text

ArticleKind = Literal["news", "wire", "official", "opinion", "social", "transcript", "other"]
ACTOR_KINDS = ("state", "organisation", "group", "person")
"""The kinds of actor that need no vocabulary, in the order in which lists show them."""


class Record(Model):
    """What every kind of record may hold, but for the vocabulary."""

    id: RecordId
    aliases: Many[RecordId] = Field(
        (),
        description="Ids that the record had before it was renamed; their addresses lead to its page.",
        examples=[["an-older-name"]],
    )
    withdrawn: Withdrawal | None = Field(
        None,
        description="Says, in place of deleting it, that the record no longer stands; an event's page stays and tells"
        " why, and the event counts nowhere else.",
        examples=[{"on": "2031-05-12", "reason": "The report was of another port."}],
    )


class Event(Record):
    """Something that happened, is happening, or is said to be coming."""

    title: ShortText = Field(
        description="What happened, in neutral words; the heading of the event's page, and its label everywhere else.",
        examples=["Two ports sign a treaty"],
    )
    date: Date = Field(
        description="When it happened, as precisely as is known; it puts the event in its place on the timeline, and"
        " pages say it in words: `2031-05`, `2031~` (about), `2031?` (uncertain), `2031-21` (spring),"
        " `2031-05-01/2031-05-03` (it lasted), `[2031-05-01..2031-05-31]` in quotes (one day of these), `../2031-05-31`"
        " (by then).",
        examples=["2031-05-01"],
    )
    status: OneOrSome[State] = Field(
        (State.model_construct(is_="occurred"),),
        description="What has become of it, or all its states, oldest first; the last one is the mark beside the event"
        " everywhere, and one that is still to come can be overdue.",
        examples=[[{"is": "scheduled", "since": "2031-04-20"}, {"is": "occurred", "since": "2031-05-01"}]],
    )
    kind: Annotated[RecordId, Chosen("kinds")] = Field(
        description="What sort of event it is; gives its colour, its lane and a filter on the timeline.",
        examples=["agreement"],
    )
    summary: Text | None = Field(
        None,
        description="One to three sentences in the site's own words, with Markdown within the line; opens the page and"
        " stands on the timeline's card.",
        examples=["The two ports signed a treaty on *fees*."],
    )
    actors: Many[Participant] = Field(
        (),
        description="Who takes part; the event is listed on their pages, and the timeline filters and lays out lanes by"
        " them.",
        examples=[["mara-lind", {"actor": "port-authority", "role": "host"}]],
    )
    places: Many[PlaceId] = Field(
        (), description="Where it happened; the event is listed on the places' pages.", examples=[["valletta"]]
    )
    storylines: Many[StorylineId] = Field(
        (),
        description="The threads that it belongs to; the event is on their timelines, and its page links to what came"
        " before and after in each.",
        examples=[["ports-treaty"]],
    )
    importance: Importance = Field(
        3,
        description="From a detail (1) to a landmark (5); larger ones are set larger in lists, and get their label"
        " first where the timeline has little room.",
        examples=[5],
    )
    evidence: Some[Evidence] = Field(
        description="What supports that the event is as stated; the page shows each article with its words, and derives"
        " how well the event is established.",
        examples=[[{"article": "2031-05-02-harbour-post-treaty", "says": "The treaty was signed on Thursday."}]],
    )
    claims: Many[Claim] = Field(
        (),
        description="What somebody says about the event; each stands on the page as that speaker's, with its source.",
        examples=[
            [
                {
                    "said_by": "mara-lind",
                    "text": "The fees are fair.",
                    "evidence": [{"article": "2031-05-03-agency-one-traite", "says": "Ms Lind called them fair."}],
                }
            ]
        ],
    )
    related: Many[Relation] = Field(
        (),
        description="How it is linked to other events; write each link once, for the other event's page tells it the"
        " other way round.",
        examples=[[{"event": "2031-05-01-treaty-signed", "relation": "follows"}]],
    )
    corrections: Many[Correction] = Field(
        (),
        description="What this record once said wrongly, oldest first; the page tells each.",
        examples=[
            [
                {
                    "on": "2031-05-09",
                    "field": "date",
                    "was": "2031-05-02",
                    "now": "2031-05-01",
                    "reason": "The day of the report was taken for that of the signing.",
                }
            ]
        ],
    )

    @property
    def status_now(self) -> Status:
        """The last status that the record gives."""
        return self.status[-1].is_


class Article(Record):
    """A published text that events cite; `title` is its own headline, and is left out where that is not known."""

    title: Str | None = Field(
        None,
        description="The headline, verbatim; without it, pages name the article by its outlet and day, and *What needs"
        " work* asks for it.",
        examples=["Ports close 'historic' deal on harbour fees"],
    )
    outlet: OutletId = Field(
        description="Who published it; the article is listed on the outlet's page.", examples=["harbour-post"]
    )
    url: Url | None = Field(
        None,
        description="Where it can be read; quotes link to the very words there.",
        examples=["https://harbour.example/deal"],
    )
    archived: Url | None = Field(
        None,
        description="A web archive's copy, linked beside the article itself.",
        examples=["https://archive.example/2031/https://harbour.example/deal"],
    )
    published: Date = Field(
        description="When it came out, which is when what it says became known: *as known on* a day goes by it.",
        examples=["2031-05-04"],
    )
    published_basis: Str | None = Field(
        None,
        description="How the day is known, where the article does not carry it; its page says so.",
        examples=["The day on which an archive first saw the page."],
    )
    retrieved: Date | None = Field(
        None, description="When somebody last read it there, as its page tells.", examples=["2031-05-20"]
    )
    language: LanguageTag = Field(
        description="The language of its headline and quotes, which pages mark as such, and a filter of the timeline.",
        examples=["en"],
    )
    authors: Many[Str] = Field((), description="Who wrote it, as its page names them.", examples=[["A. Writer"]])
    kind: ArticleKind = Field("news", description="What sort of text it is, as its page tells.", examples=["official"])
    origin: Annotated[RecordId, Ref("outlets", "articles")] | None = Field(
        None,
        description="The outlet or article whose reporting it relays; it is then no independent report, and is listed"
        " with its origin.",
        examples=["agency-one"],
    )
    corrected: Many[PublisherCorrection] = Field(
        (),
        description="The publisher's own corrections, each of which its page tells.",
        examples=[[{"on": "2031-05-05", "note": "The fee was misstated."}]],
    )


class Outlet(Record):
    """Who publishes articles; an `agency` is a wire service, which others relay."""

    name: ShortText = Field(
        description="The heading of its page, and its name beside every article.", examples=["The Tide"]
    )
    kind: Literal["agency"] | None = Field(
        None,
        description="Says that it is a wire service; `dateline check` then asks who relays it for `origin` or `via`.",
        examples=["agency"],
    )
    url: Url | None = Field(None, description="Its own site, linked on its page.", examples=["https://tide.example/"])
    country: Country | None = Field(
        None,
        description="Where it is based; stands beside its name, and makes lanes and a filter of the timeline.",
        examples=["MT"],
    )
    language: LanguageTag | None = Field(
        None, description="The language in which it mostly publishes, below its heading.", examples=["mt"]
    )
    owner: Str | None = Field(None, description="Who owns it, as its page tells.", examples=["Tide Holdings"])
    about: Text | None = Field(
        None, description="One neutral sentence that opens its page.", examples=["A daily of the southern harbour."]
    )


class Actor(Record):
    """A person, organisation, state or group, or what the vocabulary adds."""

    name: ShortText = Field(
        description="The heading of its page, and its name everywhere else.", examples=["Dockers' Union"]
    )
    kind: Annotated[RecordId, Chosen("actor_kinds", ACTOR_KINDS)] = Field(
        description="What it is; the list of actors is divided by it.", examples=["organisation"]
    )
    also_known_as: Many[Str] = Field(
        (), description="Other names that sources use, as its page lists them.", examples=[["DU", "The Dockers"]]
    )
    part_of: ActorId | None = Field(
        None, description="What it belongs to; both pages link to each other.", examples=["port-authority"]
    )
    country: Country | None = Field(
        None, description="Its country, below its heading, where it is not a state itself.", examples=["MT"]
    )
    wikidata: Wikidata | None = Field(None, description="The item about it, linked on its page.", examples=["Q232"])
    about: Text | None = Field(
        None, description="One neutral sentence that opens its page.", examples=["A union of dockers in two ports."]
    )


class Place(Record):
    """Somewhere."""

    name: ShortText = Field(
        description="The heading of its page, and its name everywhere else.", examples=["The customs quay"]
    )
    lat: Latitude | None = Field(
        None, description="Degrees north; with `lon`, its page gives the coordinates.", examples=[35.89]
    )
    lon: Longitude | None = Field(
        None,
        description="Degrees east, negative to the west; with `lat`, its page gives the coordinates.",
        examples=[14.51],
    )
    country: Country | None = Field(None, description="Its country, below its heading.", examples=["MT"])
    part_of: PlaceId | None = Field(
        None, description="The place that it lies in; both pages link to each other.", examples=["valletta"]
    )
    wikidata: Wikidata | None = Field(None, description="The item about it, linked on its page.", examples=["Q13412"])
    about: Text | None = Field(
        None, description="One neutral sentence that opens its page.", examples=["A quay in the old harbour."]
    )


class Storyline(Record):
    """A thread that events belong to; `tour` is a guided way through it, `order` its place among lanes and legends."""

    title: ShortText = Field(
        description="The heading of its page, and its name in lanes and filters.", examples=["Fees and tolls"]
    )
    summary: Text | None = Field(
        None, description="What it is about, above its timeline.", examples=["How two ports came to share their fees."]
    )
    includes: Text = Field(
        description="The rule for which events belong to it, in one sentence that its page shows.",
        examples=["Events that set or change a fee of either port."],
    )
    starts_with: EventId | None = Field(
        None, description="The event that began it, linked on its page.", examples=["2031-05-01-treaty-signed"]
    )
    part_of: StorylineId | None = Field(
        None,
        description="The wider storyline that it belongs to; both pages link to each other.",
        examples=["ports-treaty"],
    )
    eras: Many[Era] = Field(
        (),
        description="Stretches of time, which its page lists and its timeline shades.",
        examples=[[{"title": "The talks", "from": "2030", "to": "2031-04-30"}]],
    )
    colour: Colour | None = Field(None, description="Its colour on the drawn timeline.", examples=["#1f5a96"])
    tour: Many[EventId] = Field(
        (),
        description="Events, in order, that make a guided way through it: Next and Previous fly from one to the next.",
        examples=[["2031-05-01-treaty-signed"]],
    )
    view: View | None = Field(
        None,
        description="The stretch of time that its timeline shows at first; without it, that in which its events are.",
        examples=["2031-04/2031-09"],
    )
    order: Order | None = Field(
        None, description="Its place among lanes and in filters, from low to high; the others follow.", examples=[2]
    )


class Vocabulary(Model):
    """The words that records may choose from, the language of bare texts, and the version of the record format."""

    id: str
    format: Format | None = Field(
        None,
        description="The version of the record format; `dateline migrate` writes it, and an older project is told to"
        " run that.",
        examples=[1],
    )
    language: LanguageTag = Field(
        DEFAULT_LANGUAGE,
        description="The site's own language: that of every text that names none, and of the words that the site says"
        " by itself.",
        examples=["en"],
    )
    kinds: Annotated[dict[RecordId, EventKind], Field(min_length=1)] = Field(
        description="The kinds of event, by the word that records write, in the order of filters and legends.",
        examples=[
            {
                "agreement": {"label": "Agreement", "colour": "#1f5a96"},
                "meeting": {"label": "Meeting", "colour": "#7a5c1e"},
            }
        ],
    )
    actor_kinds: dict[RecordId, ActorKind] = Field(
        default_factory=dict,
        description="Kinds of actor that this project adds, by the word that records write; each is a heading in the"
        " list of actors.",
        examples=[{"ship": {"label": "Ships"}}],
    )
    loaded_words: Many[LoadedWords] = Field(
        (),
        description="Words that take a side, a list a language, each in the place of the short one that comes with"
        " Dateline; `dateline check` warns of them in the site's own voice.",
        examples=[[{"language": "en", "words": ["so-called", "outrageous"]}]],
    )


MODELS: dict[str, type[Model]] = {
    "events": Event,
    "articles": Article,
    "outlets": Outlet,
    "actors": Actor,
    "places": Place,
    "storylines": Storyline,
    "vocabulary": Vocabulary,
}
