"""The language of a text that does not say it: by its script, and by the commonest little words of a few languages."""

import re

from generator.dates.tongues.tongue import listed

_SCRIPTS = (
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_LITTLE = {
    "en": listed("the of and to in that is was for on with by at from it as"),
    "fr": listed("le la les des et en que est une du pour dans au qui sur par"),
    "de": listed("der die das und in den von zu mit ist des für auf dem nicht ein"),
    "es": listed("el la los las de y en que es una del por con para se al"),
}
_ENOUGH = 0.3
_MANY = 0.15


def language_of(text: str) -> str:
    """Return the BCP 47 tag of the language that a text most likely is in; English where nothing tells."""
    head = text[:4000]
    letters = sum(1 for sign in head if sign.isalpha()) or 1
    for tag, script in _SCRIPTS:
        if len(script.findall(head)) > _ENOUGH * letters:
            return tag
    return max(_LITTLE, key=lambda tag: _little(head, tag))


def is_of_little_words(text: str) -> bool:
    """Whether a text holds so many little words of English, French, German or Spanish that it is in one of these."""
    return max(_little(text[:4000], tag) for tag in _LITTLE) >= _MANY


def _little(text: str, tag: str) -> float:
    """The share of a text's words that are little words of a language."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return sum(words.count(word) for word in _LITTLE[tag]) / (len(words) or 1)
