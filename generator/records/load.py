"""LOAD: the YAML files of the content folder become raw records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.ids import MAX_LENGTH, is_id
from generator.problems import Level, Problem
from generator.project import CONTENT
from generator.records.yaml_tree import Data, Loc, Places, YamlError, parse_yaml, printable

MAX_BYTES = 256_000
RECORD_FOLDERS = ("events", "articles", "outlets", "actors", "places", "storylines")
VOCABULARY = "vocabulary.yaml"


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
    files = list(_record_files(content))
    loaded = [load_record(file, file.relative_to(root).as_posix(), kind) for kind, file in files]
    return Loaded(
        tuple(record for record in loaded if isinstance(record, RawRecord)),
        tuple(problem for problem in loaded if isinstance(problem, Problem)),
        frozenset(
            (kind, file.stem) for (kind, file), result in zip(files, loaded, strict=True) if isinstance(result, Problem)
        ),
    )


def load_record(file: Path, path: str, kind: str) -> RawRecord | Problem:
    """Load one YAML file as a record of the kind, or say why it cannot be read."""
    try:
        _check_file(file, kind)
        data, places = parse_yaml(file.read_bytes())
        if not isinstance(data, dict):
            raise YamlError("not-a-record", "a record is made of `field: value` lines.", *places.values[()])
        return RawRecord(path, kind, file.stem, data, places)
    except OSError as error:
        return Problem(path, 1, 1, "error", "unreadable", f"the file cannot be read: {error.strerror}.")
    except YamlError as error:
        return Problem(path, error.line, error.column, "error", error.code, error.message)


def _record_files(content: Path) -> Iterator[tuple[str, Path]]:
    """Every file that is meant to be a record, in a stable order."""
    yield "vocabulary", content / VOCABULARY
    for kind in RECORD_FOLDERS:
        for file in sorted((content / kind).rglob("*")):
            hidden = file.name.startswith(".") or file.name.endswith("~")
            if not hidden and (file.is_symlink() or file.is_file()):
                yield kind, file


def _check_file(file: Path, kind: str) -> None:
    """Refuse, before a byte is read, what cannot be a record."""
    if file.is_symlink():
        raise YamlError("symlink", "the file is a symbolic link: put the record itself here.")
    if file.suffix != ".yaml":
        raise YamlError("file-name", f"`{printable(file.name)}` is not a record: its name must end in .yaml.")
    if kind != "vocabulary" and not is_id(file.stem):
        what = f"`{printable(file.stem)}` cannot be an id: write lower-case letters and digits joined by hyphens"
        raise YamlError("file-name", f"{what}, at most {MAX_LENGTH} characters.")
    size = file.stat().st_size
    if size > MAX_BYTES:
        raise YamlError("too-large", f"the file has {size:,} bytes: a record has at most {MAX_BYTES:,}. Split it.")
