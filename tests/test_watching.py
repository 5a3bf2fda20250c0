"""What a preview is told of the files that it watches: that they changed, and not that somebody has read them."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent

from generator.plugin.watching import Changes, Watcher


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The kinds of all events that the system tells of a folder with a file."""
    found: list[str] = []

    def take(self: Changes, event: FileSystemEvent) -> None:
        found.append(event.event_type)

    monkeypatch.setattr(Changes, "on_any_event", take)
    (tmp_path / "a.yaml").write_text("a")
    watcher = Watcher(lambda: None)
    watcher.watch(tmp_path)
    watcher.start()
    yield found
    watcher.stop()
    watcher.join()


def until(found: list[str], kind: str) -> None:
    """Wait until the system has told of a kind of event."""
    end = time.monotonic() + 10
    while kind not in found:
        assert time.monotonic() < end, found
        time.sleep(0.01)


def test_reading_is_not_told_and_writing_is(told: list[str], tmp_path: Path) -> None:
    for _ in range(20):
        (tmp_path / "a.yaml").read_text()
    (tmp_path / "a.yaml").write_text("b")
    until(told, "closed")
    assert set(told) <= {"modified", "closed"}


def test_moving_and_deleting_are_told(told: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").rename(tmp_path / "b.yaml")
    until(told, "moved")
    (tmp_path / "b.yaml").unlink()
    until(told, "deleted")
    (tmp_path / "folder").mkdir()
    until(told, "created")
