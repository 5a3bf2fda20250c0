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


class Notes:
    """What is noted of folders, for the next command."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def read(self, folder: Path) -> Mapping[str, Note]:
        """What was noted of a folder, by the paths of its files; nothing where that cannot be read."""
        try:
            rows = json.loads(self._file(folder).read_text(encoding="utf-8"))
            return {path: Note((size, when, no), key, tuple(kind)) for path, (size, when, no, key, kind) in rows}
        except (OSError, ValueError, TypeError, RecursionError):
            return {}

    def write(self, folder: Path, found: Mapping[str, Note]) -> None:
        """Note what a folder holds, and forget what was noted of folders that are gone."""
        rows = [(path, (*note.sign, note.key, note.kind)) for path, note in found.items()]
        try:
            self._place.mkdir(parents=True, exist_ok=True)
            # Not in one step: half a note is no JSON, and what is not left behind needs not be found again.
            self._file(folder).write_text(json.dumps(rows), encoding="utf-8")
            kept = sorted(self._place.glob("folder-*.json"), key=lambda file: file.stat().st_mtime_ns)
            for file in kept[:-_KEPT]:
                file.unlink(missing_ok=True)
        except OSError:
            return

    def _file(self, folder: Path) -> Path:
        return self._place / f"folder-{'-'.join(map(str, _number(folder)))}.json"


_KEPT = 6
"""Notes of the site, its spare, and those of other sites of the project."""


def _number(folder: Path) -> tuple[int, int]:
    """The number that the file system gives a folder, which it keeps when it is moved."""
    found = folder.stat()
    return found.st_dev, found.st_ino
