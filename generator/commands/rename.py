"""`dateline rename`: a record gets another id, everywhere."""

from pathlib import Path

import click

from generator.commands.changing import KINDS, Change, done, dry_run_option, kind_type, opened, unharmed
from generator.commands.options import root_option, today_option
from generator.dates.instants import Instant
from generator.records.edit import redirected, renamed
from generator.records.load import RawRecord
from generator.records.write import WriteError


@click.command()
@click.argument("kind", type=kind_type)
@click.argument("old")
@click.argument("new")
@dry_run_option
@root_option
@today_option
def rename(kind: str, old: str, new: str, root: Path, today: Instant, dry_run: bool) -> None:
    """Give a record another id: in its file's name and wherever records refer to it.

    The old id becomes an alias, so that its address leads to the page. An article takes its entries of the lock and its
    text in snapshots/ along.
    """
    kind = KINDS.get(kind, kind)
    change = opened(root, today)
    raw = change.record(kind, old)
    change.free(kind, new, raw)
    try:
        text = renamed(raw, new, change.known)
    except WriteError as error:
        raise unharmed(raw, error) from None
    change.files[raw.path] = None
    change.files[change.beside(raw, new)] = text.encode()
    count = redirect(change, raw, new)
    if kind == "articles":
        change.move_article(old, new)
    change.apply(dry_run=dry_run)
    done(f"dateline rename: {old} is {new}, in {count} other record{'' if count == 1 else 's'} too", dry_run=dry_run)


def redirect(change: Change, raw: RawRecord, new: str, but: str = "") -> int:
    """Let all other records refer to `new`, but for one; returns how many did so."""
    count = 0
    for other in change.loaded.records:
        if other is raw or other.path == but:
            continue
        try:
            text = redirected(other, raw.kind, raw.id, new, change.known)
        except WriteError as error:
            raise unharmed(other, error) from None
        if text is not None:
            change.files[other.path] = text.encode()
            count += 1
    return count
