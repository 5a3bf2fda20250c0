"""`dateline fmt`: every record in its canonical form."""

from pathlib import Path

import click

from generator.commands.options import root_option, stop
from generator.commands.progress import told
from generator.commands.several import recover, write_several
from generator.problems import Problem, has_errors
from generator.project import CONTENT
from generator.records.load import load_records
from generator.records.write import WriteError, canonical


@click.command()
@root_option
@click.option("--check", "only_check", is_flag=True, help="Write nothing: list the files that would change, exit 1.")
def fmt(root: Path, only_check: bool) -> None:
    """Put the fields of every record in the order of the reference, with the same indents, breaks and quotes.

    Comments stay with their fields, and what the records say stays the same. If one of them cannot be read, or has been
    changed meanwhile, nothing is written.
    """
    recover(root)
    loaded = load_records(root / CONTENT, root)
    problems = [*loaded.problems]
    edits: dict[str, tuple[bytes, bytes]] = {}
    with told() as progress:
        for number, record in enumerate(loaded.records):
            progress("Putting records in order", number, len(loaded.records))
            try:
                new = canonical(record.kind, record.content).encode()
            except WriteError as error:
                problems.append(Problem(record.path, error.line, error.column, "error", "order", error.message))
                continue
            if new != record.content:
                edits[record.path] = record.content, new
    if has_errors(problems):
        stop(problems, "nothing was written: mend these first.")
    for path in sorted(edits):
        click.echo(path)
    every = "1 record" if len(loaded.records) == 1 else f"{len(loaded.records)} records"
    changed = f"{len(edits)} of {every}"
    if not edits:
        click.echo(f"dateline fmt: {every}, all in canonical form.")
    elif only_check:
        raise click.ClickException(f"{changed} not in canonical form: run `dateline fmt`.")
    else:
        write_several(root, edits)
        click.echo(f"dateline fmt: {changed} written anew.")
