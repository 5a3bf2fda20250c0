"""`dateline merge`: two records of one happening become one."""

from pathlib import Path

import click

from generator.commands.changing import KINDS, Change, done, dry_run_option, kind_type, opened, unharmed
from generator.commands.options import root_option, today_option
from generator.commands.rename import redirect
from generator.dates.instants import Instant
from generator.records.edit import merged
from generator.records.write import WriteError


@click.command()
@click.argument("records", nargs=-1, required=True, metavar="[KIND] A B")
@dry_run_option
@root_option
@today_option
def merge(records: tuple[str, ...], root: Path, today: Instant, dry_run: bool) -> None:
    """Make one record of A and B: it keeps A's id, and B's becomes an alias.

    It has the evidence, claims, actors and all other lists of both, without doubles. Where both give one value and they
    differ, A's stays, and a `# check:` comment gives B's. KIND is needed where ids are of several kinds.
    """
    if len(records) not in (2, 3):
        raise click.UsageError("name two records, A and B, and before them their kind where it is in doubt.")
    *named, first, second = records
    change = opened(root, today)
    kind = _kind(change, named[0] if named else "", first, second)
    one, other = change.record(kind, first), change.record(kind, second)
    if one is other:
        raise click.ClickException(f"`{first}` is one record already: name another one as B.")
    try:
        text, checks = merged(one, other, change.known)
    except WriteError as error:
        raise unharmed(one, error) from None
    redirect(change, other, one.id, but=one.path)
    change.files[one.path] = text.encode()
    change.files[other.path] = None
    if kind == "articles":
        for left in change.move_article(other.id, one.id):
            click.echo(f"left   {left}: {one.id} has a text already; run `dateline verify`, then delete this one.")
    change.apply(dry_run=dry_run)
    look = f"; look at {checks} `# check:` comment{'' if checks == 1 else 's'} there" if checks else ""
    done(f"dateline merge: {other.id} is now part of {one.path}{look}", dry_run=dry_run)


def _kind(change: Change, named: str, first: str, second: str) -> str:
    if named:
        return KINDS.get(str(kind_type.convert(named, None, None)), named)
    kinds = [kind for kind in KINDS.values() if {first, second} <= change.known[kind]]
    if len(kinds) > 1:
        raise click.ClickException(f"there are records of both ids among {' and '.join(kinds)}: name the kind first.")
    if kinds:
        return kinds[0]
    return next((kind for kind in KINDS.values() if {first, second} & change.known[kind]), "events")
