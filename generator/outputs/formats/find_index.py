"""The index of the search: which documents hold which words, in a form that is small."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from zlib import crc32

KEY = 3
"""A word stands with all that begin with the same so many signs."""
ENDING = 2
"""A word is also listed with all that end with the same so many signs: a slip in its beginning is found there."""
SPELT = 4
"""Slips are forgiven in words of at least so many signs."""
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

Postings = tuple[list[int], list[int]]
"""The numbers of the documents that have a word among their names, and of those that have it elsewhere only."""


def bucket_of(key: str, count: int) -> int:
    """Which of `count` files holds a key."""
    return crc32(key.encode()) % count


class Index:
    """All words of documents, which are numbered as they are added."""

    def __init__(self) -> None:
        self.postings: defaultdict[str, Postings] = defaultdict(lambda: ([], []))
        self._count = 0

    def add(self, strong: Iterable[str], weak: Iterable[str]) -> None:
        """Add the next document: the words of its names, and those that it has elsewhere only."""
        postings, number = self.postings, self._count
        for term in strong:
            postings[term][0].append(number)
        for term in weak:
            postings[term][1].append(number)
        self._count += 1


def word_files(index: Mapping[str, Postings], count: int) -> list[dict[str, dict[str, list[str]]]]:
    """The words and their documents, in `count` files; of beginnings shorter than KEY all documents together."""
    starts: dict[str, tuple[set[int], set[int]]] = {}
    files: list[dict[str, dict[str, list[str]]]] = [{"words": {}, "starts": {}} for _ in range(count)]
    for term in sorted(index):
        files[bucket_of(term[:KEY], count)]["words"][term] = [packed(numbers) for numbers in index[term]]
        for length in range(1, min(KEY, len(term) + 1)):
            of = starts.setdefault(term[:length], (set(), set()))
            for place in (0, 1):
                of[place].update(index[term][place])
    for start, (strong, weak) in sorted(starts.items()):
        files[bucket_of(start, count)]["starts"][start] = [packed(sorted(strong)), packed(sorted(weak - strong))]
    return files


def spelling_files(index: Iterable[str], count: int) -> list[str]:
    """The words themselves by their ends, in `count` files, for those that are misspelt at their beginning."""
    files: list[list[str]] = [[] for _ in range(count)]
    for term in sorted(index):
        if len(term) >= SPELT:
            files[bucket_of(term[-ENDING:], count)].append(term)
    return [" ".join(terms) for terms in files]


def packed(numbers: Iterable[int]) -> str:
    """Rising numbers as their differences, each in digits of five bits, the sixth telling that more follow."""
    parts: list[str] = []
    before = -1
    for number in numbers:
        rest = number - before - 1
        before = number
        while rest >= 32:
            parts.append(_DIGITS[32 + rest % 32])
            rest >>= 5
        parts.append(_DIGITS[rest])
    return "".join(parts)
