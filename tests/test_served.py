"""The folders that a preview serves from: the last whole one and the one before it, and nothing of what failed."""

from pathlib import Path

from generator.plugin.served import ServedFolder


def fill(served: ServedFolder, base: Path) -> Path:
    """Build a site of one page, as MkDocs asks for it."""
    folder = served.turn(base)
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(folder.name)
    return folder


def test_the_last_two_whole_sites_are_left_for_somebody_may_be_reading_in_the_one_before(tmp_path: Path) -> None:
    served = ServedFolder()
    for number in (1, 2, 3):
        folder = fill(served, tmp_path)
        assert served.place == (tmp_path / str(number - 1) if number > 1 else None)
        served.put_in_place()
        assert served.place == folder
    assert sorted(folder.name for folder in tmp_path.iterdir()) == ["2", "3"]


def test_of_a_build_that_failed_nothing_is_left_and_the_last_whole_site_stands(tmp_path: Path) -> None:
    served = ServedFolder()
    whole = fill(served, tmp_path)
    served.put_in_place()
    fill(served, tmp_path)
    served.discard()
    assert served.place == whole
    assert list(tmp_path.iterdir()) == [whole]
    served.path = whole  # another plugin failed after the site was put in place
    served.discard()
    assert list(tmp_path.iterdir()) == [whole]
    assert fill(served, tmp_path).name == "3"
