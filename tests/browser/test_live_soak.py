"""A preview that is edited without rest: it answers at once, from one whole site, and is right in the end."""

import logging
import random
import re
import shutil
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.browser.conftest import Live, write_harbours
from tests.browser.wholeness import BUILD, EVENT, QUIET, run
from tests.soak import seed, tries

pytestmark = pytest.mark.browser
AT_MOST = 1.0
"""Seconds that an answer may take, also while the site is built."""
GROWTH = 1.15
"""How much more memory the last third of the edits may take than the second, which is no longer warming up.

Not less: the allocator keeps what was freed, and takes more in steps of some megabytes.
"""
MARKED = ["/events/2026-03-02-vellmark-votes/", "/upcoming/", "/data/timeline.json"]
MARK = re.compile(r"State (\d+)\.")
EPOCH = re.compile(r"livereload\((\d+)")
SCRIPT = re.compile(rb"<script>var livereload.*?</script>|<script>[^<]*livereload\(\d+.*?</script>", re.DOTALL)


def fetch(address: str) -> tuple[int, bytes]:
    """What stands at an address, and its status."""
    try:
        with urlopen(address, timeout=30) as answer:
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()


class Reader(threading.Thread):
    """Reads some pages all the time, and takes note of what no reader should see."""

    def __init__(self, address: str) -> None:
        super().__init__(daemon=True)
        self.address, self.ended = address, threading.Event()
        self.slowest, self.read = 0.0, 0
        self.wrong: list[str] = []

    def run(self) -> None:
        while not self.ended.is_set():
            pages = [self._fetch(path) for path in (MARKED[0], MARKED[1], MARKED[0])]
            epochs = {found[1] for page in pages if (found := EPOCH.search(page))}
            marks = {found[1] for page in pages if (found := MARK.search(page))}
            if len(epochs) == 1 and len(marks) > 1:
                self.wrong.append(f"one version, and states {marks}")
            time.sleep(0.01)

    def _fetch(self, path: str) -> str:
        began = time.monotonic()
        status, content = fetch(f"{self.address}{path}")
        self.slowest = max(self.slowest, time.monotonic() - began)
        self.read += 1
        if status != 200:
            self.wrong.append(f"{status} {path}")
        return content.decode()


def mark(root: Path, number: int, chance: random.Random) -> None:
    """Give a record that several pages show another title, in one of the ways in which editors save."""
    text = (root / EVENT).read_text(encoding="utf-8")
    new = re.sub("^title: .*$", f"title: State {number}.", text, flags=re.MULTILINE)
    if chance.random() < 0.5:
        written = (root / EVENT).with_name(".votes.yaml.swp")
        written.write_text(new, encoding="utf-8")
        written.replace(root / EVENT)
    else:
        (root / EVENT).write_text(new, encoding="utf-8")


