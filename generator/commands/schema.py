"""`dateline schema`: the JSON Schema of a kind of record, for editors."""

import json
from pathlib import Path

import click

from generator.commands.options import root_option
from generator.project import CONTENT
from generator.records.found import VOCABULARY, find_records
from generator.records.json_schema import Ids, json_schema
from generator.records.load import Loaded, RawRecord, id_of, load_record
from generator.records.schema import MODELS, Vocabulary
from generator.records.validate import validate_records


@click.command()
@click.argument("kind", type=click.Choice(list(MODELS)), required=False)
@root_option
@click.option("--ids", "with_ids", is_flag=True, help="Let editors offer the ids of this project's records, too.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder to write `KIND.json` to, of every kind if none is named.",
)
def schema(kind: str | None, root: Path, with_ids: bool, out: Path | None) -> None:
    """Write the JSON Schema of a kind of record to standard output, or those of all kinds to a folder, for editors.

    It knows the words of this project's vocabulary. It does not say whether an id leads anywhere.
    """
    if not (kind or out):
        raise click.UsageError(f"name a kind, one of {', '.join(MODELS)}, or a folder for all of them by `--out`.")
    vocabulary, ids = _vocabulary(root), _ids(root) if with_ids else None
    for each in [kind] if kind else MODELS:
        text = json.dumps(json_schema(each, vocabulary, ids), ensure_ascii=False, indent=2) + "\n"
        if out is None:
            click.echo(text, nl=False)
            continue
        try:
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{each}.json").write_text(text, encoding="utf-8")
        except OSError as error:
            raise click.ClickException(f"{out / f'{each}.json'} cannot be written: {error.strerror}.") from None


def _ids(root: Path) -> Ids:
    """The ids of the records that are here, by their files' names; none is opened."""
    ids: dict[str, list[str]] = {}
    for kind, path in find_records(root / CONTENT, root).files:
        ids.setdefault(kind, []).append(id_of(path))
    return {kind: sorted(found) for kind, found in ids.items()}


def _vocabulary(root: Path) -> Vocabulary | None:
    """The project's vocabulary; where it is not in order, editors still get the rest."""
    path = f"{CONTENT}/{VOCABULARY}"
    raw = load_record(root / path, path, "vocabulary")
    if not isinstance(raw, RawRecord):
        return None
    records, _ = validate_records(Loaded((raw,), (), frozenset()))
    return records.vocabulary.get(raw.id)
