"""A matrix: names at the left or above each row, and cells that write their value on a shade."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from markupsafe import Markup

from generator.outputs.charts.svg import Drawing, box, line, shortened, text

LEVELS = 5
"""Shades, from the faintest, 0, on."""
_CELL, _NAMES, _TURN = 30, 200, 52
_LETTERS = 27
_LINE, _SCREEN = 20, 320
_LETTERS_ABOVE = 42
_HEAD_LETTERS = 30
_SIGN = 7.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as it is written, its shade, and what it says in words."""

    words: str
    level: int
    told: str


def matrix(
    rows: Sequence[str], columns: Sequence[str], cells: Mapping[tuple[int, int], Cell], *, narrow: bool = False
) -> Drawing:
    """Draw cells by their row and column; a place without one stays empty.

    `narrow` leaves a phone's whole width to the cells: a row's name stands above it.
    """
    heads = [shortened(column, _HEAD_LETTERS) for column in columns]
    reach = max((len(head) for head in heads), default=0) * _SIGN
    top = int(reach * sin(radians(_TURN))) + 18
    left, high = (0, _CELL + _LINE) if narrow else (_NAMES, _CELL)
    right, bottom = left + _CELL * len(columns), top + high * len(rows)
    width = right + int(reach * cos(radians(_TURN))) + 4
    drawn: list[Markup] = []
    for at, (head, column) in enumerate(zip(heads, columns, strict=True)):
        x = left + _CELL * (at + 0.6)
        drawn.append(text(x, top - 8, head, "head", whole=column, turned=-_TURN))
    drawn.extend(line(left, top + high * at, right, top + high * at) for at in range(len(rows) + 1))
    names = tuple(_name(row, top + high * at, narrow=narrow) for at, row in enumerate(rows))
    for (row_at, column_at), cell in sorted(cells.items()):
        x, y = left + _CELL * column_at, top + high * (row_at + 1) - _CELL
        drawn.append(box(x + 1, y + 1, _CELL - 2, _CELL - 2, f"cell dl-chart__cell--{cell.level}", told=cell.told))
        kind = "value dl-chart__value--light" if cell.level >= 3 else "value"
        drawn.append(text(x + _CELL / 2, y + _CELL / 2 + 4.5, cell.words, kind, whole=cell.told))
    if narrow:  # nothing stands behind its names that would hide those that move
        return Drawing(width, bottom + 6, tuple(drawn), names, _SCREEN)
    return Drawing(width, bottom + 6, (*names, *drawn), names, _NAMES)


def _name(row: str, y: float, *, narrow: bool) -> Markup:
    if narrow:
        return text(0, y + _LINE - 5, shortened(row, _LETTERS_ABOVE), "above", whole=row)
    return text(_NAMES - 10, y + _CELL / 2 + 4.5, shortened(row, _LETTERS), "name", whole=row)
