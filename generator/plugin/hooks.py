"""MkDocs's events, each handed on in a line or two."""

import atexit
import gc
import html
import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Literal, NoReturn

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator.cache import Cache
from generator.commands.one_step import NewFolder, UnsafeFolderError
from generator.dates.instants import Instant
from generator.dates.parse import DateError
from generator.dates.today import read_day, today_from
from generator.dates.view import read_view
from generator.files import Reader
from generator.memory import Memory
from generator.outputs.compiled import Compiled
from generator.outputs.formats.drawing import span_of
from generator.outputs.publication import Publication
from generator.plugin import garbage
from generator.plugin.all_files import AllFiles
from generator.plugin.asked_files import AskedFiles
from generator.plugin.chrome import SHARED, TEMPLATES, Theme, around_drawing, toc_of
from generator.plugin.defaults import add_assets, add_theme, pass_over_icons
from generator.plugin.failures import counted, why
from generator.plugin.findings import Findings
from generator.plugin.folder import Contents, Folder
from generator.plugin.footer import footer_links
from generator.plugin.noted import Notes, Sign
from generator.plugin.options import DatelineConfig, root_of, toc_depth
from generator.plugin.press import Press, add_page
from generator.plugin.preview import banner, nothing_yet, unmade
from generator.plugin.scripts import lighten, without_comments
from generator.plugin.search import silence, without_search
from generator.plugin.served import ServedFolder, ServedSite
from generator.plugin.server import PreviewServer
from generator.plugin.standing import Standing, Told
from generator.plugin.warnings import calls_of, warn_of_calls, warn_of_settings
from generator.problems import Problem
from generator.project import CACHE, CONTENT, NOTES, SPARE
from generator.records.texts import DEFAULT_LANGUAGE
from generator.third_parties import Loads, loaded_by_css
from generator.words.language import Language, load_language
from generator.workers import WorkerLostError, beside

log = get_plugin_logger("dateline")


def _name(folder: NewFolder, record: logging.LogRecord) -> bool:
    """Let MkDocs tell of the site, not of the folder in which it is built."""
    record.msg = str(record.msg).replace(str(folder.path), str(folder.place))
    return True


def _nothing(path: str) -> None:
    """Write no file: MkDocs has written all that there is."""


