"""The words for time of each language that news are drafted from: a module a language, words and no rules."""

from functools import cache
from importlib import import_module

from generator.dates.tongues.tongue import Tongue

KNOWN = ("ar", "de", "en", "es", "fr", "he", "ru")


def base(language: str) -> str:
    """Return the language of a BCP 47 tag without script and country: `pt` of `pt-BR`; English where none is given."""
    code = language.replace("_", "-").split("-")[0].lower()
    return {"": "en", "und": "en", "iw": "he"}.get(code, code)


@cache
def tongue(language: str) -> Tongue:
    """Return the words of a language (a BCP 47 tag), or figures alone where its words are not known."""
    code = base(language)
    module = import_module(f"generator.dates.tongues.{code if code in KNOWN else 'figures'}")
    made: Tongue = module.TONGUE
    return made
