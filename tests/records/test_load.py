"""Which files are records, and which are passed over without a word."""

from pathlib import Path

import pytest

from generator.records.load import load_records
from tests.examples import project


@pytest.mark.parametrize(
    "name", [".hidden.yaml", ".notes", "2031-05-09-a.yaml~", ".2031-05-09-a.yaml.swp", ".DS_Store"]
)
def test_hidden_files_and_what_editors_leave_are_no_records(name: str, tmp_path: Path) -> None:
    root = project(tmp_path, {f"content/events/2031/{name}": "title: Not a record\n"})
    loaded = load_records(root / "content", root)
    assert loaded.problems == ()
    assert [record.path for record in loaded.records if name in record.path] == []


def test_records_come_in_a_stable_order_with_paths_from_the_root(tmp_path: Path) -> None:
    root = project(tmp_path, {"content/places/b.yaml": "name: B\n", "content/places/a.yaml": "name: A\n"})
    paths = [record.path for record in load_records(root / "content", root).records if record.kind == "places"]
    assert paths == ["content/places/a.yaml", "content/places/b.yaml", "content/places/valletta.yaml"]
