"""Several files that change in one step or not at all, also where the command is killed or the disk is full."""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import click
from filelock import Timeout

from generator.commands.one_step import PlaceLock, delete
from generator.project import CONTENT, NOTES

_JOURNAL = "journal.json"

Edits = Mapping[str, tuple[bytes | None, bytes | None]]
"""Files by path from the root: what each held when it was read, and what it is to hold; None where there is none."""


def write_several(root: Path, edits: Edits) -> None:
    """Give every file its new content, or none; a click.ClickException says in one line why not.

    All new texts are written aside first, and all old ones kept until the last file is in its place: whoever fails puts
    them back, and after one that was killed the next command does.
    """
    lock = PlaceLock(root / CONTENT)
    try:
        lock.acquire(seconds=10)
    except Timeout:
        raise click.ClickException("another command is writing here: wait until that has ended.") from None
    aside = root / NOTES / "several"
    try:
        _recover(root, aside)
        _still_as_read(root, edits)
        _write(root, aside, edits)
    except OSError as error:
        what = Path(error.filename).name if error.filename else CONTENT
        raise click.ClickException(f"{what} cannot be written: {error.strerror}; nothing was changed.") from None
    finally:
        lock.release()


def recover(root: Path) -> None:
    """Put back what a command that was killed had begun to change."""
    aside = root / NOTES / "several"
    if not (aside / _JOURNAL).exists():
        return
    lock = PlaceLock(root / CONTENT)
    lock.acquire(seconds=10)
    try:
        _recover(root, aside)
    finally:
        lock.release()


def _still_as_read(root: Path, edits: Edits) -> None:
    for path, (old, _) in edits.items():
        file = root / path
        now = file.read_bytes() if file.is_file() else None
        if now != old or (old is None and os.path.lexists(file)):
            raise click.ClickException(f"{path}: somebody else has just changed it; nothing was written: run it again.")


def _write(root: Path, aside: Path, edits: Edits) -> None:
    delete(aside)
    aside.mkdir(parents=True)
    try:
        paths = list(edits)
        for number, (old, new) in enumerate(edits.values()):
            for what, content in (("old", old), ("new", new)):
                if content is not None:
                    (aside / f"{number}.{what}").write_bytes(content)
                    (aside / f"{number}.{what}").chmod(0o644)
        with (aside / f".{_JOURNAL}").open("w", encoding="utf-8") as journal:
            json.dump(paths, journal)
            journal.flush()
            os.fsync(journal.fileno())
        (aside / f".{_JOURNAL}").replace(aside / _JOURNAL)
        for number, (path, (_, new)) in enumerate(edits.items()):
            if new is not None:
                _beside(root / path, aside / f"{number}.new")
        for path, (_, new) in edits.items():
            file = root / path
            if new is None:
                file.unlink()
            else:
                _new(file).replace(file)
        (aside / _JOURNAL).unlink()
    except BaseException:
        _recover(root, aside)
        raise
    finally:
        if not (aside / _JOURNAL).exists():
            delete(aside)


def _recover(root: Path, aside: Path) -> None:
    journal = aside / _JOURNAL
    if not journal.exists():
        return
    for number, path in enumerate(json.loads(journal.read_text(encoding="utf-8"))):
        old, file = aside / f"{number}.old", root / path
        if not file.resolve().is_relative_to(root.resolve()):
            continue
        if old.exists():
            if not file.exists() or file.read_bytes() != old.read_bytes():
                _beside(file, old)
                _new(file).replace(file)
        else:
            file.unlink(missing_ok=True)
        _new(file).unlink(missing_ok=True)
    journal.unlink()


def _new(file: Path) -> Path:
    """Where a file's new text waits: beside it, for only there is it sure to be moved in one step."""
    return file.with_name(f".{file.name}.new")


def _beside(file: Path, text: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(text, _new(file))
    _new(file).chmod(0o644)
