"""What the words of one language mean for time, as the reader of expressions looks them up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Value = int | str | None


class Sense(NamedTuple):
    """What a word or phrase may mean: the name of its kind (see `generator.dates.grammar.CODES`) and its value."""

    kind: str
    value: Value = None
    weak: bool = False
    """Whether the word means something else as often ("may", "march", "sat"), so that its neighbours decide."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words of one language: phrases of one or more words (in lower case) to what they mean.

    `prefixes` are particles that are written together with the word that follows ("و" and "ב"). `will` and `was`
    are words from which the tense of a clause is told; `past_endings` are endings of verbs in the past.
    """

    code: str
    phrases: Mapping[tuple[str, ...], Sense]
    starts: Mapping[str, int]
    """The first words of phrases, to the number of words of the longest phrase that begins so."""
    will: frozenset[str] = frozenset()
    was: frozenset[str] = frozenset()
    past_endings: tuple[str, ...] = ()
    be: frozenset[str] = frozenset()
    """Forms of the verb that make a future with \"to\": \"is to meet\"."""
    prefixes: tuple[str, ...] = ()
    month_first: bool = False
    """Whether 3/4/2025 is the third of April (False) or the fourth of March."""
    southern: bool = field(default=False)


def read(table: str, weak: str = "") -> dict[tuple[str, ...], Sense]:
    """Read lines of the form `KIND value: phrase, phrase`, where the value may be missing."""
    found: dict[tuple[str, ...], Sense] = {}
    for lines, is_weak in ((table, False), (weak, True)):
        for line in lines.strip().splitlines():
            head, _, phrases = line.partition(":")
            kind, _, value = head.strip().partition(" ")
            given: Value = int(value) if value.lstrip("-").isdigit() else value or None
            for phrase in phrases.split(","):
                found[tuple(phrase.split())] = Sense(kind, given, is_weak)
    return found


def starts_of(phrases: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """Say for each first word how many words the longest phrase has that begins with it."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return longest


def listed(words: str) -> frozenset[str]:
    """Read words that are parted by white space."""
    return frozenset(words.split())
