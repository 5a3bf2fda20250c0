"""Which of our pages MkDocs builds, and which it only needs to know of."""

from collections.abc import Callable, Iterable, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


class SiteFiles(Files):
    """MkDocs's files, and those that are written without it: it finds these where it looks for them by their paths."""

    def __init__(self, files: Iterable[File], ours: Mapping[str, Callable[[], File]]) -> None:
        super().__init__(files)
        self._ours = ours
        self._known: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at a path below the pages, or None."""
        if found := super().get_file_from_path(path):
            return found
        if path not in self._known and path in self._ours:
            self._known[path] = self._ours[path]()
        return self._known.get(path)


def in_nav(config: MkDocsConfig) -> frozenset[str]:
    """The paths of pages that the settings put in the navigation."""
    return frozenset(_paths(config.nav or ()))


def _paths(item: object) -> Iterable[str]:
    if isinstance(item, str):
        yield item
    elif isinstance(item, Mapping):
        for inner in item.values():
            yield from _paths(inner)
    elif isinstance(item, Iterable):
        for inner in item:
            yield from _paths(inner)


def is_for_mkdocs(path: str, named: frozenset[str]) -> bool:
    """Whether MkDocs builds a page of ours: what stands in the navigation, or leads to others, as an index does."""
    return path in named or "/" not in path or path.endswith("/index.md")
