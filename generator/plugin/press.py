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
from generator.files import Reader
from generator.fingerprint import fingerprint
from generator.making import Job, make_outputs
from generator.manual import manual
from generator.means import Means
from generator.memory import Memory
from generator.outputs.artifact import Artifact, Output
from generator.outputs.html import Html, to_html, url_of
from generator.outputs.page import Page, front_matter_text
from generator.outputs.publication import Publication
from generator.plugin.chrome import TEMPLATES
from generator.plugin.site_files import SiteFiles, in_nav, is_for_mkdocs
from generator.plugin.standing import Told
from generator.problems import Problem
from generator.project import CACHE, PAGES
from generator.remembering import Inputs, Maker
from generator.workers import beside

log = get_plugin_logger("dateline")


class Press:
    """Ours of one site, from its records to what MkDocs makes pages of; the rest is only declared."""

    def __init__(
        self,
        root: Path,
        today: Instant,
        config: MkDocsConfig,
        published: Publication,
        reader: Reader,
        memory: Memory | None = None,
    ) -> None:
        self.root = root
        self.cache = Cache(root / CACHE)
        with told() as progress:
            means = Means(self.cache, memory, progress, reader)
            self.declared: Declared = declare(root, today, (manual(main),), means, published)
        named = in_nav(config)
        self.rest: list[Output] = []
        """What is made without MkDocs."""
        self._to_hold: list[Output] = []
        for output in self.declared.outputs:
            (self._to_hold if output.is_page and is_for_mkdocs(output.path, named) else self.rest).append(output)
        self.inputs = Inputs(root, self.declared.site, fingerprint())
        self._unmade: tuple[Problem, ...] = ()
        self.held: Mapping[str, Artifact] = {}
        """What MkDocs makes pages of, by its paths, once that is made."""
        self._html: dict[str, Html] = {}
        self.urls: Mapping[str, str] = {}

    def hold(self) -> None:
        """Make what MkDocs makes pages of; what could not be made is among what is known to be wrong."""
        maker = Maker.of(self.cache, self.inputs, self._to_hold).recall(self._to_hold)
        apart = [output for output in self._to_hold if _is_of_code(output) and not maker.remembers(output)]
        others = [output for output in self._to_hold if output not in apart]

        def made(outputs: list[Output]) -> tuple[list[Artifact], Problem | None]:
            return make_outputs(Job(str(self.root), outputs, maker, lambda artifact: artifact))

        # To tell of every command, all are imported, which takes as long as all other pages here.
        waits = beside(partial(made, apart)) if apart else partial(made, [])
        (found, unmade), (found_apart, unmade_apart) = made(others), waits()
        self._unmade = tuple(filter(None, (unmade, unmade_apart)))
        self.held = {artifact.path: artifact for artifact in (*found, *found_apart)}

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
        rest = {output.path: output for output in self.rest if output.is_page}
        self.urls = {
            **{file.src_uri: "" if file.url == "./" else file.url for file in files.documentation_pages()},
            **{path: url_of(path, folders=config.use_directory_urls) for path in rest},
        }
        return SiteFiles(files, {path: partial(_file, output, "", config) for path, output in rest.items()})

    @property
    def listed(self) -> list[str]:
        """The addresses of our pages that search engines are told of."""
        return [self.urls[output.path] for output in self.declared.outputs if output.is_page and output.is_listed]

    def html(self, path: str) -> Html | None:
        """Our part of a page that MkDocs builds, or None where we have none."""
        if path in self.held and path not in self._html:
            made = self.held[path].made
            assert isinstance(made, Page)
            self._html[path] = to_html(made.body, path, self.urls)
            warn_of_dead(path, self._html[path].dead)
        return self._html.get(path)


def _is_of_code(output: Output) -> bool:
    return all(kind == "code" for kind, _ in output.inputs())


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


def warn_of_dead(path: str, links: tuple[str, ...]) -> None:
    """Say which links of a page that we made lead nowhere."""
    for link in links:
        log.warning("the generated page '%s' links to '%s', which is not there: correct its template.", path, link)
