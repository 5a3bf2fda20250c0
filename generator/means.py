"""What a run has at hand beside the project: what is remembered, who reads files, and whom it tells how far it is."""

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.cache import NOTHING, Cache
from generator.files import Reader
from generator.memory import Memory

Progress = Callable[[str, int, int], None]
"""Is told what is being done, and how many of how many are done; of how many is 0 where nobody counts."""


def silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Means:
    """The disk's memory, the process's own, and who is told of progress; without them, everything is done anew."""

    cache: Cache = NOTHING
    memory: Memory | None = None
    progress: Progress = silent
    files: Reader = field(default_factory=Reader)


PLAIN = Means()
