"""Whether the clause around an expression of time looks back or on, from the words next to it."""

from collections.abc import Iterator

from generator.dates.tokens import Word, Words
from generator.dates.tongues.tongue import Tongue

_REACH = 28
"""How many words to look at on either side: a clause is rarely longer."""
_NEAR = 5


def tense_at(words: Words, first: int, last: int, tongue: Tongue) -> int:
    """Return -1 where the verb that governs the words from `first` to `last` is in the past, 1 in the future, else 0.

    The nearest verb before decides, in the same sentence; where none stands before, the nearest after.
    """
    return _told(words, range(first - 1, max(first - _REACH, 0) - 1, -1), tongue) or _told(
        words, range(last + 1, min(last + _REACH, len(words.words))), tongue
    )


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
    for at, word in _within_sentence(words.words, order):
        if _is_future(words.words, at, tongue):
            return 1
        if _is_past(word, words.text, tongue):
            if word.value in tongue.agreed and any(one.kind == "TO" for one in words.words[at + 1 : order.start + 1]):
                return 1
            before = _within_sentence(words.words, range(at - 1, max(at - 6, -1), -1))
            return 1 if any(_is_future(words.words, earlier, tongue) for earlier, _ in before) else -1
    return 0


def _within_sentence(words: tuple[Word, ...], order: range) -> Iterator[tuple[int, Word]]:
    for at in order:
        if words[at].kind == "STOP":
            return
        yield at, words[at]


def _is_future(words: tuple[Word, ...], at: int, tongue: Tongue) -> bool:
    if words[at].kind == "TO":
        return at > 0 and words[at - 1].value in tongue.be
    value = words[at].value
    if words[at].kind != "OTHER" or not isinstance(value, str):
        return False
    return value in tongue.will or (
        len(value) > 4 and (value.endswith(tongue.future_endings) or value.startswith(tongue.future_starts))
    )


def _is_past(word: Word, text: str, tongue: Tongue) -> bool:
    value = word.value
    if not isinstance(value, str) or word.kind != "OTHER":
        return False
    return value in tongue.was or (
        len(value) > 4 and text[word.start].islower() and value.endswith(tongue.past_endings)
    )
