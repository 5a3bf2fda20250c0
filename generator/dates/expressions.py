"""Expressions of time in a text: where they stand, and the EDTF that they mean on the day when it was written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from generator.dates.grammar import PATTERN, RULES, Kind, Match, Meaning
from generator.dates.resolve import Anchors, aligned, resolved
from generator.dates.tense import tense_at
from generator.dates.tokens import Word, Words, words_of
from generator.dates.tongues import base, tongue
from generator.dates.tongues.tongue import Tongue
from generator.dates.whens import UNIT_DAYS, When
from generator.dates.whens import day as day_of
from generator.dates.whole import whole_dates

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
    tense: int = 0
    """-1 where the verb that governs it is in the past, 1 in the future, 0 where nothing tells."""
    stated: bool = False
    """Whether the words alone tell the date, without the day of publication: "May 3, 2010"."""
    ends: tuple["Expression", "Expression"] | None = None
    core: tuple[int, int] = (0, 0)
    dateline: bool = False
    """Whether it is the day when the report was filed: "MANAMA, Sept 11 (Reuters) -"."""

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


_Found = tuple[Expression, Meaning]


def expressions(text: str, day: date, language: str = "en") -> tuple[Expression, ...]:
    """Return the expressions of time of a text, in order; `day` is the day of publication.

    They are resolved one after another, because some lean on the last date named ("the next day").
    """
    known = tongue(language)
    words = words_of(text, known)
    anchors = Anchors.of(words, day, known)
    found: list[_Found] = []
    is_opening = True
    for first, last, meaning in _meanings(words, known):
        expression = _expression(words, first, last, meaning, anchors, known)
        if expression is None or _is_dateline(expression, text, day):
            continue
        if is_opening and (filed := _filed(expression, text, day)):
            expression, anchors, is_opening = replace(expression, dateline=True), replace(anchors, day=filed), False
        if expression.when and meaning.kind != "recurring":
            anchors = anchors.after(expression.when)
        found.append((expression, meaning))
    ranges = tuple(_ranges(found, words, known.code))
    return ranges if known.code != "und" else _with_whole_dates(ranges, text, base(language))


_EVERY_TENSE = (-1, 0, 1)


def readings(words: str, day: date, language: str) -> tuple[When, ...]:
    """Return every stretch of days that some words may mean that were published on a day, whatever their clause says.

    Nothing comes back where they lean on a date that was named before them ("the same day"), or name none.
    """
    known = tongue(language)
    read = words_of(words, known)
    anchors = Anchors.of(read, day, known)
    found = [(first, last, meaning) for first, last, meaning in _meanings(read, known)]
    if any(meaning.anchor == "named" for _, _, meaning in found):
        return ()
    dated = {
        when.edtf: when
        for first, last, meaning in found
        for one in _all_meant(meaning, day)
        for tense in _EVERY_TENSE
        if (expression := _expression(read, first, last, one, anchors, known, tense)) and (when := expression.when)
    }
    return tuple(dated.values())


def _all_meant(meaning: Meaning, day: date) -> Iterator[Meaning]:
    """A date without its year, as of the last year, of this and of the next: the words do not tell which.

    "Today" and "tonight" are the day beside it, too: where it happened, it may have been another day.
    """
    yield meaning
    if meaning.kind == "holding" and meaning.unit == "day" and meaning.offset is not None:
        yield from (replace(meaning, offset=meaning.offset + by) for by in (-1, 1))
    if meaning.kind == "calendar" and meaning.month and meaning.year is None and meaning.year_offset is None:
        yield from (replace(meaning, year=year) for year in range(day.year - 1, day.year + 2))


def _with_whole_dates(found: tuple[Expression, ...], text: str, language: str) -> tuple[Expression, ...]:
    """Put in whole dates of a language without words of its own, in place of the figures that are parts of them."""
    whole = [
        Expression(
            one.start,
            one.end,
            text[one.start : one.end],
            "calendar",
            day_of(one.day),
            stated=True,
            core=(one.start, one.end),
        )
        for one in whole_dates(text, language)
    ]
    taken = {at for one in whole for at in range(one.start, one.end)}
    kept = [one for one in found if taken.isdisjoint(range(one.start, one.end))]
    return tuple(sorted([*kept, *whole], key=lambda one: one.start))


def _is_dateline(expression: Expression, text: str, day: date) -> bool:
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


def _filed(expression: Expression, text: str, day: date) -> date | None:
    """Return the day when a report was filed, where an expression is that of its dateline: some days about `day`."""
    when = expression.when
    if when is None or when.unit != "day" or not when.first or abs((when.first - day).days) > _FILED_DAYS:
        return None
    before, rest = _beside(expression, text)
    after = _AGENCY.match(rest)
    if not after or len(before) > 80 or not _PLACE.fullmatch(before):
        return None
    return when.first if after["agency"] or before.isupper() else None


def _meanings(words: Words, known: Tongue) -> Iterator[tuple[int, int, Meaning]]:
    for match in PATTERN.finditer(words.signs):
        rule = RULES[(match.lastindex or 1) - 1]
        meaning = rule.meaning(Match(words.words[match.start() : match.end()]))
        if meaning and _is_time(words, match.start(), match.end() - 1, meaning, known):
            yield match.start(), match.end() - 1, meaning


_LEADS_YEAR = {"GLUED", "IN", "BY", "FROM", "TO", "OF", "THE", "AND", "PART", "OPEN", "APPROX", "THIS", "COMMA", "DASH"}


def _is_time(words: Words, first: int, last: int, meaning: Meaning, known: Tongue) -> bool:
    """Whether words that look like time are: "2000 people" and "Mr. March" are not."""
    head = words.words[first]
    before = words.words[first - 1] if first else None
    after = words.words[last + 1] if last + 1 < len(words.words) else None
    if first == last and head.kind == "YEAR":
        return _is_year(words, head, before, after, known)
    if first == last and head.weak:
        return _is_weak_time(words, head, before, after)
    if first == last and head.kind == "UNIT":
        return _is_bare_unit(words.words, first)
    if first == last and head.kind == "NTH":
        return first > 1 and words.words[first - 1].kind == "THE" and words.words[first - 2].kind in ("IN", "BY", "TO")
    if head.kind == "DAYREF" and before and before.kind == "ARTICLE":
        return after is None or after.kind in ("STOP", "COMMA")  # not "a day after the talks"
    if first == last and head.kind == "RECURS":
        return words.text[head.start].islower()
    return not (meaning.kind == "calendar" and meaning.unit == "season" and first == last and not _leads(before))


def _is_bare_unit(words: tuple[Word, ...], at: int) -> bool:
    """Whether "the year" is this one: "the end of the year", "over the weekend", "throughout the year"."""
    if words[at].value in ("day", "hour", "minute", "century", "half", "fortnight") or at < 2:
        return bool(at) and words[at].value == "year" and words[at - 1].kind == "PART"
    if words[at].many:
        return False
    if words[at - 1].kind == "PART":
        return True
    return words[at - 1].kind == "THE" and words[at - 2].kind in ("PART", "ALL", "BY", "IN", "APPROX")


def _leads(before: Word | None) -> bool:
    return before is not None and before.kind in (
        "IN",
        "THE",
        "BY",
        "PART",
        "FROM",
        "THIS",
        "ALL",
        "TO",
        "GLUED",
        "HENCE",
    )


def _is_year(words: Words, head: Word, before: Word | None, after: Word | None, known: Tongue) -> bool:
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
        return not ((counted and after.value.endswith("s")) or after.value in known.people)
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
    words: Words,
    first: int,
    last: int,
    meaning: Meaning,
    anchors: Anchors,
    known: Tongue,
    given: int | None = None,
) -> Expression | None:
    """Make an expression of a meaning; its clause tells the tense, unless one is given."""
    lead = _Lead.before(words.words, first)
    told = given if given is not None else tense_at(words, first, last, known)
    tense = told or (1 if lead.bound in ("by", "until") else 0)
    if not anchors.historic:
        meaning = _looking_on(meaning, words, first, tense)
    when = resolved(meaning, anchors, tense)
    if meaning.kind == "calendar" and when is None:
        return None
    start, end = words.words[lead.first].start, _with_possessive(words.text, words.words[last].end)
    core = (words.words[lead.core].start, words.words[last].end)
    direction = meaning.direction if meaning.kind == "vague" else meaning.direction or tense
    bound = "since" if words.words[first].kind == "AGO" and words.words[first].value == "since" else lead.bound
    return Expression(
        start,
        end,
        words.text[start:end],
        meaning.kind,
        when,
        bound,
        lead.part,
        direction,
        tense,
        stated=meaning.kind == "calendar" and (meaning.year is not None or meaning.unit == "century"),
        core=core,
    )


def _looking_on(meaning: Meaning, words: Words, first: int, tense: int) -> Meaning:
    """Tell "they meet in two weeks" from "built in two weeks", by the tense of the clause."""
    before = words.words[first - 1] if first else None
    if meaning.kind == "duration":
        is_on = tense > 0 and meaning.offset is not None and meaning.direction == 0
        if is_on and before and before.kind == "IN" and before.value == "in" and UNIT_DAYS[meaning.unit] >= 1:
            return replace(meaning, kind="shift", anchor="publication", direction=1)
    elif words.words[first].kind == "HENCE" and meaning.kind == "shift" and tense < 0:
        if words.words[first].value == "in":
            return replace(meaning, kind="duration", direction=0)
        return replace(meaning, anchor="named")
    return meaning


def _with_possessive(text: str, end: int) -> int:
    return end + 2 if text[end : end + 2] in ("'s", "’s") else end


_LEADS = frozenset({"THE", "APPROX", "PART", "OF", "BY", "IN", "FROM", "DASH", "ALL", "HENCE", "GLUED"})


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
        while at and (words[at - 1].kind in _LEADS or (words[at - 1].kind in ("AGO", "TO") and words[at - 1].value)):
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
            if word.kind in ("BY", "AGO", "TO") or (word.kind == "HENCE" and word.value == "after"):
                bound = str(word.value)
                break
            if word.kind in ("IN", "FROM", "HENCE", "GLUED"):
                break
        return cls(at, core, bound, part)  # type: ignore[arg-type]


def _ranges(found: list[_Found], words: Words, code: str) -> Iterator[Expression]:
    """Join the two ends of a range: "from November 20 to December 11", "1939-1945"."""
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
        rf"\s?[-–—]\s?|,? (?:{to}) {article}|,? (?P<and>{both}) ?{article}|(?P<both> (?:ו|ל|ל-))", re.IGNORECASE
    )


_OPENS = re.compile(r"(?:between|entre|zwischen|между|بين|בין)\b", re.IGNORECASE)


def _joined(first: _Found, second: _Found, words: Words, code: str) -> Expression | None:
    (here, start), (after, end) = first, second
    between = words.text[here.end : after.core[0]]
    joint = _joint(code).fullmatch(between)
    if not joint or not (here.when and after.when and here.when.first and after.when.last):
        return None
    if (joint["and"] or joint["both"]) and not _OPENS.match(here.words):
        return None
    since, until = aligned((start, here.when), (end, after.when))
    if not since.first or not until.last or since.first > until.last:
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
        ends=(replace(here, when=since), replace(after, when=until)),
        core=(here.core[0], after.core[1]),
        stated=after.stated and (here.stated or start.kind == "calendar"),
    )
