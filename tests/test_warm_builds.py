"""Whatever changes from one build to the next, the site is what a build from nothing makes of it."""

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import ENVIRONMENT, write_harbours
from tests.edits import EDITS
from tests.soak import seed, tries

pytestmark = pytest.mark.builders
ALWAYS = {**ENVIRONMENT, "SOURCE_DATE_EPOCH": "1769860800"}


def build(root: Path) -> subprocess.CompletedProcess[str]:
    """Build a project's site."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return subprocess.run(command, cwd=root, env=ALWAYS, capture_output=True, text=True, timeout=300, check=False)


def site_of(root: Path) -> dict[str, bytes]:
    """What stands in a site, by path."""
    files = (file for file in (root / "site").rglob("*") if file.is_file())
    return {file.relative_to(root / "site").as_posix(): file.read_bytes() for file in files}


def difference(found: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    """The paths at which two sites differ."""
    return sorted(path for path in found.keys() | wanted.keys() if found.get(path) != wanted.get(path))


def test_after_any_edits_a_site_is_what_a_build_from_nothing_makes(tmp_path: Path) -> None:
    root, clean = write_harbours(tmp_path / "warm"), tmp_path / "clean"
    chance = random.Random(seed(3))
    deck: list[int] = []
    refused: list[str] = []
    assert build(root).returncode == 0
    for _ in range(tries(8, 150)):
        before = shutil.copytree(root, tmp_path / "before", ignore=shutil.ignore_patterns("site", ".cache"))
        deck = deck or chance.sample(range(len(EDITS)), len(EDITS))
        done = [EDITS[deck.pop()](root, chance) for _ in range(min(len(deck), 4))]
        shutil.copytree(root, clean, ignore=shutil.ignore_patterns("site", ".cache"))
        warm, cold = build(root), build(clean)
        assert warm.returncode == cold.returncode, (done, warm.stderr, cold.stderr)
        assert warm.stderr.replace(str(root), "") == cold.stderr.replace(str(clean), ""), done
        if cold.returncode == 0:
            assert difference(site_of(root), site_of(clean)) == [], done
            stands = (root / "site").stat().st_ino
            again = build(root)
            assert (again.returncode, again.stderr) == (warm.returncode, warm.stderr), done
            assert (root / "site").stat().st_ino == stands, "nothing has changed, so that nothing is to be built"
        else:  # the edits do not go together: that is not what is tried here
            refused.append(f"{done}: {[line for line in cold.stderr.splitlines() if ': error: ' in line][:3]}")
            for folder in ("content", "theme_overrides"):
                shutil.rmtree(root / folder)
                shutil.copytree(before / folder, root / folder)
            shutil.copy(before / "mkdocs.yml", root / "mkdocs.yml")
            shutil.rmtree(root / "snapshots", ignore_errors=True)
            if (before / "snapshots").exists():
                shutil.copytree(before / "snapshots", root / "snapshots")
        shutil.rmtree(clean)
        shutil.rmtree(before)
    assert len(refused) <= tries(2, 30), refused
