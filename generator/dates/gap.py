"""How long after one date another one is, only as exactly as both are known."""

from dataclasses import dataclass
from math import inf

from generator.dates.edtf import Edtf
from generator.dates.instants import DAY, FIRST, LAST, Instant

_CLOCKS = ("hour", "minute", "second")
_TWO_DAYS = 48


@dataclass(frozen=True, slots=True)
class Gap:
    """Between how many days (of UTC) the later date lies after the first; negative is before, infinite is open.

    `hours` is the distance where both are known to the hour and lie close together.
    """

    shortest: float
    longest: float
    approximate: bool
    hours: float | None = None


def gap_between(first: Edtf, later: Edtf) -> Gap:
    """Return how long after the first date the later one is."""
    hours = None
    if first.precision in _CLOCKS and later.precision in _CLOCKS:
        distance = (later.earliest.epoch_seconds - first.earliest.epoch_seconds) / 3600
        if abs(distance) < _TWO_DAYS and first.earliest.date_iso() != later.earliest.date_iso():
            hours = distance
    return Gap(
        _days(first.latest, later.earliest),
        _days(first.earliest, later.latest),
        first.approximate or first.uncertain or later.approximate or later.uncertain,
        hours,
    )


def _days(begin: Instant, end: Instant) -> float:
    if not (begin.is_finite and end.is_finite):
        return inf if end == LAST or begin == FIRST else -inf
    return int(end.seconds) // DAY - int(begin.seconds) // DAY
