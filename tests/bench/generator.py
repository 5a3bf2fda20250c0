"""`make bench`: how long our commands take on archives of any size, and other builders on the very same Markdown.

Writes seeded archives to a temporary folder, and prints a Markdown table.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.bench.archive import REAL, SYNTHETIC, copy_own, write_archive
from tests.bench.builders import BUILDERS
from tests.bench.measure import Figure, measure, medians
from tests.browser.conftest import ENVIRONMENT, Live, find_chromium

DATELINE, MKDOCS = ("-m", "generator"), ("-m", "mkdocs", "build", "--quiet")
_TELL = """
addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => shown(document.querySelector('h1').textContent)))
"""
"""What a page tells when it is drawn: whoever asks it again and again is told late."""
_AT_REST = 4_000
"""Milliseconds after which a preview of an archive has said what it had to say."""
_WORDS = (f"word{number}" for number in count())


class Archive:
    """A project that is measured."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.events = sorted((root / "content/events").rglob("*.yaml"))
        self.event = self.events[len(self.events) // 2]

    def run(self, *command: str) -> Figure:
        """Measure a command of ours."""
        return measure(sys.executable, *command, cwd=self.root, **ENVIRONMENT)

    def forget(self) -> None:
        """Put away all that earlier runs have left; deleting tens of thousands of files would keep the disk busy."""
        for path in (self.root / ".cache", self.root / "site"):
            if path.exists():
                path.rename(self.root / f"gone-{next(_WORDS)}")

    def edit(self) -> str:
        """Change the title of an event in the middle; gives the new one."""
        lines = self.event.read_text(encoding="utf-8").splitlines(keepends=True)
        title = f"Another title, {next(_WORDS)}"
        self.event.write_text("".join(f"title: {title}\n" if line.startswith("title: ") else line for line in lines))
        return title


def ours(archive: Archive, runs: int) -> Iterator[tuple[str, Figure]]:
    """What our commands take: the median of some runs."""

    def cold(*command: str) -> Callable[[], Figure]:
        def run() -> Figure:
            archive.forget()
            return archive.run(*command)

        return run

    def edited(*command: str) -> Callable[[], Figure]:
        def run() -> Figure:
            archive.edit()
            return archive.run(*command)

        return run

    def with_only(name: str, *formats: str) -> tuple[str, ...]:
        """The build of the project with some of what a site comes with beside its pages and their timeline."""
        plugin = "".join(f"      {one}: {str(one in formats).lower()}\n" for one in ("search", "citations"))
        (archive.root / name).write_text(f"INHERIT: mkdocs.yml\nplugins:\n  - dateline:\n{plugin}", encoding="utf-8")
        return (*MKDOCS, "-f", name)

    build = with_only("bare.yml")
    steps: list[tuple[str, Callable[[], Figure]]] = [
        ("check, cold", cold(*DATELINE, "check")),
        ("check, nothing changed", lambda: archive.run(*DATELINE, "check")),
        ("build with its search, cold", cold(*with_only("search.yml", "search"))),
        ("build with its citations, cold", cold(*with_only("citations.yml", "citations"))),
        ("build, cold", cold(*build)),
        # The second build of another site makes the folders that the ones after it fill anew.
        ("build, the second", edited(*build)),
        ("build, nothing changed", lambda: archive.run(*build)),
        ("build, one event edited", edited(*build)),
    ]
    for name, step in steps:
        once = name in ("build, the second",)
        yield name, medians([step() for _ in range(1 if once else runs)])


def saved(archive: Archive, browser: Browser, runs: int) -> Figure:
    """From saving an event's record until an open browser shows it, under `mkdocs serve`."""
    live = Live(archive.root)
    try:
        live.wait()
        page, shown = browser.new_page(), dict[str, float]()
        page.expose_function("shown", lambda title: shown.setdefault(title, time.perf_counter()))
        page.add_init_script(_TELL)
        page.goto(f"{live.address}/events/{archive.event.stem}/")
        found = []
        for _ in range(runs + 1):
            shown.clear()
            began = time.perf_counter()
            title = archive.edit()
            until = began + 120
            while title not in shown:
                assert time.perf_counter() < until, live.log()
                page.wait_for_timeout(500)  # what it tells is heard meanwhile
            found.append(Figure(shown[title] - began, 0))
            page.wait_for_timeout(_AT_REST)
        return medians(found[1:])
    finally:
        live.stop()


def size_of(site: Path) -> str:
    """How many files a site has, and how many megabytes they hold."""
    files = [file.stat().st_size for file in site.rglob("*") if file.is_file()]
    return f"{len(files):,} files, {sum(files) / 1e6:.0f} MB"


def report(name: str, root: Path, browser: Browser, options: argparse.Namespace) -> None:
    """Measure an archive, and print its rows: ours, then the others', with the ratio to Hugo where that ran."""
    archive = Archive(root)
    archive.run(*DATELINE, "render", "--out", "rendered")
    markdown = root / "rendered"
    pages = sum(1 for _ in markdown.rglob("*.md"))
    rows: dict[str, Figure] = {}
    for builder in options.builders:
        # Not deleted before we have built: a disk is slow to make files for half a minute after many were deleted.
        place = root / f"built-{builder.replace(' ', '-')}"
        place.mkdir()
        print(f"{name}: {builder} …", file=sys.stderr, flush=True)
        rows[builder] = BUILDERS[builder](markdown, place)
    print(f"{name}: ours …", file=sys.stderr, flush=True)
    rows |= dict(ours(archive, options.runs))
    print(f"{name}: preview …", file=sys.stderr, flush=True)
    rows["save → browser"] = saved(archive, browser, options.runs)
    hugo = rows.get("Hugo")
    print(f"\n{name}: {len(archive.events):,} events, {pages:,} pages; the site has {size_of(root / 'site')}.\n")
    print("| what | seconds | of Hugo's | memory, MB | of Hugo's |\n| --- | --: | --: | --: | --: |")
    for what, figure in rows.items():
        share = f"{figure.seconds / hugo.seconds:.2f}" if hugo else ""
        memory = f"{figure.megabytes:,.0f}" if figure.megabytes else ""
        part = f"{figure.megabytes / hugo.megabytes:.2f}" if hugo and hugo.megabytes and figure.megabytes else ""
        print(f"| {what} | {figure.seconds:.2f} | {share} | {memory} | {part} |", flush=True)


def main() -> None:
    """Measure this repository's own content, every size, and the shape of a real archive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--real", type=int, default=1_911, help="events of the archive of real shape; 0 for none")
    parser.add_argument("--own", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--builders", nargs="*", choices=list(BUILDERS), default=["Hugo"])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        if options.own:
            with tempfile.TemporaryDirectory() as folder:
                report("Our own", copy_own(Path(folder)), browser, options)
        for size in options.sizes:
            with tempfile.TemporaryDirectory() as folder:
                report(f"{size:,} events", write_archive(Path(folder), size, SYNTHETIC), browser, options)
        if options.real:
            with tempfile.TemporaryDirectory() as folder:
                report("A real shape", write_archive(Path(folder), options.real, REAL), browser, options)
        browser.close()


if __name__ == "__main__":
    main()
