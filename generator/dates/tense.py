"""Whether the clause around an expression of time looks back or on, from the words next to it."""

import re
from collections.abc import Iterator
from functools import cache

from generator.dates.tokens import Word, Words
from generator.dates.tongues.tongue import Tongue

_REACH = 28
"""How many words to look at on either side: a clause is rarely longer."""
_NEAR = 5


def tense_at(words: Words, first: int, last: int, tongue: Tongue) -> int:
    """Return -1 where the verb that governs the words from `first` to `last` is in the past, 1 in the future, else 0.

    The nearest verb before decides, in the same sentence; where none stands before, the nearest after. In a clause of
    its own ("which in June proposed") the nearest after comes first.
    """
    if told := _participle(words, first, tongue):
        return told
    opening = _opening(words.words, first, tongue)
    after = range(last + 1, min(last + _REACH, len(words.words)))
    if opening is not None and (
        told := _told(words, range(first - 1, opening, -1), tongue) or _told(words, after, tongue)
    ):
        return told
    return _told_before(words, range(first - 1, max(first - _REACH, 0) - 1, -1), last, tongue) or _told(
        words, after, tongue
    )


def is_denied(words: Words, first: int, tongue: Tongue) -> bool:
    """Whether the clause before a word says "not": "will not begin before June"."""
    for at, word in _within_sentence(words.words, range(first - 1, max(first - _NEAR_NO, 0) - 1, -1)):
        if word.kind == "COMMA" or word.value in tongue.but or word.value in tongue.clauses:
            return False
        if word.value in tongue.no and (word.end - word.start > 1 or words.text[word.start - 1] in "'’"):
            return at >= 0
    return False


_NEAR_NO = 8
_NEAR_WAS = 3


def _participle(words: Words, first: int, tongue: Tongue) -> int:
    """-1 where a participle stands right before its date: "firmado el 14 de febrero", but not "será firmado"."""
    word = words.words[first - 1] if first else None
    if word is None or not tongue.participles or words.words[first].kind != "THE" or word.kind != "OTHER":
        return 0
    value = word.value
    if not isinstance(value, str) or len(value) < 5 or not value.endswith(tongue.participles) or value in tongue.will:
        return 0
    before = _within_sentence(words.words, range(first - 2, max(first - 6, -1), -1))
    return 0 if any(_is_future(words, at, tongue, word.end) for at, _ in before) else -1


def _opening(words: tuple[Word, ...], first: int, tongue: Tongue) -> int | None:
    """The place of the word that opens the clause, where one is near: "which"."""
    for at, word in _within_sentence(words, range(first - 1, max(first - _REACH, 0) - 1, -1)):
        if word.value in tongue.clauses and word.kind == "OTHER":
            return at
    return None


def _told_before(words: Words, order: range, last: int, tongue: Tongue) -> int:
    limit = words.words[order.start].end if order else 0
    for at, word in _within_sentence(words.words, order):
        if _is_future(words, at, tongue, limit):
            return -1 if _came_to_nothing(words, at, last, tongue) else 1
        if _is_past(word, words.text, tongue):
            before = _within_sentence(words.words, range(at - 1, max(at - 6, -1), -1))
            planned = next((earlier for earlier, _ in before if _is_future(words, earlier, tongue, limit)), None)
            return -1 if planned is None or _came_to_nothing(words, planned, last, tongue) else 1
    return 0


def _came_to_nothing(words: Words, planned: int, last: int, tongue: Tongue) -> bool:
    """Whether what "was planned for May, but …" did not happen."""
    after = words.words[last + 1 : last + 4]
    if not any(word.value in tongue.but for word in after):
        return False
    beside = words.words[max(planned - _NEAR_WAS, 0) : planned + _NEAR_WAS]
    return any(word.kind == "OTHER" and word.value in tongue.was for word in beside)


def is_put_off(words: Words, first: int, last: int, tongue: Tongue) -> bool:
    """Whether a verb near the words from `first` to `last` puts something off: "postponed until", "bis … vertagt"."""
    before = range(first - 1, max(first - _NEAR, -1), -1)
    after = range(last + 1, min(last + 1 + _NEAR // 2, len(words.words)))
    return any(word.value in tongue.put_off for order in (before, after) for _, word in _clause(words.words, order))


def _clause(words: tuple[Word, ...], order: range) -> Iterator[tuple[int, Word]]:
    for at, word in _within_sentence(words, order):
        if word.kind == "COMMA":
            return
        yield at, word


def _told(words: Words, order: range, tongue: Tongue) -> int:
    limit = words.words[order.start].end if order and order.step < 0 else len(words.text)
    for at, word in _within_sentence(words.words, order):
        if _is_future(words, at, tongue, limit):
            return 1
        if _is_past(word, words.text, tongue):
            before = _within_sentence(words.words, range(at - 1, max(at - 6, -1), -1))
            return 1 if any(_is_future(words, earlier, tongue, limit) for earlier, _ in before) else -1
    return 0


def _within_sentence(words: tuple[Word, ...], order: range) -> Iterator[tuple[int, Word]]:
    for at in order:
        if words[at].kind == "STOP":
            return
        yield at, words[at]


def _is_future(words: Words, at: int, tongue: Tongue, limit: int) -> bool:
    word = words.words[at]
    if word.kind == "TO":
        return at > 0 and words.words[at - 1].value in tongue.be
    value = word.value
    if word.kind != "OTHER" or not isinstance(value, str):
        return False
    if value in tongue.will or (value in tongue.agreed and _leads_on(tongue.to_come, words.text, word.end, limit)):
        return True
    return len(value) > 4 and (value.endswith(tongue.future_endings) or value.startswith(tongue.future_starts))


@cache
def _to_come(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _leads_on(pattern: str, text: str, end: int, limit: int) -> bool:
    """Whether an infinitive follows before the date: "agreed to hold … in May", not "agreed to the plan in May"."""
    return _to_come(pattern).match(text, end, limit) is not None


def _is_past(word: Word, text: str, tongue: Tongue) -> bool:
    value = word.value
    if not isinstance(value, str) or word.kind != "OTHER":
        return False
    return value in tongue.was or (
        len(value) > 4 and text[word.start].islower() and value.endswith(tongue.past_endings)
    )
