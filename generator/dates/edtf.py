"""EDTF dates: what an expression allows, in order (ISO 8601-2:2019, section 4; the Library of Congress's profile)."""

from dataclasses import dataclass, field
from typing import Literal

from generator.dates.instants import DAY, Instant, instant

Precision = Literal[
    "second", "minute", "hour", "day", "month", "season", "year", "decade", "century", "millennium", "interval", "set"
]


@dataclass(frozen=True, slots=True)
class Part:
    """A written part of a date: its digits, in which X stands for one that is not known, and the doubts about it."""

    digits: str
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written, and its zone: `Z`, an offset such as `+03:00`, or nothing."""

    time: str
    zone: str


@dataclass(frozen=True, slots=True)
class Edtf:
    """An EDTF expression: the first and last instants that it allows (both inclusive, UTC) and how it blurs them.

    `parts` are its year, month or season, and day, as far as they are written. An interval has `start` and `end`, where
    an open one is None and an unknown one is marked as such. A set has `members`, of which intervals may be some.
    """

    text: str
    earliest: Instant
    latest: Instant
    precision: Precision
    level: int
    approximate: bool = False
    uncertain: bool = False
    unspecified: bool = False
    open_start: bool = False
    open_end: bool = False
    parts: tuple[Part, ...] = ()
    clock: Clock | None = None
    start: "Edtf | None" = None
    end: "Edtf | None" = None
    unknown_start: bool = False
    unknown_end: bool = False
    members: tuple["Edtf", ...] = ()
    one_of: bool = False
    """Whether a set means one of its members, not all of them."""

    first_day: Instant = field(init=False, repr=False, compare=False)
    """The beginning of the first calendar day that it allows, as it is written: a time zone moves no day."""
    last_day: Instant = field(init=False, repr=False, compare=False)
    """The beginning of the last calendar day that it allows, as it is written."""
    sort_key: tuple[float, float, float, str] = field(init=False, repr=False, compare=False)
    """A total order: by the anchor, then by the earliest instant, the latest, all in seconds, and the text."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "first_day", self._written_day(self.earliest))
        object.__setattr__(self, "last_day", self._written_day(self.latest))
        seconds = (self.anchor.seconds, self.earliest.seconds, self.latest.seconds)
        object.__setattr__(self, "sort_key", (*seconds, self.text))

    def __hash__(self) -> int:
        return hash(self.text)

    @property
    def anchor(self) -> Instant:
        """Where an order puts the date: at its beginning, or where that is open, on its last day."""
        return self.earliest if self.earliest.is_finite or not self.latest.is_finite else self.last_day

    @property
    def anchor_day(self) -> Instant:
        """The calendar day of the anchor, as it is written: lists are grouped by it."""
        return self.first_day if self.earliest.is_finite else self.last_day

    def _written_day(self, bound: Instant) -> Instant:
        if self.clock:
            return instant(*(int(part.digits) for part in self.parts))
        return Instant(int(bound.seconds) // DAY * DAY) if bound.is_finite else bound

    @property
    def is_exact(self) -> bool:
        """Whether this is one certain day or time."""
        blurred = self.approximate or self.uncertain or self.unspecified
        return self.precision in ("day", "hour", "minute", "second") and not blurred
