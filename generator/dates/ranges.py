"""The two ends of a range as one expression: "from November 20 to December 11", "1939-1945"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator.dates.expression import Expression
from generator.dates.grammar import Meaning
from generator.dates.resolve import aligned
from generator.dates.tokens import Words
from generator.dates.whens import When

Found = tuple[Expression, Meaning]


def with_ranges(found: list[Found], words: Words, code: str) -> Iterator[Expression]:
    """Yield expressions in order, with each two that are the ends of a range as one."""
    at = 0
    while at < len(found):
        joined = _joined(found[at], found[at + 1], words, code) if at + 1 < len(found) else None
        yield joined or found[at][0]
        at += 2 if joined else 1


_JOINTS = {
    "en": (r"to|through|thru|until|till", "and"),
    "fr": (r"au?|à|jusqu['’]au?|jusqu['’]à", "et"),
    "de": (r"bis(?: zum)?", "und"),
    "es": (r"al?|hasta", "y|e"),
    "ru": (r"до|по", "и"),
    "ar": (r"إلى|حتى", "و"),
    "he": (r"ו?עד", "ו"),
}
"""For each language, what stands between the ends of a range, and what does where "between" stands before them."""


@cache
def _joint(code: str) -> re.Pattern[str]:
    to, both = _JOINTS.get(code, ("to", "and"))
    article = r"(?:the |les? |la |el |de[mnr] |ל-?)?"
    return re.compile(
        rf"\s?[-–—]\s?|/|,? (?:{to}) {article}|,? (?P<and>{both}) ?{article}|(?P<both> (?:ו|ל|ל-))", re.IGNORECASE
    )


_OPENS = re.compile(r"(?:between|entre|zwischen|между|بين|בין)\b", re.IGNORECASE)


def _joined(first: Found, second: Found, words: Words, code: str) -> Expression | None:
    (here, start), (after, end) = first, second
    between = words.text[here.end : after.core[0]]
    joint = _joint(code).fullmatch(between)
    if not joint or not (here.when and after.when and here.when.first and after.when.last):
        return None
    if (joint["and"] or joint["both"]) and not _OPENS.match(here.words):
        return None
    since, until = aligned((start, here.when), (end, after.when))
    if not since.first or not until.first or not until.last or since.first > until.first:
        return None
    if until.first and until.first < since.first:  # "Friday - the beginning of the year", in February
        return None
    if since.unit not in (until.unit, "day", "month", "year"):
        return None
    when = When(f"{since.edtf.split('/')[0]}/{until.edtf.split('/')[-1]}", until.unit, since.first, until.last)
    return replace(
        here,
        end=after.end,
        words=words.text[here.start : after.end],
        when=when,
        bound=None,
        ends=(replace(here, when=since, bound=None), replace(after, when=until)),
        core=(here.core[0], after.core[1]),
        stated=after.stated and (here.stated or start.kind == "calendar"),
    )
