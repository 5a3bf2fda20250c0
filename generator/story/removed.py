"""LINK: records whose text was removed (`withdrawn: {text: removed}`): nothing of them reaches what is published.

They are taken out before anything is derived, and with them whatever rests on them or points at them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.records.parts import Claim, Evidence, Withdrawal
from generator.records.schema import Actor, Article, Event, Outlet, Place, Storyline
from generator.records.texts import Text
from generator.records.validate import Validated

_KINDS = ("events", "articles", "outlets", "actors", "places", "storylines")


@dataclass(frozen=True, slots=True)
class Kept:
    """The records that are published, and the day and reason of each that was removed, by kind and id."""

    records: Validated
    removed: Mapping[tuple[str, str], Withdrawal]


def without_removed(records: Validated, nameless: str) -> Kept:
    """Take out what was removed; `nameless` stands where somebody's name stood."""
    removed = {
        (kind, key): record.withdrawn
        for kind in _KINDS
        for key, record in getattr(records, kind).items()
        if record.withdrawn and record.withdrawn.text == "removed"
    }
    if not removed:
        return Kept(records, {})
    cleaner = _Cleaner(removed.keys(), Text.model_construct(by_language={records.language: nameless}))
    kept: dict[str, Any] = {
        kind: {
            key: cleaner.clean(record) for key, record in getattr(records, kind).items() if (kind, key) not in removed
        }
        for kind in _KINDS
    }
    # An article needs an outlet, so that of a removed one stays as a name that tells nothing.
    for kind, key in removed:
        if kind == "outlets":
            kept[kind][key] = Outlet.model_construct(id=key, name=cleaner.nameless)
    return Kept(replace(records, **kept), removed)


class _Cleaner:
    """Takes what points at removed records out of the others."""

    def __init__(self, removed: Iterable[tuple[str, str]], nameless: Text) -> None:
        self.removed = frozenset(removed)
        self.nameless = nameless

    def clean(self, record: Any) -> Any:
        """A record without what points at a removed one."""
        cleaners: dict[type, Callable[[Any], dict[str, Any]]] = {
            Event: self._event,
            Article: lambda article: {"origin": self._unless(("outlets", "articles"), article.origin)},
            Actor: lambda actor: {"part_of": self._unless(("actors",), actor.part_of)},
            Place: lambda place: {"part_of": self._unless(("places",), place.part_of)},
            Storyline: lambda line: {
                "part_of": self._unless(("storylines",), line.part_of),
                "starts_with": self._unless(("events",), line.starts_with),
                "tour": self._only("events", line.tour),
            },
        }
        clean = cleaners.get(type(record))
        return record.model_copy(update=clean(record)) if clean else record

    def _event(self, event: Event) -> dict[str, Any]:
        claims = [self._claim(claim) for claim in event.claims]
        return {
            "evidence": self._evidence(event.evidence),
            "status": tuple(
                state.model_copy(update={"evidence": self._evidence(state.evidence)}) for state in event.status
            ),
            "claims": tuple(claim for claim in claims if claim.evidence),
            "actors": tuple(part for part in event.actors if ("actors", part.actor) not in self.removed),
            "places": self._only("places", event.places),
            "storylines": self._only("storylines", event.storylines),
            "related": tuple(link for link in event.related if ("events", link.event) not in self.removed),
        }

    def _claim(self, claim: Claim) -> Claim:
        changed: dict[str, Any] = {
            "evidence": self._evidence(claim.evidence),
            "via": self._unless(("outlets",), claim.via),
        }
        if claim.speaker and ("actors", claim.speaker) in self.removed:
            changed["said_by"] = self.nameless
        return claim.model_copy(update=changed)

    def _evidence(self, items: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(item for item in items if ("articles", item.article) not in self.removed)

    def _only(self, kind: str, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(key for key in ids if (kind, key) not in self.removed)

    def _unless(self, kinds: Iterable[str], key: str | None) -> str | None:
        return None if any((kind, key) in self.removed for kind in kinds) else key
