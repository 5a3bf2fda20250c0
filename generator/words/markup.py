"""Strangers' text made safe: the only place where text from a record becomes Markdown."""

# Three steps, in this order. markdown-it reads the small inline Markdown that records may hold (no HTML, no images, no
# blocks); nh3 drops every tag, attribute and address that is not on our short list; and what is left is written so
# that no Markdown builder can read markup into the text itself: each sign that could mean something, in any dialect,
# becomes a character reference. Inline HTML and character references mean the same to all of them.

import re
from functools import lru_cache
from html import escape
from html.parser import HTMLParser

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from generator.words.controls import without_controls

_INLINE = MarkdownIt("zero", {"html": False}).enable(["escape", "entity", "backticks", "emphasis", "link"])
_TAGS = {"em", "strong", "code", "a"}
_BLOCKS = {"p", "br", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr", "td", "th", "ul", "ol", "table"}
_REL = "nofollow noopener"

# Signs with a meaning in some Markdown dialect, and a colon that does not end a word (emoji codes, addresses).
_SIGNS = re.compile(r"[\\`*_{}\[\]<>&#|~^=$@\"]|:(?=[^\s\d])|(?<=www)\.|!(?=[\[!])|--+|\+\++")
# What a forge makes a mention, a reference, a picture or a link of.
_CALLS = re.compile(r"[@#:!](?=\S)|\b(?:gh|www)(?=[-.])", re.IGNORECASE)
_AT_START = re.compile(r"^(?:\d{1,9}[.)]|[-+:!?%.])")
_MARKUP = re.compile(r"[\\`*_\[\]<>&]")


@lru_cache(maxsize=65_536)
def markdown_text(text: str) -> Markup:
    """Return the text as Markdown that shows exactly the text, on one line."""
    return Markup(_neutral(_one_line(text)))


def forge_text(text: str) -> str:
    """Return the text as Markdown for a forge's page, where it calls nobody, refers to nothing and shows no picture.

    Forges look for `@name`, `#1`, `:code:` and addresses in the text that readers see, so that a character reference
    hides nothing from them; a word joiner, which nobody sees, does.
    """
    return str(_neutral(_CALLS.sub("\\g<0>\u2060", _one_line(text))))


@lru_cache(maxsize=65_536)
def markdown_inline(text: str) -> Markup:
    """Return a text field's inline Markdown (emphasis, strong, code, http links) as Markdown and inline HTML."""
    text = _one_line(text)
    if not _MARKUP.search(text):
        return Markup(_neutral(text))
    html = nh3.clean(
        _INLINE.renderInline(text),
        tags=_TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_only_web_addresses,
        url_schemes={"http", "https"},
        link_rel=_REL,
    )
    writer = _Neutraliser()
    writer.feed(html)
    writer.close()
    return Markup("".join(writer.parts))


@lru_cache(maxsize=65_536)
def plain_text(text: str) -> str:
    """Return what a text field's inline Markdown says, without the markup."""
    text = _one_line(text)
    if not _MARKUP.search(text):
        return text
    html = _INLINE.renderInline(text)
    collector = _TextCollector()
    collector.feed(nh3.clean(html, tags=set()))
    collector.close()
    return "".join(collector.parts)


def markdown_of(text: str) -> str:
    """Return the inline Markdown that says just a plain text, on one line."""
    text = _one_line(text)
    return text if plain_text(text) == text else re.sub(r"[\\`*_\[\]<>&]", r"\\\g<0>", text)


def html_text(html: str) -> str:
    """Return what a stranger's HTML says, as plain text on one line; scripts and styles say nothing."""
    collector = _TextCollector(" ")
    collector.feed(nh3.clean(html, tags=_BLOCKS, attributes={}))
    collector.close()
    return _one_line("".join(collector.parts))


def html_links(html: str) -> list[str]:
    """Return the web addresses that a stranger's HTML links to, in order, each once."""
    collector = _TextCollector()
    kept = nh3.clean(
        html,
        tags={"a"},
        attributes={"a": {"href"}},
        attribute_filter=_only_web_addresses,
        url_schemes={"http", "https"},
        link_rel=None,
    )
    collector.feed(kept)
    collector.close()
    return list(dict.fromkeys(collector.links))


def meta_title(text: str) -> str:
    """Return a page title for front matter, harmless even in a theme that prints it without escaping."""
    text = _one_line(text).replace("<", "‹").replace(">", "›").replace('"', "”")
    return re.sub(r"&(?=[#\w])", "&amp;", text)


@lru_cache(maxsize=65_536)
def markdown_url(url: str) -> Markup:
    """Return an address, checked by the schema, as the destination of a Markdown link."""
    for sign in "()[]*$'":
        url = url.replace(sign, f"%{ord(sign):02X}")
    return Markup(url.replace("&", "&amp;"))


def _only_web_addresses(tag: str, attribute: str, value: str) -> str | None:
    """Let through only what names its scheme: `//host` and `page.md` would lead wherever a stranger likes."""
    return value if attribute != "href" or re.match(r"https?://", value, re.IGNORECASE) else None


def _one_line(text: str) -> str:
    return " ".join(without_controls(text).split())


def _neutral(text: str) -> str:
    text = _SIGNS.sub(lambda found: "".join(f"&#{ord(sign)};" for sign in found[0]), text)
    return _AT_START.sub(lambda found: f"{found[0][:-1]}&#{ord(found[0][-1])};", text)


class _Neutraliser(HTMLParser):
    """Writes sanitised HTML again with its text neutralised."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = "".join(f' {name}="{_neutral_attribute(value or "")}"' for name, value in attrs)
        self.parts.append(f"<{tag}{written}>")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(_neutral(data))


class _TextCollector(HTMLParser):
    """Collects the text of sanitised HTML, and its links; between elements stands what is given."""

    def __init__(self, between: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.links: list[str] = []
        self._between = between

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(self._between)
        self.links.extend(value for name, value in attrs if name == "href" and value)

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(self._between)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def _neutral_attribute(value: str) -> str:
    value = escape(value, quote=True)
    for sign in "*_`[]{}|~":
        value = value.replace(sign, f"&#{ord(sign)};")
    return value
