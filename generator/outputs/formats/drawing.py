"""The timeline's data: one file of columns for drawing and filtering, and chunks of text for labels and cards."""

# Columns compress far better than records, and the drawing needs numbers only. The format is versioned: VERSION goes up
# with every change that an older reader would misread. Days are counted from 1970-01-01, with fractions for times.

import json
from collections.abc import Iterable, Iterator
from math import floor
from typing import Any

from generator.dates.edtf import Edtf, Instant
from generator.dates.instants import DAY
from generator.outputs.pages.links import RELATION_WORDS, STATUS_WORDS, country_name, language_name
from generator.records.schema import Article, Event, Life
from generator.story.evidence import is_verified
from generator.story.provenance import cited_articles, known_on
from generator.story.site import DataFile, Site
from generator.story.timeline import evidence_of
from generator.words.date_words import words_of
from generator.words.markup import plain_text

VERSION = 1
CHUNK = 200
LABELS = 200
_SHUFFLE = 2654435761  # as in layout.js, which spreads labels over time
STATUSES = tuple(STATUS_WORDS)
RELATIONS = tuple(RELATION_WORDS)

POINT, RANGE, VAGUE = 0, 1, 2
APPROXIMATE, UNCERTAIN, OPEN_START, OPEN_END = 4, 8, 16, 32


def render(site: Site) -> Iterator[DataFile]:
    """The columns, and one file of text for every CHUNK events."""
    events = site.standing_events
    yield DataFile("data/timeline.json", _dump(columns(site, events)))
    for number, start in enumerate(range(0, len(events), CHUNK)):
        yield DataFile(f"data/timeline/text-{number}.json", _dump(text(site, events[start : start + CHUNK])))


def columns(site: Site, events: tuple[Event, ...]) -> dict[str, Any]:
    """All that drawing and filtering need, in columns that are parallel to the events in order of time."""
    timeline = site.timeline
    kinds, storylines = list(timeline.kinds), list(timeline.storylines)
    actors, places, outlets = list(timeline.actors), list(timeline.places), list(timeline.outlets)
    languages = sorted({article.language.split("-")[0] for article in timeline.articles.values()})
    countries = sorted({_country(site, outlet) for outlet in outlets}, key=lambda country: country[1])
    cited = [cited_articles(event, timeline) for event in events]
    known = [min(map(_known_day, articles), default=0) for articles in cited]
    starts = [_start(event.date) for event in events]
    return {
        "version": VERSION,
        "count": len(events),
        "chunk": CHUNK,
        "today": _day(site.today),
        "statuses": list(STATUS_WORDS.items()),
        "relationKinds": RELATIONS,
        "relationWords": list(RELATION_WORDS.values()),
        "kinds": [[key, str(timeline.kinds[key].label), timeline.kinds[key].colour] for key in kinds],
        "storylines": [_storyline(site, key) for key in storylines],
        "actors": [[key, str(timeline.actors[key].name)] for key in actors],
        "places": [[key, str(timeline.places[key].name)] for key in places],
        "outlets": [[key, str(timeline.outlets[key].name), countries.index(_country(site, key))] for key in outlets],
        "countries": countries,
        "languages": [[tag, language_name(tag)] for tag in languages],
        "start": _deltas(starts),
        "span": [_span(event.date) for event in events],
        "shape": [_shape(event.date) for event in events],
        "importance": "".join(str(event.importance) for event in events),
        "status": "".join(str(STATUSES.index(event.status_now)) for event in events),
        "kind": [kinds.index(event.kind) for event in events],
        "verified": "".join(str(int(_verified(site, event))) for event in events),
        "known": [day - floor(start) for day, start in zip(known, starts, strict=True)],
        "changes": list(_changes(site, events)),
        "storylineSets": _sets(_line_sets(site, events), storylines),
        "actorSets": _sets(((part.actor for part in event.actors) for event in events), actors),
        "placeSets": _sets((event.places for event in events), places),
        "outletSets": _sets(((article.outlet for article in articles) for articles in cited), outlets),
        "languageSets": _sets(
            ((article.language.split("-")[0] for article in articles) for articles in cited), languages
        ),
        "relations": list(_relations(events)),
        "labels": _labels(events),
    }


