"""The MkDocs plugin: a thin adapter that hands the pipeline's pages to MkDocs, and its problems to people."""

import html
from pathlib import Path
from typing import Literal

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.build import CONTENT, PAGES, BuildResult, build
from generator.config import DatelineConfig, root_of
from generator.dates.edtf import DateError
from generator.disk import read_today
from generator.outputs.formats import DataFile
from generator.outputs.pages import Page
from generator.problems import Problem, has_errors
from generator.report import report_text, summary

log = get_plugin_logger("dateline")

_NOTHING_YET = Page(
    "index.md", "# This site cannot be built yet\n\nMend the records named above; the page comes back.\n"
)


class DatelinePlugin(BasePlugin[DatelineConfig]):  # type: ignore[no-untyped-call]  # MkDocs's own hook is untyped
    """Makes pages of the records below `content/`."""

    def __init__(self) -> None:
        self._serving = False
        self._pages: tuple[Page, ...] = ()
        self._data: tuple[DataFile, ...] = ()
        self._errors: tuple[Problem, ...] = ()
        self._root = Path()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a broken record stops us (build) or is shown on the page (serve)."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Without a repository nothing is there for `edit_uri` to be relative to: pages link to the record itself."""
        if not config.repo_url:
            config.edit_uri = ""
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Run the pipeline before MkDocs empties `site/`, so that a broken record leaves the last good site alone."""
        self._root = root_of(config)
        try:
            result = build(self._root, read_today(str(self.config.today or "")))
        except DateError as error:
            raise PluginError(f"mkdocs.yml, plugin dateline, option today: {error}") from None
        self._tell(result)
        forbidden = ("error", "warning") if config.strict and not self._serving else ("error",)
        self._errors = tuple(problem for problem in result.problems if problem.level in forbidden)
        if not self._errors:
            self._pages, self._data = result.pages, result.data
        elif not self._serving:
            raise PluginError(f"{summary(self._errors)} in the records; {config.site_dir} is unchanged.")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages; each is edited by editing its record."""
        for file in files.documentation_pages():
            file.edit_uri = f"{PAGES}/{file.src_uri}"
        for data in self._data:
            files.append(File.generated(config, data.path, content=data.text))
        for page in self._pages or (_NOTHING_YET,):
            if existing := files.get_file_from_path(page.path):
                files.remove(existing)
            file = File.generated(config, page.path, content=page.markdown)
            file.edit_uri = page.source or None
            files.append(file)
            if page.source.endswith(".yaml"):
                record = f"records/{page.source.removeprefix(f'{CONTENT}/')}"
                files.append(File.generated(config, record, abs_src_path=str(self._root / page.source)))
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Leave the side navigation to the pages that stand in it, and give the embedded page its bare frame.

        Named here and not in the page's own front matter: other builders have no such template.
        """
        if page.meta.get("dateline") and page.parent is None:
            page.meta.setdefault("hide", ["navigation"])
        if page.meta.get("dateline") == "embed":
            page.meta["template"] = "embed.html"
        return markdown

    def on_page_content(self, content: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Show, in the preview, the errors that keep the page from being up to date."""
        return _banner(self._errors) + content if self._errors else content

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Watch the records and the templates, which are not in docs_dir."""
        server.watch(str(self._root / CONTENT))
        for folder in config.theme.dirs:
            if Path(folder).is_relative_to(self._root) and ".venv" not in Path(folder).parts:
                server.watch(folder)
        return server

    def _tell(self, result: BuildResult) -> None:
        """Print what is wrong; MkDocs's own logger would put a prefix before the paths that editors make clickable."""
        shown = [problem for problem in result.problems if problem.level != "notice"]
        click.echo(report_text(shown), nl=False, err=True)
        if has_errors(result.problems):
            log.error("the records have %s; see above", summary(shown))
        else:
            log.info("%d events on %d pages", len(result.timeline.events), len(result.pages))


def _banner(errors: tuple[Problem, ...]) -> str:
    items = "".join(f"<li><code>{html.escape(str(problem))}</code></li>" for problem in errors)
    return (
        '<div class="dl-problems" role="alert"><p><strong>Not up to date.</strong> '
        f"The last good version is shown, because of {summary(errors)}:</p><ul>{items}</ul></div>\n"
    )
