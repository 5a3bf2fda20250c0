"""Which records of two sites are the same one: by id, by an alias, or because they are nearly equal."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from generator.records.schema import Article, Event
from generator.story.timeline import Timeline

KINDS = ("events", "articles", "outlets", "actors", "places", "storylines")
_NEARLY = 85
"""How much of two files is the same, in per cent, before records that share a date or a name count as one."""
_MOST = 20_000
"""Pairs of files that are compared; of more, only those that are wholly equal are found."""


@dataclass(frozen=True, slots=True)
class Renames:
    """(kind, id before) to the id after, of all records that are on both sides under two ids."""

    by_alias: Mapping[tuple[str, str], str]
    by_likeness: Mapping[tuple[str, str], str]
    merged: Mapping[tuple[str, str], str]
    """Of records that went, the one that was already there and has their id as an alias."""

    def now(self, kind: str, record_id: str) -> str:
        """The id that a record of before has after."""
        key = kind, record_id
        return self.by_alias.get(key) or self.merged.get(key) or self.by_likeness.get(key) or record_id


def records_of(timeline: Timeline, kind: str) -> Mapping[str, Any]:
    """The records of a kind by id."""
    found: Mapping[str, Any] = timeline.event if kind == "events" else getattr(timeline, kind)
    return found


def renames_between(before: Timeline, after: Timeline) -> Renames:
    """Find the records that have another id after."""
    by_alias: dict[tuple[str, str], str] = {}
    merged: dict[tuple[str, str], str] = {}
    by_likeness: dict[tuple[str, str], str] = {}
    for kind in KINDS:
        old, new = records_of(before, kind), records_of(after, kind)
        gone = [key for key in old if key not in new and (kind, key) not in after.removed]
        for key in gone:
            target = after.redirects.get((kind, key))
            if target and target in new:
                taken = target in old or target in by_alias.values()
                (merged if taken else by_alias)[kind, key] = target
        left = [key for key in gone if (kind, key) not in by_alias and (kind, key) not in merged]
        fresh = [key for key in new if key not in old and key not in by_alias.values()]
        for one, other in _alike(kind, left, fresh, before, after):
            by_likeness[kind, one] = other
    return Renames(by_alias, by_likeness, merged)


def _alike(
    kind: str, gone: list[str], fresh: list[str], before: Timeline, after: Timeline
) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids, those that are most alike first; none is in two of them."""
    candidates = defaultdict(list)
    for key in fresh:
        for sign in _signs(records_of(after, kind)[key]):
            candidates[sign].append(key)
    old, new = records_of(before, kind), {key: _content(after, kind, key) for key in fresh}
    pairs = {(key, other) for key in gone for sign in _signs(old[key]) for other in candidates[sign]}
    least = _NEARLY if len(pairs) <= _MOST else 100
    scored = []
    for key, other in sorted(pairs):
        content = _content(before, kind, key)
        if least < 100 or content == new[other]:
            scored.append((-fuzz.ratio(content, new[other], score_cutoff=least), key, other))
    taken: set[str] = set()
    for score, key, other in sorted(scored):
        if -score >= least and not {f"<{key}", f">{other}"} & taken:
            taken |= {f"<{key}", f">{other}"}
            yield key, other


def _signs(record: Any) -> set[tuple[str, object]]:
    """By what a record is looked for under another id."""
    if isinstance(record, Event):
        cited = sorted(item.article for item in record.evidence)[:1]
        return {("title", record.title), ("date", (record.date.text, *cited))}
    if isinstance(record, Article):
        return {("url", record.url)} if record.url else {("title", (record.title, record.outlet))}
    return {("name", getattr(record, "name", None) or record.title)}


def _content(timeline: Timeline, kind: str, key: str) -> bytes:
    return timeline.sources[kind, key].content
