"""`site/` goes from one whole state to the next, whatever stops a build."""

import hashlib
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import ENVIRONMENT, write_harbours

pytestmark = pytest.mark.browser

BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
TRIES = int(os.environ.get("DATELINE_TRIES", "8"))
EVENT = "content/events/2026/2026-03-02-vellmark-votes.yaml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, float]]:
    """A site that was built, and how long that took."""
    root = write_harbours(tmp_path_factory.mktemp("whole"))
    began = time.monotonic()
    subprocess.run(BUILD, cwd=root, env=ENVIRONMENT, check=True, timeout=300)
    yield root, time.monotonic() - began


def state(root: Path) -> dict[str, str]:
    """What stands in the site, by path."""
    files = sorted(file for file in (root / "site").rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def beside(root: Path) -> list[str]:
    """What was left beside the site."""
    return sorted(path.name for path in root.iterdir() if path.name.startswith(".site"))


def change(root: Path, word: str) -> None:
    """Change a record, so that the next site is another one."""
    text = (root / EVENT).read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    (root / EVENT).write_text(text.replace(title, f"title: A vote, {word}"), encoding="utf-8")


def test_a_build_that_is_killed_at_any_moment_leaves_the_last_whole_site(built: tuple[Path, float]) -> None:
    root, seconds = built
    chance = random.Random(11)
    whole = [state(root)]
    for number in range(TRIES):
        change(root, f"try {number}")
        process = subprocess.Popen(
            BUILD, cwd=root, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            # The end, where one folder takes the place of the other, more often than its share.
            process.wait(seconds * (chance.uniform(0, 1) if number % 2 else chance.uniform(0.8, 1.05)))
            whole.append(state(root))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            found = state(root)
            if found != whole[-1]:  # it was killed after the last step: then the new site is whole
                assert found.keys() == whole[-1].keys()
                assert "A vote, try" in (root / "site/upcoming/index.html").read_text(encoding="utf-8")
                whole.append(found)
    subprocess.run(BUILD, cwd=root, env=ENVIRONMENT, check=True, timeout=300)
    assert beside(root) == []
    assert f"A vote, try {TRIES - 1}" in (root / "site/upcoming/index.html").read_text(encoding="utf-8")


def limit() -> None:
    """No file may be larger than the smallest script of the theme."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


@pytest.mark.parametrize("fault", ["template", "record", "disk"])
def test_a_build_that_fails_leaves_the_last_site_and_nothing_beside_it(fault: str, built: tuple[Path, float]) -> None:
    root, _ = built
    before = state(root)
    file = root / {"template": "theme_overrides/main.html", "record": EVENT, "disk": EVENT}[fault]
    text = file.read_text(encoding="utf-8")
    spoilt = {"template": "{% if %}", "record": "date: someday\n", "disk": text}[fault]
    file.write_text(spoilt, encoding="utf-8")
    done = subprocess.run(
        BUILD,
        cwd=root,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        preexec_fn=limit if fault == "disk" else None,
    )
    file.write_text(text, encoding="utf-8")
    assert done.returncode != 0
    assert state(root) == before
    assert beside(root) == []


def test_of_two_builds_at_once_one_says_so(built: tuple[Path, float]) -> None:
    root, _ = built
    first = subprocess.Popen(BUILD, cwd=root, env=ENVIRONMENT)
    while not (root / ".site.new").exists() and first.poll() is None:
        time.sleep(0.01)
    done = subprocess.run(BUILD, cwd=root, env=ENVIRONMENT, capture_output=True, text=True, timeout=300, check=False)
    assert first.wait(300) == 0
    assert done.returncode != 0 and "is just being written by another command" in done.stderr
    assert "Traceback" not in done.stderr
    assert (root / "site/index.html").is_file() and beside(root) == []
