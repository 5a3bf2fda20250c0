"""Problems for people: file by file, each with its line of the source and a caret under the place."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from generator.files import FileError, read_input
from generator.problems import Problem, gravest
from generator.project import CONTENT

_STYLES = {"error": "bold red", "warning": "bold yellow", "notice": "cyan"}
_WIDTH = 100
_BEFORE = 60
"""Of a longer line so many characters are shown, and of these so many before the place."""


def listing(problems: Iterable[Problem], root: Path) -> Iterator[Text]:
    """Each line of the list; where nobody looks, what it is printed on leaves the styles out."""
    shown, more = gravest(problems)
    for number, (path, found) in enumerate(groupby(shown, key=lambda problem: problem.path)):
        if number:
            yield Text()
        source = _source(root, path)
        for problem in found:
            yield from _entry(problem, source)
    if more:
        yield Text(f"\n{more.rstrip()}")


def print_listing(problems: Iterable[Problem], root: Path) -> None:
    """Print the list on standard error, in colour on a terminal."""
    console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for line in listing(problems, root):
        console.print(line)


def _entry(problem: Problem, source: Sequence[str]) -> Iterator[Text]:
    style = _STYLES[problem.level]
    whole = Text(str(problem))
    place = len(f"{problem.path}:{problem.line}:{problem.column}:")
    whole.stylize("bold", 0, place)
    if problem.level != "error":
        whole.stylize(style, place + 1, place + 1 + len(problem.level))
    whole.stylize("dim", len(whole) - len(problem.code) - 2)
    yield whole
    if 0 < problem.line <= len(source) and source[problem.line - 1].strip():
        line, column = _window(source[problem.line - 1], problem.column - 1)
        margin = f"{problem.line:>6} | "
        yield Text(margin, "dim") + Text(line, "default")
        caret = " " * cell_len(line[:column])
        yield Text(f"{'':>6} | ", "dim") + Text(f"{caret}^", style)
    if problem.remedy:
        yield Text(f"{'':>6} = ", "dim") + Text("--fix mends this", "green")


def _source(root: Path, path: str) -> list[str]:
    """The lines of a file of ours; an article's text is its publisher's, and is printed nowhere."""
    if not path.startswith(f"{CONTENT}/"):
        return []
    try:
        return read_input(root / path).decode("utf-8-sig", errors="replace").split("\n")
    except FileError:
        return []


def _window(line: str, column: int) -> tuple[str, int]:
    """What is shown of a line, in signs that all can be seen, and where in it the place is."""
    line = "".join(sign if sign.isprintable() else " " if sign in "\t\r" else "\ufffd" for sign in line).rstrip()
    column = min(column, len(line))
    if len(line) <= _WIDTH:
        return line, column
    start = max(0, min(column - _BEFORE, len(line) - _WIDTH))
    end = start + _WIDTH
    before, after = "…" if start else "", "…" if end < len(line) else ""
    return f"{before}{line[start:end]}{after}", column - start + len(before)
