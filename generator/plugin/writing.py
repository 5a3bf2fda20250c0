"""Pages become files of the new site; what is as it was is taken over from the old one and not written again."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.outputs.artifact import Artifact
from generator.outputs.html import to_html
from generator.outputs.page import Page
from generator.plugin.chrome import Theme
from generator.project import CONTENT, RECORDS

_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be told of a page that was written: links of it that lead nowhere, and what a search finds in it."""

    path: str
    dead: tuple[str, ...] = ()
    found: tuple[str, str, str] | None = None
    """Its address, its title and its words; None where no search should find it."""


class Writer:
    """Writes pages and data into the folder of the new site."""

    def __init__(self, root: Path, new: Path, old: Path, theme: Theme, urls: Mapping[str, str], search: bool) -> None:
        self._root, self._folder, self._theme, self._urls = root, Folder(new, old), theme, urls
        self._search = search

    def write(self, artifact: Artifact) -> Written:
        """Write one thing made; raises OSError."""
        self.write_record(artifact.source)
        if not isinstance(artifact.made, Page):
            self._folder.write(artifact.path, artifact.made.encode())
            return Written(artifact.path)
        page, path = artifact.made, artifact.path
        html = to_html(page.body, path, self._urls)
        url = self._urls[path]
        text = self._theme.page(page, html, path, artifact.source, self._urls)
        self._folder.write(f"{url}index.html" if url.endswith("/") else url, text.encode())
        return Written(path, html.dead, found(page, html.text, url) if self._search else None)

    def write_record(self, source: str) -> None:
        """Copy the record that a page was made from, for whoever reads on or reuses it."""
        if source.endswith(".yaml"):
            record = f"{RECORDS}/{source.removeprefix(f'{CONTENT}/')}"
            self._folder.write(record, (self._root / source).read_bytes())


def found(page: Page, html: str, url: str) -> tuple[str, str, str] | None:
    """What a search finds in a page: its address, its title and its words, as HTML without tags."""
    search = page.head.get("search")
    if isinstance(search, Mapping) and search.get("exclude"):
        return None
    return url, str(page.head["title"]), " ".join(_TAG.sub(" ", html).split())


class Folder:
    """A folder that is filled beside an old one."""

    def __init__(self, new: Path, old: Path) -> None:
        self._new, self._old = str(new), str(old)
        self._has_old = old.is_dir()
        self._made: set[str] = set()

    def write(self, path: str, data: bytes) -> None:
        """Write a file, or take it over where the old folder has the very same; raises OSError."""
        file = os.path.join(self._new, path)
        parent = os.path.dirname(file)
        if parent not in self._made:
            os.makedirs(parent, exist_ok=True)
            self._made.add(parent)
        if not (self._has_old and _take_over(os.path.join(self._old, path), file, data)):
            with open(file, "wb") as out:
                out.write(data)


def _take_over(old: str, new: str, data: bytes) -> bool:
    """Let the old file stand in the new place, too, if it holds just these bytes."""
    try:
        with open(old, "rb") as file:
            if file.read(len(data) + 1) != data:
                return False
        os.link(old, new)
    except OSError:
        return False
    return True


def take_over_unchanged(new: Path, old: Path) -> None:
    """Take over whatever others wrote into the new folder that the old one has as well."""
    if old.is_dir():
        for file in _files(str(new)):
            if file.stat(follow_symlinks=False).st_nlink == 1:
                _replace_by_old(file.path, os.path.join(old, os.path.relpath(file.path, new)))


def _replace_by_old(file: str, old: str) -> None:
    beside = f"{file}.old"
    with open(file, "rb") as written:
        if _take_over(old, beside, written.read()):
            os.replace(beside, file)


def _files(folder: str) -> Iterable["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            else:
                yield entry
