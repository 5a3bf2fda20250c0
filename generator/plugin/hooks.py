"""MkDocs's events, each handed on in a line or two."""

import gc
import html
import itertools
import os
import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Literal

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator.build import Declared, declare
from generator.cache import Cache
from generator.cli import main
from generator.commands.one_step import NewFolder, UnsafeFolderError
from generator.commands.progress import told
from generator.dates.instants import Instant
from generator.dates.parse import DateError
from generator.dates.today import read_day, today_from
from generator.making import Job, make_outputs
from generator.manual import manual
from generator.outputs.artifact import Artifact, Output
from generator.outputs.html import Html, to_html, url_of
from generator.outputs.page import Page, front_matter_text
from generator.plugin.chrome import SHARED, TEMPLATES, Theme, toc_of
from generator.plugin.footer import footer_links
from generator.plugin.options import DatelineConfig, root_of
from generator.plugin.preview import banner, nothing_yet
from generator.plugin.search import add_to_search, has_search, worker_of
from generator.plugin.server import PreviewServer
from generator.plugin.site_files import SiteFiles, in_nav, is_for_mkdocs
from generator.plugin.warnings import calls_of, warn_of_calls, warn_of_settings
from generator.plugin.writing import Writer, found, take_over_unchanged
from generator.problems import Problem, has_errors, report_text, summary
from generator.project import CACHE, CONTENT, PAGES
from generator.records.texts import DEFAULT_LANGUAGE
from generator.third_parties import loaded_by_css, loaded_by_page
from generator.words.language import Language, load_language
from generator.workers import WorkerLostError

log = get_plugin_logger("dateline")


