"""`dateline diff`: what a change of the records means."""

import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import click

from generator.build import declare, hand_written
from generator.changes.compare import Side, compare
from generator.changes.data import to_json
from generator.changes.words import Sides, to_markdown
from generator.commands.one_step import write_file
from generator.commands.options import root_option, today_option
from generator.commands.progress import told
from generator.commands.revision import RevisionError, commit_of, common_ancestor, is_in_git, write_revision
from generator.dates.instants import Instant
from generator.files import FileError, read_input
from generator.means import Means
from generator.outputs.artifact import address_of
from generator.problems import has_errors, summary
from generator.project import CONTENT, PAGES
from generator.words.catalogue import FALLBACK
from generator.words.language import load_language

_HERE = "the working tree"
_BRANCHES = ("main", "origin/main")


@dataclass(frozen=True, slots=True)
class _Place:
    """A side of the comparison: how it is called, and the folder in which it lies."""

    name: str
    folder: Path


@click.command()
@root_option
@today_option
@click.argument("before", required=False)
@click.argument("after", required=False)
@click.option("--format", "style", type=click.Choice(["markdown", "json"]), default="markdown", help="What to write.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="A file to write to.")
@click.option("--files", metavar="URL", help="The address below which the later side's files are shown.")
def diff(
    root: Path,
    today: Instant,
    before: str | None,
    after: str | None,
    style: str,
    output: Path | None,
    files: str | None,
) -> None:
    """Say what a change of the records means: what is new, moved, established, disputed or gone.

    BEFORE and AFTER are revisions of git or folders with a project; a folder that is also called like a revision is
    written ./so. Without AFTER it is the working tree, and without BEFORE what main and the working tree have in
    common. A revision is read without a change to any file.
    """
    if files and not files.startswith(("https://", "http://")):
        raise click.UsageError("--files takes an address that begins with https://.")
    with ExitStack() as stack:
        try:
            places = [_place(root, before or _start(root), stack), _place(root, after, stack)]
        except RevisionError as error:
            raise click.ClickException(str(error)) from None
        sides = [_side(place, today) for place in places]
    changes = compare(*sides)
    if style == "json":
        text = to_json(changes)
    else:
        called = Sides(places[0].name, places[1].name, _prefix(files or ""))
        text = to_markdown(changes, called, load_language(FALLBACK))
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        write_file(output, text)
    except OSError as error:
        raise click.ClickException(f"{output} cannot be written: {error.strerror}.") from None


def _prefix(files: str) -> str:
    """An address as the beginning of a link's destination."""
    bare = "".join(sign if sign.isalnum() or sign in "-._~:/%" else f"%{ord(sign):02X}" for sign in files)
    return bare.rstrip("/") + "/" if bare else ""


def _start(root: Path) -> str:
    """What the working tree is compared with where nothing is named; raises RevisionError."""
    if not is_in_git(root):
        raise RevisionError("this is no repository of git: name a folder to compare with.")
    for branch in _BRANCHES:
        try:
            return common_ancestor(root, branch, "HEAD")
        except RevisionError:
            continue
    return "HEAD"


def _place(root: Path, named: str | None, stack: ExitStack) -> _Place:
    """Find a side, and write one that is a revision to a folder that goes in the end; raises RevisionError."""
    if named is None:
        return _Place(_HERE, root)
    folder = Path(named)
    if named.startswith((".", "/")) and folder.is_dir():
        return _folder(named, folder)
    try:
        commit = commit_of(root, named)
    except RevisionError as error:
        if named and not named.startswith("-") and folder.is_dir():
            return _folder(named, folder)
        raise RevisionError(f"{str(error).rstrip('.')}, and no such folder.") from None
    new = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dateline-")))
    write_revision(root, commit, new)
    return _Place(named if not commit.startswith(named) else commit[:10], new)


def _folder(named: str, folder: Path) -> _Place:
    if not (folder / CONTENT).is_dir():
        raise RevisionError(f"{named} holds no {CONTENT}/.")
    return _Place(named, folder.resolve())


def _side(place: _Place, today: Instant) -> Side:
    """Read a side; one that has errors ends the command, in one line."""
    with told() as progress:
        declared = declare(place.folder, today, (), Means(progress=progress))
    if has_errors(declared.problems):
        errors = [problem for problem in declared.problems if problem.level == "error"]
        more = f" ({summary(errors)})" if len(errors) > 1 else ""
        raise click.ClickException(f"{place.name} does not validate{more}: {errors[0]}")
    addresses = frozenset(address_of(output.path) for output in declared.outputs if output.is_page)
    written = {output.path: _content(place.folder / PAGES / output.path) for output in hand_written(place.folder)}
    own = frozenset(address_of(path) for path in written)
    return Side(declared.site, addresses | own, written)


def _content(file: Path) -> bytes:
    """A hand-written page; of one that nobody can read, that it is there."""
    try:
        return read_input(file)
    except FileError as error:
        return error.code.encode()
