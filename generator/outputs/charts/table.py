"""The data of a chart as people and programs read them: an HTML table, and CSV."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.words.markup import markdown_text

_FORMULA = re.compile(r"^[=+\-@\t\r]")

Cell = str | int


@dataclass(frozen=True, slots=True)
class Table:
    """What the columns are called, and the rows, each as long."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def csv_text(table: Table) -> str:
    """A table as CSV (RFC 4180); what a spreadsheet would take for a formula is defused by an apostrophe."""
    file = io.StringIO()
    csv.writer(file).writerows([_defused(row) for row in (table.head, *table.rows)])
    return file.getvalue()


def html_table(table: Table) -> Markup:
    """A table as HTML on one line: each row is told by its first cell."""
    head = _joined(Markup('<th scope="col" dir="auto">{}</th>').format(_cell(name)) for name in table.head)
    rows = _joined(Markup("<tr>{}</tr>").format(_row(row)) for row in table.rows)
    return Markup('<table class="dl-chart__table"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(
        head, rows
    )


def _row(row: Sequence[Cell]) -> Markup:
    first, *others = row
    cells = _joined(Markup('<td dir="auto">{}</td>').format(_cell(cell)) for cell in others)
    return Markup('<th scope="row" dir="auto">{}</th>{}').format(_cell(first), cells)


def _cell(cell: Cell) -> Markup:
    return markdown_text(str(cell))


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)


def _defused(row: Iterable[Cell]) -> list[Cell]:
    return [_FORMULA.sub(r"'\g<0>", cell) if isinstance(cell, str) else cell for cell in row]
