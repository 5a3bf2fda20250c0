"""LINK: every id that a record refers to, and the problems of those that lead nowhere or in a circle."""

# References are read from the raw records, so that a record with a wrong field has its ids looked up in the same run.

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.ids import certain_id, certain_word, did_you_mean, did_you_mean_id, is_id, one_of
from generator.problems import Problem, Remedy
from generator.records.load import RawRecord
from generator.records.model import Chosen, Model, Ref
from generator.records.schema import MODELS
from generator.records.shape import Path, marked_fields, texts_at
from generator.records.validate import Validated
from generator.records.yaml_tree import Data, Loc

_Known = Mapping[str, frozenset[str]]
_SINGULAR = {kind: kind.removesuffix("s") for kind in MODELS}


@dataclass(slots=True)
class Resolved:
    """What a process that builds again and again keeps: the records all of whose references led somewhere, by what
    they said then, and all that there was to refer to.
    """

    known: tuple[_Known, Model | None] | None = None
    records: dict[tuple[str, str], bytes] = field(default_factory=dict)


def reference_problems(records: Validated, resolved: Resolved | None = None) -> Iterator[Problem]:
    """Yield each reference that names no record, each kind that is not in the vocabulary, and each circle.

    What is resolved already is not looked up again, and afterwards just what was resolved here is known.
    """
    known = {kind: records.known(kind) for kind in MODELS}
    to_refer_to = known, records.vocabulary.get("vocabulary")
    resolved = resolved or Resolved()
    before = resolved.records if resolved.known == to_refer_to else {}
    resolved.known, resolved.records = to_refer_to, {}
    fields = {kind: _field_of(kind, known, records.vocabulary.get("vocabulary")) for kind in MODELS}
    for key, raw in records.sources.items():
        problems: list[Problem] = []
        if before.get(key) != raw.content:
            if not fields[raw.kind].leads_somewhere(raw.data):
                problems += _unresolved_in(raw, known, records)
            problems += _related_to_itself(raw)
        if not problems:
            resolved.records[key] = raw.content
        yield from problems
    yield from _circles_of_parts(records)
    yield from _circles_of_origins(records)


@dataclass(slots=True)
class _Field:
    """A field of a kind of record: those in it that hold references, or what it may refer to itself."""

    inner: dict[str, "_Field"] = field(default_factory=dict)
    known: frozenset[str] | None = None
    or_words: bool = False

    def at(self, path: Path) -> "_Field":
        """The field at a path within it."""
        one = self
        for name in path:
            one = one.inner.setdefault(name, _Field())
        return one

    def leads_somewhere(self, data: Data) -> bool:
        """Say whether every reference in it surely names something: of tens of thousands few do not."""
        if self.known is not None and isinstance(data, str) and data not in self.known:
            return self.or_words and "-" not in data
        for name, one in self.inner.items():
            if name == "*":
                if isinstance(data, list) and not all(map(one.leads_somewhere, data)):
                    return False
            elif isinstance(data, dict) and name in data and not one.leads_somewhere(data[name]):
                return False
        return True

    def add_names(self, data: Data, found: set[str]) -> None:
        """Add every text in it that stands for a record."""
        if not self.inner and isinstance(data, str):
            found.add(data.strip())
        for name, one in self.inner.items():
            if name == "*":
                for item in data if isinstance(data, list) else ():
                    one.add_names(item, found)
            elif isinstance(data, dict) and name in data:
                one.add_names(data[name], found)


def _field_of(kind: str, known: _Known, vocabulary: Model | None) -> _Field:
    """A kind of record as one field, with all in it that refer to something."""
    top = _Field()
    for path, mark in marked_fields(MODELS[kind]):
        if isinstance(mark, Chosen) and not vocabulary:
            continue
        one = top.at(path)
        if isinstance(mark, Chosen):
            one.known = frozenset((*mark.always, *getattr(vocabulary, mark.among)))
        else:
            one.known, one.or_words = frozenset().union(*(known[of] for of in mark.kinds)), mark.or_words
    return top


