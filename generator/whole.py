"""The hash of a whole project: while it stays the same, so does all that is wrong with it."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from generator.cache import key_of
from generator.files import MAX_BYTES
from generator.project import CONTENT, INTRO, PAGES, SNAPSHOTS
from generator.theme import template_folders

_NAMES_ONLY = (PAGES, SNAPSHOTS)
"""Of what lies there only the names count, but for the introduction's words."""


def whole_key(root: Path, *more: str | bytes) -> bytes:
    """The key of a project as it stands below its root, and of what else counts."""
    places = [(root, CONTENT), (root, SNAPSHOTS), *((folder.parent, folder.name) for folder in template_folders(root))]
    parts = [part for base, folder in places for part in _parts(base, folder)]
    return key_of("whole", *more, *parts)


def _parts(root: Path, path: str) -> Iterator[bytes]:
    """What stands at a path and below: its name, what it is, and a file's content."""
    place = os.path.join(root, path)
    try:
        found = os.lstat(place)
    except OSError:
        return
    yield os.fsencode(path)
    yield str(stat.S_IFMT(found.st_mode)).encode()
    if stat.S_ISDIR(found.st_mode):
        try:
            names = sorted(os.listdir(place))
        except OSError as error:
            yield str(error.errno).encode()
            return
        for name in names:
            yield from _parts(root, f"{path}/{name}")
    elif stat.S_ISREG(found.st_mode) and (path == INTRO or not path.startswith(tuple(f"{at}/" for at in _NAMES_ONLY))):
        yield _content(place, found.st_size)


def _content(place: str, size: int) -> bytes:
    """A file's content; of one that is not read, why."""
    if size > MAX_BYTES:
        return str(size).encode()
    try:
        with open(place, "rb") as file:
            return file.read()
    except OSError as error:
        return str(error.errno).encode()
