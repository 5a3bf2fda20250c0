"""`dateline verify`: quotes, and the words of dates, against the articles' texts."""

import re
import shutil
import tempfile
from pathlib import Path
from typing import Literal

import click

from generator.build import Checked, check_content, load_lock
from generator.commands.one_step import NewFolder, UnsafeFolderError
from generator.commands.options import root_option, stop, today_option
from generator.commands.progress import told
from generator.commands.revision import RevisionError, commit_of, write_revision
from generator.dates.instants import Instant
from generator.files import FileError, read_input
from generator.means import Means, Progress, silent
from generator.problems import has_errors
from generator.project import LOCK, NOTES, SNAPSHOTS
from generator.story.lock import SUFFIX, Lock, LockEntry, render_lock
from generator.story.verification import (
    Cited,
    Snapshots,
    Unconfirmed,
    Verification,
    changes,
    unconfirmed,
    verify_quotes,
)
from generator.words.markup import forge_text

_KINDS: tuple[tuple[str, Literal["text", "html"]], ...] = ((".txt", "text"), (".html", "html"))


MAX_TAGS = 50_000
MAX_UNCLOSED = 1_000
"""Tags that give text a look and are never closed; of many, HTML's rules make ever more work, which takes hours."""
_LOOK = re.compile(rb"<(/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b", re.IGNORECASE)

_WHY = {
    "no-text": "no text at hand",
    "not-there": "not in the text at hand",
    "not-cited": "no record cites it",
}


@click.command()
@root_option
@today_option
@click.option("--report", is_flag=True, help="Write nothing: list the entries that the texts at hand do not confirm.")
@click.option("--since", metavar="REVISION", help="With --report: only entries that are new or other than there.")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "markdown"]),
    default="text",
    help="How --report tells: markdown is for the page of a pull request.",
)
def verify(root: Path, today: Instant, report: bool, since: str | None, style: str) -> None:
    """Look every quote and every date's words up in the article's text, and write content/evidence.lock.

    The texts are snapshots/<article id>.txt or .html; where one is missing, what the lock says of its words stays. Says
    which entries changed. With --report, a reviewer who holds texts sees which entries rest on somebody else's word.
    """
    if (since is not None or style != "text") and not report:
        raise click.UsageError("--since and --format go with --report.")
    with told() as progress:
        checked = check_content(root, today, Means(progress=progress))
    if has_errors(checked.problems):
        stop(checked.problems, "nothing was verified: mend the records first.")
    if report:
        _report(root, checked, since, style)
        return
    found = verify_and_lock(root, checked, today)
    if found.problems:
        stop(found.problems, f"{LOCK} is unchanged: mend these first.")
    for change in changes(checked.site.lock, found.lock, checked.site.timeline):
        click.echo(f"{change.what:<8} {_entry(change.entry, change.cited)}")
    unknown = f", {found.without_snapshot} without a text at hand" if found.without_snapshot else ""
    entries = "1 entry is" if found.found == 1 else f"{found.found} entries are"
    click.echo(f"dateline verify: {entries} in {LOCK}{unknown}.")


def _report(root: Path, checked: Checked, since: str | None, style: str) -> None:
    """Say which entries of the lock, or which of those that a change brings, the texts at hand do not confirm."""
    lock = checked.site.lock
    if since is not None:
        before = _lock_at(root, since)
        lock = {key: entry for key, entry in lock.items() if before.get(key) != entry}
    with told() as progress:
        found = unconfirmed(checked.site.timeline, lock, snapshot_reader(root, progress))
    what = "new or changed " if since is not None else ""
    entries = f"1 {what}entry is" if len(lock) == 1 else f"{len(lock)} {what}entries are"
    ending = f"{len(lock) - len(found)} of {entries} confirmed by the texts at hand."
    if style == "markdown":
        click.echo(_as_markdown(found, ending), nl=False)
        return
    for item in found:
        click.echo(f"{_WHY[item.why]}: {_entry(item.entry, item.cited)}, {item.entry.verified}")
    click.echo(f"dateline verify: {ending}")


def _as_markdown(found: tuple[Unconfirmed, ...], ending: str) -> str:
    """The report as a checklist: whoever holds the article looks the words up."""
    rows = (
        f"- [ ] {_WHY[item.why]}: {forge_text(_entry(item.entry, item.cited))}, {forge_text(item.entry.verified)}\n"
        for item in found
    )
    return f"## Words of articles to look up\n\n{ending[:1].upper()}{ending[1:]}\n\n{''.join(rows)}"


def _lock_at(root: Path, revision: str) -> Lock:
    """The lock as it stood in a revision of git."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        try:
            write_revision(root, commit_of(root, revision), Path(folder))
        except RevisionError as error:
            raise click.ClickException(str(error)) from None
        return load_lock(Path(folder))[0]


def _entry(entry: LockEntry, cited: Cited | None) -> str:
    """An entry as a reviewer looks for it, on one line: the article, the words, and the event that cites them."""
    article = " ".join(entry.article.split())
    if cited is None:
        return f"{article}: {entry.quote[:12]}…"
    return f"{article}: “{' '.join(cited.words.split())}” (events/{cited.event})"


def verify_and_lock(root: Path, checked: Checked, today: Instant) -> Verification:
    """Verify all cited words against root/snapshots and write the lock, unless some were not found."""
    site = checked.site
    with told() as progress:
        found = verify_quotes(site.timeline, site.lock, snapshot_reader(root, progress), today.date_iso())
    if not found.problems:
        try:
            _write_lock(root, render_lock(found.lock))
        except (UnsafeFolderError, OSError) as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise click.ClickException(f"{LOCK} cannot be written: {why}; it is unchanged.") from None
    return found


def _write_lock(root: Path, files: dict[str, str]) -> None:
    """Write the lock in one step: a folder of files, beside what somebody else has put there."""
    lock = root / LOCK
    if not files and not lock.exists():
        return
    new = NewFolder(lock, root / NOTES)
    try:
        for other in lock.iterdir() if lock.is_dir() else ():
            if other.is_file() and other.suffix != SUFFIX:
                shutil.copy2(other, new.path)
        for name, text in files.items():
            (new.path / name).write_text(text, encoding="utf-8", newline="\n")
    except BaseException:
        new.discard()
        raise
    new.put_in_place()


def _takes_long(content: bytes) -> bool:
    """Say whether HTML has so many tags, or so many open ones, that a parser may take minutes."""
    closed = [found[1] for found in _LOOK.finditer(content)]
    return content.count(b"<") > MAX_TAGS or closed.count(b"") - closed.count(b"/") > MAX_UNCLOSED


def snapshot_reader(root: Path, progress: Progress = silent) -> Snapshots:
    """Return a function that reads an article's text from root/snapshots."""

    def read(article_id: str) -> tuple[bytes, Literal["text", "html"]] | None:
        progress("Looking words up in articles' texts", 0, 0)
        for suffix, kind in _KINDS:
            file = root / SNAPSHOTS / f"{article_id}{suffix}"
            if file.exists():
                try:
                    content = read_input(file)
                    if kind == "html" and _takes_long(content):
                        raise FileError("too-large", "the file's HTML is beyond measure: keep its text, as `.txt`.")
                    return content, kind
                except FileError as error:
                    raise click.ClickException(f"{file.relative_to(root).as_posix()}: {error.message}") from None
        return None

    return read
