"""LINK: every id that a record refers to, and the problems of those that lead nowhere or in a circle."""

# References are read from the raw records, so that a record with a wrong field has its ids looked up in the same run.

from collections.abc import Iterator
from dataclasses import dataclass

from generator.ids import did_you_mean, is_id
from generator.problems import Problem
from generator.records.load import RawRecord
from generator.records.validate import Validated
from generator.records.yaml_tree import Data, Loc


@dataclass(frozen=True, slots=True)
class _Reference:
    """A field that holds an id, with `*` for each item of a list, and the kinds of record that the id may be of."""

    path: tuple[str, ...]
    kinds: tuple[str, ...]

    def __init__(self, path: str, *kinds: str) -> None:
        object.__setattr__(self, "path", tuple(path.split(".")))
        object.__setattr__(self, "kinds", kinds)


_REFERENCES = {
    "events": (
        _Reference("actors.*", "actors"),
        _Reference("actors.*.actor", "actors"),
        _Reference("places.*", "places"),
        _Reference("storylines.*", "storylines"),
        _Reference("evidence.*.article", "articles"),
        _Reference("status.*.evidence.*.article", "articles"),
        _Reference("claims.*.evidence.*.article", "articles"),
        _Reference("claims.*.via", "outlets"),
        _Reference("related.*.event", "events"),
    ),
    "articles": (_Reference("outlet", "outlets"), _Reference("origin", "outlets", "articles")),
    "outlets": (),
    "actors": (_Reference("part_of", "actors"),),
    "places": (_Reference("part_of", "places"),),
    "storylines": (_Reference("part_of", "storylines"), _Reference("starts_with", "events")),
    "vocabulary": (),
}
_SPEAKER = _Reference("claims.*.said_by", "actors")
_SINGULAR = {kind: kind.removesuffix("s") for kind in _REFERENCES}


def reference_problems(records: Validated) -> Iterator[Problem]:
    """Yield each reference that names no record, each kind that is not in the vocabulary, and each circle."""
    # What stands in a file that cannot be read is there all the same.
    ids = {*records.sources, *records.unreadable}
    known = {kind: {record_id for of, record_id in ids if of == kind} for kind in _REFERENCES}
    for (kind, record_id), raw in records.sources.items():
        for reference in _REFERENCES[kind]:
            for loc, target in _texts_at(raw.data, reference.path):
                if is_id(target):
                    yield from _unresolved(raw, loc, target, reference, known)
        if kind == "events":
            yield from _event_problems(records, record_id, raw, known)
    yield from _circles_of_parts(records)
    yield from _circles_of_origins(records)


def referred(records: Validated) -> frozenset[tuple[str, str]]:
    """Every kind and id that some record refers to, be that record otherwise valid or not."""
    return frozenset(
        (kind, target)
        for (of, _), raw in records.sources.items()
        for reference in _REFERENCES[of]
        for _, target in _texts_at(raw.data, reference.path)
        for kind in reference.kinds
    )


def _texts_at(data: Data, path: tuple[str, ...], loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield every text at a path, with its place."""
    if not path:
        if isinstance(data, str):
            yield loc, data.strip()
    elif path[0] == "*" and isinstance(data, list):
        for number, item in enumerate(data):
            yield from _texts_at(item, path[1:], (*loc, number))
    elif isinstance(data, dict) and path[0] in data:
        yield from _texts_at(data[path[0]], path[1:], (*loc, path[0]))


def _unresolved(
    raw: RawRecord, loc: Loc, target: str, reference: _Reference, known: dict[str, set[str]]
) -> Iterator[Problem]:
    if any(target in known[kind] for kind in reference.kinds):
        return
    choices = sorted(set().union(*(known[kind] for kind in reference.kinds)))
    what = " or ".join(_SINGULAR[kind] for kind in reference.kinds)
    hint = did_you_mean(target, choices) or f"write the {what}'s record, or correct the id."
    yield raw.problem(loc, "unknown-id", f"there is no {what} `{target}`: {hint}")


def _event_problems(
    records: Validated, record_id: str, raw: RawRecord, known: dict[str, set[str]]
) -> Iterator[Problem]:
    # Whoever has no record speaks under words of their own; what looks like an id is meant as one.
    for loc, speaker in _texts_at(raw.data, _SPEAKER.path):
        if is_id(speaker) and "-" in speaker:
            yield from _unresolved(raw, loc, speaker, _SPEAKER, known)
    vocabulary = records.vocabulary.get("vocabulary")
    for loc, kind in _texts_at(raw.data, ("kind",)):
        if vocabulary and is_id(kind) and kind not in vocabulary.kinds:
            hint = did_you_mean(kind, vocabulary.kinds) or f"known: {', '.join(vocabulary.kinds)}."
            yield raw.problem(loc, "unknown-kind", f"`{kind}` is not in the vocabulary: {hint}")
    for loc, target in _texts_at(raw.data, ("related", "*", "event")):
        if target == record_id:
            yield raw.problem(loc, "self-relation", "an event cannot be related to itself: name another one.")


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
