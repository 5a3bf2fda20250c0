"""Draft from an archive of any size on Dask: the core of `dateline draft`, mapped over JSON lines or a folder of texts.

    pip install "dateline[archive]"
    python archive_with_dask.py ARTICLES --into DRAFTS [--root PROJECT] [--workers N | --scheduler ADDRESS]

ARTICLES are files of JSON lines (`articles-*.jsonl`, also `.gz`), an object an article: `id`, `text`, `published` and,
where it is known, `language`; or a folder of texts, `2031-05-13-anything.txt`. What is drafted goes to DRAFTS, a file
of JSON lines for each portion, in the order of the articles. An article that cannot be read is a line with `error`.
"""

import argparse
import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import dask
import dask.bag
from dask.distributed import Client, LocalCluster

from generator.build import check_content
from generator.dates.instants import Instant
from generator.dates.today import read_day
from generator.drafting.drafts import Draft, drafts_of
from generator.drafting.known import records_of
from generator.drafting.languages import language_of
from generator.drafting.names import Names
from generator.means import Means


def drafted(line: str, names: Names) -> str:
    """Draft from one article, a line of JSON; give a line of JSON."""
    try:
        article = json.loads(line)
        record_id, text, day = article["id"], article["text"], date.fromisoformat(article["published"])
        language = article.get("language") or language_of(text)
        found = drafts_of(text, day, names, language)
    except (ValueError, LookupError, TypeError) as error:
        return json.dumps({"error": f"{type(error).__name__}: {error}", "line": line[:200]}, ensure_ascii=False)
    told = {"id": record_id, "language": language, "happenings": [_told(one) for one in found]}
    return json.dumps(told, ensure_ascii=False)


def _told(one: Draft) -> dict[str, Any]:
    speaker = one.speaker
    return {
        "quote": one.quote,
        "start": one.start,
        "date": one.date,
        "date_words": one.date_words,
        "status": one.status,
        "said_by": speaker.name if speaker else None,
        "via": speaker.via if speaker else None,
        "is_speech": one.is_speech,
        "actors": list(one.actors),
    }


def of_file(place: str) -> str:
    """A text file as an article: its name begins with the day of publication."""
    file = Path(place)
    text = file.read_text(encoding="utf-8", errors="replace")
    return json.dumps({"id": file.stem, "text": text, "published": file.name[:10]}, ensure_ascii=False)


def archive(articles: Path, portion: str) -> dask.bag.Bag:
    """The articles as lines of JSON, in portions that no worker reads before its turn."""
    if articles.is_dir() and (texts := sorted(str(file) for file in articles.rglob("*.txt"))):
        return dask.bag.from_sequence(texts, partition_size=500).map(of_file)
    files = sorted(str(file) for file in articles.glob("*.jsonl*")) if articles.is_dir() else [str(articles)]
    is_packed = any(file.endswith(".gz") for file in files)  # which can only be read from its beginning
    lines = dask.bag.read_text(files, blocksize=None if is_packed else portion, encoding="utf-8")
    return lines.map(str.strip).filter(bool)


def names_in(root: Path | None, today: Instant) -> Names:
    """The names that a project's records know; none without one."""
    return records_of(check_content(root, today, Means()).site.timeline).names if root else Names([])


def lines_in(folder: Path) -> Iterator[str]:
    """What was drafted, in the order of the articles."""
    for file in sorted(folder.glob("*.jsonl")):
        with file.open(encoding="utf-8") as lines:
            yield from (line.rstrip("\n") for line in lines)


def main() -> None:
    """Draft from an archive, and say how fast that was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--into", type=Path, required=True, help="a folder that is not there yet")
    parser.add_argument("--root", type=Path, help="a project, whose actors and places are looked for")
    parser.add_argument("--workers", type=int, default=1, help="processes on this machine")
    parser.add_argument("--scheduler", help="the address of a cluster, in place of this machine")
    parser.add_argument("--portion", default="1MB", help="how much a worker reads at once")
    given = parser.parse_args()
    given.into.mkdir(parents=True)
    names = names_in(given.root, read_day(date.today().isoformat()))
    with _client(given) as client:
        client.wait_for_workers(given.workers if not given.scheduler else 1, timeout=60)
        client.run(_warm)
        begun = time.perf_counter()
        bag = archive(given.articles, given.portion).map(drafted, names=dask.delayed(names))
        bag.to_textfiles(str(given.into / "*.jsonl"), name_function=lambda number: f"{number:06d}", encoding="utf-8")
        seconds = time.perf_counter() - begun
        workers = len(client.scheduler_info(n_workers=-1)["workers"])
    count = sum(1 for _ in lines_in(given.into))
    print(f"{count} articles, {workers} workers: {seconds:.1f} s, {count / seconds:.0f} articles a second")  # noqa: T201


def _client(given: argparse.Namespace) -> Client:
    """A cluster's client; on this machine, workers are processes of one thread, and nothing listens to others."""
    if given.scheduler:
        return Client(given.scheduler)
    cluster = LocalCluster(
        host="127.0.0.1", processes=True, n_workers=given.workers, threads_per_worker=1, dashboard_address=None
    )
    return Client(cluster)


def _warm() -> None:
    """Load what drafting needs, once a worker."""
    drafts_of("The port opened on 3 March 2031.", date(2031, 5, 2), Names([]), "en")


if __name__ == "__main__":
    main()
