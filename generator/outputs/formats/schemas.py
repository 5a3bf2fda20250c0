"""The JSON Schema of each kind of record, at an address that stays, for the editors of whoever has no Dateline."""

import json
from collections.abc import Iterator
from functools import partial

from generator.outputs.artifact import Output, just
from generator.outputs.edition import Edition, every
from generator.records.json_schema import json_schema
from generator.records.schema import MODELS, Vocabulary


def outputs(edition: Edition) -> Iterator[Output]:
    """One file a kind, with the words of the vocabulary."""
    timeline = edition.site.timeline
    kinds, actor_kinds = dict(timeline.kinds), dict(timeline.actor_kinds)
    vocabulary = Vocabulary.model_construct(id="vocabulary", kinds=kinds, actor_kinds=actor_kinds)
    for kind in MODELS:
        yield Output(
            f"schema/{kind}.json", just(every("vocabulary") | {("code", "records")}), partial(_made, kind, vocabulary)
        )


def _made(kind: str, vocabulary: Vocabulary) -> str:
    return json.dumps(json_schema(kind, vocabulary), ensure_ascii=False, indent=2) + "\n"
