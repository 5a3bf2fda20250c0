"""Work on every core comes to what it would come to on one, and leaves no worker behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import workers
from generator.cli import main
from generator.workers import WorkerLostError, beside
from tests.examples import REPOSITORY

ENDLESS = """
import os, sys, time
from pathlib import Path
from generator import workers

def endless(start, end):
    Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(600)

os.cpu_count = lambda: 3
waits = workers.beside(lambda: endless(0, 0))
list(workers.in_portions(endless, workers.MANY))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="whether a process is there is asked of /proc")
def test_workers_end_when_whoever_they_work_for_is_killed(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", ENDLESS, tmp_path], cwd=REPOSITORY)
    until = time.monotonic() + 8
    while len(found := [Path("/proc", file.name) for file in tmp_path.iterdir()]) < 4:
        assert time.monotonic() < until and process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    try:
        while any(worker.exists() for worker in found):
            assert time.monotonic() < until
            time.sleep(0.01)
    finally:
        for worker in found:
            if worker.exists():
                os.kill(int(worker.name), signal.SIGKILL)


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two cores, and no thread but this one, whatever else the tests do."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(workers, "_can_fork", lambda: True)


@pytest.mark.usefixtures("forks")
def test_what_is_done_beside_is_done_once_in_another_process_which_ends() -> None:
    found = beside(lambda: (os.getpid(), "done"))
    pid, said = found()
    assert said == "done" and pid != os.getpid()
    assert found() == (pid, "done")
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.usefixtures("forks")
def test_what_cannot_be_done_beside_fails_where_it_is_waited_for() -> None:
    def fails() -> None:
        raise ValueError("a fault")

    found = beside(fails)
    with pytest.raises(ValueError, match="a fault"):
        found()


@pytest.mark.usefixtures("forks")
def test_what_no_message_can_hold_is_done_again_where_it_is_waited_for() -> None:
    assert beside(lambda: lambda: 7)()() == 7


@pytest.mark.usefixtures("forks")
def test_a_worker_that_the_system_ends_is_an_error_that_says_so() -> None:
    found = beside(lambda: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(WorkerLostError, match="memory"):
        found()


@pytest.mark.usefixtures("forks")
def test_portions_have_begun_before_anybody_asks_and_come_in_order(tmp_path: Path) -> None:
    def work(start: int, end: int) -> tuple[int, int]:
        (tmp_path / f"{start}").touch()
        return start, os.getpid()

    portions = workers.in_portions(work, 8, many=2, portion=1)
    until = time.monotonic() + 10
    while len(list(tmp_path.iterdir())) < 8:
        assert time.monotonic() < until
        time.sleep(0.01)
    starts, done_by = zip(*portions, strict=True)
    assert starts == tuple(range(8)) and os.getpid() not in done_by


@pytest.mark.usefixtures("forks")
def test_work_that_is_stopped_begins_with_nothing_more_and_has_ended(tmp_path: Path) -> None:
    def work(start: int, end: int) -> None:
        time.sleep(0.05)
        (tmp_path / f"{start}").touch()

    portions = workers.in_portions(work, 200, many=2, portion=1)
    portions.stop()
    done = len(list(tmp_path.iterdir()))
    assert done < 100
    time.sleep(0.2)
    assert len(list(tmp_path.iterdir())) == done
    portions.stop()


def test_where_nothing_can_be_forked_it_is_done_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_can_fork", lambda: False)
    counted = iter([1, 2])
    found = beside(lambda: (os.getpid(), next(counted)))
    assert next(counted) == 1
    assert found() == found() == (os.getpid(), 2)


def test_a_command_whose_worker_is_lost_ends_with_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object) -> None:
        raise WorkerLostError("the system ended a worker")

    monkeypatch.setattr("generator.commands.check.report", lost)
    result = CliRunner().invoke(main, ["check"])
    assert (result.exit_code, result.output) == (1, "Error: the system ended a worker\n")
