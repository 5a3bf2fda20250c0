"""Ids, the addresses made of them, and suggestions for misspelt ones."""

import re
import unicodedata
from collections.abc import Collection, Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Indel

MAX_LENGTH = 100
_WORDS = "[a-z0-9]+(-[a-z0-9]+)*"
# `index` is the address of a list; the others are devices, which Windows cannot check out as files.
_RESERVED = "index|con|prn|aux|nul|com[0-9]|lpt[0-9]"
ID_PATTERN = f"(?!(?:{_RESERVED})$){_WORDS}"
_ID = re.compile(ID_PATTERN)


def is_id(text: str) -> bool:
    """Say whether the text can be a record's id: lower-case words of letters and digits, joined by hyphens."""
    return len(text) <= MAX_LENGTH and _ID.fullmatch(text) is not None


def why_not_id(text: str) -> str:
    """Say why a text cannot be an id, and what would be right; empty where it can."""
    if is_id(text):
        return ""
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in text[:60])
    if re.fullmatch(_RESERVED, text):
        why = "is the address of the list" if text == "index" else "is a name that Windows keeps for itself"
        return f"`{shown}` {why}: choose another id."
    what = f"`{shown}` cannot be an id: write lower-case letters and digits joined by hyphens"
    better = as_id(text)
    return f"{what}, such as `{better}`." if better else f"{what}, at most {MAX_LENGTH} characters."


def as_id(text: str) -> str:
    """The id that is most like a text, or nothing where none is."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    found = "-".join(re.findall("[a-z0-9]+", plain))[:MAX_LENGTH].strip("-")
    return found if is_id(found) else ""


def free(base: str, taken: Collection[str]) -> str:
    """The id itself, or with the first number behind it that makes one which nobody has."""
    number = 1
    while (found := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return found


_MEANT = {
    "alias": ("also_known_as", "aliases"),
    "author": ("authors",),
    "canceled": ("cancelled",),
    "category": ("kind",),
    "company": ("organisation",),
    "completed": ("occurred",),
    "confirmed": ("occurred",),
    "country": ("state",),
    "date": ("published",),
    "day": ("date", "published"),
    "delayed": ("postponed",),
    "description": ("summary", "about"),
    "done": ("occurred",),
    "end": ("to",),
    "end_date": ("to",),
    "happened": ("occurred",),
    "headline": ("title",),
    "id": ("article", "actor", "event"),
    "label": ("title", "name"),
    "lang": ("language",),
    "latitude": ("lat",),
    "link": ("url",),
    "lng": ("lon",),
    "location": ("places",),
    "longitude": ("lon",),
    "name": ("title", "actor"),
    "past": ("occurred",),
    "people": ("actors",),
    "place": ("places",),
    "source": ("evidence", "article"),
    "sources": ("evidence",),
    "speaker": ("said_by",),
    "start": ("from",),
    "start_date": ("from",),
    "text": ("says",),
    "title": ("name",),
    "type": ("kind", "relation"),
    "website": ("url",),
    "what": ("title",),
    "when": ("date", "published"),
    "where": ("places",),
    "who": ("actors", "said_by"),
}
"""What people write for a word of ours that is spelt otherwise; the first that is known where it stands is meant."""
_NOT = ("un", "dis", "non")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "did you mean `…`?" for the known word that is meant, or an empty string."""
    meant = _meant(word[:200].strip(" “”\"'").casefold(), list(known))
    return f"did you mean `{meant}`?" if meant else ""


def _meant(word: str, known: list[str]) -> str:
    if same := next((one for one in known if one.casefold() == word), ""):
        return same
    if other := next((one for one in _MEANT.get(word, ()) if one in known), ""):
        return other
    opposite = {f"{sign}{word}" for sign in _NOT} | {word.removeprefix(sign) for sign in _NOT if word.startswith(sign)}
    choices = [one for one in known if one not in opposite]
    if match := process.extractOne(word, choices, scorer=fuzz.ratio, score_cutoff=72):
        return match[0]
    others = {theirs: one for theirs, ours in _MEANT.items() for one in ours[::-1] if one in choices}
    match = process.extractOne(word, list(others), scorer=fuzz.ratio, score_cutoff=86)
    return others[match[0]] if match else ""


def certain_word(word: str, known: Collection[str]) -> str:
    """The known word that must be meant: the same but for capitals and signs between, or one slip away from that alone.

    Empty where a second one is within two slips, where figures differ, or where the word is one that people use for
    another one.
    """
    same = [one for one in known if _letters(one) == _letters(word)]
    if same:
        return same[0] if len(same) == 1 and _letters(word) else ""
    word = word.strip().casefold()
    if word in _MEANT or len(word) > MAX_LENGTH:
        return ""
    near = _near(word, known)
    if len(near) != 1 or len(near[0]) < _LONG_ENOUGH or OSA.distance(word, near[0]) != 1:
        return ""
    return near[0] if _figures(word) == _figures(near[0]) else ""


def certain_id(record_id: str, known: Collection[str]) -> str:
    """The known id of an article or event that must be meant by one that names nothing; empty where it is not sure.

    Only an id that begins with a date says enough for that: it lacks a letter, has one too many, or has two that
    changed places. A name with one letter less may be another person's.
    """
    if not _DATED.match(record_id) or len(record_id) > MAX_LENGTH:
        return ""
    near = _near(record_id, known)
    if len(near) != 1 or _figures(record_id) != _figures(near[0]):
        return ""
    swapped = OSA.distance(record_id, near[0]) == 1 and sorted(record_id) == sorted(near[0])
    return near[0] if swapped or Indel.distance(record_id, near[0]) == 1 else ""


_LONG_ENOUGH = 4
"""Letters of a word in which a slip leaves no doubt."""
_DATED = re.compile("[0-9]{4}-.{11}")


def _near(word: str, known: Collection[str]) -> list[str]:
    """The words that are within two slips, or two of them."""
    return [one for one, _, _ in process.extract(word, known, scorer=OSA.distance, score_cutoff=2, limit=2)]


def _letters(word: str) -> str:
    return re.sub(r"[\s_-]", "", word.casefold())


def _figures(word: str) -> str:
    return re.sub("[^0-9]", "", word)


def one_of(words: Iterable[str]) -> str:
    """Words to choose from, as they are written: "`a`, `b` or `c`"."""
    *most, last = [f"`{word}`" for word in words]
    return f"{', '.join(most)} or {last}" if most else last


def did_you_mean_id(record_id: str, known: Iterable[str]) -> str:
    """The same for an id, which is another record's if it is not almost the same: two articles of a day are alike."""
    match = process.extractOne(record_id[:200], list(known), scorer=fuzz.ratio, score_cutoff=86)
    return f"did you mean `{match[0]}`?" if match else ""
