"""How long a command takes, and how much memory all of its processes have at most."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_OFTEN = 0.5  # looking through the memory of a process halts it for some milliseconds


@dataclass(frozen=True, slots=True)
class Figure:
    """Seconds from start to end, and megabytes at the peak, in which pages that processes share count once."""

    seconds: float
    megabytes: float


def measure(*command: str, cwd: Path, **environment: str) -> Figure:
    """Run a command, which has to succeed."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    peak = 0.0
    ended = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not ended.wait(_OFTEN):
            peak = max(peak, _memory(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, told = process.communicate()
    seconds = time.perf_counter() - began
    ended.set()
    watcher.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{told}")
    return Figure(seconds, peak)


def medians(figures: list[Figure]) -> Figure:
    """The median time, and the largest memory."""
    return Figure(median(one.seconds for one in figures), max(one.megabytes for one in figures))


def _memory(pid: int) -> float:
    """Megabytes of a process and its children, as Linux tells them (proc(5), smaps_rollup); 0 elsewhere."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return 0.0
    own = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return own / 1000 + sum(_memory(int(child)) for child in children)
