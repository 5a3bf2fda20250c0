"""Whether words give a date themselves: "13 September 1993" does, "Thursday" does not."""

# Not a reader of dates: the record's date is known, and only whether a text names its parts close together is asked.
# Names of months come from CLDR, in the article's language and in English.

import re
import unicodedata
from functools import cache

from babel import Locale

from generator.dates.edtf import Edtf
from generator.words.language import locale_of, primary

_CLOSE = 40  # characters on either side of the year in which month and day are looked for
_KINDS = {"ar": ("ar_SY", "ar_MA")}
"""Languages that name the months in several ways, by region."""


def gives_date(text: str, language: str, date: Edtf) -> bool:
    """Say whether a text in a language (BCP 47) names a date's year, month and day, as far as the date has them."""
    if date.precision == "interval" and date.start and date.end:
        return all(gives_date(text, language, end) for end in (date.start, date.end))
    if date.precision not in ("day", "month", "year") or date.unspecified:
        return False
    year, month, day = (*(part.digits for part in date.parts), "", "")[:3]
    folded = _folded(text)
    return any(
        _has_month_and_day(folded[max(0, found.start() - _CLOSE) : found.end() + _CLOSE], language, month, day)
        for found in re.finditer(_number(year), folded)
    )


def _has_month_and_day(text: str, language: str, month: str, day: str) -> bool:
    if not month:
        return True
    if day and re.search(_in_figures(month, day), text):
        return True
    named = any(
        re.search(rf"(?<![a-z]){re.escape(name)}", text) for name in _month_names(primary(language), int(month))
    )
    return named and (not day or re.search(_number(day), text) is not None)


def _number(digits: str) -> str:
    return rf"(?<!\d)0*{int(digits)}(?!\d)"


def _in_figures(month: str, day: str) -> str:
    """Day and month in figures, in either order, beside each other."""
    one, other = rf"0?{int(day)}", rf"0?{int(month)}"
    return rf"(?<!\d){one}[./-]{other}(?!\d)|(?<!\d){other}(?:[./-]|月){one}(?!\d)"


@cache
def _month_names(language: str, month: int) -> frozenset[str]:
    locales = [locale_of(language), Locale("en"), *map(Locale.parse, _KINDS.get(language, ()))]
    names = {
        str(locale.months[form][width][month])
        for locale in locales
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
    }
    return frozenset(_folded(name).rstrip(".") for name in names if not name.isdigit() and len(name) > 1)


def _folded(text: str) -> str:
    """A text without the differences that do not matter here: width, case, marks, and whose digits they are."""
    if text.isascii():
        return text.casefold()
    plain = "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in unicodedata.normalize("NFKC", text)
    )
    return plain.casefold()
