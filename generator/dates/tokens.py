"""A text as the words that speak of time: every word becomes one sign of a short alphabet, with where it stands."""

import re
from dataclasses import dataclass

from generator.dates.tongues.tongue import Sense, Tongue, Value

CODES = {
    **{
        "DAY": "0",
        "NUMBER": "1",
        "YEAR": "2",
        "DIGITS": "3",
        "ORDINAL": "4",
        "DATE": "5",
        "CLOCK": "6",
        "SHORTYEAR": "7",
    },
    **{"MONTH": "A", "WEEKDAY": "B", "SEASON": "C", "UNIT": "D", "DECADE": "E", "HOLIDAY": "G", "QUARTER": "H"},
    **{
        "DAYREL": "I",
        "DAYREF": "J",
        "LAST": "K",
        "THIS": "L",
        "NEXT": "M",
        "FOLLOWING": "N",
        "PRIOR": "O",
        "THAT": "P",
    },
    **{"AGO": "Q", "LATER": "R", "EARLIER": "S", "PART": "T", "BY": "U", "IN": "V", "OF": "W", "THE": "X", "AND": "Y"},
    **{"TO": "Z", "FROM": "a", "APPROX": "b", "ALL": "c", "PARTDAY": "d", "EVERY": "e", "RECURS": "f", "VAGUE": "g"},
    **{"ERA": "h", "ARTICLE": "i", "SOME": "j", "COMMA": "k", "DASH": "l", "OPEN": "m", "CLOSE": "n", "WEAK": "o"},
    **{"STOP": "y", "OTHER": "z", "NTH": "p", "HENCE": "r"},
}
"""The name of each kind of word, and the sign that stands for it while expressions are looked for."""

_WORD = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d(?!\d)|\d{4}/\d{1,2}/\d{1,2}(?!\d)|\d{1,2}([./])\d{1,2}\2(?:\d{4}|\d\d)(?!\d))"
    r"|(?P<clock>\d{1,2}[:.h]\d\d(?::\d\d)?(?!\d)(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)"
    r"|(?P<decade>(?:1[0-9]|20)\d0['’]?s\b|['’][2-9]0s\b)"
    r"|(?P<quarter>Q[1-4]\b)"
    r"|(?P<count>[$€£₪¥]\s?\d[\d.,]*|\d+(?:[.,]\d+)+|\d+\s?%)"
    r"|(?P<digits>\d+)(?P<suffix>st\b|nd\b|rd\b|th\b|º|ª|er\b|-?го\b|-?е\b)?"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<gap>\n\s*\n|\n(?=[-*•]))"
    r"|(?P<sign>[^\w\s])"
)
_SIGNS = {",": "COMMA", "،": "COMMA", "-": "DASH", "–": "DASH", "—": "DASH", "−": "DASH", "‑": "DASH"}
_SIGNS |= {"(": "OPEN", "[": "OPEN", ")": "CLOSE", "]": "CLOSE"}
_STOPS = frozenset(".!?؟。…:;")
_FOLD = str.maketrans({"’": "'", "ʼ": "'", "׳": "'", "״": '"', "\u0640": None})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its kind, what it stands for, and where."""

    kind: str
    value: Value
    start: int
    end: int
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words in order, and the string of their signs: one a word."""

    signs: str
    words: tuple[Word, ...]
    text: str


def words_of(text: str, tongue: Tongue) -> Words:
    """Read a text into words; those that say nothing of time are of the kind OTHER."""
    raw = [(found.group().lower().translate(_FOLD), found) for found in _WORD.finditer(text)]
    plain = [word for word, _ in raw]
    words: list[Word] = []
    at, total = 0, len(raw)
    while at < total:
        word, found = raw[at]
        longest = tongue.starts.get(word)
        if longest and (hit := _phrase(plain, at, longest, tongue)):
            count, sense = hit
            last = raw[at + count - 1][1]
            words.append(_sensed(sense, found.start(), last.end(), text))
            at += count
            continue
        words.append(_plain(word, found, tongue))
        at += 1
    return Words("".join([CODES[word.kind] for word in words]), tuple(words), text)


def _phrase(plain: list[str], at: int, longest: int, tongue: Tongue) -> tuple[int, Sense] | None:
    for count in range(min(longest, len(plain) - at), 0, -1):
        if sense := tongue.phrases.get(tuple(plain[at : at + count])):
            return count, sense
    return None


def _sensed(sense: Sense, start: int, end: int, text: str) -> Word:
    if sense.weak and not text[start].isupper():
        return Word("OTHER", None, start, end)
    return Word(sense.kind, sense.value, start, end, sense.weak)


def _plain(word: str, found: re.Match[str], tongue: Tongue) -> Word:
    """Return what a word is that is no phrase of the language: figures, signs, or any other word."""
    kind = found.lastgroup if found.lastgroup != "suffix" else "digits"
    start, end = found.span()
    if kind == "digits":
        return _figures(found, start, end)
    if kind == "word":
        return _prefixed(word, start, end, tongue) or Word("OTHER", word, start, end)
    if kind == "sign":
        return Word(_SIGNS.get(word, "STOP" if word in _STOPS else "OTHER"), word, start, end)
    if kind == "gap":
        return Word("STOP", None, start, end)
    if kind == "decade":
        digits = "".join(sign for sign in word if sign.isdigit())
        return Word("DECADE", int(digits if len(digits) == 4 else f"19{digits}"), start, end)
    if kind == "quarter":
        return Word("QUARTER", int(word[1]), start, end)
    if kind in ("date", "clock"):
        return Word(kind.upper(), word, start, end)
    return Word("OTHER", word, start, end)


def _figures(found: re.Match[str], start: int, end: int) -> Word:
    number = int(found["digits"]) if len(found["digits"]) <= 9 else 10**9
    if found["suffix"]:
        return Word("NTH" if number <= 31 else "OTHER", number, start, end)
    if len(found["digits"]) == 4 and 1000 <= number <= 2199:
        return Word("YEAR", number, start, end)
    if len(found["digits"]) <= 2 and 1 <= number <= 31:
        return Word("DAY", number, start, end)
    if len(found["digits"]) == 2:
        return Word("SHORTYEAR", number, start, end)
    return Word("DIGITS", number, start, end)


def _prefixed(word: str, start: int, end: int, tongue: Tongue) -> Word | None:
    for prefix in tongue.prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            sense = tongue.phrases.get((word[len(prefix) :],))
            if sense:
                return Word(sense.kind, sense.value, start + len(prefix), end)
    return None
