"""A saved page or text as an article: its story as plain text, and what the page says of itself."""

# JSON-LD and the page's own metadata go before a guess at the day of publication, and a guess is marked as one.

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from urllib.parse import urlsplit

from generator.drafting.encodings import decoded

MOST_BYTES = 5_000_000
"""Larger pages are refused: no article's text is as long."""
LEAST_WORDS = 70
"""A page with fewer words of text tells no story: its first lines and a notice that one must pay, or nothing at all."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_LETTERS_A_WORD = 3
"""About as many letters has a word in scripts that put no spaces between words."""

DayBasis = Literal["stated", "guessed"]


class PageError(ValueError):
    """A file that is no article, and what to do about it, as one line."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article as its page gives it; what the page does not say is None.

    `published` is the day of publication, which `basis` says is the page's own word or a guess from it.
    """

    text: str
    title: str | None = None
    published: date | None = None
    basis: DayBasis | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()


def page_of(content: bytes, url: str | None = None, today: date | None = None, charset: str | None = None) -> Page:
    """Read a file's bytes, HTML or plain text; raises PageError where they hold no article.

    `charset` is the encoding that a server said they are in.
    """
    if len(content) > MOST_BYTES:
        raise PageError(f"it is larger than {MOST_BYTES // 1_000_000} MB: keep its text, as `.txt`")
    if content[:5] == b"%PDF-":
        raise PageError("it is a PDF: save its text, as `.txt`")
    written = decoded(content, charset)
    if written is None:
        raise PageError("it is not text: save the article as a page (`.html`) or as its text (`.txt`)")
    if re.search(r"<(?:!doctype html|html|head|body|article|p|div)\b", written[:4000], re.IGNORECASE):
        return _of_html(written, url, today)
    text = written.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        raise PageError("it is empty")
    first = text.split("\n", 1)[0].strip()
    title = first if len(first) <= 200 and not first.endswith((".", "!", "?")) else None
    return Page(text + "\n", title, url=url)


def _of_html(content: str, url: str | None, today: date | None) -> Page:
    import trafilatura  # takes half a second, which commands that draft nothing need not wait for

    tree = trafilatura.load_html(content)
    if tree is None:
        raise PageError("its HTML cannot be read: save its text, as `.txt`")
    said = _said_of_itself(tree)
    settings: dict[str, Any] = {"include_comments": False, "include_tables": False, "with_metadata": True, "url": url}
    found: Any = trafilatura.bare_extraction(content, favor_precision=True, **settings)
    if found is None or _words(found.text or "") < LEAST_WORDS:
        found = trafilatura.bare_extraction(content, fast=True, **settings) or found
    text = (getattr(found, "text", None) or "").strip()
    if (count := _words(text)) < LEAST_WORDS:
        raise PageError(f"the page holds no article, or only its first lines ({count} words): save its text, as `.txt`")
    published, basis = said.published, "stated"
    if published is None:
        published, basis = _guessed(content, today), "guessed"
    return Page(
        text + "\n",
        said.title or getattr(found, "title", None),
        published,
        basis if published else None,  # type: ignore[arg-type] # one of the two words
        url or said.url or getattr(found, "url", None),
        said.outlet or getattr(found, "sitename", None),
        said.language,
        said.authors,
    )


def _words(text: str) -> int:
    """About how many words a text has, in any script."""
    spaced = sum(1 for word in text.split() if not _UNSPACED.search(word))
    return spaced + len(_UNSPACED.findall(text)) // _LETTERS_A_WORD


def _guessed(content: str, today: date | None) -> date | None:
    from htmldate import find_date

    latest = today.isoformat() if today else None
    found = find_date(content, original_date=True, max_date=latest)
    return date.fromisoformat(found) if found else None


def _said_of_itself(tree: Any) -> Page:
    """What a page says of itself, in JSON-LD first and in its meta elements next; without its text."""
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get(
            "content", ""
        ).strip()
        for meta in reversed(tree.findall(".//meta"))
    }
    data = next((item for item in _linked_data(tree) if _is_article(item)), {})
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    day = _day(data.get("datePublished")) or next((found for name in _DAYS if (found := _day(metas.get(name)))), None)
    title = _plain(data.get("headline")) or metas.get("og:title") or None
    outlet = _name(data.get("publisher")) or metas.get("og:site_name") or None
    language = _language(data.get("inLanguage")) or _language(tree.get("lang"))
    return Page(
        "", title, day, "stated", _address(canonical[0] if canonical else metas.get("og:url")), outlet, language,
        tuple(_names(data.get("author"))),
    )  # fmt: skip


_DAYS = ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
         "pubdate", "publish-date", "parsely-pub-date", "sailthru.date")  # fmt: skip
_ARTICLES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BlogPosting",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
)


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            waiting: list[Any] = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop()
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                yield item
                waiting.extend(
                    value for key, value in item.items() if key in ("@graph", "mainEntity", "itemListElement")
                )


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _day(value: Any) -> date | None:
    """The calendar day of a time stamp, as its own time zone has it."""
    found = re.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)", value) if isinstance(value, str) else None
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _plain(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    return next(iter(_names(value)), None)


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = _plain(item.get("name") if isinstance(item, dict) else item)
        if name:
            yield name


def _language(value: Any) -> str | None:
    found = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_].*)?", value.strip()) if isinstance(value, str) else None
    return found[1].lower() if found else None


def _address(value: str | None) -> str | None:
    parts = urlsplit(value) if value else None
    return value if parts and parts.scheme in ("http", "https") and parts.hostname else None
