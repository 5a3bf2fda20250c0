"""*Start your own* is followed word by word, from a copy of this repository to a site of another subject."""

# Whoever follows the page deletes it, and this file with it.

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copy2

import pytest

from tests.examples import REPOSITORY, SETTINGS, settings_with
from tests.links import dead_links
from tests.test_repository import FIRST_PUBLICATION

pytestmark = pytest.mark.builders

PAGE = "content/pages/start.md"
FILE = re.compile(
    r"^[^\n]*?`((?:content|snapshots)/[\w./-]+|README\.md|mkdocs\.yml)`[^\n]*:\n\n```\w+\n(.*?)^```$", re.M | re.S
)
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)


def run(*command: str, cwd: Path) -> str:
    """Run what a reader of the page runs, by this repository's own code; gives what it printed."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    environment = {**known, "PYTHONPATH": str(REPOSITORY), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def dateline(*command: str, cwd: Path) -> str:
    return run(sys.executable, "-m", "generator", *command, cwd=cwd)


def copy_repository(to: Path) -> None:
    """What a clone would hold, with what is not committed yet, and without the code, which runs from here."""
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=REPOSITORY).splitlines()
    for path in listed:
        own = ("tests/test_start.py", "tests/test_publish.py", "tests/test_day.py")
        needed = path in own or not path.startswith(("generator/", "tests/"))
        if needed and (REPOSITORY / path).is_file():
            (to / path).parent.mkdir(parents=True, exist_ok=True)
            copy2(REPOSITORY / path, to / path)


@pytest.fixture(scope="module")
def canal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that the page leads to, checked and built strictly."""
    root = tmp_path_factory.mktemp("canal")
    copy_repository(root)
    page = (root / PAGE).read_text(encoding="utf-8")
    (deletion,) = SHELL.findall(page)
    run("sh", "-euc", deletion, cwd=root)
    for path, text in FILE.findall(page):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(settings_with(text) if path == SETTINGS else text, encoding="utf-8")
    assert "2 entries are in content/evidence.lock" in dateline("verify", cwd=root)
    assert "no problems" in dateline("check", "--strict", cwd=root)
    run(sys.executable, "-m", "mkdocs", "build", "--strict", cwd=root)
    return root


def test_every_block_that_is_a_file_is_written_and_nothing_else_stays(canal: Path) -> None:
    page = (REPOSITORY / PAGE).read_text(encoding="utf-8")
    fences = re.findall(r"^```(\w+)$", page, re.M)
    commands = len(re.findall(r"^```text\n(?:git|make) ", page, re.M)) + len(SHELL.findall(page))
    assert len(FILE.findall(page)) == len(fences) - commands
    left = {file.relative_to(canal / "content").as_posix() for file in (canal / "content").rglob("*") if file.is_file()}
    assert left == {
        "LICENSE",
        "vocabulary.yaml",
        "pages/index.md",
        "pages/contribute.md",
        "pages/methodology.md",
        "pages/privacy.md",
        "outlets/lindmoor-gazette.yaml",
        "articles/1794-03-09-lindmoor-gazette-first-sod.yaml",
        "events/1794-03-07-first-sod.yaml",
        "evidence.lock/1794-03-09-lindmoor-gazette-first-sod.jsonl",
    }


def test_no_link_of_the_new_site_leads_nowhere(canal: Path) -> None:
    assert "The first sod of the Lindmoor Canal is cut" in (canal / "site/index.html").read_text(encoding="utf-8")
    assert dead_links(canal / "site") == []


def test_no_word_of_the_first_publication_stays(canal: Path) -> None:
    stayed = [
        file.relative_to(canal).as_posix()
        for file in canal.rglob("*")
        if file.suffix in (".html", ".json", ".md", ".yaml", ".yml", ".xml")
        if FIRST_PUBLICATION.search(file.read_text(encoding="utf-8"))
    ]
    assert stayed == []


def test_pages_of_the_new_subject_do_not_name_the_generator(canal: Path) -> None:
    for file in (canal / "site").rglob("*.html"):
        if "reference" not in file.parts:
            assert "Dateline" not in file.read_text(encoding="utf-8"), file


def test_the_first_page_of_the_repository_and_that_for_contributors_lead_here() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        assert f"]({PAGE})" in (REPOSITORY / name).read_text(encoding="utf-8").split("\n## ")[0]
    assert ": start.md\n" in (REPOSITORY / SETTINGS).read_text(encoding="utf-8")
