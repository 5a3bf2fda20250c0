"""What stands in a folder that is to be filled anew, and what of it may stay."""

from pathlib import Path

from generator.plugin.folder import Contents, Folder


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path)


def test_only_what_is_right_and_wanted_stays_and_no_empty_folder(tmp_path: Path) -> None:
    write(tmp_path, "index.html", "a/index.html", "a/old.html", "b/deep/old.html", "c/secret.html")
    (tmp_path / "d/empty").mkdir(parents=True)
    (tmp_path / "c/secret.html").chmod(0o600)
    (tmp_path / "link").symlink_to("index.html")
    found = Contents.of(tmp_path)
    wanted = {"index.html", "a/index.html", "c/secret.html", "link", "new.html"}
    assert {path for path, sign in found.files.items() if sign is None} == {"c/secret.html", "link"}
    assert found.empty == ["d/empty"]

    kept = Folder(tmp_path, None).keep_only(wanted, found)
    assert kept.keys() == {"index.html", "a/index.html"}
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert left == {"index.html", "a", "a/index.html"}


def test_what_others_wrote_is_told_with_its_signs_and_taken_over_where_the_old_folder_has_it(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    write(old, "same.css", "other.css")
    write(new, "same.css", "ours/index.html")
    (new / "other.css").write_text("changed")
    signs = Folder(new, old).take_over_unchanged({"ours/index.html"})
    assert signs == {path: Contents.of(new).files[path] for path in ("same.css", "other.css")}
    assert (new / "same.css").samefile(old / "same.css")
    assert not (new / "other.css").samefile(old / "other.css")


def test_nothing_stands_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert Contents.of(tmp_path / "gone") == Contents.of(None) == Contents()
