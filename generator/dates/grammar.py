"""How the words for time stand together: each rule is a pattern of kinds of words and what it means.

The rules know no language: "6 novembre 2025" and "6 ноября 2025" are DAY MONTH YEAR, "il y a trois ans" and
"vor drei Jahren" are AGO NUMBER UNIT. A word's kind comes from the language's words (`generator.dates.tongues`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, cast

from generator.dates.tokens import CODES, Word
from generator.dates.whens import Unit

Kind = Literal["calendar", "shift", "holding", "rest", "clock", "duration", "recurring", "vague"]
Anchor = Literal["calendar", "publication", "named"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression says before anybody knows when it was written: a unit, an anchor and a direction.

    A `calendar` meaning names parts of a date, of which the larger may be missing ("November 18"). A `holding` one is
    the unit that lies `offset` units from the anchor's ("last month"), a `shift` the day or unit that lies so far from
    it ("three days later"). `direction` is -1 for back, 1 for on, and 0 where only the tense of the clause can tell.
    """

    kind: Kind
    unit: Unit
    anchor: Anchor = "calendar"
    offset: int | None = None
    direction: int = 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    season: int | None = None
    number: int | None = None
    year_offset: int | None = None
    era: str | None = None
    last_month: int | None = None
    days_off: int = 0
    """How many days from a holiday: "the day after Thanksgiving"."""
    feast: str | None = None
    """A day that is another one each year, as the words of the language write it."""


_AMOUNTS = frozenset({"NUMBER", "DAY", "SHORTYEAR", "DIGITS", "YEAR", "ARTICLE", "SOME"})


@dataclass(frozen=True, slots=True)
class Match:
    """The words that a rule matched."""

    words: tuple[Word, ...]

    def of(self, *kinds: str) -> list[int]:
        """The numbers of the words of some kinds, in order."""
        return [word.value for word in self.words if word.kind in kinds and isinstance(word.value, int)]

    def one(self, *kinds: str) -> int | None:
        """The number of the first word of some kinds."""
        return next(iter(self.of(*kinds)), None)

    def unit(self) -> Unit:
        """The unit that is named, days where none is."""
        named = next((word.value for word in self.words if word.kind == "UNIT"), "day")
        return cast(Unit, "half" if named == "semester" else named)

    def has(self, kind: str) -> bool:
        """Whether there is a word of a kind."""
        return any(word.kind == kind for word in self.words)

    def has_amount(self) -> bool:
        """Whether it is said how many units."""
        return any(word.kind in _AMOUNTS for word in self.words)

    def is_many(self) -> bool:
        """Whether several units are named without their number: "weeks"."""
        return any(word.many for word in self.words)

    def count(self) -> int | None:
        """How many units: None for "several"."""
        if self.has("SOME"):
            return None
        number = self.one("NUMBER", "DAY", "SHORTYEAR", "DIGITS", "YEAR")
        tens = self.of("NUMBER")
        if len(tens) == 2 and tens[0] % 10 == 0 and tens[1] < 10:
            return tens[0] + tens[1]
        return number if number is not None else 1

    def sign(self) -> int:
        """-1 where the words look back, 1 where they look on."""
        return -1 if self.has("LAST") or self.has("AGO") or self.has("EARLIER") or self.has("PRIOR") else 1


_OFFSETS = {"LAST": -1, "THIS": 0, "THAT": 0, "NEXT": 1}
"""How many years off the kinds of words put a month: "March of last year"."""


def _date(match: Match) -> Meaning:
    """A month with what else of a date is written."""
    days = match.of("DAY", "ORDINAL", "NTH")
    year = match.one("YEAR")
    offset = next((_OFFSETS[word.kind] for word in match.words if word.kind in _OFFSETS), None)
    return Meaning(
        "calendar",
        "day" if days else "month",
        year=year,
        month=match.one("MONTH"),
        day=days[0] if days else None,
        last_day=days[-1] if len(days) > 1 else None,
        weekday=match.one("WEEKDAY"),
        year_offset=offset if year is None else None,
        anchor="named" if match.has("THAT") else "calendar",
        era=_era(match),
    )


def _date_last(match: Match) -> Meaning:
    """`6 novembre dernier`: the nearest one before, or after."""
    offset = -1 if match.has("LAST") else 1
    return replace(_date(match), year_offset=None, offset=offset, direction=offset)


def _figures(match: Match) -> Meaning | None:
    """A date in figures, of which the words have put the year first."""
    year, month, of_month = (int(part) for part in str(match.words[0].value).split("-"))
    return Meaning("calendar", "day", year=year, month=month, day=of_month)


