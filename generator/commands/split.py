"""`dateline split`: one record of two happenings becomes two."""

from pathlib import Path

import click

from generator.commands.changing import done, dry_run_option, opened, unharmed
from generator.commands.options import root_option, today_option
from generator.dates.instants import Instant
from generator.records.edit import EditError
from generator.records.edit import split as split_record
from generator.records.write import WriteError


@click.command()
@click.argument("record", metavar="ID")
@click.argument("new")
@click.option("--evidence", type=int, multiple=True, metavar="N", help="Evidence that goes there, counted from 1.")
@click.option("--claim", "claims", type=int, multiple=True, metavar="N", help="A claim that goes there, from 1.")
@dry_run_option
@root_option
@today_option
def split(
    record: str,
    new: str,
    evidence: tuple[int, ...],
    claims: tuple[int, ...],
    root: Path,
    today: Instant,
    dry_run: bool,
) -> None:
    """Make a second event, NEW, of some of the evidence and claims of the event ID.

    It keeps what both need, with `# check:` comments where somebody has to decide.
    """
    change = opened(root, today)
    raw = change.record("events", record)
    change.free("events", new, raw)
    try:
        left, made = split_record(raw, new, evidence, claims)
    except WriteError as error:
        raise unharmed(raw, error) from None
    except EditError as error:
        raise click.ClickException(str(error)) from None
    path = change.beside(raw, new)
    change.files[raw.path] = left.encode()
    change.files[path] = made.encode()
    change.apply(dry_run=dry_run)
    done(f"dateline split: {path} was made of {raw.path}; look at the `# check:` comments in both", dry_run=dry_run)
