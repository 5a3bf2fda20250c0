"""A preview writes a file of the site when somebody asks for it: a save changes few that anybody looks at."""

# Each preview is of one state of the records, whenever its files are made: outputs hold what they are made from, and
# templates are compiled once.

import threading
from functools import cached_property

from generator.making import Job, work_out_shared
from generator.outputs.artifact import Output
from generator.plugin.chrome import Theme
from generator.plugin.folder import Folder
from generator.plugin.press import Press, warn_of_dead
from generator.plugin.writing import Writer, Written, file_of, record_of, source_of
from generator.problems import Problem
from generator.remembering import Maker
from generator.report import some


class UnmadeError(Exception):
    """A page that was asked for cannot be made; its text says why, and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class AskedFiles:
    """The files of a site that are ours, each written when it is first asked for."""

    def __init__(self, press: Press, theme: Theme, folder: Folder) -> None:
        self._press, self.folder = press, folder
        self._writer = Writer(press.root, folder, theme, press.urls)
        self._writing, self._sharing = threading.Lock(), threading.Lock()
        self._written: set[str] = set()
        self._is_shared = False

    def try_some(self) -> Problem | None:
        """Write a page of each kind that has a template; gives what could not be made. Raises OSError.

        A template that is wrong is wrong for all pages of a kind, or nearly: that is told before anybody asks.
        """
        tried = some([output for output in self._press.rest if output.is_page], {}, 1)
        templated = (output for output in tried if any(kind == "templates" for kind, _ in output.inputs()))
        return next(filter(None, map(self._write, templated)), None)

    def share(self) -> None:
        """Work out what many files rest on, such as the search's index; those wait for it."""
        with self._sharing:
            if not self._is_shared:
                work_out_shared(self._job([output for output in self._press.rest if output.shared]))
                self._is_shared = True

    def want(self, path: str) -> None:
        """Let the file at a path stand in the folder, if it is one of ours; raises UnmadeError and OSError."""
        if (source := source_of(path)) in self._sources:
            with self._writing:
                self._writer.write_record(source)
        elif output := self._output_at(path):
            if output.shared:
                self.share()
            if problem := self._write(output):
                raise UnmadeError(problem)

    def _output_at(self, path: str) -> Output | None:
        """The output that makes the file at a path."""
        if not path.endswith(".html"):
            return self._outputs.get(path)
        name, urls = path.removesuffix(".html"), self._press.urls
        pages = (f"{name.removesuffix('/index')}.md", f"{name}.md")
        return next(
            (self._outputs[page] for page in pages if page in self._outputs and file_of(urls[page]) == path), None
        )

    def _write(self, output: Output) -> Problem | None:
        with self._writing:
            if output.path in self._written:
                return None
            made = self._job([output]).portion(0, 1)
            for one in made.used:
                warn_of_dead(one.path, one.dead)
                self._written.add(one.path)
        return made.problem

    def _job(self, outputs: list[Output]) -> Job[Written]:
        press = self._press
        return Job(str(press.root), outputs, Maker(press.cache, press.inputs, {}, {}), self._writer.write)

    @cached_property
    def _outputs(self) -> dict[str, Output]:
        return {output.path: output for output in self._press.rest}

    @cached_property
    def _sources(self) -> frozenset[str]:
        """The records that are published beside the pages that they are the source of."""
        sources = {one.source for one in self._press.rest if one.is_page}
        sources.update(one.source for one in self._press.held.values())
        return frozenset(filter(record_of, sources))
