"""The lock: which quotes and words of a date were found in their articles' texts, for whoever has no texts."""

# Texts belong to their publishers and are not in the repository, so whoever holds one vouches for its words in
# content/evidence.lock: a folder with one file an article, so that branches that verify different articles merge
# without conflict. A file is JSON Lines, sorted: one quote a line, so that a review shows one line a change.

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from types import MappingProxyType

from pydantic import TypeAdapter

from generator.problems import Problem
from generator.records.parts import Evidence
from generator.story.quotes import fold

SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True, order=True)
class LockEntry:
    """Words that were found: SHA-256 of the folded words and of the text, offset in the folded text, ISO day."""

    article: str
    quote: str
    snapshot: str
    offset: int
    verified: str


_ENTRY = TypeAdapter(LockEntry)

Key = tuple[str, str]
"""An article's id and the hash of words that are cited from it."""

Lock = Mapping[Key, LockEntry]


@lru_cache(maxsize=65_536)
def quote_hash(quote: str) -> str:
    """Return the SHA-256 of folded words, in hexadecimal."""
    return hashlib.sha256(fold(quote).encode()).hexdigest()


def cited_words(item: Evidence) -> Iterator[tuple[str, str]]:
    """The fields of a piece of evidence that give an article's very words, and those words."""
    if item.quote is not None:
        yield "quote", item.quote
    if item.date_words is not None:
        yield "date_words", item.date_words


def is_verified(lock: Lock, item: Evidence) -> bool:
    """Say whether a piece of evidence has a quote, and exactly this quote was found in its article's text."""
    return item.quote is not None and (item.article, quote_hash(item.quote)) in lock


def has_checked_date_words(lock: Lock, item: Evidence) -> bool:
    """Say whether a piece of evidence has words of a date, and exactly these were found in its article's text."""
    return item.date_words is not None and (item.article, quote_hash(item.date_words)) in lock


def parse_lock(files: Iterable[tuple[str, str]]) -> tuple[Lock, list[Problem]]:
    """Parse the lock's files, given as path and text; a line that cannot be read is a problem, and locks nothing."""
    entries: dict[Key, LockEntry] = {}
    problems: list[Problem] = []
    for path, text in files:
        found, unread = _entries(text)
        entries.update({(entry.article, entry.quote): entry for entry in found})
        message = "this line is not an entry of the lock: delete it, and run `dateline verify`."
        problems += [Problem(path, number, 1, "error", "lock", message) for number in unread]
    return MappingProxyType(entries), problems


@lru_cache(maxsize=1 << 16)  # a preview reads the same files at each save
def _entries(text: str) -> tuple[tuple[LockEntry, ...], tuple[int, ...]]:
    """The entries in a file of the lock, and the numbers of its lines that cannot be read."""
    found: list[LockEntry] = []
    unread: list[int] = []
    for number, line in enumerate(text.split("\n"), 1):  # JSON may hold what ends a line elsewhere
        try:
            if line.strip():
                found.append(_ENTRY.validate_json(line, strict=True))
        except (ValueError, RecursionError):
            unread.append(number)
    return tuple(found), tuple(unread)


def render_lock(lock: Lock) -> dict[str, str]:
    """Render the lock as sorted JSON Lines, by the names of its files."""
    files: dict[str, str] = {}
    for entry in sorted(lock.values()):
        line = json.dumps(asdict(entry), ensure_ascii=False) + "\n"
        files[entry.article + SUFFIX] = files.get(entry.article + SUFFIX, "") + line
    return files