def text(site: Site, events: tuple[Event, ...]) -> dict[str, Any]:
    """What labels, cards and the free-text filter show of some events, in parallel columns."""
    quotes = [_leading_quote(site, event) for event in events]
    return {
        "id": [event.id for event in events],
        "title": [str(event.title) for event in events],
        "date": [words_of(event.date) for event in events],
        "summary": [plain_text(str(event.summary)) if event.summary else "" for event in events],
        "quote": [quote for quote, _ in quotes],
        "source": [source for _, source in quotes],
    }


def _dump(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _day(instant: Instant) -> float:
    """Days since 1970, to five decimals (about a second)."""
    return _number(instant.epoch_seconds / DAY)


def _known_day(article: Article) -> int:
    """The day on which an article was surely out; whoever asks what was known on a day means its evening."""
    return floor(_day(known_on(article)))


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


def _storyline(site: Site, key: str) -> dict[str, Any]:
    line = site.timeline.storylines[key]
    eras = [
        [str(era.title), _start(era.from_), _number(_start(era.to) + _span(era.to)) if era.to else None]
        for era in line.eras
    ]
    return {"id": key, "title": str(line.title), "colour": line.colour, "eras": eras}


def _country(site: Site, outlet: str) -> tuple[str, str]:
    """The code and name of an outlet's country."""
    code = site.timeline.outlets[outlet].country
    return (code.lower(), country_name(code)) if code else ("unknown", "Unknown")


def _line_sets(site: Site, events: Iterable[Event]) -> Iterator[list[str]]:
    """The storylines of each event, with those that they are part of."""
    lines = {key: {event.id for event in found} for key, found in site.timeline.by_storyline.items()}
    for event in events:
        yield [key for key, ids in lines.items() if event.id in ids]


def _sets(values: Iterable[Iterable[str]], keys: list[str]) -> dict[str, Any]:
    """Sets of keys, each different set once, and for each event the number of its set."""
    index = {key: position for position, key in enumerate(keys)}
    seen: dict[tuple[int, ...], int] = {}
    of = [seen.setdefault(tuple(sorted({index[value] for value in found})), len(seen)) for found in values]
    return {"sets": [list(found) for found in seen], "of": of}


def _verified(site: Site, event: Event) -> bool:
    """Whether an event has a quote, and all of its quotes are verified."""
    quotes = [(item.article, item.quote) for _, item in evidence_of(event) if item.quote]
    return bool(quotes) and all(is_verified(site.lock, article, quote) for article, quote in quotes)


def _changes(site: Site, events: tuple[Event, ...]) -> Iterator[tuple[int, int, int]]:
    """For events with several states: event, the day on which the state became known, and the state."""
    for number, event in enumerate(events):
        if len(event.status) > 1:
            for life in event.status:
                yield number, _state_known(site, life), STATUSES.index(life.is_)


def _state_known(site: Site, life: Life) -> int:
    articles = site.timeline.articles
    days = [_known_day(articles[item.article]) for item in life.evidence]
    return min(days) if days else floor(_start(life.since)) if life.since else 0


def _relations(events: tuple[Event, ...]) -> Iterator[int]:
    """Flat triples: from which event, to which, and which kind of relation."""
    index = {event.id: position for position, event in enumerate(events)}
    for number, event in enumerate(events):
        for related in event.related:
            if related.event in index:
                yield from (number, index[related.event], RELATIONS.index(related.relation))


def _labels(events: tuple[Event, ...]) -> list[list[int | str]]:
    """The titles of the events that the drawing labels first (layout.js), so that it need not wait for the text."""
    ranked = sorted(
        range(len(events)), key=lambda number: (-events[number].importance, (number + 1) * _SHUFFLE % 2**32)
    )
    return [[number, str(events[number].title)] for number in sorted(ranked[:LABELS])]


def _leading_quote(site: Site, event: Event) -> tuple[str, str]:
    """The event's first quote and its outlet, or two empty texts."""
    for _, item in evidence_of(event):
        if item.quote:
            article = site.timeline.articles[item.article]
            return item.quote, str(site.timeline.outlets[article.outlet].name)
    return "", ""
