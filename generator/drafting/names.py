"""Who and what a text names: the records' names in one pass, and capitalised names that no record has."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import ahocorasick

from generator.dates.tongues.tongue import listed


class Known(NamedTuple):
    """A record by its kind (`actors`, `places`, `outlets`) and id, one of its names, and whether it is a person."""

    kind: str
    id: str
    name: str
    person: bool = False


class Mention(NamedTuple):
    """A name in a text: the record that it is the name of (None where no record has it), and where it stands."""

    known: Known | None
    start: int
    end: int
    words: str


_PROPOSED = re.compile(
    r"(?<![^\W_])[^\W\d_a-zà-öø-ÿа-яё][\w’'-]*[\w](?:\s+(?:(?:bin|ibn|al|el|de|del|della|der|van|von|of|the|and|for|du|des|la|le)"
    r"\s+){0,2}[^\W\d_a-zà-öø-ÿа-яё][\w’'.-]*[\w]){1,5}"
)
_TITLED = re.compile(
    r"\b(?:President|Minister|Secretary|Chancellor|Premier|King|Queen|Prince|Princess|Ambassador|Senator|General|Speaker"
    r"|Governor|Mayor|Commissioner|Envoy|Advisor|Adviser|Mr\.|Mrs\.|Ms\.|Dr\.|Sheikh)\s+"
    r"(?P<name>(?:[^\W\d_a-z][\w.’'-]*\s+){0,3}[^\W\d_a-z][\w’'-]*[^\W_])"
)
"""A title and the name behind it; titles of other languages do not stand so before a name."""
_SHORTEST_SURNAME = 3
_TITLES = listed(
    """president king prime minister secretary state foreign crown prince senator general ambassador national security
    advisor adviser special envoy mr mrs ms dr sheikh the a an his her royal highness majesty in on at of for this that
    today yesterday monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december read more"""
)


class Names:
    """The names of records, ready to be found in a text in one pass; it can be pickled, and keeps nothing of a text."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._automaton = ahocorasick.Automaton()
        surnames: dict[str, set[Known]] = {}
        for one in known:
            if one.person and " " in one.name:
                surnames.setdefault(one.name.split()[-1], set()).add(one)
            levelled = levelled_name(one.name)
            if len(levelled) > 1 and levelled not in self._automaton:
                self._automaton.add_word(levelled, (len(levelled), one))
        # A surname that one person alone has is meant where a title stands before it.
        self._titled = {
            surname: min(persons)
            for surname, persons in surnames.items()
            if len({person.id for person in persons}) == 1 and len(surname) >= _SHORTEST_SURNAME
        }
        self._empty = not len(self._automaton)
        if not self._empty:
            self._automaton.make_automaton()

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return the names in a text in order, no two of which overlap; a surname counts after its full name."""
        found = [*self._full(text), *self._with_title(text)]
        found = _without_overlaps([*found, *_surnames(text, found)])
        return tuple(_without_overlaps([*found, *_proposed(text)]))

    def _full(self, text: str) -> list[Mention]:
        if self._empty:
            return []
        level = levelled_name(text)
        found = []
        for last, (length, known) in self._automaton.iter(level):
            start, end = last - length + 1, last + 1
            if _is_word(level, start, end) and _is_same_case(text[start:end], known.name):
                found.append(Mention(known, start, end, text[start:end]))
        return _without_overlaps(found)

    def _with_title(self, text: str) -> list[Mention]:
        return [
            Mention(known, hit.start("name"), hit.end(), hit["name"])
            for hit in _TITLED.finditer(text)
            if (known := self._titled.get(hit["name"].split()[-1]))
        ]


@lru_cache(maxsize=4096)
def _level_sign(sign: str) -> str:
    """One sign for one sign, so that places in the text stay what they are."""
    plain = unicodedata.normalize("NFKD", sign)[0].lower()
    return "'" if plain in "’‘ʼ`´" else "-" if plain in "‐‑–—" else " " if plain.isspace() else plain[:1]


def levelled_name(text: str) -> str:
    """Fold a text sign by sign: case, accents, apostrophes, dashes, white space. It keeps its length."""
    return "".join([_level_sign(sign) for sign in text])


def _is_word(level: str, start: int, end: int) -> bool:
    before = level[start - 1] if start else " "
    after = level[end] if end < len(level) else " "
    return not before.isalnum() and not after.isalnum()


def _is_same_case(words: str, name: str) -> bool:
    """ "US" is not "us": a name in capitals counts in capitals, and a name of one word with its capital."""
    if name.isupper() and len(name) <= 4:
        return words.isupper()
    return not name[0].isupper() or words[0].isupper() or " " in name


def _surnames(text: str, found: list[Mention]) -> list[Mention]:
    by_surname: dict[str, Mention] = {}
    for mention in found:
        if mention.known and mention.known.person:
            by_surname.setdefault(mention.words.split()[-1], mention)
    surnames = [name for name in by_surname if len(name) >= _SHORTEST_SURNAME]
    if not surnames:
        return []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, surnames))})(?!\w)")
    return [
        Mention(by_surname[hit.group()].known, hit.start(), hit.end(), hit.group())
        for hit in pattern.finditer(text)
        if hit.start() > by_surname[hit.group()].start
    ]


def _proposed(text: str) -> list[Mention]:
    """Capitalised words in a row: likely the name of somebody or something that no record tells of yet."""
    found = []
    for hit in _PROPOSED.finditer(text):
        words = hit.group().split()
        start = hit.start()
        while words and words[0].lower().strip("’'.") in _TITLES:
            start += len(words.pop(0))
            start += len(text[start:]) - len(text[start:].lstrip())
        if len(words) > 1:
            found.append(Mention(None, start, hit.end(), text[start : hit.end()]))
    return found


def _without_overlaps(found: list[Mention]) -> list[Mention]:
    """The longest of names that overlap, records' names before proposed ones, in the order of the text."""
    kept: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for mention in sorted(found, key=lambda one: (one.known is None, one.start - one.end, one.start)):
        if all(mention.end <= start or mention.start >= end for start, end in taken):
            kept.append(mention)
            taken.append((mention.start, mention.end))
    return sorted(kept, key=lambda one: one.start)
