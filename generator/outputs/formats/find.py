"""The search's data: what it knows of every document, their words by beginnings, and what results show."""

# A query fetches `find.json`, the files of its own words, and those of what it shows: nobody fetches the whole index.
# Documents are numbered kind by kind. VERSION goes up with every change that an older reader would misread.

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from typing import Any
from zlib import crc32

from generator.outputs.artifact import Output, Shared, just
from generator.outputs.edition import DAY, Edition, every, listed, rows
from generator.outputs.formats.drawing_text import dump
from generator.outputs.formats.find_documents import (
    KINDS,
    NAMED,
    Document,
    articles,
    of_article,
    of_event,
    of_page,
    of_quote,
    of_subject,
    quotes_of,
    subjects,
)
from generator.outputs.formats.find_index import ENDING, KEY, SPELT, Index, spelling_files, word_files
from generator.outputs.periods import year_of
from generator.outputs.written import WRITTEN
from generator.records.parts import Evidence
from generator.records.schema import Event
from generator.story.dossier import Input
from generator.words.folding import terms_of

VERSION = 1
FEW, MANY = 20, 100
"""So many documents share a file of what is shown: of events and quotes, and of names."""
_EACH = 128
_SPELLINGS = 16
_TOGETHER = 16
"""The words of about so many events are remembered together: a changed event costs theirs, and no others."""
_RECORDS = every("events", "articles", "outlets", "actors", "places", "storylines", "vocabulary") | {DAY}


