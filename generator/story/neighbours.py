"""What came surely before and after an event in its storylines: events whose dates overlap are in no order."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

from generator.dates.edtf import Edtf
from generator.dates.instants import DAY
from generator.records.schema import Event, Storyline
from generator.story.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The events before and after one in a storyline that they belong to."""

    storyline: Storyline
    before: Event | None
    after: Event | None


class InOrder:
    """Events of a storyline: which of them was surely over before a date, or surely began after it.

    Among several, the one nearest to the date is taken, as far as its own date tells.
    """

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        standing = [event for event in events if not event.withdrawn]
        by_end = sorted(standing, key=lambda event: (_latest(event.date), event.id))
        by_start = sorted(standing, key=lambda event: (_earliest(event.date), event.id))
        self._ends = [_latest(event.date) for event in by_end]
        self._starts = [_earliest(event.date) for event in by_start]
        self._before = list(accumulate(by_end, _later))
        self._after = list(accumulate(reversed(by_start), _earlier))[::-1]

    def before(self, event: Event) -> Event | None:
        """The event that was over last before another one began."""
        at = bisect_left(self._ends, _earliest(event.date))
        return self._before[at - 1] if at else None

    def after(self, event: Event) -> Event | None:
        """The event that began first after another one was over."""
        at = bisect_right(self._starts, _latest(event.date))
        return self._after[at] if at < len(self._after) else None


def _later(one: Event, other: Event) -> Event:
    """Of two events the one that was surely over later; of one day, the more important one."""
    return max(one, other, key=lambda event: (_over(event.date), event.date.latest.seconds, event.importance, event.id))


def _earlier(one: Event, other: Event) -> Event:
    """Of two events the one that had surely begun earlier; of one day, the more important one."""
    return min(
        one, other, key=lambda event: (_begun(event.date), event.date.earliest.seconds, -event.importance, event.id)
    )


def _earliest(date: Edtf) -> float:
    """The earliest that a date can mean: what is approximate or uncertain may be as much earlier as it is long."""
    return date.earliest.seconds - _blur(date)


def _latest(date: Edtf) -> float:
    """The latest that a date can mean."""
    return date.latest.seconds + _blur(date)


def _blur(date: Edtf) -> int:
    """How many seconds a date of `~` or `?` may lie beside what it says: nobody takes a day for a year."""
    if not (date.approximate or date.uncertain):
        return 0
    return DAY * {"day": 31, "month": 92}.get(date.precision, 731)


def _over(date: Edtf) -> float:
    """From when on something was possibly over: what lasts is over at its end."""
    return (date.end or date).earliest.seconds


def _begun(date: Edtf) -> float:
    """By when something had surely begun: what lasts begins at its start."""
    return (date.start or date).latest.seconds


def in_order(
    by_storyline: Mapping[str, Sequence[Event]], known: Mapping[str, InOrder] = MappingProxyType({})
) -> Mapping[str, InOrder]:
    """The events of each storyline, ready to be asked; those of one that has not changed are known already."""
    return {
        key: known[key] if key in known and known[key].events == events else InOrder(events)
        for key, events in by_storyline.items()
    }


def neighbours_of(event: Event, timeline: Timeline, ordered: Mapping[str, InOrder]) -> Iterator[Neighbours]:
    """The events before and after one in each of its storylines, where there are any."""
    for key in event.storylines:
        if key in timeline.storylines and key in ordered:
            before, after = ordered[key].before(event), ordered[key].after(event)
            if before or after:
                yield Neighbours(timeline.storylines[key], before, after)


@dataclass(frozen=True, slots=True)
class Near:
    """An event that came before or after one, and the storylines in which it did."""

    event: Event
    is_before: bool
    storylines: tuple[Storyline, ...]


def near_of(neighbours: Iterable[Neighbours], told: Iterable[str]) -> tuple[Near, ...]:
    """Each neighbour once, in order of time, with its storylines; not those of ids that are told of otherwise."""
    known, found = frozenset(told), dict[tuple[bool, str], tuple[Event, list[Storyline]]]()
    for near in neighbours:
        for is_before, event in ((True, near.before), (False, near.after)):
            if event and event.id not in known:
                found.setdefault((is_before, event.id), (event, []))[1].append(near.storyline)
    nears = [Near(event, is_before, tuple(lines)) for (is_before, _), (event, lines) in found.items()]
    return tuple(sorted(nears, key=lambda near: (near.event.date.sort_key, near.event.id)))
