"""How near drafts come to what people annotated in a text: found, dated, of the right status, said by somebody."""

# A draft meets an annotation where their quotes share half of the shorter one and, where both name words for the date,
# these overlap; one draft for one annotation.

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.drafting.drafts import Draft, drafts_of
from generator.drafting.names import Names

TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text, its language and day, and the happenings that people found in it."""

    name: str
    text: str
    language: str
    day: date
    happenings: tuple[Mapping[str, Any], ...]


def annotated(folder: Path = TEXTS) -> tuple[Annotated, ...]:
    """Read annotated texts from a folder of YAML files."""
    return tuple(_read(file) for file in sorted(folder.glob("*.yaml")))


def _read(file: Path) -> Annotated:
    data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    for happening in data["happenings"]:
        happening["asked"] = "said_by" in happening
        for name in ("date", "said_by"):
            happening[name] = None if happening.get(name) in (None, "null", "") else happening[name]
    return Annotated(
        data["name"],
        data["text"],
        data.get("language", "en"),
        date.fromisoformat(data["published"]),
        tuple(data["happenings"]),
    )


def drafted(one: Annotated) -> list[Draft]:
    """What is drafted of a text as happenings, without names of records."""
    return [draft for draft in drafts_of(one.text, one.day, Names([]), one.language) if not draft.is_speech]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1; NaN-free: a share of nothing is 1."""

    found: float
    date_right: float
    end_to_end: float
    status: float
    left_open: float
    verbatim: float
    said_precision: float
    said_recall: float


def figures(texts: Iterable[Annotated]) -> tuple[Figures, list[str]]:
    """Score what is drafted of texts; also says each difference in a line."""
    counts: Counter[str] = Counter()
    differences: list[str] = []
    for one in texts:
        drafts = drafted(one)
        counts["drafts_dated"] += sum(draft.date is not None for draft in drafts)
        counts["quotes"] += len(drafts)
        counts["verbatim"] += sum(one.text[draft.start : draft.end] == draft.quote for draft in drafts)
        left = list(drafts)
        for happening in one.happenings:
            draft = _met(one.text, happening, left)
            if draft:
                left.remove(draft)
            _count(one.name, happening, draft, counts, differences)
        differences += [f"{one.name}: extra {draft.date} “{draft.date_words}” {draft.quote[:80]!r}" for draft in left]
    return _shares(counts), differences


def _count(name: str, happening: Mapping[str, Any], draft: Draft | None, counts: Counter[str], said: list[str]) -> None:
    dated = happening["date"] is not None
    counts["gold_dated"] += dated
    if draft is None:
        said.append(f"{name}: missed {happening['date']} “{happening['date_text']}”")
        return
    counts["found_dated"] += dated
    counts["found_open"] += not dated
    counts["found"] += 1
    counts["right"] += dated and draft.date == happening["date"]
    counts["open"] += not dated and draft.date is None
    counts["status"] += draft.status == happening["status"]
    counts["said"] += bool(happening["said_by"])
    counts["said_here"] += bool(draft.speaker) and happening["asked"]
    counts["said_right"] += bool(happening["said_by"]) and bool(draft.speaker)
    if draft.date != happening["date"]:
        said.append(f"{name}: date {happening['date']} got {draft.date} “{draft.date_words}”")
    if happening["asked"] and bool(draft.speaker) != bool(happening["said_by"]):
        said.append(f"{name}: said by {happening['said_by']} got {draft.speaker} “{draft.date_words}”")
    if draft.status != happening["status"]:
        said.append(f"{name}: status {happening['status']} got {draft.status} “{draft.date_words}”")


def _met(text: str, happening: Mapping[str, Any], drafts: Sequence[Draft]) -> Draft | None:
    quote = _place(text, happening["quote"])
    words = _place(text, happening["date_text"], quote)
    for draft in drafts:
        shared = min(quote[1], draft.end) - max(quote[0], draft.start)
        at = _place(text, draft.date_words or "", (draft.start, draft.end))
        if 2 * shared >= min(quote[1] - quote[0], draft.end - draft.start) and at[0] < words[1] and words[0] < at[1]:
            return draft
    return None


def _place(text: str, words: str, within: tuple[int, int] | None = None) -> tuple[int, int]:
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.compile(pattern).search(text, *(within or (0, len(text))))
    assert found, f"“{words}” is not in the text"
    return found.span()


def _shares(counts: Counter[str]) -> Figures:
    def share(part: str, whole: str) -> float:
        return counts[part] / counts[whole] if counts[whole] else 1.0

    recall, precision = share("right", "gold_dated"), share("right", "drafts_dated")
    return Figures(
        share("found_dated", "gold_dated"),
        share("right", "found_dated"),
        2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        share("status", "found"),
        share("open", "found_open"),
        share("verbatim", "quotes"),
        share("said_right", "said_here"),
        share("said_right", "said"),
    )
