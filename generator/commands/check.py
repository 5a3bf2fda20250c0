"""`dateline check`: what is wrong with the records."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from generator.cache import Cache
from generator.commands.options import root_option, today_option
from generator.commands.progress import told
from generator.dates.instants import Instant
from generator.means import Means
from generator.problems import has_errors, report_github, report_json, report_text, summary
from generator.project import CACHE
from generator.report import report

_FORMATS = {"text": report_text, "json": report_json, "github": report_github}


@click.command()
@root_option
@today_option
@click.option("--strict", is_flag=True, help="Fail on warnings too, such as an unverified quote.")
@click.option("--format", "style", type=click.Choice(list(_FORMATS)), default="text", help="How to print problems.")
def check(root: Path, today: Instant, strict: bool, style: str) -> None:
    """Check every record, and make every page of them without writing any."""
    cache = Cache(root / CACHE)
    with told() as progress:
        found = report(root, today, Means(cache, progress=progress))
    problems = found.problems
    click.echo(_FORMATS[style](problems), nl=False, err=style == "text")
    if style == "text":
        click.echo(f"dateline check: {read_in_words(found.read)} read; {summary(problems)}", err=True)
    if has_errors(problems) or (strict and any(problem.level == "warning" for problem in problems)):
        sys.exit(1)


def read_in_words(read: Mapping[str, int]) -> str:
    """How many records of each kind were read, so that a folder that was not looked into is missed."""
    *counts, last = [f"{count:,} {kind if count != 1 else kind.removesuffix('s')}" for kind, count in read.items()]
    return f"{', '.join(counts)} and {last}"
