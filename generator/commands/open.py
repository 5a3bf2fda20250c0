"""`dateline open`: where a record and its page are."""

from pathlib import Path

import click
from rapidfuzz import fuzz, process

from generator.commands.options import root_option
from generator.ids import one_of
from generator.project import CONTENT
from generator.records.found import RECORD_FOLDERS
from generator.records.load import load_records
from generator.records.yaml_errors import printable

_NEAR = 60
_SOME = 3


@click.command(name="open")
@click.argument("record", metavar="ID")
@root_option
def open_record(record: str, root: Path) -> None:
    """Print the address of a record's page, from the site's root, and the record's file, for each record of the id.

    An id that a record had before leads to it, too.
    """
    ids: dict[str, list[tuple[str, str]]] = {}
    for raw in load_records(root / CONTENT, root).records:
        aliases = raw.data.get("aliases")
        for known in (raw.id, *(aliases if isinstance(aliases, list) else ())):
            if raw.kind in RECORD_FOLDERS and isinstance(known, str):
                ids.setdefault(known.strip(), []).append((f"/{raw.kind}/{raw.id}/", raw.path))
    if record not in ids:
        near = process.extract(record[:200].lower(), list(ids), scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=_SOME)
        hint = f"did you mean {one_of(one for one, _, _ in near)}?" if near else f"look in {CONTENT}/."
        raise click.ClickException(f"there is no record `{printable(record)}`: {hint}")
    for address, path in ids[record]:
        click.echo(f"{address} {path}")
