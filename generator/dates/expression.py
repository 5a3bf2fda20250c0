"""An expression of time in a text: where it stands, and what it means."""

from dataclasses import dataclass
from typing import Literal

from generator.dates.grammar import Kind
from generator.dates.whens import When

Bound = Literal["by", "until", "since", "before", "after"]


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time: its first and last place in the text (the second excluded) and what it means.

    `when` is the calendar days that it names, None where it names none ("soon", "for 30 years", "every week").
    `ends` are the two expressions of a range. `core` is where the words stand without what leads them in ("by", "in").
    """

    start: int
    end: int
    words: str
    kind: Kind
    when: When | None
    bound: Bound | None = None
    part: str | None = None
    direction: int = 0
    tense: int = 0
    """-1 where the verb that governs it is in the past, 1 in the future, 0 where nothing tells."""
    stated: bool = False
    """Whether the words alone tell the date, without the day of publication: "May 3, 2010"."""
    ends: tuple["Expression", "Expression"] | None = None
    core: tuple[int, int] = (0, 0)
    dateline: bool = False
    """Whether it is the day when the report was filed: "MANAMA, Sept 11 (Reuters) -"."""

    @property
    def edtf(self) -> str | None:
        """What it means as EDTF, with an open end where it is a bound: "by 2030" is `../2030`."""
        if self.when is None:
            return None
        if self.ends:
            return self.when.edtf
        first, _, last = self.when.edtf.partition("/")
        match self.bound:
            case "by" | "until" | "before":
                return f"../{last or first}"
            case "since":
                return f"{first}/.."
            case "after":
                return f"{last or first}/.."
            case _:
                return self.when.edtf
