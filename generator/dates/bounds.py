"""The first and last second that the written parts of a date allow, where X may be any digit."""

# Winter (24) begins in December of its year and ends in February of the next.

from collections.abc import Iterator
from itertools import product

from generator.dates.instants import DAY, Instant, days_in_month, instant

SEASON_MONTHS = {
    **{21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)},
    **{25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14)},  # northern hemisphere
    **{29: (9, 11), 30: (12, 14), 31: (3, 5), 32: (6, 8)},  # southern hemisphere
    **{33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)},  # quarters
    **{37: (1, 4), 38: (5, 8), 39: (9, 12)},  # quadrimesters
    **{40: (1, 6), 41: (7, 12)},  # semesters
}
"""Season or part of a year to its first and last month, from ISO 8601-2, table 2; months above 12 are next year's."""


def bounds_of(year: str, month: str | None, day: str | None) -> tuple[Instant, Instant] | None:
    """Return the first and last second that the parts of a date allow, or None where no day is like that."""
    if month and month.isdigit() and int(month) > 12:
        return _season_bounds(year, month, day)
    first = next(_days(year, month, day, descending=False), None)
    last = next(_days(year, month, day, descending=True), None)
    if first is None or last is None:
        return None
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


def _season_bounds(year: str, month: str, day: str | None) -> tuple[Instant, Instant] | None:
    if int(month) not in SEASON_MONTHS or day:
        return None
    from_month, to_month = SEASON_MONTHS[int(month)]
    first, last = next(_years(year, False)), next(_years(year, True))
    if to_month > 12:
        last, to_month = last + 1, to_month - 12
    return instant(first, from_month, 1), instant(last, to_month, days_in_month(last, to_month), DAY - 1)


def why_not(text: str, year: str, month: str | None, day: str | None) -> str:
    """Say why no day is like the parts of a date, and what would be right."""
    if month and month.isdigit() and int(month) in SEASON_MONTHS:
        return f"`{text}` is not a date: {month} is a season, which has no days; write {year}-{month}"
    if month == "00":
        return f"`{text}` is not a date: there is no month 00; write `{year}` where the month is not known"
    if month and not _matching(month, range(1, 13), False):
        return f"`{text}` is not a date: there is no month {month}; write a month as 01 to 12"
    if "X" in year + (month or ""):
        return f"`{text}` is not a date: no month that it allows has a day {day}"
    if day == "00":
        return f"`{text}` is not a date: there is no day 00; write `{year}-{month}` where the day is not known"
    length = days_in_month(int(year), int(month or 1))
    return f"`{text}` is not a date: there is no day {day} in {year}-{month}; write a day as 01 to {length}"
