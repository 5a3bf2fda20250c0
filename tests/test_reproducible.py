"""A commit makes the same site everywhere: in any folder, time zone, language and order, with one core or more."""

import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.browser.conftest import ENVIRONMENT, write_harbours
from tests.soak import seed, tries

pytestmark = pytest.mark.builders
DAY = "1769860800"
BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
WORKERS = """
import os, sys
import generator.workers as workers
workers.MANY, os.cpu_count = {many}, lambda: {cores}
from mkdocs.__main__ import cli
sys.argv = ["mkdocs", "build", "--quiet"]
cli()
"""


def content_of(root: Path) -> dict[str, tuple[bytes, int]]:
    """What stands in a site, with the mode of each file."""
    files = [file for file in (root / "site").rglob("*") if file.is_file()]
    return {
        file.relative_to(root / "site").as_posix(): (file.read_bytes(), file.stat().st_mode & 0o777) for file in files
    }


def copied(root: Path, to: Path, chance: random.Random, mask: int) -> Path:
    """Copy a project file by file, in an order of chance, as somebody with another umask has it."""
    files = [file for file in root.rglob("*") if file.is_file()]
    chance.shuffle(files)
    for file in files:
        place = to / file.relative_to(root)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
        place.chmod(0o666 & ~mask)
    return to


def build(
    root: Path, command: list[str] = BUILD, mask: int = 0o022, more: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Build a project's site in an environment."""
    environment = {name: value for name, value in ENVIRONMENT.items() if name != "DATELINE_TODAY"}
    environment |= {"SOURCE_DATE_EPOCH": DAY, **more}
    done = subprocess.run(
        command,
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        umask=mask,
    )
    assert done.returncode == 0, done.stderr


def assert_same(found: dict[str, tuple[bytes, int]], wanted: dict[str, tuple[bytes, int]]) -> None:
    """Name the paths at which two sites differ."""
    assert [path for path in sorted(found.keys() | wanted.keys()) if found.get(path) != wanted.get(path)] == []


@pytest.mark.parametrize("address", ["", "site_url: https://dates.example/below/\n"])
def test_two_builds_of_a_commit_are_the_same_byte_by_byte(address: str, tmp_path: Path) -> None:
    root = write_harbours(tmp_path / "one")
    settings = root / "mkdocs.yml"
    settings.write_text(address + settings.read_text(encoding="utf-8"), encoding="utf-8")
    (root / "content/pages/b").mkdir()
    (root / "content/pages/a").mkdir()
    for page in ("b/b.md", "a/b.md", "b/a.md", "a/a.md", "b.md"):
        (root / "content/pages" / page).write_text("# A page that no navigation names\n", encoding="utf-8")
    chance = random.Random(seed(7))
    sources = shutil.copytree(root, tmp_path / "sources")
    build(root)
    wanted = content_of(root)
    for number in range(tries(2, 30)):
        mask = chance.choice([0o002, 0o027, 0o077])
        other = copied(sources, tmp_path / f"a folder ü {number}", chance, mask)
        places = [{"TZ": "Pacific/Kiritimati"}, {"TZ": "America/Los_Angeles"}, {"TZ": "UTC"}]
        words = [{"LC_ALL": "C"}, {"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "C.UTF-8", "LANG": "de_DE"}]
        more = chance.choice(places) | chance.choice(words) | {"PYTHONHASHSEED": str(chance.randrange(1000))}
        build(other, BUILD, mask, more)
        assert_same(content_of(other), wanted)
        shutil.rmtree(other)


@pytest.mark.parametrize("cores", [1, 2])
def test_workers_make_the_same_site(cores: int, tmp_path: Path) -> None:
    root, other = write_harbours(tmp_path / "one"), write_harbours(tmp_path / "other")
    build(root)
    build(other, [sys.executable, "-c", WORKERS.format(many=1, cores=cores)])
    assert_same(content_of(other), content_of(root))
