"""What we wrote into a folder, and from what: a file that is as we left it, and would be written the same, is left."""

# The note of a folder is kept with what else may be deleted at any time, under the number that the file system gives
# the folder, which it keeps when it is moved. Whatever is wrong with a note, the files are written again.

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Sign = tuple[int, int, int]
"""By which a file is known to be as we left it: its size, when it was changed, in nanoseconds, and its number."""


@dataclass(frozen=True, slots=True)
class Note:
    """A file's sign, the hash of what it was made from, and in which kind of page it was stamped."""

    sign: Sign
    key: str
    kind: tuple[Any, ...] = ()


def sign_of(found: os.stat_result) -> Sign:
    """The sign of a file."""
    return found.st_size, found.st_mtime_ns, found.st_ino


def read_notes(notes: Path, folder: Path) -> dict[str, Note]:
    """What was noted of a folder, by the paths of its files; nothing where that cannot be read."""
    try:
        found = json.loads(_place(notes, folder).read_text(encoding="utf-8"))
        return {path: Note((size, when, number), key, tuple(kind)) for path, (size, when, number, key, kind) in found}
    except (OSError, ValueError, TypeError, RecursionError):
        return {}


def write_notes(notes: Path, folder: Path, found: Mapping[str, Note]) -> None:
    """Note what a folder holds, and forget what was noted of folders that are gone."""
    rows = [(path, (*note.sign, note.key, note.kind)) for path, note in found.items()]
    try:
        notes.mkdir(parents=True, exist_ok=True)
        # Not in one step: half a note is no JSON, and what is not left behind needs not be found again.
        _place(notes, folder).write_text(json.dumps(rows), encoding="utf-8")
        kept = sorted(notes.glob("folder-*.json"), key=lambda file: file.stat().st_mtime_ns)
        for file in kept[:-_KEPT]:
            file.unlink(missing_ok=True)
    except OSError:
        return


_KEPT = 6
"""Notes of the site, its spare, and those of other sites of the project."""


def _place(notes: Path, folder: Path) -> Path:
    found = folder.stat()
    return notes / f"folder-{found.st_dev}-{found.st_ino}.json"
