"""The pipeline: load → validate → link → check → outputs, from a root folder to artifacts and problems."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from generator.checks import check_site
from generator.dates.instants import Instant
from generator.files import FileError, Reader, read_words
from generator.fingerprint import fingerprint
from generator.ids import did_you_mean_id
from generator.making import Job, Use, make_outputs
from generator.means import PLAIN, Means
from generator.outputs import formats, pages
from generator.outputs.artifact import Artifact, Output, address_of, clashes, just
from generator.outputs.discovery import outputs_in
from generator.outputs.edition import Edition
from generator.outputs.publication import UNPUBLISHED, Publication
from generator.outputs.written import written_pages
from generator.parsing import Parser
from generator.problems import LEVELS, Level, Problem, has_errors
from generator.project import CONTENT, INTRO, LOCK, PAGES, SNAPSHOTS
from generator.records.found import RECORD_FOLDERS
from generator.records.load import load_records
from generator.records.validate import Validated, validate_records
from generator.records.yaml_errors import printable
from generator.reference import reference
from generator.remembering import Inputs, Maker
from generator.story.lock import SUFFIX, Lock, parse_lock
from generator.story.site import Site, link_site
from generator.theme import template_folders
from generator.workers import beside

T = TypeVar("T")

_ERRORS: tuple[Level, ...] = ("error",)
_NO_ERRORS: tuple[Level, ...] = ("warning", "notice")


@dataclass(frozen=True, slots=True)
class Checked:
    """The linked records and all that is wrong with them; the site is whole only without errors."""

    site: Site
    problems: tuple[Problem, ...]
    read: Mapping[str, int]
    """How many records of each kind were read."""

    def with_problems(self, more: Iterable[Problem]) -> "Checked":
        """The same, with more that is wrong."""
        return replace(self, problems=tuple(sorted([*self.problems, *more])))


@dataclass(frozen=True, slots=True)
class Declared:
    """Everything that can be made of the records, or nothing and the errors; nothing is made yet."""

    outputs: tuple[Output, ...]
    known: tuple[Problem, ...]
    """What is wrong, but for what rules find that only warn."""
    warned: Callable[[], tuple[Problem, ...]]
    """Waits for that."""
    site: Site
    read: Mapping[str, int]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong; raises WorkerLostError."""
        return tuple(sorted([*self.known, *self.warned()]))


@dataclass(frozen=True, slots=True)
class Built:
    """Everything that the records make, or nothing and the errors."""

    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]
    site: Site
    read: Mapping[str, int]


def check_content(root: Path, today: Instant, means: Means = PLAIN) -> Checked:
    """Load, validate, link and check everything below root/content."""
    linked = _link_content(root, today, means)
    return linked.with_problems(_checked(linked.site))


def _link_content(root: Path, today: Instant, means: Means) -> Checked:
    """All of it but the rules about what the records say."""
    tell = means.progress
    loaded = load_records(root / CONTENT, root, Parser(means, fingerprint()).parse, means.files)
    tell("Validating records", 0, 0)
    records, invalid = validate_records(loaded, means.memory.models if means.memory else None)
    lock, unlocked = load_lock(root, means.files)
    tell("Linking records", 0, 0)
    texts = snapshots_of(root)
    derived = means.memory.derived if means.memory else None
    site, unlinked = link_site(records, lock, today, frozenset(file.stem for file in texts), derived)
    tell("Checking records", 0, 0)
    stray = [_stray(file, records) for file in texts if file.stem not in records.known("articles")]
    problems = [*loaded.problems, *invalid, *unlinked, *unlocked, *stray]
    read = Counter(record.kind for record in loaded.records)
    return Checked(site, tuple(sorted(problems)), {kind: read[kind] for kind in RECORD_FOLDERS})


def _checked(site: Site, levels: Collection[Level] = LEVELS) -> tuple[Problem, ...]:
    return tuple(check_site(site, levels))


def declare(
    root: Path,
    today: Instant,
    also: Sequence[Output] = (),
    means: Means = PLAIN,
    published: Publication = UNPUBLISHED,
) -> Declared:
    """Check everything and, if there is no error, declare every output, and those that only the caller knows.

    Rules that only warn are applied beside. Raises WorkerLostError.
    """
    linked = _link_content(root, today, means)
    if has_errors(linked.problems):
        return _nothing(linked.with_problems(_checked(linked.site)))
    warned = beside(partial(_checked, linked.site, _NO_ERRORS))
    outputs, unfit = _declared(root, linked.site, also, published)
    checked = linked.with_problems([*_checked(linked.site, _ERRORS), *unfit])
    if has_errors(checked.problems):
        return _nothing(checked.with_problems(warned()))
    return Declared(outputs, checked.problems, warned, checked.site, checked.read)


