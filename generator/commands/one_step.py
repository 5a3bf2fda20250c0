"""Files and folders that change in one step, so that nobody ever sees half of them."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.commands.exchange import exchanged

_MARKER = ".dateline"


class UnsafeFolderError(Exception):
    """The output folder holds something that we did not write."""


def write_file(file: Path, text: str) -> None:
    """Write a file; raises OSError and leaves the old one where it cannot."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.new")  # always the same: what is left of it goes with the next
    lock = PlaceLock(file)
    lock.acquire(seconds=10)
    try:
        delete(new)
        new.write_text(text, encoding="utf-8", newline="\n")
        new.chmod(0o644)
        new.replace(file)
    finally:
        delete(new)
        lock.release()


class PlaceLock:
    """Whoever holds it writes to a place, and nobody else.

    It lies with the system's temporary files, so that nothing is beside the place, and goes when it is released.
    """

    def __init__(self, place: Path) -> None:
        self.name = hashlib.sha256(str(place.resolve()).encode()).hexdigest()[:16]
        self._file = Path(tempfile.gettempdir()) / f"dateline-{self.name}.lock"
        self._lock = FileLock(self._file)

    def acquire(self, seconds: float = 0) -> None:
        """Wait for some seconds; raises Timeout, an OSError, where somebody else holds it for longer."""
        self._lock.acquire(timeout=seconds)

    @property
    def is_held(self) -> bool:
        """Whether we hold it."""
        return self._lock.is_locked

    def release(self) -> None:
        """Let others write."""
        if self.is_held:
            # While we hold it: whoever opened it before finds, once he has locked it, that it has no name any more, and
            # opens another (FileLock sees to that). Windows deletes no open file; there FileLock does it afterwards.
            with suppress(OSError):
                self._file.unlink()
            self._lock.release()


class NewFolder:
    """A folder that is filled elsewhere, and then takes the place of another one in one step; one command at a time.

    It is filled in `work`, where nobody minds what a command that was killed leaves behind, if it can be moved from
    there; otherwise beside its place. Where there is room for a spare one, what was replaced stays there and is filled
    anew the next time: to make ten thousand folders, and to delete them, takes longer than to see that what is in them
    is right.

    Raises UnsafeFolderError where another command is filling one for the same place. Whoever is stopped leaves the old
    folder as it was, and what is left of the new one goes with the next.
    """

    def __init__(self, place: Path, work: Path | None = None, spare: Path | None = None) -> None:
        self.place = place.resolve()
        self._spare = spare
        beside = self.place.parent / f".{self.place.name}.new"
        self._old = self.place.parent / f".{self.place.name}.old"
        self.place.parent.mkdir(parents=True, exist_ok=True)
        self._lock = PlaceLock(self.place)
        try:
            self._lock.acquire()
        except Timeout:
            told = f"{self.place} is just being written by another command: wait until that has ended."
            raise UnsafeFolderError(told) from None
        try:
            if self._old.exists() and not self.place.exists():
                self._old.rename(self.place)  # somebody was stopped between two steps
            for left in (self._old, beside):
                delete(left)
            inside = work / f"new-{self._lock.name}" if work else None
            self.path = inside if inside and _is_made(inside, self.place.parent) else beside
            if self.path == beside:
                beside.mkdir()
        except BaseException:
            self._lock.release()
            raise

    @property
    def spare(self) -> Path | None:
        """What was replaced before, if that is still there: nothing in it is known to be right."""
        return self._spare if self._spare and self._spare.is_dir() and not self._spare.is_symlink() else None

    def take_spare(self) -> bool:
        """Begin with what was replaced before; says whether that could be."""
        if not (spare := self.spare):
            return False
        shutil.rmtree(self.path, ignore_errors=True)
        try:
            spare.rename(self.path)
        except OSError:
            shutil.rmtree(spare, ignore_errors=True)
            self.path.mkdir(exist_ok=True)
            return False
        return True

    def put_in_place(self) -> None:
        """Let the new folder stand where the old one stood; raises OSError, and leaves the old one, where it cannot."""
        try:
            if not self.place.exists():
                self.path.rename(self.place)
            elif not exchanged(self.path, self.place):
                self.place.rename(self._old)
                self.path.rename(self.place)
        finally:
            self.discard()

    def discard(self) -> None:
        """Put away what does not stand in the place, and let others write; the second time nothing of it is ours."""
        if not self._lock.is_held:
            return
        if self.place.exists():
            self._put_away(self._old)
        self._put_away(self.path)
        self._lock.release()

    def _put_away(self, folder: Path) -> None:
        if self._spare and folder.is_dir() and any(folder.iterdir()) and not self._spare.exists():
            with suppress(OSError):
                self._spare.parent.mkdir(parents=True, exist_ok=True)
                folder.rename(self._spare)
        delete(folder)


def _is_made(new: Path, to: Path) -> bool:
    """Make a folder anew, if what is made there can be moved to another one."""
    try:
        delete(new)
        new.parent.mkdir(parents=True, exist_ok=True)
        if not _can_move(new.parent, to):
            return False
        new.mkdir()
    except OSError:
        return False
    return True


def _can_move(here: Path, to: Path) -> bool:
    """Whether what lies in one folder can be moved to another one, found out without anything that might be left there.

    Two folders of one file system may still stand in different mounts; Linux says so before it looks for the file.
    """
    try:
        (here / ".nothing").rename(to / ".nothing")
    except FileNotFoundError:
        return here.stat().st_dev == to.stat().st_dev
    except OSError:
        return False
    return True


def delete(left: Path) -> None:
    """Delete a folder or a file, as far as that can be done."""
    if left.is_dir() and not left.is_symlink():
        shutil.rmtree(left, ignore_errors=True)
    else:
        with suppress(OSError):
            left.unlink(missing_ok=True)


def write_folder(
    out: Path, fill: Callable[[Path], None], inputs: Iterable[Path] = (), work: Path | None = None
) -> None:
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
    new = NewFolder(out, work)
    try:
        fill(new.path)
        (new.path / _MARKER).write_text("Written by `dateline render`, which replaces this folder.\n", encoding="utf-8")
    except BaseException:
        new.discard()
        raise
    new.put_in_place()
