"""A text's passages: paragraphs and sentences by where they stand, without what is no part of the story."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.dates.tongues import tongue

_BLANK = re.compile(r"\n[ \t]*\n+")
_BULLET = re.compile(r"\n(?=[ \t]*(?:[-*•–·▪◦]|\(?\d{1,2}[.)])\s)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Amb|Hon|Rev|St|Jr|Sr|No|Nos|vs|etc|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|approx|e\.g|i\.e|cf|al|M|MM|Mme|Hr|Fr|bzw|Nr|ca|Sra"
    r"|U\.S|U\.K|U\.N|E\.U|D\.C|г|гг|им|т\.е|т\.д)|\b[^\W\d_])$"
)
_END = re.compile(r"[.!?؟。…]+[\"”’'»)\]]*(?=\s+|$)")
_OPENS = re.compile(r"\s+[\"“‘'«(\[]?(?:[^\W_]|\d)")

_NOT_STORY = re.compile(
    r"""(?xim)
    https?://\S+ | \bwww\.\S+ | \S+@\S+\.\w+ | (?<!\w)[@\#]\w+
    | ^\s*(?:read\ more|read\ also|see\ also|related|also\ read|more\ on\ this|watch|listen|photo|image|video|credit
        |file|advertisement|subscribe|sign\ up|follow\ us|share|tags?|topics?|lire\ aussi|à\ lire|lesen\ sie\ auch
        |mehr\ dazu|lea\ también|читайте\ также|اقرأ\ أيضا|قراءة\ المزيد|קראו\ עוד)\b\s*[:|].*$
    | \((?:[^()]{0,120}\b(?:photo|reuters|afp|ap|getty|epa|sputnik|file|via)\b[^()]{0,60})\)
    | \b(?:photo|image|foto|picture)\ ?(?:credit)?\ ?(?:by|:)\ [^\n.]{0,80}
    """
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its first place in the text, its last (excluded), and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


def told(text: str) -> str:
    """Return a text of the same length in which addresses, tags, picture credits and "Read more" lines are blank."""
    return _NOT_STORY.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def sentences(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """Divide a text into sentences, in order; white space around them belongs to none."""
    return tuple(
        Sentence(*_trimmed(text, *part), number)
        for number, (start, end) in enumerate(_paragraphs(text))
        for part in _parts(text, start, end, language)
        if text[part[0] : part[1]].strip()
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs: every line, but where lines are broken at a width, as in plain-text mails, all up to a gap."""
    breaks = {found.start() for found in _BLANK.finditer(text)} | {found.start() for found in _BULLET.finditer(text)}
    at = 0
    lines = text.split("\n")
    goes_on = [_is_broken(line, after) for line, after in pairwise(lines)]
    is_wrapped = sum(goes_on) >= _BROKEN_LINES
    for line, on in zip(lines, goes_on, strict=False):
        at += len(line)
        if not (on and is_wrapped):
            breaks.add(at)
        at += 1
    start = 0
    for at in (*sorted(breaks), len(text)):
        if text[start:at].strip():
            yield start, at
        start = at


_BROKEN_LINES = 2
_WIDTHS = range(45, 111)


def _is_broken(line: str, after: str) -> bool:
    """Whether a line most likely goes on in the next: it is as long as such lines are, and ends in no sign."""
    return len(line) in _WIDTHS and len(after) < _WIDTHS.stop and bool(after.strip()) and not _closes(line, after)


def _closes(line: str, after: str) -> bool:
    told = line.rstrip()
    if told.endswith(".") and _ABBREVIATED.search(told, max(len(told) - 12, 0), len(told) - 1):
        return False
    return told[-1:] in (".", "!", "?", ":", "”", '"', "»", "…") and not after.lstrip()[:1].islower()


def _parts(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    at = start
    for found in _END.finditer(text, start, end):
        if found.end() < end and not _ends(text, found, start, end, language):
            continue
        yield at, found.end()
        at = found.end()
    if at < end:
        yield at, end


def _ends(text: str, found: re.Match[str], start: int, end: int, language: str) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation, and only before a capital or a figure."""
    after = _OPENS.match(text, found.end(), end)
    if not after:
        return False
    opener = after.group()[-1]
    if opener.islower():
        return False
    if found.group() != ".":
        return True
    if _FIGURE.search(text, max(start, found.start() - 4), found.start()):
        return not _names_month(text[after.end() - 1 : end].split(None, 1)[0], language)
    return not _ABBREVIATED.search(text, max(start, found.start() - 12), found.start())


_FIGURE = re.compile(r"(?<!\d)\d{1,2}$")


def _names_month(word: str, language: str) -> bool:
    """Whether a word is the name of a month: a full stop before it is that of "6. November"."""
    sense = tongue(language).phrases.get((word.strip(".,;:").lower(),))
    return sense is not None and sense.kind == "MONTH"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
