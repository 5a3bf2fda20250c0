"""LOAD: the YAML files of the content folder become raw records."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.files import FileError, Reader, read_input
from generator.problems import Level, Problem, Remedy
from generator.project import CONTENT
from generator.records.found import VOCABULARY, find_records
from generator.records.yaml_errors import YamlError
from generator.records.yaml_tree import Data, Loc, Parsed, Places, parse_document, parse_documents, parse_yaml

Parse = Callable[[Sequence[bytes]], list[Parsed | YamlError]]
"""Parses many documents; whoever has a better way than one after the other brings it along."""

NO_RECORD = "a record is made of `field: value` lines, with a space behind the colon and no `- ` before the field."


@dataclass(frozen=True)
class RawRecord:
    """A YAML file as read: scalars are text, an empty value is None, and every part knows its line and column."""

    path: str
    kind: str
    id: str
    data: dict[str, Data]
    content: bytes = field(repr=False)
    cut: tuple[tuple[int, int, str], ...] = ()
    """Where a ` #` cuts a text off: line, column, and what is lost."""

    @cached_property
    def places(self) -> Places:
        """Where the parts stand; of most records nobody asks."""
        return parse_yaml(self.content)[1]

    def place(self, loc: Loc, *, of_key: bool = False) -> tuple[int, int]:
        """Return line and column of the part at loc, or of the nearest part around it; skips unknown steps."""
        at: Loc = ()
        for step in loc:
            if (*at, step) in self.places.values:
                at = (*at, step)
        value = self.places.values[at]
        key = self.places.keys.get(at)
        if key and (of_key or not isinstance(self._part(at), str)):
            return key
        return value

    def _part(self, loc: Loc) -> Data:
        part: Data = self.data
        for step in loc:
            part = part[step]  # type: ignore[index]  # loc comes from the data's own shape
        return part

    def problem(
        self,
        loc: Loc,
        code: str,
        message: str,
        *,
        level: Level = "error",
        of_key: bool = False,
        remedy: Remedy | None = None,
    ) -> Problem:
        """Make a problem that points at the part of this record."""
        line, column = self.place(loc, of_key=of_key)
        return Problem(self.path, line, column, level, code, message, remedy)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The records that could be read, the problems of the others, and the others' kinds and ids."""

    records: tuple[RawRecord, ...]
    problems: tuple[Problem, ...]
    unreadable: frozenset[tuple[str, str]]


def path_of(kind: str, record_id: str) -> str:
    """The usual path of a record, from the project's root."""
    return f"{CONTENT}/{VOCABULARY}" if kind == "vocabulary" else f"{CONTENT}/{kind}/{record_id}.yaml"


def id_of(path: str) -> str:
    """The id of the record at a path."""
    return path.rpartition("/")[2].removesuffix(".yaml")


def load_records(content: Path, root: Path, parse: Parse = parse_documents, reader: Reader | None = None) -> Loaded:
    """Load every record below the content folder; paths in the result are relative to root."""
    found = find_records(content, root)
    files = [(kind, path, _read(os.path.join(root, path), reader)) for kind, path in found.files]
    parsed = iter(parse([content for _, _, content in files if isinstance(content, bytes)]))
    loaded = [
        _record(path, kind, content, next(parsed)) if isinstance(content, bytes) else _unread(path, content)
        for kind, path, content in files
    ]
    records = tuple(record for record in loaded if isinstance(record, RawRecord))
    broken = [problem for problem in loaded if isinstance(problem, Problem)]
    cut = [problem for record in records for problem in _cut(record)]
    unreadable = [file for file, one in zip(found.files, loaded, strict=True) if isinstance(one, Problem)]
    return Loaded(
        records, (*found.problems, *broken, *cut), frozenset((kind, id_of(path)) for kind, path in unreadable)
    )


def load_record(file: Path, path: str, kind: str) -> RawRecord | Problem:
    """Load one YAML file as a record of the kind, or say why it cannot be read."""
    content = _read(file)
    if isinstance(content, FileError):
        return _unread(path, content)
    return read_record(path, kind, content)


def read_record(path: str, kind: str, content: bytes) -> RawRecord | Problem:
    """Read a file's bytes as a record of the kind, or say why they are none."""
    return _record(path, kind, content, parse_document(content))


def _read(file: str | Path, reader: Reader | None = None) -> bytes | FileError:
    try:
        return read_input(file, reader=reader)
    except FileError as error:
        return error


def _unread(path: str, error: FileError) -> Problem:
    return Problem(path, 1, 1, "error", error.code, error.message)


def _record(path: str, kind: str, content: bytes, parsed: Parsed | YamlError) -> RawRecord | Problem:
    if isinstance(parsed, Parsed) and not isinstance(parsed.data, dict):
        parsed = YamlError("not-a-record", NO_RECORD, *parse_yaml(content)[1].values[()])
    if isinstance(parsed, YamlError):
        return Problem(path, parsed.line, parsed.column, "error", parsed.code, parsed.message)
    assert isinstance(parsed.data, dict)
    return RawRecord(path, kind, id_of(path), parsed.data, content, parsed.cut)


def _cut(record: RawRecord) -> Iterator[Problem]:
    """Warn of texts that YAML ends at a ` #` that may be a part of them."""
    for line, column, rest in record.cut:
        message = (
            f"the text ends before `{rest}`, which is a comment to YAML: put the whole text in quotes, or a space"
            " after the `#` if it is a comment."
        )
        yield Problem(record.path, line, column, "warning", "cut-text", message)
