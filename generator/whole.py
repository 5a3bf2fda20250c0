"""The hash of a whole project: while it stays the same, so does all that follows from it."""

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.cache import key_of
from generator.files import MAX_BYTES, Reader
from generator.project import CONTENT, INTRO, PAGES, SNAPSHOTS
from generator.theme import template_folders


@dataclass(frozen=True, slots=True)
class Whole:
    """What stands at some places: the hash of what it says, and that of when and how it was written."""

    key: bytes
    signs: bytes
    """Without opening any file; two that are equal say that nothing was written in between."""
    has_links: bool
    """Whether a link is there, of which nobody knows what stands at its other end."""


def whole_key(root: Path, *more: str | bytes, reader: Reader | None = None) -> bytes:
    """The key of all that is checked of a project as it stands below its root, and of what else counts."""
    places = [root / CONTENT, root / SNAPSHOTS, *template_folders(root)]
    names_only = (root / PAGES, root / SNAPSHOTS)
    return look(places, *more, names_only=names_only, but=root / INTRO, reader=reader).key


def look(
    places: Iterable[Path],
    *more: str | bytes,
    names_only: Iterable[Path] = (),
    but: Path | None = None,
    reader: Reader | None = None,
) -> Whole:
    """Read all that lies at some places, with what else counts; in some folders only names do, but for one file's."""
    unread = tuple(os.path.join(folder, "") for folder in names_only)
    key: list[bytes] = []
    signs: list[bytes] = []
    has_links = False
    reader = reader or Reader()
    for place, name, found in _all(places):
        sign = _sign(found)
        signs += (name, sign)
        if isinstance(found, OSError):
            key += (name, sign)
            continue
        key += (name, str(stat.S_IFMT(found.st_mode)).encode())
        has_links = has_links or stat.S_ISLNK(found.st_mode)
        if stat.S_ISREG(found.st_mode) and (not place.startswith(unread) or place == str(but)):
            key.append(_content(place, found, reader))
    return Whole(key_of("whole", *more, *key), key_of(*signs), has_links)


def signs_of(places: Iterable[Path]) -> bytes:
    """What `look` says of when and how all was written that lies at some places."""
    return key_of(*(part for _, name, found in _all(places) for part in (name, _sign(found))))


Found = tuple[str, bytes, os.stat_result | OSError]
"""Where something stands, its name, and what it is, or why nobody knows."""


def _all(places: Iterable[Path]) -> list[Found]:
    """What stands at some places and below, in an order of its own; links are not followed."""
    all_found: list[Found] = []
    for number, place in enumerate(places):
        _add(all_found, str(place), str(number).encode())
    return all_found


def _add(all_found: list[Found], place: str, name: bytes) -> None:
    try:
        found = os.lstat(place)
        inside = sorted(os.listdir(place)) if stat.S_ISDIR(found.st_mode) else []
    except FileNotFoundError:
        return
    except OSError as error:
        all_found.append((place, name, error))
        return
    all_found.append((place, name, found))
    for inner in inside:
        _add(all_found, f"{place}{os.sep}{inner}", b"%s/%s" % (name, os.fsencode(inner)))


def _sign(found: os.stat_result | OSError) -> bytes:
    """How a file was written; of a folder, and of what is none of both, only what it is."""
    if isinstance(found, OSError):
        return str(found.errno).encode()
    if stat.S_ISREG(found.st_mode):
        return f"{found.st_mode} {_written(found)}".encode()
    return str(found.st_mode).encode()


def _written(found: os.stat_result) -> str:
    return f"{found.st_size} {found.st_mtime_ns} {found.st_dev} {found.st_ino}"


def _content(place: str, found: os.stat_result, reader: Reader) -> bytes:
    """A file's content; of one that is too large to be read as a record, how it was written; or why it is not read."""
    if found.st_size > MAX_BYTES:
        return _written(found).encode()
    try:
        return reader.content(place, found)
    except OSError as error:
        return str(error.errno).encode()
