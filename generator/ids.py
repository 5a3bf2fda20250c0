"""Ids, the addresses made of them, and suggestions for misspelt ones."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

MAX_LENGTH = 100
ID_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"
_ID = re.compile(ID_PATTERN)


def is_id(text: str) -> bool:
    """Say whether the text can be a record's id: lower-case words of letters and digits, joined by hyphens."""
    return len(text) <= MAX_LENGTH and _ID.fullmatch(text) is not None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "did you mean `…`?" for the known word most like the given one, or an empty string."""
    match = process.extractOne(word[:200], list(known), scorer=fuzz.WRatio, score_cutoff=72)
    return f"did you mean `{match[0]}`?" if match else ""
