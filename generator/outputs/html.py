"""A page's Markdown becomes HTML: by a compiled parser, with ids for headings and addresses for links between pages."""

# Our own Markdown uses no extension, so that every CommonMark parser makes the same of it; tests hold two against each
# other. Builders add to that what a heading's id is and where a link leads: here as in MkDocs.

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from posixpath import dirname, join, normpath

import pyromark
from markdown.extensions.toc import slugify, unique

_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_LINK = re.compile(r'href="([^":?#]+\.(?:md|bib|ris|json|csv))(?=[?#"])')
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading by its level (1 to 6), its id, and its words as HTML without tags."""

    level: int
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Html:
    """A page's HTML, its headings, and the paths of pages that it links to and that are not there."""

    text: str
    headings: tuple[Heading, ...]
    dead: tuple[str, ...] = ()


def to_html(markdown: str, path: str, urls: Mapping[str, str]) -> Html:
    """Make HTML of the Markdown of the page at a path.

    `urls` gives each page's address from the top of the site, such as `events/x/`, by its path, such as `events/x.md`.
    """
    headings: list[Heading] = []
    taken: set[str] = set()
    dead: list[str] = []
    folder, own = dirname(path), urls[path]

    def heading(found: re.Match[str]) -> str:
        level, words = found[1], found[2]
        plain = _TAG.sub("", words)
        anchor = unique(heading_anchor(unescape(plain)), taken)
        headings.append(Heading(int(level), anchor, plain))
        return f'<h{level} id="{anchor}">{words}</h{level}>'

    def link(found: re.Match[str]) -> str:
        target = _target(folder, found[1])
        url = urls.get(target) if target.endswith(".md") else target
        if url is None:
            dead.append(target)
            return found[0]
        return f'href="{relative(url, own)}'

    html = _HEADING.sub(heading, pyromark.html(markdown))
    return Html(_LINK.sub(link, html), tuple(headings), tuple(dead))


@lru_cache(maxsize=65_536)
def heading_anchor(words: str) -> str:
    """The id that Markdown builders give a heading of these words, before they count equal ones."""
    return slugify(words, "-")


def url_of(path: str, *, folders: bool) -> str:
    """A page's address from the top of the site, by its path: `a/` or, without `use_directory_urls`, `a.html`."""
    name = path.removesuffix(".md")
    if not folders:
        return f"{name}.html"
    return name.removesuffix("index") if name == "index" or name.endswith("/index") else f"{name}/"


def relative(url: str, of: str) -> str:
    """An address as the page at another one links to it; both are taken from the top of the site."""
    above, below = of.split("/")[:-1], url.split("/")
    shared = 0
    while shared < len(above) and shared < len(below) - 1 and above[shared] == below[shared]:
        shared += 1
    return "../" * (len(above) - shared) + "/".join(below[shared:]) or "./"


@lru_cache(maxsize=65_536)
def _target(folder: str, link: str) -> str:
    return normpath(join(folder, link))
