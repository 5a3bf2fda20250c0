"""Work on every core leaves no worker behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.examples import REPOSITORY

ENDLESS = """
import os, sys, time
from pathlib import Path
from generator import workers

def endless(start, end):
    Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(600)

os.cpu_count = lambda: 3
list(workers.in_portions(endless, workers.MANY))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="whether a process is there is asked of /proc")
def test_workers_end_when_whoever_they_work_for_is_killed(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", ENDLESS, tmp_path], cwd=REPOSITORY)
    until = time.monotonic() + 8
    while len(found := [Path("/proc", file.name) for file in tmp_path.iterdir()]) < 3:
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
