"""Reading the files of a project: with one limit of size, never from what is no plain file, and none of them twice."""

# A pipe would hang whoever opens it, a link may lead out of the project, and a file of a gigabyte is no record.

import os
import stat
from pathlib import Path

MAX_BYTES = 2_000_000


class FileError(Exception):
    """A file that is not read: a code, and a message that goes on from "the file"."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


class Reader:
    """Reads files, and remembers the small ones: one that stands as it stood is not opened again.

    `now` is when somebody last began to look, in nanoseconds since 1970. What was written just before that may be
    written again within one tick of the disk's clock, so that nothing but its content tells: that is not remembered.
    """

    def __init__(self, now: int = 0) -> None:
        self.now = now
        self._known: dict[str, tuple[tuple[int, int, int, int, int], bytes]] = {}

    def content(self, file: str, found: os.stat_result) -> bytes:
        """Return the bytes of a plain file of which somebody has just found how it stands; raises OSError."""
        sign = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev)
        known = self._known.get(file)
        if known and known[0] == sign:
            return known[1]
        with open(file, "rb", buffering=0) as held:
            content = held.read()
        if len(content) <= _SMALL and max(found.st_mtime_ns, found.st_ctime_ns) < self.now - _TICK:
            self._known[file] = (sign, content)
        return content


_SMALL = 50_000
_TICK = 2_000_000_000
"""Nanoseconds between two ticks of the slowest clock by which a disk tells when something was written."""


def read_input(file: str | Path, most: int = MAX_BYTES, reader: Reader | None = None) -> bytes:
    """Return a plain file's bytes; raises FileError for whatever else stands there, and for more than `most` bytes."""
    try:
        found = os.lstat(file)
        if stat.S_ISLNK(found.st_mode):
            raise FileError("symlink", "the file is a symbolic link: put the file itself here.")
        if stat.S_ISDIR(found.st_mode):
            raise FileError("not-a-file", "this is a folder: put a file here, or rename the folder.")
        if not stat.S_ISREG(found.st_mode):
            raise FileError("not-a-file", "this is a pipe, a socket or a device: put a plain file here.")
        if found.st_size > most:
            size = f"the file has {found.st_size:,} bytes, and at most {most:,} are read"
            raise FileError("too-large", f"{size}: split it, or keep of it what is needed.")
        return (reader or Reader()).content(str(file), found)
    except FileNotFoundError:
        raise FileError("unreadable", "there is no such file: write it.") from None
    except OSError as error:
        raise FileError("unreadable", f"the file cannot be read: {error.strerror}.") from None


def read_words(file: Path, reader: Reader | None = None) -> str:
    """Return a plain file's text; raises FileError."""
    try:
        return read_input(file, reader=reader).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileError("not-utf-8", "the file is not UTF-8: save it as UTF-8.") from None
