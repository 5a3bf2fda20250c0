"""Whatever is wrong with the cache, the site is right, and a build says nothing, or a line."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from generator.build import declare, make
from generator.cache import NOTHING, Cache, pack
from generator.means import Means
from generator.problems import has_errors
from generator.project import CACHE, NOTES, TEMPLATES
from tests.browser.conftest import ENVIRONMENT, write_harbours
from tests.browser.wholeness import BUILD, QUIET, change, run, state, stir
from tests.examples import REPOSITORY, TODAY, read_example
from tests.soak import seed, tries

pytestmark = pytest.mark.builders


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str]]]:
    """A project whose cache is full, and what its site has to be."""
    root = write_harbours(tmp_path_factory.mktemp("cached"))
    assert run(root, BUILD, QUIET).returncode == 0
    stir(root)
    assert run(root, BUILD, QUIET).returncode == 0
    yield root, state(root / "site")


@pytest.fixture
def root(built: tuple[Path, dict[str, str]]) -> Iterator[Path]:
    """The project itself: its notes are of these very folders."""
    yield built[0]
    shutil.rmtree(built[0] / ".cache")


def values(file: Path, value: object) -> None:
    """Let every value of the cache be another one."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE entry SET value = ?", (value,))


def shape(file: Path) -> None:
    """Let the file be a sound one of somebody else."""
    file.unlink()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE entry (a, b, c)")


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def garbage(file: Path) -> None:
    file.write_bytes(random.Random(1).randbytes(100_000))


def noise(file: Path) -> None:
    """Change bytes here and there, behind the head of the file."""
    data, chance = bytearray(file.read_bytes()), random.Random(seed(2))
    for _ in range(400):
        data[chance.randrange(100, len(data))] = chance.randrange(256)
    file.write_bytes(data)


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def no_folder(file: Path) -> None:
    shutil.rmtree(file.parents[1])
    file.parents[1].write_text("a file", encoding="utf-8")


def bomb(file: Path) -> None:
    """A few values that would fill the memory if they were unpacked to their end."""
    with closing(sqlite3.connect(file)) as connection, connection:
        some = "key IN (SELECT key FROM entry LIMIT 3)"
        connection.execute(f"UPDATE entry SET value = ? WHERE {some}", (pack(b"0" * 200_000_000),))


SPOILT: dict[str, Callable[[Path], object]] = {
    "cut": cut,
    "garbage": garbage,
    "noise": noise,
    "empty": lambda file: file.write_bytes(b""),
    "a folder": folder,
    "a file for its folder": no_folder,
    "another shape": shape,
    "texts": lambda file: values(file, "text"),
    "numbers": lambda file: values(file, 7),
    "nothing": lambda file: values(file, None),
    "a bomb": bomb,
    "a false journal": lambda file: Path(f"{file}-journal").write_bytes(random.Random(3).randbytes(5000)),
}


def made(root: Path, cache: Cache) -> dict[str, str]:
    """Everything that is made of the records, with a cache."""
    declared = declare(root, TODAY, (), Means(cache))
    artifacts, problems = make(root, declared, lambda artifact: artifact, Means(cache))
    assert not has_errors(problems), problems
    cache.trim()
    return {artifact.path: artifact.text for artifact in artifacts}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """An example project whose cache is full, and what is made of it without one."""
    root = read_example("everything").write(tmp_path_factory.mktemp("filled"))
    shutil.copytree(REPOSITORY / TEMPLATES, root / TEMPLATES)
    made(root, Cache(root / CACHE))
    return root, made(root, NOTHING)


@pytest.mark.parametrize("fault", SPOILT)
def test_with_a_spoilt_cache_the_same_is_made(fault: str, filled: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    root, wanted = shutil.copytree(filled[0], tmp_path / "copy"), filled[1]
    SPOILT[fault](root / CACHE)
    for _ in range(2):
        assert made(root, Cache(root / CACHE)) == wanted
    if fault not in ("a folder", "a file for its folder"):
        with closing(sqlite3.connect(root / CACHE)) as connection:
            assert connection.execute("SELECT count(key) FROM entry").fetchone()[0] > 50


def test_a_cache_that_another_process_holds_is_not_waited_for_long(
    root: Path, built: tuple[Path, dict[str, str]]
) -> None:
    with closing(sqlite3.connect(root / CACHE)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        done = run(root, BUILD, QUIET)
        assert time.monotonic() - began < 15
    assert (done.returncode, done.stderr) == (0, "")
    assert state(root / "site") == built[1]


NOTED = {
    "garbage": "\udcff[",
    "deep": "[" * 100_000,
    "a mapping": '{"a": 1}',
    "lists": "[[[], [1, 2, 3, [], 5]]]",
    "short": '[["index.html", [1, 2]]]',
    "numbers": "[1, 2, 3]",
    "kinds": '[["events/index.html", [1, 2, 3, "a", [[], {}]]]]',
}


def test_with_spoilt_notes_the_site_is_right(root: Path, built: tuple[Path, dict[str, str]]) -> None:
    for fault in random.Random(seed(6)).sample(sorted(NOTED), tries(2, 7)):
        for file in (root / NOTES).glob("folder-*.json"):
            file.write_text(NOTED[fault], encoding="utf-8", errors="surrogateescape")
        stir(root)
        done = run(root, BUILD, QUIET)
        assert (done.returncode, done.stderr) == (0, ""), fault
        assert state(root / "site") == built[1], fault


def test_a_build_that_is_killed_while_it_writes_the_cache_leaves_a_cache_that_is_right(
    root: Path, built: tuple[Path, dict[str, str]]
) -> None:
    chance = random.Random(seed(4))
    command = [sys.executable, "-m", "generator", "render", "--out", "out"]
    for number in range(tries(3, 100)):
        (root / CACHE).unlink(missing_ok=True)
        process = subprocess.Popen(
            command, cwd=root, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until = time.monotonic() + 30
        while not (root / CACHE).exists() and process.poll() is None and time.monotonic() < until:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.3))
        process.send_signal(signal.SIGKILL)
        process.wait()
        if number % 10 == 0:
            done = run(root, BUILD, QUIET)
            assert (done.returncode, done.stderr) == (0, "")
            assert state(root / "site") == built[1]
    shutil.rmtree(root / "out", ignore_errors=True)
    before = (root / "content/events/2026/2026-03-02-vellmark-votes.yaml").read_bytes()
    change(root, "after all")
    assert run(root, BUILD, QUIET).returncode == 0
    (root / "content/events/2026/2026-03-02-vellmark-votes.yaml").write_bytes(before)
    assert run(root, BUILD, QUIET).returncode == 0
    assert state(root / "site") == built[1]
