"""The pipeline: load → validate → link → check → outputs, from a root folder to artifacts and problems."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.checks import check_site
from generator.dates.instants import Instant
from generator.outputs import formats, pages
from generator.outputs.artifact import Artifact, Output, address_of, clashes
from generator.outputs.discovery import outputs_in
from generator.outputs.edition import Edition
from generator.outputs.templates import template_place
from generator.problems import Problem, has_errors
from generator.project import CONTENT, INTRO, LOCK, PAGES, TEMPLATES
from generator.records.load import load_records
from generator.records.validate import validate_records
from generator.reference import reference
from generator.story.lock import SUFFIX, Lock, parse_lock
from generator.story.site import Site, link_site


@dataclass(frozen=True, slots=True)
class Checked:
    """The linked records and all that is wrong with them; the site is whole only without errors."""

    site: Site
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """Everything that the records make, or nothing and the errors."""

    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]
    site: Site


def check_content(root: Path, today: Instant) -> Checked:
    """Load, validate, link and check everything below root/content."""
    loaded = load_records(root / CONTENT, root)
    records, invalid = validate_records(loaded)
    lock, unlocked = _load_lock(root)
    site, unlinked = link_site(records, lock, today)
    problems = [*loaded.problems, *invalid, *unlinked, *unlocked, *check_site(site)]
    return Checked(site, tuple(sorted(problems)))


def build(root: Path, today: Instant, also: Sequence[Output] = ()) -> Built:
    """Check everything and, if there is no error, make every output, and those that only the caller knows."""
    checked = check_content(root, today)
    if has_errors(checked.problems):
        return Built((), checked.problems, checked.site)
    try:
        outputs = (*outputs_of(root, checked.site), *also)
        if clashing := [_clash(*pair) for pair in clashes([*hand_written(root), *outputs])]:
            return Built((), (*checked.problems, *clashing), checked.site)
        artifacts = tuple(output.artifact() for output in outputs)
    except Exception as error:
        place = template_place(error)
        if place is None:
            raise
        return Built((), (*checked.problems, _broken_template(root, error, *place)), checked.site)
    return Built(artifacts, checked.problems, checked.site)


def outputs_of(root: Path, site: Site) -> tuple[Output, ...]:
    """Declare every output of a site that is whole; nothing is made yet."""
    intro = root / INTRO
    words = intro.read_text(encoding="utf-8") if intro.is_file() else ""
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


def _load_lock(root: Path) -> tuple[Lock, list[Problem]]:
    """Read the lock: a folder of files or, as older versions wrote it, one file."""
    place = root / LOCK
    files = sorted(place.glob(f"*{SUFFIX}")) if place.is_dir() else [place] if place.is_file() else []
    texts: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for file in files:
        path = file.relative_to(root).as_posix()
        try:
            texts.append((path, file.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError) as error:
            message = f"the lock cannot be read: {error}. Run `dateline verify`."
            problems.append(Problem(path, 1, 1, "error", "lock", message))
    lock, unread = parse_lock(texts)
    return lock, [*problems, *unread]
