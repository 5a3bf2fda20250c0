"""Notes of folders: each folder has its own, and one that is gone has none."""

import shutil
from pathlib import Path

import pytest

from generator.plugin.noted import Note, Notes


def note(key: str) -> dict[str, Note]:
    return {f"{key}/index.html": Note((1, 2, 3), key, (1, "events", False))}


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    return Notes(tmp_path / "notes")


def folder(root: Path, name: str) -> Path:
    (root / name).mkdir()
    return root / name


def test_each_folder_has_its_own_notes_and_the_last_ones_hold(notes: Notes, tmp_path: Path) -> None:
    one, other = folder(tmp_path, "one"), folder(tmp_path, "other")
    assert notes.read(one) == {}
    notes.write(one, note("a"))
    assert (notes.read(one), notes.read(other)) == (note("a"), {})
    notes.write(other, note("b"))
    notes.write(one, note("c"))
    assert (notes.read(one), notes.read(other)) == (note("c"), note("b"))


def test_notes_go_with_their_folder_when_it_is_moved_and_two_are_exchanged(notes: Notes, tmp_path: Path) -> None:
    site, spare = folder(tmp_path, "site"), folder(tmp_path, "spare")
    notes.write(site, note("a"))
    notes.write(spare, note("b"))
    site.rename(tmp_path / "aside")
    spare.rename(site)
    (tmp_path / "aside").rename(spare)
    assert (notes.read(site), notes.read(spare)) == (note("b"), note("a"))


def test_a_folder_that_is_not_there_has_no_notes(notes: Notes, tmp_path: Path) -> None:
    gone = folder(tmp_path, "gone")
    notes.write(gone, note("a"))
    shutil.rmtree(gone)
    assert notes.read(gone) == {}
