"""The folders that a running preview serves from, in turns."""

import itertools
import shutil
import threading
from collections.abc import Iterable
from pathlib import Path

from generator.plugin.folder import link_all
from generator.plugin.noted import NotesInMind


class ServedFolder:
    """A folder that is filled while the last whole one is served; `take_spare` begins with the one before that."""

    def __init__(self, notes: NotesInMind) -> None:
        self._notes = notes
        self._turns = itertools.count(1)
        self.path = Path()
        self.place: Path | None = None
        """The last whole site, once there is one."""
        self._spare: Path | None = None
        self._twin: _Twin | None = None

    def turn(self, base: Path) -> Path:
        """Name the folder of the next build, below that which MkDocs deletes in the end."""
        self.path = base / str(next(self._turns))
        return self.path

    def take_spare(self) -> None:
        """Begin with what was served before the last whole site; nobody reads it any more."""
        if self._twin:
            self._spare, self._twin = self._twin.done(), None
        if self._spare and self._spare.is_dir():
            shutil.rmtree(self.path, ignore_errors=True)
            self._spare.rename(self.path)
        self._spare = None

    def put_in_place(self, written: Iterable[str] = ()) -> None:
        """Serve the new folder from now on.

        After the first build there is no other folder to begin with. It is made meanwhile, of the files that were
        `written` and that nobody writes into, so that the first save takes no longer than the next.
        """
        self._spare, self.place = self.place, self.path
        if not self._spare and not self._twin:
            self._twin = _Twin(self.path, self.path.with_name("twin"), tuple(written), self._notes)
            self._twin.start()

    def discard(self) -> None:
        """Keep what was not built to its end, to begin with it again."""
        if self.path.is_dir():
            self._spare = self.path

    def end(self) -> None:
        """Nothing is made any more."""
        if self._twin:
            self._twin.stop()


class _Twin(threading.Thread):
    """A second folder with the files of another, made beside whatever else is done."""

    def __init__(self, folder: Path, twin: Path, paths: tuple[str, ...], notes: NotesInMind) -> None:
        super().__init__(daemon=True)
        self._folder, self._twin, self._paths, self._notes = folder, twin, paths, notes
        self._stopped = threading.Event()
        self._whole = False

    def run(self) -> None:
        """Let each file stand in the twin, too; where that cannot be, there is no twin."""
        try:
            if link_all(self._folder, self._twin, self._paths, self._stopped.is_set):
                self._notes.write(self._twin, self._notes.read(self._folder))
                self._whole = True
        except OSError:
            return

    def done(self) -> Path | None:
        """The twin, once it is whole; None where it could not be made."""
        self.join()
        if not self._whole:
            shutil.rmtree(self._twin, ignore_errors=True)
        return self._twin if self._whole else None

    def stop(self) -> None:
        """Leave it as it is."""
        self._stopped.set()
        self.join()
