"""Two events of the same actors, at overlapping dates and in nearly the same words, are one event more often than not.

A pair is left alone where one is linked to the other by `related`, or where both cite one report, which whoever
recorded them has told apart.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from rapidfuzz import fuzz

from generator.checks import Finding
from generator.records.schema import Event
from generator.story.site import Site
from generator.story.timeline import evidence_of
from generator.words.folding import fold

CODE = "likely-duplicate"
LEVEL = "notice"
RECORD = ("events", "2031-05-ports-treaty-signed")
PASSES = """\
title: Two ports signed a treaty
date: 2031-05
kind: agreement
actors: [port-authority, mara-lind]
evidence:
  - {article: 2031-05-09-tide-treaty, says: The ports signed.}
related:
  - {event: 2031-05-01-treaty-signed, relation: follows}
"""
FAILS = """\
title: Two ports signed a treaty
date: 2031-05
kind: agreement
actors: [port-authority, mara-lind]
evidence:
  - {article: 2031-05-09-tide-treaty, says: The ports signed.}
"""
AROUND = {
    "content/articles/2031-05-09-tide-treaty.yaml": """\
title: A look back at the signing in the harbour
outlet: harbour-post
published: 2031-05-09
language: en
""",
}

_ALIKE = 75  # of 100, as rapidfuzz counts
_NEAREST = 32
"""Of each actor's events an event is compared with so many that begin before it: more would be quadratic."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An event as it is compared: from when until when it may have been, its actors, its title's words in order."""

    event: Event
    begins: float
    ends: float
    actors: frozenset[str]
    words: str


def check(site: Site) -> Iterator[Finding]:
    """Yield each event that is likely the same as one that begins no later."""
    before: dict[str, deque[_Told]] = defaultdict(partial(deque, maxlen=_NEAREST))
    for event in site.standing_events:  # in order of time
        told = _told(event)
        for other in _nearest(before, told.actors):
            if (
                other.ends >= told.begins
                and other.begins <= told.ends
                and (told.actors <= other.actors or other.actors <= told.actors)
                and fuzz.ratio(told.words, other.words, score_cutoff=_ALIKE)
                and not _are_linked(site, event, other.event)
                and not _reports(site, event) & _reports(site, other.event)
            ):
                message = (
                    f"this may be the same as `{other.event.id}`: same actors, overlapping dates, similar titles. If"
                    " so, keep one with the evidence of both; if not, link them by `related`."
                )
                yield Finding(("events", event.id), ("title",), message)
                break
        for actor in told.actors:
            before[actor].append(told)


def _told(event: Event) -> _Told:
    title = fold(next(iter(event.title.by_language.values())))
    actors = frozenset(part.actor for part in event.actors)
    words = " ".join(sorted(title.split()))
    return _Told(event, event.date.earliest.seconds, event.date.latest.seconds, actors, words)


def _nearest(before: Mapping[str, deque[_Told]], actors: Iterable[str]) -> Iterator[_Told]:
    """The last events of each of the actors."""
    for actor in actors:
        yield from reversed(before.get(actor, ()))


def _are_linked(site: Site, event: Event, other: Event) -> bool:
    return any(link.event.id == other.id for link in site.timeline.links.get(event.id, ()))


def _reports(site: Site, event: Event) -> frozenset[str]:
    """The articles that an event cites, and those that these relay."""
    return frozenset(key for _, item in evidence_of(event) for key in site.timeline.relays(item.article))
