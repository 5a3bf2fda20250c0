"""A file of another tool as rows: a CSV table, or TimelineJS's JSON; each row's cells by names of ours."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.ids import did_you_mean, one_of

MOST_ROWS = 20_000
_NAMES: dict[str, tuple[str, ...]] = {
    "year": ("year",),
    "month": ("month",),
    "day": ("day",),
    "time": ("time",),
    "end_year": ("end year",),
    "end_month": ("end month",),
    "end_day": ("end day",),
    "end_time": ("end time",),
    "display_date": ("display date",),
    "date": ("date", "when", "start", "start date", "begin", "from", "event date"),
    "end": ("end", "end date", "to", "until", "finish"),
    "title": ("headline", "title", "event", "what", "name", "event name", "event title"),
    "text": ("text", "summary", "description", "details", "notes", "body", "content"),
    "url": ("url", "source", "sources", "link", "links", "source url", "reference", "article", "citation"),
    "media": ("media", "media url"),
    "credit": ("media credit", "credit"),
    "caption": ("media caption", "caption"),
    "type": ("type",),
    "group": ("group", "category", "tag", "tags"),
    "kind": ("kind",),
    "status": ("status",),
    "actors": ("actors", "actor", "who", "people", "participants"),
    "places": ("places", "place", "where", "location"),
    "storylines": ("storylines", "storyline"),
    "importance": ("importance",),
    "quote": ("quote",),
    "says": ("says",),
    "published": ("published", "published on", "source date"),
}
"""What we call a column, and what tables call it, in lower case; the first column of a name counts."""


class TableError(ValueError):
    """A file that is no table that we can read, as one line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands in the file, and its cells, none of them empty."""

    where: str
    cells: Mapping[str, str]


def rows_of(content: bytes, columns: Mapping[str, str], is_json: bool) -> tuple[Row, ...]:
    """Read a file's rows; `columns` says by our names what some columns are called. Raises TableError."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TableError("it is not UTF-8: export it as CSV in UTF-8") from None
    rows = tuple(_of_json(text) if is_json else _of_csv(text, columns))
    if not rows:
        raise TableError("there is no row in it")
    if len(rows) > MOST_ROWS:
        raise TableError(f"it has {len(rows):,} rows, and at most {MOST_ROWS:,} are read: split it")
    return rows


def _of_csv(text: str, columns: Mapping[str, str]) -> Iterator[Row]:
    csv.field_size_limit(max(len(text), 1))
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        headings = next(reader, [])
        names = named(headings, columns)
        line = reader.line_num
        for cells in reader:
            found: dict[str, str] = {}
            for name, cell in zip(names, cells, strict=False):
                if name and cell.strip():
                    found.setdefault(name, cell.strip())
            if found:
                yield Row(f"line {line + 1}", found)
            line = reader.line_num
    except csv.Error as error:
        raise TableError(f"line {reader.line_num} is no CSV ({error}): export the table anew") from None


def named(headings: list[str], columns: Mapping[str, str]) -> list[str]:
    """What we call each column; empty for those that nobody knows. Raises TableError."""
    folded = [" ".join(heading.replace("_", " ").casefold().split()) for heading in headings]
    found = [""] * len(headings)
    for name, heading in columns.items():
        if name not in _NAMES:
            raise TableError(f"`{name[:60]}` is no column of ours: {did_you_mean(name, _NAMES) or one_of(_NAMES)}")
        if heading.strip().casefold() not in folded:
            hint = did_you_mean(heading, [one for one in headings if one]) or f"it has {one_of(headings)}."
            raise TableError(f"it has no column `{heading[:60]}`: {hint}")
        found[folded.index(heading.strip().casefold())] = name
    for name, words in _NAMES.items():
        at = next((folded.index(word) for word in words if word in folded and not found[folded.index(word)]), None)
        if at is not None and name not in found:
            found[at] = name
    for needed, other in (("title", "title"), ("date", "year")):
        if needed not in found and other not in found:
            seen = one_of(heading[:40] for heading in headings[:20]) if headings else "no columns"
            raise TableError(f"no column is the {needed}: say which by `--column {needed}=…`; it has {seen}")
    return found


def _of_json(text: str) -> Iterator[Row]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TableError(f"it is no JSON: {str(error)[:80]}") from None
    if not isinstance(data, dict) or not isinstance(data.get("events"), list):
        raise TableError("it is no timeline of TimelineJS: it has no list `events`")
    if isinstance(data.get("title"), dict):
        yield Row("title", {**_slide(data["title"]), "type": "title"})
    for name, kind in (("events", "event"), ("eras", "era")):
        slides = data.get(name)
        for number, slide in enumerate(slides if isinstance(slides, list) else [], 1):
            yield Row(f"{name}[{number}]", {**_slide(slide), "type": kind})


def _slide(slide: Any) -> dict[str, str]:
    slide = slide if isinstance(slide, dict) else {}
    cells = {"group": slide.get("group")}
    for prefix, name in (("", "start_date"), ("end_", "end_date")):
        moment = slide.get(name) if isinstance(slide.get(name), dict) else {}
        for part in ("year", "month", "day"):
            cells[prefix + part] = moment.get(part)
        if moment.get("hour") not in (None, ""):
            cells[f"{prefix}time"] = f"{moment['hour']}:{moment.get('minute') or '00'}"
    cells["display_date"] = slide.get("display_date")
    words = slide.get("text") if isinstance(slide.get("text"), dict) else {}
    media = slide.get("media") if isinstance(slide.get("media"), dict) else {}
    cells |= {"title": words.get("headline"), "text": words.get("text")}
    cells |= {"media": media.get("url"), "credit": media.get("credit"), "caption": media.get("caption")}
    plain = {name: str(cell).strip() for name, cell in cells.items() if isinstance(cell, (str, int, float))}
    return {name: cell for name, cell in plain.items() if cell}
