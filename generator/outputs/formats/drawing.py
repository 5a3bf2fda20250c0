"""The timeline's data: one file of columns for drawing and filtering, and the files of text that go with it."""

# A row is a version of an event: how it was known from one day to another. Columns compress far better than records,
# and the drawing needs numbers only. The format is versioned: VERSION goes up with every change that an older reader
# would misread. Days are counted from 1970-01-01, with fractions for times.

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from math import floor
from typing import Any, get_args

from generator.dates.edtf import Edtf
from generator.dates.instants import DAY, Instant
from generator.outputs import edition as inputs
from generator.outputs.artifact import Output, just
from generator.outputs.edition import Edition, every
from generator.outputs.formats.drawing_text import dump, texts, whole_day
from generator.records.parts import EventKind, RelationKind, Status
from generator.records.schema import Event, Storyline
from generator.story.dossier import Input
from generator.story.outlook import due_of
from generator.story.rows import ReportedOn, Row, reported_on
from generator.story.site import Site
from generator.words.date_words import date_in_words
from generator.words.language import primary

VERSION = 4
CHUNK = 200
LABELS = 200
MOST_ORIGINS = 3
FAR = 1e7  # days; the years of geology stand by themselves, for sums of such numbers lose hours
_SHUFFLE = 2654435761  # as in layout.js, which spreads labels over time
STATUSES: tuple[str, ...] = get_args(Status)
RELATIONS: tuple[str, ...] = get_args(RelationKind)

POINT, RANGE, VAGUE = 0, 1, 2
APPROXIMATE, UNCERTAIN, OPEN_START, OPEN_END = 4, 8, 16, 32


def outputs(edition: Edition) -> Iterator[Output]:
    """The columns, and one file of text for every CHUNK rows."""
    everything = every("events", "articles", "outlets", "actors", "places", "storylines", "vocabulary")
    made_from = everything | {inputs.DAY, inputs.LOCK, ("words", edition.language.tag)}
    yield Output("data/timeline.json", just(made_from), lambda: dump(columns(edition)))
    for number, start in enumerate(range(0, len(edition.site.rows), CHUNK)):
        some = edition.site.rows[start : start + CHUNK]
        yield Output(f"data/timeline/text-{number}.json", partial(_told, some), partial(_chunk, edition, some))


def _told(rows: Sequence[Row]) -> frozenset[Input]:
    """What a file of text is made from: its rows' events, and which of their versions these are."""
    events = [row.dossier.event for row in rows]
    return inputs.rows(events) | {inputs.listed(*(f"{row.dossier.event.id} {row.place}" for row in rows))}


def _chunk(edition: Edition, rows: Sequence[Row]) -> str:
    return dump(texts(edition, rows))


def columns(edition: Edition) -> dict[str, Any]:
    """All that drawing and filtering need, in columns that are parallel to the rows in order of time."""
    site, say, plain = edition.site, edition.language.say, edition.plain
    timeline, rows = site.timeline, site.rows
    kinds, storylines = _in_order(timeline.kinds), _in_order(timeline.storylines)
    groups = list(dict.fromkeys(filter(None, (_group(edition, key) for key in kinds))))
    actors, places, outlets = list(timeline.actors), list(timeline.places), list(timeline.outlets)
    languages = sorted({primary(article.language) for article in timeline.articles.values()})
    country = {outlet: _country(edition, outlet) for outlet in outlets}
    countries = sorted(set(country.values()), key=lambda found: found[1])
    events = [row.dossier.event for row in rows]
    reports = [tuple(reported_on(row, timeline, site.lock)) for row in rows]
    origins = [_origins(found) for found in reports]
    starts = _starts(rows)
    known = [whole_day(row.version.since) for row in rows]
    return {
        "version": VERSION,
        "count": len(rows),
        "chunk": CHUNK,
        "today": _day(site.today),
        "statuses": [[status, say(f"status-{status}")] for status in STATUSES],
        "relationKinds": RELATIONS,
        "relationWords": [[say(f"relation-{kind}"), say(f"relation-{kind}-inverse")] for kind in RELATIONS],
        "groups": groups,
        "kinds": [_kind(edition, key, groups) for key in kinds],
        "storylines": [_storyline(edition, key) for key in storylines],
        "actors": [[key, plain(timeline.actors[key].name)] for key in actors],
        "places": [[key, plain(timeline.places[key].name)] for key in places],
        "outlets": [[key, plain(timeline.outlets[key].name), countries.index(country[key])] for key in outlets],
        "countries": countries,
        "languages": [[tag, edition.language.language(tag)] for tag in languages],
        "start": _deltas([start if abs(start) < FAR else 0 for start in starts]),
        "far": [[number, start] for number, start in enumerate(starts) if abs(start) >= FAR],
        "span": [_span(row.version.date) for row in rows],
        "shape": [_shape(row.version.date) for row in rows],
        "importance": "".join(str(event.importance) for event in events),
        "status": "".join(str(STATUSES.index(row.version.state.is_)) for row in rows),
        "kind": [kinds.index(event.kind) for event in events],
        "known": [day - floor(start) for day, start in zip(known, starts, strict=True)],
        "earlier": list(_earlier(site)),
        "awaited": list(_awaited(site)),
        "storylineSets": _sets(_keys_of(events, timeline.by_storyline), storylines),
        "actorSets": _sets(((part.actor for part in event.actors) for event in events), actors),
        "placeSets": _sets(_keys_of(events, timeline.by_place), places),
        "outletSets": _sets(((report.outlet for report in found) for found in reports), outlets),
        "languageSets": _sets(((primary(report.language) for report in found) for found in reports), languages),
        "origins": "".join(map(str, origins)),
        "verified": "".join(str(int(any(report.is_quoted for report in found))) for found in reports),
        "later": _later(reports, known, outlets, languages),
        "relations": _relations(site.numbers, site.standing_events),
        "labels": _labels(edition, rows, origins),
    }