class DatelinePlugin(BasePlugin[DatelineConfig]):  # type: ignore[no-untyped-call]  # MkDocs's own hook is untyped
    """Makes pages of the records below `content/`."""

    def __init__(self) -> None:
        self._serving = False
        self._dirty = False
        self._may_stand = False
        """Whether we may end the command before it builds anything: nothing comes after `mkdocs build`."""
        self._folder: NewFolder | ServedFolder | None = None
        """Where the site is built; None where MkDocs builds into the old one."""
        self._press: Press | None = None
        """Of the last records without errors."""
        self._all: AllFiles | None = None
        """What a build writes of it."""
        self._asked: AskedFiles | None = None
        """What a preview writes of it when somebody asks for that."""
        self._served: ServedSite | None = None
        self._standing: Standing | None = None
        self._findings = Findings()
        self._memory, self._reader = Memory(), Reader()
        self._compiled = Compiled()
        self._loads = Loads()
        self._language: Language = load_language(DEFAULT_LANGUAGE)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a broken record stops us (build) or is shown on the page (serve)."""
        self._serving = command == "serve"
        self._dirty = dirty
        self._may_stand = command == "build" and not dirty and click.get_current_context(silent=True) is not None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Without a repository nothing is there for `edit_uri` to be relative to: pages link to the record itself.

        The theme's fonts would come from Google. A strict policy allows no `style=`, by which tables would be aligned.
        The site is built beside the old one, which it then replaces in one step, so that nobody ever sees half of it.
        """
        config.theme["font"] = False
        config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
        config.theme.static_templates |= SHARED
        silence(config)
        add_theme(config)
        pass_over_icons(config)
        add_assets(config)
        if not config.repo_url:
            config.edit_uri = ""
        if self._serving:
            self._folder = self._folder if isinstance(self._folder, ServedFolder) else ServedFolder()
            config.site_dir = str(self._folder.turn(Path(config.site_dir)))
        elif not self._dirty:
            os.umask(0o022)  # what is published is the same whoever makes it
            try:
                self._folder = NewFolder(Path(config.site_dir), root_of(config) / NOTES, root_of(config) / SPARE)
            except (UnsafeFolderError, OSError) as error:
                raise PluginError(f"{error}") from None
            config.site_dir = str(self._folder.path)
            logging.getLogger("mkdocs.commands.build").addFilter(partial(_name, self._folder))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Run the pipeline before MkDocs empties `site/`, so that a broken record leaves the last good site alone.

        Raises SystemExit where a build would leave the site as it stands.
        """
        garbage.rest()
        if not self._serving:
            atexit.register(gc.freeze)  # there is nothing to put away at the end, which takes seconds
        self._calls = calls_of(config)
        root, today = root_of(config), self._today()
        self._reader.now = time.time_ns()
        self._findings.begin()
        if self._may_stand:
            self._standing = Standing.of(config, self._place(config), today, Cache(root / CACHE))
        if self._standing and (told := self._standing.told(self._reader)):
            self._leave(told, config)
        if isinstance(self._folder, NewFolder):
            self._found = beside(partial(Contents.of, self._folder.spare))  # while the records are read
        own = self.config
        published = Publication(
            config.site_name, config.site_url or "", config.use_directory_urls, own.search, own.citations
        )
        press = Press(root, today, config, published, self._reader, self._memory if self._serving else None)
        every = None if self._serving else AllFiles(press, Notes(root / NOTES))
        press.hold()
        self._findings.forbid(press.known, strict=self._is_strict(config))
        if self._findings.errors:
            self._findings.tell(press.told)
            if not self._serving or self._press:
                raise PluginError(self._stopped())
            return
        if self._standing:
            self._standing.listen()
        self._press, self._all = press, every
        self._language = load_language(press.declared.site.timeline.language)
        warn_of_settings(config, self._calls, self._language)

    def _leave(self, told: Told, config: MkDocsConfig) -> NoReturn:
        """Say what a build would say, and leave the site as it stands."""
        told.log_again()
        self._findings.tell(told)
        self._findings.forbid(told.problems, strict=self._is_strict(config))
        if self._findings.errors:
            raise PluginError(self._stopped())
        self._forbid_warnings(config)
        assert self._folder
        self._folder.discard()
        log.info("nothing has changed since %s was built", self._place(config))
        raise SystemExit(0)

    def _is_strict(self, config: MkDocsConfig) -> bool:
        return bool(config.strict and not self._serving)

    def _forbid_warnings(self, config: MkDocsConfig) -> None:
        if self._is_strict(config) and (counts := counted()):
            raise Abort(f"Aborted with {counts} in strict mode! {self._place(config)} is unchanged.")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages, and begin with what an earlier build has left, now that MkDocs has emptied the folder."""
        without_search(files)
        lighten(files, config)
        if not self._press:
            add_page(files, nothing_yet(self._language), config)
            return files
        files = self._press.files(files, config)
        if self._all and isinstance(self._folder, NewFolder):
            found = self._found()
            self._all.begin(self._into(), found if self._folder.take_spare() else Contents())
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation, which pages of ours that MkDocs does not build show as well."""
        self._nav = nav
        return nav

    def _prepare(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's templates words, addresses of pages, the site's folder and the footer's links."""

        def page_url(path: str) -> str:
            file = files.get_file_from_path(path)
            return file.url if file else ""

        for path in map(str, config.extra_css):
            if file := files.get_file_from_path(path):
                warn_of_calls(self._calls, path, loaded_by_css(file.content_string, config.site_url or ""))
        env.globals.update(
            say=lambda message, **arguments: html.escape(self._language.say(message, **arguments)),
            page_url=page_url,
            around_drawing=around_drawing,
            site_folder="site" if self._serving else self._place(config).name,  # not that in which it is built
            footer=list(footer_links(self.config.footer, page_url, self._language)),
            start_view=self._view(),
            searchable=self.config.search,
            listed=self._press.listed if self._press else [],
        )
        env.trim_blocks = env.lstrip_blocks = True
        env.bytecode_cache = self._compiled
        self._env, self._files = env, files
        return env

    @event_priority(-100)
    def _start(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Begin to write what MkDocs does not build, now that all is known that stands around it."""
        if self._press and self._all:
            theme = Theme(env, config, self._nav, files)
            with self._told_in_a_line(config):
                self._all.prepare(theme, self._into(config))
        return env

    on_env = CombinedEvent(_prepare, _start)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Leave the comments out of the script that all pages share, as of all others."""
        return without_comments(output_content.encode()).decode() if template_name.endswith(".js") else output_content

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
        made = self._press.html(page.file.src_uri) if self._press else None
        if made is None:
            return content
        if not content:
            page.toc = toc_of(made.headings, toc_depth(config))
        page.present_anchor_ids = None
        return content + made.text

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Warn of what hand-written pages load from third parties; texts of records load nothing."""
        if page.meta.get("dateline") in (None, "home"):
            path = page.file.src_uri
            warn_of_calls(self._calls, path, self._loads.of(path, output, config.site_url or ""))
        return output

    @event_priority(100)
    def _write(self, *, config: MkDocsConfig) -> None:
        """Write all that MkDocs does not build, before other plugins end their work on the site."""
        if not self._press:
            return
        with self._told_in_a_line(config):
            problem = self._all.finish() if self._all else self._tried(self._press, config)
        if problem:
            self._findings.tell_unmade(problem)
            if not self._serving or (self._folder and self._folder.place):
                raise PluginError(self._stopped())

    def _tell_all(self, press: Press, config: MkDocsConfig) -> None:
        """Say what is wrong with the records, now that also the rules that only warn have been applied."""
        if self._standing:
            self._standing.forget()  # it is handed what is said of records
        self._findings.tell(press.told)
        self._findings.forbid(press.told.problems, strict=self._is_strict(config))
        if self._findings.errors:
            raise PluginError(self._stopped())

    def _tried(self, press: Press, config: MkDocsConfig) -> Problem | None:
        """Let a preview write what is asked for, and one page of each kind; gives what could not be made."""
        self._asked = AskedFiles(press, Theme(self._env, config, self._nav, self._files), self._into(config))
        return self._asked.try_some()

    @contextmanager
    def _told_in_a_line(self, config: MkDocsConfig) -> Iterator[None]:
        try:
            yield
        except (WorkerLostError, OSError) as error:
            raise PluginError(f"the pages cannot be written: {error}; {self._place(config)} is unchanged.") from None

    @event_priority(-100)
    def _put_in_place(self, *, config: MkDocsConfig) -> None:
        """Let the new site stand where the old one stood, after all that other plugins have added to it."""
        if self._press and not self._serving:
            self._tell_all(self._press, config)
            self._press.cache.trim()  # what a preview keeps in memory it does not ask the cache for
        if folder := self._folder:
            self._forbid_warnings(config)
            signs: dict[str, Sign | None] = {}
            if self._all:
                signs = {**self._into().take_over_unchanged(self._all.paths), **self._all.signs}
            try:
                folder.put_in_place()
            except OSError as error:
                told = f"{folder.place} cannot be replaced: {error.strerror}; it is unchanged."
                raise PluginError(told) from None
            config.site_dir = str(folder.place)
            if self._serving:
                self._served = ServedSite(folder.path, self._asked.want if self._asked else _nothing)
            else:
                self._folder = None
            if self._standing and self._press:
                self._standing.note(self._press.told, signs)
        garbage.wake()

    on_post_build = CombinedEvent(_write, _put_in_place)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing of a site that was not built to its end, and say in a line why; `--verbose` tells more."""
        garbage.wake()
        if self._standing:
            self._standing.forget()
        if self._all:
            self._all.stop()
        if self._folder:
            self._folder.discard()
        if not isinstance(error, MkDocsException):
            log.debug("what was not foreseen:", exc_info=error)
            place = (self._folder and self._folder.place) or "the site"
            raise PluginError(f"{why(error)}; {place} is unchanged.") from None

    def on_shutdown(self) -> None:
        """Make no more pages where somebody has interrupted a build."""
        if self._all:
            self._all.stop()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Serve whole sites only, and watch the records and the templates, which are not in docs_dir."""
        server, root = PreviewServer.of(server, self), root_of(config)
        self.shown()
        server.watch(str(root / CONTENT))
        for folder in config.theme.dirs:
            if Path(folder).is_relative_to(root) and ".venv" not in Path(folder).parts:
                server.watch(folder)
        return server

    def shown(self) -> None:
        """Say what is wrong that keeps nothing from being shown: nobody has to wait for it in front of a page."""
        if self._press and self._asked and not self._findings.errors:
            self._asked.share()
            self._findings.tell(self._press.told)

    @property
    def served(self) -> ServedSite:
        """The last whole site, for the preview."""
        assert self._served
        return self._served

    def banner(self) -> str:
        """What is wrong with the records or the settings, for the preview."""
        return banner(self._findings.errors, self._language) if self._findings.errors else ""

    def unmade(self, problem: Problem, page: str) -> str:
        """Say why a page that was asked for cannot be made: once here, and in the place of what a page says."""
        self._findings.tell_of_page(problem)
        return unmade(page, problem, self._language)

    def failed(self, error: BaseException) -> None:
        """Show in the preview why the last build came to no end."""
        self._findings.tell_failed(error)

    def _today(self) -> Instant:
        day = self.config.today
        try:
            return read_day(str(day)) if day else today_from(os.environ, datetime.now(UTC))
        except DateError as error:
            where = "mkdocs.yml, plugin dateline, option today" if day else "the environment"
            raise PluginError(f"{where}: {error}.") from None

    def _view(self) -> str:
        """The days from which and to which the timeline of all events shows at first, or nothing."""
        view = self.config.view
        try:
            return " ".join(map(str, span_of(read_view(str(view))))) if view else ""
        except DateError as error:
            raise PluginError(f"mkdocs.yml, plugin dateline, option view: {error}.") from None

    def _into(self, config: MkDocsConfig | None = None) -> Folder:
        """The folder of the new site, beside that of the old one."""
        if self._folder:
            return Folder(self._folder.path, self._folder.place)
        assert config
        return Folder(Path(config.site_dir), None)

    def _place(self, config: MkDocsConfig) -> Path:
        """Where the site stands for readers, also while it is built beside."""
        return (self._folder and self._folder.place) or Path(config.site_dir)

    def _stopped(self) -> str:
        return self._findings.stopped(self._folder.place if self._folder else "the site")
