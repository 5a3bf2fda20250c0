"""Bars: all of them stacked in one row, and below it a row for each part, to one scale."""

# The rows name the colours, so that nobody looks them up in a legend.

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.outputs.charts.svg import Drawing, box, line, shortened, text

_NAMES, _WIDE, _HIGH = 214, 784, 150
_GAP, _FIGURE, _AXIS = 22, 15, 22
_LETTERS = 28


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the whole: its name, its count in each column, and its colour or the class that gives it one."""

    name: str
    counts: tuple[int, ...]
    kind: str = "bar"
    colour: str = ""


def totals_of(parts: Sequence[Part]) -> list[int]:
    """How much all parts hold in each column."""
    return [sum(counts) for counts in zip(*(part.counts for part in parts), strict=True)]


def bars(columns: Sequence[str], whole: str, parts: Sequence[Part]) -> Drawing:
    """Draw parts over columns; `whole` names the row of all."""
    step = max(26.0, min(72.0, (_WIDE - _NAMES) / len(columns)))
    width, scale = int(_NAMES + step * len(columns) + 8), _HIGH / max(1, *totals_of(parts))
    drawn: list[Markup] = []
    top = 4.0
    every = 1 if step >= 40 else 2
    for row, (name, stack) in enumerate([(whole, parts), *((part.name, [part]) for part in parts)]):
        if row and len(parts) == 1:
            break
        counts = totals_of(stack)
        base = top + _FIGURE + max(counts) * scale
        drawn.append(text(_NAMES - 14, base - 14, shortened(name, _LETTERS), "name", whole=name))
        drawn.append(text(_NAMES - 14, base, str(sum(counts)), "total"))
        for at, count in enumerate(counts):
            x, y = _NAMES + step * at + step * 0.1, base
            for part in stack:
                if part.counts[at]:
                    high = part.counts[at] * scale
                    told = f"{columns[at]} · {part.name}: {part.counts[at]}"
                    y -= high
                    drawn.append(box(x, y, step * 0.8, high, part.kind, told=told, colour=part.colour))
            if count:
                drawn.append(text(_NAMES + step * (at + 0.5), base - count * scale - 3, str(count), "figure"))
        drawn.append(line(_NAMES, base, width, base))
        top = base
        if not row:
            for at, column in enumerate(columns):
                if at % every == 0:
                    drawn.append(text(_NAMES + step * (at + 0.5), base + 16, column, "column"))
            top += _AXIS
        top += _GAP - _FIGURE + 8
    return Drawing(width, int(top), tuple(drawn))
