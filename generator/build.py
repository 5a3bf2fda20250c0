"""The pipeline: load → validate → link → check → outputs, from a root folder to artifacts and problems."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateNotFound

from generator.checks import check_site
from generator.dates.instants import Instant
from generator.files import FileError, read_words
from generator.ids import did_you_mean_id
from generator.outputs import formats, pages
from generator.outputs.artifact import Artifact, Output, address_of, clashes
from generator.outputs.discovery import outputs_in
from generator.outputs.edition import Edition
from generator.outputs.templates import template_place
from generator.problems import Problem, has_errors
from generator.project import CONTENT, INTRO, LOCK, PAGES, SNAPSHOTS, TEMPLATES
from generator.records.found import RECORD_FOLDERS
from generator.records.load import load_records
from generator.records.validate import Validated, validate_records
from generator.records.yaml_errors import printable
from generator.reference import reference
from generator.story.lock import SUFFIX, Lock, parse_lock
from generator.story.site import Site, link_site


@dataclass(frozen=True, slots=True)
class Checked:
    """The linked records and all that is wrong with them; the site is whole only without errors."""

    site: Site
    problems: tuple[Problem, ...]
    read: Mapping[str, int]
    """How many records of each kind were read."""


@dataclass(frozen=True, slots=True)
class Built:
    """Everything that the records make, or nothing and the errors."""

    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]
    site: Site
    read: Mapping[str, int]


def check_content(root: Path, today: Instant) -> Checked:
    """Load, validate, link and check everything below root/content."""
    loaded = load_records(root / CONTENT, root)
    records, invalid = validate_records(loaded)
    lock, unlocked = _load_lock(root)
    texts = snapshots_of(root)
    site, unlinked = link_site(records, lock, today, frozenset(file.stem for file in texts))
    stray = [_stray(file, records) for file in texts if file.stem not in records.known("articles")]
    problems = [*loaded.problems, *invalid, *unlinked, *unlocked, *stray, *check_site(site)]
    read = Counter(record.kind for record in loaded.records)
    return Checked(site, tuple(sorted(problems)), {kind: read[kind] for kind in RECORD_FOLDERS})


def build(root: Path, today: Instant, also: Sequence[Output] = ()) -> Built:
    """Check everything and, if there is no error, make every output, and those that only the caller knows."""
    checked = check_content(root, today)
    if has_errors(checked.problems):
        return _nothing(checked)
    try:
        outputs = (*outputs_of(root, checked.site), *also)
    except FileError as error:
        return _nothing(checked, Problem(INTRO, 1, 1, "error", error.code, error.message))
    if clashing := [_clash(*pair) for pair in clashes([*hand_written(root), *outputs])]:
        return _nothing(checked, *clashing)
    artifacts: list[Artifact] = []
    for output in outputs:
        try:
            artifacts.append(output.artifact())
        except Exception as error:
            place = template_place(error)
            if isinstance(error, TemplateNotFound):
                problem = _no_template(error)
            else:
                problem = _broken_template(root, error, *place) if place else _unmade(output, error)
            return _nothing(checked, problem)
    return Built(tuple(artifacts), checked.problems, checked.site, checked.read)


def _nothing(checked: Checked, *more: Problem) -> Built:
    return Built((), (*checked.problems, *more), checked.site, checked.read)


def outputs_of(root: Path, site: Site) -> tuple[Output, ...]:
    """Declare every output of a site that is whole; nothing is made yet."""
    words = read_words(root / INTRO) if (root / INTRO).exists() else ""
    own = frozenset(output.path for output in hand_written(root))
    edition = Edition(site, root / TEMPLATES, words, own)
    return (*outputs_in(pages.__name__, edition), *outputs_in(formats.__name__, edition), *reference())


def hand_written(root: Path) -> list[Output]:
    """The maintainers' own pages, whose addresses no generated page may take; the home page holds what one says."""
    files = sorted((root / PAGES).rglob("*.md"))
    paths = [file.relative_to(root / PAGES).as_posix() for file in files]
    return [Output(path, frozenset(), str, f"{PAGES}/{path}") for path in paths if f"{PAGES}/{path}" != INTRO]


def _clash(holder: Output, other: Output) -> Problem:
    address = f"/{address_of(other.path)}/"
    message = f"{_what(other)} would stand at {address}, where {_what(holder)} stands: rename one of them."
    return Problem(other.source or holder.source or CONTENT, 1, 1, "error", "address-clash", message)


def _what(output: Output) -> str:
    return f"the page of {output.source}" if output.source else f"the generated page {output.path}"


def _broken_template(root: Path, error: Exception, file: str, line: int) -> Problem:
    path = Path(file).relative_to(root).as_posix()
    return Problem(path, line, 1, "error", "template", f"{error or type(error).__name__}: correct the template.")


def _no_template(error: TemplateNotFound) -> Problem:
    message = "there is no such template: copy it from Dateline's own repository."
    return Problem(f"{TEMPLATES}/{error.name}", 1, 1, "error", "template", message)


def snapshots_of(root: Path) -> tuple[Path, ...]:
    """The articles' texts that are here, by article; nothing is opened."""
    folder = root / SNAPSHOTS
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return tuple(file for file in files if file.suffix in (".txt", ".html") and not file.name.startswith("."))


def _stray(file: Path, records: Validated) -> Problem:
    hint = did_you_mean_id(file.stem, records.known("articles")) or "write its record, or rename the file."
    message = f"no article has the id `{printable(file.stem)}`, so nothing is looked up in this text: {hint}"
    return Problem(f"{SNAPSHOTS}/{file.name}", 1, 1, "notice", "stray-snapshot", message)


def _unmade(output: Output, error: Exception) -> Problem:
    """Whatever a record holds, nobody sees a traceback; what we did not foresee is our fault."""
    message = (
        f"{output.path} cannot be made ({type(error).__name__}: {printable(str(error))}): that is a fault of Dateline,"
        " not of the record; please report it, with the record."
    )
    return Problem(output.source or CONTENT, 1, 1, "error", "internal", message)


def _load_lock(root: Path) -> tuple[Lock, list[Problem]]:
    """Read the lock: a folder of files or, as older versions wrote it, one file."""
    place = root / LOCK
    files = sorted(place.glob(f"*{SUFFIX}")) if place.is_dir() else [place] if place.exists() else []
    texts: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for file in files:
        path = file.relative_to(root).as_posix()
        try:
            texts.append((path, read_words(file)))
        except FileError as error:
            problems.append(Problem(path, 1, 1, "error", error.code, error.message))
    lock, unread = parse_lock(texts)
    return lock, [*problems, *unread]
