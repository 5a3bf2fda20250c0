"""Pages become files of the new site, with the records that they are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.outputs.artifact import Artifact, Output
from generator.outputs.html import to_html
from generator.outputs.page import Page
from generator.plugin.chrome import Theme
from generator.plugin.folder import Folder
from generator.plugin.noted import Sign
from generator.project import CONTENT, RECORDS


@dataclass(frozen=True, slots=True)
class Written:
    """What was written of an output, file by file; and links of a page that lead nowhere."""

    path: str
    files: tuple[tuple[str, Sign], ...]
    kind: tuple[Any, ...] = ()
    dead: tuple[str, ...] = ()


class Writer:
    """Writes pages and data into the folder of the new site."""

    def __init__(self, root: Path, folder: Folder, theme: Theme, urls: Mapping[str, str]) -> None:
        self._root, self._folder, self._theme, self._urls = root, folder, theme, urls

    def write(self, artifact: Artifact) -> Written:
        """Write one thing made; raises OSError."""
        page, path = artifact.made, artifact.path
        if not isinstance(page, Page):
            return Written(path, ((path, self._folder.write(path, page.encode())),))
        html = to_html(page.body, path, self._urls)
        text, kind = self._theme.page(page, html, path, artifact.source, self._urls)
        file = file_of(self._urls[path])
        files = ((file, self._folder.write(file, text.encode())), *self.write_record(artifact.source))
        return Written(path, files, kind, html.dead)

    def write_record(self, source: str) -> tuple[tuple[str, Sign], ...]:
        """Copy the record that a page was made from, for whoever reads on or reuses it."""
        record = record_of(source)
        return ((record, self._folder.write(record, (self._root / source).read_bytes())),) if record else ()


def file_of(url: str) -> str:
    """The file that stands at an address of the site."""
    return f"{url}index.html" if url.endswith("/") or not url else url


def record_of(source: str) -> str:
    """Where the record that a page is edited by is published, or nothing."""
    return f"{RECORDS}/{source.removeprefix(f'{CONTENT}/')}" if source.endswith(".yaml") else ""


def source_of(path: str) -> str:
    """The file that is published at a path, if that is where records are published; or nothing."""
    return f"{CONTENT}/{path.removeprefix(f'{RECORDS}/')}" if path.startswith(f"{RECORDS}/") else ""


def files_of(output: Output, urls: Mapping[str, str]) -> tuple[str, ...]:
    """The files that a Writer makes of an output."""
    if not output.is_page:
        return (output.path,)
    record = record_of(output.source)
    return (file_of(urls[output.path]), record) if record else (file_of(urls[output.path]),)
