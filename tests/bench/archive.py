"""Seeded archives in our record format, in the proportions of real ones, for `make bench`."""

# An archive of political events with 1,911 events gave the shape: a few events centuries away, two thirds in the last
# five years, most at high importance, four actors each of whom most appear once.

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from pathlib import Path

import yaml

from generator.story.lock import LockEntry, quote_hash, render_lock
from tests.bench.synthetic import WORDS
from tests.browser.conftest import REPOSITORY, write_harbours

_TODAY = date(2026, 1, 31)
_WORDS = [
    *WORDS,
    "envoy",
    "port",
    "pipeline",
    "election",
    "summit",
    "embassy",
    "parliament",
    "ceasefire",
    "customs",
    "tariff",
    "railway",
    "water",
    "grain",
    "observers",
    "delegation",
    "charter",
    "inquiry",
    "island",
    "coast",
    "northern",
    "southern",
    "joint",
    "annual",
    "secret",
    "public",
    "final",
    "first",
]
_SUPPORTS = ["title", "status", "date"]
_RELATIONS = ("follows", "part-of", "caused-by")


@dataclass(frozen=True, slots=True)
class Shape:
    """How many records of each kind stand beside each event."""

    articles: float
    outlets: float
    actors: float
    places: float
    storylines: float


SYNTHETIC = Shape(articles=0.3, outlets=0.01, actors=0.04, places=0.01, storylines=0.005)
"""Few articles, each cited by many events: 13,690 pages for 10,000 events."""
REAL = Shape(articles=3.177, outlets=0.691, actors=1.851, places=0.01, storylines=0.231)
"""The real archive's: each event has articles, and most actors and outlets, of their own."""


