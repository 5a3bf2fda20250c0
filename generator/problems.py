"""What is wrong with the content, as data: stages return problems, and none of them raises for bad content.

Problems become text for a terminal, annotations for GitHub, or JSON.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Literal

Level = Literal["error", "warning", "notice"]
"""An error forbids publishing, a warning does so under --strict, a notice is for information."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """The one thing that certainly mends a problem, at a part of the record (the names and numbers that lead there).

    `value` puts a text there, or a list; `name` gives a field another name; `remove` takes the part out; `quote` puts
    what YAML has read as a comment in quotes.
    """

    what: Literal["value", "name", "remove", "quote"]
    loc: tuple[str | int, ...]
    value: str | tuple[str, ...] = ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding: where it is (line and column count from 1), what is wrong and what would be right."""

    path: str
    line: int
    column: int
    level: Level
    code: str
    message: str
    remedy: Remedy | None = field(default=None, compare=False)

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        level = "" if self.level == "error" else f"{self.level}: "
        return f"{place}: {level}{self.message} [{self.code}]"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Say whether any of the problems forbids publishing."""
    return any(problem.level == "error" for problem in problems)


MOST = 200
LEVELS: tuple[Level, ...] = ("error", "warning", "notice")


def gravest(problems: Iterable[Problem]) -> tuple[list[Problem], str]:
    """The problems in order of path and line; of very many, the gravest ones, and a line on how many more there are."""
    found = sorted(problems)
    shown = sorted(sorted(found, key=lambda problem: LEVELS.index(problem.level))[:MOST])
    return shown, f"… and {len(found) - MOST:,} more: mend these first.\n" if len(found) > MOST else ""


def report_text(problems: Iterable[Problem]) -> str:
    """One line a problem; of very many, the gravest ones."""
    shown, more = gravest(problems)
    return "".join(f"{problem}\n" for problem in shown) + more


def report_json(problems: Iterable[Problem]) -> str:
    """A JSON list of problems: path, line, column, level, code, message, and the remedy or null."""
    return json.dumps([asdict(problem) for problem in sorted(problems)], ensure_ascii=False, indent=2) + "\n"


def report_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that put each problem beside its line in a pull request."""
    return "".join(
        f"::{problem.level} file={_escaped(problem.path, ':,')},line={problem.line},col={problem.column}"
        f"::{_escaped(problem.message)} [{problem.code}]\n"
        for problem in sorted(problems)
    )


def summary(problems: Iterable[Problem]) -> str:
    """Say how many problems of each level there are, e.g. "2 errors, 1 notice"."""
    counts = Counter(problem.level for problem in problems)
    parts = [f"{counts[level]} {level}{'s' if counts[level] != 1 else ''}" for level in LEVELS if counts[level]]
    return ", ".join(parts) or "no problems"


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