def _unresolved_in(raw: RawRecord, known: _Known, records: Validated) -> Iterator[Problem]:
    for path, mark in marked_fields(MODELS[raw.kind]):
        for loc, target in texts_at(raw.data, path):
            if isinstance(mark, Chosen):
                yield from _not_chosen(raw, loc, target, mark, records)
            elif _is_meant_as_id(target, mark):
                yield from _unresolved(raw, loc, target, mark, known)


def referred(sources: Mapping[tuple[str, str], RawRecord], kind: str) -> set[str]:
    """The ids of a kind that some record refers to, be that record otherwise valid or not."""
    fields: dict[str, _Field] = defaultdict(_Field)
    for of, model in MODELS.items():
        for path, mark in marked_fields(model):
            if isinstance(mark, Ref) and kind in mark.kinds:
                fields[of].at(path)
    found: set[str] = set()
    for raw in sources.values():
        if raw.kind in fields:
            fields[raw.kind].add_names(raw.data, found)
    return found


def _is_meant_as_id(text: str, mark: Ref) -> bool:
    """Say whether a text is an id; where free words may stand, only what looks like nothing else is."""
    return is_id(text) and (not mark.or_words or "-" in text)


def _unresolved(raw: RawRecord, loc: Loc, target: str, mark: Ref, known: _Known) -> Iterator[Problem]:
    if any(target in known[kind] for kind in mark.kinds):
        return
    choices = sorted(frozenset().union(*(known[kind] for kind in mark.kinds)))
    what = " or ".join(_SINGULAR[kind] for kind in mark.kinds)
    elsewhere = next((kind for kind, ids in known.items() if kind not in mark.kinds and target in ids), "")
    hint = did_you_mean_id(target, choices) or "write its record, or correct the id."
    if elsewhere:
        hint = f"that is the id of {'an' if elsewhere[0] in 'aeo' else 'a'} {_SINGULAR[elsewhere]}."
    meant = "" if elsewhere else certain_id(target, choices)
    remedy = Remedy("value", loc, meant) if meant else None
    yield raw.problem(loc, "unknown-id", f"there is no {what} `{target}`: {hint}", remedy=remedy)


def _not_chosen(raw: RawRecord, loc: Loc, word: str, mark: Chosen, records: Validated) -> Iterator[Problem]:
    vocabulary = records.vocabulary.get("vocabulary")
    if not vocabulary or not is_id(word):
        return
    known = [*mark.always, *getattr(vocabulary, mark.among)]
    if word not in known:
        hint = did_you_mean(word, known) or f"write {one_of(known)}, or add it there."
        meant = certain_word(word, known)
        remedy = Remedy("value", loc, meant) if meant else None
        yield raw.problem(loc, "unknown-kind", f"`{word}` is not in the vocabulary: {hint}", remedy=remedy)


def _related_to_itself(raw: RawRecord) -> list[Problem]:
    if raw.kind != "events" or "related" not in raw.data:
        return []
    return [
        raw.problem(loc, "self-relation", "an event cannot be related to itself: name another one.")
        for loc, target in texts_at(raw.data, ("related", "*", "event"))
        if target == raw.id
    ]


def _circles_of_parts(records: Validated) -> Iterator[Problem]:
    for kind in ("actors", "places", "storylines"):
        by_id = getattr(records, kind)
        for record_id, record in by_id.items():
            chain = [record_id]
            while record is not None and record.part_of is not None:
                if record.part_of == record_id:
                    message = f"`part_of` leads back to this record: {' → '.join([*chain, record_id])}."
                    yield records.sources[kind, record_id].problem(("part_of",), "cycle", message)
                    break
                if record.part_of in chain:
                    break
                chain.append(record.part_of)
                record = by_id.get(record.part_of)


def _circles_of_origins(records: Validated) -> Iterator[Problem]:
    for article_id, article in records.articles.items():
        seen = {article_id}
        while article is not None and article.origin in records.articles:
            if article.origin in seen:
                message = "`origin` leads back to this article: name who reported it first."
                yield records.sources["articles", article_id].problem(("origin",), "cycle", message)
                break
            seen.add(article.origin)
            article = records.articles[article.origin]
