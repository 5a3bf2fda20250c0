"""Files and folders that change in one step, so that nobody ever sees half of them."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from filelock import FileLock, Timeout

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


def write_folder(out: Path, fill: Callable[[Path], None], inputs: Iterable[Path] = ()) -> None:
    """Fill a new folder, which then takes the old one's place.

    Raises UnsafeFolderError where the folder exists and was not written by us, is or holds one of `inputs` or lies in
    one, or is being written by somebody else, and OSError where it cannot be written.
    """
    out = out.resolve()
    for source in (found.resolve() for found in inputs):
        if out == source or source in out.parents or out in source.parents:
            raise UnsafeFolderError(f"{out} is where the pages are made from ({source}): name a folder of its own.")
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / _MARKER).is_file())):
        raise UnsafeFolderError(f"{out} holds files that Dateline did not write: name an empty or a new folder.")
    out.parent.mkdir(parents=True, exist_ok=True)
    try:
        with _only_one(out):
            _replace(out, fill)
    except Timeout:
        raise UnsafeFolderError(f"{out} is just being written by another command: wait until that has ended.") from None


def _only_one(out: Path) -> FileLock:
    """A lock on a folder, which lies with the system's temporary files: ours leave nothing beside the folder."""
    name = hashlib.sha256(str(out).encode()).hexdigest()[:16]
    return FileLock(Path(tempfile.gettempdir()) / f"dateline-{name}.lock", timeout=0)


def _replace(out: Path, fill: Callable[[Path], None]) -> None:
    """Fill a new folder beside the old one, then put it in its place; the old one is deleted only after that."""
    old = out.parent / f".{out.name}.old"
    if old.exists() and not out.exists():
        old.rename(out)  # somebody was stopped between two steps
    shutil.rmtree(old, ignore_errors=True)
    new = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}."))
    try:
        fill(new)
        (new / _MARKER).write_text("Written by `dateline render`, which replaces this folder.\n", encoding="utf-8")
        new.chmod(0o755)
        if out.exists():
            out.rename(old)
        new.rename(out)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)
