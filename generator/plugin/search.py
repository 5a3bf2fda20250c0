"""What Material's search is told of pages that MkDocs does not build."""

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

Entry = tuple[str, str, str]
"""The address of a page, its title and its words, as HTML without tags."""

_WORKER = "assets/javascripts/workers/search."
_PLUGIN = "material/search"


def has_search(config: MkDocsConfig) -> bool:
    """Whether the site has a search."""
    return _PLUGIN in config.plugins and bool(config.plugins[_PLUGIN].config.enabled)


def worker_of(files: Files) -> str:
    """Where the script of the search stands, whose name changes with every version of the theme."""
    return next((file.src_uri for file in files if file.src_uri.startswith(_WORKER)), "")


def add_to_search(config: MkDocsConfig, pages: Iterable[Entry]) -> None:
    """Add pages, each by its address, its title and its words, before the plugin writes its index."""
    entries = config.plugins[_PLUGIN].search_index.entries  # type: ignore[attr-defined]  # Material's own
    entries += [{"location": url, "title": title, "text": text} for url, title, text in pages]
