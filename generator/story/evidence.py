"""Quotes against the articles' texts, and the lock that records which of them were found."""

# Texts belong to their publishers and are not in the repository, so whoever holds one vouches for a quote in
# content/evidence.lock. The lock is JSON Lines, sorted: one quote a line, so that a review shows one line a change.

import hashlib
import html
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Literal, Protocol
from urllib.parse import quote as percent_encode

import nh3
from rapidfuzz import fuzz

from generator.problems import Problem
from generator.records.schema import Event
from generator.story.timeline import Timeline, evidence_of

_FOLDED = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"'}
)
_LONG_FRAGMENT = 90
_FRAGMENT_WORDS = 5


@dataclass(frozen=True, slots=True, order=True)
class LockEntry:
    """A quote that was found: SHA-256 of the folded quote and of the text, offset in the folded text, ISO day."""

    article: str
    quote: str
    snapshot: str
    offset: int
    verified: str


Lock = Mapping[tuple[str, str], LockEntry]


class Snapshots(Protocol):
    """Where articles' texts are kept: returns the bytes and whether they are HTML, or None."""

    def __call__(self, article_id: str) -> tuple[bytes, Literal["text", "html"]] | None: ...


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` found: the new lock, problems, and counts of quotes."""

    lock: Lock
    problems: tuple[Problem, ...]
    found: int
    without_snapshot: int


def fold(text: str) -> str:
    """Fold a text for comparison: Unicode NFKC, straight quotation marks, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_FOLDED).split())


def quote_hash(quote: str) -> str:
    """Return the SHA-256 of a folded quote, in hexadecimal."""
    return hashlib.sha256(fold(quote).encode()).hexdigest()


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


def is_verified(lock: Lock, article: str, quote: str) -> bool:
    """Say whether exactly this quote was found in the article's text."""
    return (article, quote_hash(quote)) in lock


def verify_quotes(timeline: Timeline, lock: Lock, snapshots: Snapshots, today: str) -> Verification:
    """Look every quote up in its snapshot; without one, an entry that the lock already holds is kept."""
    entries: dict[tuple[str, str], LockEntry] = {}
    problems: list[Problem] = []
    without = 0
    texts: dict[str, tuple[str, str] | None] = {}
    for event in timeline.events:
        for loc, item in evidence_of(event):
            if item.quote is None:
                continue
            key = (item.article, quote_hash(item.quote))
            if item.article not in texts:
                texts[item.article] = _folded_snapshot(snapshots(item.article))
            held = texts[item.article]
            if held is None:
                without += 1
                if key in lock:
                    entries[key] = lock[key]
                continue
            digest, text = held
            offset = text.find(fold(item.quote))
            if offset < 0:
                message = f"the quote does not stand in snapshots/{item.article}{_nearest(fold(item.quote), text)}"
                source = timeline.sources["events", event.id]
                problems.append(source.problem((*loc, "quote"), "quote-not-found", message))
                continue
            before = lock.get(key)
            unchanged = before is not None and (before.snapshot, before.offset) == (digest, offset)
            day = before.verified if before and unchanged else today
            entries[key] = LockEntry(item.article, key[1], digest, offset, day)
    return Verification(MappingProxyType(entries), tuple(problems), len(entries), without)


def unverified_quotes(event: Event, lock: Lock) -> list[str]:
    """The quotes of an event that the lock does not hold."""
    quotes = [(item.article, item.quote) for _, item in evidence_of(event) if item.quote]
    return [quote for article, quote in quotes if not is_verified(lock, article, quote)]


def text_fragment(url: str, quote: str) -> str:
    """Return the address that opens the page at the quoted words (WICG, URL Fragment Text Directives)."""
    words = quote.split()
    if len(quote) > _LONG_FRAGMENT and len(words) > 2 * _FRAGMENT_WORDS:
        parts: Iterable[str] = (" ".join(words[:_FRAGMENT_WORDS]), " ".join(words[-_FRAGMENT_WORDS:]))
    else:
        parts = (" ".join(words),)
    # A hyphen is part of the directive's own syntax, so it is encoded too.
    directive = ",".join(percent_encode(part, safe="").replace("-", "%2D") for part in parts)
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def _folded_snapshot(snapshot: tuple[bytes, Literal["text", "html"]] | None) -> tuple[str, str] | None:
    if snapshot is None:
        return None
    content, kind = snapshot
    text = content.decode("utf-8", errors="replace")
    if kind == "html":
        text = html.unescape(nh3.clean(text, tags=set()))
    return hashlib.sha256(content).hexdigest(), fold(text)


def _nearest(quote: str, text: str) -> str:
    """Name the passage most like a quote that was not found."""
    match = fuzz.partial_ratio_alignment(quote, text, score_cutoff=75)
    if match is None:
        return ": quote the article's very words, or use `says`."
    # The best match may begin and end within a word.
    start = text.rfind(" ", 0, match.dest_start + 1) + 1
    end = text.find(" ", match.dest_end - 1)
    return f": did you mean “{text[start : end if end >= 0 else None].rstrip(',;:')}”?"
