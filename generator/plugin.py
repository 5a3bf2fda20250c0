"""The MkDocs plugin: a thin adapter that hands the pipeline's pages to MkDocs, and its problems to people."""

import html
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin, urlsplit

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from generator.build import Built, build
from generator.cli import main
from generator.commands.one_step import NewFolder, UnsafeFolderError
from generator.config import DatelineConfig, copies_what_pages_load, has_google_analytics, named_addresses, root_of
from generator.dates.parse import DateError
from generator.dates.today import read_day, today_from
from generator.manual import manual
from generator.outputs.artifact import Artifact
from generator.problems import Problem, has_errors, report_text, summary
from generator.project import CONTENT, PAGES
from generator.records.texts import DEFAULT_LANGUAGE
from generator.third_parties import Calls, loaded_by_css, loaded_by_page
from generator.words.language import Language, load_language, primary

log = get_plugin_logger("dateline")

_ELSEWHERE = ("http", "https", "mailto")


_LEGAL = (("imprint.md", "footer-imprint"), ("privacy.md", "footer-privacy"))


class DatelinePlugin(BasePlugin[DatelineConfig]):  # type: ignore[no-untyped-call]  # MkDocs's own hook is untyped
    """Makes pages of the records below `content/`."""

    def __init__(self) -> None:
        self._serving = False
        self._artifacts: tuple[Artifact, ...] = ()
        self._language: Language = load_language(DEFAULT_LANGUAGE)
        self._errors: tuple[Problem, ...] = ()
        self._root = Path()
        self._calls = Calls("", PAGES, copied=False)
        self._dirty = False
        self._new: NewFolder | None = None

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
        if not config.repo_url:
            config.edit_uri = ""
        if not self._serving and not self._dirty:
            try:
                self._new = NewFolder(Path(config.site_dir))
            except (UnsafeFolderError, OSError) as error:
                raise PluginError(f"{error}") from None
            config.site_dir = str(self._new.path)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Run the pipeline before MkDocs empties `site/`, so that a broken record leaves the last good site alone."""
        self._root = root_of(config)
        self._calls = Calls(config.site_url or "", PAGES, copied=copies_what_pages_load(config))
        try:
            day = self.config.today
            today = read_day(str(day)) if day else today_from(os.environ, datetime.now(UTC))
        except DateError as error:
            where = "mkdocs.yml, plugin dateline, option today" if day else "the environment"
            raise PluginError(f"{where}: {error}.") from None
        result = build(self._root, today, (manual(main),))
        self._tell(result)
        forbidden = ("error", "warning") if config.strict and not self._serving else ("error",)
        self._errors = tuple(problem for problem in result.problems if problem.level in forbidden)
        if not self._errors:
            self._artifacts = result.artifacts
            self._language = load_language(result.site.timeline.language)
            self._compare_languages(config)
            self._compare_hosts(config)
        elif not self._serving:
            raise PluginError(f"{summary(self._errors)} in the records; {self._place(config)} is unchanged.")

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Let the new site stand where the old one stood, after all that other plugins have added to it."""
        if new := self._new:
            self._new = None
            config.site_dir = str(new.place)
            try:
                new.put_in_place()
            except OSError as error:
                raise PluginError(f"{new.place} cannot be replaced: {error.strerror}; it is unchanged.") from None

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing of a site that was not built to its end."""
        if new := self._new:
            self._new = None
            new.discard()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages; each is edited by editing its record."""
        for file in files.documentation_pages():
            file.edit_uri = f"{PAGES}/{file.src_uri}"
        for artifact in self._artifacts or (self._nothing_yet(),):
            if existing := files.get_file_from_path(artifact.path):
                files.remove(existing)
            file = File.generated(config, artifact.path, content=artifact.text)
            file.edit_uri = artifact.source or None
            files.append(file)
            if artifact.is_page and artifact.source.endswith(".yaml"):
                record = f"records/{artifact.source.removeprefix(f'{CONTENT}/')}"
                if not files.get_file_from_path(record):
                    files.append(File.generated(config, record, abs_src_path=str(self._root / artifact.source)))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's templates words, addresses of pages, the site's folder and the footer's links."""

        def page_url(path: str) -> str:
            file = files.get_file_from_path(path)
            return file.url if file else ""

        for path in map(str, config.extra_css):
            if file := files.get_file_from_path(path):
                self._warn_of_calls(path, loaded_by_css(file.content_string, config.site_url or ""))
        folder = Path(self._place(config)).name  # not that of the site while it is built
        env.globals.update(say=self._say, page_url=page_url, site_folder=folder, footer=list(self._footer(page_url)))
        return env

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Warn of what hand-written pages load from third parties; texts of records load nothing."""
        if page.meta.get("dateline") in (None, "home"):
            self._warn_of_calls(page.file.src_uri, loaded_by_page(output, config.site_url or ""))
        return output

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Leave the side navigation to the pages that stand in it, give the embedded page its bare frame, and search
        engines the new address of what has moved.

        Named here and not in the page's own front matter: other builders have no such template.
        """
        if page.meta.get("dateline") and page.parent is None:
            page.meta.setdefault("hide", ["navigation"])
        if page.meta.get("dateline") == "embed":
            page.meta["template"] = "embed.html"
        target = files.get_file_from_path(str(page.meta.get("redirect", "")))
        if target and page.canonical_url:
            page.canonical_url = urljoin(page.canonical_url, get_relative_url(target.url, page.url))
        return markdown

    def on_page_content(self, content: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Show, in the preview, the errors that keep the page from being up to date."""
        return self._banner() + content if self._errors else content

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Watch the records and the templates, which are not in docs_dir."""
        server.watch(str(self._root / CONTENT))
        for folder in config.theme.dirs:
            if Path(folder).is_relative_to(self._root) and ".venv" not in Path(folder).parts:
                server.watch(folder)
        return server

    def _place(self, config: MkDocsConfig) -> str:
        """Where the site stands for readers, also while it is built beside."""
        return str(self._new.place) if self._new else config.site_dir

    def _say(self, message: str, **arguments: str | int) -> str:
        """Words of the catalogue as HTML; MkDocs's templates escape nothing by themselves."""
        return html.escape(self._language.say(message, **arguments))

    def _footer(self, page_url: Callable[[str], str]) -> Iterator[tuple[str, str]]:
        """The words and addresses of the footer's links; a page that is not there is told, and gets no link.

        What the law may ask for stands there by itself, as soon as there is a page of it.
        """
        for words, target in self.config.footer.items():
            if address := target if urlsplit(target).scheme in _ELSEWHERE else page_url(target):
                yield words, address
            else:
                told = "mkdocs.yml, plugin dateline, option footer: there is no page '%s': write it, or take '%s' out"
                log.warning(told, target, words)
        for target, message in _LEGAL:
            if target not in self.config.footer.values() and (address := page_url(target)):
                yield self._language.say(message), address

    def _tell(self, result: Built) -> None:
        """Print what is wrong; MkDocs's own logger would put a prefix before the paths that editors make clickable."""
        shown = [problem for problem in result.problems if problem.level != "notice"]
        click.echo(report_text(shown), nl=False, err=True)
        if has_errors(result.problems):
            log.error("the records have %s; see above", summary(shown))
        else:
            pages = sum(artifact.is_page for artifact in result.artifacts)
            log.info("%d events on %d pages", len(result.site.timeline.events), pages)

    def _compare_languages(self, config: MkDocsConfig) -> None:
        """Warn where the theme speaks another language than the records."""
        theme, own = str(config.theme.get("language", "")), self._language.tag
        if theme and primary(theme) != primary(own):
            told = "mkdocs.yml says `theme.language: %s`, content/vocabulary.yaml `language: %s`: make them the same."
            log.warning(told, theme, own)

    def _compare_hosts(self, config: MkDocsConfig) -> None:
        """Warn of settings by which pages would load something from third parties."""
        for name, address in named_addresses(config):
            self._warn_of_calls(f"mkdocs.yml, {name}", [address])
        if has_google_analytics(config):
            told = "mkdocs.yml, extra.analytics: readers' browsers would call %s, so it is left out: remove it."
            log.warning(told, "www.googletagmanager.com")

    def _warn_of_calls(self, where: str, addresses: Iterable[str]) -> None:
        for told in self._calls.warnings(where, addresses):
            log.warning("%s", told)

    def _nothing_yet(self) -> Artifact:
        title, what = self._language.say("preview-nothing"), self._language.say("preview-nothing-what")
        return Artifact("index.md", f"# {title}\n\n{what}\n")

    def _banner(self) -> str:
        items = "".join(f"<li><code>{html.escape(str(problem))}</code></li>" for problem in self._errors)
        last = self._say("preview-last-good", problems=summary(self._errors))
        return (
            f'<div class="dl-problems" role="alert"><p><strong>{self._say("preview-broken")}</strong> '
            f"{last}</p><ul>{items}</ul></div>\n"
        )
