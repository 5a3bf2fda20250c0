"""Expressions of time in a text: where they stand, and the EDTF that they mean on the day when it was written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.dates.grammar import PATTERN, RULES, Kind, Match, Meaning
from generator.dates.resolve import Anchors, resolved
from generator.dates.tense import tense_at
from generator.dates.tokens import Word, Words, words_of
from generator.dates.tongues import tongue
from generator.dates.tongues.tongue import Tongue
from generator.dates.whens import When

Bound = Literal["by", "until", "since", "before", "after"]


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time: its first and last place in the text (the second excluded) and what it means.

    `when` is the calendar days that it names, None where it names none ("soon", "for 30 years", "every week").
    `ends` are the two expressions of a range. `core` is where the words stand without what leads them in ("by", "in").
    """

    start: int
    end: int
    words: str
    kind: Kind
    when: When | None
    bound: Bound | None = None
    part: str | None = None
    direction: int = 0
    stated: bool = False
    """Whether the words alone tell the date, without the day of publication: "May 3, 2010"."""
    ends: tuple["Expression", "Expression"] | None = None
    core: tuple[int, int] = (0, 0)

    @property
    def edtf(self) -> str | None:
        """What it means as EDTF, with an open end where it is a bound: "by 2030" is `../2030`."""
        if self.when is None:
            return None
        if self.ends or "/" in self.when.edtf:
            return self.when.edtf
        match self.bound:
            case "by" | "until" | "before":
                return f"../{self.when.edtf}"
            case "since" | "after":
                return f"{self.when.edtf}/.."
            case _:
                return self.when.edtf


def expressions(text: str, day: date, language: str = "en") -> tuple[Expression, ...]:
    """Return the expressions of time of a text, in order; `day` is the day of publication.

    They are resolved one after another, because some lean on the last date named ("the next day").
    """
    known = tongue(language)
    words = words_of(text, known)
    anchors = Anchors.of(words, day, known)
    found: list[Expression] = []
    for first, last, meaning in _meanings(words):
        expression = _expression(words, first, last, meaning, anchors, known)
        if expression is None or _is_dateline(expression, text, day):
            continue
        if expression.when and meaning.kind != "recurring":
            anchors = anchors.after(expression.when)
        found.append(expression)
    return tuple(_ranges(found, words))


def _is_dateline(expression: Expression, text: str, day: date) -> bool:
    """Whether this is the article's own date, alone on its line."""
    when = expression.when
    if when is None or when.unit != "day" or not when.first or abs((when.first - day).days) > 1:
        return False
    before = text[text.rfind("\n", 0, expression.start) + 1 : expression.start]
    return not before.strip() and not text[expression.end :].split("\n", 1)[0].strip()


def _meanings(words: Words) -> Iterator[tuple[int, int, Meaning]]:
    for match in PATTERN.finditer(words.signs):
        rule = RULES[(match.lastindex or 1) - 1]
        meaning = rule.meaning(Match(words.words[match.start() : match.end()]))
        if meaning and _is_time(words, match.start(), match.end() - 1, meaning):
            yield match.start(), match.end() - 1, meaning


_LEADS_YEAR = {"IN", "BY", "FROM", "TO", "OF", "THE", "AND", "PART", "OPEN", "APPROX", "THIS", "COMMA", "DASH"}


def _is_time(words: Words, first: int, last: int, meaning: Meaning) -> bool:
    """Whether words that look like time are: "2000 people" and "Mr. March" are not."""
    head = words.words[first]
    before = words.words[first - 1] if first else None
    after = words.words[last + 1] if last + 1 < len(words.words) else None
    if first == last and head.kind == "YEAR":
        return _is_year(words, head, before, after)
    if first == last and head.weak:
        return _is_weak_time(words, head, before, after)
    if first == last and head.kind == "UNIT":
        return _is_bare_unit(words.words, first)
    if first == last and head.kind == "NTH":
        return first > 1 and words.words[first - 1].kind == "THE" and words.words[first - 2].kind in ("IN", "BY", "TO")
    if first == last and head.kind == "RECURS":
        return words.text[head.start].islower()
    return not (meaning.kind == "calendar" and meaning.unit == "season" and first == last and not _leads(before))


def _is_bare_unit(words: tuple[Word, ...], at: int) -> bool:
    """Whether "the year" is this one: "the end of the year", "over the weekend", "throughout the year"."""
    if words[at].value in ("day", "hour", "minute", "century", "half", "fortnight") or at < 2:
        return bool(at) and words[at].value == "year" and words[at - 1].kind == "PART"
    if words[at - 1].kind == "PART":
        return True
    return words[at - 1].kind == "THE" and words[at - 2].kind in ("PART", "ALL", "BY", "IN")


def _leads(before: Word | None) -> bool:
    return before is not None and before.kind in ("IN", "THE", "BY", "PART", "FROM", "THIS", "ALL", "TO")


