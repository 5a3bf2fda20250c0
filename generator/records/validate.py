"""VALIDATE: raw records become models, or problems that say what is wrong in words for contributors."""

from dataclasses import dataclass, field

from pydantic import ValidationError

from generator.problems import Problem, Remedy
from generator.records.explain import field_problems
from generator.records.load import Loaded, RawRecord
from generator.records.meant import Names
from generator.records.model import Model
from generator.records.schema import MODELS, Actor, Article, Event, Outlet, Place, Storyline, Vocabulary
from generator.records.texts import DEFAULT_LANGUAGE, is_language


@dataclass(slots=True)
class Validated:
    """Valid records by id, and the raw records, valid or not, by kind and id."""

    events: dict[str, Event] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    storylines: dict[str, Storyline] = field(default_factory=dict)
    vocabulary: dict[str, Vocabulary] = field(default_factory=dict)
    sources: dict[tuple[str, str], RawRecord] = field(default_factory=dict)
    language: str = DEFAULT_LANGUAGE
    """The language of bare texts."""
    unreadable: frozenset[tuple[str, str]] = frozenset()

    def known(self, kind: str) -> frozenset[str]:
        """The ids of a kind that stand in files, valid or not: what cannot be read is there all the same."""
        return frozenset(record_id for of, record_id in (*self.sources, *self.unreadable) if of == kind)


Models = dict[tuple[str, str, str, bytes], Model]
"""Models by what they were made of: the kind, the id, the language of bare texts, and the file's content."""


def validate_records(loaded: Loaded, known: Models | None = None) -> tuple[Validated, list[Problem]]:
    """Validate every record; those with a problem are left out of the models.

    What is known is not validated again, and afterwards just what is valid here is known.
    """
    result = Validated(language=_language(loaded), unreadable=loaded.unreadable)
    names = Names(loaded)
    before = dict(known or {})
    if known is not None:
        known.clear()
    problems = [problem for raw in loaded.records for problem in _validate(raw, result, names, before, known)]
    return result, problems


def _language(loaded: Loaded) -> str:
    """The language of bare texts, which even the vocabulary's own labels need to know beforehand."""
    named = [raw.data.get("language") for raw in loaded.records if raw.kind == "vocabulary"]
    return next((tag for tag in named if isinstance(tag, str) and is_language(tag)), DEFAULT_LANGUAGE)


def _validate(raw: RawRecord, result: Validated, names: Names, before: Models, known: Models | None) -> list[Problem]:
    if (raw.kind, raw.id) in result.sources:
        first = result.sources[raw.kind, raw.id].path
        return [raw.problem((), "duplicate-id", f"the id `{raw.id}` is already that of {first}: rename one of them.")]
    result.sources[raw.kind, raw.id] = raw
    by_id: dict[str, Model] = getattr(result, raw.kind)
    made_of = raw.kind, raw.id, result.language, raw.content
    if made_of in before and known is not None:
        by_id[raw.id] = known[made_of] = before[made_of]
        return []
    model = MODELS[raw.kind]
    problems = []
    if "id" in raw.data:
        message = "`id` is not written: a record's id is its file's name."
        remedy = Remedy("remove", ("id",)) if raw.data["id"] == raw.id else None
        problems.append(raw.problem(("id",), "unknown-field", message, of_key=True, remedy=remedy))
    try:
        record = model.model_validate({**raw.data, "id": raw.id}, context={"language": result.language})
    except ValidationError as error:
        return [*problems, *field_problems(raw, model, error, names)]
    if not problems:
        by_id[raw.id] = record
        if known is not None:
            known[made_of] = record
    return problems
