"""Long work shows on a terminal what is being done, and forgets it when it has ended; elsewhere nothing of it shows."""

import os
import pty
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from generator.project import SNAPSHOTS, TEMPLATES
from tests.examples import REPOSITORY, read_example

pytestmark = pytest.mark.long

IMPATIENT = """
import sys
import generator.commands.progress as progress
progress._MOMENT = progress._OFTEN = 0
from generator.cli import main
main(sys.argv[1:], standalone_mode=False)
"""
COMMANDS = {
    "check": [b"Reading records", b"Validating records", b"Linking records", b"Checking records", b"Making pages"],
    "render --out out": [b"Reading records", b"Making pages"],
    "verify": [b"Reading records", b"Looking words up"],
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copytree(REPOSITORY / TEMPLATES, tmp_path / TEMPLATES)
    (tmp_path / SNAPSHOTS).mkdir()
    return read_example("a-clean-project").write(tmp_path)


def start(command: str, root: Path, error: int) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "DATELINE_TODAY": "2031-06-01", "TERM": "xterm"}
    line = [sys.executable, "-c", IMPATIENT, *command.split()]
    return subprocess.Popen(line, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=error)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_terminal_shows_each_step(command: str, root: Path) -> None:
    ours, theirs = pty.openpty()
    shown = b""
    with start(command, root, theirs) as process:
        os.close(theirs)
        try:
            while part := os.read(ours, 65_536):
                shown += part
        except OSError:  # as a terminal ends
            pass
    os.close(ours)
    assert process.returncode == 0, shown.decode()
    steps = [shown.find(step) for step in COMMANDS[command]]
    assert -1 not in steps
    assert steps == sorted(steps)
    assert b"\x1b[2K" in shown[steps[-1] :], "the line is not wiped out"


@pytest.mark.parametrize("command", COMMANDS)
def test_elsewhere_nothing_of_it_shows(command: str, root: Path) -> None:
    with start(command, root, subprocess.PIPE) as process:
        assert process.stderr
        told = process.stderr.read()
    assert not any(step in told for step in COMMANDS[command])
