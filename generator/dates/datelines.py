"""When a report was written, as its text says: a date alone on its line, or the dateline before its first words."""

import re
from datetime import date

from generator.dates.expression import Expression


def is_own_date(expression: Expression, text: str, day: date) -> bool:
    """Whether this is the article's own date, alone on its line."""
    when = expression.when
    if when is None or when.unit != "day" or not when.first or abs((when.first - day).days) > 1:
        return False
    before, after = _beside(expression, text)
    if not before.strip() and expression.start == expression.core[0] and expression.stated and _RUN_IN.match(after):
        return True
    return not after.strip() and (not before.strip() or (before.isupper() and len(before) < _PLACE_LENGTH))


_RUN_IN = re.compile(r" +[A-ZÀ-ÖØ-ÞА-ЯЁ]")
"""What follows a date that stands at the head of the first sentence, and is no part of it."""
_PLACE_LENGTH = 40
_BESIDE = 100
"""How much of its line to look at on either side of an expression: more would cost the square of a long line."""


def _beside(expression: Expression, text: str) -> tuple[str, str]:
    """Return what stands on the line of an expression before and after it, as far as it matters."""
    before = text[max(expression.start - _BESIDE, 0) : expression.start].rpartition("\n")[2]
    return before, text[expression.end : expression.end + _BESIDE].partition("\n")[0]


_FILED_DAYS = 7
_PLACE = re.compile(r"\s*[^\W\d_][^\n;:!?]{1,60}?[,.(]?\s*\(?")
_AGENCY = re.compile(
    r"\s*(?:,?\s*\d{4}\s*)?(?P<agency>[,/]?\s?\(?[^\W\d_][\w .]{1,24}\)\s*|/[\w ]{2,24}/\s*)?[-–—](?!\w)"
)


def filed(expression: Expression, text: str, day: date) -> date | None:
    """Return the day when a report was filed, where an expression is that of its dateline: some days about `day`."""
    when = expression.when
    if when is None or when.unit != "day" or not when.first or abs((when.first - day).days) > _FILED_DAYS:
        return None
    before, rest = _beside(expression, text)
    after = _AGENCY.match(rest)
    if not after or len(before) > 80 or not _PLACE.fullmatch(before):
        return None
    return when.first if after["agency"] or before.isupper() else None