def _month_of(match: Match) -> Meaning:
    """`last October`: the nearest one before, or after."""
    offset = -1 if match.has("LAST") else 1 if match.has("NEXT") else 0
    return Meaning("calendar", "month", month=match.one("MONTH"), direction=offset, offset=offset)


def _part_of_month(match: Match) -> Meaning:
    """`the last week of August` is in August: which week it is, people do not agree on."""
    return Meaning("calendar", "month", month=match.one("MONTH"), year=match.one("YEAR"))


def _season(match: Match) -> Meaning:
    offset = -1 if match.has("LAST") else 1 if match.has("NEXT") else 0 if match.has("THIS") else None
    return Meaning("calendar", "season", season=match.one("SEASON"), year=match.one("YEAR"), offset=offset)


def _weekday(match: Match) -> Meaning:
    offset = -1 if match.has("LAST") else 1 if match.has("NEXT") else 0 if match.has("THIS") else None
    return Meaning("calendar", "day", weekday=match.one("WEEKDAY"), offset=offset)


def _following_weekday(match: Match) -> Meaning:
    return Meaning("calendar", "day", "named", weekday=match.one("WEEKDAY"), offset=1)


def _quarter(match: Match) -> Meaning | None:
    number = match.one("QUARTER", "ORDINAL", "NTH")
    unit = match.unit() if match.has("UNIT") else "quarter"
    if unit == "century":
        return _century(match)
    units = [word.value for word in match.words if word.kind == "UNIT"]
    is_of_game = units == ["half"] and not match.has("YEAR")
    if not match.has("QUARTER") and (unit not in ("quarter", "half") or is_of_game):
        return None
    year_offset = next((_OFFSETS[word.kind] for word in match.words if word.kind in _OFFSETS), None)
    if units[1:] not in ([], ["year"]):
        return None
    if unit == "day":
        unit = "quarter"
    if number is None or number > (2 if unit == "half" else 4):
        return None
    return Meaning("calendar", unit, number=number, year=match.one("YEAR"), year_offset=year_offset)


def _decade(match: Match) -> Meaning | None:
    year = match.one("DECADE", "YEAR", "SHORTYEAR", "DAY") or 0
    return Meaning("calendar", "decade", year=year if year > 99 else 1900 + year) if year % 10 == 0 else None


def _century(match: Match) -> Meaning | None:
    if match.unit() != "century":
        return None
    return Meaning("calendar", "century", number=match.one("ORDINAL", "NTH", "DAY", "ROMAN"), era=_era(match))


def _year(match: Match) -> Meaning:
    return Meaning("calendar", "year", year=match.one("YEAR", "DIGITS", "DAY", "SHORTYEAR"), era=_era(match))


def _era(match: Match) -> str | None:
    return next((str(word.value) for word in match.words if word.kind == "ERA"), None)


def _day_from_now(match: Match) -> Meaning:
    return Meaning("holding", "day", "publication", match.one("DAYREL"))


def _day_from_then(match: Match) -> Meaning:
    return Meaning("holding", "day", "named", match.one("DAYREF"))


def _unit_from_now(match: Match) -> Meaning | None:
    """`last week`, `this year`, `this morning`."""
    offset = -1 if match.has("LAST") else 1 if match.has("NEXT") else 0
    if match.has("LATER") and offset == 0 and match.unit() in ("week", "weekend"):
        return Meaning("rest", "week", "publication", 1)
    if match.has("EARLIER") and offset == 0 and match.unit() == "week":
        return Meaning("rest", "week", "publication", -1)
    if match.has("PARTDAY"):
        return Meaning("holding", "day", "publication", offset)
    if match.is_many() and not match.has("THIS"):
        return Meaning("vague", match.unit(), direction=offset)
    if match.has("THIS") and match.unit() == "weekend":
        return _bare_unit(match)
    if match.unit() in ("day", "hour", "minute"):
        return Meaning("vague", "day", direction=offset)
    return Meaning("holding", match.unit(), "publication", offset)


def _bare_unit(match: Match) -> Meaning:
    """`over the weekend`, `the end of the year`: the one that the tense of the clause points to."""
    return Meaning("holding", match.unit(), "publication", None)


def _unit_from_then(match: Match) -> Meaning:
    """`the following month`, `that year`, `the year before`."""
    offset = 0 if match.has("THAT") else match.sign()
    return Meaning("holding", match.unit(), "named", offset)


def _ago(match: Match) -> Meaning:
    count = match.count()
    if count is None or (match.is_many() and not match.has_amount()):
        return Meaning("vague", match.unit(), direction=-1)
    return Meaning("shift", match.unit(), "publication", -count, -1)


