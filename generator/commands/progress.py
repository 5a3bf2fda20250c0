"""How far long work has come, on a terminal; nothing where nobody looks, nor of what is done in a moment."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Task, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar
from rich.text import Text

from generator.means import Progress, silent

_MOMENT = 2.0
"""Seconds that people wait without asking themselves anything."""
_OFTEN = 0.1
"""Seconds after which the bar is drawn again, at the soonest."""


class _Count(MofNCompleteColumn):
    """How many of how many; nothing of what nobody counts."""

    def render(self, task: Task) -> Text:
        return super().render(task) if task.total else Text()


@contextmanager
def told() -> Iterator[Progress]:
    """Yield what is told what is being done and how much of it; a bar shows it once that takes longer than a moment.

    It is drawn when something is told and not by a thread of its own, beside which no process could be forked.
    """
    due = time.monotonic() + _MOMENT
    console = Console(file=sys.stderr)
    if not console.is_terminal:
        yield silent
        return
    columns = (TextColumn("{task.description}"), BarColumn(), _Count(), TimeElapsedColumn())
    bar = Bar(*columns, console=console, transient=True, auto_refresh=False)
    task = bar.add_task("", total=None)

    def progress(what: str, done: int, total: int) -> None:
        nonlocal due
        if time.monotonic() >= due:
            bar.update(task, description=what, completed=done, total=total or None)
            bar.start()
            bar.refresh()
            due = time.monotonic() + _OFTEN

    try:
        yield progress
    finally:
        bar.stop()
