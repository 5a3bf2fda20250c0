"""What of a site is ours while MkDocs builds it: the outputs, which of them MkDocs makes pages of, and the others."""

from collections.abc import Mapping
from functools import cached_property, partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.build import Declared, declare
from generator.cache import Cache
from generator.cli import main
from generator.commands.progress import told
from generator.dates.instants import Instant
from generator.fingerprint import fingerprint
from generator.making import Job, make_outputs
from generator.manual import manual
from generator.means import Means
from generator.memory import Memory
from generator.outputs.artifact import Artifact, Output
from generator.outputs.html import Html, to_html, url_of
from generator.outputs.page import Page, front_matter_text
from generator.outputs.publication import Publication
from generator.plugin.chrome import TEMPLATES, Theme
from generator.plugin.folder import Folder
from generator.plugin.notebook import Notebook
from generator.plugin.noted import Notes, Sign
from generator.plugin.site_files import SiteFiles, in_nav, is_for_mkdocs
from generator.plugin.standing import Told
from generator.plugin.writing import Writer, files_of, record_of
from generator.problems import Problem
from generator.project import CACHE, PAGES
from generator.remembering import Inputs, Maker, keys_of
from generator.workers import beside

log = get_plugin_logger("dateline")


class Press:
    """Ours of one site, from its records to the files below its folder."""

    def __init__(
        self,
        root: Path,
        today: Instant,
        config: MkDocsConfig,
        published: Publication,
        notes: Notes,
        memory: Memory | None = None,
    ) -> None:
        self.root = root
        self.cache = Cache(root / CACHE)
        with told() as progress:
            means = Means(self.cache, memory, progress)
            self.declared: Declared = declare(root, today, (manual(main),), means, published)
        named = in_nav(config)
        outputs = self.declared.outputs
        held = [output for output in outputs if output.is_page and is_for_mkdocs(output.path, named)]
        self._rest = [output for output in outputs if not (output.is_page and is_for_mkdocs(output.path, named))]
        inputs = Inputs(root, self.declared.site, fingerprint())
        self._inputs, self._keys = inputs, beside(partial(keys_of, inputs, self._rest))  # while MkDocs begins
        maker = Maker.of(self.cache, inputs, held).recall(held)
        artifacts, unmade = make_outputs(Job(str(root), held, maker, lambda artifact: artifact))
        self._unmade = (unmade,) if unmade else ()
        self.held: Mapping[str, Artifact] = {artifact.path: artifact for artifact in artifacts}
        """What MkDocs makes pages of, by its paths."""
        self._html: dict[str, Html] = {}
        self._notes = notes
        self._kept: Mapping[str, Sign] = {}
        self.urls: Mapping[str, str] = {}

    @property
    def known(self) -> tuple[Problem, ...]:
        """What is wrong, but for what rules find that only warn."""
        return (*self.declared.known, *self._unmade)

    @cached_property
    def told(self) -> Told:
        """What is said of the records, once all rules were applied; raises WorkerLostError."""
        pages = sum(output.is_page for output in self.declared.outputs)
        return Told((*self.declared.problems, *self._unmade), len(self.declared.site.timeline.events), pages)

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """MkDocs's files and ours; each of our pages is edited by editing its record."""
        for file in files.documentation_pages():
            file.edit_uri = f"{PAGES}/{file.src_uri}"
        for artifact in self.held.values():
            add_page(files, artifact, config)
        rest = {output.path: output for output in self._rest if output.is_page}
        self.urls = {
            **{file.src_uri: "" if file.url == "./" else file.url for file in files.documentation_pages()},
            **{path: url_of(path, folders=config.use_directory_urls) for path in rest},
        }
        return SiteFiles(files, {path: partial(_file, output, "", config) for path, output in rest.items()})

    @property
    def listed(self) -> list[str]:
        """The addresses of our pages that search engines are told of."""
        return [self.urls[output.path] for output in self.declared.outputs if output.is_page and output.is_listed]

    @cached_property
    def paths(self) -> frozenset[str]:
        """The files that `write` writes."""
        records = (record_of(artifact.source) for artifact in self.held.values())
        pages = (path for output in self._rest for path in files_of(output, self.urls))
        return frozenset(filter(None, (*pages, *records)))

    def begin(self, folder: Folder) -> None:
        """Look through the folder of the new site, and leave in it only what may be right."""
        self._kept = folder.keep_only(self.paths)

    def html(self, path: str) -> Html | None:
        """Our part of a page that MkDocs builds, or None where we have none."""
        if path in self.held and path not in self._html:
            made = self.held[path].made
            assert isinstance(made, Page)
            self._html[path] = to_html(made.body, path, self.urls)
            _warn_of_dead(path, self._html[path].dead)
        return self._html.get(path)

    def write(self, theme: Theme, folder: Folder) -> Problem | None:
        """Write all that MkDocs does not build; gives what could not be made.

        Raises OSError and WorkerLostError.
        """
        writer = Writer(self.root, folder, theme, self.urls)
        maker = Maker.with_keys(self.cache, self._inputs, self._keys())
        for artifact in self.held.values():
            writer.write_record(artifact.source)
        notes, notebook = self._notes.read(folder.path), Notebook(maker.keys, theme, self.urls)
        unchanged = {output.path for output in self._rest if notebook.holds(output, notes, self._kept)}
        changed = [output for output in self._rest if output.path not in unchanged]
        job = Job(str(self.root), changed, maker.recall(changed), writer.write)
        with told() as progress:
            written, problem = make_outputs(job, progress)
        for one in written:
            _warn_of_dead(one.path, one.dead)
        left = [
            notes_of for output in self._rest if output.path in unchanged for notes_of in files_of(output, self.urls)
        ]
        new = notebook.notes(written, {output.path: output for output in changed})
        self._notes.write(folder.path, {**{path: notes[path] for path in left}, **new})
        return problem


def add_page(files: Files, artifact: Artifact, config: MkDocsConfig) -> None:
    """Let MkDocs make a page of something made; what its maintainers wrote of it is all of it that MkDocs reads."""
    if existing := files.get_file_from_path(artifact.path):
        files.remove(existing)
    assert isinstance(artifact.made, Page)
    head = artifact.made.head
    file = _file(artifact, front_matter_text(head) + artifact.made.own, config)
    if head.get("dateline") in TEMPLATES:
        file.inclusion = InclusionLevel.NOT_IN_NAV  # made for frames: it would be a dead end among the others
    files.append(file)


def _file(what: Artifact | Output, content: str, config: MkDocsConfig) -> File:
    file = File.generated(config, what.path, content=content)
    file.edit_uri = what.source or None
    return file


def _warn_of_dead(path: str, links: tuple[str, ...]) -> None:
    for link in links:
        log.warning("the generated page '%s' links to '%s', which is not there: correct its template.", path, link)
