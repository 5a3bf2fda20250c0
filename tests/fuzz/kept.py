"""Targets that commands keep for themselves: the lock, the cache and the notes of a folder."""

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import cast

from generator import parsing, remembering, report
from generator.cache import Cache, key_of, pack, unpack
from generator.outputs.artifact import Output, just
from generator.plugin.chrome import Kind, Theme
from generator.plugin.notebook import Notebook
from generator.plugin.noted import Notes
from generator.problems import report_text
from generator.story.lock import parse_lock, render_lock
from tests.examples import read_example
from tests.fuzz.target import in_a_line, text_of

_FOLDER = Path(tempfile.mkdtemp(prefix="dateline-fuzz-"))
_DATABASE = _FOLDER / "cache.sqlite"
_KEYS = [key_of(str(number)) for number in range(3)]

LOCKS = [text.encode() for path, text in read_example("everything").files.items() if "evidence.lock" in path]
"""Files of a lock."""

VALUES = [
    *(b'"text"', b'[{"title": "A", "dateline": "events"}, "<p>body</p>", []]', b'[{}, [[1, 2, " #rest"]]]'),
    *(b'[{"title": "A", "list": ["b", {"c": null}]}, []]', b'[[["a", 1, 1, "error", "b", "c."]], {"events": 1}]'),
]
"""Values of the cache as they are before they are packed."""

NOTES = [
    b'[["a/index.html", [1, 2, 3, "", [1, "events", false, false, false, false, false]]]]',
    b'[["a/index.html", [1, 2, 3, "key", []]], ["b.json", [9, 8, 7, "key", []]]]',
]
"""The notes of a folder."""


def _database() -> bytes:
    """The file of a cache that holds a few values."""
    Cache(_DATABASE).put({key: pack(value) for key, value in zip(_KEYS, VALUES, strict=False)})
    return _DATABASE.read_bytes()


FILES = [_database()]
"""Files of a cache."""


def lock(data: bytes) -> None:
    """A lock is read, line by line, and is the same after it was written."""
    found, problems = parse_lock([("content/evidence.lock/a.jsonl", text_of(data))])
    for problem in problems:
        in_a_line(problem.message)
    again, unread = parse_lock(render_lock(found).items())
    assert (again, unread) == (found, [])


def values(data: bytes) -> None:
    """A value of the cache is what was stored, or nothing, whoever reads it."""
    assert unpack(pack(data)) == data
    for stored in (data, pack(data)):
        remembering._made(stored)
        parsing._from_json(stored)
        if found := report._from_json(stored):
            assert report_text(found.problems) is not None


def cache(data: bytes) -> None:
    """A cache whose file is spoilt gives bytes or nothing, and is a cache afterwards."""
    _DATABASE.write_bytes(data)
    _DATABASE.with_name(f"{_DATABASE.name}-journal").unlink(missing_ok=True)
    held = Cache(_DATABASE)
    assert all(isinstance(value, bytes) for value in held.get(_KEYS).values())
    held.put({_KEYS[0]: pack(b"new")})
    held.trim()
    Cache(_DATABASE).put({_KEYS[1]: pack(b"newer")})
    Cache(_DATABASE).get(_KEYS)


@dataclass
class _Bare:
    """A theme that puts nothing around a page, and lets it lie as deep as it should."""

    def hash_of(self, kind: Kind) -> bytes:
        """The hash of the way to the page."""
        return key_of("-/" * kind.depth, kind.shows)


def notes(data: bytes) -> None:
    """The notes of a folder hold of its files, or do not."""
    here = _FOLDER.stat()
    (_FOLDER / f"folder-{here.st_dev}-{here.st_ino}.json").write_bytes(data)
    found = Notes(_FOLDER).read(_FOLDER)
    book = Notebook(MappingProxyType({"a.md": b"key"}), cast(Theme, _Bare()), MappingProxyType({"a.md": "a/"}))
    kept = {path: note.sign for path, note in found.items()}
    for path in ("a.md", "b.json"):
        book.holds(Output(path, just(frozenset()), str, path), found, kept)
    json.dumps([path for path in kept if isinstance(path, str)])
