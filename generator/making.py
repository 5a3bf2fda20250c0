"""Outputs are made, on every core where there are many: each is a pure function, so that nobody waits for another."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

from jinja2 import TemplateNotFound

from generator.means import Progress, silent
from generator.outputs.artifact import Artifact, Output
from generator.outputs.templates import template_place
from generator.problems import Problem
from generator.project import CONTENT, TEMPLATES
from generator.records.yaml_errors import printable
from generator.remembering import Maker
from generator.theme import place_of
from generator.workers import in_portions

T = TypeVar("T")
Use = Callable[[Artifact], T]


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """What is to be made below a project's root, and what becomes of each thing made."""

    root: str
    outputs: Sequence[Output]
    maker: Maker
    use: Use[T]

    def portion(self, start: int, end: int) -> "Portion[T]":
        """Make some of it, until something cannot be made."""
        used: list[T] = []
        fresh: list[tuple[str, bytes]] = []
        for output in self.outputs[start:end]:
            try:
                artifact, packed = self.maker.make(output)
            except Exception as error:
                return Portion(used, fresh, _unmade(self.root, output, error))
            if packed:
                fresh.append((output.path, packed))
            used.append(self.use(artifact))
        return Portion(used, fresh)


@dataclass(frozen=True, slots=True)
class Portion(Generic[T]):
    """What came of the things made, what is new and to be kept, and what could not be made."""

    used: list[T]
    fresh: list[tuple[str, bytes]]
    problem: Problem | None = None


class Making(Generic[T]):
    """Outputs that are being made; where there are many, it has begun."""

    def __init__(self, job: Job[T]) -> None:
        work_out_shared(job)
        self._job = job
        self._portions = in_portions(job.portion, len(job.outputs))

    def finish(self, progress: Progress = silent) -> tuple[list[T], Problem | None]:
        """Make every output and use it, in the order of the outputs, until one cannot be made.

        Raises WorkerLostError, and whatever `use` raises.
        """
        used: list[T] = []
        fresh: list[tuple[str, bytes]] = []
        for portion in self._portions:
            used += portion.used
            fresh += portion.fresh
            progress("Making pages", len(used), len(self._job.outputs))
            if portion.problem:
                self.stop()
                return used, portion.problem
        self._job.maker.store(fresh)
        return used, None

    def stop(self) -> None:
        """Make no more of them."""
        self._portions.stop()


def make_outputs(job: Job[T], progress: Progress = silent) -> tuple[list[T], Problem | None]:
    """Make outputs and use them, all at once; raises WorkerLostError, and whatever `use` raises."""
    return Making(job).finish(progress)


def work_out_shared(job: Job[T]) -> None:
    """Work out, before there are workers that would each do it, what several outputs rest on.

    A part that cannot be made is left out: who needs it fails on it, and says so.
    """
    for shared in {id(one.shared): one.shared for one in job.outputs if one.shared}.values():
        parts = shared.parts()
        maker = job.maker.of_parts(parts)
        new = [part for part in parts if not maker.remembers(part)]
        made, unmade = make_outputs(Job(job.root, new, maker, lambda artifact: (artifact.path, artifact.text)))
        if unmade is None:
            held = [(part.path, maker.make(part)[0].text) for part in parts if maker.remembers(part)]
            with suppress(Exception):
                shared.take(dict([*made, *held]))


def _unmade(root: str, output: Output, error: Exception) -> Problem:
    """Whatever a record or a template holds, nobody sees a traceback; what we did not foresee is our fault."""
    if isinstance(error, TemplateNotFound):
        message = "there is no such template, nor does one come with Dateline: correct its name where it is asked for."
        return Problem(f"{TEMPLATES}/{error.name}", 1, 1, "error", "template", message)
    if place := template_place(error):
        file, line = place
        message = f"{error or type(error).__name__}: correct the template."
        return Problem(place_of(file, root), line, 1, "error", "template", message)
    message = (
        f"{output.path} cannot be made ({type(error).__name__}: {printable(str(error))}): that is a fault of Dateline,"
        " not of the record; please report it, with the record."
    )
    return Problem(output.source or CONTENT, 1, 1, "error", "internal", message)
