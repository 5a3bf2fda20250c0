"""Articles where people have them: files, folders, standard input, and addresses; read as bytes, and no more."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.drafting.pages import MOST_BYTES
from generator.files import FileError, read_input

_SUFFIXES = (".html", ".htm", ".txt")


@dataclass(frozen=True, slots=True)
class Given:
    """An article as it was given: what it is called in messages, its bytes, and its address where it was fetched."""

    name: str
    content: bytes
    url: str | None = None
    charset: str | None = None
    """The encoding that the server said it is in."""


def articles_at(places: tuple[str, ...], private: bool) -> Iterator[Given | str]:
    """Read what was named on the command line; a line of text says of one why it cannot be read.

    With `private`, addresses of machines of one's own network are fetched, too.
    """
    fetch = _fetching(private)
    for place in places:
        if place == "-":
            yield Given("standard input", sys.stdin.buffer.read(MOST_BYTES + 1))
        elif place.startswith(("http://", "https://")):
            yield fetch(place)
        elif Path(place).is_dir():
            yield from _in_folder(Path(place))
        else:
            yield _read(Path(place))


def _in_folder(folder: Path) -> Iterator[Given | str]:
    """The articles below a folder; browsers keep a page's pictures and frames beside it, in `…_files`."""
    unread: list[str] = []
    files = [
        Path(parent, name)
        for parent, _, names in os.walk(folder, onerror=lambda error: unread.append(str(error.filename)))
        if not any(part.endswith("_files") for part in Path(parent).relative_to(folder).parts)
        for name in names
        if Path(name).suffix.lower() in _SUFFIXES
    ]
    for place in sorted(unread):
        yield f"{place}: the folder cannot be read."
    if not files and not unread:
        yield f"{folder}: there is no article in this folder: articles are {', '.join(_SUFFIXES)} files."
    yield from (_read(file) for file in sorted(files))


def _read(file: Path) -> Given | str:
    if not file.exists():
        return f"{file}: there is no such file."
    try:
        return Given(str(file), read_input(file, MOST_BYTES))
    except FileError as error:
        return f"{file}: {error.message}"


def _fetching(private: bool) -> Callable[[str], Given | str]:
    """Return what fetches articles, all with one memory of what hosts ask for."""
    from generator.commands.fetching import Fetcher, FetchError  # brings a client that other commands need not wait for

    fetcher = Fetcher(private=private)

    def fetch(url: str) -> Given | str:
        try:
            fetched = fetcher.fetch(url)
        except FetchError as error:
            return f"{url}: {error}."
        return Given(url, fetched.content, fetched.url, fetched.charset)

    return fetch
