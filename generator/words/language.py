"""A language that the site speaks: its words, its names of countries and languages, and its choice among texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from generator.words.catalogue import FALLBACK, Catalogue, load_catalogue


@dataclass(frozen=True, slots=True)
class Wording:
    """A text and the language (BCP 47) that it is in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language by its BCP 47 tag, with the catalogue of its words."""

    tag: str
    catalogue: Catalogue
    locale: Locale

    def say(self, message: str, **arguments: str | int) -> str:
        """Return the words of a message of the catalogue."""
        return self.catalogue.say(message, **arguments)

    def country(self, code: str) -> str:
        """Return the name of an ISO 3166-1 alpha-2 country."""
        return str(self.locale.territories.get(code, code))

    def language(self, tag: str) -> str:
        """Return the name of a BCP 47 language."""
        return str(self.locale.languages.get(primary(tag), tag))

    def month(self, number: int) -> str:
        """Return the name of a month, 1 to 12, as it stands within a date."""
        return str(self.locale.months["format"]["wide"][number])

    def is_own(self, tag: str) -> bool:
        """Say whether a text in a language needs no mark on a page in this one."""
        return primary(tag) == primary(self.tag)

    def pick(self, texts: Mapping[str, str]) -> Wording:
        """Choose among the same text in several languages: in this one, in its kin, or the first that is written."""
        for tag, text in texts.items():
            if tag == self.tag:
                return Wording(text, tag)
        found = next((tag for tag in texts if self.is_own(tag)), next(iter(texts)))
        return Wording(texts[found], found)


def primary(tag: str) -> str:
    """Return the primary language of a BCP 47 tag: `pt` of `pt-BR`."""
    return tag.split("-")[0]


@cache
def load_language(tag: str) -> Language:
    """Load a language; one of which nothing is known speaks English under its own tag."""
    return Language(tag, load_catalogue(tag), locale_of(tag))


def locale_of(tag: str) -> Locale:
    """Return what CLDR knows of a language (BCP 47), or of English where it knows nothing of it."""
    for candidate in (tag, primary(tag), FALLBACK):
        try:
            return Locale.parse(candidate, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("Babel knows English")
