"""Which files are records, which are passed over without a word, and which are named."""

import os
from pathlib import Path

import pytest

from generator.records.load import load_records
from tests.examples import project

LEFT_BEHIND = [
    *(".hidden.yaml", ".notes", "2031-05-09-a.yaml~", ".2031-05-09-a.yaml.swp", ".DS_Store", "#a.yaml#", "~$a.yaml"),
    *("a.yaml.orig", "a.yaml.bak", "a.yaml.rej", "a.yaml.tmp", "Thumbs.db", "desktop.ini", "Icon\r"),
    *(".trash/a.yaml", ".git/a.yaml", "__MACOSX/a.yaml", ".ipynb_checkpoints/a.yaml", "a.sync-conflict-20310509.yaml"),
]


def problems(root: Path) -> list[str]:
    return [str(problem) for problem in load_records(root / "content", root).problems]


@pytest.mark.parametrize("name", LEFT_BEHIND)
@pytest.mark.parametrize("folder", ["content/events/2031", "content/events", "content"])
def test_what_editors_and_services_leave_behind_is_no_record_and_no_fault(
    folder: str, name: str, tmp_path: Path
) -> None:
    root = project(tmp_path, {f"{folder}/{name}": "title: Not a record\n"})
    loaded = load_records(root / "content", root)
    assert loaded.problems == ()
    assert [record.path for record in loaded.records if name in record.path] == []


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("events/2031/a.yml", "`a.yml` is not a record: its name must end in .yaml. [file-name]"),
        ("events/2031/a.YAML", "`a.YAML` is not a record: its name must end in .yaml. [file-name]"),
        ("events/notes.txt", "`notes.txt` is not a record: its name must end in .yaml. [file-name]"),
        ("events/a", "`a` is not a record: its name must end in .yaml. [file-name]"),
        (
            "events/US Coast Guard.yaml",
            "`US Coast Guard` cannot be an id: write lower-case letters and digits joined by hyphens, such as"
            " `us-coast-guard`. [file-name]",
        ),
        (
            "events/é--b.yaml",
            "`é--b` cannot be an id: write lower-case letters and digits joined by hyphens, such as `e-b`. [file-name]",
        ),
        (
            "events/港.yaml",
            "`港` cannot be an id: write lower-case letters and digits joined by hyphens, at most 100 characters."
            " [file-name]",
        ),
        ("events/index.yaml", "`index` is the address of the list: choose another id. [file-name]"),
        ("places/con.yaml", "`con` is a name that Windows keeps for itself: choose another id. [file-name]"),
        ("places/lpt1.yaml", "`lpt1` is a name that Windows keeps for itself: choose another id. [file-name]"),
        ("event/a.yaml", "`event` is no folder of records: did you mean `events`? [not-read]"),
        ("Events/a.yaml", "`Events` is no folder of records: did you mean `events`? [not-read]"),
        (
            "people/a.yaml",
            "`people` is no folder of records: did you mean `actors`? [not-read]",
        ),
        (
            "letters/a.yaml",
            "`letters` is no folder of records: put the records in `events`, `articles`, `outlets`, `actors`, `places`"
            " or `storylines`. [not-read]",
        ),
        (
            "vocabulary.yml",
            "`vocabulary.yml` stands in no folder of records: did you mean `vocabulary.yaml`? [not-read]",
        ),
        (
            "a-treaty.yaml",
            "`a-treaty.yaml` stands in no folder of records: put it in `events`, `articles`, `outlets`,"
            " `actors`, `places` or `storylines`. [not-read]",
        ),
    ],
)
def test_what_is_meant_to_be_a_record_and_is_none_is_named(path: str, problem: str, tmp_path: Path) -> None:
    root = project(tmp_path, {f"content/{path}": "title: x\n"})
    named = path.split("/")[0] if "is no folder" in problem else path
    assert problems(root) == [f"content/{named}:1:1: {problem}"]


@pytest.mark.parametrize("path", ["LICENSE", "README.md", "images/a.png", "pages/about.md"])
def test_other_files_may_stand_beside_the_folders_of_records(path: str, tmp_path: Path) -> None:
    assert problems(project(tmp_path, {f"content/{path}": "x"})) == []


def test_a_folder_with_a_records_name_is_named_and_its_records_are_read(tmp_path: Path) -> None:
    root = project(tmp_path, {"content/events/2031.yaml/2031-06-09-a.yaml": "title: A\n"})
    assert problems(root) == [
        "content/events/2031.yaml:1:1: this is a folder with a record's name: a record is a file; rename the folder."
        " [file-name]"
    ]


@pytest.mark.parametrize("path", ["content/events/a.yaml", "content/vocabulary.yaml"])
def test_a_pipe_hangs_nobody(path: str, tmp_path: Path) -> None:
    root = project(tmp_path, {})
    (root / path).unlink(missing_ok=True)
    os.mkfifo(root / path)
    (problem,) = problems(root)
    assert problem.startswith(f"{path}:1:1: this is a pipe, a socket or a device: ")


@pytest.mark.parametrize("path", ["content", "content/events", "content/places/valletta.yaml"])
def test_a_symbolic_link_is_named_and_not_followed(path: str, tmp_path: Path) -> None:
    root = project(tmp_path / "it", {})
    moved = tmp_path / "elsewhere"
    (root / path).rename(moved)
    (root / path).symlink_to(moved)
    assert [problem for problem in problems(root) if "is a symbolic link: put the" in problem and path in problem]


def test_records_come_in_a_stable_order_with_paths_from_the_root(tmp_path: Path) -> None:
    root = project(tmp_path, {"content/places/b.yaml": "name: B\n", "content/places/a.yaml": "name: A\n"})
    paths = [record.path for record in load_records(root / "content", root).records if record.kind == "places"]
    assert paths == ["content/places/a.yaml", "content/places/b.yaml", "content/places/valletta.yaml"]


def test_a_text_that_is_cut_is_a_warning_where_it_stands(tmp_path: Path) -> None:
    root = project(tmp_path, {"content/places/a.yaml": "name: Quay #2 of the harbour\n"})
    assert problems(root) == [
        "content/places/a.yaml:1:7: warning: the text ends before `#2 of the harbour`, which is a comment to YAML: put"
        " the whole text in quotes, or a space after the `#` if it is a comment. [cut-text]"
    ]
