"""Every quote, and the words of every date, are looked up in their article's text."""

import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, Protocol

import nh3
from rapidfuzz import fuzz

from generator.problems import Problem
from generator.records.yaml_tree import Loc
from generator.story.lock import Key, Lock, LockEntry, cited_words, quote_hash
from generator.story.quotes import fold
from generator.story.timeline import Timeline, evidence_of


class Snapshots(Protocol):
    """Where articles' texts are kept: returns the bytes and whether they are HTML, or None."""

    def __call__(self, article_id: str) -> tuple[bytes, Literal["text", "html"]] | None: ...


@dataclass(frozen=True, slots=True)
class Cited:
    """Words that a record cites from an article: the event, their place in it, and the words."""

    event: str
    loc: Loc
    article: str
    words: str

    @property
    def key(self) -> Key:
        """What the lock has them under."""
        return self.article, quote_hash(self.words)


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` found: the new lock, problems, and how many of the cited words are of a text at hand."""

    lock: Lock
    problems: tuple[Problem, ...]
    found: int
    without_snapshot: int


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the lock that is `added`, `changed` or `removed`, and the words, unless no record cites them."""

    what: Literal["added", "changed", "removed"]
    entry: LockEntry
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """An entry of the lock that the texts at hand do not confirm, the words if a record cites them, and why."""

    entry: LockEntry
    cited: Cited | None
    why: Literal["no-text", "not-there", "not-cited"]


def cited_in(timeline: Timeline) -> Iterator[Cited]:
    """All words that records cite from articles, in order of time."""
    for event in timeline.events:
        for loc, item in evidence_of(event):
            for field, words in cited_words(item):
                yield Cited(event.id, (*loc, field), item.article, words)


def verify_quotes(timeline: Timeline, lock: Lock, snapshots: Snapshots, today: str) -> Verification:
    """Look all cited words up in their snapshots; without one, an entry that the lock already holds is kept."""
    texts = _Texts(snapshots)
    entries: dict[Key, LockEntry] = {}
    problems: list[Problem] = []
    without = 0
    for cited in cited_in(timeline):
        held = texts.of(cited.article)
        if held is None:
            without += 1
            if cited.key in lock:
                entries[cited.key] = lock[cited.key]
            continue
        digest, text = held
        offset = _offset(cited, text)
        if offset is None:
            problems.append(_not_found(cited, text, timeline))
            continue
        before = lock.get(cited.key)
        unchanged = before is not None and (before.snapshot, before.offset) == (digest, offset)
        day = before.verified if before and unchanged else today
        entries[cited.key] = LockEntry(*cited.key, digest, offset, day)
    return Verification(MappingProxyType(entries), tuple(problems), len(entries), without)


def changes(before: Lock, after: Lock, timeline: Timeline) -> tuple[Change, ...]:
    """Which entries differ between two locks, by article."""
    cited = {found.key: found for found in cited_in(timeline)}
    found = [Change("added", entry, cited.get(key)) for key, entry in after.items() if key not in before]
    found += [Change("removed", entry, cited.get(key)) for key, entry in before.items() if key not in after]
    found += [
        Change("changed", entry, cited.get(key)) for key, entry in after.items() if before.get(key, entry) != entry
    ]
    return tuple(sorted(found, key=lambda change: change.entry))


def unconfirmed(timeline: Timeline, lock: Lock, snapshots: Snapshots) -> tuple[Unconfirmed, ...]:
    """The entries of the lock that rest on somebody else's word: the texts at hand do not confirm them."""
    texts = _Texts(snapshots)
    cited = {found.key: found for found in cited_in(timeline)}
    found: list[Unconfirmed] = []
    for key, entry in sorted(lock.items()):
        words, held = cited.get(key), texts.of(entry.article)
        if words is None:
            found.append(Unconfirmed(entry, None, "not-cited"))
        elif held is None:
            found.append(Unconfirmed(entry, words, "no-text"))
        elif _offset(words, held[1]) is None:
            found.append(Unconfirmed(entry, words, "not-there"))
    return tuple(found)


class _Texts:
    """Articles' texts as they are compared, each read once: the SHA-256 of its file, and the folded text."""

    def __init__(self, snapshots: Snapshots) -> None:
        self._snapshots = snapshots
        self._found: dict[str, tuple[str, str] | None] = {}

    def of(self, article: str) -> tuple[str, str] | None:
        """The text of an article, or None where it is not at hand."""
        if article not in self._found:
            self._found[article] = _folded_snapshot(self._snapshots(article))
        return self._found[article]


def _offset(cited: Cited, text: str) -> int | None:
    """Where cited words stand in a folded text; words of a date stand by themselves: "may" is not in "mayor"."""
    words = fold(cited.words)
    if cited.loc[-1] == "quote":
        offset = text.find(words)
        return None if offset < 0 else offset
    # Scripts without capitals join words to each other: "8月13日" stands in the middle of a line.
    before = rf"(?<!{_kin(words[:1])})" if _kin(words[:1]) else ""
    after = rf"(?!{_kin(words[-1:])})" if _kin(words[-1:]) else ""
    found = re.search(f"{before}{re.escape(words)}{after}", text)
    return found.start() if found else None


def _kin(sign: str) -> str:
    """What would make a sign part of a longer word or number, as a pattern; empty where nothing would."""
    if sign.isdecimal():
        return r"\d"
    return r"[^\W\d_]" if sign.lower() != sign.upper() else ""


def _not_found(cited: Cited, text: str, timeline: Timeline) -> Problem:
    is_quote = cited.loc[-1] == "quote"
    what, code = ("quote does", "quote-not-found") if is_quote else ("words of the date do", "date-words-not-found")
    instead = "use `says`" if is_quote else "leave `date_words` out"
    message = f"the {what} not stand in snapshots/{cited.article}: {_hint(fold(cited.words), text, instead)}"
    return timeline.sources["events", cited.event].problem(cited.loc, code, message)


def _folded_snapshot(snapshot: tuple[bytes, Literal["text", "html"]] | None) -> tuple[str, str] | None:
    if snapshot is None:
        return None
    content, kind = snapshot
    text = content.decode("utf-8", errors="replace")
    if kind == "html":
        text = html.unescape(nh3.clean(text, tags=set()))
    return hashlib.sha256(content).hexdigest(), fold(text)


def _hint(words: str, text: str, instead: str) -> str:
    """Say what to do about words that were not found."""
    if "…" in words or "..." in words:
        return "it leaves something out: quote one passage, without “…”, or two pieces of evidence."
    at = text.lower().find(words.lower())
    if at >= 0 and len(text.lower()) == len(text):
        return f"the article writes “{text[at : at + len(words)]}”: give it with the article's capitals."
    return _nearest(words, text) or f"give the article's very words, or {instead}."


def _nearest(words: str, text: str) -> str:
    """Name the passage most like words that were not found, or nothing."""
    match = fuzz.partial_ratio_alignment(words, text, score_cutoff=75)
    if match is None:
        return ""
    # The best match may begin and end within a word.
    start = text.rfind(" ", 0, match.dest_start + 1) + 1
    end = text.find(" ", match.dest_end - 1)
    return f"did you mean “{text[start : end if end >= 0 else None].rstrip(',;:')}”?"
