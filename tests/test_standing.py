"""A site that stands is left as it is while nothing changes of what it was made from, and only then."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator.cache import Cache
from generator.dates.today import read_day
from generator.files import Reader
from generator.plugin.folder import Contents
from generator.plugin.standing import Standing, Told
from generator.project import CACHE
from tests.browser.conftest import write_harbours
from tests.browser.wholeness import BUILD, EVENT, QUIET, beside, change, run, state

pytestmark = pytest.mark.builders
LOUD = BUILD[:-1]
DAY = read_day("2026-03-01")
PAGE = "content/pages/methodology.md"
ALIEN = "https://cdn.example/a.css"
DEAD = "[nowhere](nowhere.md)"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a site."""
    root = write_harbours(tmp_path_factory.mktemp("standing"))
    assert run(root, BUILD, QUIET).returncode == 0
    return root


def number(root: Path) -> int:
    """The number of the folder that is the site: every build puts another one in its place."""
    return (root / "site").stat().st_ino


def say(root: Path, *more: str, **environment: str) -> tuple[bool, subprocess.CompletedProcess[str]]:
    """Build; whether the site was left as it stood, and what was said."""
    before = number(root)
    done = run(root, [*LOUD, *more], {**QUIET, **environment})
    return number(root) == before, done


def append(path: str, text: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def write(path: str, text: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")

    return change


def settings(old: str, new: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        text = (root / "mkdocs.yml").read_text(encoding="utf-8")
        assert old in text
        (root / "mkdocs.yml").write_text(text.replace(old, new), encoding="utf-8")

    return change


CHANGES: dict[str, Callable[[Path], object]] = {
    "a record": lambda root: change(root, "changed"),
    "a page of one's own": append(PAGE, "\nMore.\n"),
    "a picture": write("content/pages/a.svg", "<svg/>"),
    "a template": append("theme_overrides/templates/event.md", "\n"),
    "a stylesheet": append("theme_overrides/assets/stylesheets/dateline.css", "\n"),
    "a text to look quotes up in": write("snapshots/nothing.txt", "A text.\n"),
    "the settings": settings("site_name: ", "site_name: X"),
    "an option of the plugin": settings("Contribute: contribute.md", "Contributing: contribute.md"),
    "an option of an extension": settings("toc_depth: 2", "toc_depth: 1"),
    "an option of the theme": settings("    - navigation.top\n", ""),
    "a file of the site": append("site/index.html", "x"),
    "a file that the site has not": write("site/stray.txt", "x"),
    "a file of the site that is gone": lambda root: (root / "site/index.html").unlink(),
    "who may read a file of the site": lambda root: (root / "site/index.html").chmod(0o600),
}


def test_a_site_is_built_anew_after_each_change(tmp_path: Path) -> None:
    root, clean = write_harbours(tmp_path / "warm"), write_harbours(tmp_path / "clean")
    assert run(root, BUILD, QUIET).returncode == 0
    for what, change_it in CHANGES.items():
        before = state(root / "site")
        change_it(root)
        stood, done = say(root)
        assert done.returncode == 0, (what, done.stderr)
        assert not stood, what
        if "of the site" in what:
            assert state(root / "site") == before, what
        else:
            change_it(clean)
    assert say(root)[0]
    assert run(clean, BUILD, QUIET).returncode == 0
    assert state(root / "site") == state(clean / "site")


def test_what_the_environment_says_counts(tmp_path: Path) -> None:
    root = write_harbours(tmp_path)
    settings("site_name: ", 'site_url: !ENV [SITE_URL, ""]\nsite_name: ')(root)
    assert run(root, BUILD, QUIET).returncode == 0
    for one in (
        {"DATELINE_TODAY": "2026-02-01"},
        {"SOURCE_DATE_EPOCH": "1769947200"},
        {"SITE_URL": "https://a.example/"},
    ):
        assert not say(root, **one)[0], one
        assert say(root, **one)[0], one


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - dateline:\n", "  - tags\n  - dateline:\n"),
        ("plugins:\n", "hooks: [hook.py]\nplugins:\n"),
        ("markdown_extensions:\n", "markdown_extensions:\n  - pymdownx.snippets\n"),
    ],
    ids=["another plugin", "a hook", "an extension that reads files"],
)
def test_what_others_may_read_is_not_known(old: str, new: str, built: Path) -> None:
    settings_before = (built / "mkdocs.yml").read_text(encoding="utf-8")
    write("hook.py", "def on_post_build(config): ...\n")(built)
    settings(old, new)(built)
    try:
        config = load_config(str(built / "mkdocs.yml"))
        assert Standing.of(config, built / "site", DAY, Cache(built / CACHE)) is None
    finally:
        (built / "mkdocs.yml").write_text(settings_before, encoding="utf-8")


def test_where_a_link_leads_is_not_known(tmp_path: Path) -> None:
    root = write_harbours(tmp_path / "project")
    (tmp_path / "far.md").write_text("# Far\n", encoding="utf-8")
    (root / "content/pages/far.md").symlink_to(tmp_path / "far.md")
    assert run(root, BUILD, QUIET).returncode == 0
    assert not say(root)[0]
    (tmp_path / "far.md").write_text("# Farther\n", encoding="utf-8")
    assert not say(root)[0]
    assert "Farther" in (root / "site/far/index.html").read_text(encoding="utf-8")


def test_all_that_was_said_is_said_again(tmp_path: Path) -> None:
    root = write_harbours(tmp_path)
    append(PAGE, f'\n{DEAD}\n<link rel="stylesheet" href="{ALIEN}">\n')(root)
    say_first = run(root, LOUD, QUIET)
    stood, again = say(root)
    assert stood
    assert again.returncode == 0
    assert "nothing has changed since" in again.stderr
    assert ALIEN in again.stderr
    assert "nowhere.md" in again.stderr
    told = [line for line in say_first.stderr.splitlines() if "irectory" not in line and "built in" not in line]
    assert again.stderr.splitlines()[:-1] == told
    assert beside(root) == []

    stood, strict = say(root, "--strict")
    assert stood
    assert strict.returncode == 1
    assert "Aborted with 2 warnings in strict mode!" in strict.stdout + strict.stderr
    assert strict.stderr.startswith(again.stderr[: again.stderr.index("nothing has changed since")].rpartition("\n")[0])
    assert beside(root) == []
    assert say(root)[0]


def test_what_was_written_while_a_site_was_built_is_not_taken_for_what_it_was_built_from(built: Path) -> None:
    config = load_config(str(built / "mkdocs.yml"))
    told = Told((), 1, 2, [])

    def standing() -> Standing:
        found = Standing.of(config, built / "site", DAY, Cache(built / CACHE))
        assert found
        return found

    disturbed = standing()
    assert disturbed.told(Reader()) is None
    before = (built / EVENT).read_bytes()
    (built / EVENT).write_bytes(before)
    os.utime(built / EVENT, ns=(1, 1))
    disturbed.note(told, dict(Contents.of(built / "site").files))
    assert standing().told(Reader()) is None
    calm = standing()
    assert calm.told(Reader()) is None
    calm.note(told, dict(Contents.of(built / "site").files))
    assert standing().told(Reader()) == told
