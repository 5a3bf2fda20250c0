"""The folders that a running preview serves from, one for each build."""

import itertools
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ServedSite:
    """A site that is answered from: its folder, and what lets a file stand there before it is read.

    `want` is given the file's path in the folder, of which nobody knows whether there is one; it raises UnmadeError.
    """

    folder: Path
    want: Callable[[str], None]


class ServedFolder:
    """A folder that is filled while the last whole one is served."""

    def __init__(self) -> None:
        self._turns = itertools.count(1)
        self.path = Path()
        self.place: Path | None = None
        """That of the last build that came to its end, once there is one."""
        self._former: Path | None = None

    def turn(self, base: Path) -> Path:
        """Name the folder of the next build, below that which MkDocs deletes in the end."""
        self.path = base / str(next(self._turns))
        return self.path

    def put_in_place(self) -> None:
        """Serve the new folder from now on; the one before is left, for somebody may be reading in it."""
        if self._former:
            shutil.rmtree(self._former, ignore_errors=True)
        self._former, self.place = self.place, self.path

    def discard(self) -> None:
        """Delete what was not built to its end; what is served stays, whoever fails after it was put in place."""
        if self.path != self.place:
            shutil.rmtree(self.path, ignore_errors=True)
