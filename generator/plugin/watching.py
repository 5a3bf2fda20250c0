"""Files that change under a running preview: told at once, and only if something of the site did."""

# MkDocs looks at every file twice a second, which tens of thousands of records make a full-time job. The system tells
# by itself; where it cannot (its watches are used up, or the folder lies on a network), we look as MkDocs does.

from collections.abc import Callable
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from generator.records.found import is_left_behind

_CHANGES: list[type[FileSystemEvent]] = [
    *(FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
    # What changes in a folder is told of its files; not so if it is moved away, or comes from elsewhere.
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
]
"""Nothing else is asked for: to be told of each file that a build reads takes as long as the build."""


class Changes(FileSystemEventHandler):
    """Tells of each change below a path that is not an editor's own affair."""

    def __init__(self, path: Path, tell: Callable[[], None]) -> None:
        self._path, self._tell = path, tell
        self._is_file = path.is_file()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell of it, if it is one."""
        if any(self._concerns(Path(str(path))) for path in (event.src_path, event.dest_path) if path):
            self._tell()

    def _concerns(self, file: Path) -> bool:
        if self._is_file:
            return file == self._path
        return file.is_relative_to(self._path) and not any(map(is_left_behind, file.relative_to(self._path).parts))


class Watcher:
    """Watches paths once it is started, in the place of MkDocs's observer."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._paths: list[Path] = []
        self._observer: BaseObserver | None = None

    def watch(self, path: Path) -> None:
        """Watch a file, or all that lies below a folder."""
        if path not in self._paths:
            self._paths.append(path)

    def start(self) -> None:
        """Begin to watch."""
        try:
            self._observer = self._observed(Observer())
        except OSError:
            self._observer = self._observed(PollingObserver(timeout=0.5))

    def stop(self) -> None:
        """End it."""
        if self._observer:
            self._observer.stop()

    def join(self) -> None:
        """Wait for the end."""
        if self._observer:
            self._observer.join()

    def _observed(self, observer: BaseObserver) -> BaseObserver:
        watches: dict[tuple[str, bool], ObservedWatch] = {}
        for path in self._paths:
            # Of a file its folder is watched: editors put a new file in the old one's place.
            place = (str(path.parent), False) if path.is_file() else (str(path), True)
            if watch := watches.get(place):
                observer.add_handler_for_watch(Changes(path, self._tell), watch)
            else:
                watches[place] = observer.schedule(
                    Changes(path, self._tell), place[0], recursive=place[1], event_filter=_CHANGES
                )
        observer.start()
        return observer
