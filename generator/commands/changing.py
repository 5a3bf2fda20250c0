"""What commands share that change several records: they read a sound project, and leave one that is sound."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import click

from generator.build import check_content, snapshots_of
from generator.commands.options import stop
from generator.commands.several import recover, write_several
from generator.dates.instants import Instant
from generator.files import FileError, read_input
from generator.ids import did_you_mean_id, is_id, why_not_id
from generator.problems import has_errors
from generator.project import CONTENT, LOCK, SNAPSHOTS
from generator.records.edit import Known
from generator.records.found import RECORD_FOLDERS
from generator.records.load import Loaded, RawRecord, load_records, read_record
from generator.records.schema import MODELS
from generator.records.validate import validate_records
from generator.records.write import WriteError
from generator.story.lock import SUFFIX, LockEntry, parse_lock, render_lock
from generator.story.site import Site, link_site

KINDS = {kind.removesuffix("s"): kind for kind in RECORD_FOLDERS}
"""The kinds of record as commands name them, with their folders."""
kind_type = click.Choice([*KINDS, *RECORD_FOLDERS])
dry_run_option = click.option("--dry-run", is_flag=True, help="Write nothing: say what would be done.")


@dataclass
class Change:
    """A project as it was read, and the files that are to change; None where one is to go."""

    root: Path
    today: Instant
    loaded: Loaded
    site: Site
    files: dict[str, bytes | None] = field(default_factory=dict)

    @property
    def known(self) -> Known:
        """The ids of every kind."""
        return {kind: frozenset(raw.id for raw in self.loaded.records if raw.kind == kind) for kind in MODELS}

    def record(self, kind: str, record_id: str) -> RawRecord:
        """A record by its id; a click.ClickException says that there is none, and which is near."""
        for raw in self.loaded.records:
            if raw.kind == kind and raw.id == record_id:
                return raw
        hint = did_you_mean_id(record_id, self.known[kind]) or f"look in {CONTENT}/{kind}/."
        raise click.ClickException(f"there is no {kind.removesuffix('s')} `{record_id[:100]}`: {hint}")

    def free(self, kind: str, record_id: str, own: RawRecord | None = None) -> None:
        """See that an id can be given; a click.ClickException says why not."""
        if not is_id(record_id):
            raise click.ClickException(why_not_id(record_id))
        for raw in self.loaded.records:
            aliases = raw.data.get("aliases")
            if raw.kind == kind and raw.id == record_id:
                raise click.ClickException(f"{raw.path} has the id `{record_id}` already: choose another one.")
            if raw.kind == kind and raw is not own and isinstance(aliases, list) and record_id in aliases:
                raise click.ClickException(f"{raw.path} had the id `{record_id}` before: choose another one.")

    def beside(self, raw: RawRecord, new: str) -> str:
        """Where a record with a new id lies: in the same folder, or in that of its year."""
        folder = Path(raw.path).parent
        if re.fullmatch("[0-9]{4}", folder.name) and folder.name == raw.id[:4] and re.match("[0-9]{4}-", new):
            folder = folder.with_name(new[:4])
        return (folder / f"{new}.yaml").as_posix()

    def move_article(self, old: str, new: str) -> list[str]:
        """Let lock entries and snapshots of an article be another one's; returns what was left as it was."""
        self._move_lock(old, new)
        left = []
        for file in snapshots_of(self.root):
            if file.stem != old:
                continue
            to = f"{SNAPSHOTS}/{new}{file.suffix}"
            if (self.root / to).exists():
                left.append(f"{SNAPSHOTS}/{file.name}")
                continue
            self.files[f"{SNAPSHOTS}/{file.name}"] = None
            self.files[to] = file.read_bytes()
        return left

    def _move_lock(self, old: str, new: str) -> None:
        place = self.root / LOCK
        one_file = place.is_file()
        paths = [LOCK] if one_file else [f"{LOCK}/{old}{SUFFIX}", f"{LOCK}/{new}{SUFFIX}"]
        texts = [(path, _read(self.root, path)) for path in paths if (self.root / path).is_file()]
        lock, _ = parse_lock((path, content.decode("utf-8-sig")) for path, content in texts)
        if not any(entry.article == old for entry in lock.values()):
            return
        moved: dict[tuple[str, str], LockEntry] = {}
        for entry in sorted(
            lock.values(), key=lambda entry: entry.article != old
        ):  # the one that stays has the last word
            article = new if entry.article == old else entry.article
            moved[article, entry.quote] = LockEntry(article, entry.quote, entry.snapshot, entry.offset, entry.verified)
        rendered = render_lock(moved)
        if one_file:
            self.files[LOCK] = "".join(rendered.values()).encode()
            return
        self.files[f"{LOCK}/{old}{SUFFIX}"] = None
        for name, text in rendered.items():
            self.files[f"{LOCK}/{name}"] = text.encode()

    def apply(self, *, dry_run: bool) -> None:
        """Load, validate and link what would come of it, and write it in one step, or stop."""
        self._see_that_it_is_sound()
        edits = {
            path: (_read(self.root, path) if (self.root / path).is_file() else None, content)
            for path, content in self.files.items()
        }
        before = {raw.path: raw.content for raw in self.loaded.records}
        edits = {path: (before.get(path, old), new) for path, (old, new) in edits.items() if old != new}
        for path, (old, new) in edits.items():
            click.echo(f"{'delete' if new is None else 'write ' if old is None else 'change'} {path}")
        if not dry_run:
            write_several(self.root, edits)

    def _see_that_it_is_sound(self) -> None:
        records = {raw.path: raw for raw in self.loaded.records}
        problems = []
        for path, content in self.files.items():
            kind = path.split("/")[1] if path.startswith(f"{CONTENT}/") else ""
            if content is None:
                records.pop(path, None)
            elif kind in RECORD_FOLDERS:
                raw = read_record(path, kind, content)
                if isinstance(raw, RawRecord):
                    records[path] = raw
                else:
                    problems.append(raw)
        valid, invalid = validate_records(Loaded(tuple(records.values()), (), frozenset()))
        _, unlinked = link_site(valid, {}, self.today, frozenset())
        problems += [*invalid, *unlinked]
        if has_errors(problems):
            stop(problems, "this would come of it, so nothing was written.")


def opened(root: Path, today: Instant) -> Change:
    """Read a project in which nothing is wrong."""
    recover(root)
    checked = check_content(root, today)
    if has_errors(checked.problems):
        stop(checked.problems, "nothing was changed: mend the records first.")
    return Change(root, today, load_records(root / CONTENT, root), checked.site)


def unharmed(raw: RawRecord, error: WriteError) -> click.ClickException:
    """Say of a record that it cannot be written anew."""
    return click.ClickException(f"{raw.path}:{error.line}:{error.column}: {error.message}")


def done(what: str, *, dry_run: bool) -> None:
    """Say at the end what was done."""
    click.echo(f"{what}; nothing was written (--dry-run)." if dry_run else f"{what}.")


def _read(root: Path, path: str) -> bytes:
    try:
        return read_input(root / path)
    except FileError as error:
        raise click.ClickException(f"{path}: {error.message}") from None
