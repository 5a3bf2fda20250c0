"""The edges that the pipeline does not touch: the clock, the articles' texts on disk, and writing a tree of pages."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from generator.build import LOCK, PAGES, Checked
from generator.dates.edtf import DateError, Instant, parse_edtf
from generator.outputs.formats import DataFile
from generator.outputs.pages import Page
from generator.story.evidence import Snapshots, Verification, render_lock, verify_quotes

_MARKER = ".dateline"


class UnsafeFolderError(Exception):
    """The output folder holds something that we did not write."""


def read_today(text: str | None = None) -> Instant:
    """Return the beginning of the day that is given, or of the current day in UTC; raises DateError."""
    text = text or os.environ.get("DATELINE_TODAY") or datetime.now(UTC).date().isoformat()
    date = parse_edtf(text)
    if not (date.is_exact and date.precision == "day"):
        raise DateError(f"'{text}' is not a day; write it as 2025-11-06")
    return date.earliest


def snapshot_reader(root: Path) -> Snapshots:
    """Return a function that reads an article's text from root/snapshots."""
    kinds: tuple[tuple[str, Literal["text", "html"]], ...] = ((".txt", "text"), (".html", "html"))

    def read(article_id: str) -> tuple[bytes, Literal["text", "html"]] | None:
        for suffix, kind in kinds:
            file = root / "snapshots" / f"{article_id}{suffix}"
            if file.is_file():
                return file.read_bytes(), kind
        return None

    return read


def verify_on_disk(root: Path, checked: Checked, today: str) -> Verification:
    """Verify every quote against root/snapshots and write the lock, unless a quote was not found."""
    found = verify_quotes(checked.timeline, checked.lock, snapshot_reader(root), today)
    if not found.problems:
        write_whole(root / LOCK, render_lock(found.lock))
    return found


def write_whole(file: Path, text: str) -> None:
    """Write a file in one step, so that nobody ever sees half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def write_tree(
    out: Path,
    root: Path,
    pages: Iterable[Page],
    data: Iterable[DataFile] = (),
    progress: Callable[[Iterable[Page]], Iterable[Page]] = iter,
) -> None:
    """Write all pages and data, and the hand-written pages, to a folder that takes the old one's place in one step.

    Raises UnsafeFolderError where the folder exists and was not written by us, OSError where it cannot be written.
    """
    out = out.resolve()
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / _MARKER).is_file())):
        raise UnsafeFolderError(f"{out} holds files that Dateline did not write: name an empty or a new folder")
    out.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}."))
    try:
        if (root / PAGES).is_dir():
            shutil.copytree(root / PAGES, new, dirs_exist_ok=True)
        for page in progress(pages):
            file = new / page.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page.markdown, encoding="utf-8", newline="\n")
        for item in data:
            file = new / item.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(item.text, encoding="utf-8", newline="\n")
        (new / _MARKER).write_text("Written by `dateline render`, which replaces this folder.\n", encoding="utf-8")
        new.chmod(0o755)
        if out.exists():
            shutil.rmtree(out)
        new.rename(out)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
