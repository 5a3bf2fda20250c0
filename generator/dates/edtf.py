"""EDTF dates: what an expression allows, in order (ISO 8601-2:2019, section 4; the Library of Congress's profile)."""

# Levels 0, 1 and 2. Our one extension: a time may leave out its seconds (`2025-11-06T15:30Z`), as RECORDS asks, or
# its minutes. A time without a zone counts as UTC. Qualifiers never widen bounds: `1984~` and `1950S2` keep their year.
# The bounds of an unknown end (`1985/`) are open, like those of `..`: nobody knows them.
# Winter (24) begins in December of its year and ends in February of the next.

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from generator.dates.hints import readings
from generator.dates.instants import DAY, FIRST, LAST, Instant, days_in_month, instant

__all__ = ["DateError", "Edtf", "Instant", "parse_edtf"]

Precision = Literal[
    "second", "minute", "hour", "day", "month", "season", "year", "decade", "century", "millennium", "interval", "set"
]

MAX_CHARACTERS = 200
MAX_YEAR_DIGITS = 24
SEASON_MONTHS = {
    **{21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)},
    **{25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14)},  # northern hemisphere
    **{29: (9, 11), 30: (12, 14), 31: (3, 5), 32: (6, 8)},  # southern hemisphere
    **{33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)},  # quarters
    **{37: (1, 4), 38: (5, 8), 39: (9, 12)},  # quadrimesters
    **{40: (1, 6), 41: (7, 12)},  # semesters
}
"""Season or part of a year to its first and last month, from ISO 8601-2, table 2; months above 12 are next year's."""

_DATE = re.compile(
    r"(?P<q1>[?~%])?"
    r"(?:(?P<year>-?[0-9X]{4})|Y(?P<long>-?[1-9][0-9]*)(?:E(?P<power>[1-9][0-9]*))?)"
    r"(?:S(?P<digits>[1-9][0-9]*))?(?P<q2>[?~%])?"
    r"(?:-(?P<q3>[?~%])?(?P<month>[0-9X]{2})(?P<q4>[?~%])?"
    r"(?:-(?P<q5>[?~%])?(?P<day>[0-9X]{2})(?P<q6>[?~%])?)?)?",
    re.ASCII,
)
_TIME = re.compile(
    r"(?P<day>-?[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<hour>[0-9]{2})"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?)?"
    r"(?P<zone>Z|(?P<sign>[+-])(?P<zh>[0-9]{2})(?::?(?P<zm>[0-9]{2}))?)?",
    re.ASCII,
)
_HAS_DAY = re.compile(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}T")


class DateError(ValueError):
    """A text that is no EDTF date; the message says what is wrong and what would be right."""


