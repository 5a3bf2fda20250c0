"""The lock: which quotes were found in their articles' texts, so that whoever has no texts can tell."""

# Texts belong to their publishers and are not in the repository, so whoever holds one vouches for a quote in
# content/evidence.lock. The lock is JSON Lines, sorted: one quote a line, so that a review shows one line a change.

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

from generator.problems import Problem
from generator.records.schema import Evidence
from generator.story.quotes import fold


@dataclass(frozen=True, slots=True, order=True)
class LockEntry:
    """A quote that was found: SHA-256 of the folded quote and of the text, offset in the folded text, ISO day."""

    article: str
    quote: str
    snapshot: str
    offset: int
    verified: str


Lock = Mapping[tuple[str, str], LockEntry]


def quote_hash(quote: str) -> str:
    """Return the SHA-256 of a folded quote, in hexadecimal."""
    return hashlib.sha256(fold(quote).encode()).hexdigest()


def is_verified(lock: Lock, item: Evidence) -> bool:
    """Say whether a piece of evidence has a quote, and exactly this quote was found in its article's text."""
    return item.quote is not None and (item.article, quote_hash(item.quote)) in lock


def parse_lock(text: str, path: str) -> tuple[Lock, list[Problem]]:
    """Parse the lock; a line that cannot be read is a problem, and its quote counts as unverified."""
    entries: dict[tuple[str, str], LockEntry] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entry = LockEntry(**json.loads(line))
        except (ValueError, TypeError, RecursionError):
            message = "this line is not an entry of the lock: run `dateline verify`."
            problems.append(Problem(path, number, 1, "error", "lock", message))
        else:
            entries[entry.article, entry.quote] = entry
    return MappingProxyType(entries), problems


def render_lock(lock: Lock) -> str:
    """Render the lock as sorted JSON Lines."""
    return "".join(json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in sorted(lock.values()))
