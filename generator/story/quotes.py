"""Quotes: how they are compared, which one leads, and the address at which an article opens at the very words."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote as percent_encode

from generator.records.parts import Evidence
from generator.records.schema import Article
from generator.story.known import Version, counting_articles
from generator.words.controls import without_controls
from generator.words.folding import as_quoted

_LONG_FRAGMENT = 90
_FRAGMENT_WORDS = 5


def fold(text: str) -> str:
    """Fold a text for comparison with the very words of another: width, quotation marks and spaces only."""
    return as_quoted(without_controls(text))


@lru_cache(maxsize=65_536)
def text_fragment(url: str, quote: str) -> str:
    """Return the address that opens the page at the quoted words (WICG, URL Fragment Text Directives)."""
    words = quote.split()
    if len(quote) > _LONG_FRAGMENT and len(words) > 2 * _FRAGMENT_WORDS:
        parts: Iterable[str] = (" ".join(words[:_FRAGMENT_WORDS]), " ".join(words[-_FRAGMENT_WORDS:]))
    else:
        parts = (" ".join(words),)
    # A hyphen is part of the directive's own syntax, so it is encoded too.
    directive = ",".join(percent_encode(part, safe="").replace("-", "%2D") for part in parts)
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def leading_quote(version: Version, articles: Mapping[str, Article]) -> Evidence | None:
    """Choose the one quote that stands for a version of an event: of its state first, then of the event itself.

    It is of an article that counts: no words of a preview stand for what occurred or goes on, nor do those of an
    article that supports only another field, or of a claim.
    """
    counting = set(counting_articles(version, articles))
    quotes = (item for item in version.evidence if item.quote is not None and item.basis == "text")
    return next((item for item in quotes if item.article in counting), None)
