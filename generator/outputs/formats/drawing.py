"""The timeline's data: one file of columns for drawing and filtering, and chunks of text for labels and cards."""

# Columns compress far better than records, and the drawing needs numbers only. The format is versioned: VERSION goes up
# with every change that an older reader would misread. Days are counted from 1970-01-01, with fractions for times.

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from math import floor
from typing import Any, get_args

from generator.dates.edtf import Edtf
from generator.dates.instants import DAY, Instant
from generator.outputs import edition as inputs
from generator.outputs.artifact import Output
from generator.outputs.edition import Edition, every
from generator.records.schema import Event, RelationKind, Status
from generator.story.dossier import Dossier
from generator.words.date_words import date_in_words
from generator.words.language import Wording, primary
from generator.words.markup import plain_text

VERSION = 1
CHUNK = 200
LABELS = 200
_SHUFFLE = 2654435761  # as in layout.js, which spreads labels over time
STATUSES: tuple[str, ...] = get_args(Status)
RELATIONS: tuple[str, ...] = get_args(RelationKind)

POINT, RANGE, VAGUE = 0, 1, 2
APPROXIMATE, UNCERTAIN, OPEN_START, OPEN_END = 4, 8, 16, 32


def outputs(edition: Edition) -> Iterator[Output]:
    """The columns, and one file of text for every CHUNK events."""
    everything = every("events", "articles", "outlets", "actors", "places", "storylines", "vocabulary")
    made_from = everything | {inputs.DAY, inputs.LOCK, ("words", edition.language.tag)}
    yield Output("data/timeline.json", made_from, lambda: _dump(columns(edition)))
    for number, start in enumerate(range(0, len(edition.site.standing_events), CHUNK)):
        make = partial(_chunk, edition, start)
        yield Output(f"data/timeline/text-{number}.json", every("events", "articles", "outlets"), make)


def _chunk(edition: Edition, start: int) -> str:
    return _dump(texts(edition, _standing(edition)[start : start + CHUNK]))


def _standing(edition: Edition) -> list[Dossier]:
    return [edition.site.dossiers[event.id] for event in edition.site.standing_events]


def columns(edition: Edition) -> dict[str, Any]:
    """All that drawing and filtering need, in columns that are parallel to the events in order of time."""
    site, say, plain = edition.site, edition.language.say, edition.plain
    timeline, dossiers, events = site.timeline, _standing(edition), site.standing_events
    kinds, storylines = list(timeline.kinds), list(timeline.storylines)
    actors, places, outlets = list(timeline.actors), list(timeline.places), list(timeline.outlets)
    languages = sorted({primary(article.language) for article in timeline.articles.values()})
    country = {outlet: _country(edition, outlet) for outlet in outlets}
    countries = sorted(set(country.values()), key=lambda found: found[1])
    starts = [_start(event.date) for event in events]
    return {
        "version": VERSION,
        "count": len(events),
        "chunk": CHUNK,
        "today": _day(site.today),
        "statuses": [[status, say(f"status-{status}")] for status in STATUSES],
        "relationKinds": RELATIONS,
        "relationWords": [[say(f"relation-{kind}"), say(f"relation-{kind}-inverse")] for kind in RELATIONS],
        "kinds": [[key, plain(timeline.kinds[key].label), timeline.kinds[key].colour] for key in kinds],
        "storylines": [_storyline(edition, key) for key in storylines],
        "actors": [[key, plain(timeline.actors[key].name)] for key in actors],
        "places": [[key, plain(timeline.places[key].name)] for key in places],
        "outlets": [[key, plain(timeline.outlets[key].name), countries.index(country[key])] for key in outlets],
        "countries": countries,
        "languages": [[tag, edition.language.language(tag)] for tag in languages],
        "start": _deltas(starts),
        "span": [_span(event.date) for event in events],
        "shape": [_shape(event.date) for event in events],
        "importance": "".join(str(event.importance) for event in events),
        "status": "".join(str(STATUSES.index(event.status_now)) for event in events),
        "kind": [kinds.index(event.kind) for event in events],
        "verified": "".join(str(int(bool(dossier.quotes) and not dossier.unverified)) for dossier in dossiers),
        "known": [_whole_day(dossier.known) - floor(start) for dossier, start in zip(dossiers, starts, strict=True)],
        "changes": list(_changes(dossiers)),
        "storylineSets": _sets(_line_sets(edition), storylines),
        "actorSets": _sets(((part.actor for part in event.actors) for event in events), actors),
        "placeSets": _sets((event.places for event in events), places),
        "outletSets": _sets(((article.outlet for article in dossier.articles) for dossier in dossiers), outlets),
        "languageSets": _sets(
            ((primary(article.language) for article in dossier.articles) for dossier in dossiers), languages
        ),
        "relations": list(_relations(site.numbers, events)),
        "labels": _labels(edition, events),
    }


