"""A build writes every file of the site that MkDocs does not write, but for those that are right as they lie there."""

from collections.abc import Mapping
from functools import cached_property, partial

from generator.commands.progress import told
from generator.making import Job, Making
from generator.plugin.chrome import Theme
from generator.plugin.folder import Contents, Folder
from generator.plugin.notebook import Notebook
from generator.plugin.noted import Notes, Sign
from generator.plugin.press import Press, warn_of_dead
from generator.plugin.writing import Writer, Written, files_of, record_of
from generator.problems import Problem
from generator.remembering import Maker, keys_of
from generator.workers import beside


class AllFiles:
    """All files of a site that are ours: `begin`, `prepare` and `finish` are called in this order."""

    def __init__(self, press: Press, notes: Notes) -> None:
        self._press, self._notes = press, notes
        self._keys = beside(partial(keys_of, press.inputs, press.rest))  # while MkDocs begins
        self._kept: Mapping[str, Sign] = {}
        self._making: Making[Written] | None = None
        self.signs: dict[str, Sign] = {}
        """Of all files, once they are written."""

    @cached_property
    def paths(self) -> frozenset[str]:
        """The files that are written."""
        press = self._press
        records = (record_of(artifact.source) for artifact in press.held.values())
        pages = (path for output in press.rest for path in files_of(output, press.urls))
        return frozenset(filter(None, (*pages, *records)))

    def begin(self, folder: Folder, found: Contents) -> None:
        """Leave in the folder of the new site, of all that stands in it, only what may be right."""
        self._kept = folder.keep_only(self.paths, found)

    def prepare(self, theme: Theme, folder: Folder) -> None:
        """Take what stands around pages, and begin to write, while MkDocs builds the rest, if that waits for nothing.

        Raises OSError and WorkerLostError.
        """
        self._theme, self._folder = theme, folder
        if self._keys.is_done:
            self._making = self._started()

    def _started(self) -> Making[Written]:
        press = self._press
        rest, urls = press.rest, press.urls
        writer = Writer(press.root, self._folder, self._theme, urls)
        maker = Maker.with_keys(press.cache, press.inputs, self._keys())
        for artifact in press.held.values():
            self.signs.update(writer.write_record(artifact.source))
        self._book = Notebook(maker.keys, self._theme, urls)
        notes = self._notes.read(self._folder.path)
        unchanged = {output.path for output in rest if self._book.holds(output, notes, self._kept)}
        left = [path for output in rest if output.path in unchanged for path in files_of(output, urls)]
        self._left = {path: notes[path] for path in left}
        self._changed = [output for output in rest if output.path not in unchanged]
        return Making(Job(str(press.root), self._changed, maker.recall(self._changed), writer.write))

    def finish(self) -> Problem | None:
        """Write what is left to write; gives what could not be made. Raises OSError and WorkerLostError."""
        self._making = making = self._making or self._started()
        with told() as progress:
            written, problem = making.finish(progress)
        for one in written:
            warn_of_dead(one.path, one.dead)
        self.signs.update((path, note.sign) for path, note in self._left.items())
        self.signs.update(file for one in written for file in one.files)
        new = self._book.notes(written, {output.path: output for output in self._changed})
        self._notes.write(self._folder.path, {**self._left, **new})
        return problem

    def stop(self) -> None:
        """Write no more."""
        if self._making:
            self._making.stop()
