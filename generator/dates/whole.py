"""Whole dates in languages that the grammar does not know, read by dateparser: "6 de novembro de 2025"."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_CANDIDATE = re.compile(
    r"(?<!\w)\d{1,2}(?!\d)[.ºª]?\s(?:[^\W\d_]{1,3}\s)?[^\W\d_]{2,16}[.,]?\s(?:[^\W\d_]{1,3}\s)?\d{4}(?!\w)"
)
"""Day, month and year, of which the month is a word, with a short word between them or none."""
_SETTINGS = {
    "DATE_ORDER": "DMY",
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "RETURN_AS_TIMEZONE_AWARE": False,
    "TIMEZONE": "UTC",
}


@dataclass(frozen=True, slots=True)
class WholeDate:
    """A day that is written with its month and year, and where it stands in the text."""

    start: int
    end: int
    day: date


def whole_dates(text: str, language: str) -> Iterator[WholeDate]:
    """Yield the whole dates of a text in a language (its code of two letters), where dateparser knows the language."""
    for found in _CANDIDATE.finditer(text):
        if day := _read(" ".join(found.group().split()), language):
            yield WholeDate(*found.span(), day)


@lru_cache(maxsize=4096)
def _read(words: str, language: str) -> date | None:
    import dateparser  # here, because it takes half a second, which nobody needs but for these languages

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read = dateparser.parse(words, languages=[language], settings=_SETTINGS)
    except ValueError:  # a language that dateparser does not know
        return None
    return read.date() if read else None