def _hence(match: Match) -> Meaning:
    count = match.count()
    if count is None or (match.is_many() and not match.has_amount()):
        return Meaning("vague", match.unit(), direction=1)
    return Meaning("shift", match.unit(), "publication", count, 1)


def _later(match: Match) -> Meaning:
    count = match.count()
    if count is None or match.unit() in ("hour", "minute"):
        return Meaning("vague", match.unit(), direction=match.sign())
    return Meaning("shift", match.unit(), "named", match.sign() * count, match.sign())


def _ago_and_half(match: Match) -> Meaning:
    """`two and a half years ago`: so many halves of a year; of smaller units, the half is too little to tell."""
    is_year = any(word.value == "year" for word in match.words)
    count = match.count() or 1
    if is_year:
        return Meaning("shift", "half", "publication", -2 * count - 1, -1)
    named = cast(Unit, match.words[-2].value)
    return Meaning("shift", named, "publication", -count, -1)


_HALVES: dict[str, tuple[Unit, int]] = {"century": ("decade", 5), "decade": ("year", 5), "year": ("half", 1)}


def _half_ago(match: Match) -> Meaning | None:
    """`half a century ago`: five decades."""
    first, whole = [str(word.value) for word in match.words if word.kind == "UNIT"]
    if first != "half" or whole not in _HALVES:
        return None
    unit, count = _HALVES[whole]
    return Meaning("shift", unit, "publication", -count, -1)


def _counted_from(match: Match) -> Meaning:
    """`a week from Tuesday`, `two weeks ago Monday`, `a year ago today`."""
    sign = -1 if match.has("AGO") else 1
    count = match.count()
    if count is None:
        return Meaning("vague", match.unit(), direction=sign)
    weekday, day = match.one("WEEKDAY"), match.one("DAYREL")
    return Meaning("shift", match.unit(), "publication", sign * count, sign, weekday=weekday, day=day)


def _from_now(match: Match) -> Meaning | None:
    """`two years from now`."""
    return _hence(match) if match.words[-1].value == "now" else None


_IN_A_YEAR = {"week": 52, "month": 12, "quarter": 4, "half": 2}


def _same_of_last(match: Match) -> Meaning:
    """`the same month last year`: of the month that was named last."""
    units = [str(word.value) for word in match.words if word.kind == "UNIT"]
    if units[1] == "year" and units[0] in _IN_A_YEAR:
        return Meaning("holding", match.unit(), "named", -_IN_A_YEAR[units[0]])
    return Meaning("holding", cast(Unit, units[1]), "publication", -1)


def _months_of(match: Match) -> Meaning:
    """`the first nine months of 1989`; of other units, in that year: `the last two weeks of 1988`."""
    count = match.one("NUMBER", "DAY") or 0
    units = [word.value for word in match.words if word.kind == "UNIT"]
    is_first = match.one("ORDINAL") == 1
    if units[0] != "month" or not 1 < count < 12 or units[1:] not in ([], ["year"]) or not (is_first or _ends(match)):
        return _within(match)
    first, last = (1, count) if is_first else (13 - count, 12)
    offset = next((_OFFSETS[word.kind] for word in match.words[3:] if word.kind in _OFFSETS), 0)
    year = match.one("YEAR")
    return Meaning(
        "calendar", "month", year=year, month=first, last_month=last, year_offset=offset if year is None else None
    )


def _ends(match: Match) -> bool:
    """Whether they are the last ones of a year."""
    return any(word.kind == "LAST" for word in match.words[:2])


def _within(match: Match) -> Meaning:
    """The year, month or week that something is said to be a part of."""
    year = match.one("YEAR")
    if year is not None:
        return Meaning("calendar", "year", year=year)
    offset = next((_OFFSETS[word.kind] for word in match.words[3:] if word.kind in _OFFSETS), 0)
    named = next(word.value for word in reversed(match.words) if word.kind == "UNIT")
    return Meaning("holding", cast(Unit, named), "publication", offset)


def _quarter_of(match: Match) -> Meaning:
    """`the 1988 third quarter`."""
    return _quarter(match) or _year(match)


def _duration(match: Match) -> Meaning:
    direction = -1 if match.has("LAST") else 1 if match.has("NEXT") else 0
    count = match.count()
    return Meaning(
        "vague" if direction and count is None else "duration", match.unit(), offset=count, direction=direction
    )


def _recurring(match: Match) -> Meaning:
    return Meaning("recurring", match.unit())


def _vague(match: Match) -> Meaning:
    value = next((word.value for word in match.words if word.kind == "VAGUE"), "on")
    return Meaning("vague", "day", direction={"back": -1, "on": 1}.get(str(value), 0))


