"""What differs of one event."""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.changes.model import Change, Cited, Name, Related, Said, Value, What, Word
from generator.changes.renames import Renames
from generator.dates.edtf import Edtf
from generator.records.parts import Claim, Evidence
from generator.story.dossier import Dossier
from generator.story.lock import is_verified
from generator.story.site import Site

_STANDINGS: dict[str, What] = {
    "unestablished": "unestablished",
    "reported": "single-source",
    "corroborated": "corroborated",
}
_FINER = ("millennium", "century", "decade", "year", "season", "month", "day", "hour", "minute", "second")


@dataclass(frozen=True, slots=True)
class Teller:
    """Says what records of one side hold; ids of before are those of after, where the record was renamed."""

    site: Site
    renames: Renames | None = None
    taken_down: Collection[tuple[str, str]] = ()
    """(kind, id) of records whose text is to be read nowhere, not even as what was."""

    def now(self, kind: str, key: str) -> str:
        """The id that a record has after."""
        return self.renames.now(kind, key) if self.renames else key

    def name(self, kind: str, key: str) -> Name:
        """A record as this side calls it."""
        timeline = self.site.timeline
        record: Any = timeline.event.get(key) if kind == "events" else getattr(timeline, kind).get(key)
        called = getattr(record, "name", None) or getattr(record, "title", None)
        hidden = (kind, key) in self.taken_down
        return Name(kind, self.now(kind, key), key if hidden or not called else called)

    def cited(self, item: Evidence) -> Cited | str:
        """What an article says."""
        timeline = self.site.timeline
        article = timeline.articles.get(item.article)
        outlet = timeline.outlets.get(article.outlet) if article else None
        hidden = ("articles", item.article) in self.taken_down or outlet is None
        if article is None or outlet is None or hidden or ("outlets", outlet.id) in self.taken_down:
            return item.article
        words = item.quote or item.says
        assert words is not None  # a piece of evidence has one of them
        verified = is_verified(self.site.lock, item)
        return Cited(outlet.name, article.published, words, item.quote is not None, verified)

    def said(self, claim: Claim) -> Said:
        """A claim."""
        speaker = self.name("actors", claim.speaker) if claim.speaker else claim.said_by
        return Said(speaker, claim.text, Word(f"stance-{claim.stance}"))


def event_changes(old: Dossier, new: Dossier, before: Teller, after: Teller) -> Iterator[Change]:
    """Yield what differs of an event that is on both sides."""
    was, now = old.event, new.event
    if was.withdrawn != now.withdrawn:
        if now.withdrawn:
            yield Change("withdrawn", None, now.withdrawn.reason)
        else:
            yield Change("reinstated")
    yield from _standing(old, new)
    if was.date.text != now.date.text:
        yield Change("date", was.date, now.date, how=tuple(_moved(was.date, now.date)))
    if was.status_now != now.status_now:
        yield Change("status", Word(f"status-{was.status_now}"), Word(f"status-{now.status_now}"))
    elif _states(old) != _states(new):
        yield Change("states", _states_told(old), _states_told(new))
    if old.is_overdue != new.is_overdue:
        yield Change("overdue" if new.is_overdue else "not-overdue", was.date, now.date)
    if was.title != now.title:
        yield Change("title", was.title, now.title)
    if was.summary != now.summary:
        yield Change("summary", was.summary, now.summary)
    yield from _claims(old, new, before, after)
    yield from _evidence(old, new, before, after)
    yield from _sets("relation", _relations(old, before), _relations(new, after))
    for field, kind in (("places", "places"), ("storylines", "storylines")):
        there = [(before.now(kind, key), before.name(kind, key)) for key in getattr(was, field)]
        here = [(key, after.name(kind, key)) for key in getattr(now, field)]
        yield from _sets(field, there, here)
    actors = [((before.now("actors", part.actor), part.role), before.name("actors", part.actor)) for part in was.actors]
    own = [((part.actor, part.role), after.name("actors", part.actor)) for part in now.actors]
    yield from _actors(actors, own)
    if was.kind != now.kind:
        yield Change("field", was.kind, now.kind, "kind")
    if was.importance != now.importance:
        yield Change("field", was.importance, now.importance, "importance")
    for correction in now.corrections:
        if correction not in was.corrections:
            yield Change("corrected", None, correction.reason, correction.field)
    if lost := [correction for correction in was.corrections if correction not in now.corrections]:
        yield Change("field", lost[0].reason, None, "corrections")


