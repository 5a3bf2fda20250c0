"""What an expression of time means: from its meaning, the days that it may lean on, and the tense of its clause."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.dates import whens
from generator.dates.grammar import Meaning
from generator.dates.tokens import Words
from generator.dates.tongues.tongue import Tongue
from generator.dates.whens import UNIT_DAYS, Unit, When

_AGAINST = 2.5
"""How much farther a date seems that lies against the tense of its clause."""
_AGAINST_IN_NEWS = 14.0
"""The same in a text with few years: there "in December the court ruled" is never next month's."""
_FEW_YEARS = 8
_NEWS_WEEKDAYS = 5
"""A text that names a weekday, or "yesterday", for every so many of its years, is news, however far back it goes."""

_THIS = 300
"""How many days off "this May" and "this winter" may lie within the year of publication."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """The days that expressions lean on: the day of publication, and the last date that was named before them.

    A text is `historic` where most of its years lie far from the day of publication: it tells a story of its own, in
    which "September" follows the date before it, not the day when it was written.
    """

    day: date
    named: When
    historic: bool = False
    against: float = _AGAINST_IN_NEWS

    @classmethod
    def of(cls, words: Words, day: date, tongue: Tongue) -> "Anchors":
        years = [word.value for word in words.words if word.kind == "YEAR" and isinstance(word.value, int)]
        far = sum(year < day.year - 2 for year in years)
        is_story = len(years) >= _FEW_YEARS and far > 0.7 * len(years)
        if is_story:
            near = sum(word.kind == "WEEKDAY" or (word.kind == "DAYREL" and word.value != 0) for word in words.words)
            is_story = near * _NEWS_WEEKDAYS <= len(years)
        against = _AGAINST_IN_NEWS if len(years) < _FEW_YEARS else _AGAINST
        return cls(day, whens.day(day), is_story, against)

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
            return _shift(meaning, anchors, tense)
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


def _shift(meaning: Meaning, anchors: Anchors, tense: int) -> When | None:
    """`three years ago` is a year, `two days later` a day: as precise as what is counted, and as its anchor."""
    if meaning.weekday or meaning.day is not None:
        return _counted(meaning, anchors, tense)
    origin = whens.day(anchors.day) if meaning.anchor == "publication" else anchors.named
    if UNIT_DAYS[origin.unit] > UNIT_DAYS[meaning.unit] and meaning.unit in ("day", "week"):
        return None  # three weeks after a month
    moved = origin.first and whens.moved(origin.first, meaning.offset or 0, meaning.unit)
    if not moved:
        return None
    counted = _COUNTED.get(meaning.unit, meaning.unit)
    coarser = max(counted, origin.unit, key=lambda unit: UNIT_DAYS[unit])
    return whens.holding(moved, coarser)


_COUNTED: dict[Unit, Unit] = {"weekend": "week", "fortnight": "week", "half": "year"}
"""As what a unit is told that nobody counts by."""


def _counted(meaning: Meaning, anchors: Anchors, tense: int) -> When | None:
    """`two weeks ago Monday`: so far from the last Monday; `a week from Tuesday`: from the next one."""
    told = Meaning("calendar", "day", weekday=meaning.weekday) if meaning.weekday else None
    start = _weekday(told, anchors, meaning.direction) if told else whens.day(anchors.day + timedelta(meaning.day or 0))
    moved = start and start.first and whens.moved(start.first, meaning.offset or 0, meaning.unit)
    return whens.day(moved) if moved else None


def _calendar(meaning: Meaning, anchors: Anchors, tense: int) -> When | None:
    if meaning.era == "bc":
        number = meaning.year or 0
        before = f"-{number - 1:04d}" if number > 1 else "0000"  # 1 BC is the year 0
        return When(before, "year", None, None) if number else None
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
    if not (meaning.month or meaning.season or meaning.number or meaning.feast):
        return _of_month(meaning, anchors)
    return _nearest(meaning, anchors, tense)


def _of_year(meaning: Meaning, year: int) -> When | None:
    """The parts of a date of a year."""
    if meaning.days_off:
        holiday = _of_year(replace(meaning, days_off=0), year)
        moved = holiday and holiday.first and whens.moved(holiday.first, meaning.days_off, "day")
        return whens.day(moved) if moved else None
    if meaning.feast:
        return whens.feast(year, meaning.feast)
    if meaning.last_month:
        return whens.months(year, meaning.month or 1, meaning.last_month, "quarter")
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
    if meaning.offset == 0 and meaning.number is None and (this := _of_year(meaning, origin.year)):
        if _lies(this, origin) * tense < 0:
            direction = tense
        else:
            return this if _distance(this, origin) < _THIS else min(found, key=lambda when: _distance(when, origin))
    if anchors.historic and not strict:
        direction = 1
    choices = [
        (_distance(when, origin) * (anchors.against if _lies(when, origin) * direction < 0 else 1), when)
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


def _of_years(meaning: Meaning, *years: int) -> list[When]:
    return [when for year in years if (when := _of_year(meaning, year))]


def _first(when: When) -> date:
    return when.first or date.min


def aligned(first: tuple[Meaning, When], second: tuple[Meaning, When]) -> tuple[When, When]:
    """Return the two ends of a range with what one leaves out taken from the other: "from May 3 to June 5, 2024"."""
    (start, since), (end, until) = first, second
    begins, ends = _first(since), _first(until)
    if start.kind == "calendar" and start.month and start.year is None and end.year is not None:
        return next((when for when in _of_years(start, end.year, end.year - 1) if _first(when) <= ends), since), until
    if begins <= ends or end.kind != "calendar":
        return since, until
    if end.weekday and not end.month:
        return since, whens.day(begins + timedelta((end.weekday - 1 - begins.weekday()) % 7))
    if end.month and end.year is None:
        years = begins.year, begins.year + 1
        return since, next((when for when in _of_years(end, *years) if _first(when) >= begins), until)
    return since, until
