"""What countries and languages are called, the other way round: the code of one that is named."""

from collections.abc import Iterable, Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

from generator.words.catalogue import FALLBACK
from generator.words.language import load_language

_SEPARATE = str.maketrans({"_": "-"})


def country_code(name: str, language: str = FALLBACK) -> str:
    """The ISO 3166-1 code of the one country that is called so in a language or in English, or nothing."""
    known = {code for code in map(str, Locale(FALLBACK).territories) if len(code) == 2 and code.isalpha()}
    if name.upper() in known:
        return name.upper()
    aliases: Iterable[str] = get_global("territory_aliases").get(name.upper(), ())
    found = set(aliases) or {
        code for locale in _locales(language) for code in _called(name, locale.territories) if code in known
    }
    return found.pop() if len(found) == 1 else ""


def language_code(name: str, language: str = FALLBACK) -> str:
    """The BCP 47 tag of the one language that is called so in itself, in a language or in English, or nothing."""
    tag = name.translate(_SEPARATE)
    primary, _, rest = tag.partition("-")
    if primary.lower() in Locale(FALLBACK).languages:
        return "-".join(filter(None, (primary.lower(), rest)))
    found = {code for locale in _locales(language) for code in _called(name, locale.languages)}
    return found.pop().translate(_SEPARATE) if len(found) == 1 else ""


def _locales(language: str) -> tuple[Locale, ...]:
    return load_language(language).locale, Locale(FALLBACK)


def _called(name: str, names: Mapping[str, str]) -> set[str]:
    folded = _folded(name)
    return {code for code, given in names.items() if _folded(given) == folded}


@cache
def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
