"""`site/` goes from one whole state to the next, whatever stops a build."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.commands.one_step import NewFolder
from generator.project import NOTES, SPARE
from tests.browser.conftest import ENVIRONMENT, write_harbours
from tests.browser.wholeness import BUILD, EVENT, QUIET, beside, change, is_one_line, run, state, stir
from tests.soak import seed, tries

pytestmark = pytest.mark.browser
UPCOMING = "site/upcoming/index.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, float]]:
    """A site that was built, and how long that took."""
    root = write_harbours(tmp_path_factory.mktemp("whole"))
    assert run(root, BUILD).returncode == 0
    began = time.monotonic()
    change(root, "before all")
    assert run(root, BUILD).returncode == 0
    yield root, time.monotonic() - began


@pytest.fixture
def root(built: tuple[Path, float], tmp_path: Path) -> Path:
    """A copy of that site that a test may spoil; its cache has to find out that it is a copy."""
    return shutil.copytree(built[0], tmp_path / "copy")


def clean(root: Path, to: Path) -> dict[str, str]:
    """What a build from nothing makes."""
    shutil.copytree(root, to, ignore=shutil.ignore_patterns("site", ".cache"))
    assert run(to, BUILD, QUIET).returncode == 0
    return state(to / "site")


def test_a_build_that_is_killed_at_any_moment_leaves_the_last_whole_site(
    built: tuple[Path, float], root: Path, tmp_path: Path
) -> None:
    _, seconds = built
    chance = random.Random(seed(11))
    last = state(root / "site")
    for number in range(tries(6, 100)):
        change(root, f"try {number}.")
        began = time.monotonic()
        process = subprocess.Popen(
            BUILD, cwd=root, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            # The end, where one folder takes the place of the other, more often than its share.
            process.wait(seconds * (chance.uniform(0, 1) if number % 2 else chance.uniform(0.7, 1.0)))
            seconds = time.monotonic() - began  # the machine has less to do than before
            last = state(root / "site")
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            found = state(root / "site")
            if found != last:  # it was killed after the last step: then the new site is whole
                assert found.keys() == last.keys()
                assert f"A vote, try {number}." in (root / UPCOMING).read_text(encoding="utf-8")
                last = found
        assert beside(root) == []
    done = run(root, BUILD, QUIET)
    assert (done.returncode, done.stderr) == (0, "")
    assert state(root / "site") == clean(root, tmp_path / "clean")


FAULTS = {
    "theme": ("theme_overrides/main.html", "{% if %}", "theme_overrides/main.html:1: "),
    "theme, while it runs": ("theme_overrides/main.html", "\n{{ 1 / 0 }}", "theme_overrides/main.html:2: division"),
    "template": ("theme_overrides/templates/event.md.j2", "{% if %}", "theme_overrides/templates/event.md.j2:1:1: "),
    "record": (EVENT, "date: someday\n", f"{EVENT}:1:1: `evidence` is missing"),
    "page": ("content/pages/methodology.md", "\udcff", "cannot be built: UnicodeDecodeError"),
    "disk": (EVENT, "", "cannot be written: [Errno 27] File too large"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_build_that_fails_leaves_the_last_site_and_says_so_in_a_line(fault: str, root: Path) -> None:
    before = state(root / "site")
    path, spoilt, told = FAULTS[fault]
    text = (root / path).read_text(encoding="utf-8")
    (root / path).write_text(spoilt or text, encoding="utf-8", errors="surrogateescape")
    done = run(root, BUILD, limited=fault == "disk")
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert state(root / "site") == before
    assert beside(root) == []
    (root / path).write_text(text, encoding="utf-8")
    change(root, "mended")
    assert run(root, BUILD).returncode == 0
    assert "A vote, mended" in (root / UPCOMING).read_text(encoding="utf-8")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """A disk of its own, which may be given another size, in kB."""
    place = tmp_path / "disk"
    place.mkdir()

    def resize(size: int) -> Path:
        again = "remount," if place.is_mount() else ""
        mount = ["mount", "-t", "tmpfs", "-o", f"{again}size={size}k", "none", str(place)]
        if subprocess.run(mount, check=False).returncode:
            pytest.skip("no disk may be mounted here")
        return place

    yield resize
    if place.is_mount():
        subprocess.run(["umount", place], check=True)


@pytest.mark.skipif(not shutil.which("mount"), reason="no disk can be mounted here")
@pytest.mark.parametrize("left", [8, 64, 512, 1500])
def test_a_full_disk_leaves_the_last_site_and_the_next_build_recovers(
    left: int, root: Path, tmp_path: Path, disk: Callable[[int], Path]
) -> None:
    held = disk(200_000) / "project"
    shutil.copytree(root, held, symlinks=True)
    shutil.rmtree(held / ".cache", ignore_errors=True)
    before = state(held / "site")
    used = shutil.disk_usage(held).used
    disk(used // 1024 + left)
    change(held, "for which there is no room")
    done = run(held, BUILD)
    assert done.returncode != 0
    assert "No space left on device" in done.stderr
    assert is_one_line(done.stderr) and "Traceback" not in done.stderr
    assert state(held / "site") == before
    assert beside(held) == []
    disk(200_000)
    done = run(held, BUILD, QUIET)
    assert (done.returncode, done.stderr) == (0, "")
    assert state(held / "site") == clean(held, tmp_path / "clean")


def test_a_strict_build_that_mkdocs_warns_in_leaves_the_last_site(root: Path) -> None:
    before = state(root / "site")
    page = root / "content/pages/methodology.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[Gone](gone.md)\n", encoding="utf-8")
    done = run(root, [*BUILD[:-1], "--strict"])
    assert done.returncode != 0
    assert state(root / "site") == before
    assert "Traceback" not in done.stderr and beside(root) == []


def test_of_two_builds_at_once_one_says_so(root: Path) -> None:
    first = NewFolder(root / "site", root / NOTES, root / SPARE)
    done = run(root, BUILD)
    first.discard()
    assert done.returncode != 0 and "is just being written by another command" in done.stderr
    assert is_one_line(done.stderr)
    assert (root / "site/index.html").is_file() and beside(root) == []


def test_no_step_writes_into_a_file_of_the_site_that_stands(root: Path, tmp_path: Path) -> None:
    for number in range(3):
        held = tmp_path / f"held-{number}"
        shutil.copytree(root / "site", held, copy_function=os.link)  # the very same files, at another place
        before = state(held)
        change(root, f"linked {number}")
        assert run(root, BUILD).returncode == 0
        assert state(held) == before


def spoil(folder: Path) -> None:
    """Do to a folder of ours what a user may do by hand."""
    page = folder / "events/2026-03-02-vellmark-votes/index.html"
    page.write_text("Mine", encoding="utf-8")
    longer = folder / "timeline/index.html"
    with longer.open("a", encoding="utf-8") as out:
        out.write("<!-- mine -->")
    (folder / "index.html").chmod(0o600)
    shutil.rmtree(folder / "actors")
    (folder / "actors").write_text("a file where a folder stood", encoding="utf-8")
    (folder / "sitemap.xml").unlink()
    (folder / "sitemap.xml").mkdir()
    (folder / "mine.txt").write_text("Mine", encoding="utf-8")
    (folder / "places/index.html").unlink()
    (folder / "places/index.html").symlink_to(longer)
    (folder / "mine").mkdir()
    (folder / "mine/loop").symlink_to("..")


@pytest.mark.parametrize("which", ["site", ".cache/dateline/spare"])
def test_what_somebody_did_to_the_site_by_hand_is_gone_with_the_next_build(
    which: str, root: Path, tmp_path: Path
) -> None:
    assert run(root, BUILD).returncode == 0  # so that the notes are those of the copy
    stir(root)
    assert run(root, BUILD).returncode == 0
    wanted = clean(root, tmp_path / "clean")
    spoil(root / which)
    for _ in range(2):  # the one fills the spare folder anew, the other that which was the site
        done = run(root, BUILD, QUIET)
        assert (done.returncode, done.stderr) == (0, "")
        assert state(root / "site") == wanted
        modes = {oct(file.stat().st_mode & 0o777) for file in (root / "site").rglob("*") if file.is_file()}
        assert modes == {"0o644"}
        stir(root)


RENDER = [sys.executable, "-m", "generator", "render", "--out", "out"]


def test_a_command_that_is_killed_leaves_the_last_whole_folder(root: Path, tmp_path: Path) -> None:
    chance = random.Random(seed(12))
    began = time.monotonic()
    assert run(root, RENDER).returncode == 0
    seconds, last = time.monotonic() - began, state(root / "out")
    for number in range(tries(4, 100)):
        change(root, f"render {number}.")
        process = subprocess.Popen(RENDER, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(seconds * chance.uniform(0.3, 1.0))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        found = state(root / "out")
        if found != last:
            assert f"A vote, render {number}." in (root / "out/upcoming.md").read_text(encoding="utf-8")
            assert found.keys() == last.keys()
        last = found
        assert beside(root) == []
    assert run(root, RENDER).returncode == 0
    found = state(root / "out")
    shutil.rmtree(root / ".cache")
    assert run(root, RENDER).returncode == 0
    assert state(root / "out") == found


@pytest.mark.parametrize("fault", ["template", "record", "disk"])
def test_a_command_that_fails_leaves_the_last_folder_and_says_so_in_a_line(fault: str, root: Path) -> None:
    assert run(root, RENDER).returncode == 0
    before = state(root / "out")
    path, spoilt, _ = FAULTS[fault]
    (root / path).write_text(spoilt or (root / path).read_text(encoding="utf-8"), encoding="utf-8")
    done = run(root, RENDER, limited=fault == "disk")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert state(root / "out") == before
    assert beside(root) == []
