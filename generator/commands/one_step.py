"""Files and folders that change in one step, so that nobody ever sees half of them."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

_MARKER = ".dateline"


class UnsafeFolderError(Exception):
    """The output folder holds something that we did not write."""


def write_file(file: Path, text: str) -> None:
    """Write a file; raises OSError and leaves the old one where it cannot."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def write_folder(out: Path, fill: Callable[[Path], None]) -> None:
    """Fill a new folder, which then takes the old one's place.

    Raises UnsafeFolderError where the folder exists and was not written by us, OSError where it cannot be written.
    """
    out = out.resolve()
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / _MARKER).is_file())):
        raise UnsafeFolderError(f"{out} holds files that Dateline did not write: name an empty or a new folder")
    out.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}."))
    try:
        fill(new)
        (new / _MARKER).write_text("Written by `dateline render`, which replaces this folder.\n", encoding="utf-8")
        new.chmod(0o755)
        if out.exists():
            shutil.rmtree(out)
        new.rename(out)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