def texts(edition: Edition, dossiers: Sequence[Dossier]) -> dict[str, Any]:
    """What labels, cards and the free-text filter show of some events, in parallel columns."""
    plain, events = edition.plain, [dossier.event for dossier in dossiers]
    quotes = [_leading_quote(edition, dossier) for dossier in dossiers]
    return {
        "id": [event.id for event in events],
        "title": [plain(event.title) for event in events],
        "date": [date_in_words(event.date, edition.language) for event in events],
        "summary": [plain_text(plain(event.summary)) if event.summary else "" for event in events],
        "quote": [quote.text for quote, _ in quotes],
        "quoteLanguage": [quote.language for quote, _ in quotes],
        "source": [source for _, source in quotes],
    }


def _dump(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _day(instant: Instant) -> float:
    """Days since 1970, to five decimals (about a second)."""
    return _number(instant.epoch_seconds / DAY)


def _whole_day(known: Instant | None) -> int:
    """The day on which something was surely known; whoever asks what was known on a day means its evening."""
    return floor(_day(known)) if known else 0


def _number(value: float) -> float:
    """A number without the decimals that it does not need, so that JSON is short."""
    rounded = round(value, 5)
    return int(rounded) if rounded == int(rounded) else rounded


def _deltas(values: list[float]) -> list[float]:
    return [_number(value - before) for value, before in zip(values, [0.0, *values], strict=False)]


def _start(date: Edtf) -> float:
    return _day(date.anchor) if date.anchor.is_finite else 0


def _span(date: Edtf) -> float:
    """How many days after its beginning an event ends at the latest; 0 where either end is open."""
    if not (date.earliest.is_finite and date.latest.is_finite):
        return 0
    return _number((date.latest.epoch_seconds + 1 - date.earliest.epoch_seconds) / DAY)


def _shape(date: Edtf) -> int:
    """How an event is drawn: one of POINT, RANGE, VAGUE, and flags."""
    if date.precision in ("day", "hour", "minute", "second") and not date.unspecified:
        shape = POINT
    elif date.precision == "interval":
        shape = RANGE
    else:
        shape = VAGUE
    flags = (date.approximate, APPROXIMATE), (date.uncertain, UNCERTAIN)
    ends = (date.open_start, OPEN_START), (date.open_end, OPEN_END)
    return shape + sum(flag for holds, flag in (*flags, *ends) if holds)


def _storyline(edition: Edition, key: str) -> dict[str, Any]:
    line = edition.site.timeline.storylines[key]
    eras = [
        [edition.plain(era.title), _start(era.from_), _number(_start(era.to) + _span(era.to)) if era.to else None]
        for era in line.eras
    ]
    return {"id": key, "title": edition.plain(line.title), "colour": line.colour, "eras": eras}


def _country(edition: Edition, outlet: str) -> tuple[str, str]:
    """The code and name of an outlet's country."""
    code = edition.site.timeline.outlets[outlet].country
    return (code.lower(), edition.language.country(code)) if code else ("unknown", edition.language.say("unknown"))


def _line_sets(edition: Edition) -> Iterator[list[str]]:
    """The storylines of each event, with those that they are part of."""
    by_storyline = edition.site.timeline.by_storyline
    lines = {key: {event.id for event in found} for key, found in by_storyline.items()}
    for event in edition.site.standing_events:
        yield [key for key, ids in lines.items() if event.id in ids]


def _sets(values: Iterable[Iterable[str]], keys: list[str]) -> dict[str, Any]:
    """Sets of keys, each different set once, and for each event the number of its set."""
    index = {key: position for position, key in enumerate(keys)}
    seen: dict[tuple[int, ...], int] = {}
    of = [seen.setdefault(tuple(sorted({index[value] for value in found})), len(seen)) for found in values]
    return {"sets": [list(found) for found in seen], "of": of}


def _changes(dossiers: Iterable[Dossier]) -> Iterator[tuple[int, int, int]]:
    """For events with several states: event, the day on which the state became known, and the state."""
    for number, dossier in enumerate(dossiers):
        if len(dossier.states) > 1:
            for known in dossier.states:
                yield number, _whole_day(known.since), STATUSES.index(known.state.is_)


def _relations(numbers: dict[str, int], events: tuple[Event, ...]) -> Iterator[int]:
    """Flat triples: from which event, to which, and which kind of relation."""
    for event in events:
        for related in event.related:
            if related.event in numbers:
                yield from (numbers[event.id], numbers[related.event], RELATIONS.index(related.relation))


def _labels(edition: Edition, events: tuple[Event, ...]) -> list[list[int | str]]:
    """The titles of the events that the drawing labels first (layout.js), so that it need not wait for the text."""
    ranked = sorted(
        range(len(events)), key=lambda number: (-events[number].importance, (number + 1) * _SHUFFLE % 2**32)
    )
    return [[number, edition.plain(events[number].title)] for number in sorted(ranked[:LABELS])]


def _leading_quote(edition: Edition, dossier: Dossier) -> tuple[Wording, str]:
    """The words that stand for an event and their outlet, or empty texts."""
    item = dossier.leading_quote
    if item is None or item.quote is None:
        return Wording("", ""), ""
    article = edition.site.timeline.articles[item.article]
    outlet = edition.plain(edition.site.timeline.outlets[article.outlet].name)
    return Wording(item.quote, article.language), outlet
