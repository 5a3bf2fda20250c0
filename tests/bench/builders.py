"""Other builders on the very same Markdown, each with the least that makes pages of it."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.measure import Figure, measure
from tests.browser.conftest import REPOSITORY

CACHE = REPOSITORY / ".cache/bench"
_PAGE = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>{content}</body></html>'


def hugo(markdown: Path, place: Path) -> Figure:
    """Hugo with one template."""
    layouts = place / "layouts/_default"
    layouts.mkdir(parents=True)
    page = _PAGE.format(title="{{ .Title }}", content="{{ .Content }}")
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(page)
    kinds = 'disableKinds = ["taxonomy", "term", "RSS"]\n[markup.goldmark.renderer]\nunsafe = true\n'
    (place / "hugo.toml").write_text(f'baseURL = "https://dates.example/"\ntitle = "Elsewhere"\n{kinds}')
    shutil.copytree(markdown, place / "content")
    for file in (place / "content").rglob("index.md"):
        file.rename(file.with_name("_index.md"))
    return measure(sys.executable, "-m", "hugo.cli", "--quiet", cwd=place)


def mkdocs(markdown: Path, place: Path) -> Figure:
    """MkDocs with the stock theme of Material, without its search."""
    # A navigation of every page, on every page, would be measured instead.
    settings = f"site_name: Elsewhere\ndocs_dir: {markdown}\ntheme: material\nplugins: []\nnav: [index.md]\n"
    (place / "mkdocs.yml").write_text(settings)
    return measure(sys.executable, "-m", "mkdocs", "build", "--quiet", cwd=place, NO_MKDOCS_2_WARNING="1")


def zensical(markdown: Path, place: Path) -> Figure:
    """Zensical with its own theme."""
    (place / "zensical.toml").write_text(
        '[project]\nsite_name = "Elsewhere"\ndocs_dir = "docs"\nsite_dir = "site"\nnav = ["index.md"]\n'
    )
    shutil.copytree(markdown, place / "docs")
    return measure(sys.executable, "-m", "zensical", "build", cwd=place)


def eleventy(markdown: Path, place: Path) -> Figure:
    """Eleventy with one template; npm brings it, once."""
    program = CACHE / "node_modules/@11ty/eleventy/cmd.cjs"
    if not program.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--silent", "--no-save", "--prefix", str(CACHE), "@11ty/eleventy@3"]
        subprocess.run(install, check=True, stdout=subprocess.DEVNULL)
    shutil.copytree(markdown, place / "pages")
    (place / "pages/_includes").mkdir()
    page = _PAGE.format(title="{{ title }}", content="{{ content }}")
    (place / "pages/_includes/page.liquid").write_text(page)
    # Only Markdown: the words of pages are nobody's template.
    (place / "eleventy.config.mjs").write_text(
        'export default (settings) => { settings.addGlobalData("layout", "page.liquid"); };\n'
        'export const config = {markdownTemplateEngine: false, dir: {input: "pages", output: "site"}};\n'
    )
    formats = ["--config=eleventy.config.mjs", "--formats=md,liquid", "--quiet"]
    return measure("node", str(program), *formats, cwd=place)


BUILDERS: dict[str, Callable[[Path, Path], Figure]] = {
    "Hugo": hugo,
    "MkDocs Material": mkdocs,
    "Zensical": zensical,
    "Eleventy": eleventy,
}
