"""The dates of a row: in columns for year, month and day, or in words; as EDTF, with what is in doubt."""

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import Literal

from generator.dates.expressions import expressions
from generator.dates.parse import DateError, parse_edtf

Order = Literal["day-first", "month-first"]
_FIGURES = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}
_FORMULA = re.compile(r"=\s*[A-Za-z(+-]")
_LONGEST = 120


class DayError(ValueError):
    """A date that cannot be read, as words that go on from “the date”."""


def date_of(cells: Mapping[str, str], order: Order | None, today: date, language: str) -> tuple[str, str]:
    """The EDTF date of a row, and what is in doubt of it, or nothing; raises DayError."""
    if "year" in cells:
        start, doubt = _in_columns(cells, "")
        end, more = _in_columns(cells, "end_") if "end_year" in cells else ("", "")
    else:
        if "date" not in cells:
            raise DayError("is missing")
        start, doubt = _in_words(cells["date"], order, today, language)
        end, more = _in_words(cells["end"], order, today, language) if "end" in cells else ("", "")
    written = f"{start}/{end}" if end and end != start else start
    try:
        parse_edtf(written)
    except DateError as error:
        raise DayError(f"cannot be read: {error}") from None
    return written, doubt or more


def is_formula(text: str) -> bool:
    """Say whether a cell is a formula in place of what it gives."""
    return _FORMULA.match(text) is not None


def _in_columns(cells: Mapping[str, str], prefix: str) -> tuple[str, str]:
    year, doubt = _year(cells[f"{prefix}year"])
    month, day = cells.get(f"{prefix}month", ""), cells.get(f"{prefix}day", "")
    if clock := cells.get(f"{prefix}time"):
        doubt = f"the table gives a time, {clock[:40]}, without a zone: write it as `T15:30Z` if it matters"
    if not month:
        if day:
            raise DayError(f"has a day, `{day[:20]}`, and no month")
        return year, doubt
    number = _MONTHS.get(month.casefold().rstrip(".")) or _number(month, "month")
    return f"{year}-{number:02}" + (f"-{_number(day, 'day'):02}" if day else ""), doubt


def _year(text: str) -> tuple[str, str]:
    """A year, of which tables count those before our era without a year 0."""
    number = _number(text, "year")
    if abs(number) > 9999:
        raise DayError(f"has the year `{text[:20]}`, and years have at most four digits")
    if number < 0:
        return (
            f"-{abs(number + 1):04}" if number < -1 else "0000",
            f"the table has the year {number}, read as {-number} BC",
        )
    return f"{number:04}", ""


def _number(text: str, what: str) -> int:
    found = re.fullmatch(r"([+-]?[0-9]{1,12})(?:\.0+)?", text.replace(",", ""))
    if not found:
        raise DayError(f"has the {what} `{text[:20]}`, which is no number")
    return int(found[1])


def _in_words(text: str, order: Order | None, today: date, language: str) -> tuple[str, str]:
    try:
        parse_edtf(text)
    except DateError:
        pass
    else:
        return text, ""
    if figures := _FIGURES.fullmatch(text):
        return _in_figures(text, figures, order)
    if stamp := re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+(?:Z|[+-][0-9:]+)?", text):
        return stamp[1], f"the table gives `{text}`"
    found = expressions(text, today, language) if len(text) <= _LONGEST else ()
    if len(found) == 1 and found[0].stated and found[0].edtf and len(found[0].words) >= len(text.strip(" .")) - 1:
        return found[0].edtf, f"read from “{text}”"
    raise DayError(f"`{text[:60]}` cannot be read: write it as 2025-11-06, 2025-11 or 2025")


def _in_figures(text: str, figures: re.Match[str], order: Order | None) -> tuple[str, str]:
    one, other, year = (int(part) for part in figures.groups())
    if one == other or (one > 12) != (other > 12):
        day, month = (one, other) if one > 12 or one == other else (other, one)
        return f"{year:04}-{month:02}-{day:02}", ""
    if order is None:
        raise DayError(f"`{text}` can be read in two ways: say `--dates day-first` or `--dates month-first`")
    day, month = (one, other) if order == "day-first" else (other, one)
    return f"{year:04}-{month:02}-{day:02}", ""
