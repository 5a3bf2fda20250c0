"""How the words for time stand together: each rule is a pattern of kinds of words and what it means.

The rules know no language: "6 novembre 2025" and "6 ноября 2025" are DAY MONTH YEAR, "il y a trois ans" and
"vor drei Jahren" are AGO NUMBER UNIT. A word's kind comes from the language's words (`generator.dates.tongues`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
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
        return cast(Unit, next((word.value for word in self.words if word.kind == "UNIT"), "day"))

    def has(self, kind: str) -> bool:
        """Whether there is a word of a kind."""
        return any(word.kind == kind for word in self.words)

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


def _figures(match: Match) -> Meaning | None:
    """A date in figures: 2025-11-06, or 6.11.2025, in which the order of two is the language's."""
    text = str(match.words[0].value)
    parts = [int(part) for part in re.split(r"[-./]", text)]
    if len(str(parts[0])) == 4 or text[:4].isdigit():
        year, month, of_month = parts
    else:
        of_month, month, year = parts
        year += (2000 if year < 70 else 1900) if year < 100 else 0
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
    if not match.has("QUARTER") and (
        match.unit() not in ("quarter", "half") or (match.unit() == "half" and len(match.words) < 4)
    ):
        return None
    year_offset = next((_OFFSETS[word.kind] for word in match.words if word.kind in _OFFSETS), None)
    if unit == "day":
        unit = "quarter"
    if number is None or number > (2 if unit == "half" else 4):
        return None
    return Meaning("calendar", unit, number=number, year=match.one("YEAR"), year_offset=year_offset)


def _decade(match: Match) -> Meaning:
    return Meaning("calendar", "decade", year=match.one("DECADE"))


def _century(match: Match) -> Meaning | None:
    if match.unit() != "century":
        return None
    return Meaning("calendar", "century", number=match.one("ORDINAL", "NTH", "DAY"), era=_era(match))


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
    if count is None:
        return Meaning("vague", match.unit(), direction=-1)
    return Meaning("shift", match.unit(), "publication", -count, -1)


def _hence(match: Match) -> Meaning:
    count = match.count()
    if count is None:
        return Meaning("vague", match.unit(), direction=1)
    return Meaning("shift", match.unit(), "publication", count, 1)


def _later(match: Match) -> Meaning:
    count = match.count()
    if count is None or match.unit() in ("hour", "minute"):
        return Meaning("vague", match.unit(), direction=match.sign())
    return Meaning("shift", match.unit(), "named", match.sign() * count, match.sign())


def _duration(match: Match) -> Meaning:
    return Meaning("duration", match.unit(), offset=match.count(), direction=match.sign() if match.has("LAST") else 0)


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
    month, of_month = str(next(word.value for word in match.words if word.kind == "HOLIDAY")).split("-")
    return Meaning("calendar", "day", year=match.one("YEAR"), month=int(month), day=int(of_month))


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
_YEAR = (
    "(?:COMMA? (?:OF|IN)? YEAR|OF? (?:THIS|THAT) UNIT|OF? UNIT (?:LAST|THIS|NEXT)|OF? (?:LAST|NEXT) UNIT"
    "|COMMA? OF? UNIT YEAR)"
)

RULES = (
    Rule("DATE", _figures),
    Rule(f"(?:WEEKDAY COMMA?)? MONTH {_DAYS} (?:DASH|TO|AND) {_DAYS} (?!MONTH|UNIT){_YEAR}?", _date),
    Rule(f"THE? {_DAYS} (?:DASH|TO|AND|AND THE) THE? {_DAYS} OF? MONTH {_YEAR}?", _date),
    Rule(f"THE? WEEKDAY COMMA? PARTDAY? COMMA? (?:IN)? MONTH THE? {_DAYS} {_YEAR}? ERA?", _date),
    Rule(f"MONTH THE? {_DAYS} (?!UNIT){_YEAR}? ERA?", _date),
    Rule(f"(?:WEEKDAY COMMA? THE?)? {_DAYS} OF? MONTH {_YEAR}? ERA?", _date),
    Rule(f"MONTH {_YEAR} ERA?", _date),
    Rule("HOLIDAY COMMA? YEAR?", _holiday),
    Rule("(?:LAST|THIS|NEXT) MONTH", _month_of),
    Rule(f"(?:ORDINAL|LAST|NUMBER) UNIT OF MONTH {_YEAR}?", _part_of_month),
    Rule("MONTH (?:LAST|NEXT)", _month_of),
    Rule("(?:LAST|THIS|NEXT) SEASON", _season),
    Rule("SEASON (?:LAST|NEXT)", _season),
    Rule("SEASON COMMA? (?:OF|IN)? THE? YEAR", _season),
    Rule(f"(?:THE? (?:ORDINAL|NTH) DASH? UNIT|QUARTER) {_YEAR}? ERA?", _quarter),
    Rule("UNIT (?:ORDINAL|DAY) ERA?", _century),
    Rule("DECADE", _decade),
    Rule("(?:YEAR|DIGITS|SHORTYEAR|DAY) ERA", _year),
    Rule("FOLLOWING WEEKDAY", _following_weekday),
    Rule("(?:LAST|THIS|NEXT) WEEKDAY", _weekday),
    Rule("WEEKDAY (?:LAST|THIS|NEXT)(?! UNIT)", _weekday),
    Rule("WEEKDAY", _weekday),
    Rule("THE? DAYREF", _day_from_then),
    Rule("DAYREL", _day_from_now),
    Rule(f"{_AMOUNT} UNIT AGO", _ago),
    Rule(f"AGO APPROX* {_AMOUNT} UNIT", _ago),
    Rule(f"{_AMOUNT} UNIT (?:LATER|EARLIER)", _later),
    Rule(f"(?:LATER|EARLIER) APPROX* {_AMOUNT} UNIT", _later),
    Rule(f"HENCE APPROX* {_AMOUNT} UNIT", _hence),
    Rule("THE UNIT (?:EARLIER|BY(?=COMMA|STOP|AND|OPEN|CLOSE))", _unit_from_then),
    Rule("THE? (?:FOLLOWING|PRIOR|THAT) UNIT", _unit_from_then),
    Rule("THE? UNIT (?:FOLLOWING|PRIOR)", _unit_from_then),
    Rule(f"THE? (?:LAST|NEXT|FOLLOWING|THIS) {_AMOUNT} UNIT", _duration),
    Rule("THE? (?:NUMBER|DAY|SOME) (?:LAST|NEXT|FOLLOWING) UNIT", _duration),
    Rule("(?:LATER|EARLIER)? IN? (?:LAST|THIS|NEXT) (?:UNIT|PARTDAY)", _unit_from_now),
    Rule("UNIT (?:LAST|NEXT|THIS)", _unit_from_now),
    Rule(f"(?:EVERY|ALL) (?:{_AMOUNT})? (?:UNIT|WEEKDAY|PARTDAY)", _recurring),
    Rule("RECURS", _recurring),
    Rule(f"{_AMOUNT} DASH? UNIT", _duration),
    Rule("VAGUE", _vague),
    Rule("CLOCK", _clock),
    Rule("YEAR", _year),
    Rule("MONTH", _date),
    Rule("SEASON", _season),
    Rule("UNIT", _bare_unit),
    Rule("NTH", _of_named_month),
)


def _compiled(pattern: str) -> str:
    return re.sub(r"[A-Z]+", lambda name: CODES[name.group()], pattern).replace(" ", "")


PATTERN = re.compile("|".join(f"({_compiled(rule.pattern)})" for rule in RULES))
"""Every rule as one group of one pattern over the signs of words: the first that matches counts."""
