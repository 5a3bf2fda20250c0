"""A folder of files that is filled beside an old one: what is as it was is taken over, and not written again."""

import os
import stat
from collections.abc import Container, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.plugin.noted import Sign, sign_of

_MODE = 0o644


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a folder: its files with their signs, and its empty folders.

    A file that not all may read, or that is no plain file, has no sign.
    """

    files: dict[str, Sign | None] = field(default_factory=dict)
    empty: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Path | None) -> "Contents":
        """Look through a folder; raises OSError."""
        found = cls()
        if folder and folder.is_dir():
            found._add(str(folder), "")
        return found

    def _add(self, folder: str, prefix: str) -> None:
        is_empty = True
        with os.scandir(folder) as entries:
            for entry in entries:
                is_empty, path = False, f"{prefix}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    self._add(entry.path, f"{path}/")
                else:
                    self.files[path] = _sign_if_right(entry.stat(follow_symlinks=False))
        if is_empty and prefix:
            self.empty.append(prefix.rstrip("/"))


class Folder:
    """A folder that is filled beside an old one, and in which a still older one may lie."""

    def __init__(self, new: Path, old: Path | None) -> None:
        self._new, self._old = str(new), str(old) if old and old.is_dir() else None
        self._made: set[str] = set()

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self._new)

    def write(self, path: str, data: bytes) -> Sign:
        """Write a file, or take it over where the old folder has the very same; raises OSError."""
        file = os.path.join(self._new, path)
        parent = os.path.dirname(file)
        if parent not in self._made:
            os.makedirs(parent, exist_ok=True)
            self._made.add(parent)
        with suppress(FileExistsError):
            return self._create(file, path, data)
        if not _holds(file, data):
            os.unlink(file)  # it may be a file of the old folder, too, which nobody writes into
            return self._create(file, path, data)
        return sign_of(os.stat(file))

    def _create(self, file: str, path: str, data: bytes) -> Sign:
        if self._old and _take_over(os.path.join(self._old, path), file, data):
            return sign_of(os.stat(file))
        with open(file, "xb") as out:
            out.write(data)
            out.flush()
            return sign_of(os.fstat(out.fileno()))

    def keep_only(self, paths: Container[str], found: Contents) -> dict[str, Sign]:
        """Delete, of what is found in it, every file that is not right or stands at none of the paths, and folders that
        are empty then; gives what is left.
        """
        kept = {path: sign for path, sign in found.files.items() if sign and path in paths}
        emptied = {os.path.join(self._new, path) for path in found.empty}
        for path in found.files.keys() - kept.keys():
            os.unlink(file := os.path.join(self._new, path))
            emptied.add(os.path.dirname(file))
        for folder in emptied:
            _remove_empty(folder, self._new)
        return kept

    def take_over_unchanged(self, but: Container[str]) -> dict[str, Sign | None]:
        """Take over whatever others wrote that the old folder has as well; gives the signs of all that they wrote."""
        signs: dict[str, Sign | None] = {}
        for path in _files(self._new):
            if path not in but:
                file = os.path.join(self._new, path)
                if self._old:
                    _replace_by_old(file, os.path.join(self._old, path))
                signs[path] = _sign_if_right(os.lstat(file))
        return signs


def _holds(file: str, data: bytes) -> bool:
    try:
        with open(file, "rb") as held:
            return _is_readable(os.fstat(held.fileno())) and held.read(len(data) + 1) == data
    except OSError:
        return False


def _is_readable(found: os.stat_result) -> bool:
    """Whether a file may be read and written by those who may read and write what we publish, and nobody else."""
    return os.name != "posix" or stat.S_IMODE(found.st_mode) == _MODE


def _take_over(old: str, new: str, data: bytes) -> bool:
    """Let the old file stand in the new place, too, if it holds just these bytes."""
    try:
        if _holds(old, data):
            os.link(old, new)
            return True
    except OSError:
        pass
    return False


def _replace_by_old(file: str, old: str) -> None:
    beside = f"{file}.old"
    with open(file, "rb") as written:
        if _take_over(old, beside, written.read()):
            os.replace(beside, file)


def _sign_if_right(found: os.stat_result) -> Sign | None:
    return sign_of(found) if stat.S_ISREG(found.st_mode) and _is_readable(found) else None


def _remove_empty(folder: str, top: str) -> None:
    """Remove a folder, and those around it up to the top, as far as nothing stands in them."""
    with suppress(OSError):
        while folder != top:
            os.rmdir(folder)
            folder = os.path.dirname(folder)


def _files(folder: str) -> Iterator[str]:
    """The paths of the files below a folder."""
    left = [(folder, "")]
    while left:
        place, prefix = left.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    left.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    yield f"{prefix}{entry.name}"
