"""A folder of files that is filled beside an old one: what is as it was is taken over, and not written again."""

import os
import stat
from collections.abc import Container, Iterator
from contextlib import suppress
from pathlib import Path

from generator.plugin.noted import Sign, sign_of

_MODE = 0o644


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

    def keep_only(self, paths: Container[str]) -> dict[str, Sign]:
        """Delete every file that stands at none of the paths, and folders that are empty then; gives what is left."""
        kept: dict[str, Sign] = {}
        if os.path.isdir(self._new):
            _keep_only(self._new, "", paths, kept)
        return kept

    def take_over_unchanged(self, but: Container[str]) -> None:
        """Take over whatever others wrote that the old folder has as well."""
        if self._old:
            for path in _files(self._new, ""):
                if path not in but:
                    _replace_by_old(os.path.join(self._new, path), os.path.join(self._old, path))


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


def _keep_only(folder: str, prefix: str, paths: Container[str], kept: dict[str, Sign]) -> None:
    before = len(kept)
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _keep_only(entry.path, f"{prefix}{entry.name}/", paths, kept)
            elif (path := f"{prefix}{entry.name}") in paths and entry.is_file(follow_symlinks=False):
                if _is_readable(found := entry.stat(follow_symlinks=False)):
                    kept[path] = sign_of(found)
                else:
                    os.unlink(entry.path)
            else:
                os.unlink(entry.path)
    if len(kept) == before and prefix:
        os.rmdir(folder)


def _files(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{prefix}{entry.name}/")
            else:
                yield f"{prefix}{entry.name}"
