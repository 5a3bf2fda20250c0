"""The words for time of each language that news are drafted from: a module a language, words and no rules."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from generator.dates.tongues.tongue import Tongue

KNOWN = ("ar", "de", "en", "es", "fr", "he", "ru")


@cache
def tongue(language: str) -> Tongue:
    """Return the words of a language (a BCP 47 tag), or English's where its words are not known."""
    code = language.split("-")[0].lower()
    is_here = code in KNOWN and find_spec(f"generator.dates.tongues.{code}") is not None
    module = import_module(f"generator.dates.tongues.{code if is_here else 'en'}")
    made: Tongue = module.TONGUE
    return made
