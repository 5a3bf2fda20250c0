"""Days, months and years as an expression of time names them, and as EDTF."""

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

Unit = Literal[
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "fortnight",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
]

UNIT_DAYS = {
    **{"minute": 0.001, "hour": 0.04, "day": 1.0, "weekend": 2.0, "week": 7.0, "fortnight": 14.0, "month": 30.4},
    **{"quarter": 91.0, "season": 91.0, "half": 182.0, "year": 365.0, "decade": 3650.0, "century": 36500.0},
}
"""How long a unit lasts, in days, for comparing units."""


@dataclass(frozen=True, slots=True)
class When:
    """A calendar day, month, year, season, decade or century, or the range from the first to the last of a week.

    `edtf` says it; `first` and `last` are its first and last day, None outside the years 1 to 9999.
    """

    edtf: str
    unit: Unit
    first: dt.date | None
    last: dt.date | None

    @property
    def year(self) -> int | None:
        """The year that it begins in."""
        return self.first.year if self.first else None


def day(value: dt.date) -> When:
    """Return a day."""
    return When(value.isoformat(), "day", value, value)


def written(year: int, month: int | None = None, of_month: int | None = None) -> When | None:
    """Return a year, month or day from its numbers, or None where there is none such."""
    if not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return When(f"{year:04d}", "year", dt.date(year, 1, 1), dt.date(year, 12, 31))
    length = calendar.monthrange(year, month)[1]
    if of_month is None:
        return When(f"{year:04d}-{month:02d}", "month", dt.date(year, month, 1), dt.date(year, month, length))
    return day(dt.date(year, month, of_month)) if 1 <= of_month <= length else None


def between(first: dt.date, last: dt.date, unit: Unit) -> When:
    """Return the days from one to another, both included."""
    return When(f"{first.isoformat()}/{last.isoformat()}", unit, first, last)


def months(year: int, first: int, last: int, unit: Unit) -> When | None:
    """Return the months from one to another of a year, both included."""
    start, end = written(year, first), written(year, last)
    if not start or not end or not start.first or not end.last:
        return None
    return When(f"{start.edtf}/{end.edtf}", unit, start.first, end.last)


def feast(year: int, named: str) -> When | None:
    """Return a day that is another one each year.

    `easter-2` is two days before Easter of the West; `thu-11-4` the fourth Thursday of November, `mon-5-l` the last
    Monday of May.
    """
    if not 1583 <= year <= 4099:
        return None
    if named.startswith("easter"):
        return day(_easter(year) + dt.timedelta(int(named.removeprefix("easter") or 0)))
    weekday, month, which = named.split("-")
    days = [week[_WEEKDAYS.index(weekday)] for week in calendar.monthcalendar(year, int(month))]
    found = [one for one in days if one]
    return day(dt.date(year, int(month), found[-1] if which == "l" else found[int(which) - 1]))


def _easter(year: int) -> dt.date:
    """Easter Sunday of the West: the Sunday after the first full moon of spring, by the tables of the calendar."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    past_sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return dt.date(year, 3, 28) + dt.timedelta(moon - past_sunday)


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def season(year: int, number: int) -> When | None:
    """Return a season of a year by its number in EDTF: 21 is spring. Winter begins in December of its year."""
    if not 1 <= year <= 9998:
        return None
    month = 3 * (number - 20)
    last_year, last_month = (year + 1, 2) if number == 24 else (year, month + 2)
    length = calendar.monthrange(last_year, last_month)[1]
    return When(f"{year:04d}-{number}", "season", dt.date(year, month, 1), dt.date(last_year, last_month, length))


def decade(year: int) -> When | None:
    """Return the ten years that a year is in."""
    start = year // 10 * 10
    return (
        When(f"{start // 10:03d}X", "decade", dt.date(max(start, 1), 1, 1), dt.date(start + 9, 12, 31))
        if year > 0
        else None
    )


def century(number: int) -> When | None:
    """Return a century by its number: the 20th is 19XX."""
    start = (number - 1) * 100
    if not 0 <= start <= 9900:
        return None
    return When(f"{number - 1:02d}XX", "century", dt.date(max(start, 1), 1, 1), dt.date(start + 99, 12, 31))


def holding(value: dt.date, unit: Unit) -> When | None:
    """Return the unit that a day is in: its ISO week, its month, its decade."""
    monday = value - dt.timedelta(value.weekday()) if value.toordinal() > 7 else value
    match unit:
        case "week":
            return between(monday, monday + dt.timedelta(6), "week")
        case "fortnight":
            return between(monday, monday + dt.timedelta(13), "fortnight")
        case "weekend":
            return between(monday + dt.timedelta(5), monday + dt.timedelta(6), "weekend")
        case "month":
            return written(value.year, value.month)
        case "quarter":
            first = (value.month - 1) // 3 * 3 + 1
            return months(value.year, first, first + 2, "quarter")
        case "half":
            return months(value.year, 1, 6, "half") if value.month <= 6 else months(value.year, 7, 12, "half")
        case "season":
            return season(value.year, 20 + (value.month // 3 or 4)) if value.month > 2 else season(value.year - 1, 24)
        case "year":
            return written(value.year)
        case "decade":
            return decade(value.year)
        case "century":
            return century(value.year // 100 + 1)
        case _:
            return day(value)


def moved(value: dt.date, count: int, unit: Unit) -> dt.date | None:
    """Return the day that lies a number of units after another (before it, where the number is negative)."""
    try:
        if unit in ("day", "week", "weekend", "fortnight"):
            return value + dt.timedelta(count * {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}[unit])
        if unit in ("hour", "minute"):
            return (dt.datetime.combine(value, dt.time(12)) + dt.timedelta(**{f"{unit}s": count})).date()
        by = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[
            unit
        ] * count
        index = value.year * 12 + value.month - 1 + by
        year, month = divmod(index, 12)
        return dt.date(year, month + 1, min(value.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None
