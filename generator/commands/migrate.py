"""`dateline migrate`: a project of an older record format becomes one of the present format."""

from pathlib import Path

import click

from generator.commands.one_step import write_file
from generator.commands.options import root_option
from generator.files import FileError, read_input
from generator.project import CONTENT
from generator.records.found import VOCABULARY
from generator.records.migrate import MigrationError, migrated


@click.command()
@root_option
def migrate(root: Path) -> None:
    """Bring a project to the record format that this Dateline writes; comments and order stay as they are."""
    file = root / CONTENT / VOCABULARY
    path = f"{CONTENT}/{VOCABULARY}"
    try:
        new = migrated(read_input(file))
    except FileError as error:
        raise click.ClickException(f"{path}: {error.message}") from None
    except MigrationError as error:
        raise click.ClickException(f"{path}:{error}") from None
    if new is None:
        click.echo("dateline migrate: the project is of the present format; nothing was changed.")
        return
    write_file(file, new)
    click.echo(f"dateline migrate: {path} now says the format; the records needed no change.")
