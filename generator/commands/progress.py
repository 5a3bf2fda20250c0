"""How far long work has come, on a terminal; nothing where nobody looks, nor of what is done in a moment."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress as Bar

from generator.making import Progress

_MOMENT = 2.0
"""Seconds that people wait without asking themselves anything."""


@contextmanager
def told(what: str) -> Iterator[Progress]:
    """Yield what is told how many of how many are done; a bar shows it once that takes longer than a moment."""
    began = time.monotonic()
    bar = Bar(console=Console(file=sys.stderr), transient=True)
    task = bar.add_task(what, total=None)

    def progress(done: int, total: int) -> None:
        if not bar.live.is_started and time.monotonic() - began > _MOMENT and bar.console.is_terminal:
            bar.start()
        bar.update(task, completed=done, total=total)

    try:
        yield progress
    finally:
        if bar.live.is_started:
            bar.stop()
