"""A matrix: names at the left and above, and cells that write their value on a shade."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from markupsafe import Markup

from generator.outputs.charts.svg import Drawing, box, line, shortened, text

LEVELS = 5
"""Shades, from the faintest, 0, on."""
_CELL, _NAMES, _TURN = 30, 200, 52
_LETTERS = 27
_HEAD_LETTERS = 30
_SIGN = 7.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as it is written, its shade, and what it says in words."""

    words: str
    level: int
    told: str


def matrix(rows: Sequence[str], columns: Sequence[str], cells: Mapping[tuple[int, int], Cell]) -> Drawing:
    """Draw cells by their row and column; a place without one stays empty."""
    heads = [shortened(column, _HEAD_LETTERS) for column in columns]
    reach = max((len(head) for head in heads), default=0) * _SIGN
    top = int(reach * sin(radians(_TURN))) + 18
    right = _NAMES + _CELL * len(columns)
    width = right + int(reach * cos(radians(_TURN))) + 4
    drawn: list[Markup] = []
    for at, (head, column) in enumerate(zip(heads, columns, strict=True)):
        x = _NAMES + _CELL * (at + 0.6)
        drawn.append(text(x, top - 8, head, "head", whole=column, turned=-_TURN))
    for at, row in enumerate(rows):
        y = top + _CELL * at
        drawn.append(line(_NAMES, y, right, y))
        drawn.append(text(_NAMES - 10, y + _CELL / 2 + 4.5, shortened(row, _LETTERS), "name", whole=row))
    drawn.append(line(_NAMES, top + _CELL * len(rows), right, top + _CELL * len(rows)))
    for (row_at, column_at), cell in sorted(cells.items()):
        x, y = _NAMES + _CELL * column_at, top + _CELL * row_at
        drawn.append(box(x + 1, y + 1, _CELL - 2, _CELL - 2, f"cell dl-chart__cell--{cell.level}", told=cell.told))
        kind = "value dl-chart__value--light" if cell.level >= 3 else "value"
        drawn.append(text(x + _CELL / 2, y + _CELL / 2 + 4.5, cell.words, kind, whole=cell.told))
    return Drawing(width, top + _CELL * len(rows) + 6, tuple(drawn))
