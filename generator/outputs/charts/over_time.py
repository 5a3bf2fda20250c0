"""Events over time: how many fall in each period, by what they are divided into."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.dates.edtf import Edtf
from generator.outputs.periods import month_of, year_of

MOST = 24
"""Periods of a chart, beside what lies before and after them."""
_ENOUGH = 2 / 3
_STEPS = (1, *(10**power for power in range(1, 11)))

Unit = Literal["month", "years"]


@dataclass(frozen=True, slots=True)
class Periods:
    """Periods of a length in a row: of months counted from the year 0, or of `step` years each.

    `before` and `after` say whether something lies outside.
    """

    unit: Unit
    step: int
    first: int
    last: int
    before: bool
    after: bool

    def place(self, date: Edtf) -> int | None:
        """In which column a date stands: 0 is the first period, -1 what lies before; None where that is not known."""
        number = _number(date, self.unit, self.step)
        if number is None:
            return None
        return min(max(number, self.first - 1), self.last + 1) - self.first

    @property
    def columns(self) -> range:
        """The places in their order."""
        return range(-1 if self.before else 0, self.last - self.first + (2 if self.after else 1))


def periods_of(dates: Iterable[Edtf]) -> Periods | None:
    """The periods by which dates are told: months in a short story, else years, or as many of them as it takes."""
    found = list(dates)
    years = [year for date in found if (year := year_of(date)) is not None]
    if not years:
        return None
    if max(years) - min(years) <= MOST // 12:
        months = [month for date in found if (month := _month_number(date)) is not None]
        if len(months) == len(years) and max(months) - min(months) < MOST:
            return Periods("month", 1, min(months), max(months), before=False, after=False)
    for step in _STEPS:
        counts = Counter(year // step for year in years)
        first, last, held = _densest(counts)
        if held >= _ENOUGH * len(years):
            break
    return Periods("years", step, first, last, before=min(counts) < first, after=max(counts) > last)


def busiest(counts: Sequence[int]) -> tuple[int, int] | None:
    """The shortest run of columns that holds more than half of all: its first and last; None where it takes nearly all.

    Of several the one that holds most, and of equals the first.
    """
    total = sum(counts)
    for length in range(1, len(counts) // 2 + 1):
        runs = [(sum(counts[start : start + length]), -start) for start in range(len(counts) - length + 1)]
        held, start = max(runs)
        if held * 2 > total:
            return -start, -start + length - 1
    return None


def _number(date: Edtf, unit: Unit, step: int) -> int | None:
    if unit == "month":
        return _month_number(date)
    year = year_of(date)
    return None if year is None else year // step


def _month_number(date: Edtf) -> int | None:
    month = month_of(date)
    return None if month is None else month[0] * 12 + month[1] - 1


def _densest(counts: Counter[int]) -> tuple[int, int, int]:
    """Of all runs of MOST periods the one that holds most: its first and last that are not empty, and how much."""
    ordered = sorted(counts)
    best = (ordered[0], ordered[0], 0)
    held, left = 0, 0
    for period in ordered:
        held += counts[period]
        while period - ordered[left] >= MOST:
            held -= counts[ordered[left]]
            left += 1
        if held >= best[2]:
            best = (ordered[left], period, held)
    return best
