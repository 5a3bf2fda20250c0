"""The `dateline` command: check, verify and render."""

import sys
from functools import partial
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console
from rich.progress import track

from generator.build import CONTENT, LOCK, build, check_content
from generator.dates.edtf import DateError, Instant
from generator.disk import UnsafeFolderError, read_today, verify_on_disk, write_tree
from generator.problems import Problem, has_errors
from generator.report import report_github, report_json, report_text, summary

_FORMATS = {"text": report_text, "json": report_json, "github": report_github}


class _Day(click.ParamType[Instant]):
    """A day as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: str | Instant, param: click.Parameter | None, ctx: click.Context | None) -> Instant:
        if isinstance(value, Instant):
            return value
        try:
            return read_today(value)
        except DateError as error:
            self.fail(str(error), param, ctx)


_root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The folder that holds `content/`.",
)
_today = click.option("--today", type=_Day(), help="The day to build for, as YYYY-MM-DD.  [default: today, UTC]")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dateline", prog_name="dateline")
def main() -> None:
    """Publish a timeline that can be checked.

    To build or preview the site, use `mkdocs build` and `mkdocs serve`.
    """
    # Texts of records may be in any script, whatever the terminal's encoding.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@main.command()
@_root
@_today
@click.option("--strict", is_flag=True, help="Fail on warnings too, such as an unverified quote.")
@click.option("--format", "style", type=click.Choice(list(_FORMATS)), default="text", help="How to print problems.")
def check(root: Path, today: Instant | None, strict: bool, style: str) -> None:
    """Check every record, without building."""
    _require_content(root)
    problems = check_content(root.resolve(), today or read_today()).problems
    click.echo(_FORMATS[style](problems), nl=False, err=style == "text")
    if style == "text":
        click.echo(f"dateline check: {summary(problems)}", err=True)
    if has_errors(problems) or (strict and any(problem.level == "warning" for problem in problems)):
        sys.exit(1)


@main.command()
@_root
@_today
def verify(root: Path, today: Instant | None) -> None:
    """Look every quote up in its article's text, and write content/evidence.lock.

    The texts are snapshots/<article id>.txt or .html; where one is missing, what the lock says of its quotes stays.
    """
    _require_content(root)
    day = today or read_today()
    checked = check_content(root.resolve(), day)
    if has_errors(checked.problems):
        _stop(checked.problems, "nothing was verified: mend the records first")
    found = verify_on_disk(root.resolve(), checked, day.date_iso())
    if found.problems:
        _stop(found.problems, f"{LOCK} is unchanged: mend these quotes first")
    unknown = f", {found.without_snapshot} without a text at hand" if found.without_snapshot else ""
    click.echo(f"dateline verify: {found.found} quotes are in {LOCK}{unknown}.")


@main.command()
@_root
@_today
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write; it is replaced.")
def render(root: Path, today: Instant | None, out: Path) -> None:
    """Write the Markdown pages to a folder, for any Markdown builder."""
    _require_content(root)
    result = build(root.resolve(), today or read_today())
    if has_errors(result.problems):
        _stop(result.problems, f"{out} is unchanged: mend the records first")
    console = Console(stderr=True)
    try:
        progress = partial(track, description="Writing", console=console)
        write_tree(out, root.resolve(), result.pages, result.data, progress)
    except (UnsafeFolderError, OSError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"dateline render: {len(result.pages)} pages are in {out}.")


def _require_content(root: Path) -> None:
    if not (root / CONTENT).is_dir():
        raise click.UsageError(f"there is no folder {root / CONTENT}: go to the project's folder, or name it by --root")


def _stop(problems: tuple[Problem, ...], conclusion: str) -> NoReturn:
    errors = [problem for problem in problems if problem.level == "error"]
    click.echo(report_text(errors), nl=False, err=True)
    raise click.ClickException(f"{summary(errors)}; {conclusion}")