def _day(instant: Instant) -> float:
    """Days since 1970, to five decimals (about a second)."""
    return _number(instant.epoch_seconds / DAY)


def _number(value: float) -> float:
    """A number without the decimals that it does not need, so that JSON is short."""
    rounded = round(value, 5)
    return int(rounded) if rounded == int(rounded) else rounded


def _deltas(values: list[float]) -> list[float]:
    return [_number(value - before) for value, before in zip(values, [0.0, *values], strict=False)]


def _starts(rows: Sequence[Row]) -> list[float]:
    """Where the rows begin; those without any day stand with the first that has one, and their shape tells."""
    days = [_start(row.version.date) for row in rows]
    first = next((day for day in days if day is not None), 0.0)
    return [first if day is None else day for day in days]


def _start(date: Edtf) -> float | None:
    """Where a date begins, or ends if its beginning is open; None where both are."""
    return _day(date.anchor) if date.anchor.is_finite else None


def _end(date: Edtf) -> float | None:
    """The evening of a date's last day; None where it is open."""
    return _number((date.latest.epoch_seconds + 1) / DAY) if date.latest.is_finite else None


def _span(date: Edtf) -> float:
    """How many days after its beginning an event ends at the latest; 0 where either end is open."""
    if not (date.earliest.is_finite and date.latest.is_finite):
        return 0
    return _number((date.latest.epoch_seconds + 1 - date.earliest.epoch_seconds) / DAY)


def span_of(view: Edtf) -> tuple[float, float]:
    """From the morning of a view's first day to the evening of its last."""
    return _day(view.earliest), _number((view.latest.epoch_seconds + 1) / DAY)


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


def _in_order(found: Mapping[str, EventKind] | Mapping[str, Storyline]) -> list[str]:
    """Kinds or storylines as the records want them: by their own order, and then as they stand."""
    return sorted(found, key=lambda key: (found[key].order is None, found[key].order or 0))


def _group(edition: Edition, key: str) -> str | None:
    """The entry of a legend that a kind belongs to."""
    group = edition.site.timeline.kinds[key].group
    return None if group is None else edition.plain(group)


def _kind(edition: Edition, key: str, groups: list[str]) -> list[Any]:
    """A kind's id, label, colour, and the number of its group, or -1."""
    kind, group = edition.site.timeline.kinds[key], _group(edition, key)
    return [key, edition.plain(kind.label), kind.colour, -1 if group is None else groups.index(group)]


def _storyline(edition: Edition, key: str) -> dict[str, Any]:
    line = edition.site.timeline.storylines[key]
    eras = [[edition.plain(era.title), _start(era.from_) or 0, _end(era.to) if era.to else None] for era in line.eras]
    tour = [edition.site.numbers[event] for event in line.tour if event in edition.site.numbers]
    view = None if line.view is None else span_of(line.view)
    return {
        "id": key,
        "title": edition.plain(line.title),
        "colour": line.colour,
        "eras": eras,
        "tour": tour,
        "view": view,
    }


def _country(edition: Edition, outlet: str) -> tuple[str, str]:
    """The code and name of an outlet's country."""
    code = edition.site.timeline.outlets[outlet].country
    return (code.lower(), edition.language.country(code)) if code else ("unknown", edition.language.say("unknown"))


