"""Reading the files of a project: with one limit of size, and never from what is not a plain file."""

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


def read_input(file: str | Path, most: int = MAX_BYTES) -> bytes:
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
        with open(file, "rb", buffering=0) as held:
            return held.read()
    except FileNotFoundError:
        raise FileError("unreadable", "there is no such file: write it.") from None
    except OSError as error:
        raise FileError("unreadable", f"the file cannot be read: {error.strerror}.") from None


def read_words(file: Path) -> str:
    """Return a plain file's text; raises FileError."""
    try:
        return read_input(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileError("not-utf-8", "the file is not UTF-8: save it as UTF-8.") from None