class _UnreadableError(DateError):
    """A text in no form of EDTF's; parse_edtf looks for the date that its writer may have meant."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """An EDTF expression: the first and last instants that it allows (both inclusive, UTC) and how it blurs them."""

    text: str
    earliest: Instant
    latest: Instant
    precision: Precision
    level: int
    approximate: bool = False
    uncertain: bool = False
    unspecified: bool = False
    open_start: bool = False
    open_end: bool = False
    start: "Edtf | None" = None
    end: "Edtf | None" = None
    members: tuple["Edtf", ...] = ()

    @property
    def anchor(self) -> Instant:
        """Where an order puts the date: at its beginning, or at its end where the beginning is open."""
        return self.earliest if self.earliest.is_finite or not self.latest.is_finite else self.latest

    @property
    def sort_key(self) -> tuple[Instant, Instant, Instant, str]:
        """A total order: by the anchor, then by the earliest instant, the latest, and the text."""
        return (self.anchor, self.earliest, self.latest, self.text)

    @property
    def is_exact(self) -> bool:
        """Whether this is one certain day or time."""
        blurred = self.approximate or self.uncertain or self.unspecified
        return self.precision in ("day", "hour", "minute", "second") and not blurred

    def overlaps(self, other: "Edtf") -> bool:
        """Say whether both may be the same moment."""
        return self.earliest <= other.latest and other.earliest <= self.latest


@lru_cache(maxsize=65_536)
def parse_edtf(text: str) -> Edtf:
    """Parse an EDTF expression of level 0, 1 or 2; raises DateError, and nothing else, for whatever is none."""
    if len(text) > MAX_CHARACTERS:
        raise DateError(f"'{_shown(text[:20])}…' is too long to be a date; write it as 2025-11-06")
    try:
        return _parse(text)
    except _UnreadableError:
        raise DateError(_not_a_date(text)) from None


def _parse(text: str) -> Edtf:
    if not text.isprintable():
        raise _UnreadableError(text)
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _parse_set(text)
    if "/" in text:
        return _parse_interval(text)
    if "T" in text:
        return _parse_time(text)
    return _parse_date(text)


def _not_a_date(text: str) -> str:
    """Say that a text is no date, and which one it may mean."""
    shown = _shown(text)
    meant = next(filter(_is_date, readings(text)), None)
    if meant:
        return f"'{shown}' is not an EDTF date; write {meant}"
    return (
        f"'{shown}' is not an EDTF date; write 2025-11-06, 2025-11 or 2025, 2025~ for about, 2025? for uncertain,"
        " 2025-11-06/2025-11-08 for a range"
    )


def _shown(text: str) -> str:
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def _is_date(text: str) -> bool:
    try:
        _parse(text)
    except DateError:
        return False
    return True


def _parse_set(text: str) -> Edtf:
    members: list[Edtf] = []
    open_start = open_end = False
    parts = text[1:-1].split(",")
    for number, part in enumerate(parts):
        before, dots, after = part.partition("..")
        if not dots:
            members.append(_parse_date(part))
            continue
        open_start |= before == "" and number == 0
        open_end |= after == "" and number == len(parts) - 1
        if (not before and number) or (not after and number < len(parts) - 1) or not (before or after):
            raise _UnreadableError(text)
        ends = [_parse_date(half) for half in (before, after) if half]
        if len(ends) == 2 and ends[1].earliest < ends[0].earliest:
            raise DateError(f"'{text}' runs backwards; write the earlier date first")
        members.extend(ends)
    return Edtf(
        text,
        FIRST if open_start else min(member.earliest for member in members),
        LAST if open_end else max(member.latest for member in members),
        "set",
        level=2,
        approximate=any(member.approximate for member in members),
        uncertain=any(member.uncertain for member in members),
        unspecified=any(member.unspecified for member in members),
        open_start=open_start,
        open_end=open_end,
        members=tuple(members),
    )


def _parse_interval(text: str) -> Edtf:
    halves = text.split("/")
    if len(halves) != 2 or halves == ["", ""]:
        raise _UnreadableError(text)
    if any(half[:1] == "Y" or "T" in half for half in halves):
        raise DateError(f"'{text}' is not a range of EDTF; its ends are dates without a time, in years of four digits")
    start, end = (None if half in ("", "..") else _parse_date(half) for half in halves)
    if start and end:
        vague = start.unspecified or end.unspecified
        if (end.latest if vague else end.earliest) < start.earliest:
            raise DateError(f"'{text}' runs backwards; write the earlier date first")
    both = [half for half in (start, end) if half]
    return Edtf(
        text,
        start.earliest if start else FIRST,
        end.latest if end else LAST,
        "interval",
        # What level 1 leaves unspecified in a date is level 2 in a range.
        level=max(0 if start and end else 1, *(2 if half.unspecified else half.level for half in both), 0),
        approximate=any(half.approximate for half in both),
        uncertain=any(half.uncertain for half in both),
        unspecified=any(half.unspecified for half in both),
        open_start=start is None,
        open_end=end is None,
        start=start,
        end=end,
    )


def _parse_time(text: str) -> Edtf:
    found = _TIME.fullmatch(text)
    if not found:
        if _HAS_DAY.match(text) and text.isprintable():
            raise DateError(f"'{text}' is not a date with a time; write 2025-11-06T15:30Z")
        raise _UnreadableError(text)
    day = _parse_date(found["day"])
    hour, minute, second = int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0)
    if not (hour < 24 and minute < 60 and second < 60) and (hour, minute, second) != (24, 0, 0):
        raise DateError(f"'{text}' has no such time of day; hours are 00 to 23, minutes and seconds 00 to 59")
    at = int(day.earliest.seconds) + hour * 3600 + minute * 60 + second - _offset(text, found)
    precision: Precision = "second" if found["second"] else "minute" if found["minute"] else "hour"
    last = at + {"second": 0, "minute": 59, "hour": 3599}[precision]
    return Edtf(text, Instant(at), Instant(last), precision, level=day.level)


def _offset(text: str, found: re.Match[str]) -> int:
    """The time zone's offset in seconds; without one, the time counts as UTC."""
    if not found["sign"]:
        return 0
    minutes = int(found["zh"]) * 60 + int(found["zm"] or 0)
    east = found["sign"] == "+"
    if int(found["zm"] or 0) > 59 or minutes > (14 if east else 12) * 60 or (not east and minutes == 0):
        raise DateError(f"'{text}' has no such offset; it runs from -12:00 to +14:00, and UTC is Z")
    return minutes * 60 if east else -minutes * 60


def _parse_date(text: str) -> Edtf:
    found = _DATE.fullmatch(text)
    if not found:
        raise _UnreadableError(text)
    if found["long"]:
        return _parse_long_year(text, found)
    year, month, day = found["year"], found["month"], found["day"]
    if year == "-0000":
        raise DateError(f"'{text}': there is no year -0000; write 0000 for 1 BC")
    if found["digits"] and (month or "X" in year or int(found["digits"]) > 4 + year.startswith("-")):
        raise _UnreadableError(text)
    marks = "".join(found[name] or "" for name in ("q1", "q2", "q3", "q4", "q5", "q6"))
    first, last = _bounds(text, year, month, day)
    return Edtf(
        text,
        first,
        last,
        _precision(year, month, day),
        level=_level(found),
        approximate="~" in marks or "%" in marks or (found["digits"] is not None and int(found["digits"]) < 4),
        uncertain="?" in marks or "%" in marks,
        unspecified="X" in text,
    )