class DatelinePlugin(BasePlugin[DatelineConfig]):  # type: ignore[no-untyped-call]  # MkDocs's own hook is untyped
    """Makes pages of the records below `content/`."""

    def __init__(self) -> None:
        self._serving = False
        self._dirty = False
        self._root = Path()
        self._new: NewFolder | None = None
        self._language: Language = load_language(DEFAULT_LANGUAGE)
        self._errors: tuple[Problem, ...] = ()
        self._outputs: tuple[Output, ...] = ()
        """The outputs of the last records without errors."""
        self._held: Mapping[str, Artifact] = {}
        """Those of them that MkDocs makes pages of, by their paths."""
        self._urls: Mapping[str, str] = {}
        self._html: dict[str, Html] = {}
        self._turns = itertools.count(1)
        self.served = self._gone = Path("/nonexistent")

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a broken record stops us (build) or is shown on the page (serve)."""
        self._serving = command == "serve"
        self._dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Without a repository nothing is there for `edit_uri` to be relative to: pages link to the record itself.

        The theme's fonts would come from Google. The site is built beside the old one, which it then replaces in one
        step, so that nobody ever sees half of it.
        """
        config.theme["font"] = False
        config.theme.static_templates |= SHARED
        if not config.repo_url:
            config.edit_uri = ""
        if self._serving:
            config.site_dir = str(Path(config.site_dir) / str(next(self._turns)))
        elif not self._dirty:
            try:
                self._new = NewFolder(Path(config.site_dir))
            except (UnsafeFolderError, OSError) as error:
                raise PluginError(f"{error}") from None
            config.site_dir = str(self._new.path)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Run the pipeline before MkDocs empties `site/`, so that a broken record leaves the last good site alone."""
        self._root = root_of(config)
        self._calls = calls_of(config)
        gc.disable()  # until the build has ended there is nothing to collect
        self._cache = Cache(self._root / CACHE)
        declared = declare(self._root, self._today(), (manual(main),), self._cache)
        named = in_nav(config)
        held = [output for output in declared.outputs if output.is_page and is_for_mkdocs(output.path, named)]
        artifacts, unmade = make_outputs(Job(str(self._root), held, lambda artifact: artifact))
        problems = (*declared.problems, unmade) if unmade else declared.problems
        self._tell(problems, declared)
        forbidden = ("error", "warning") if config.strict and not self._serving else ("error",)
        self._errors = tuple(problem for problem in problems if problem.level in forbidden)
        if not self._errors:
            self._outputs, self._held = declared.outputs, {artifact.path: artifact for artifact in artifacts}
            self._language = load_language(declared.site.timeline.language)
            warn_of_settings(config, self._calls, self._language)
        elif not self._serving or self._outputs:
            raise PluginError(self._stopped(self._errors, config))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages; each is edited by editing its record."""
        for file in files.documentation_pages():
            file.edit_uri = f"{PAGES}/{file.src_uri}"
        for artifact in self._held.values() or (nothing_yet(self._language),):
            if existing := files.get_file_from_path(artifact.path):
                files.remove(existing)
            assert isinstance(artifact.made, Page)
            files.append(self._file(config, artifact, front_matter_text(artifact.made.head) + artifact.made.own))
        rest = {output.path: output for output in self._outputs if output.is_page and output.path not in self._held}
        folders = config.use_directory_urls
        self._urls = {file.src_uri: file.url if file.url != "./" else "" for file in files.documentation_pages()}
        self._urls = {**self._urls, **{path: url_of(path, folders=folders) for path in rest}}
        return SiteFiles(files, {path: partial(self._file, config, output) for path, output in rest.items()})

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation, which pages of ours that MkDocs does not build show as well."""
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's templates words, addresses of pages, the site's folder and the footer's links."""

        def page_url(path: str) -> str:
            file = files.get_file_from_path(path)
            return file.url if file else ""

        for path in map(str, config.extra_css):
            if file := files.get_file_from_path(path):
                warn_of_calls(self._calls, path, loaded_by_css(file.content_string, config.site_url or ""))
        footer = list(footer_links(self.config.footer, page_url, self._language))
        folder = Path(self._place(config)).name  # not that of the site while it is built
        listed = [self._urls[output.path] for output in self._outputs if output.is_page and output.is_listed]
        env.globals.update(say=self._say, page_url=page_url, site_folder=folder, footer=footer, listed=listed)
        env.globals.update(search_worker=worker_of(files))
        env.trim_blocks = env.lstrip_blocks = True
        self._env, self._files = env, files
        return env

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Leave the side navigation to the pages that stand in it, and give the embedded page its bare frame.

        Named here and not in the page's own front matter: other builders have no such template.
        """
        shows = page.meta.get("dateline")
        if shows and page.parent is None:
            page.meta.setdefault("hide", ["navigation"])
        if shows in TEMPLATES:
            page.meta["template"] = TEMPLATES[shows]
        return markdown

    def on_page_content(self, content: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put our HTML below what a page's maintainers wrote."""
        artifact = self._held.get(page.file.src_uri)
        if artifact and isinstance(artifact.made, Page):
            made = to_html(artifact.made.body, artifact.path, self._urls)
            self._html[artifact.path] = made
            content += made.text
            if not artifact.made.own:
                page.toc = toc_of(made.headings, int(config.mdx_configs.get("toc", {}).get("toc_depth", 6)))
            page.present_anchor_ids = None
            self._warn_of_dead(artifact.path, made.dead)
        return content

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Warn of what hand-written pages load from third parties; texts of records load nothing."""
        if page.meta.get("dateline") in (None, "home"):
            warn_of_calls(self._calls, page.file.src_uri, loaded_by_page(output, config.site_url or ""))
        return output

    @event_priority(100)
    def _write(self, *, config: MkDocsConfig) -> None:
        """Write all that MkDocs does not build, before other plugins end their work on the site."""
        old = self._new.place if self._new else self.served
        theme = Theme(self._env, config, self._nav, self._files)
        writer = Writer(self._root, Path(config.site_dir), old, theme, self._urls, has_search(config))
        for artifact in self._held.values():
            writer.write_record(artifact.source)
        rest = [output for output in self._outputs if output.path not in self._held]
        try:
            with told("Writing pages") as progress:
                written, problem = make_outputs(Job(str(self._root), rest, writer.write), progress)
        except (WorkerLostError, OSError) as error:
            raise PluginError(f"the pages cannot be written: {error}") from None
        if problem:
            self._errors = (problem,)
            click.echo(report_text(self._errors), nl=False, err=True)
            if not self._serving or self.served.is_dir():
                raise PluginError(self._stopped(self._errors, config))
        for one in written:
            self._warn_of_dead(one.path, one.dead)
        if has_search(config):
            held = [found(made, self._html[path].text, self._urls[path]) for path, made in self._pages()]
            add_to_search(config, [*held, *(one.found for one in written)])

    @event_priority(-100)
    def _put_in_place(self, *, config: MkDocsConfig) -> None:
        """Let the new site stand where the old one stood, after all that other plugins have added to it."""
        if self._serving:
            self.served, before = Path(config.site_dir), self.served
            # Requests that were under way may still read from the folder of before.
            shutil.rmtree(self._gone, ignore_errors=True)
            self._gone = before
        self._cache.trim()
        gc.enable()
        if new := self._new:
            take_over_unchanged(new.path, new.place)
            self._new = None
            config.site_dir = str(new.place)
            try:
                new.put_in_place()
            except OSError as error:
                raise PluginError(f"{new.place} cannot be replaced: {error.strerror}; it is unchanged.") from None

    on_post_build = CombinedEvent(_write, _put_in_place)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing of a site that was not built to its end."""
        if new := self._new:
            self._new = None
            new.discard()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Serve whole sites only, and watch the records and the templates, which are not in docs_dir."""
        server = PreviewServer.of(server, self)
        server.watch(str(self._root / CONTENT))
        for folder in config.theme.dirs:
            if Path(folder).is_relative_to(self._root) and ".venv" not in Path(folder).parts:
                server.watch(folder)
        return server

    def banner(self) -> str:
        """What is wrong with the records or the settings, for the preview."""
        return banner(self._errors, self._language) if self._errors else ""

    def failed(self, error: BaseException) -> None:
        """Show in the preview why the last build came to no end."""
        if not self._errors:
            self._errors = (Problem("mkdocs.yml", 1, 1, "error", "build", " ".join(str(error).split())),)
            log.error("the site could not be built: %s", error)

    def _pages(self) -> Iterator[tuple[str, Page]]:
        """What MkDocs makes pages of, by their paths."""
        for path, artifact in self._held.items():
            assert isinstance(artifact.made, Page)
            yield path, artifact.made

    def _today(self) -> Instant:
        day = self.config.today
        try:
            return read_day(str(day)) if day else today_from(os.environ, datetime.now(UTC))
        except DateError as error:
            where = "mkdocs.yml, plugin dateline, option today" if day else "the environment"
            raise PluginError(f"{where}: {error}.") from None

    def _file(self, config: MkDocsConfig, what: Artifact | Output, content: str = "") -> File:
        file = File.generated(config, what.path, content=content)
        file.edit_uri = what.source or None
        return file

    def _place(self, config: MkDocsConfig) -> str:
        """Where the site stands for readers, also while it is built beside."""
        return str(self._new.place) if self._new else config.site_dir

    def _stopped(self, errors: tuple[Problem, ...], config: MkDocsConfig) -> str:
        return f"{summary(errors)} in the records; {self._place(config)} is unchanged."

    def _say(self, message: str, **arguments: str | int) -> str:
        """Words of the catalogue as HTML; MkDocs's templates escape nothing by themselves."""
        return html.escape(self._language.say(message, **arguments))

    def _tell(self, problems: tuple[Problem, ...], declared: Declared) -> None:
        """Print what is wrong; MkDocs's own logger would put a prefix before the paths that editors make clickable."""
        shown = [problem for problem in problems if problem.level != "notice"]
        click.echo(report_text(shown), nl=False, err=True)
        if has_errors(problems):
            log.error("the records have %s; see above", summary(shown))
        else:
            pages = sum(output.is_page for output in declared.outputs)
            log.info("%d events on %d pages", len(declared.site.timeline.events), pages)

    def _warn_of_dead(self, path: str, links: tuple[str, ...]) -> None:
        for link in links:
            log.warning("the generated page '%s' links to '%s', which is not there: correct its template.", path, link)
