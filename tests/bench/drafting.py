"""How many articles a second the example of an archive drafts on one worker and on two, measured in one run."""

import argparse
import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from statistics import median

from tests.drafting.scoring import Annotated, annotated

EXAMPLE = Path(__file__).parents[2] / "examples/archive_with_dask.py"
_LENGTH = 3_000
"""Characters of an article: about 500 words, as news often have."""


def write_archive(file: Path, count: int) -> Path:
    """Write articles as JSON lines: the invented texts, mixed, with other figures, on other days; always the same."""
    chance = random.Random(14)
    languages = {one.language: [same for same in annotated() if same.language == one.language] for one in annotated()}
    every = list(languages)
    with file.open("w", encoding="utf-8") as lines:
        for number in range(count):
            language = every[number % len(every)]
            text = _text(languages[language], chance)
            day = languages[language][0].day + timedelta(days=number % 300)
            article = {"id": f"{language}-{number}", "text": text, "published": str(day), "language": language}
            lines.write(json.dumps(article, ensure_ascii=False) + "\n")
    return file


def _text(texts: list[Annotated], chance: random.Random) -> str:
    """Paragraphs of several texts, until they are as long as an article; days of the month differ."""
    paragraphs = [line for one in texts for line in one.text.splitlines() if line]
    chosen: list[str] = []
    while sum(map(len, chosen)) < _LENGTH:
        chosen.append(
            re.sub(r"\b(1\d|2[0-8])\b(?!\d)", lambda _: str(chance.randint(10, 28)), chance.choice(paragraphs))
        )
    return "\n\n".join(chosen) + "\n"


def _rate(archive: Path, into: Path, workers: int) -> float:
    done = subprocess.run(
        [sys.executable, str(EXAMPLE), str(archive), "--into", str(into), "--workers", str(workers)],
        env={**os.environ, "PYTHONPATH": str(EXAMPLE.parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    count, seconds = re.fullmatch(r"(\d+) articles, .*: ([\d.]+) s, .*\n", done.stdout).groups()  # type: ignore[union-attr]
    return int(count) / float(seconds)


def main() -> None:
    """Print a table of the medians, with the load of the machine at the beginning and at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=4_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    begun = os.getloadavg()[0]
    found: dict[int, list[float]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as folder:
        archive = write_archive(Path(folder, "articles.jsonl"), given.articles)
        size = archive.stat().st_size / 1_000_000
        for number, workers in itertools.product(range(given.rounds), found):  # in turns, so that both meet all loads
            found[workers].append(_rate(archive, Path(folder, f"{number}-{workers}"), workers))
    print(
        f"{given.articles} articles, {size:.1f} MB; {os.cpu_count()} cores, load {begun:.1f} to {os.getloadavg()[0]:.1f}"
    )
    print("| workers | articles a second | of each round |\n| --: | --: | --- |")
    for workers, rates in found.items():
        print(f"| {workers} | {median(rates):.0f} | {', '.join(f'{rate:.0f}' for rate in rates)} |")


if __name__ == "__main__":
    main()
