"""Chrome: what the theme puts around a page, rendered once for each kind of page and then stamped."""

# MkDocs renders its template for every page, which takes some milliseconds; all that differs between the pages of a
# kind in a folder are a few words. So one page of the kind is rendered with marks in their place.

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from pydantic import Field

from generator.cache import key_of
from generator.outputs.html import Heading, Html, relative
from generator.outputs.page import Page
from generator.plugin.options import toc_depth
from generator.project import CONTENT

_MARK = "dlslot"
_MARKED = re.compile(rf"(?:<h2)?{_MARK}([a-z]+)")
_AFTER_DRAWING = re.compile(r'<h2|<p><span class="dl-(?:figures|jump)">|<ul>\s*<li><span class="dl-fact">')
_BLANK = re.compile(r"\s*\n\s*")
SHARED = {"assets/stylesheets/icons.css", "assets/javascripts/header.js"}
"""Templates of what pages share, and do not repeat."""
TEMPLATES = {"embed": "embed.html"}
"""The templates of pages that do not have the usual one, by what they show."""
_FORM = "new-event"
"""What a page shows that has a form between its lead and the rest."""


@dataclass(frozen=True, slots=True)
class Chrome:
    """A rendered page with places to fill: texts and the names of the places between them, in turns."""

    parts: tuple[str, ...]

    def stamp(self, words: Mapping[str, str]) -> str:
        """Fill every place."""
        return "".join([words[part] if number % 2 else part for number, part in enumerate(self.parts)])


def chrome_of(html: str) -> Chrome:
    """Find the marks in a rendered page; the space between its lines is not worth its weight."""
    return Chrome(tuple(_MARKED.split(_BLANK.sub("\n", html).strip() + "\n")))


def around_drawing(content: str) -> tuple[str, str]:
    """What of a page stands before its drawing, its title and lead; and its figures, facts and headings after."""
    after = _AFTER_DRAWING.search(content)
    at = after.start() if after else len(content)
    return content[:at], content[at:]


def _mark(name: str) -> str:
    return f"{_MARK}{name}"


class Kind(NamedTuple):
    """All by which the chrome of pages differs."""

    depth: Annotated[int, Field(ge=0, le=100)]
    """How many folders deep it lies."""
    shows: str
    described: bool
    timeline: bool
    moved: bool
    edited: bool
    divided: bool
    """Whether there are headings to list beside the page."""


class Theme:
    """The theme, with all that it knows of the site."""

    def __init__(self, env: Environment, config: MkDocsConfig, nav: Navigation, files: Files) -> None:
        self._env, self._config, self._nav, self._files = env, config, nav, files
        self._rendered: dict[Kind, Chrome] = {}
        self._hashes: dict[Kind, bytes] = {}
        item = env.get_template("partials/toc-item.html")
        self._entry = Chrome(tuple(_MARKED.split(item.render(toc_item=AnchorLink(_mark("words"), _mark("id"), 2)))))
        self._depth = toc_depth(config)

    def page(self, page: Page, html: Html, path: str, source: str, urls: Mapping[str, str]) -> tuple[str, Kind]:
        """The whole page at a path, and which kind of page it is."""
        head = page.head
        shown = [heading for heading in html.headings if 1 < heading.level <= self._depth]
        target = urls.get(str(head.get("redirect", "")), "")
        site, own = self._config.site_url or "", urls[path]
        lead, rest = around_drawing(html.text)
        timeline = "timeline" in head
        parted = timeline or head["dateline"] == _FORM
        words = {
            "title": str(head["title"]),
            "description": str(head.get("description", "")),
            "canonical": f"{site}{target or own}",
            "lead": lead if parted else html.text,
            "rest": rest,
            "toc": "".join(self._entry.stamp({"words": one.words, "id": one.id}) for one in shown),
            "first": html.headings[0].id if html.headings else "",
            "scope": str(head.get("timeline", "")),
            "few": str(head.get("few", "")),
            "target": relative(target, own),
            "source": source.removeprefix(f"{CONTENT}/"),
        }
        kind = Kind(
            depth=path.count("/"),
            shows=str(head["dateline"]),
            described="description" in head,
            timeline=timeline,
            moved="redirect" in head,
            edited=bool(source),
            divided=bool(shown),
        )
        return self._chrome(kind).stamp(words), kind

    def hash_of(self, kind: Kind) -> bytes:
        """The hash of all that the theme adds to pages of a kind."""
        if kind not in self._hashes:
            site = self._config.site_url or ""
            self._hashes[kind] = key_of(site, str(self._depth), *self._entry.parts, *self._chrome(kind).parts)
        return self._hashes[kind]

    def _chrome(self, kind: Kind) -> Chrome:
        if kind not in self._rendered:
            self._rendered[kind] = self._render(kind)
        return self._rendered[kind]

    def _render(self, kind: Kind) -> Chrome:
        config = self._config
        file = File.generated(config, f"{'-/' * kind.depth}{_mark('page')}.md", content="")
        file.edit_uri = f"{CONTENT}/{_mark('source')}" if kind.edited else None
        page = MkDocsPage(None, file, config)
        page.meta = {"title": _mark("title"), "dateline": kind.shows, "hide": ["navigation"]}
        if kind.described:
            page.meta["description"] = _mark("description")
        if kind.timeline:
            page.meta["timeline"] = _mark("scope")
            page.meta["few"] = _mark("few")
        if kind.moved:
            page.meta["target"] = _mark("target")
        if config.site_url:
            page.canonical_url = _mark("canonical")
        parted = kind.timeline or kind.shows == _FORM
        page.content = f"{_mark('lead')}<h2{_mark('rest')}" if parted else _mark("lead")
        headings = (Heading(1, _mark("first"), _mark("title")), Heading(2, "", _mark("toc")))
        page.toc = toc_of(headings, 2 if kind.divided else 1)
        page.active = True
        config._current_page = page  # as MkDocs has it while it renders a page
        try:
            context = get_context(self._nav, [], config, page)
            template = self._env.get_template(TEMPLATES.get(kind.shows, "main.html"))
            context = config.plugins.on_page_context(context, page=page, config=config, nav=self._nav)
            rendered = config.plugins.on_post_page(template.render(context), page=page, config=config)
            return chrome_of(rendered.replace(self._entry.stamp({"words": _mark("toc"), "id": ""}), _mark("toc")))
        finally:
            config._current_page = None


def toc_of(headings: tuple[Heading, ...], depth: int) -> TableOfContents:
    """Headings as MkDocs hands them to its themes: each below the last one that is above it."""
    top: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for heading in headings:
        if heading.level > depth:
            continue
        link = AnchorLink(heading.words, heading.id, heading.level)
        while above and above[-1].level >= link.level:
            above.pop()
        (above[-1].children if above else top).append(link)
        above.append(link)
    return TableOfContents(top)
