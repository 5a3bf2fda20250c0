"""Which happenings are one and the same: a draft and an event of the records, or the drafts of several articles."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.words.folding import fold

_ALIKE = 48
"""How alike words must be, of 100, where the days and an actor agree."""
_MORE = 7
"""How much more alike, where only one of several actors is shared."""
_VERY_ALIKE = 75
"""How alike, where no actor is known on either side."""
_SAME_TEXT = 85
"""How alike two articles' texts must be to be one agency's."""
_SAME_PART = 92
"""How alike the shorter text must be to a part of the longer one."""
_WIDEST = 45
"""The longest stretch of days of which two happenings are compared: a year holds too many."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What two happenings are compared by: first and last day (days since 1970; infinite where open), the ids or names
    of who takes part, and the words that tell it, folded."""

    first: float
    last: float
    actors: frozenset[str]
    words: str


def happening(first: float, last: float, actors: Iterable[str], words: str) -> Happening:
    """Make what is compared."""
    return Happening(first, last, frozenset(actors), fold(words))


def likeness(one: Happening, other: Happening) -> float:
    """How likely two happenings are one, from 0 to 100: 0 where their days or their actors rule it out."""
    if not _days_meet(one, other):
        return 0.0
    shared = one.actors & other.actors
    words = fuzz.token_set_ratio(one.words, other.words)
    if not shared:
        return words if words >= _VERY_ALIKE and not (one.actors and other.actors) else 0.0
    needed = _ALIKE if len(shared) > 1 or len(one.actors) == 1 or len(other.actors) == 1 else _ALIKE + _MORE
    return min(words + 5.0 * len(shared), 100.0) if words >= needed else 0.0


def best(one: Happening, others: Sequence[Happening]) -> int | None:
    """The number of the happening that is most likely the same, or None."""
    scored = [(likeness(one, other), -number) for number, other in enumerate(others)]
    score, number = max(scored, default=(0.0, 0))
    return -number if score > 0 else None


def _days_meet(one: Happening, other: Happening) -> bool:
    widths = (one.last - one.first, other.last - other.first)
    if max(widths) > _WIDEST:
        return (one.first, one.last) == (other.first, other.last) and math.isfinite(widths[0])
    return one.first <= other.last and other.first <= one.last


def is_relayed(one: str, other: str) -> bool:
    """Whether two articles' texts are nearly equal: both relay one agency, or one the other."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 200 or len(longer) > 4 * len(shorter):
        return False
    if fuzz.ratio(shorter, longer, score_cutoff=_SAME_TEXT) > 0:
        return True
    return fuzz.partial_ratio(shorter, longer[: 3 * len(shorter)]) >= _SAME_PART
