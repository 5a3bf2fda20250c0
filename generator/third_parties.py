"""Whom a page calls when somebody reads it: the hosts of what it loads by itself, not of its links."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

_LOADED = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "image": ("href",),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "video": ("src", "poster"),
}
_ONLY_NAMED = {"alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search"}
"""What a `link` may be to a page without being loaded with it."""

_IN_CSS = re.compile(r"""(?:@import\s+|url\(\s*)["']?((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
_MERMAID = "https://unpkg.com/mermaid"
"""Where Material's script finds Mermaid, for a page with a diagram that does not bring it."""


def is_foreign(address: str, site: str) -> bool:
    """Whether an address is on another host than the site, whose own address may be unknown."""
    host = _host(address)
    return bool(host) and host != _host(site)


def _host(address: str) -> str:
    """The host of an address; none of what is no address, such as `http://[`, which no browser follows."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def loaded_by_page(html: str, site: str) -> tuple[str, ...]:
    """The addresses on other hosts that a page loads by itself."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.draws and not any("mermaid" in script for script in reader.scripts):
        reader.found.append(_MERMAID)
    return tuple(dict.fromkeys(address for address in reader.found if is_foreign(address, site)))


class Loads:
    """What pages load, which is looked for again only where a page has changed: a preview shows them again and again.

    It keeps no page, and of each path only what was found last.
    """

    def __init__(self) -> None:
        self._found: dict[str, tuple[bytes, tuple[str, ...]]] = {}

    def of(self, path: str, html: str, site: str) -> tuple[str, ...]:
        """The addresses on other hosts that the page of a path loads by itself."""
        key = hashlib.sha256(f"{site}\n{html}".encode("utf-8", "surrogatepass")).digest()
        if self._found.get(path, (b"",))[0] != key:
            self._found[path] = (key, loaded_by_page(html, site))
        return self._found[path][1]


def loaded_by_css(css: str, site: str) -> list[str]:
    """The addresses on other hosts that a stylesheet loads."""
    return list(dict.fromkeys(address for address in _IN_CSS.findall(css) if is_foreign(address, site)))


class _Reader(HTMLParser):
    """Notes what a page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.scripts: list[str] = []
        self.draws = False

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Read `<![a]>` as browsers do, as a comment; Python raises an AssertionError (WHATWG HTML, 13.2.5.42)."""
        return self.parse_bogus_comment(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.draws |= "mermaid" in values.get("class", "").split()
        if tag == "link" and set(values.get("rel", "").split()) <= _ONLY_NAMED:
            return
        for name in _LOADED.get(tag, ()):
            self.found += _addresses(name, values.get(name, ""))
        if tag == "script":
            self.scripts.append(values.get("src", ""))


def _addresses(name: str, value: str) -> Iterator[str]:
    """The addresses of an attribute: `srcset` holds several, each with a size."""
    for part in value.split(",") if name == "srcset" else [value]:
        yield from part.split()[:1]


class Calls:
    """What pages would load from third parties: each address is told once, however many pages name it.

    `copied` says that another plugin copies what they load, `folder` where one keeps copies oneself.
    """

    def __init__(self, site_url: str, folder: str, *, copied: bool) -> None:
        self._site_url, self._folder, self._copied = site_url, folder, copied
        self._told: set[str] = set()

    def warnings(self, where: str, addresses: Iterable[str]) -> Iterator[str]:
        """Say of each foreign address whom readers' browsers would call, and what to do."""
        for address in addresses:
            if self._copied or address in self._told or not is_foreign(address, self._site_url):
                continue
            self._told.add(address)
            yield (
                f"{where}: '{address}': readers' browsers would call {_host(address)}, a third party: "
                f"keep a copy in {self._folder} and name that, or let Material's `privacy` plugin do it."
            )