def _declared(
    root: Path, site: Site, also: Sequence[Output], published: Publication
) -> tuple[tuple[Output, ...], list[Problem]]:
    """Every output, and why they cannot be."""
    try:
        outputs = (*outputs_of(root, site, published), *also)
    except FileError as error:
        return (), [Problem(INTRO, 1, 1, "error", error.code, error.message)]
    return outputs, [_clash(*pair) for pair in clashes([*hand_written(root), *outputs])]


def make(root: Path, declared: Declared, use: Use[T], means: Means = PLAIN) -> tuple[list[T], tuple[Problem, ...]]:
    """Make what is declared, and use each thing made; all that is wrong comes back, too.

    Raises WorkerLostError, and whatever `use` raises.
    """
    maker = Maker.of(means.cache, Inputs(root, declared.site, fingerprint()), declared.outputs).recall(declared.outputs)
    used, problem = make_outputs(Job(str(root), declared.outputs, maker, use), means.progress)
    return used, (*declared.problems, problem) if problem else declared.problems


def build(root: Path, today: Instant, also: Sequence[Output] = ()) -> Built:
    """Declare every output and keep what is made of them, or nothing and the errors."""
    declared = declare(root, today, also)
    artifacts, problems = make(root, declared, lambda artifact: artifact)
    return Built(() if has_errors(problems) else tuple(artifacts), problems, declared.site, declared.read)


def _nothing(checked: Checked) -> Declared:
    return Declared((), checked.problems, tuple, checked.site, checked.read)


def outputs_of(root: Path, site: Site, published: Publication = UNPUBLISHED) -> tuple[Output, ...]:
    """Declare every output of a site that is whole; nothing is made yet."""
    words = read_words(root / INTRO) if (root / INTRO).exists() else ""
    own = tuple(output.path for output in hand_written(root))
    written = tuple(written_pages(root / PAGES, own))
    edition = Edition(site, template_folders(root), words, frozenset(own), written, published)
    return (*outputs_in(pages.__name__, edition), *outputs_in(formats.__name__, edition), *reference())


def hand_written(root: Path) -> list[Output]:
    """The maintainers' own pages, whose addresses no generated page may take; the home page holds what one says."""
    files = sorted((root / PAGES).rglob("*.md"))
    paths = [file.relative_to(root / PAGES).as_posix() for file in files]
    return [Output(path, just(frozenset()), str, f"{PAGES}/{path}") for path in paths if f"{PAGES}/{path}" != INTRO]


def _clash(holder: Output, other: Output) -> Problem:
    address = f"/{address_of(other.path)}/"
    message = f"{_what(other)} would stand at {address}, where {_what(holder)} stands: rename one of them."
    return Problem(other.source or holder.source or CONTENT, 1, 1, "error", "address-clash", message)


def _what(output: Output) -> str:
    return f"the page of {output.source}" if output.source else f"the generated page {output.path}"


def snapshots_of(root: Path) -> tuple[Path, ...]:
    """The articles' texts that are here, by article; nothing is opened."""
    folder = root / SNAPSHOTS
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return tuple(file for file in files if file.suffix in (".txt", ".html") and not file.name.startswith("."))


def _stray(file: Path, records: Validated) -> Problem:
    hint = did_you_mean_id(file.stem, records.known("articles")) or "write its record, or rename the file."
    message = f"no article has the id `{printable(file.stem)}`, so nothing is looked up in this text: {hint}"
    return Problem(f"{SNAPSHOTS}/{file.name}", 1, 1, "notice", "stray-snapshot", message)


def load_lock(root: Path, reader: Reader | None = None) -> tuple[Lock, list[Problem]]:
    """Read the lock: a folder of files or, as older versions wrote it, one file."""
    place = root / LOCK
    files = sorted(place.glob(f"*{SUFFIX}")) if place.is_dir() else [place] if place.exists() else []
    texts: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for file in files:
        path = file.relative_to(root).as_posix()
        try:
            texts.append((path, read_words(file, reader)))
        except FileError as error:
            problems.append(Problem(path, 1, 1, "error", error.code, error.message))
    lock, unread = parse_lock(texts)
    return lock, [*problems, *unread]