def disturb(root: Path, chance: random.Random) -> str:
    """Do what somebody does who edits many files, and leaves some of them broken for a while."""
    events = sorted((root / "content/events").rglob("*.yaml"))
    name = f"2026-added-{chance.randrange(10**6)}.yaml"
    other = root / chance.choice([f"content/events/2026/{name}", f"content/events/new/deep/{name}"])
    what = chance.choice(["break", "half", "add", "rename", "folder", "template", "theme", "page", "settings", "junk"])
    if what == "add":
        other.parent.mkdir(parents=True, exist_ok=True)
        text = (root / EVENT).read_text(encoding="utf-8")
        other.write_text(re.sub("^title: .*$", "title: Another", text, flags=re.MULTILINE), encoding="utf-8")
    elif what == "rename" and (added := sorted((root / "content/events").rglob("2026-added-*.yaml"))):
        chance.choice(added).rename(other) if other.parent.is_dir() else chance.choice(added).unlink()
    elif what == "folder":
        away = root.parent / f"away-{chance.random()}"
        shutil.move(root / "content/events/1777", away)
        time.sleep(chance.uniform(0, 1))
        shutil.move(away, root / "content/events/1777")
    elif what == "junk":
        (root / "content/events/2025/4913").write_text("", encoding="utf-8")
        (root / "content/events/2025/4913").unlink()
    else:
        file = {
            "template": root / "theme_overrides/templates/event.md.j2",
            "theme": root / "theme_overrides/main.html",
            "page": root / "content/pages/methodology.md",
            "settings": root / "mkdocs.yml",
        }.get(what, chance.choice(events))
        good = file.read_bytes()
        spoilt = {"break": b"\xff", "half": good[: len(good) // 2], "page": b"# [Gone](gone.md)\n\n\xff"}
        # Without the record that readers ask for all the time its page is rightly not there.
        if chance.random() < 0.3 and what != "settings" and file != root / EVENT:
            file.unlink()
        else:
            file.write_bytes(spoilt.get(what, good + b"\n{% if %}\n: ["))
        time.sleep(chance.uniform(0, 1.5))
        file.write_bytes(good)
    return what


def wait_for(live: Live, number: int) -> None:
    """Wait until the site is that of a state."""
    until = time.monotonic() + 60
    while f"State {number}.".encode() not in fetch(f"{live.address}{MARKED[0]}")[1]:
        assert time.monotonic() < until and live.process.poll() is None, live.log()[-2000:]
        time.sleep(0.05)


def memory(live: Live) -> int:
    """Kilobytes that the server holds."""
    status = Path(f"/proc/{live.process.pid}/status").read_text(encoding="utf-8")
    return int(re.findall(r"VmRSS:\s+(\d+)", status)[0])


@pytest.fixture
def edited(tmp_path: Path) -> Iterator[Live]:
    """A live preview of a copy of the harbours' site, in which `away` is a place to move things to."""
    server = Live(write_harbours(tmp_path / "project"), **QUIET)
    try:
        server.wait()
        yield server
    finally:
        server.stop()


def test_a_preview_under_endless_edits_answers_at_once_and_is_right_in_the_end(edited: Live, tmp_path: Path) -> None:
    chance = random.Random(seed(5))
    mark(edited.root, 0, chance)
    wait_for(edited, 0)
    reader = Reader(edited.address)
    reader.start()
    done: list[str] = []
    held: list[int] = []
    many = tries(15, 200)
    for number in range(1, many + 1):
        done.append(disturb(edited.root, chance))
        mark(edited.root, number, chance)
        if chance.random() < 0.4 or number == many:
            wait_for(edited, number)
        held.append(memory(edited))
    reader.ended.set()
    reader.join()
    thirds = [max(held[many * part // 3 : many * (part + 1) // 3]) for part in range(3)]
    figures = f"{reader.read} answers, the slowest after {reader.slowest:.2f} s; at most {thirds} kB in each third"
    logging.getLogger(__name__).info(figures)
    assert Counter(reader.wrong) == {}, done
    assert edited.process.poll() is None
    assert "Traceback" not in edited.log()
    assert reader.slowest < AT_MOST, figures
    assert thirds[2] < thirds[1] * GROWTH, figures
    same_as_clean(edited, tmp_path / "clean")


def same_as_clean(live: Live, clean: Path) -> None:
    """Hold every page that the preview serves against a build from nothing."""
    shutil.copytree(live.root, clean, ignore=shutil.ignore_patterns("site", ".cache"))
    settings = clean / "mkdocs.yml"
    text = re.sub("^site_url:.*\n", "", settings.read_text(encoding="utf-8"), flags=re.MULTILINE)
    settings.write_text(f"site_url: {live.address}/\n{text}", encoding="utf-8")
    done = run(clean, BUILD, QUIET)
    assert done.returncode == 0, done.stderr
    until = time.monotonic() + 30  # the build that shows the last mark may have read other records before that
    while (differs := differences(live, clean / "site")) and time.monotonic() < until:
        time.sleep(0.2)
    assert differs == []


def differences(live: Live, site: Path) -> list[str]:
    """Where the preview serves something else than what stands in a site."""
    differs = []
    for file in sorted(site.rglob("*")):
        if file.is_file():
            path = file.relative_to(site).as_posix()
            status, found = fetch(f"{live.address}/{path}")
            if status != 200 or without_script(found) != file.read_bytes():
                differs.append(f"{status} {path}: {first_difference(without_script(found), file.read_bytes())}")
    return differs


def first_difference(found: bytes, wanted: bytes) -> str:
    """Where two texts part."""
    at = next((at for at, (one, other) in enumerate(zip(found, wanted, strict=False)) if one != other), len(wanted))
    return f"{found[max(at - 60, 0) : at + 60]!r}, not {wanted[max(at - 60, 0) : at + 60]!r}"


def without_script(page: bytes) -> bytes:
    """A page without what the preview puts in at its end."""
    return SCRIPT.sub(b"", page)


@pytest.mark.parametrize("name", [".votes.yaml.swp", "4913", "votes.yaml~", "#votes.yaml#", ".#votes.yaml"])
def test_what_editors_leave_behind_for_a_moment_builds_nothing(name: str, live: Live) -> None:
    built = live.log().count("Building documentation")
    file = live.root / "content/events/2025" / name
    file.write_text("x", encoding="utf-8")
    time.sleep(0.6)
    file.unlink()
    time.sleep(0.6)
    assert live.log().count("Building documentation") == built


def test_a_folder_that_is_moved_away_and_back_is_noticed(live: Live) -> None:
    folder, away = live.root / "content/events/1777", live.root / "elsewhere"
    path = f"{live.address}/events/1777-elmark-recognises-sorrelia/"
    assert fetch(path)[0] == 200
    for status, (old, new) in ((404, (folder, away)), (200, (away, folder))):
        old.rename(new)
        until = time.monotonic() + 30
        while fetch(path)[0] != status:
            assert time.monotonic() < until
            time.sleep(0.1)
