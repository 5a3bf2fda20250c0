"""`python -m tests.bench.search`: how a reader's queries fare, on our own content and on large archives.

Prints Markdown: the place of what is wanted, what each query moves, gzipped, and how long a reader waits for it in
Chromium, on the built page, over a plain server on the same machine: from the key to the painted answer.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from generator.build import declare
from generator.dates.today import read_day
from generator.words.folding import fold
from tests.bench.archive import REAL, SYNTHETIC, copy_own, write_archive
from tests.browser.conftest import find_chromium
from tests.examples import REPOSITORY
from tests.node import run_module

QUERIES = Path(__file__).with_name("queries.txt")
FINDER = (REPOSITORY / "theme_overrides/assets/javascripts/search/finder.js").as_uri()
TODAY = read_day("2026-01-31")
PAGE = "timeline/"
WAIT = 120  # milliseconds between the key that opens the box and the words
# From the words in the box to the frame after the one that shows what was found, or that nothing was.
WATCH = """() => {
  const box = document.querySelector('.dl-search');
  globalThis.took = new Promise((done) => {
    let typed = 0;
    box.addEventListener('beforeinput', () => { typed = performance.now(); }, { capture: true, once: true });
    const seen = new MutationObserver(() => {
      if (!box.querySelector('[role=option], .dl-search__ways:not([hidden]) button')) return;
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - typed)));
    });
    seen.observe(box, { childList: true, subtree: true });
  });
}"""


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, and the page that is wanted; the page is empty where any answer will do."""

    text: str
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The place of what is wanted, from 1, or 0; bytes moved, gzipped; milliseconds of waiting."""

    query: Query
    place: int
    weight: int
    took: float


def read_queries(file: Path) -> list[Query]:
    """Queries of a file: on each line one, and what it wants."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [Query(*line.split(" → ")) for line in lines]


def place_of(query: Query, hits: Sequence[dict[str, Any]]) -> int:
    """At which place a page is found; quotes stand for their event."""
    pages = [hit["href"].partition("#")[0].rstrip("/") for hit in hits]
    return pages.index(query.wanted) + 1 if query.wanted in pages else 0


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    disable_nagle_algorithm = True  # or each answer waits for the client's word that it has the last one's head

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class _Ready(ThreadingHTTPServer):
    request_queue_size = 64  # Node opens a connection a file; one that finds no place tries again after a second


def ask(root: Path, queries: Sequence[Query], browser: Browser) -> tuple[dict[str, int], list[Answer]]:
    """Ask each query of a project as the first that somebody has: of its index, and of the page that is built."""
    declared = declare(root, TODAY)
    data = {one.path: one.artifact().text for one in declared.outputs if one.path.startswith("data/find")}
    assert data, declared.problems
    site = build(root)
    with _Ready(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/"
        found = ask_index(base, queries)
        took = [type_in(browser, base, query.text) for query in queries]
        server.shutdown()
    weights = {path: len(gzip.compress(text.encode())) for path, text in data.items()}
    return weights, [
        Answer(query, place_of(query, one["hits"]), sum(weights[file] for file in one["files"]), time)
        for query, one, time in zip(queries, found, took, strict=True)
    ]


def build(root: Path) -> Path:
    """Build the site of a project; gives its folder."""
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True)
    return root / "site"


def ask_index(base: str, queries: Sequence[Query]) -> list[dict[str, Any]]:
    """What the finder finds for each query, and the files that it asks for."""
    script = f"""
    import {{ createFinder }} from {json.dumps(FINDER)};
    const {{ base, queries }} = read();
    const found = [];
    for (const text of queries) {{
      const files = [];
      const listed = (address) => (files.push(address.slice(base.length)), fetch(address));
      const {{ hits }} = await createFinder({{ base, fetch: listed }}).find(text, {{ limit: 12 }});
      found.push({{ files, hits }});
    }}
    process.stdout.write(JSON.stringify(found), () => process.exit());"""
    return list(json.loads(run_module(script, {"base": base, "queries": [query.text for query in queries]})))


def type_in(browser: Browser, base: str, text: str) -> float:
    """How many milliseconds a reader waits for the answer to the first words of a visit, put in all at once."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(base + PAGE)
    page.wait_for_load_state("networkidle")
    page.evaluate(WATCH)
    page.keyboard.press("/")
    page.wait_for_timeout(WAIT)
    page.keyboard.insert_text(text)
    took = float(page.evaluate("took"))
    context.close()
    return took


def summary(name: str, weights: dict[str, int], answers: Sequence[Answer]) -> str:
    """A row: what the list of all documents weighs, and what queries move and take."""
    moved, took = [one.weight / 1000 for one in answers], [one.took for one in answers]
    return (
        f"| {name} | {len(answers)} | {weights['data/find.json'] / 1000:.0f} | {median(moved):.0f} | {max(moved):.0f} "
        f"| {median(took):.0f} | {max(took):.0f} |"
    )


def typed_in(root: Path) -> list[Query]:
    """What one might type into an archive of made-up words: one word, two, four, a beginning, a slip."""
    titles = [
        line.removeprefix("title: ").strip()
        for file in sorted((root / "content/events").rglob("*.yaml"))[::97][:12]
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("title: ")
    ]
    words = [fold(title).split() for title in titles]
    texts = [part for some in words for part in (some[0], " ".join(some[:2]), " ".join(some[:4]), some[1][:2])]
    texts += [f"{some[2][0]}{some[2][2:]}" for some in words]
    return [Query(text) for text in dict.fromkeys(texts)]


def main() -> None:
    """Ask the queries of a reader, and those that archives of any size get."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000])
    parser.add_argument("--real", type=int, default=1_911, help="events of the archive of real shape; 0 for none")
    options = parser.parse_args()
    rows = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        weights, answers = ask(copy_own(Path(folder, "own")), read_queries(QUERIES), browser)
        print("| typed | wanted | place | kB | ms |\n| --- | --- | --: | --: | --: |")
        for one in answers:
            place = one.place or "–"
            print(f"| {one.query.text} | {one.query.wanted} | {place} | {one.weight / 1000:.0f} | {one.took:.0f} |")
        rows.append(summary("our own", weights, answers))
        archives = [(f"{size:,} events", size, SYNTHETIC) for size in options.sizes]
        if options.real:
            archives.append(("a real shape", options.real, REAL))
        for name, size, shape in archives:
            print(f"{name} …", file=sys.stderr, flush=True)
            root = write_archive(Path(folder, f"of-{size}"), size, shape)
            rows.append(summary(name, *ask(root, typed_in(root), browser)))
        browser.close()
    print("\n| index | queries | list, kB | median, kB | most, kB | median, ms | most, ms |")
    print("| --- | --: | --: | --: | --: | --: | --: |")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