def _is_year(words: Words, head: Word, before: Word | None, after: Word | None) -> bool:
    text = words.text
    if head.start and text[head.start - 1] in "$€£#№+/=_.":
        return False
    if after and after.start == head.end and text[after.start] in "%/_+":
        return False
    if after and after.kind == "UNIT":
        return False
    if after and after.kind == "OTHER" and isinstance(after.value, str):
        counted = (
            head.value is not None
            and int(head.value) % 50 == 0
            and text[after.start].islower()
            and len(after.value) > 2
        )
        if (
            int(head.value or 0) < 1900
            and (before is None or before.kind not in _LEADS_YEAR)
            and text[after.start].islower()
        ):
            return False
        return not (counted and (after.value.endswith("s") or after.value in ("people", "men", "women", "million")))
    return True


def _is_weak_time(words: Words, head: Word, before: Word | None, after: Word | None) -> bool:
    if before and before.kind in (
        "IN",
        "BY",
        "FROM",
        "TO",
        "PART",
        "LAST",
        "NEXT",
        "THIS",
        "AND",
        "DASH",
        "THE",
        "APPROX",
    ):
        return True
    if before is None or before.kind == "STOP":
        return bool(after and after.kind in ("DAY", "YEAR", "COMMA"))
    return (
        not (after and after.kind in ("IN", "OF", "TO"))
        and before.kind in ("OTHER", "COMMA")
        and head.kind != "WEEKDAY"
    )


def _expression(
    words: Words, first: int, last: int, meaning: Meaning, anchors: Anchors, known: Tongue
) -> Expression | None:
    tense = tense_at(words, first, last, known)
    when = resolved(meaning, anchors, tense)
    if meaning.kind == "calendar" and when is None:
        return None
    lead = _Lead.before(words.words, first)
    start, end = words.words[lead.first].start, _with_possessive(words.text, words.words[last].end)
    core = (words.words[lead.core].start, words.words[last].end)
    direction = meaning.direction or tense
    return Expression(
        start,
        end,
        words.text[start:end],
        meaning.kind,
        when,
        lead.bound,
        lead.part,
        direction,
        stated=meaning.kind == "calendar" and (meaning.year is not None or meaning.unit == "century"),
        core=core,
    )


def _with_possessive(text: str, end: int) -> int:
    return end + 2 if text[end : end + 2] in ("'s", "’s") else end


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands before an expression and belongs to it: "by the end of", "in early", "since"."""

    first: int
    core: int
    bound: Bound | None
    part: str | None

    @classmethod
    def before(cls, words: tuple[Word, ...], first: int) -> "_Lead":
        at, core, bound, part = first, first, None, None
        while at and words[at - 1].kind in ("THE", "APPROX", "PART", "OF", "BY", "IN", "FROM", "DASH", "ALL"):
            word = words[at - 1]
            if word.kind == "DASH" and (at < 2 or words[at - 2].kind != "PART"):
                break
            if word.kind == "OF" and (at < 2 or words[at - 2].kind not in ("PART", "UNIT", "DAY", "ALL")):
                break
            if word.kind == "PART":
                part = str(word.value)
            at -= 1
            if word.kind in ("THE", "PART", "APPROX"):
                core = at
            if word.kind == "BY":
                bound = str(word.value)
                break
            if word.kind in ("IN", "FROM"):
                break
        return cls(at, core, bound, part)  # type: ignore[arg-type]


def _ranges(found: list[Expression], words: Words) -> Iterator[Expression]:
    """Join the two ends of a range: "from November 20 to December 11", "1939-1945"."""
    at = 0
    while at < len(found):
        here = found[at]
        after = found[at + 1] if at + 1 < len(found) else None
        if after and (joined := _joined(here, after, words)):
            yield joined
            at += 2
        else:
            yield here
            at += 1


_JOINT = re.compile(r"\s?[-–—]\s?|,? (?:to|through|until|till|and|à|au|bis|al|hasta|до|по|إلى|حتى|עד) ", re.IGNORECASE)
_OPENS = re.compile(r"\b(?:between|entre|zwischen|между|بين|בין)\b", re.IGNORECASE)


def _joined(here: Expression, after: Expression, words: Words) -> Expression | None:
    between = words.text[here.end : after.core[0]]
    if not (here.when and after.when and here.when.first and after.when.last) or not _JOINT.fullmatch(between):
        return None
    if "and" in between and not _OPENS.match(here.words):
        return None
    if here.when.first > after.when.last or here.when.unit not in (after.when.unit, "day", "month", "year"):
        return None
    first, last = here.when.edtf.split("/")[0], after.when.edtf.split("/")[-1]
    when = When(f"{first}/{last}", after.when.unit, here.when.first, after.when.last)
    return replace(
        here,
        end=after.end,
        words=words.text[here.start : after.end],
        when=when,
        bound=None,
        ends=(here, after),
        core=(here.core[0], after.core[1]),
        stated=here.stated and after.stated,
    )
