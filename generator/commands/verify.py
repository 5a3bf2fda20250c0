"""`dateline verify`: quotes against the articles' texts."""

from pathlib import Path
from typing import Literal

import click

from generator.build import Checked, check_content
from generator.commands.one_step import write_file
from generator.commands.options import root_option, stop, today_option
from generator.dates.instants import Instant
from generator.problems import has_errors
from generator.project import LOCK, SNAPSHOTS
from generator.story.lock import render_lock
from generator.story.verification import Snapshots, Verification, verify_quotes

_KINDS: tuple[tuple[str, Literal["text", "html"]], ...] = ((".txt", "text"), (".html", "html"))


@click.command()
@root_option
@today_option
def verify(root: Path, today: Instant) -> None:
    """Look every quote up in its article's text, and write content/evidence.lock.

    The texts are snapshots/<article id>.txt or .html; where one is missing, what the lock says of its quotes stays.
    """
    checked = check_content(root, today)
    if has_errors(checked.problems):
        stop(checked.problems, "nothing was verified: mend the records first")
    found = verify_and_lock(root, checked, today)
    if found.problems:
        stop(found.problems, f"{LOCK} is unchanged: mend these quotes first")
    unknown = f", {found.without_snapshot} without a text at hand" if found.without_snapshot else ""
    click.echo(f"dateline verify: {found.found} quotes are in {LOCK}{unknown}.")


def verify_and_lock(root: Path, checked: Checked, today: Instant) -> Verification:
    """Verify every quote against root/snapshots and write the lock, unless a quote was not found."""
    site = checked.site
    found = verify_quotes(site.timeline, site.lock, snapshot_reader(root), today.date_iso())
    if not found.problems:
        write_file(root / LOCK, render_lock(found.lock))
    return found


def snapshot_reader(root: Path) -> Snapshots:
    """Return a function that reads an article's text from root/snapshots."""

    def read(article_id: str) -> tuple[bytes, Literal["text", "html"]] | None:
        for suffix, kind in _KINDS:
            file = root / SNAPSHOTS / f"{article_id}{suffix}"
            if file.is_file():
                return file.read_bytes(), kind
        return None

    return read
