"""The status of a happening, from the clause that governs its date: what is announced has not occurred."""

import re
from dataclasses import dataclass
from datetime import date

from generator.dates.expression import Expression
from generator.drafting.passages import Sentence
from generator.drafting.wording import Wording
from generator.records.parts import Status

_BY_OR_UNTIL = ("bis ", "до ")
"""German and Russian have one word for "by" and "until"."""
_THAT = 5
"""The length of "that ", with which a clause may begin."""
_NEAR = 60
"""How far from the date, in characters, a word still counts that speaks of what is to come."""


_FRONT = 4
"""An expression that begins so early in its clause stands at its front: "On Tuesday, the minister announced"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Where the clause around an expression stands in its text: a part of its sentence, between two breaks."""

    start: int
    end: int


def clause_at(text: str, start: int, end: int, expression: Expression, wording: Wording) -> Clause:
    """Return the clause of the sentence from `start` to `end` that holds an expression."""
    begins, ends = start, end
    for found in wording.breaks.finditer(text, start, end):
        if found.end() == expression.start and found.group().isspace():
            continue  # "before" is the expression's own: "before the summer"
        if found.end() <= expression.start:
            begins = found.end()
        elif found.start() >= expression.end:
            ends = found.start()
            break
    while begins < ends and text[begins].isspace():
        begins += 1
    return Clause(begins, ends)


def status_of(
    text: str, sentence: Sentence, clause: Clause, expression: Expression, day: date, wording: Wording
) -> Status:
    """Return the status of what a clause tells of the time that it names, as of the day of publication.

    What was planned may be called off behind its clause, in the same sentence, and what is told be denied before it.
    """
    clause = narrowed(text, clause, expression)
    words = text[clause.start : clause.end]
    is_disputed = wording.disputed.search(
        text, max(clause.start - _NEAR, sentence.start), clause.start + _THAT
    ) or wording.disputed.search(words, 0, expression.start - clause.start)
    when = expression.when
    begins_later = bool(when and when.first and when.first > day)
    is_over = bool(when and when.last and when.last < day)
    is_coming = wording.coming.search(words) is not None
    changed = _changed(words, wording) or (is_coming and _changed(_qualified(text, sentence, clause), wording))
    if changed:
        return "unconfirmed" if is_disputed else changed
    if not is_over and (changed := _changed(_predicate(text, sentence, clause), wording)):
        return changed
    if wording.halted.search(words) and (is_coming or not is_over):
        return "postponed"
    if is_coming and (changed := _changed(_behind(text, sentence, clause), wording)):
        return changed
    if is_disputed or wording.doubted.search(words):
        return "unconfirmed"
    if not begins_later and wording.done.match(text[clause.end : sentence.end].lstrip()):
        return "occurred"
    if begins_later or (expression.bound in ("by", "until", "before") and not is_over):
        return _to_come(words, expression, clause.start, wording)
    if is_over and expression.bound != "since":
        return _looked_back(words, expression, clause, wording)
    return _around_now(words, expression, clause, day, wording)


_EARLIER = re.compile(r"[\s,]*(?:after|since|because)\s", re.IGNORECASE)


def _behind(text: str, sentence: Sentence, clause: Clause) -> str:
    """What follows a clause and can change what it tells; what came before it is told by "after putting it off"."""
    return "" if _EARLIER.match(text, clause.end) else text[clause.end : min(clause.end + _NEAR, sentence.end)]


_INSERTED = re.compile(
    r",\s(?:der|die|das|den|deren|dessen|which|who|whose|qui|que|dont|котор\w+|التي|الذي|אשר|ש\w+)\s[^,;.\n]{3,160}[,،]\s"
    r"(?P<predicate>[^,;.\n]{3,80})"
)


def _predicate(text: str, sentence: Sentence, clause: Clause) -> str:
    """What is told of a clause's subject behind its relative clause: "The 2027 cup, which was due here, is off"."""
    found = _INSERTED.match(text, clause.end, sentence.end) or _INSERTED.match(
        text, max(clause.end - 2, clause.start), sentence.end
    )
    return found["predicate"] if found else ""


