"""The folders that a running preview serves from, in turns."""

import itertools
import shutil
from pathlib import Path


class ServedFolder:
    """A folder that is filled while the last whole one is served; `take_spare` begins with the one before that."""

    def __init__(self) -> None:
        self._turns = itertools.count(1)
        self.path = Path()
        self.place: Path | None = None
        """The last whole site, once there is one."""
        self._spare: Path | None = None

    def turn(self, base: Path) -> Path:
        """Name the folder of the next build, below that which MkDocs deletes in the end."""
        self.path = base / str(next(self._turns))
        return self.path

    def take_spare(self) -> None:
        """Begin with what was served before the last whole site; nobody reads it any more."""
        if self._spare and self._spare.is_dir():
            shutil.rmtree(self.path, ignore_errors=True)
            self._spare.rename(self.path)
        self._spare = None

    def put_in_place(self) -> None:
        """Serve the new folder from now on."""
        self._spare, self.place = self.place, self.path

    def discard(self) -> None:
        """Keep what was not built to its end, to begin with it again."""
        if self.path.is_dir():
            self._spare = self.path
