"""Pages become files of the new site, with the records that they are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.outputs.artifact import Artifact, Output
from generator.outputs.html import to_html
from generator.outputs.page import Page
from generator.plugin.chrome import Theme
from generator.plugin.folder import Folder
from generator.project import CONTENT, RECORDS


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be told of a page that was written: links of it that lead nowhere."""

    path: str
    dead: tuple[str, ...] = ()


class Writer:
    """Writes pages and data into the folder of the new site."""

    def __init__(self, root: Path, folder: Folder, theme: Theme, urls: Mapping[str, str]) -> None:
        self._root, self._folder, self._theme, self._urls = root, folder, theme, urls

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
        self._folder.write(file_of(url), text.encode())
        return Written(path, html.dead)

    def write_record(self, source: str) -> None:
        """Copy the record that a page was made from, for whoever reads on or reuses it."""
        if record := record_of(source):
            self._folder.write(record, (self._root / source).read_bytes())


def file_of(url: str) -> str:
    """The file that stands at an address of the site."""
    return f"{url}index.html" if url.endswith("/") or not url else url


def record_of(source: str) -> str:
    """Where the record that a page is edited by is published, or nothing."""
    return f"{RECORDS}/{source.removeprefix(f'{CONTENT}/')}" if source.endswith(".yaml") else ""


def paths_of(outputs: Iterable[Output], urls: Mapping[str, str]) -> frozenset[str]:
    """The files that a Writer makes of outputs."""
    return frozenset(
        path
        for output in outputs
        for path in (file_of(urls[output.path]) if output.is_page else output.path, record_of(output.source))
        if path
    )