def outputs(edition: Edition) -> Iterator[Output]:
    """The root, the files of words and of spellings, and those of what is shown, unless the site goes without."""
    if not edition.published.search:
        return
    found, everything = _Documents(edition), just(_RECORDS | {WRITTEN})
    yield Output("data/find.json", everything, lambda: dump(found.root))
    shared = Shared(found.parts, found.take)
    for number in range(found.files):
        yield Output(f"data/find/words-{number}.json", everything, partial(found.words, number), shared=shared)
    for number in range(found.spellings):
        yield Output(f"data/find/spelling-{number}.json", everything, partial(found.spelling, number), shared=shared)
    for kind in KINDS:
        for number in range(-(-found.counts[kind] // _chunk(kind))):
            path = f"data/find/{kind}-{number}.json"
            yield Output(path, partial(found.inputs, kind, number), partial(found.shown, kind, number))


def _chunk(kind: str) -> int:
    return FEW if kind in ("event", "quote") else MANY


@dataclass(frozen=True)
class _Documents:
    """All that can be found; of it, only how much there is is worked out before an output is made."""

    edition: Edition

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """In order of time; what was withdrawn is found, too, and says so."""
        return self.edition.site.timeline.events

    @cached_property
    def quotes(self) -> list[list[Evidence]]:
        """The quotes of each event."""
        return [quotes_of(self.edition, event) for event in self.events]

    @cached_property
    def quoted(self) -> list[tuple[Event, Evidence]]:
        """All quotes, each with its event."""
        return [(event, item) for event, items in zip(self.events, self.quotes, strict=True) for item in items]

    @cached_property
    def others(self) -> dict[str, tuple[Sequence[Any], Callable[[Any], Document]]]:
        """What is found beside events and quotes by its kind, and what makes a document of each."""
        edition = self.edition
        return {
            **{kind: (subjects(edition, kind), partial(of_subject, edition)) for kind in NAMED},
            "article": (articles(edition), partial(of_article, edition)),
            "page": (edition.written, of_page),
        }

    @cached_property
    def counts(self) -> dict[str, int]:
        others = {kind: len(found) for kind, (found, _) in self.others.items()}
        return {"event": len(self.events), "quote": len(self.quoted), **others}

    @cached_property
    def files(self) -> int:
        """How many files of words there are: a power of two, so that it seldom changes."""
        return int(max(8, 1 << (sum(self.counts.values()) // _EACH).bit_length()))

    @cached_property
    def spellings(self) -> int:
        return max(1, self.files // _SPELLINGS)

    # The words of events and quotes, which take most of the time, in parts that are remembered. An event stays in its
    # part whatever comes before it.

    @cached_property
    def parted(self) -> list[list[Event]]:
        parts: list[list[Event]] = [[] for _ in range(1 << (len(self.events) // _TOGETHER).bit_length())]
        for event in self.events:
            parts[crc32(event.id.encode()) % len(parts)].append(event)
        return parts

    def part(self, number: int) -> str:
        """The path of a part, by which it is remembered."""
        return f"data/find/terms-{number}-of-{len(self.parted)}.json"

    def parts(self) -> tuple[Output, ...]:
        """The words of all events and quotes, as outputs that nobody publishes."""
        return tuple(
            Output(self.part(number), partial(self.terms_from, some), partial(self.terms, number))
            for number, some in enumerate(self.parted)
        )

    def terms_from(self, some: Sequence[Event]) -> frozenset[Input]:
        """What the words of some events are made from."""
        return frozenset[Input]().union(
            *(self.edition.site.made_from(event.id) for event in some),
            (("actors", part.actor) for event in some for part in event.actors),
            (("places", place) for event in some for place in event.places),
        )

    def terms(self, number: int) -> str:
        """The words of some events, by their ids: those of their names, all others, and those of each quote."""
        found: dict[str, tuple[str, str, list[str]]] = {}
        for event in self.parted[number]:
            strong, weak = of_event(self.edition, event).terms
            quotes = [terms_of(item.quote or "") for item in quotes_of(self.edition, event)]
            found[event.id] = (_joined(strong), _joined(weak), [_joined(terms) for terms in quotes])
        return dump(found)

    @cached_property
    def given(self) -> dict[int, str]:
        return {}

    def take(self, texts: Mapping[str, str]) -> None:
        """Take parts that were made or remembered, and make the index of them; what is missing is made here."""
        for number in range(len(self.parted)):
            if (path := self.part(number)) in texts:
                self.given[number] = texts[path]
        _ = self.word_texts, self.spelling_texts

    @cached_property
    def index(self) -> Index:
        index, of = Index(), {}
        for number in range(len(self.parted)):
            of.update(json.loads(self.given.get(number) or self.terms(number)))
        for event in self.events:
            strong, weak, _ = of[event.id]
            index.add(strong.split(), weak.split())
        for event in self.events:
            for terms in of[event.id][2]:
                index.add((), terms.split())
        for found, document in self.others.values():
            for one in found:
                index.add(*document(one).terms)
        return index

    @cached_property
    def word_texts(self) -> list[str]:
        return [dump(file) for file in word_files(self.index.postings, self.files)]

    @cached_property
    def spelling_texts(self) -> list[str]:
        return [dump(file) for file in spelling_files(self.index.postings, self.spellings)]

    def words(self, number: int) -> str:
        return self.word_texts[number]

    def spelling(self, number: int) -> str:
        return self.spelling_texts[number]

    @cached_property
    def places(self) -> list[int]:
        """Which of an event's quotes each quote is."""
        return [place for items in self.quotes for place in range(len(items))]

    def inputs(self, kind: str, number: int) -> frozenset[Input]:
        """What a file of shown documents is made from."""
        some = slice(number * _chunk(kind), (number + 1) * _chunk(kind))
        if kind == "page":
            return frozenset({WRITTEN})
        if kind == "event":
            return rows(self.events[some])
        if kind == "quote":
            return rows(event for event, _ in self.quoted[some]) | {listed(*self.places[some])}
        ids = [one.id for one in self.others[kind][0][some]]
        return frozenset({*((f"{kind}s", one) for one in ids), listed(*ids)})

    def shown(self, kind: str, number: int) -> str:
        """What is shown of some documents."""
        some = slice(number * _chunk(kind), (number + 1) * _chunk(kind))
        if kind == "event":
            documents = [of_event(self.edition, event) for event in self.events[some]]
        elif kind == "quote":
            documents = [of_quote(self.edition, *quoted) for quoted in self.quoted[some]]
        else:
            found, document = self.others[kind]
            documents = [document(one) for one in found[some]]
        return dump([document.shown for document in documents])

    @property
    def weights(self) -> Iterator[int]:
        """What goes before what where both are found as well, from 0 to 9; quotes have their events' weight."""
        for event in self.events:
            yield 0 if event.withdrawn else max(0, min(9, event.importance * 2 - 1))
        for kind in NAMED:  # each next weight takes twice as much
            yield from (min(9, one.events.bit_length()) for one in self.others[kind][0])
        by_article = self.edition.site.timeline.by_article
        yield from (min(9, len(by_article.get(one.id, ())).bit_length()) for one in self.others["article"][0])
        yield from (0 for _ in self.others["page"][0])

    @property
    def root(self) -> dict[str, Any]:
        """What is known of every document."""
        site, lines = self.edition.site, [one.id for one in self.others["storyline"][0]]
        at = {line: number for number, line in enumerate(lines)}
        holders: dict[str, set[int]] = {}
        for line, found in site.timeline.by_storyline.items():
            if line in at:
                for event in found:
                    holders.setdefault(event.id, set()).add(at[line])
        sets: dict[tuple[int, ...], int] = {}
        of = [sets.setdefault(tuple(sorted(holders.get(one.id, ()))), len(sets)) for one in self.events]
        return {
            "version": VERSION,
            "files": self.files,
            "spellings": self.spellings,
            "key": KEY,
            "ending": ENDING,
            "spelt": SPELT,
            "kinds": [[kind, self.counts[kind], _chunk(kind)] for kind in KINDS],
            "weights": "".join(map(str, self.weights)),
            "quotes": [len(items) for items in self.quotes],
            "years": [[year, len(list(same))] for year, same in groupby(year_of(event.date) for event in self.events)],
            "storylines": lines,
            "sets": list(sets),
            "of": of,
        }


def _joined(terms: frozenset[str]) -> str:
    """Words, none of which has a space, in an order of their own."""
    return " ".join(sorted(terms))