def new_event(dossier: Dossier, teller: Teller) -> Iterator[Change]:
    """Yield what there is to know of an event that was not there."""
    event = dossier.event
    told = Word(f"status-{event.status_now}"), Word(f"standing-{dossier.standing}")
    yield Change("added", len(dossier.origins), (event.date, *told))
    if dossier.disputed:
        yield Change("disputed", None, tuple(Word(f"disputed-{part}") for part in dossier.disputed))
    if dossier.is_overdue:
        yield Change("overdue", None, event.date)
    for claim in event.claims:
        yield Change("claim-gained", None, teller.said(claim))
    for _, item in _items(dossier, teller):
        yield Change("evidence-gained", None, teller.cited(item))
    for _, related in _relations(dossier, teller):
        yield Change("relation-gained", None, related)


def _standing(old: Dossier, new: Dossier) -> Iterator[Change]:
    before, after = len(old.origins), len(new.origins)
    if old.standing != new.standing and new.standing in _STANDINGS:
        yield Change(_STANDINGS[new.standing], before, after, how=(Word(f"standing-{old.standing}"),))
    elif before != after:
        yield Change("origins", before, after)
    if gained := [part for part in new.disputed if part not in old.disputed]:
        yield Change("disputed", None, tuple(Word(f"disputed-{part}") for part in gained))
    if lost := [part for part in old.disputed if part not in new.disputed]:
        yield Change("undisputed", tuple(Word(f"disputed-{part}") for part in lost))


def _moved(before: Edtf, after: Edtf) -> Iterator[Word]:
    """In what direction a date moved, and whether it became more precise."""
    if after.latest < before.earliest:
        yield Word("moved-earlier")
    elif after.earliest > before.latest:
        yield Word("moved-later")
    within = before.earliest <= after.earliest and after.latest <= before.latest
    around = after.earliest <= before.earliest and before.latest <= after.latest
    sizes = [_FINER.index(date.precision) if date.precision in _FINER else None for date in (before, after)]
    if within and not around:
        yield Word("moved-finer")
    elif around and not within:
        yield Word("moved-coarser")
    elif None not in sizes and sizes[0] != sizes[1]:
        yield Word("moved-finer" if (sizes[1] or 0) > (sizes[0] or 0) else "moved-coarser")
    doubts = [date.approximate + date.uncertain + date.unspecified for date in (before, after)]
    if doubts[0] != doubts[1] and within == around:
        yield Word("moved-surer" if doubts[1] < doubts[0] else "moved-doubtful")


def _states(dossier: Dossier) -> list[object]:
    return [
        (state.is_, state.since and state.since.text, state.title, state.date and state.date.text)
        for state in dossier.event.status
    ]


def _states_told(dossier: Dossier) -> Value:
    return tuple(
        (Word(f"status-{state.is_}"), *(value for value in (state.since, state.title, state.date) if value))
        for state in dossier.event.status
    )


def _claims(old: Dossier, new: Dossier, before: Teller, after: Teller) -> Iterator[Change]:
    def key(claim: Claim, teller: Teller) -> object:
        return (teller.now("actors", claim.speaker) if claim.speaker else claim.said_by, claim.text)

    there = {key(claim, before): claim for claim in old.event.claims}
    here = {key(claim, after): claim for claim in new.event.claims}
    for one, claim in there.items():
        if one not in here:
            yield Change("claim-lost", before.said(claim))
    for one, claim in here.items():
        was = there.get(one)
        if was is None:
            yield Change("claim-gained", None, after.said(claim))
        elif (was.stance, was.about, was.date and was.date.text) != (
            claim.stance,
            claim.about,
            claim.date and claim.date.text,
        ):
            yield Change("claim-changed", before.said(was), after.said(claim))


