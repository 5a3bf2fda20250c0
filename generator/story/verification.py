"""Every quote is looked up in its article's text."""

import hashlib
import html
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, Protocol

import nh3
from rapidfuzz import fuzz

from generator.problems import Problem
from generator.story.lock import Lock, LockEntry, quote_hash
from generator.story.quotes import fold
from generator.story.timeline import Timeline, evidence_of


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
