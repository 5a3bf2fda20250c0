"""The rendered Markdown is not MkDocs's alone: other builders make a page of every event from it."""

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from tests.examples import REPOSITORY, read_site

pytestmark = pytest.mark.builders

BUILDERS = {
    "zensical": ("zensical.toml", '[project]\nsite_name = "Elsewhere"\ndocs_dir = "docs"\nsite_dir = "site"\n'),
    "properdocs": ("properdocs.yml", "site_name: Elsewhere\ndocs_dir: docs\nsite_dir: site\ntheme: material\n"),
}


class Headings(HTMLParser):
    """The text of a page's h1 headings."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._within = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "h1":
            self._within = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._within = self._within and tag != "h1"

    def handle_data(self, data: str) -> None:
        if self._within:
            self.found[-1] += data


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run([sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("builder", BUILDERS)
def test_another_builder_makes_a_page_of_every_event(builder: str, tmp_path: Path) -> None:
    root = read_site("harbours").write(tmp_path / "project")
    copytree(REPOSITORY / "theme_overrides", root / "theme_overrides")
    run("generator", "render", "--root", str(root), "--out", str(tmp_path / "docs"), cwd=tmp_path)
    name, settings = BUILDERS[builder]
    (tmp_path / name).write_text(settings)
    run(builder, "build", cwd=tmp_path)
    events = sorted((root / "content/events").rglob("*.yaml"))
    assert events
    for file in events:
        title = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)["title"]
        page = tmp_path / "site/events" / file.stem / "index.html"
        assert page.is_file(), f"{builder} made no page of {file.stem}"
        headings = [" ".join(heading.replace("¶", "").split()) for heading in Headings(page.read_text()).found]
        assert " ".join(title.split()) in headings
    assert (tmp_path / "site/timeline/index.html").is_file()