def _items(dossier: Dossier, teller: Teller) -> Iterator[tuple[tuple[object, ...], Evidence]]:
    """Evidence of the event, of its states and of its claims, with what it stands for."""
    event = dossier.event
    yield from ((("event",), item) for item in event.evidence)
    for state in event.status:
        yield from ((("status", state.is_), item) for item in state.evidence)
    for claim in event.claims:
        yield from ((("claims", claim.text), item) for item in claim.evidence)


def _evidence(old: Dossier, new: Dossier, before: Teller, after: Teller) -> Iterator[Change]:
    there = [(part, item, before.now("articles", item.article)) for part, item in _items(old, before)]
    here = [(part, item, item.article) for part, item in _items(new, after)]
    same, there, here = _matched(there, here, lambda *item: (_words(*item), _scope(item[1])))
    scoped, there, here = _matched(there, here, _words)
    reworded, there, here = _matched(there, here, lambda part, _, article: (part, article))
    for one, other in scoped:
        yield Change("evidence-scope", _scope_told(one), (after.cited(other), *_scope_told(other)))
    for one, other in reworded:
        yield Change("evidence-changed", before.cited(one), after.cited(other))
    for _, item, _ in there:
        yield Change("evidence-lost", before.cited(item))
    for _, item, _ in here:
        yield Change("evidence-gained", None, after.cited(item))
    for one, other in (*same, *scoped):
        held = is_verified(before.site.lock, one), is_verified(after.site.lock, other)
        if other.quote and held[0] != held[1]:
            told = after.cited(other)
            told = replace(told, verified=None) if isinstance(told, Cited) else told
            yield Change("quote-verified" if held[1] else "quote-unverified", None, told)


_Item = tuple[tuple[object, ...], Evidence, str]
"""What a piece of evidence stands for, the evidence, and the id that its article has after."""


def _matched(
    there: list[_Item], here: list[_Item], key: Callable[[tuple[object, ...], Evidence, str], object]
) -> tuple[list[tuple[Evidence, Evidence]], list[_Item], list[_Item]]:
    """Pairs of what has an equal key on both sides, and what is left of each."""
    waiting: dict[object, deque[_Item]] = defaultdict(deque)
    for item in there:
        waiting[key(*item)].append(item)
    pairs, left = [], []
    for item in here:
        if found := waiting.get(key(*item)):
            pairs.append((found.popleft()[1], item[1]))
        else:
            left.append(item)
    return pairs, [item for items in waiting.values() for item in items], left


def _words(part: tuple[object, ...], item: Evidence, article: str) -> object:
    return part, article, item.quote, item.says


def _scope(item: Evidence) -> tuple[object, ...]:
    return item.supports, item.basis, item.date_words


def _scope_told(item: Evidence) -> tuple[Value, ...]:
    return (
        *(Word(f"the-{field}") for field in item.supports),
        item.basis,
        *([item.date_words] * bool(item.date_words)),
    )


def _relations(dossier: Dossier, teller: Teller) -> list[tuple[object, Related]]:
    return [
        (
            (teller.now("events", link.event), link.relation, link.about),
            Related(Word(f"relation-{link.relation}"), teller.name("events", link.event)),
        )
        for link in dossier.event.related
    ]


def _sets(about: str, there: Iterable[tuple[object, Value]], here: Iterable[tuple[object, Value]]) -> Iterator[Change]:
    """What one side has and the other has not."""
    before, after = dict(there), dict(here)
    lost: What = "relation-lost" if about == "relation" else "lost"
    gained: What = "relation-gained" if about == "relation" else "gained"
    yield from (Change(lost, value, None, about) for key, value in before.items() if key not in after)
    yield from (Change(gained, None, value, about) for key, value in after.items() if key not in before)


def _actors(there: list[Any], here: list[Any]) -> Iterator[Change]:
    """Actors who came and went; one whose role is another one did neither."""
    roles = dict(key for key, _ in there)
    yield from _sets("actors", [(key[0], name) for key, name in there], [(key[0], name) for key, name in here])
    for (actor, role), name in here:
        if actor in roles and roles[actor] != role:
            yield Change("field", (name, roles[actor]), (name, role), "role")
