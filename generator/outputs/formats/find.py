"""The search's data: what it knows of every document, their words by beginnings, and what results show."""

# A query fetches `find.json`, the files of its own words, and those of what it shows: nobody fetches the whole index.
# Documents are numbered kind by kind. VERSION goes up with every change that an older reader would misread.

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from typing import Any

from generator.outputs.artifact import Output
from generator.outputs.edition import DAY, Edition, every, rows
from generator.outputs.formats.drawing_text import dump
from generator.outputs.formats.find_documents import KINDS, Document, events, named, pages, quotes
from generator.outputs.formats.find_index import ENDING, KEY, SPELT, index_of, spelling_files, word_files
from generator.outputs.written import WRITTEN
from generator.records.schema import Event
from generator.story.dossier import Input

VERSION = 1
FEW, MANY = 20, 100
"""So many documents share a file of what is shown: of events and quotes, and of names."""
_EACH = 128
_SPELLINGS = 16
_RECORDS = every("events", "articles", "outlets", "actors", "places", "storylines", "vocabulary") | {DAY}


def outputs(edition: Edition) -> Iterator[Output]:
    """The root, the files of words and of spellings, and those of what is shown, unless the site goes without."""
    if not edition.published.search:
        return
    found, everything = _Documents(edition), _RECORDS | {WRITTEN}
    yield Output("data/find.json", everything, lambda: dump(found.root))
    for number in range(found.files):
        yield Output(f"data/find/words-{number}.json", everything, partial(found.words, number))
    for number in range(found.spellings):
        yield Output(f"data/find/spelling-{number}.json", everything, partial(found.spelling, number))
    for kind in KINDS:
        for number in range(-(-found.count(kind) // _chunk(kind))):
            yield Output(
                f"data/find/{kind}-{number}.json", found.inputs(kind, number), partial(found.shown, kind, number)
            )


def _chunk(kind: str) -> int:
    return FEW if kind in ("event", "quote") else MANY


@dataclass(frozen=True)
class _Documents:
    """All that can be found; of it, only how much there is is worked out before an output is made."""

    edition: Edition

    @cached_property
    def per_event(self) -> list[int]:
        """How many quotes each event has."""
        dossiers = self.edition.site.dossiers
        return [len({item.quote for _, item in dossiers[one.id].quotes}) for one in self.edition.site.standing_events]

    @cached_property
    def counts(self) -> dict[str, int]:
        timeline = self.edition.site.timeline
        removed = [kind for kind, _ in timeline.removed]
        return {
            "event": len(self.edition.site.standing_events),
            "quote": sum(self.per_event),
            "actor": len(timeline.actors),
            "outlet": len(timeline.outlets) - removed.count("outlets"),
            "place": len(timeline.places),
            "storyline": len(timeline.storylines),
            "page": len(self.edition.written),
        }

    def count(self, kind: str) -> int:
        return self.counts[kind]

    @cached_property
    def files(self) -> int:
        """How many files of words there are: a power of two, so that it seldom changes."""
        return int(max(8, 1 << (sum(self.counts.values()) // _EACH).bit_length()))

    @cached_property
    def spellings(self) -> int:
        return max(1, self.files // _SPELLINGS)

    @cached_property
    def of_kind(self) -> dict[str, list[Document]]:
        edition = self.edition
        return {
            "event": list(events(edition)),
            "quote": [quote for of_event in quotes(edition) for quote in of_event],
            **{kind: named(edition, kind) for kind in ("actor", "outlet", "place", "storyline")},
            "page": list(pages(edition)),
        }

    @cached_property
    def index(self) -> dict[str, tuple[list[int], list[int]]]:
        return index_of(document for kind in KINDS for document in self.of_kind[kind])

    @cached_property
    def word_texts(self) -> list[str]:
        return [dump(file) for file in word_files(self.index, self.files)]

    @cached_property
    def spelling_texts(self) -> list[str]:
        return [dump(file) for file in spelling_files(self.index, self.spellings)]

    def words(self, number: int) -> str:
        return self.word_texts[number]

    def spelling(self, number: int) -> str:
        return self.spelling_texts[number]

    def inputs(self, kind: str, number: int) -> frozenset[Input]:
        """What a file of shown documents is made from: of names the order hangs on all events."""
        if kind == "page":
            return frozenset({WRITTEN})
        if kind == "event":
            return rows(self.edition.site.standing_events[number * FEW : (number + 1) * FEW])
        return _RECORDS

    def shown(self, kind: str, number: int) -> str:
        size = _chunk(kind)
        if kind == "event":
            some = self.edition.site.standing_events[number * size : (number + 1) * size]
            return dump([document.shown for document in events(self.edition, some)])
        return dump([document.shown for document in self.of_kind[kind][number * size : (number + 1) * size]])

    @property
    def root(self) -> dict[str, Any]:
        """What is known of every document."""
        site, lines = self.edition.site, [one.id for one in self.of_kind["storyline"]]
        years = [_year(event) for event in site.standing_events]
        at = {line: number for number, line in enumerate(lines)}
        holders: dict[str, set[int]] = {}
        for line, found in site.timeline.by_storyline.items():
            if line in at:
                for event in found:
                    holders.setdefault(event.id, set()).add(at[line])
        sets: dict[tuple[int, ...], int] = {}
        of = [sets.setdefault(tuple(sorted(holders.get(one.id, ()))), len(sets)) for one in site.standing_events]
        return {
            "version": VERSION,
            "files": self.files,
            "spellings": self.spellings,
            "key": KEY,
            "ending": ENDING,
            "spelt": SPELT,
            "kinds": [[kind, self.counts[kind], _chunk(kind)] for kind in KINDS],
            "weights": "".join(str(one.weight) for kind in KINDS if kind != "quote" for one in self.of_kind[kind]),
            "quotes": self.per_event,
            "years": [[year, len(list(group))] for year, group in groupby(years)],
            "storylines": lines,
            "sets": list(sets),
            "of": of,
        }


def _year(event: Event) -> int | None:
    """The astronomical year by which an order puts an event, or None where it is open."""
    return event.date.anchor_day.year if event.date.anchor_day.is_finite else None