def _keys_of(events: Iterable[Event], index: Mapping[str, tuple[Event, ...]]) -> Iterator[list[str]]:
    """Under which keys of an index each event stands: its places or storylines, and those that they are part of."""
    keys: dict[str, list[str]] = {}
    for key, found in index.items():
        for event in found:
            keys.setdefault(event.id, []).append(key)
    for event in events:
        yield keys.get(event.id, [])


def _sets(values: Iterable[Iterable[str]], keys: list[str]) -> dict[str, Any]:
    """Sets of keys, each different set once, and for each event the number of its set."""
    index = {key: position for position, key in enumerate(keys)}
    seen: dict[tuple[int, ...], int] = {}
    of = [seen.setdefault(tuple(sorted({index[value] for value in found})), len(seen)) for found in values]
    return {"sets": [list(found) for found in seen], "of": of}


def _earlier(site: Site) -> Iterator[tuple[int, int, int]]:
    """For rows that are no longer current: the row, the event's current one, and the day on which it was known."""
    for number, row in enumerate(site.rows):
        if not row.version.is_current:
            yield number, site.numbers[row.dossier.event.id], whole_day(row.version.until)


def _awaited(site: Site) -> Iterator[tuple[int, int | None, int | None]]:
    """For rows that can be overdue: the row, its last day, and from which day it was answered."""
    for number, row in enumerate(site.rows):
        if due := due_of(row.version):
            answered = row.dossier.answered
            yield number, whole_day(due), None if answered is None else whole_day(answered)


def _origins(reports: Iterable[ReportedOn]) -> int:
    """How many independent origins there are, as far as the facet counts."""
    return min(MOST_ORIGINS, len({report.origin for report in reports} - {None}))


def _later(
    reports: Iterable[tuple[ReportedOn, ...]], known: Iterable[int], outlets: list[str], languages: list[str]
) -> dict[str, Any]:
    """Every report of rows of which some came later than the row was known, in columns.

    `rows` are the numbers of these rows as deltas. A row's reports stand in the order of its outlets' numbers, each
    outlet of its set once, and once more where `again` is 1. A report has days from when the row was known (`after`),
    the place of its language in the row's set (`language`), whether a verified quote comes from it (`quoted`), and its
    origin: 0 is the outlet itself, 1 none that counts, and from 2 on outlets.
    """
    outlet_at = {outlet: position for position, outlet in enumerate(outlets)}
    language_at = {tag: position for position, tag in enumerate(languages)}
    rows: list[float] = []
    told: list[tuple[int, int, int, int, int]] = []
    for number, (found, day) in enumerate(zip(reports, known, strict=True)):
        days = [whole_day(report.day) for report in found]
        if not any(published > day for published in days):
            continue
        rows.append(number)
        spoken = sorted({language_at[primary(report.language)] for report in found})
        before = None
        in_order = sorted((outlet_at[report.outlet], at) for at, report in enumerate(found))
        for outlet, at in in_order:
            report = found[at]
            language = spoken.index(language_at[primary(report.language)])
            origin = (
                1 if report.origin is None else 0 if report.origin == report.outlet else 2 + outlet_at[report.origin]
            )
            told.append((int(outlet == before), max(0, days[at] - day), language, origin, int(report.is_quoted)))
            before = outlet
    again, after, language_column, origin_column, quoted = zip(*told, strict=True) if told else ((),) * 5
    return {
        "rows": _deltas(rows),
        "again": "".join(map(str, again)),
        "after": after,
        "language": language_column,
        "origin": origin_column,
        "quoted": "".join(map(str, quoted)),
    }


def _relations(numbers: dict[str, int], events: tuple[Event, ...]) -> dict[str, Any]:
    """Of each relation, the event that has it (how far from that of the last one), how far back the other one is, and
    the kind, a digit each: what is near, as most are, takes little."""
    found = [
        (numbers[event.id], numbers[related.event], RELATIONS.index(related.relation))
        for event in events
        for related in event.related
        if related.event in numbers
    ]
    return {
        "from": _deltas([start for start, _, _ in found]),
        "back": [start - end for start, end, _ in found],
        "kind": "".join(str(kind) for _, _, kind in found),
    }


def _labels(edition: Edition, rows: Sequence[Row], origins: Sequence[int]) -> list[list[int | str]]:
    """The titles and dates of the rows that the drawing labels first (layout.js), so that it need not wait for text."""

    def place(number: int) -> tuple[int, int, int]:
        return -rows[number].dossier.event.importance, -origins[number], (number + 1) * _SHUFFLE % 2**32

    plain, language = edition.plain, edition.language
    first = sorted(sorted(range(len(rows)), key=place)[:LABELS])
    versions = [(number, rows[number].version) for number in first]
    return [[number, plain(version.title), date_in_words(version.date, language)] for number, version in versions]
