"""A text as the words that speak of time: every word becomes one sign of a short alphabet, with where it stands."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.dates.tongues.tongue import Sense, Tongue, Value, folded

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
    **{"STOP": "y", "OTHER": "z", "NTH": "p", "HENCE": "r", "GLUED": "q", "YEARS": "s", "ROMAN": "t", "EARLIEST": "u"},
}
"""The name of each kind of word, and the sign that stands for it while expressions are looked for."""

_WORD = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d(?!\d)|\d{4}/\d{1,2}/\d{1,2}(?!\d)|\d{1,2}([./])\d{1,2}\2(?:\d{4}|\d\d)(?!\d)"
    r"|\d{1,2}-\d{1,2}-(?:1\d|20)\d\d(?!\d)|(?<![\w-])(?:0?\d|1[0-2])-\d{1,2}-(?:3[2-9]|[4-9]\d)(?![\w-]))"
    r"|(?P<span>(?<![\w$€£#№+/=.-])(?:1[5-9]|20)\d\d(?:[-–]\d\d|/(?:1[5-9]|20)?\d\d)(?![\w/-]))"
    r"|(?P<yearless>\d{1,2}\.\d{1,2}\.(?=\s*[^\W\dA-ZÄÖÜ_]|\s?[–-]))"
    r"|(?P<shortyear>(?<!\w)['’‘](?:0\d|3[2-9]|[4-9]\d)(?!\w))"
    r"|(?P<clock>\d{1,2}[:.h]\d\d(?::\d\d)?(?!\d)(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)"
    r"|(?P<decade>(?:1[0-9]|20)\d0['’]?s\b|['’][2-9]0s\b"
    r"|(?:(?:1\d|20)\d|[2-9])0(?:er|-?е|-?х|-?ых|-?ые)\b)"
    r"|(?P<quarter>Q[1-4]\b|[1-4]Q(?:\d\d|\d{4})?\b)"
    r"|(?P<count>[$€£₪¥]\s?\d[\d.,]*|\d+(?:[.,]\d+)+|\d+\s?%)"
    r"|(?P<digits>\d+)(?P<suffix>st\b|nd\b|rd\b|th\b|º|ª|er\b|e\b|ème\b|-?го\b|-?е\b|-?м\b|-?й\b)?"
    r"|(?P<word>[^\W\d_]+(?:[\u064b-\u0652\u0591-\u05bd\u05bf-\u05c7]+[^\W\d_]*)*)"
    r"|(?P<gap>\n\s*\n|\n(?=[-*•]))"
    r"|(?P<sign>[^\w\s])"
)
_SIGNS = {",": "COMMA", "،": "COMMA", "-": "DASH", "–": "DASH", "—": "DASH", "−": "DASH", "‑": "DASH"}
_SIGNS |= {"(": "OPEN", "[": "OPEN", ")": "CLOSE", "]": "CLOSE"}
_STOPS = frozenset(".!?؟。…:;")
_ROMAN = re.compile(r"(?!I\b)(?:[XХ]{0,2}(?:I[XХ]|IV|VI{0,3}|I{1,3})|[XХ]{1,2})(?=(?:e|er|ème|º)?\b)")
"""The number of a century, in Latin letters or with the Cyrillic one that looks like X."""
_ROMANS = {"I": 1, "V": 5, "X": 10, "Х": 10}
_CENTURY_TURNS = 30
"""The first two figures of a year that are of the last century: '30 is 1930, '29 is 2029."""


class Word(NamedTuple):
    """A word of a text: its kind, what it stands for, and where."""

    kind: str
    value: Value
    start: int
    end: int
    weak: bool = False
    many: bool = False
    """Whether it says several of what it names: "weeks"."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words in order, and the string of their signs: one a word."""

    signs: str
    words: tuple[Word, ...]
    text: str