def _parse_long_year(text: str, found: re.Match[str]) -> Edtf:
    power = found["power"]
    mantissa = found["long"]
    if found["month"] or (power is None and len(mantissa.lstrip("-")) < 5):
        raise DateError(f"'{text}' is not a long year; after Y come five digits or more, and no month")
    if len(mantissa) > MAX_YEAR_DIGITS or (power and (len(power) > 2 or int(power) > MAX_YEAR_DIGITS)):
        raise DateError(f"'{text}' is a year too far away; it has at most {MAX_YEAR_DIGITS} digits")
    year = int(mantissa) * 10 ** int(power or 0)
    marks = (found["q1"] or "") + (found["q2"] or "")
    rounded = found["digits"] is not None and int(found["digits"]) < len(str(abs(year)))
    return Edtf(
        text,
        instant(year, 1, 1),
        instant(year, 12, 31, DAY - 1),
        "year",
        level=2 if power or found["digits"] else 1,
        approximate="~" in marks or "%" in marks or rounded,
        uncertain="?" in marks or "%" in marks,
    )


def _precision(year: str, month: str | None, day: str | None) -> Precision:
    """The finest unit down to which nothing is left out: an unknown day in November is as precise as the month."""
    if "X" in year:
        spans: tuple[Precision, ...] = ("millennium", "millennium", "century", "decade")
        return spans[year.lstrip("-").index("X")]
    if not month or "X" in month:
        return "year"
    if int(month) > 12:
        return "season"
    return "month" if not day or "X" in day else "day"


def _level(found: re.Match[str]) -> int:
    """The lowest level of EDTF that has the expression."""
    year, month, day = found["year"], found["month"] or "", found["day"] or ""
    last = "q6" if day else "q4" if month else "q2"
    if any(found[name] for name in ("q1", "q2", "q3", "q4", "q5", "q6") if name != last) or found["digits"]:
        return 2
    if month.isdigit() and int(month) > 24:
        return 2
    digits = year.lstrip("-") + month + day
    if "X" in digits:
        # Level 1 leaves out digits from the right only: in the year, or whole months and days.
        known = digits.rstrip("X")
        partly = (month and "X" in year) or any("X" in part and part != "XX" for part in (month, day))
        return 2 if "X" in known or partly else 1
    season = month.isdigit() and int(month) > 12
    return 1 if found[last] or season or year.startswith("-") else 0


def _bounds(text: str, year: str, month: str | None, day: str | None) -> tuple[Instant, Instant]:
    """The first and last second that the parts of a date allow."""
    if month and month.isdigit() and int(month) > 12:
        return _season_bounds(text, year, month, day)
    first = next(_days(year, month, day, descending=False), None)
    last = next(_days(year, month, day, descending=True), None)
    if first is None or last is None:
        raise DateError(_why_not(text, year, month, day))
    return instant(*first), instant(*last, DAY - 1)


def _days(year: str, month: str | None, day: str | None, *, descending: bool) -> Iterator[tuple[int, int, int]]:
    """The days that the parts of a date allow, in order."""
    months = _matching(month or "XX", range(1, 13), descending)
    for number in _years(year, descending):
        for month_number in months:
            in_month = range(1, days_in_month(number, month_number) + 1)
            for day_number in _matching(day or "XX", in_month, descending):
                yield number, month_number, day_number


def _years(pattern: str, descending: bool) -> Iterator[int]:
    negative = pattern.startswith("-")
    digits = "9876543210" if descending != negative else "0123456789"
    for choice in product(*(digits if sign == "X" else sign for sign in pattern.lstrip("-"))):
        number = int("".join(choice))
        if not (negative and number == 0):
            yield -number if negative else number


def _matching(pattern: str, numbers: range, descending: bool) -> list[int]:
    if "X" not in pattern:
        return [int(pattern)] if int(pattern) in numbers else []
    found = [
        number
        for number in numbers
        if all(sign in ("X", digit) for sign, digit in zip(pattern, f"{number:02d}", strict=True))
    ]
    return found[::-1] if descending else found


def _season_bounds(text: str, year: str, month: str, day: str | None) -> tuple[Instant, Instant]:
    if int(month) not in SEASON_MONTHS or day:
        raise DateError(_why_not(text, year, month, day))
    from_month, to_month = SEASON_MONTHS[int(month)]
    first, last = next(_years(year, False)), next(_years(year, True))
    if to_month > 12:
        last, to_month = last + 1, to_month - 12
    return instant(first, from_month, 1), instant(last, to_month, days_in_month(last, to_month), DAY - 1)


def _why_not(text: str, year: str, month: str | None, day: str | None) -> str:
    if month and month.isdigit() and int(month) in SEASON_MONTHS:
        return f"'{text}' is not a date: {month} is a season, which has no days; write {year}-{month}"
    if month and not _matching(month, range(1, 13), False):
        return f"'{text}' is not a date: there is no month {month}; write a month as 01 to 12"
    if "X" in year + (month or ""):
        return f"'{text}' is not a date: no month that it allows has a day {day}"
    length = days_in_month(int(year), int(month or 1))
    return f"'{text}' is not a date: there is no day {day} in {year}-{month}; write a day as 01 to {length}"
