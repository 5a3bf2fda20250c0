"""Outputs are made, on every core where there are many: each is a pure function, so that nobody waits for another."""

# Workers are forked, so that they have the whole story without being sent it; where processes cannot be forked, or
# other threads run, everything is made right here.

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Generic, TypeVar

from jinja2 import TemplateNotFound

from generator.outputs.artifact import Artifact, Output
from generator.outputs.templates import template_place
from generator.problems import Problem
from generator.project import CONTENT, TEMPLATES
from generator.records.yaml_errors import printable

T = TypeVar("T")
Use = Callable[[Artifact], T]
Progress = Callable[[int, int], None]
"""Is told how many outputs of how many are done."""

MANY = 400
_PORTION = 64


class WorkerLostError(Exception):
    """The system ended a worker, most often because memory ran out."""


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """What is to be made below a project's root, and what becomes of each thing made."""

    root: str
    outputs: Sequence[Output]
    use: Use[T]


_job: Job[object] | None = None
"""The forked workers' job."""


def make_outputs(job: Job[T], progress: Progress = lambda done, total: None) -> tuple[list[T], Problem | None]:
    """Make every output and use it, in the order of the outputs, until one cannot be made.

    Raises WorkerLostError, and whatever `use` raises.
    """
    used: list[T] = []
    total = len(job.outputs)
    for portion, problem in _portions(job):
        used += portion
        progress(len(used), total)
        if problem:
            return used, problem
    return used, None


def _portions(job: Job[T]) -> Iterator[tuple[list[T], Problem | None]]:
    starts = range(0, len(job.outputs), _PORTION)
    workers = min(os.cpu_count() or 1, len(starts))
    if len(job.outputs) < MANY or workers < 2 or not _can_fork():
        for start in starts:
            yield _portion(job, start)
        return
    global _job  # the only way by which forked workers get what cannot be pickled
    _job = job  # type: ignore[assignment]
    gc.freeze()  # what workers share is not copied because their collector touched it
    try:
        with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
            try:
                yield from pool.map(_portion_of_job, starts)  # type: ignore[misc] # of this very job
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    except BrokenProcessPool:
        raise WorkerLostError("the system ended a worker, most likely for want of memory: give it more.") from None
    finally:
        gc.unfreeze()
        _job = None


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def _portion_of_job(start: int) -> tuple[list[object], Problem | None]:
    assert _job is not None
    gc.disable()  # a worker lives for seconds, and keeps next to nothing
    return _portion(_job, start)


def _portion(job: Job[T], start: int) -> tuple[list[T], Problem | None]:
    used: list[T] = []
    for output in job.outputs[start : start + _PORTION]:
        try:
            artifact = output.artifact()
        except Exception as error:
            return used, _unmade(job.root, output, error)
        used.append(job.use(artifact))
    return used, None


def _unmade(root: str, output: Output, error: Exception) -> Problem:
    """Whatever a record or a template holds, nobody sees a traceback; what we did not foresee is our fault."""
    if isinstance(error, TemplateNotFound):
        message = "there is no such template: copy it from Dateline's own repository."
        return Problem(f"{TEMPLATES}/{error.name}", 1, 1, "error", "template", message)
    if place := template_place(error):
        file, line = place
        path = os.path.relpath(file, root).replace(os.sep, "/")
        return Problem(path, line, 1, "error", "template", f"{error or type(error).__name__}: correct the template.")
    message = (
        f"{output.path} cannot be made ({type(error).__name__}: {printable(str(error))}): that is a fault of Dateline,"
        " not of the record; please report it, with the record."
    )
    return Problem(output.source or CONTENT, 1, 1, "error", "internal", message)
