"""A build writes every file of the site that MkDocs does not write, but for those that are right as they lie there."""

from collections.abc import Mapping
from functools import cached_property, partial

from generator.commands.progress import told
from generator.making import Job, make_outputs
from generator.plugin.chrome import Theme
from generator.plugin.folder import Contents, Folder
from generator.plugin.notebook import Notebook
from generator.plugin.noted import Notes, Sign
from generator.plugin.press import Press, warn_of_dead
from generator.plugin.writing import Writer, files_of, record_of
from generator.problems import Problem
from generator.remembering import Maker, keys_of
from generator.workers import beside


class AllFiles:
    """All files of a site that are ours."""

    def __init__(self, press: Press, notes: Notes) -> None:
        self._press, self._notes = press, notes
        self._keys = beside(partial(keys_of, press.inputs, press.rest))  # while MkDocs begins
        self._kept: Mapping[str, Sign] = {}
        self.signs: dict[str, Sign] = {}
        """Of all files, once they are written."""

    @cached_property
    def paths(self) -> frozenset[str]:
        """The files that `write` writes."""
        press = self._press
        records = (record_of(artifact.source) for artifact in press.held.values())
        pages = (path for output in press.rest for path in files_of(output, press.urls))
        return frozenset(filter(None, (*pages, *records)))

    def begin(self, folder: Folder, found: Contents) -> None:
        """Leave in the folder of the new site, of all that stands in it, only what may be right."""
        self._kept = folder.keep_only(self.paths, found)

    def write(self, theme: Theme, folder: Folder) -> Problem | None:
        """Write all that MkDocs does not build; gives what could not be made.

        Raises OSError and WorkerLostError.
        """
        press = self._press
        rest, urls = press.rest, press.urls
        writer = Writer(press.root, folder, theme, urls)
        maker = Maker.with_keys(press.cache, press.inputs, self._keys())
        for artifact in press.held.values():
            self.signs.update(writer.write_record(artifact.source))
        notes, notebook = self._notes.read(folder.path), Notebook(maker.keys, theme, urls)
        unchanged = {output.path for output in rest if notebook.holds(output, notes, self._kept)}
        changed = [output for output in rest if output.path not in unchanged]
        job = Job(str(press.root), changed, maker.recall(changed), writer.write)
        with told() as progress:
            written, problem = make_outputs(job, progress)
        for one in written:
            warn_of_dead(one.path, one.dead)
        left = [path for output in rest if output.path in unchanged for path in files_of(output, urls)]
        self.signs.update((path, notes[path].sign) for path in left)
        self.signs.update(file for one in written for file in one.files)
        new = notebook.notes(written, {output.path: output for output in changed})
        self._notes.write(folder.path, {**{path: notes[path] for path in left}, **new})
        return problem
