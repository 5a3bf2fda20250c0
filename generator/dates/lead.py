"""What stands before an expression of time and belongs to it."""

from dataclasses import dataclass

from generator.dates.expression import Bound
from generator.dates.tokens import Word

_LEADS = frozenset({"THE", "APPROX", "PART", "OF", "BY", "IN", "FROM", "DASH", "ALL", "HENCE", "GLUED"})


_BOUNDS_ALSO = frozenset({"AGO", "TO", "EARLIER", "LATER"})
"""Kinds of words that lead to a date as bounds where their language says as which: "avant juin"."""
_LASTING = frozenset({"DECADE", "SEASON", "UNIT"})


def _bound(named: str, kind: str, part: str | None) -> str | None:
    """Return the bound that a word names: "through 1995" is until then, "through the 1980s" all the while."""
    if named == "through":
        return None if kind in _LASTING and part is None else "until"
    return named


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before an expression and belongs to it: "by the end of", "in early", "since"."""

    first: int
    core: int
    bound: Bound | None
    part: str | None

    @classmethod
    def before(cls, words: tuple[Word, ...], first: int, floor: int = 0) -> "Lead":
        """Return what leads to the word `first`; the words before `floor` belong to another expression."""
        at, core, bound, part = first, first, None, None
        while at > floor and (
            words[at - 1].kind in _LEADS or (words[at - 1].kind in _BOUNDS_ALSO and words[at - 1].value)
        ):
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
            if word.kind == "BY" or word.kind in _BOUNDS_ALSO or (word.kind == "HENCE" and word.value == "after"):
                bound = _bound(str(word.value), words[first].kind, part)
                break
            if word.kind in ("IN", "FROM", "HENCE", "GLUED"):
                break
        return cls(at, core, bound, part)  # type: ignore[arg-type] # the words of BY are bounds
