"""Articles where people have them: files, folders, standard input, and addresses; read as bytes, and no more."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.files import FileError, read_input

_SUFFIXES = (".html", ".htm", ".txt")


@dataclass(frozen=True, slots=True)
class Given:
    """An article as it was given: what it is called in messages, its bytes, and its address where it was fetched."""

    name: str
    content: bytes
    url: str | None = None


def articles_at(places: tuple[str, ...], private: bool) -> Iterator[Given | str]:
    """Read what was named on the command line; a line of text says of one why it cannot be read.

    With `private`, addresses of machines of one's own network are fetched, too.
    """
    fetch = _fetching(private)
    for place in places:
        if place == "-":
            yield Given("standard input", sys.stdin.buffer.read())
        elif place.startswith(("http://", "https://")):
            yield fetch(place)
        elif Path(place).is_dir():
            files = sorted(
                file for file in Path(place).rglob("*") if file.suffix.lower() in _SUFFIXES and file.is_file()
            )
            if not files:
                yield f"{place}: there is no article in this folder: articles are {', '.join(_SUFFIXES)} files."
            yield from (_read(file) for file in files)
        else:
            yield _read(Path(place))


def _read(file: Path) -> Given | str:
    if not file.exists():
        return f"{file}: there is no such file."
    try:
        return Given(str(file), read_input(file))
    except FileError as error:
        return f"{file}: {error.message}"


def _fetching(private: bool) -> Callable[[str], Given | str]:
    """Return what fetches articles, all with one memory of what hosts ask for."""
    from generator.commands.fetching import Fetcher, FetchError  # brings a client that other commands need not wait for

    fetcher = Fetcher(private=private)

    def fetch(url: str) -> Given | str:
        try:
            content, found_at = fetcher.fetch(url)
        except FetchError as error:
            return f"{url}: {error}."
        return Given(url, content, found_at)

    return fetch
