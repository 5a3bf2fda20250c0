"""What stands before an expression of time and belongs to it."""

from dataclasses import dataclass

from generator.dates.expression import Bound
from generator.dates.tokens import Word

_LEADS = frozenset({"THE", "APPROX", "PART", "OF", "BY", "IN", "FROM", "DASH", "ALL", "HENCE", "GLUED"})


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before an expression and belongs to it: "by the end of", "in early", "since"."""

    first: int
    core: int
    bound: Bound | None
    part: str | None

    @classmethod
    def before(cls, words: tuple[Word, ...], first: int) -> "Lead":
        at, core, bound, part = first, first, None, None
        while at and (words[at - 1].kind in _LEADS or (words[at - 1].kind in ("AGO", "TO") and words[at - 1].value)):
            word = words[at - 1]
            if word.kind == "DASH" and (at < 2 or words[at - 2].kind != "PART"):
                break
            if word.kind == "OF" and (at < 2 or words[at - 2].kind not in ("PART", "UNIT", "DAY", "ALL")):
                break
            if word.kind == "PART":
                part = str(word.value)
            at -= 1
            if word.kind in ("THE", "PART", "APPROX"):
                core = at
            if word.kind in ("BY", "AGO", "TO") or (word.kind == "HENCE" and word.value == "after"):
                bound = str(word.value)
                break
            if word.kind in ("IN", "FROM", "HENCE", "GLUED"):
                break
        return cls(at, core, bound, part)  # type: ignore[arg-type] # the words of BY are bounds
