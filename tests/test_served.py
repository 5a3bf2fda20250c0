"""The folders that a preview serves from: each build begins with an older one, the second with a twin of the first."""

from pathlib import Path

import pytest

from generator.plugin.noted import Note, NotesInMind
from generator.plugin.served import ServedFolder

NOTES = {"a/index.html": Note((1, 2, 3), "a", (1,))}


def fill(served: ServedFolder, base: Path, *paths: str) -> Path:
    """Build a site of some files, as MkDocs asks for it: named, emptied, begun, filled."""
    folder = served.turn(base)
    folder.mkdir(parents=True, exist_ok=True)
    served.take_spare()
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).unlink(missing_ok=True)
        (folder / path).write_text(folder.name)
    return folder


def found(folder: Path) -> dict[str, str]:
    """The files below a folder, with their texts."""
    return {file.relative_to(folder).as_posix(): file.read_text() for file in folder.rglob("*") if file.is_file()}


def test_the_second_build_begins_with_what_the_first_wrote(tmp_path: Path) -> None:
    notes = NotesInMind()
    served = ServedFolder(notes)
    first = fill(served, tmp_path, "a/index.html", "about/index.html")
    notes.write(first, NOTES)
    served.put_in_place(["a/index.html"])
    second = fill(served, tmp_path, "new.html")
    assert found(second) == {"a/index.html": "1", "new.html": "2"}
    assert notes.read(second) == notes.read(first) == NOTES
    assert served.place == first
    assert found(first) == {"a/index.html": "1", "about/index.html": "1"}


def test_later_builds_begin_with_the_one_before_the_last(tmp_path: Path) -> None:
    served = ServedFolder(NotesInMind())
    for _ in range(2):
        fill(served, tmp_path, "a/index.html")
        served.put_in_place(["a/index.html"])
    third = fill(served, tmp_path)
    assert found(third) == {"a/index.html": "1"}
    assert found(tmp_path / "2") == {"a/index.html": "2"}


def test_a_build_that_failed_is_begun_with_again(tmp_path: Path) -> None:
    served = ServedFolder(NotesInMind())
    fill(served, tmp_path, "a/index.html")
    served.discard()
    assert found(fill(served, tmp_path)) == {"a/index.html": "1"}


def test_where_no_twin_can_be_made_the_second_build_begins_with_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*paths: str) -> None:
        raise OSError("links are not supported here")

    monkeypatch.setattr("os.link", link)
    served = ServedFolder(NotesInMind())
    fill(served, tmp_path, "a/index.html")
    served.put_in_place(["a/index.html"])
    assert found(fill(served, tmp_path)) == {}
    assert sorted(folder.name for folder in tmp_path.iterdir()) == ["1", "2"]


def test_a_preview_that_ends_waits_for_nothing(tmp_path: Path) -> None:
    served = ServedFolder(NotesInMind())
    fill(served, tmp_path, "a/index.html")
    served.put_in_place(["a/index.html"])
    served.end()
    served.end()
