"""`dateline init`: a new project that is checked and built at once."""

import json
import os
import shlex
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.metadata import PackageNotFoundError, distribution, version
from importlib.util import find_spec
from pathlib import Path
from typing import cast

import click

from generator.build import check_content
from generator.commands import asking
from generator.commands.articles import Said
from generator.commands.draft import given_day, show
from generator.commands.drafting import Drafted, drafted_into
from generator.commands.options import stop, today_option
from generator.commands.progress import told
from generator.commands.verify import verify_and_lock
from generator.dates.instants import Instant
from generator.ids import did_you_mean
from generator.means import Means
from generator.problems import has_errors
from generator.project import NOTES
from generator.records.yaml_errors import printable
from generator.starting.project import LICENCES, Answers, Licence, files_of, subject_of

_LICENCES: dict[str, str] = {"cc-by-4.0": "CC BY 4.0", "cc0-1.0": "CC0 1.0", "none": "none yet"}


@dataclass(frozen=True, slots=True)
class _Given:
    """What was said on the command line; None or empty where nothing was."""

    subject: str | None
    languages: tuple[str, ...]
    licence: Licence | None


def _subject(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return None if value is None else subject_of(value)
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from None


def _languages(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    try:
        return _tags(values)
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from None


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--subject", callback=_subject, metavar="TEXT", help="What the timeline is about: the site's name.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    callback=_languages,
    metavar="TAG",
    help="A language of its texts, such as `en`; the first is the site's own. May be given several times.",
)
@click.option("--licence", type=click.Choice(list(LICENCES)), help="The licence of the records' own words.")
@click.option("--yes", is_flag=True, help="Ask nothing: take what is usual for all that is not said.")
@click.option("--from", "articles", multiple=True, metavar="ARTICLES", help="Draft first records of these articles.")
@click.option("--published", callback=given_day, metavar="DAY", help="Their day of publication, where they do not say.")
@click.option("--outlet", metavar="ID", help="Who published them, where they do not say.")
@click.option("--requirement", metavar="LINE", help="How pip installs Dateline there, if not as it is installed here.")
@today_option
def init(
    folder: Path,
    subject: str | None,
    languages: tuple[str, ...],
    licence: Licence | None,
    yes: bool,
    articles: tuple[str, ...],
    published: date | None,
    outlet: str | None,
    requirement: str | None,
    today: Instant,
) -> None:
    """Begin a project of another subject in DIR, which is new or empty.

    Asks on a terminal for what no option says. Writes settings, pages, workflows and an example of each kind of record;
    `dateline check --strict` and `mkdocs build --strict` accept it as it is. With --from, it also drafts the first
    records, as `dateline draft` does. Where anything is wrong, nothing is written.
    """
    place = Path(os.path.abspath(folder))  # noqa: PTH100 (`resolve` would follow a link)
    if refused := _why_not(place):
        raise click.ClickException(f"{folder}: {refused}; nothing was written.")
    given = _Given(subject, languages, licence)
    usual = _Given(subject or _called(place.name), languages or ("en",), licence or "cc-by-4.0")
    if not yes and None not in (subject, licence) and languages:
        answered = given
    elif yes:
        answered = usual
    else:
        answered = _ask(given, usual)
    line, is_local = (requirement, False) if requirement else _requirement()
    answers = Answers(
        answered.subject or "",
        answered.languages,
        _theme_language(answered.languages[0]),
        answered.licence or "none",
        line,
        is_local,
    )
    drafted = _make(place, files_of(answers), articles, Said(published, outlet, None), today)
    if drafted:
        show(drafted, "written")
    there = [] if folder == Path() else [f"cd {shlex.quote(str(folder))}"]
    steps = "; ".join([*there, "make test", "make serve"])
    click.echo(f"dateline init: “{printable(answers.subject)}” is in {folder}. Go on: {steps}.")


def _why_not(place: Path) -> str:
    """Why no project can begin in a place; empty where one can."""
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        return "this is no folder"
    try:
        if place.exists() and any(place.iterdir()):
            return "this folder has files, and none is ever overwritten: name a new or an empty one"
    except OSError as error:
        return f"this folder cannot be read ({error.strerror})"
    return "" if place.parent.is_dir() else f"there is no folder {place.parent} to make it in"


def _called(name: str) -> str:
    """A subject after the name of a folder: `lindmoor-canal` is about "Lindmoor canal"."""
    words = " ".join(name.replace("_", "-").replace("-", " ").split())
    try:
        return subject_of(words[:1].upper() + words[1:])
    except ValueError:
        return "A timeline"


def _ask(given: _Given, usual: _Given) -> _Given:
    """Ask for what is not given; raises click.Abort where somebody has enough."""
    if not asking.is_terminal():
        said = {"--subject": given.subject, "--language": given.languages, "--licence": given.licence}
        missing = ", ".join(name for name, value in said.items() if not value)
        raise click.UsageError(f"nobody is here to ask: give {missing}, or --yes for what is usual.")
    subject, languages, licence = given.subject, given.languages, given.licence
    if subject is None:
        words = "What is the timeline about?"
        subject = subject_of(asking.ask_line(words, usual.subject or "", partial(_wrong, subject_of)))
    if not languages:
        words = "In which languages are its texts? (the site's own first)"
        languages = _listed(asking.ask_line(words, usual.languages[0], partial(_wrong, _listed)))
    if licence is None:
        words = "Under which licence are the records' own words?"
        licence = cast(Licence, asking.choose_one(words, _LICENCES))
    return _Given(subject, languages, licence)


def _wrong(read: Callable[[str], object], text: str) -> str:
    try:
        read(text)
    except ValueError as error:
        return f"{error}."
    return ""


def _listed(text: str) -> tuple[str, ...]:
    return _tags(tuple(text.replace(",", " ").split()) or ("",))


def _tags(values: tuple[str, ...]) -> tuple[str, ...]:
    """Languages without repetitions; raises ValueError for one that the theme has no words of."""
    for value in values:
        _theme_language(value)
    return tuple(dict.fromkeys(values))


def _theme_language(tag: str) -> str:
    """The theme's name for a language; raises ValueError where it has none."""
    known = _known_languages()
    names = {name.lower(): name for name in known}
    primary = tag.lower().split("-")[0]
    kin = (name for name in known if name.lower().split("-")[0] == primary)
    found = names.get(tag.lower()) or names.get(primary) or next(kin, None)
    if found is None or not tag.replace("-", "").isascii() or not tag.replace("-", "").isalnum():
        shown = tag if tag.isprintable() and len(tag) < 40 else "this"
        raise ValueError(
            f"`{shown}` is no language of the theme, which are {', '.join(known)}{did_you_mean(tag, known)}"
        )
    return found


def _known_languages() -> list[str]:
    """The languages of the theme, read without importing it."""
    spec = find_spec("material")
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return sorted(file.stem for one in folders for file in Path(one).glob("templates/partials/languages/*.html"))


def _requirement() -> tuple[str, bool]:
    try:
        return requirement_of(distribution("dateline").read_text("direct_url.json"), version("dateline"))
    except PackageNotFoundError:
        told_why = "Dateline is not installed here: say by `--requirement` how pip installs it."
        raise click.ClickException(told_why) from None


def requirement_of(direct_url: str | None, release: str) -> tuple[str, bool]:
    """The line by which pip installs the same again, and whether it names a place of this computer only.

    `direct_url` is what pip notes of where a package came from (PEP 610), and None where it came from an index.
    """
    if not direct_url:
        return f"dateline=={release}", False
    origin = json.loads(direct_url)
    url = str(origin["url"])
    is_local = url.startswith("file:")
    if vcs := origin.get("vcs_info"):
        return f"dateline @ {vcs['vcs']}+{url}@{vcs['commit_id']}", is_local
    if origin.get("dir_info", {}).get("editable"):
        return f"-e {url}", is_local
    digest = origin.get("archive_info", {}).get("hashes", {}).get("sha256")
    return f"dateline @ {url}" + (f"#sha256={digest}" if digest else ""), is_local


def _make(place: Path, files: dict[str, str], articles: tuple[str, ...], said: Said, today: Instant) -> Drafted | None:
    """Make the project beside its place, and move it there once everything in it is right."""
    drafted = None
    try:
        work = Path(tempfile.mkdtemp(prefix=f".{place.name[:40]}.", dir=place.parent))
    except OSError as error:
        raise click.ClickException(f"{place.parent} cannot be written to: {error.strerror}.") from None
    try:
        for path, text in files.items():
            _write(work / path, text)
        if articles:
            with told() as progress:
                drafted = drafted_into(work, today, articles, said, False, progress)
            if drafted.refused:
                click.echo("\n".join(drafted.refused), err=True)
                raise click.ClickException("nothing was written: leave these articles out, or say what they lack.")
            for path, text in drafted.files.items():
                _write(work / path, text)
        checked = check_content(work, today, Means())
        if has_errors(checked.problems):
            stop(checked.problems, "nothing was written.")
        found = verify_and_lock(work, checked, today)
        if found.problems:
            stop(found.problems, "nothing was written.")
        shutil.rmtree(work / NOTES.partition("/")[0], ignore_errors=True)
        work.chmod(0o755)
        _move(work, place)
    except OSError as error:
        raise click.ClickException(f"{place} cannot be written: {error.strerror}; nothing was written.") from None
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return drafted


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _move(work: Path, place: Path) -> None:
    """Give a folder its place in one step; an empty one that is there stays, for somebody may be in it."""
    if not place.exists():
        work.rename(place)
        return
    if refused := _why_not(place):
        raise click.ClickException(f"{place}: {refused}; nothing was written.")
    moved: list[Path] = []
    try:
        for entry in sorted(work.iterdir()):
            entry.rename(place / entry.name)
            moved.append(place / entry.name)
    except BaseException:
        for entry in moved:
            entry.rename(work / entry.name)
        raise
