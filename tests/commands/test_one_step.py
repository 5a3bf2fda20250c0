"""What is written in one step leaves nothing behind, whatever moment it is killed at."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from generator.commands.one_step import NewFolder
from tests.examples import REPOSITORY

pytestmark = pytest.mark.long

Found = list[tuple[list[str], list[str], bool]]
"""After each kill: what lay there beside the usual, what did not, and whether the next left just the usual."""


def killed_at_each_step(root: Path, what: str) -> tuple[list[str], Found]:
    """What is usually there, and what was found after each kill."""
    (root / "temporary").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.commands.killing", root, what],
        cwd=REPOSITORY,
        env={**os.environ, "TMPDIR": f"{root / 'temporary'}"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    usual, found = json.loads(done.stdout)
    assert len(found) > 5
    return usual, found


@pytest.mark.parametrize("what", ["folder", "without an exchange", "beside its place", "file"])
def test_whatever_moment_a_command_is_killed_at_the_next_leaves_nothing_lying_about(what: str, tmp_path: Path) -> None:
    usual, found = killed_at_each_step(tmp_path, what)
    wanted = {"file": ["file", "temporary"], "beside its place": ["site", "temporary"]}
    assert usual == wanted.get(what, ["site", "temporary", "work", "work/spare"])
    assert [(more, less) for more, less, is_clean in found if not is_clean] == []


def test_a_command_that_is_killed_leaves_nothing_beside_the_folder_and_never_takes_it_away(tmp_path: Path) -> None:
    _, found = killed_at_each_step(tmp_path, "folder")
    more = {path for more, _, _ in found for path in more}
    assert not [path for path in more if not path.startswith(("work/new-", "temporary/dateline-"))]
    assert "site" not in {path for _, less, _ in found for path in less}


AGAIN_AND_AGAIN = """
import sys
from pathlib import Path
from generator.commands.one_step import NewFolder, UnsafeFolderError

root, had = Path(sys.argv[1]), 0
while had < 200:
    try:
        new = NewFolder(root / "site", root / "work")
    except UnsafeFolderError:
        continue
    with (root / "held").open("x"):
        (root / "held").unlink()
    new.discard()
    had += 1
"""


def test_of_many_commands_at_once_one_writes_and_none_leaves_its_lock(tmp_path: Path) -> None:
    (tmp_path / "temporary").mkdir()
    environment = {**os.environ, "TMPDIR": f"{tmp_path / 'temporary'}"}
    command = [sys.executable, "-c", AGAIN_AND_AGAIN, f"{tmp_path}"]
    many = [subprocess.Popen(command, cwd=REPOSITORY, env=environment) for _ in range(4)]
    assert [one.wait(60) for one in many] == [0, 0, 0, 0]
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_lock_is_deleted_by_whoever_holds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unlink, deleted = Path.unlink, []

    def watched(file: Path, *, missing_ok: bool = False) -> None:
        if file.suffix == ".lock":
            with pytest.raises(Timeout):
                FileLock(file, timeout=0).acquire()
            deleted.append(file)
        unlink(file, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", watched)
    NewFolder(tmp_path / "site").discard()
    assert len(deleted) == 1 and not deleted[0].exists()


def test_a_second_discard_takes_nothing_away_from_whoever_writes_now(tmp_path: Path) -> None:
    first = NewFolder(tmp_path / "site", tmp_path / "work")
    first.discard()
    second = NewFolder(tmp_path / "site", tmp_path / "work")
    first.discard()
    assert second.path.is_dir()
    second.put_in_place()
    assert (tmp_path / "site").is_dir()
