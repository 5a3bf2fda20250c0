"""`python -m tests.bench.search`: how a reader's queries fare, on our own content and on large archives.

Prints Markdown: the place of what is wanted, what each query moves, gzipped, and how long it takes on localhost.
"""

import argparse
import gzip
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from generator.build import declare
from generator.dates.today import read_day
from generator.words.folding import fold
from tests.bench.archive import REAL, SYNTHETIC, Shape, copy_own, write_archive
from tests.examples import REPOSITORY
from tests.node import run_module

QUERIES = Path(__file__).with_name("queries.txt")
FINDER = (REPOSITORY / "theme_overrides/assets/javascripts/search/finder.js").as_uri()
TODAY = read_day("2026-01-31")


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, and the page that is wanted; the page is empty where any answer will do."""

    text: str
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The place of what is wanted, from 1, or 0; bytes moved, gzipped; milliseconds."""

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


def ask(root: Path, queries: Sequence[Query]) -> tuple[dict[str, int], list[Answer]]:
    """Serve the index of a project, and ask each query as the first that somebody has."""
    declared = declare(root, TODAY)
    data = {one.path: one.artifact().text for one in declared.outputs if one.path.startswith("data/find")}
    assert data, declared.problems
    with tempfile.TemporaryDirectory() as place:
        for path, text in data.items():
            (Path(place) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(place) / path).write_text(text, encoding="utf-8")
        with _Ready(("127.0.0.1", 0), partial(_Quiet, directory=place)) as server:
            Thread(target=server.serve_forever, daemon=True).start()
            base = f"http://127.0.0.1:{server.server_port}/"
            script = f"""
            import {{ createFinder }} from {json.dumps(FINDER)};
            const {{ base, queries }} = read();
            await createFinder({{ base, fetch }}).find('warm', {{}}); // Node's own code
            const found = [];
            for (const text of queries) {{
              const files = [];
              const listed = (address) => (files.push(address.slice(base.length)), fetch(address));
              const began = performance.now();
              const {{ hits }} = await createFinder({{ base, fetch: listed }}).find(text, {{ limit: 24 }});
              found.push({{ took: performance.now() - began, files, hits }});
            }}
            process.stdout.write(JSON.stringify(found), () => process.exit());"""
            found = json.loads(run_module(script, {"base": base, "queries": [query.text for query in queries]}))
            server.shutdown()
    weights = {path: len(gzip.compress(text.encode())) for path, text in data.items()}
    return weights, [
        Answer(query, place_of(query, one["hits"]), sum(weights[file] for file in one["files"]), one["took"])
        for query, one in zip(queries, found, strict=True)
    ]


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
    with tempfile.TemporaryDirectory() as folder:
        weights, answers = ask(copy_own(Path(folder)), read_queries(QUERIES))
        print("| typed | wanted | place | kB | ms |\n| --- | --- | --: | --: | --: |")
        for one in answers:
            place = one.place or "–"
            print(f"| {one.query.text} | {one.query.wanted} | {place} | {one.weight / 1000:.0f} | {one.took:.0f} |")
        rows.append(summary("our own", weights, answers))
    archives: list[tuple[str, int, Shape]] = [(f"{size:,} events", size, SYNTHETIC) for size in options.sizes]
    if options.real:
        archives.append(("a real shape", options.real, REAL))
    for name, size, shape in archives:
        with tempfile.TemporaryDirectory() as folder:
            root = write_archive(Path(folder), size, shape)
            rows.append(summary(name, *ask(root, typed_in(root))))
    print("\n| index | queries | list, kB | median, kB | most, kB | median, ms | most, ms |")
    print("| --- | --: | --: | --: | --: | --: | --: |")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
