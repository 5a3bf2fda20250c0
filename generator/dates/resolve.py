"""What an expression of time means: from its meaning, the days that it may lean on, and the tense of its clause."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.dates import whens
from generator.dates.grammar import Meaning
from generator.dates.tokens import Words
from generator.dates.tongues.tongue import Tongue
from generator.dates.whens import UNIT_DAYS, When

_AGAINST = 2.5
"""How much farther a date seems that lies against the tense of its clause."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """The days that expressions lean on: the day of publication, and the last date that was named before them.

    A text is `historic` where most of its years lie far from the day of publication: it tells a story of its own, in
    which "September" follows the date before it, not the day when it was written.
    """

    day: date
    named: When
    historic: bool = False

    @classmethod
    def of(cls, words: Words, day: date, tongue: Tongue) -> "Anchors":
        years = [word.value for word in words.words if word.kind == "YEAR" and isinstance(word.value, int)]
        far = sum(year < day.year - 2 for year in years)
        return cls(day, whens.day(day), len(years) >= 8 and far > 0.7 * len(years))

    def after(self, when: When) -> "Anchors":
        """Return the anchors of what follows an expression."""
        return replace(self, named=when) if when.first and when.unit not in ("decade", "century") else self


def resolved(meaning: Meaning, anchors: Anchors, tense: int) -> When | None:
    """Return the days that a meaning names, or None where it names none."""
    match meaning.kind:
        case "calendar":
            return _calendar(meaning, anchors, tense)
        case "holding":
            return _holding(meaning, anchors, tense)
        case "rest":
            return _rest(meaning, anchors)
        case "shift":
            return _shift(meaning, anchors)
        case _:
            return None


def _holding(meaning: Meaning, anchors: Anchors, tense: int) -> When | None:
    if meaning.offset is None:
        return _bare(meaning, anchors, tense)
    start = (
        anchors.day
        if meaning.anchor == "publication" and (meaning.unit == "day" or not anchors.historic)
        else anchors.named.first
    )
    moved = start and whens.moved(start, meaning.offset or 0, meaning.unit)
    return whens.holding(moved, meaning.unit) if moved else None


def _rest(meaning: Meaning, anchors: Anchors) -> When | None:
    """`later this week`: from the day of publication to the week's end; `earlier this week`: from its beginning on."""
    week = whens.holding(anchors.day, "week")
    if not week or not week.first or not week.last:
        return None
    ends = (anchors.day, week.last) if meaning.offset == 1 else (week.first, anchors.day)
    return whens.between(*ends, "week") if ends[0] < ends[1] else whens.day(anchors.day)


def _bare(meaning: Meaning, anchors: Anchors, tense: int) -> When | None:
    """`over the weekend`: the one that the day is in, unless that is to come while the clause looks back."""
    if anchors.historic:
        return whens.holding(anchors.named.first or anchors.day, meaning.unit)
    here = whens.holding(anchors.day, meaning.unit)
    if here and here.first and here.first > anchors.day and tense < 0:
        before = whens.moved(anchors.day, -1, meaning.unit)
        return whens.holding(before, meaning.unit) if before else here
    return here


def _shift(meaning: Meaning, anchors: Anchors) -> When | None:
    """`three years ago` is a year, `two days later` a day: as precise as what is counted, and as its anchor."""
    origin = whens.day(anchors.day) if meaning.anchor == "publication" else anchors.named
    moved = origin.first and whens.moved(origin.first, meaning.offset or 0, meaning.unit)
    if not moved:
        return None
    counted = meaning.unit if meaning.unit not in ("weekend", "fortnight") else "week"
    coarser = max(counted, origin.unit, key=lambda unit: UNIT_DAYS[unit])
    return whens.holding(moved, coarser)


def _calendar(meaning: Meaning, anchors: Anchors, tense: int) -> When | None:
    if meaning.era == "bc":
        return When(f"-{(meaning.year or 1) - 1:04d}", "year", None, None) if meaning.year else None
    if meaning.unit == "century":
        return whens.century(meaning.number or 0)
    if meaning.unit == "decade":
        return whens.decade(meaning.year or 0)
    if meaning.weekday and not meaning.month:
        return _weekday(meaning, anchors, tense)
    base = anchors.named.year if meaning.anchor == "named" and anchors.named.year else anchors.day.year
    year = meaning.year if meaning.year_offset is None else base + meaning.year_offset
    if year is not None:
        return _of_year(meaning, year)
    if meaning.month is None and meaning.season is None and meaning.number is None:
        return _of_month(meaning, anchors)
    return _nearest(meaning, anchors, tense)


def _of_year(meaning: Meaning, year: int) -> When | None:
    """The parts of a date of a year."""
    if meaning.season:
        return whens.season(year, meaning.season)
    if meaning.number and meaning.unit in ("quarter", "half"):
        length = 3 if meaning.unit == "quarter" else 6
        return whens.months(year, length * (meaning.number - 1) + 1, length * meaning.number, meaning.unit)
    if meaning.month and meaning.last_day and meaning.day and meaning.last_day > meaning.day:
        first, last = (whens.written(year, meaning.month, day) for day in (meaning.day, meaning.last_day))
        return whens.between(first.first, last.last, "day") if first and last and first.first and last.last else None
    return whens.written(year, meaning.month, meaning.day)


def _of_month(meaning: Meaning, anchors: Anchors) -> When | None:
    named = anchors.named.first
    return whens.written(named.year, named.month, meaning.day) if named else None


def _weekday(meaning: Meaning, anchors: Anchors, tense: int) -> When | None:
    """A day of the week: in the past the last one up to the day of publication, in the future the next from it on."""
    if meaning.anchor == "named" or anchors.historic:
        start = anchors.named.first or anchors.day
        return whens.day(start + timedelta(((meaning.weekday or 1) - 1 - start.weekday() - 1) % 7 + 1))
    gap = ((meaning.weekday or 1) - 1 - anchors.day.weekday()) % 7
    if meaning.offset == -1:
        return whens.day(anchors.day + timedelta(gap - 7))
    if meaning.offset == 1:
        return whens.day(anchors.day + timedelta(gap or 7))
    if gap == 0:
        return whens.day(anchors.day)
    return whens.day(anchors.day + timedelta(gap if tense > 0 or meaning.offset == 0 else gap - 7))


def _nearest(meaning: Meaning, anchors: Anchors, tense: int) -> When | None:
    """A month, season or day without its year: of the years around, the one that is nearest, as the tense has it."""
    named = anchors.named.first
    origin = named if anchors.historic and named else anchors.day
    direction = meaning.offset if meaning.offset else (0 if meaning.offset == 0 else tense)
    strict = meaning.offset in (-1, 1)
    found = [when for year in range(origin.year - 1, origin.year + 2) if (when := _of_year(meaning, year))]
    if anchors.historic and not strict:
        direction = 1
    choices = [
        (_distance(when, origin) * (_AGAINST if _lies(when, origin) * direction < 0 else 1), when)
        for when in found
        if not strict or _lies(when, origin) == direction
    ]
    return min(choices, key=lambda choice: choice[0], default=(0, None))[1]


def _lies(when: When, origin: date) -> int:
    """-1 where the days lie before a day, 1 where after, 0 where they hold it."""
    if when.last and when.last < origin:
        return -1
    return 1 if when.first and when.first > origin else 0


def _distance(when: When, origin: date) -> float:
    if not when.first or not when.last or _lies(when, origin) == 0:
        return 0.0
    return float(min(abs((when.first - origin).days), abs((when.last - origin).days)))
