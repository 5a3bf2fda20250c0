"""`dateline schema`: the JSON Schema of a kind of record, for editors."""

import json
from pathlib import Path

import click

from generator.commands.options import root_option
from generator.project import CONTENT
from generator.records.found import VOCABULARY
from generator.records.json_schema import json_schema
from generator.records.load import Loaded, RawRecord, load_record
from generator.records.schema import MODELS, Vocabulary
from generator.records.validate import validate_records


@click.command()
@click.argument("kind", type=click.Choice(list(MODELS)))
@root_option
def schema(kind: str, root: Path) -> None:
    """Write the JSON Schema of a kind of record to standard output, for editors.

    It knows the words of this project's vocabulary. What it cannot know is whether an id leads anywhere.
    """
    click.echo(json.dumps(json_schema(kind, _vocabulary(root)), ensure_ascii=False, indent=2))


def _vocabulary(root: Path) -> Vocabulary | None:
    """The project's vocabulary; where it is not in order, editors still get the rest."""
    path = f"{CONTENT}/{VOCABULARY}"
    raw = load_record(root / path, path, "vocabulary")
    if not isinstance(raw, RawRecord):
        return None
    records, _ = validate_records(Loaded((raw,), (), frozenset()))
    return records.vocabulary.get(raw.id)