_TIMES = re.compile(r"\b(?:once|twice|times)\b", re.IGNORECASE)
"""What was done so often since then is no state that lasts."""
_RELATIVE = re.compile(r"(?:that|which)\s", re.IGNORECASE)


def _qualified(text: str, sentence: Sentence, clause: Clause) -> str:
    """What a relative clause belongs to: "cancelled a visit" of "cancelled a visit that was due on Sunday"."""
    if not _RELATIVE.match(text, clause.start):
        return ""
    before = text[max(clause.start - _NEAR, sentence.start) : clause.start]
    return re.split(r"[,;:—–]", before.rstrip(" ,"))[-1]


def _changed(words: str, wording: Wording) -> Status | None:
    if wording.cancelled.search(words):
        return "cancelled"
    return "postponed" if wording.postponed.search(words) else None


_AND = re.compile(r",\s+(?:and|but|or)\s", re.IGNORECASE)


def narrowed(text: str, clause: Clause, expression: Expression) -> Clause:
    """The part of a clause between two of its ", and": what another part tells is not this one's status."""
    begins, ends = clause.start, clause.end
    for found in _AND.finditer(text, clause.start, clause.end):
        if found.end() <= expression.start:
            begins = found.end()
        elif found.start() >= expression.end:
            ends = found.start()
            break
    return Clause(begins, ends)


def _to_come(words: str, expression: Expression, start: int, wording: Wording) -> Status:
    """A goal by a year, and what only could be, is announced; what has a date is scheduled."""
    year_or_longer = expression.when is not None and expression.when.unit in ("year", "decade", "century")
    is_goal = expression.bound in ("by", "before") or expression.words.lower().startswith(_BY_OR_UNTIL)
    if is_goal and (year_or_longer or wording.wished.search(words)):
        return "announced"
    if expression.bound != "until" and _could_be(words[: expression.start - start], wording):
        return "announced"
    return "scheduled"


def _could_be(before: str, wording: Wording) -> bool:
    """Whether the last word before a date that speaks of what is to come says that it only could be."""
    could = max((found.start() for found in wording.tentative.finditer(before)), default=-1)
    return could > max((found.start() for found in wording.coming.finditer(before)), default=-1)


def _looked_back(words: str, expression: Expression, clause: Clause, wording: Wording) -> Status:
    if _announces(words, expression, clause, wording):
        return "announced"
    return "occurred"


def _around_now(words: str, expression: Expression, clause: Clause, day: date, wording: Wording) -> Status:
    """The day of publication, a week or year that holds it, or no day at all."""
    if expression.when is None:
        return _of_no_day(words, expression, wording)
    if expression.bound == "since":
        return "occurred" if _TIMES.search(words) else "ongoing"
    if wording.coming.search(expression.words):
        return "scheduled"  # "later this month"
    if _announces(words, expression, clause, wording):
        return "announced"
    ahead = expression.direction > 0 or _is_coming(words, expression, clause, wording)
    return "scheduled" if ahead else "occurred"


def _of_no_day(words: str, expression: Expression, wording: Wording) -> Status:
    if expression.kind == "duration":
        return (
            "ongoing"
            if wording.lasting.search(words)
            else "announced"
            if wording.coming.search(words) or wording.wished.search(words)
            else "occurred"
        )
    if expression.kind == "recurring":
        return "scheduled" if wording.coming.search(words) else "ongoing"
    if expression.kind == "vague" and expression.direction > 0:
        return "announced"
    if wording.lasting.search(words) and expression.direction == 0:
        return "ongoing"
    return "occurred"


def _announces(words: str, expression: Expression, clause: Clause, wording: Wording) -> bool:
    """Whether the verb next to the date is one of announcing."""
    at = expression.start - clause.start
    before = [found.end() for found in wording.announced.finditer(words) if found.end() <= at]
    if before and at - before[-1] <= _NEAR // 2:
        return True
    after = wording.announced.search(words, at)
    if not after or before or at >= _NEAR or after.start() - at > 2 * _NEAR:
        return False
    return at < _FRONT or "," not in words[at : after.start()]


def _is_coming(words: str, expression: Expression, clause: Clause, wording: Wording) -> bool:
    """Whether what is to come is spoken of near the date: before it, or after it at the beginning of the clause."""
    return wording.coming.search(words) is not None
