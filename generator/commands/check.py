"""`dateline check`: what is wrong with the records."""

import sys
import time
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

import click

from generator.cache import Cache
from generator.commands.listing import print_listing
from generator.commands.options import root_option, today_option
from generator.commands.progress import told
from generator.commands.sarif import report_sarif
from generator.commands.several import recover, write_several
from generator.commands.touched import touched
from generator.dates.instants import Instant
from generator.files import Reader
from generator.means import Means
from generator.problems import Problem, has_errors, report_github, report_json, summary
from generator.project import CACHE
from generator.report import report

_FOR_PROGRAMS = {"github": report_github, "json": report_json, "sarif": report_sarif}
_TEXT = "text"


@click.command()
@root_option
@today_option
@click.option("--strict", is_flag=True, help="Fail on warnings too, such as an unverified quote.")
@click.option(
    "--format",
    "style",
    type=click.Choice([_TEXT, *_FOR_PROGRAMS]),
    default=_TEXT,
    help="How to print problems: text is for people, on standard error; github is annotations of a workflow.",
)
@click.option(
    "--changed",
    "base",
    metavar="[BASE]",
    is_flag=False,
    flag_value="",
    default=None,
    help="Show only problems of files that this branch touches since it left BASE, by default the main branch.",
)
@click.option(
    "--fix",
    "mends",
    is_flag=True,
    help="Mend what can mean one thing alone; the reference of rules lists what that is.",
)
@click.option("--dry-run", is_flag=True, help="With --fix: write nothing, and print what would change as a diff.")
def check(root: Path, today: Instant, strict: bool, style: str, base: str | None, mends: bool, dry_run: bool) -> None:
    """Check every record, and make pages of each kind without writing any: all of them, or 200 spread over them.

    Exit codes: 0 where nothing is wrong, 1 where there are problems (errors; with --strict, warnings too), 2 where the
    command was used wrongly. Notices never fail. What --fix mends, or would mend, does not count.
    """
    if dry_run and (not mends or style != _TEXT):
        raise click.UsageError("--dry-run prints a diff of what --fix would do: it needs --fix, and no other --format.")
    only = None if base is None else touched(root, base)
    mended = _mended(root, today, only, dry_run=dry_run) if mends else []
    with told() as progress:
        found = report(root, today, Means(Cache(root / CACHE), progress=progress, files=Reader(time.time_ns())))
    problems = [problem for problem in found.problems if only is None or problem.path in only]
    if mends and not dry_run:  # what is still there is not to be mended so
        problems = [replace(problem, remedy=None) for problem in problems]
    if style == _TEXT:
        print_listing(problems, root)
        read = f"{read_in_words(found.read)} read; {summary(problems)}"
        if only is not None:
            apart = len(found.problems) - len(problems)
            read += f" in what the branch touches, {apart:,} elsewhere" if apart else " in what the branch touches"
        click.echo(f"dateline check: {read}", err=True)
    else:
        click.echo(_FOR_PROGRAMS[style](problems), nl=False)
    left = [problem for problem in problems if problem not in mended] if dry_run else problems
    if has_errors(left) or (strict and any(problem.level == "warning" for problem in left)):
        sys.exit(1)


def _mended(root: Path, today: Instant, only: Collection[str] | None, *, dry_run: bool) -> list[Problem]:
    """Mend what is certain, or print what that would change, and say what it is; all files are written, or none."""
    from generator.commands.fixing import fixed  # what writes YAML takes long to import, and few checks mend anything

    recover(root)
    done = fixed(root, today, only)
    if dry_run:
        for line in done.diff():
            click.echo(line)
    else:
        if done.edits:
            write_several(root, done.edits)
        for problem in sorted(done.mended):
            click.echo(f"mended: {problem}", err=True)
    for why in done.left.values():
        click.echo(f"not mended: {why}", err=True)
    many = f"{len(done.mended):,} problem{'s' if len(done.mended) != 1 else ''}"
    files = f"{len(done.edits):,} file{'s' if len(done.edits) != 1 else ''}"
    end = "; nothing was written (--dry-run)." if dry_run else "."
    click.echo(f"dateline check --fix: {many} mended in {files}{end}", err=True)
    return done.mended


def read_in_words(read: Mapping[str, int]) -> str:
    """How many records of each kind were read, so that a folder that was not looked into is missed."""
    *counts, last = [f"{count:,} {kind if count != 1 else kind.removesuffix('s')}" for kind, count in read.items()]
    return f"{', '.join(counts)} and {last}"
