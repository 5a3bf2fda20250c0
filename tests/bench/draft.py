"""`make bench-draft DATA=…`: how near `dateline draft` comes to what people annotated, and how many articles it reads.

Prints Markdown. Without DATA, of the invented texts in tests/drafting/texts. With it, also by the scorers that a folder
brings: `timex_bench.py` over the corpora in its `data/`, and `score_drafts.py` over annotated articles, which are in
`gold/` there, or in `articles/gold/` beside it, or named by --gold, with their texts (ID.json or ID.txt) one up.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import yaml

from generator.dates.expression import Expression
from generator.dates.expressions import expressions
from generator.drafting.drafts import Draft, drafts_of
from generator.drafting.names import Names
from generator.drafting.pages import LEAST_WORDS, page_of
from tests.drafting.scoring import annotated, figures

SECONDS = 3.0
"""How long speed is measured, at the least, in CPU seconds."""
NOBODY = Names([])
_TIMEX = {"duration": "DURATION", "recurring": "SET"}


def tag(text: str, published: str) -> list[tuple[int, int, str | None, str]]:
    """Expressions of time as taggers give them: first and last place, value, type; the two ends of a range apart."""
    day = date.fromisoformat(published) if published else date(2000, 1, 1)
    return [span for one in expressions(text, day) if not one.dateline for span in _spans(one)]


def _spans(one: Expression) -> Iterator[tuple[int, int, str | None, str]]:
    if one.ends:
        for end in one.ends:
            yield from _spans(end)
    else:
        yield (*one.core, one.when.edtf if one.when else None, _TIMEX.get(one.kind, "DATE"))


def happenings(drafts: Sequence[Draft]) -> list[dict[str, Any]]:
    """Drafts in the form that scorers read; what somebody only says is a claim, and no happening."""
    return [
        {
            "quote": one.quote,
            "date": one.date,
            "date_words": one.date_words,
            "status": one.status,
            "said_by": one.speaker.name if one.speaker else None,
            "actors": list(one.actors),
        }
        for one in drafts
        if not one.is_speech
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print every figure that the data at hand allow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="a folder with scorers and corpora")
    parser.add_argument("--gold", type=Path, help="a folder of annotated articles")
    given = parser.parse_args(arguments)
    own()
    if given.data and (given.data / "timex_bench.py").exists():
        time_expressions(given.data)
    gold = given.gold or next((folder for folder in _golds(given.data) if folder.is_dir()), None)
    if given.data and gold and (given.data / "score_drafts.py").exists():
        articles(given.data / "score_drafts.py", gold)
    speed(gold)


def _golds(data: Path | None) -> Iterator[Path]:
    if data:
        yield from (data / "gold", data / "articles/gold", data.resolve().parent / "articles/gold")


def own() -> None:
    """The invented texts, by language."""
    print("\n| texts | found | date right | end-to-end F | status | left open | said by: precision · recall |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    texts = annotated()
    languages = dict.fromkeys(one.language for one in texts)
    for name, chosen in [("all", texts), *((tag_, [t for t in texts if t.language == tag_]) for tag_ in languages)]:
        found, _ = figures(chosen)
        shares = (found.found, found.date_right, found.end_to_end, found.status, found.left_open)
        cells = " | ".join(f"{100 * share:.0f} %" for share in shares)
        said = f"{100 * found.said_precision:.0f} · {100 * found.said_recall:.0f} %"
        print(f"| {name} ({len(chosen)}) | {cells} | {said} |")


def time_expressions(data: Path) -> None:
    """The corpora of time expressions, by the scorer that comes with them."""
    scorer, corpora = data / "timex_bench.py", data / "data"
    folder = corpora if corpora.is_dir() else data
    with tempfile.TemporaryDirectory() as made:
        for corpus in sorted(one.name for one in folder.iterdir() if one.is_dir()):
            out = Path(made) / f"{corpus}__dateline.jsonl"
            run = [sys.executable, str(scorer), "run", str(folder), corpus, f"{__spec__.name}:tag", str(out)]
            subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
        results = [str(file) for file in sorted(Path(made).glob("*.jsonl"))]
        print(flush=True)
        subprocess.run([sys.executable, str(scorer), "score", str(folder), *results, "--markdown"], check=True)


def articles(scorer: Path, gold: Path) -> None:
    """Annotated articles, by the scorer that comes with them."""
    with tempfile.TemporaryDirectory() as made:
        for file in sorted(gold.iterdir()):
            if file.suffix not in (".yaml", ".yml", ".json"):
                continue
            name, text, day, language = _article(file, gold.parent)
            rows = happenings(drafts_of(text, day, NOBODY, language))
            (Path(made) / f"{name}.json").write_text(json.dumps({"happenings": rows}), encoding="utf-8")
        print(flush=True)
        subprocess.run([sys.executable, str(scorer), str(gold), made, "--texts", str(gold.parent)], check=True)


def _article(file: Path, texts: Path) -> tuple[str, str, date, str]:
    data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # JSON is YAML; every value is a text
    name = data.get("article") or data.get("name") or file.stem
    beside = texts / f"{name}.json"
    article = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
    text = data.get("text") or article.get("text") or (texts / f"{name}.txt").read_text(encoding="utf-8")
    day = date.fromisoformat((data.get("published") or article["published"])[:10])
    return name, text, day, data.get("language") or article.get("language") or "en"


def speed(gold: Path | None) -> None:
    """Articles a second of one core, of their texts and of pages that hold them."""
    texts = [(one.text, one.day, one.language) for one in annotated()]
    if gold:
        found = (_article(file, gold.parent) for file in sorted(gold.glob("*.yaml")))
        texts = [(text, day, language) for _, text, day, language in found]
    size = sum(len(text) for text, _, _ in texts) / len(texts)
    whole = [one for one in texts if len(one[0].split()) > LEAST_WORDS]  # shorter pages are refused
    pages = [(_page(text, day, language), day, language) for text, day, language in whole]

    def from_text() -> None:
        for text, day, language in texts:
            drafts_of(text, day, NOBODY, language)

    def from_page() -> None:
        for page, day, language in pages:
            drafts_of(page_of(page).text, day, NOBODY, language)

    print(f"\n| articles a second, one core ({len(texts)} texts of {size:.0f} characters) | |\n| --- | --- |")
    print(f"| from text | {len(texts) / _seconds(from_text):.0f} |")
    print(f"| from HTML, {len(pages)} of them | {len(pages) / _seconds(from_page):.0f} |")


def _page(text: str, day: date, language: str) -> bytes:
    """A page as publishers make them: navigation, an article, and what else they put around it."""
    told = "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines() if line.strip())
    links = "".join(f'<li><a href="/section/{number}">Section {number}</a></li>' for number in range(60))
    related = "".join(f'<div class="card"><a href="/{number}">Another story {number}</a></div>' for number in range(40))
    script = f"<script>{'window.dataLayer.push({});' * 400}</script>"
    head = f'<meta property="article:published_time" content="{day}"><title>A story</title>{script}'
    body = f"<nav><ul>{links}</ul></nav><article><h1>A story</h1>{told}</article><aside>{related}</aside><footer>©</footer>"
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'.encode()


def _seconds(work: Any) -> float:
    """CPU seconds that a piece of work takes: the quickest of several runs, after one to warm up."""
    work()
    best, until = float("inf"), time.process_time() + SECONDS
    while time.process_time() < until:
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


if __name__ == "__main__":
    main()
