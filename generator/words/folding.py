"""One folding of texts for everything that compares words: quotes, the timeline's find, and the search.

`assets/javascripts/search/folding.js` does the same by the same table, which a test renders from here.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

QUOTES = {
    **dict.fromkeys("‘’‚‛", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
}
"""What two typists write differently in the very same words."""

ALIKE = {
    **QUOTES,
    **dict.fromkeys("`´ʹʻʼʽˈ′‵‹›׳＇", "'"),
    **dict.fromkeys("″‶״〝〞〟「」『』", '"'),
    **dict.fromkeys("‐‑‒–—―−⁃﹘﹣－־᠆", "-"),
    "ł": "l",
    "ø": "o",
    "ı": "i",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "þ": "th",
    "ŋ": "n",
    "ĸ": "k",
    "ƒ": "f",
    "ə": "a",
    "ς": "σ",
    "ѐ": "е",
    "ё": "е",
    "ґ": "г",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ک": "ك",
    "ة": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ך": "כ",
    "ם": "מ",
    "ן": "נ",
    "ף": "פ",
    "ץ": "צ",
    # Nobody sees these, or should have to type them.
    **dict.fromkeys("ـ\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c\u202a\u202b\u202c\u202d\u202e", ""),
    **dict.fromkeys("\u2066\u2067\u2068\u2069", ""),
}
"""Signs that readers take for each other, and what stands for them: after decomposition, in lower case."""

MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
MARKS += "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f"
MARKS += "\ufe20-\ufe2f"
"""The marks that writers leave out: accents, vowel points. In other scripts a mark makes another letter."""

SIGNS = "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u0f18-\u0fbc\u102b-\u103e\u1056-\u109d\u17b4-\u17d3"
SIGNS += "\u3099\u309a"
"""Signs inside words that are no letters: vowels and tones of South and South-East Asia, voicing in kana."""

RUNS = "\u2e80-\u2fd5\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
RUNS += "\U00020000-\U0003134f"
"""Scripts that put no spaces between words: Chinese and Japanese."""

MOST = 32
"""So many signs of a word count."""

_ALIKE = str.maketrans(ALIKE)
_QUOTES = str.maketrans(QUOTES)
_MARKS = re.compile(f"[{MARKS}]")
_SPACES = re.compile(r"\s+")
_POSSESSIVE = re.compile(rf"(?<=[^\W_{RUNS}])'s(?![^\W_])")
_ABBREVIATED = re.compile(r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?!\.?[^\W_])\.?")
_WORDS = re.compile(rf"[{RUNS}]+|(?:(?![{RUNS}])(?:[^\W_]|[{SIGNS}]))+")
_HYPHENED = re.compile(rf"(?<![^\W_])(?:(?![{RUNS}])[^\W_])+(?:-(?:(?![{RUNS}])[^\W_])+)+")
_RUN = re.compile(f"[{RUNS}]")
_ARABIC = re.compile("^(?:و?ال|لل)(?=[\u0620-\u064a]{3})")
_HEBREW = re.compile("^ה(?=[\u05d0-\u05ea]{3})")


def as_quoted(text: str) -> str:
    """Fold what may differ between two prints of the very same words: width, quotation marks, spaces."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFKC", text).translate(_QUOTES).split())


def fold(text: str) -> str:
    """Fold what readers do not care about: also case, accents, dashes, letters alike, dots of
    abbreviations, a possessive 's, its ends.
    """
    return _SPACES.sub(" ", _as_read(text)).strip()


def terms_of(text: str) -> frozenset[str]:
    """What a text is found by: folded words, those with hyphens also in one, pairs of signs where nobody writes
    spaces, words without an article that is written in one with them.
    """
    read = _as_read(text)
    joined = ("".join(_WORDS.findall(found)) for found in _HYPHENED.findall(read))
    return frozenset().union(*map(_terms, [*_WORDS.findall(read), *(word for word in joined if not word.isdigit())]))


def joined_of(text: str) -> frozenset[str]:
    """What names, one a line, are found by where somebody writes them in one: each two neighbours, and all words."""
    found: set[str] = set()
    for line in text.splitlines():
        words = [word for word in _WORDS.findall(_as_read(line)) if not _RUN.match(word)]
        joined = {first + second for first, second in pairwise(words)} | {"".join(words)}
        found.update(word[:MOST] for word in joined)
    return frozenset(found - {""})


def _as_read(text: str) -> str:
    """A folded text without what only its spelling has: dots of abbreviations, a possessive 's."""
    folded = _folded(text)
    if "." in folded:
        folded = _ABBREVIATED.sub(lambda found: found[0].replace(".", ""), folded)
    return _without_possessives(folded)


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKD", text).lower()
    return unicodedata.normalize("NFC", _MARKS.sub("", plain).translate(_ALIKE))


def _without_possessives(text: str) -> str:
    return _POSSESSIVE.sub("", text) if "'" in text else text


@lru_cache(maxsize=262_144)
def _terms(word: str) -> tuple[str, ...]:
    if _RUN.match(word):
        pairs = [word[at : at + 2] for at in range(len(word) - 1)]
        return (*pairs, word[-1]) if pairs else (word,)
    bare = without_article(word)
    return tuple(dict.fromkeys((word[:MOST], bare[:MOST])))


def without_article(word: str) -> str:
    """A folded word without the Arabic or Hebrew article, where enough remains."""
    return _HEBREW.sub("", _ARABIC.sub("", word))


def rendered() -> Iterator[str]:
    """The lines of the table that the browser has, as JavaScript."""
    groups: dict[str, str] = {}
    for sign, other in ALIKE.items():
        groups[other] = groups.get(other, "") + sign
    yield "const ALIKE = {"
    for other, signs in groups.items():
        name = {"'": '"\'"', '"': "'\"'", "": "''", "-": "'-'"}.get(other, other)
        yield f"  {name}: '{_escaped(signs)}',"
    yield "};"
    for name, signs in (("MARKS", MARKS), ("SIGNS", SIGNS), ("RUNS", RUNS)):
        yield f"const {name} ="
        parts = [signs[at : at + 18] for at in range(0, len(signs), 18)]
        yield " +\n".join(f"  '{_escaped(part)}'" for part in parts) + ";"
    yield f"const MOST = {MOST};"


def _escaped(signs: str) -> str:
    return "".join(
        sign
        if sign.isalpha() or (sign.isascii() and sign != "'")
        else f"\\u{ord(sign):04x}"
        if ord(sign) < 0x10000
        else f"\\u{{{ord(sign):x}}}"
        for sign in signs
    )
