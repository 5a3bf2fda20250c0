"""The catalogue: every word that the site says by itself, by id, in each language that it speaks (Project Fluent)."""

# The files are generator/words/<language>/*.ftl. A language that lacks a message says it in English.

from collections.abc import Iterator
from decimal import localcontext
from functools import cache, lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

FALLBACK = "en"
_DIGITS = 60
"""Of a count that is written; Decimal's own 28 are too few for the years that dates may have."""


class Catalogue:
    """The messages of one language; `say` gives their words."""

    def __init__(self, bundles: list[FluentBundle]) -> None:
        self._bundles = bundles
        # Pages say the same counts and headings again and again.
        self._formatted = lru_cache(maxsize=16_384)(self._format)

    def say(self, message: str, **arguments: str | int) -> str:
        """Return the words of a message; raises KeyError for an id that no file has, ValueError for a lost argument."""
        return self._formatted(message, tuple(arguments.items()))

    def _format(self, message: str, arguments: tuple[tuple[str, str | int], ...]) -> str:
        bundle = next((bundle for bundle in self._bundles if bundle.has_message(message)), None)
        if bundle is None:
            raise KeyError(message)
        pattern = bundle.get_message(message).value
        if pattern is None:
            raise KeyError(message)
        with localcontext(prec=_DIGITS):
            words, errors = bundle.format_pattern(pattern, dict(arguments))
        if errors:
            raise ValueError(f"{message}: {errors[0]}")
        return str(words)


@cache
def load_catalogue(language: str) -> Catalogue:
    """Load the words of a language (BCP 47), and behind them those of its primary language and of English."""
    return Catalogue([bundle for tag in _chain(language) if (bundle := _bundle(tag))])


def nearest_file(name: str, language: str) -> tuple[str, str]:
    """Return the nearest language that has a file of messages, and the file's text."""
    return next((tag, text) for tag in _chain(language) for found, text in _files(tag) if found == name)


def _chain(language: str) -> list[str]:
    """A language, its primary language, and English."""
    return list(dict.fromkeys([language, language.split("-")[0], FALLBACK]))


def _files(language: str) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each of a language's files."""
    # A record's language is no path: it may be longer than any name of a folder.
    folder = next((folder for folder in files("generator.words").iterdir() if folder.name == language), None)
    if folder and folder.is_dir():
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.name.endswith(".ftl"):
                yield file.name.removesuffix(".ftl"), file.read_text(encoding="utf-8")


@cache  # English stands behind every language
def _bundle(language: str) -> FluentBundle | None:
    texts = [text for _, text in _files(language)]
    if not texts:
        return None
    # Isolating marks would stand in every title and address; our own markup isolates what is in another language.
    bundle = FluentBundle([language], use_isolating=False)
    for text in texts:
        bundle.add_resource(FluentResource(text))
    return bundle