def copy_own(root: Path) -> Path:
    """Copy what makes this repository's own site, whatever it is about; no test looks at it."""
    for folder in ("content", "theme_overrides"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root


def write_archive(root: Path, count: int, shape: Shape = SYNTHETIC, seed: int = 1) -> Path:
    """Write a project of `count` events: two quotes, a claim and two relations each."""
    write_harbours(root)
    for folder in ("articles", "events", "outlets", "actors", "places", "storylines", "evidence.lock"):
        for file in sorted((root / "content" / folder).rglob("*.*l")):
            file.unlink()
    _Archive(root, count, shape, random.Random(seed)).write()
    return root


class _Archive:
    """One archive while it is written."""

    def __init__(self, root: Path, count: int, shape: Shape, chance: random.Random) -> None:
        self.root, self.count, self.shape, self.chance = root, count, shape, chance
        self.outlets = _names("outlet", count, shape.outlets)
        self.actors = _names("actor", count, shape.actors)
        self.places = _names("place", count, shape.places)
        self.lines = _names("line", count, shape.storylines)
        self.days = self._days(count)
        self.articles = [self._published(number, count) for number in range(max(2, round(count * shape.articles)))]
        vocabulary = yaml.safe_load((root / "content/vocabulary.yaml").read_text(encoding="utf-8"))
        self.kinds = list(vocabulary["kinds"])
        self.lock: dict[tuple[str, str], LockEntry] = {}

    def write(self) -> None:
        for key in self.outlets:
            self.record(f"outlets/{key}", name=self.name(key), country=self.chance.choice(["GB", "MT", "FR"]))
        for key in self.actors:
            self.record(f"actors/{key}", name=self.name(key), kind=self.chance.choice(["person", "organisation"]))
        for key in self.places:
            self.record(f"places/{key}", name=self.name(key), country=self.chance.choice(["GB", "MT", "FR"]))
        for key in self.lines:
            self.record(f"storylines/{key}", title=self.name(key), includes=f"Events of {key.replace('-', ' ')}.")
        for key, day in self.articles:
            self.article(key, day)
        ids: list[str] = []
        for number, day in enumerate(self.days):
            ids.append(self.event(number, day, ids))
        for name, text in render_lock(self.lock).items():
            _write(self.root / "content/evidence.lock" / name, text)

    def _days(self, count: int) -> list[date]:
        """Days in order: two thirds in the last five years, one in three hundred before 1950."""
        days = []
        for _ in range(count):
            share = self.chance.random()
            back = 1_800 * self.chance.random() if share < 0.66 else 20_000 * self.chance.random() ** 2
            days.append(_TODAY - timedelta(days=int(back if share < 0.9967 else 80_000 + 200_000 * share)))
        return sorted(days)

    def _published(self, number: int, count: int) -> tuple[str, date]:
        """An article's id and day: soon after the event whose it is."""
        total = max(2, round(count * self.shape.articles))
        day = self.days[min(number * count // total, count - 1)] + timedelta(days=self.chance.randrange(4))
        return f"{day}-report-{number}", day

    def article(self, key: str, day: date) -> None:
        self.record(
            f"articles/{key}",
            title=self.words(9),
            outlet=self.popular(self.outlets),
            url=f"https://news.example/{day.year}/{key}",
            published=str(day),
            language=self.chance.choice(["en", "en", "en", "fr", "de"]),
        )

    def event(self, number: int, day: date, earlier: Sequence[str]) -> str:
        key = f"{day}-{'-'.join(self.chance.choices(_WORDS, k=3))}-{number}"
        share = len(self.articles) / self.count
        first = min(ceil(number * share), len(self.articles) - 2)
        own = self.articles[first : max(first + 2, ceil((number + 1) * share))]
        cited = [article for article, _ in own]
        written = str(day) if self.chance.random() < 0.85 else str(day)[:7]
        self.record(
            f"events/{day.year}/{key}",
            title=self.words(8),
            date=written,
            kind=self.chance.choice(self.kinds),
            summary=f"{self.words(12)}. {self.words(10)}.",
            actors=sorted({self.popular(self.actors) for _ in range(self.chance.choice([2, 3, 4, 4, 5, 6]))}),
            places=[self.popular(self.places)],
            storylines=sorted({self.popular(self.lines) for _ in range(self.chance.choice([1, 1, 2]))}),
            importance=self.chance.choices([3, 4, 5], [11, 46, 43])[0],
            evidence=[
                {"article": article, "quote": self.quote(article), "says": f"{self.words(9)}.", "supports": _SUPPORTS}
                for article in cited
            ],
            claims=[
                {
                    "said_by": self.popular(self.actors),
                    "text": f"{self.words(8)}.",
                    "evidence": [{"article": cited[0], "says": f"{self.words(8)}."}],
                }
            ],
            related=[
                {"event": other, "relation": self.chance.choice(_RELATIONS)}
                for other in sorted({self.chance.choice(earlier[-200:]) for _ in range(2)} if earlier else ())
            ],
        )
        return key

    def quote(self, article: str) -> str:
        """Words of an article that somebody has looked up."""
        words = self.words(14)
        entry = LockEntry(article, quote_hash(words), "0" * 64, self.chance.randrange(3_000), "2026-01-30")
        self.lock[article, entry.quote] = entry
        return words

    def words(self, count: int) -> str:
        return " ".join(self.chance.choices(_WORDS, k=count)).capitalize()

    def name(self, key: str) -> str:
        return f"{self.words(2)} {key.rpartition('-')[2]}"

    def popular(self, keys: Sequence[str]) -> str:
        """One of the keys; some are everywhere, most hardly ever."""
        return keys[int(len(keys) * self.chance.random() ** 4)]

    def record(self, path: str, /, **fields: object) -> None:
        given = {field: value for field, value in fields.items() if value != []}
        text = yaml.dump(given, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1_000)
        _write(self.root / "content" / f"{path}.yaml", text)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _names(kind: str, count: int, share: float) -> list[str]:
    return [f"{kind}-{number}" for number in range(max(3, round(count * share)))]
