"""What an expression of time means by the one beside it: "four days after the vote of March 3"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.dates import whens
from generator.dates.expression import Expression
from generator.dates.ranges import Found
from generator.dates.resolve import Anchors, resolved

_AFTER_BEFORE = {
    "en": ("after|following", "before|prior to"),
    "fr": ("après", "avant"),
    "de": ("nach", "vor"),
    "es": ("después de|tras", "antes de"),
    "ru": ("после", "до"),
    "ar": ("من|بعد", "قبل"),
    "he": ("אחרי|לאחר", "לפני"),
}
"""For each language, what leads from a length of time to what it is counted from, on and back."""
_JOINTS = {
    code: re.compile(rf"\s(?:(?P<after>{after})|(?P<before>{before}))[^.,;:!?()\n]{{0,80}}")
    for code, (after, before) in _AFTER_BEFORE.items()
}
_AND = {
    code: re.compile(rf"\s(?:{both})\s?")
    for code, both in {"en": "and", "fr": "et", "de": "und", "es": "y|e", "ru": "и", "ar": "و", "he": "ו"}.items()
}
_DAY_NEXT = {
    "en": re.compile(r"(?P<words>\b(?:a|one) day (?:(?P<after>after)|before))\b[^.,;:!?()\n]{0,60}$", re.IGNORECASE)
}
"""For each language, one day after something, which is no expression where that has no date."""
_ENDS = ("by", "until", "before")
_STOPS = re.compile(r"[.!?…]\s|\n")
_COUNTED = ("day", "week", "month", "year")


def with_neighbours(found: Sequence[Found], opened: set[int], text: str, anchors: Anchors, code: str) -> list[Found]:
    """Return expressions in order, with those changed that the one after them gives their meaning.

    `opened` are the places in `found` of those that "from" leads to: they are open, where no end is named.
    """
    made: list[Found] = []
    last = 0
    for at, one in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        if (day := _day_next(one, text[max(last, one[0].start - 80) : one[0].start], code)) is not None:
            made.append(day)
        if after:
            one = _counted(one, after, text, code)
            if at in opened and after[0].bound in _ENDS and not _STOPS.search(text, one[0].end, after[0].start):
                one = (replace(one[0], bound=None), one[1])
            if _are_months_past(one, after, text, anchors, code):
                one = _of_the_past(one, anchors)
        if at and _are_months_past(found[at - 1], one, text, anchors, code):
            one = _of_the_past(one, anchors)
        made.append(one)
        last = one[0].end
    return made


def _day_next(one: Found, before: str, code: str) -> Found | None:
    """`a day after the March 3 vote`, of which the words up to "after" are still to be read."""
    expression, meaning = one
    when = expression.when
    told = _DAY_NEXT[code].search(before) if code in _DAY_NEXT and when and when.unit == "day" else None
    if told is None or when is None or when.first is None:
        return None
    moved = whens.moved(when.first, 1 if told["after"] else -1, "day")
    if moved is None:
        return None
    start = expression.start - len(before) + told.start()
    end = start + len(told["words"])
    shift = replace(meaning, kind="shift", anchor="named", year=None, month=None, weekday=None)
    made = replace(
        expression,
        start=start,
        end=end,
        words=told["words"],
        kind="shift",
        when=whens.day(moved),
        bound=None,
        part=None,
        core=(start, end),
    )
    return made, shift


def _counted(one: Found, after: Found, text: str, code: str) -> Found:
    """`four days after the vote of March 3`: from that day; where no day is named, as long as it says."""
    expression, meaning = one
    is_length = meaning.kind == "duration" or (meaning.kind == "shift" and meaning.direction == 1)
    if not is_length or not meaning.offset or meaning.unit not in _COUNTED or code not in _JOINTS:
        return one
    joint = _JOINTS[code].fullmatch(text, expression.end, after[0].start)
    origin = after[0].when
    if joint is None or origin is None or origin.unit != "day" or origin.first is None or after[1].kind != "calendar":
        return one
    moved = whens.moved(origin.first, meaning.offset * (1 if joint["after"] else -1), meaning.unit)
    when = moved and whens.holding(moved, meaning.unit)
    if not when:
        return one
    return replace(expression, kind="shift", when=when, bound=None), replace(meaning, kind="shift", anchor="named")


def _are_months_past(one: Found, after: Found, text: str, anchors: Anchors, code: str) -> bool:
    """Whether two months are told together, to come next, and nothing says that they are: they are the last ones."""
    (first, start), (second, end) = one, after
    if anchors.historic or code not in _AND or not _AND[code].fullmatch(text, first.end, second.start):
        return False
    return all(
        meaning.kind == "calendar"
        and meaning.unit == "month"
        and meaning.year is None
        and meaning.year_offset is None
        and meaning.offset is None
        and expression.tense == 0
        and expression.bound is None
        for expression, meaning in ((first, start), (second, end))
    )


def _of_the_past(one: Found, anchors: Anchors) -> Found:
    expression, meaning = one
    return replace(expression, when=resolved(meaning, anchors, -1)), meaning


def is_open(expression: Expression, text: str) -> bool:
    """Whether "from 12 August" opens: at the head of a sentence, or where the clause looks on; else it may compare."""
    before = text[max(expression.start - 2, 0) : expression.start]
    return expression.tense > 0 or not before.strip() or before[0] in ".!?\n"
