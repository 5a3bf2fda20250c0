"""What is wrong with the content, as data: stages return problems, and none of them raises for bad content."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "notice"]
"""An error forbids publishing, a warning does so under --strict, a notice is for information."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding: where it is (line and column count from 1), what is wrong and what would be right."""

    path: str
    line: int
    column: int
    level: Level
    code: str
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        level = "" if self.level == "error" else f"{self.level}: "
        return f"{place}: {level}{self.message} [{self.code}]"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Say whether any of the problems forbids publishing."""
    return any(problem.level == "error" for problem in problems)
