"""What a target is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Target:
    """A function of ours that is given any bytes, some to begin with, and for how many seconds it may run."""

    name: str
    function: Callable[[bytes], None]
    seeds: Sequence[bytes] = field(repr=False)
    seconds: float = 1

    @property
    def tells(self) -> str:
        """What the function does, in a line."""
        return (self.function.__doc__ or "").partition("\n")[0]


def text_of(data: bytes) -> str:
    """Any bytes as text, where what is no UTF-8 becomes a lone surrogate, as in arguments and names of files."""
    return data.decode("utf-8", "surrogateescape")


def in_a_line(told: str) -> None:
    """Expect words for people: one line, and nothing of the inside of Dateline."""
    assert told.strip() and "\n" not in told, told
    assert not any(word in told for word in ("Traceback", "pydantic", "NoneType", "object has no")), told
