"""Two sites become all that differs between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from generator.changes.events import Teller, event_changes, new_event
from generator.changes.model import Address, Change, Changed, Changes, What
from generator.changes.others import record_changes, vocabulary_changes
from generator.changes.renames import KINDS, Renames, records_of, renames_between
from generator.project import PAGES
from generator.records.load import path_of
from generator.records.texts import Text
from generator.story.site import Site

_WEIGHT = {what: number for number, what in enumerate(get_args(What))}


@dataclass(frozen=True)
class Side:
    """A site, the addresses of its pages from its top, and the hand-written pages' contents, or hashes, by path."""

    site: Site
    addresses: frozenset[str]
    written: Mapping[str, str | bytes]


def compare(before: Side, after: Side) -> Changes:
    """Work out what differs for those who read the site."""
    renames = renames_between(before.site.timeline, after.site.timeline)
    one = Teller(before.site, renames, after.site.timeline.removed)
    other = Teller(after.site)
    records = [changed for kind in KINDS for changed in _of_kind(kind, one, other, renames)]
    records.sort(key=lambda changed: _first(changed, after.site))
    vocabulary = tuple(vocabulary_changes(before.site.timeline, after.site.timeline))
    if vocabulary:
        file = path_of("vocabulary", "vocabulary")
        records.append(Changed("vocabulary", "vocabulary", "vocabulary", file, True, vocabulary))
    records += _pages(before, after)
    return Changes(tuple(records), tuple(_addresses(before, after)))


def _of_kind(kind: str, before: Teller, after: Teller, renames: Renames) -> Iterator[Changed]:
    there, here = records_of(before.site.timeline, kind), records_of(after.site.timeline, kind)
    known = {renames.now(kind, key): key for key in there if (kind, key) not in renames.merged}
    for key, record in here.items():
        was = known.get(key)
        changes = tuple(_ordered(_changes(kind, there.get(was) if was else None, record, before, after)))
        if was and was != key:
            aliased = (kind, was) in renames.by_alias
            changes = (Change("renamed" if aliased else "renamed-away", was, key), *changes)
        if changes:
            yield Changed(kind, key, _called(record), _file(after, kind, key), True, changes)
    for key, record in there.items():
        if known.get(renames.now(kind, key)) == key and renames.now(kind, key) in here:
            continue
        removed = after.site.timeline.removed.get((kind, key))
        if removed:
            change = Change("text-removed", None, removed.reason)
            yield Changed(kind, key, key, _file(after, kind, key), True, (change,))
        elif (kind, key) in renames.merged:
            target = after.name(kind, renames.merged[kind, key])
            yield Changed(
                kind, key, _called(record), _file(before, kind, key), False, (Change("merged", None, target),)
            )
        else:
            yield Changed(kind, key, _called(record), _file(before, kind, key), False, (Change("gone"),))


def _changes(kind: str, was: Any, now: Any, before: Teller, after: Teller) -> Iterator[Change]:
    if kind == "events":
        dossier = after.site.dossiers[now.id]
        if was is None:
            return new_event(dossier, after)
        return event_changes(before.site.dossiers[was.id], dossier, before, after)
    return iter([Change("added")]) if was is None else record_changes(was, now, before)


def _ordered(changes: Iterator[Change]) -> list[Change]:
    """The most consequential first; that an event is new goes before all that is told of it."""
    return sorted(changes, key=lambda change: -1 if change.what == "added" else _WEIGHT[change.what])


def _first(changed: Changed, after: Site) -> tuple[int, int, int, Any, str]:
    """Events first, then the other kinds; the most consequential first among each."""
    weight = min(_WEIGHT[change.what] for change in changed.changes)
    if any(change.what == "added" for change in changed.changes):
        weight = _WEIGHT["added"]
    event = after.timeline.event.get(changed.id) if changed.kind == "events" else None
    place = (1, *event.date.sort_key) if event else (0,)
    return KINDS.index(changed.kind), weight, -event.importance if event else -9, place, changed.id


def _called(record: Any) -> Text | str:
    called: Text | str | None = getattr(record, "name", None) or getattr(record, "title", None)
    return called or record.id


def _file(teller: Teller, kind: str, key: str) -> str:
    return teller.site.timeline.sources[kind, key].path


def _pages(before: Side, after: Side) -> Iterator[Changed]:
    """The hand-written pages that differ, of which only that is told."""
    for path in sorted({*before.written, *after.written}):
        one, other = before.written.get(path), after.written.get(path)
        if one != other:
            change = Change("added" if one is None else "gone" if other is None else "field", None, None, "text")
            yield Changed("pages", path, path, f"{PAGES}/{path}", other is not None, (change,))


def _addresses(before: Side, after: Side) -> Iterator[Address]:
    moved = {f"{kind}/{old}": f"{kind}/{new}" for (kind, old), new in after.site.timeline.redirects.items()}
    was_moved = {f"{kind}/{old}": f"{kind}/{new}" for (kind, old), new in before.site.timeline.redirects.items()}
    for address in sorted(before.addresses - after.addresses):
        yield Address(address, "vanishes")
    for address in sorted(after.addresses):
        if address in moved:
            led = was_moved.get(address, "")
            if address in before.addresses and moved[address] not in (led, moved.get(led)):
                yield Address(address, "moves", moved[address])
        elif address not in before.addresses:
            yield Address(address, "appears")