def _vague_units(match: Match) -> Meaning:
    return Meaning("vague", match.unit(), direction=match.sign())


def _clock(match: Match) -> Meaning:
    return Meaning("clock", "day", "named", 0)


def _holiday(match: Match) -> Meaning:
    named = str(next(word.value for word in match.words if word.kind == "HOLIDAY"))
    offset = next((_OFFSETS[word.kind] for word in match.words if word.kind in _OFFSETS), None)
    told = Meaning("calendar", "day", year=match.one("YEAR"), offset=offset, days_off=match.one("DAYREF") or 0)
    if not named[0].isdigit():
        return replace(told, feast=named)
    month, of_month = named.split("-")
    return replace(told, month=int(month), day=int(of_month))


def _of_named_month(match: Match) -> Meaning:
    """`on the 5th`, of the month that was named last."""
    return Meaning("calendar", "day", "named", day=match.one("NTH"))


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of kinds of words, written as a regular expression over their names, and what it means."""

    pattern: str
    meaning: Callable[[Match], Meaning | None]


_AMOUNT = "(?:NUMBER|DAY|SHORTYEAR|DIGITS|ARTICLE|SOME|THE SOME|NUMBER DASH? NUMBER|ARTICLE SOME)"
_DAYS = "(?:DAY|NTH|ORDINAL)"
_OF = "(?:OF|GLUED)?"
_TO = "(?:DASH|TO|AND|BY)"
_YEAR = (
    "(?:COMMA? (?:OF|IN|GLUED|FROM)? YEAR|OF? (?:THIS|THAT) UNIT|(?:OF|FROM|GLUED)? THE? UNIT THE? (?:LAST|THIS|NEXT)"
    "|OF? (?:LAST|NEXT) UNIT|OF THE UNIT(?! LAST|THIS|NEXT|OF)|COMMA? OF? UNIT YEAR)"
)

RULES = (
    Rule("DATE", _figures),
    Rule(f"(?:WEEKDAY COMMA?)? {_DAYS} {_OF} MONTH (?:LAST|NEXT)(?! UNIT)", _date_last),
    Rule(f"(?:LAST|NEXT) {_DAYS} {_OF} MONTH(?! COMMA? OF? YEAR)", _date_last),
    Rule(f"(?:LAST|NEXT) MONTH THE? {_DAYS}(?! UNIT|COMMA? YEAR)", _date_last),
    Rule(f"(?:WEEKDAY COMMA?)? MONTH {_DAYS} {_TO} {_DAYS} (?!MONTH|UNIT){_YEAR}?", _date),
    Rule(f"THE? {_DAYS} {_TO} THE? {_DAYS} {_OF} MONTH {_YEAR}?", _date),
    Rule(f"THE? WEEKDAY COMMA? PARTDAY? COMMA? (?:IN)? MONTH THE? {_DAYS} {_YEAR}? ERA?", _date),
    Rule(f"MONTH THE? {_DAYS} (?!UNIT){_YEAR}? ERA?", _date),
    Rule(f"(?:WEEKDAY COMMA? (?:THE|GLUED|IN)?)? {_DAYS} {_OF} MONTH {_YEAR}? ERA?", _date),
    Rule(f"MONTH {_YEAR} ERA?", _date),
    Rule("(?:LAST|THIS|NEXT) HOLIDAY", _holiday),
    Rule("(?:THE? DAYREF OF?)? HOLIDAY (?:COMMA? YEAR)?", _holiday),
    Rule("(?:LAST|THIS|NEXT) MONTH", _month_of),
    Rule(f"(?:ORDINAL|LAST|NUMBER|DAY) UNIT (?:OF|GLUED) MONTH {_YEAR}?", _part_of_month),
    Rule("MONTH (?:LAST|NEXT)", _month_of),
    Rule("(?:LAST|THIS|NEXT) SEASON", _season),
    Rule("SEASON (?:LAST|NEXT)", _season),
    Rule("SEASON COMMA? (?:OF|IN)? THE? YEAR", _season),
    Rule(f"(?:THE? (?:ORDINAL|NTH) DASH? UNIT|QUARTER) {_YEAR}? ERA?", _quarter),
    Rule(f"UNIT THE? ORDINAL {_YEAR}? ERA?", _quarter),
    Rule("UNIT THE? (?:DAY|ROMAN)(?! (?:OF|GLUED)? MONTH) ERA?", _century),
    Rule("THE? ROMAN STOP? DASH? UNIT ERA?", _century),
    Rule(f"THE? (?:ORDINAL|LAST) (?:NUMBER|DAY) UNIT {_YEAR}", _months_of),
    Rule("DECADE", _decade),
    Rule("YEARS (?:YEAR|SHORTYEAR|DAY)", _decade),
    Rule("(?:YEAR|DIGITS|SHORTYEAR|DAY) ERA", _year),
    Rule("FOLLOWING WEEKDAY|WEEKDAY FOLLOWING", _following_weekday),
    Rule("(?:LAST|THIS|NEXT) WEEKDAY", _weekday),
    Rule("WEEKDAY (?:LAST|THIS|NEXT)(?! UNIT)", _weekday),
    Rule("WEEKDAY", _weekday),
    Rule("THE? DAYREF", _day_from_then),
    Rule("DAYREL", _day_from_now),
    Rule(f"{_AMOUNT} UNIT (?:AGO|FROM) (?:WEEKDAY|DAYREL)", _counted_from),
    Rule(f"{_AMOUNT} UNIT FROM VAGUE", _from_now),
    Rule(f"{_AMOUNT} UNIT (?:AND ARTICLE UNIT)? AGO", _ago),
    Rule("UNIT ARTICLE UNIT AGO", _half_ago),
    Rule("(?:NUMBER|DAY) AND ARTICLE UNIT UNIT AGO", _ago_and_half),
    Rule(f"AGO APPROX* {_AMOUNT} UNIT", _ago),
    Rule(f"{_AMOUNT} UNIT (?:LATER|EARLIER)", _later),
    Rule(f"(?:LATER|EARLIER) APPROX* {_AMOUNT} UNIT", _later),
    Rule(f"HENCE APPROX* {_AMOUNT} UNIT", _hence),
    Rule("UNIT AGO|AGO APPROX* UNIT(?!THE? NUMBER? (?:LAST|THIS|NEXT|FOLLOWING|ORDINAL))", _ago),
    Rule("HENCE UNIT(?!THE? NUMBER? (?:LAST|THIS|NEXT|FOLLOWING))", _hence),
    Rule("THE UNIT (?:EARLIER|BY(?=COMMA|STOP|AND|OPEN|CLOSE))", _unit_from_then),
    Rule("THE? THAT UNIT (?:OF|IN)? THE? LAST UNIT", _same_of_last),
    Rule("THE? (?:FOLLOWING|PRIOR|THAT) UNIT", _unit_from_then),
    Rule("THE? UNIT (?:FOLLOWING|PRIOR)", _unit_from_then),
    Rule(f"THE? (?:LAST|NEXT|FOLLOWING|THIS) {_AMOUNT} UNIT", _duration),
    Rule("THE? (?:NUMBER|DAY|SOME) (?:LAST|NEXT|FOLLOWING) UNIT", _duration),
    Rule("UNIT NUMBER (?:LAST|NEXT)", _duration),
    Rule(f"{_AMOUNT} THE? UNIT THE? (?:LAST|NEXT)(?! UNIT|MONTH|WEEKDAY|SEASON)", _duration),
    Rule("(?:LATER|EARLIER)? IN? (?:LAST|THIS|NEXT) (?:UNIT|PARTDAY)", _unit_from_now),
    Rule("UNIT THE? (?:LAST|NEXT)|UNIT THIS", _unit_from_now),
    Rule(f"(?:EVERY|ALL) (?:{_AMOUNT})? (?:UNIT|WEEKDAY|PARTDAY)", _recurring),
    Rule("RECURS", _recurring),
    Rule(f"{_AMOUNT} DASH? UNIT (?:AND ARTICLE UNIT)?", _duration),
    Rule("VAGUE UNIT?", _vague),
    Rule("CLOCK", _clock),
    Rule("UNIT YEAR", _year),
    Rule("YEAR (?:ORDINAL|NTH) DASH? UNIT", _quarter_of),
    Rule("YEAR", _year),
    Rule("MONTH", _date),
    Rule("SEASON", _season),
    Rule("UNIT", _bare_unit),
    Rule("NTH", _of_named_month),
)


def _compiled(pattern: str) -> str:
    return re.sub(r"[A-Z]+", lambda name: CODES[name.group()], pattern).replace(" ", "")


_NEVER_FIRST = "OTHER STOP COMMA DASH OPEN CLOSE WEAK EARLIEST"
"""The kinds that no rule begins with, which most words of a text are of."""

PATTERN = re.compile(
    f"(?![{_compiled(_NEVER_FIRST)}])(?:" + "|".join(f"({_compiled(rule.pattern)})" for rule in RULES) + ")"
)
"""Every rule as one group of one pattern over the signs of words: the first that matches counts."""
