"""LOAD: the YAML files of the content folder become raw records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.files import FileError, read_input
from generator.problems import Level, Problem
from generator.project import CONTENT
from generator.records.found import VOCABULARY, find_records
from generator.records.yaml_errors import YamlError
from generator.records.yaml_tree import Data, Loc, Places, parse_yaml

NO_RECORD = "a record is made of `field: value` lines, with a space behind the colon and no `- ` before the field."


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A YAML file as read: scalars are text, an empty value is None, and every part knows its line and column."""

    path: str
    kind: str
    id: str
    data: dict[str, Data]
    places: Places = field(repr=False)

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

    def problem(self, loc: Loc, code: str, message: str, *, level: Level = "error", of_key: bool = False) -> Problem:
        """Make a problem that points at the part of this record."""
        line, column = self.place(loc, of_key=of_key)
        return Problem(self.path, line, column, level, code, message)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The records that could be read, the problems of the others, and the others' kinds and ids."""

    records: tuple[RawRecord, ...]
    problems: tuple[Problem, ...]
    unreadable: frozenset[tuple[str, str]]


def path_of(kind: str, record_id: str) -> str:
    """The usual path of a record, from the project's root."""
    return f"{CONTENT}/{VOCABULARY}" if kind == "vocabulary" else f"{CONTENT}/{kind}/{record_id}.yaml"


def load_records(content: Path, root: Path) -> Loaded:
    """Load every record below the content folder; paths in the result are relative to root."""
    found = find_records(content, root)
    loaded = [load_record(file, file.relative_to(root).as_posix(), kind) for kind, file in found.files]
    records = tuple(record for record in loaded if isinstance(record, RawRecord))
    broken = [problem for problem in loaded if isinstance(problem, Problem)]
    return Loaded(
        records,
        (*found.problems, *broken, *(problem for record in records for problem in _cut(record))),
        frozenset(
            (kind, file.stem)
            for (kind, file), result in zip(found.files, loaded, strict=True)
            if isinstance(result, Problem)
        ),
    )


def load_record(file: Path, path: str, kind: str) -> RawRecord | Problem:
    """Load one YAML file as a record of the kind, or say why it cannot be read."""
    try:
        data, places = parse_yaml(read_input(file))
        if not isinstance(data, dict):
            raise YamlError("not-a-record", NO_RECORD, *places.values[()])
        return RawRecord(path, kind, file.stem, data, places)
    except FileError as error:
        return Problem(path, 1, 1, "error", error.code, error.message)
    except YamlError as error:
        return Problem(path, error.line, error.column, "error", error.code, error.message)


def _cut(record: RawRecord) -> Iterator[Problem]:
    """Warn of texts that YAML ends at a ` #` that may be a part of them."""
    for line, column, rest in record.places.cut:
        message = (
            f"the text ends before `{rest}`, which is a comment to YAML: put the whole text in quotes, or a space"
            " after the `#` if it is a comment."
        )
        yield Problem(record.path, line, column, "warning", "cut-text", message)
