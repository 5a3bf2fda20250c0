"""`dateline import`: the table of another tool becomes records."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from generator.commands.articles import files_of
from generator.commands.changing import done, dry_run_option, opened
from generator.commands.options import root_option, today_option
from generator.dates.instants import Instant
from generator.drafting.known import records_of
from generator.files import FileError, read_input
from generator.importing.days import Order
from generator.importing.proposals import Settings, imported
from generator.importing.table import TableError, rows_of
from generator.project import CONTENT
from generator.records.explain import why_not
from generator.records.meant import Names
from generator.records.schema import Event
from generator.records.yaml_errors import visible


def _columns(_context: click.Context, _parameter: click.Parameter, value: tuple[str, ...]) -> dict[str, str]:
    pairs = [text.partition("=") for text in value]
    if wrong := next((name for name, equals, heading in pairs if not equals or not heading.strip()), None):
        raise click.BadParameter(f"`{wrong[:60]}`: write it as date=When.")
    return {name.strip().casefold(): heading.strip() for name, _, heading in pairs}


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--column", "columns", multiple=True, callback=_columns, metavar="NAME=HEADING",
    help="What the table calls a column, such as `date=When`, where its name does not tell.",
)  # fmt: skip
@click.option(
    "--dates", "order", type=click.Choice(["day-first", "month-first"]), help="How to read a date such as 06/11/2025."
)
@click.option(
    "--without-evidence", is_flag=True,
    help="Import rows that name no source, too: they cite the table itself, which establishes nothing.",
)  # fmt: skip
@dry_run_option
@root_option
@today_option
def import_table(
    file: Path,
    columns: Mapping[str, str],
    order: Order | None,
    without_evidence: bool,
    root: Path,
    today: Instant,
    dry_run: bool,
) -> None:
    """Make records of a TimelineJS spreadsheet (exported as CSV, or its JSON), or of any CSV table.

    Each row becomes an event, each link in it the article that the event cites, and eras a storyline. What the table
    does not say stands as a `# check:` comment. Rows that cannot be read are named and left out; files that are there
    already stay as they are.
    """
    change = opened(root, today)
    timeline = change.site.timeline
    names = Names(change.loaded)

    def wrong(name: str, value: object) -> str:
        return why_not(Event, name, value, names, timeline.language)  # type: ignore[arg-type]

    settings = Settings(
        today=date.fromisoformat(today.date_iso()),
        language=timeline.language,
        name=" ".join(file.stem.replace("_", " ").replace("-", " ").split()) or "imported table",
        order=order,
        without_evidence=without_evidence,
        storylines=_called({key: one.title.by_language for key, one in timeline.storylines.items()}),
        kinds=_called({key: one.label.by_language for key, one in timeline.kinds.items()}),
        why_not=wrong,
    )
    try:
        rows = rows_of(read_input(file), columns, file.suffix.lower() == ".json")
    except (FileError, TableError) as error:
        message = error.message if isinstance(error, FileError) else f"{error}."
        raise click.ClickException(f"{file}: {visible(message)}") from None
    found = imported(rows, records_of(timeline), names, settings)
    texts = files_of(found.proposals)
    kept = [path for path in texts if (root / path).exists()]
    change.files.update({path: text.encode() for path, text in texts.items() if path not in kept})
    if dry_run:
        for path, content in change.files.items():
            click.echo(f"# {path}\n{(content or b'').decode()}")
    change.apply(dry_run=dry_run)
    for path in kept:
        click.echo(f"{path} is there already and stays as it is.")
    for line in found.skipped:
        click.echo(f"{file}, {visible(line)}")
    events = sum(path.startswith(f"{CONTENT}/events/") for path in change.files)
    done(
        f"dateline import: {events} events of {len(rows)} rows, {len(change.files)} records; look for `# check:`",
        dry_run=dry_run,
    )
    for line in found.refused:
        click.echo(f"{file}, {visible(line)}", err=True)
    if found.refused:
        raise SystemExit(1)


def _called(names: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Ids by themselves and by their names, folded."""
    return {
        words.casefold(): record_id
        for record_id, by_language in names.items()
        for words in (record_id, *by_language.values())
    }