@dataclass(frozen=True, slots=True)
class _Reader:
    """The plain tokens of a text, each with its place, and the language that they are looked up in."""

    text: str
    plain: list[str]
    found: list[re.Match[str]]
    tongue: Tongue

    def is_near(self, at: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return self.found[at - 1].end() == self.found[at].start()

    def phrase(self, at: int, first: str) -> tuple[int, Sense] | None:
        """The longest phrase that begins at a token, which is read as `first`: how many tokens, and what it means."""
        phrases = self.tongue.phrases
        for count in range(min(self.tongue.starts.get(first, 0), len(self.plain) - at), 0, -1):
            if sense := phrases.get((first, *self.plain[at + 1 : at + count])):
                return count, sense
        return None


def words_of(text: str, tongue: Tongue) -> Words:
    """Read a text into words; those that say nothing of time are of the kind OTHER."""
    found = list(_WORD.finditer(text))
    reader = _Reader(text, [folded(one.group()) for one in found], found, tongue)
    words: list[Word] = []
    at, total, years = 0, len(found), tongue.years
    while at < total:
        if reader.plain[at] in tongue.starts and (hit := reader.phrase(at, reader.plain[at])):
            count, sense = hit
            made = _sensed(sense, found[at].start(), found[at + count - 1].end(), text, words, tongue)
        elif found[at].lastgroup == "word" and tongue.prefixes and (split := _prefixed(reader, at)):
            count, made = split
        elif found[at].lastgroup == "word" and found[at].group()[0] not in _ROMANS and reader.plain[at] not in years:
            words.append(Word("OTHER", reader.plain[at], *found[at].span()))  # as nearly all words are
            at += 1
            continue
        else:
            count, made = 1, _plains(reader.plain[at], found[at], tongue)
        at += count
        at += _dotted(reader, at, made) if at < total and reader.plain[at] == "." and reader.is_near(at) else 0
        words.extend(made)
        if tongue.years:
            _year_named(words, reader, at)
    return Words("".join([CODES[word.kind] for word in words]), tuple(words), text)


_LEADS_WEAK = frozenset({"IN", "BY", "THIS", "LAST", "NEXT", "THE", "OF", "FROM", "TO", "PART", "GLUED", "DAY", "NTH"})


def _sensed(sense: Sense, start: int, end: int, text: str, before: list[Word], tongue: Tongue) -> list[Word]:
    if sense.weak and not (
        text[start].isupper() if tongue.capitals else before and before[-1].kind in _LEADS_WEAK | {"ORDINAL", "MONTH"}
    ):
        return [Word("OTHER", folded(text[start:end]), start, end)]
    made = [Word(sense.kind, sense.value, start, end, sense.weak and tongue.capitals, sense.many)]
    return made + [Word(more.kind, more.value, start, end, many=more.many) for more in sense.more]


def _dotted(reader: _Reader, at: int, made: list[Word]) -> int:
    """Take the full stop at a token into the word before it: in "Nov. 2", and in German "6. November"; how many."""
    word, following = made[-1], reader.plain[at + 1] if at + 1 < len(reader.plain) else ""
    if word.kind in ("MONTH", "WEEKDAY"):
        is_short = reader.plain[at - 1] in reader.tongue.short
        taken = is_short and (following.lstrip("'‘")[:1].isdigit() or following == ",")
    elif word.kind == "DAY" and reader.tongue.dotted_days:
        sense = reader.tongue.phrases.get((following,))
        kind = sense.kind if sense else _SIGNS.get(following, "")
        goes_on = kind in ("TO", "AND", "BY") and reader.found[at + 1].group()[0].islower()
        taken = kind in ("MONTH", "UNIT", "QUARTER", "DASH") or goes_on
        if kind in ("UNIT", "QUARTER"):
            word = word._replace(kind="NTH")
    else:
        return 0
    if taken:
        made[-1] = word._replace(end=reader.found[at].end())
    return int(taken)


def _year_named(words: list[Word], reader: _Reader, at: int) -> None:
    """Join "2025" and the word for year beside it: the "year 2025" of some languages, the "2025 year" of others."""
    if len(words) < 2:
        return
    before, last = words[-2:]
    if (
        last.kind == "YEAR"
        and before.kind == "UNIT"
        and folded(reader.text[before.start : before.end]) in (reader.tongue.years)
    ):
        words[-2:] = [last._replace(start=before.start)]
    elif before.kind in ("YEAR", "DECADE") and reader.plain[at - 1] in reader.tongue.years:
        words[-2:] = [before._replace(end=last.end)]


def _plains(word: str, found: re.Match[str], tongue: Tongue) -> list[Word]:
    """Return the words that a token is: one, but for two that are written as one ("1990-91", "1Q89")."""
    start, end = found.span()
    if found.lastgroup == "span":
        return _span(word, start, end)
    if found.lastgroup == "quarter" and len(word) > 2:
        return [Word("QUARTER", int(word[0]), start, start + 2), Word("YEAR", _full(int(word[2:])), start + 2, end)]
    return [_plain(word, found, tongue)]


def _full(year: int) -> int:
    """The year that two figures mean, or more of them alone."""
    if year > 99:
        return year
    return year + (2000 if year < _CENTURY_TURNS else 1900)


def _plain(word: str, found: re.Match[str], tongue: Tongue) -> Word:
    """Return what a word is that is no phrase of the language: figures, signs, or any other word."""
    kind = found.lastgroup if found.lastgroup != "suffix" else "digits"
    start, end = found.span()
    if kind == "digits":
        return _figures(found, start, end)
    if kind == "word":
        roman = _ROMAN.match(found.group()) if found.group()[0] in _ROMANS else None
        return Word("ROMAN", _of_roman(roman.group()), start, end) if roman else Word("OTHER", word, start, end)
    if kind == "sign":
        return Word(_SIGNS.get(word, "STOP" if word in _STOPS else "OTHER"), word, start, end)
    if kind == "gap":
        return Word("STOP", None, start, end)
    if kind == "decade":
        digits = "".join(sign for sign in word if sign.isdigit())
        return Word("DECADE", int(digits if len(digits) == 4 else f"19{digits}"), start, end)
    if kind == "quarter":
        return Word("QUARTER", int(word.strip("q")), start, end)
    if kind == "yearless":
        return _yearless(word, start, end, tongue)
    if kind == "shortyear":
        return Word("YEAR", _full(int(word[1:])), start, end)
    if kind == "date" and tongue.month_first and re.fullmatch(r"\d+\.\d+\.\d\d", word):
        return Word("OTHER", word, start, end)  # a version
    if kind == "date":
        return Word("DATE", _in_order(word, tongue), start, end)
    if kind == "clock":
        return Word("CLOCK", word, start, end)
    return Word("OTHER", word, start, end)


def _of_roman(letters: str) -> int:
    values = [_ROMANS[letter] for letter in letters]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _span(word: str, start: int, end: int) -> list[Word]:
    """Read "1990-91" and "2010/2011", or the year alone where what follows is a month ("1990-02")."""
    first, last = int(word[:4]), int(word[5:])
    if len(word) == len("1990-91"):
        last += first // 100 * 100 + (100 if first % 100 == 99 and last == 0 else 0)
    is_month = len(word) == len("1990-91") and last % 100 <= 12 and last != first + 1
    since = Word("YEAR", first, start, start + 4)
    if last <= first or is_month:
        return [since]
    return [since, Word("DASH", None, start + 4, start + 5), Word("YEAR", last, start + 5, end)]


def _yearless(word: str, start: int, end: int, tongue: Tongue) -> Word:
    """Read "6.11." where a full stop makes a number an ordinal, or else the time of day that it is."""
    day, month = (int(part) for part in word.strip(".").split("."))
    if tongue.dotted_days and 1 <= month <= 12 and 1 <= day <= 31:
        return Word("HOLIDAY", f"{month:02d}-{day:02d}", start, end)
    return Word("CLOCK", word[:-1], start, end - 1)


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


def _in_order(date: str, tongue: Tongue) -> str:
    """Return a date in figures as year, month and day: 3/4/2025 has the day first, but in English."""
    parts = [int(part) for part in re.split(r"[-./]", date)]
    if date[:4].isdigit():
        year, month, day = parts
    else:
        day, month, year = parts
        if tongue.month_first and ("/" in date or (len(date) <= 8 and "-" in date)) and day <= 12:
            day, month = month, day
        year += (2000 if year < 70 else 1900) if year < 100 else 0
    return f"{year}-{month}-{day}"


_PARTICLES = 3
"""How many particles may be written together with a word."""


def _prefixed(reader: _Reader, at: int) -> tuple[int, list[Word]] | None:
    """Read a word that particles are written together with, as the particles and the phrase that follows."""
    word, (start, end) = reader.plain[at], reader.found[at].span()
    if end - start != len(word):
        return None
    made: list[Word] = []
    for _ in range(_PARTICLES):
        prefix = next((one for one in reader.tongue.prefixes if word.startswith(one)), None)
        if prefix is None or len(word) - len(prefix) < 2:
            return None
        made.append(Word(reader.tongue.prefixes[prefix], None, start, start + len(prefix)))
        start, word = start + len(prefix), word[len(prefix) :]
        if word in reader.tongue.starts and (hit := reader.phrase(at, word)):
            count, sense = hit
            last = reader.found[at + count - 1].end()
            return count, made + _sensed(sense, start, last, reader.text, made, reader.tongue)
    return None
