"""EDTF dates: what an expression allows, in order (ISO 8601-2:2019, section 4; the Library of Congress's profile)."""

# Levels 0, 1 and 2. Our one extension: a time may leave out its seconds (`2025-11-06T15:30Z`), as RECORDS asks.
# The bounds of an unknown end (`1985/`) are open, like those of `..`: nobody knows them.
# Winter (24) begins in December of its year and ends in February of the next.

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from generator.instants import DAY, FIRST, LAST, Instant, days_in_month, instant

__all__ = ["DateError", "Edtf", "Instant", "parse_edtf", "words_between"]

Precision = Literal[
    "second", "minute", "day", "month", "season", "year", "decade", "century", "millennium", "interval", "set"
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
    r"(?P<day>-?[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?"
    r"(?P<zone>Z|(?P<sign>[+-])(?P<zh>[0-9]{2})(?::?(?P<zm>[0-9]{2}))?)?",
    re.ASCII,
)


class DateError(ValueError):
    """A text that is no EDTF date; the message says what is wrong and what would be right."""


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
    def sort_key(self) -> tuple[Instant, Instant, str]:
        """A total order: by the earliest instant, then the latest, then the text."""
        return (self.earliest, self.latest, self.text)

    @property
    def is_exact(self) -> bool:
        """Whether this is one certain day or time."""
        blurred = self.approximate or self.uncertain or self.unspecified
        return self.precision in ("day", "minute", "second") and not blurred

    def words(self) -> str:
        """The expression as people write it."""
        from generator.date_words import words_of  # the words know the dates, and not the other way round

        return words_of(self)

    def overlaps(self, other: "Edtf") -> bool:
        """Say whether both may be the same moment."""
        return self.earliest <= other.latest and other.earliest <= self.latest


@lru_cache(maxsize=65_536)
def parse_edtf(text: str) -> Edtf:
    """Parse an EDTF expression of level 0, 1 or 2; raises DateError, and nothing else, for whatever is none."""
    if len(text) > MAX_CHARACTERS:
        raise DateError(f"'{text[:20]}…' is too long to be a date; write it as 2025-11-06")
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _parse_set(text)
    if "/" in text:
        return _parse_interval(text)
    if "T" in text:
        return _parse_time(text)
    return _parse_date(text)


def words_between(first: Edtf, later: Edtf) -> str:
    """Say how long after the first date the later one is, only as exactly as both are known."""
    if not (first.earliest.is_finite and later.earliest.is_finite):
        return "at a time not known"
    days = int(later.earliest.seconds) // DAY - int(first.earliest.seconds) // DAY
    exact = first.is_exact and later.is_exact
    if days == 0 and exact:
        return "the same day"
    if first.overlaps(later) and not exact:
        return "about the same time" if later.latest.is_finite and first.latest.is_finite else "the same day or later"
    about = "" if exact else "about "
    if abs(days) >= 730:
        amount = f"about {round(abs(days) / 365.25)} years"
    elif abs(days) >= 62:
        amount = f"about {round(abs(days) / 30.44)} months"
    else:
        amount = f"{about}{abs(days)} day{'s' if abs(days) != 1 else ''}"
    return f"{amount} {'after' if days >= 0 else 'before'}"


def _not_a_date(text: str) -> DateError:
    shown = "".join(character if character.isprintable() else "\ufffd" for character in text)
    return DateError(
        f"'{shown}' is not an EDTF date; write 2025-11-06, 2025-11 or 2025, 2025~ for about, 2025? for uncertain,"
        " 2025-11-06/2025-11-08 for a range"
    )


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
            raise _not_a_date(text)
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
        raise _not_a_date(text)
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
        level=max([half.level for half in both] + [0 if start and end else 1]),
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
        raise DateError(f"'{text}' is not a date with a time; write 2025-11-06T15:30Z")
    day = _parse_date(found["day"])
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if not (hour < 24 and minute < 60 and second < 60) and (hour, minute, second) != (24, 0, 0):
        raise DateError(f"'{text}' has no such time of day; hours are 00 to 23, minutes and seconds 00 to 59")
    at = int(day.earliest.seconds) + hour * 3600 + minute * 60 + second - _offset(text, found)
    last = at if found["second"] else at + 59
    return Edtf(text, Instant(at), Instant(last), "second" if found["second"] else "minute", level=day.level)


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
        raise _not_a_date(text)
    if found["long"]:
        return _parse_long_year(text, found)
    year, month, day = found["year"], found["month"], found["day"]
    if year == "-0000":
        raise DateError(f"'{text}': there is no year -0000; write 0000 for 1 BC")
    if found["digits"] and (month or int(found["digits"]) > 4 + year.startswith("-")):
        raise _not_a_date(text)
    marks = "".join(found[name] or "" for name in ("q1", "q2", "q3", "q4", "q5", "q6"))
    first, last = _bounds(text, year, month, day)
    return Edtf(
        text,
        first,
        last,
        _precision(year, month, day),
        level=_level(found),
        approximate="~" in marks or "%" in marks,
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
    return Edtf(
        text,
        instant(year, 1, 1),
        instant(year, 12, 31, DAY - 1),
        "year",
        level=2 if power or found["digits"] else 1,
        approximate="~" in marks or "%" in marks,
        uncertain="?" in marks or "%" in marks,
    )


def _precision(year: str, month: str | None, day: str | None) -> Precision:
    if day and "X" not in day and "X" not in (month or ""):
        return "day"
    if month and month.isdigit() and int(month) > 12:
        return "season"
    if month and "X" not in month:
        return "month"
    tail: dict[int, Precision] = {1: "decade", 2: "century", 3: "millennium", 4: "millennium"}
    unknown = len(year) - len(year.rstrip("X"))
    return "year" if month else tail.get(unknown, "year")


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
    if month and month.isdigit() and not 1 <= int(month) <= 12:
        return f"'{text}': there is no month {month}; months are 01 to 12, and seasons 21 to 24"
    if month and not _matching(month, range(1, 13), False):
        return f"'{text}': there is no month {month}; months are 01 to 12"
    return f"'{text}': there is no day {day} in that month; correct the day or the month"
