"""The example of an archive on Dask, on a cluster of this machine: it drafts what one process drafts."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.drafting.drafts import drafts_of
from generator.drafting.names import Names
from tests.bench.drafting import write_archive
from tests.drafting.scoring import annotated
from tests.examples import REPOSITORY, read_example

pytestmark = pytest.mark.long

EXAMPLE = REPOSITORY / "examples/archive_with_dask.py"


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(EXAMPLE), *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    )


def lines(folder: Path) -> list[str]:
    return [line for file in sorted(folder.iterdir()) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def example() -> Any:
    spec = importlib.util.spec_from_file_location("archive_with_dask", EXAMPLE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_one_and_two_workers_draft_what_one_process_drafts(tmp_path: Path, example: Any) -> None:
    archive = write_archive(tmp_path / "articles.jsonl", 120)
    here = [example.drafted(line, Names([])) for line in archive.read_text(encoding="utf-8").splitlines()]
    assert len({line.partition('"happenings"')[2] for line in here}) > 60
    for workers in ("1", "2"):
        done = run("articles.jsonl", "--into", workers, "--workers", workers, "--portion", "40kB", cwd=tmp_path)
        assert done.stdout.startswith(f"120 articles, {workers} workers: ")
        assert len(list((tmp_path / workers).iterdir())) > 2
        assert lines(tmp_path / workers) == here


def test_a_line_has_what_the_core_drafts(example: Any) -> None:
    one = annotated()[0]
    article = {"id": one.name, "text": one.text, "published": str(one.day), "language": one.language}
    told = json.loads(example.drafted(json.dumps(article), Names([])))
    drafts = drafts_of(one.text, one.day, Names([]), one.language)
    assert [(row["quote"], row["date"], row["status"]) for row in told["happenings"]] == [
        (draft.quote, draft.date, draft.status) for draft in drafts
    ]
    assert drafts


def test_a_folder_of_texts_a_project_s_names_and_what_cannot_be_read(tmp_path: Path) -> None:
    project = read_example("a-clean-project").write(tmp_path / "project")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "2031-05-13-gate.txt").write_text("Mara Lind opened the gate on 12 May 2031.\n")
    (texts / "undated.txt").write_text("Mara Lind opened the gate on 12 May 2031.\n")
    run("texts", "--into", "drafts", "--root", str(project), cwd=tmp_path)
    good, bad = map(json.loads, lines(tmp_path / "drafts"))
    assert (good["id"], good["happenings"][0]["date"]) == ("2031-05-13-gate", "2031-05-12")
    assert good["happenings"][0]["actors"] == ["Mara Lind"]
    assert bad["error"].startswith("ValueError: ")
