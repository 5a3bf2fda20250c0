"""`dateline check`: what is wrong with the records."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from generator.cache import Cache
from generator.commands.listing import print_listing
from generator.commands.options import root_option, today_option
from generator.commands.progress import told
from generator.commands.sarif import report_sarif
from generator.commands.touched import touched
from generator.dates.instants import Instant
from generator.means import Means
from generator.problems import has_errors, report_github, report_json, summary
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
def check(root: Path, today: Instant, strict: bool, style: str, base: str | None) -> None:
    """Check every record, and make every page of them without writing any.

    Exit codes: 0 where nothing is wrong, 1 where there are problems (errors; with --strict, warnings too), 2 where the
    command was used wrongly. Notices never fail.
    """
    only = None if base is None else touched(root, base)
    with told() as progress:
        found = report(root, today, Means(Cache(root / CACHE), progress=progress))
    problems = [problem for problem in found.problems if only is None or problem.path in only]
    if style == _TEXT:
        print_listing(problems, root)
        read = f"{read_in_words(found.read)} read; {summary(problems)}"
        if only is not None:
            apart = len(found.problems) - len(problems)
            read += f" in what the branch touches, {apart:,} elsewhere" if apart else " in what the branch touches"
        click.echo(f"dateline check: {read}", err=True)
    else:
        click.echo(_FOR_PROGRAMS[style](problems), nl=False)
    if has_errors(problems) or (strict and any(problem.level == "warning" for problem in problems)):
        sys.exit(1)


def read_in_words(read: Mapping[str, int]) -> str:
    """How many records of each kind were read, so that a folder that was not looked into is missed."""
    *counts, last = [f"{count:,} {kind if count != 1 else kind.removesuffix('s')}" for kind, count in read.items()]
    return f"{', '.join(counts)} and {last}"
