"""Bars: all of them stacked in one row, and below it a row for each part, to one scale."""

# The rows name the colours, so that nobody looks them up in a legend.

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from generator.outputs.charts.svg import Drawing, box, line, shortened, text

_NAMES, _WIDE, _HIGH = 214, 784, 150
_GAP, _FIGURE, _AXIS = 22, 15, 22
_LETTERS = 28
_SCREEN, _LINE, _HIGH_NARROW, _DIGIT, _SIGN = 320, 20, 110, 6.4, 7.0


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


def bars(columns: Sequence[str], whole: str, parts: Sequence[Part], *, narrow: bool = False) -> Drawing:
    """Draw parts over columns; `whole` names the row of all.

    `narrow` fits all columns into a phone's width: a row's name stands above it, and a figure only where there is room.
    """
    left, most, line_above = (0, _HIGH_NARROW, _LINE) if narrow else (_NAMES, _HIGH, 0)
    step = _SCREEN / len(columns) if narrow else max(26.0, min(72.0, (_WIDE - _NAMES) / len(columns)))
    width = _SCREEN if narrow else int(_NAMES + step * len(columns) + 8)
    scale = most / max(1, *totals_of(parts))
    every = 1 if step >= 40 else 2
    labelled = _labelled(columns, step) if narrow else range(0, len(columns), every)
    drawn: list[Markup] = []
    top = 4.0
    for row, (name, stack) in enumerate([(whole, parts), *((part.name, [part]) for part in parts)]):
        if row and len(parts) == 1:
            break
        counts = totals_of(stack)
        base = top + line_above + _FIGURE + max(counts) * scale
        if narrow:
            drawn.append(text(0, top + 13, shortened(name, _LETTERS), "above", whole=name))
            drawn.append(text(width, top + 13, str(sum(counts)), "total"))
        else:
            drawn.append(text(_NAMES - 14, base - 14, shortened(name, _LETTERS), "name", whole=name))
            drawn.append(text(_NAMES - 14, base, str(sum(counts)), "total"))
        for at, count in enumerate(counts):
            x, y = left + step * at + step * 0.1, base
            for part in stack:
                if part.counts[at]:
                    high = part.counts[at] * scale
                    told = f"{columns[at]} · {part.name}: {part.counts[at]}"
                    y -= high
                    drawn.append(box(x, y, step * 0.8, high, part.kind, told=told, colour=part.colour))
            if count and not (narrow and len(str(count)) * _DIGIT > step):
                drawn.append(text(left + step * (at + 0.5), base - count * scale - 3, str(count), "figure"))
        drawn.append(line(left, base, width, base))
        top = base
        if not row:
            for at in labelled:
                drawn.append(text(left + step * (at + 0.5), base + 16, columns[at], "column"))
            if 0 not in labelled and len(columns[0]) * _SIGN < step * (min(labelled, default=0) - 0.5):
                drawn.append(text(left, base + 16, columns[0], "column dl-chart__column--first"))
            top += _AXIS
        top += _GAP - _FIGURE + 8
    return Drawing(width, int(top), tuple(drawn))


def _labelled(columns: Sequence[str], step: float) -> list[int]:
    """The columns that are named in a narrow drawing: the newest, and as many before it as there is room for."""
    half = [len(column) * _SIGN / 2 for column in columns]
    middle = [step * (at + 0.5) for at in range(len(columns))]
    fitting = [at for at in range(len(columns)) if half[at] <= middle[at] <= _SCREEN - half[at]]
    every = ceil((2 * max(half) + _SIGN) / step)
    return [at for at in fitting if (fitting[-1] - at) % every == 0]
