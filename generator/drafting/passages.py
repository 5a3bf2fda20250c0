"""A text's passages: paragraphs and sentences by where they stand, without what is no part of the story."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BLANK = re.compile(r"\n[ \t]*\n+")
_BULLET = re.compile(r"\n(?=[ \t]*(?:[-*•–·▪◦]|\(?\d{1,2}[.)])\s)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Amb|Hon|Rev|St|Jr|Sr|No|Nos|vs|etc|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|approx|e\.g|i\.e|cf|al|M|MM|Mme|Hr|Fr|bzw|Nr|ca|Sra"
    r"|U\.S|U\.K|U\.N|E\.U|D\.C|г|гг|им|т\.е|т\.д)|\b[^\W\d_]|\b\d{1,2})$"
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


def sentences(text: str) -> tuple[Sentence, ...]:
    """Divide a text into sentences, in order; white space around them belongs to none."""
    return tuple(
        Sentence(*_trimmed(text, *part), number)
        for number, (start, end) in enumerate(_paragraphs(text))
        for part in _parts(text, start, end)
        if text[part[0] : part[1]].strip()
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs: every line, unless lines are broken at a width, where only blank lines and bullets part them."""
    breaks = {found.start() for found in _BLANK.finditer(text)} | {found.start() for found in _BULLET.finditer(text)}
    if not is_wrapped(text):
        breaks |= {at for at, sign in enumerate(text) if sign == "\n"}
    start = 0
    for at in (*sorted(breaks), len(text)):
        if text[start:at].strip():
            yield start, at
        start = at


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text are broken at a width, as in plain-text mails."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 3 or max(map(len, lines)) > 110:
        return False
    inside = sum(1 for line in lines if len(line) > 45 and line.rstrip()[-1] not in '.!?:"”»…')
    return inside >= 0.3 * len(lines)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for found in _END.finditer(text, start, end):
        if found.end() < end and not _ends(text, found, start, end):
            continue
        yield at, found.end()
        at = found.end()
    if at < end:
        yield at, end


def _ends(text: str, found: re.Match[str], start: int, end: int) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation, and only before a capital or a figure."""
    after = _OPENS.match(text, found.end(), end)
    if not after:
        return False
    opener = after.group()[-1]
    if opener.islower():
        return False
    return not (found.group() == "." and _ABBREVIATED.search(text, max(start, found.start() - 12), found.start()))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
