"""The pipeline: load → validate → link → check → render, from a root folder to pages and problems."""

from dataclasses import dataclass
from pathlib import Path

from generator.checks import Context, check_timeline
from generator.dates.edtf import Instant
from generator.outputs.formats import DataFile, render_data
from generator.outputs.pages import Page, render_pages
from generator.outputs.pages.templates import template_place
from generator.problems import Problem, has_errors
from generator.records.load import load_records
from generator.records.validate import validate_records
from generator.story.evidence import Lock, parse_lock
from generator.story.site import Site
from generator.story.timeline import Timeline, link_timeline

CONTENT = "content"
LOCK = "content/evidence.lock"
PAGES = "content/pages"
TEMPLATES = "theme_overrides/templates"


@dataclass(frozen=True, slots=True)
class Checked:
    """The linked records, the lock, and all that is wrong with them; the timeline is whole only without errors."""

    timeline: Timeline
    lock: Lock
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """Every page and data file that the records make, or none and the errors."""

    pages: tuple[Page, ...]
    data: tuple[DataFile, ...]
    problems: tuple[Problem, ...]
    timeline: Timeline


def check_content(root: Path, today: Instant) -> Checked:
    """Load, validate, link and check everything below root/content."""
    loaded = load_records(root / CONTENT, root)
    records, invalid = validate_records(loaded)
    timeline, unlinked = link_timeline(records)
    lock, unlocked = _load_lock(root)
    problems = [*loaded.problems, *invalid, *unlinked, *unlocked]
    problems += check_timeline(Context(timeline, lock, today))
    return Checked(timeline, lock, tuple(sorted(problems)))


def build(root: Path, today: Instant) -> BuildResult:
    """Check everything and, if there is no error, render every page."""
    checked = check_content(root, today)
    if has_errors(checked.problems):
        return BuildResult((), (), checked.problems, checked.timeline)
    intro = root / PAGES / "index.md"
    site = Site(
        timeline=checked.timeline,
        lock=checked.lock,
        today=today,
        templates=root / TEMPLATES,
        home=intro.read_text(encoding="utf-8") if intro.is_file() else "",
    )
    try:
        pages = tuple(render_pages(site))
    except Exception as error:
        place = template_place(error)
        if place is None:
            raise
        file, line = place
        path = Path(file).relative_to(root).as_posix()
        problem = Problem(path, line, 1, "error", "template", f"{error or type(error).__name__}: correct the template.")
        return BuildResult((), (), (*checked.problems, problem), checked.timeline)
    return BuildResult(pages, tuple(render_data(site)), checked.problems, checked.timeline)


def _load_lock(root: Path) -> tuple[Lock, list[Problem]]:
    file = root / LOCK
    if not file.is_file():
        return {}, []
    try:
        return parse_lock(file.read_text(encoding="utf-8"), LOCK)
    except (OSError, UnicodeDecodeError) as error:
        return {}, [Problem(LOCK, 1, 1, "error", "lock", f"the lock cannot be read: {error}. Run `dateline verify`.")]
