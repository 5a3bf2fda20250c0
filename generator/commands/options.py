"""Options and endings that several commands share."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from generator.dates.instants import Instant
from generator.dates.parse import DateError
from generator.dates.today import read_day, today_from
from generator.problems import Problem, report_text, summary
from generator.project import CONTENT


class Day(click.ParamType[Instant]):
    """A day as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: str | Instant, param: click.Parameter | None, ctx: click.Context | None) -> Instant:
        if isinstance(value, Instant):
            return value
        try:
            return read_day(value)
        except DateError as error:
            self.fail(f"{error}.", param, ctx)


root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default="this folder",
    callback=lambda _context, _parameter, root: _project(root),
    help="The folder that holds `content/`.",
)
today_option = click.option(
    "--today",
    type=Day(),
    callback=lambda _context, _parameter, day: day or present_day(),
    show_default="today, UTC",
    help="The day to build for, as YYYY-MM-DD.",
)


def present_day() -> Instant:
    """The day that the environment sets, or the present one."""
    try:
        return today_from(os.environ, datetime.now(UTC))
    except DateError as error:
        raise click.UsageError(f"the environment: {error}.") from None


def stop(problems: Iterable[Problem], conclusion: str) -> NoReturn:
    """Print the errors and end with what follows from them."""
    errors = [problem for problem in problems if problem.level == "error"]
    click.echo(report_text(errors), nl=False, err=True)
    raise click.ClickException(f"{summary(errors)}; {conclusion}")


def _project(root: Path) -> Path:
    if not (root / CONTENT).is_dir():
        raise click.UsageError(
            f"there is no folder {root / CONTENT}: go to the project's folder, or name it by `--root`."
        )
    return root.resolve()
