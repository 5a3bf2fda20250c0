"""All that is wrong with a project, worked out once as long as nothing of it changes."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pydantic import TypeAdapter

from generator.build import declare, make
from generator.cache import pack, unpack
from generator.dates.instants import Instant
from generator.fingerprint import fingerprint
from generator.means import PLAIN, Means
from generator.outputs.artifact import Output
from generator.problems import Problem
from generator.records.found import RECORD_FOLDERS
from generator.whole import whole_key

SOME = 200
"""So many outputs of a kind are made to see that they can be; of more, one of each shape of record, and these."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that is wrong with a project, and how many records of each kind were read."""

    problems: tuple[Problem, ...]
    read: Mapping[str, int]


def report(root: Path, today: Instant, means: Means = PLAIN) -> Report:
    """Check everything, and make some outputs of each kind without keeping any; nothing is done twice for a project.

    Raises WorkerLostError.
    """
    cache = means.cache
    key = whole_key(root, fingerprint(), str(today.seconds), reader=means.files) if not cache.is_nothing else b""
    if found := _from_json(cache.get([key]).get(key)):
        return found
    declared = declare(root, today, (), means)
    shapes = {raw.path: frozenset(raw.data) for raw in declared.site.timeline.sources.values()}
    tried = replace(declared, outputs=some(declared.outputs, shapes))
    _, problems = make(root, tried, lambda artifact: None, Means(progress=means.progress))
    found = Report(problems, declared.read)
    cache.put({key: pack(_STORED.dump_json((problems, dict(found.read))))})
    return found


def some(outputs: Sequence[Output], shapes: Mapping[str, Hashable], most: int = SOME) -> tuple[Output, ...]:
    """All outputs; of each kind of which there are more than `most`, as many, from the first to the last.

    `shapes` has which fields the records at some paths have: the first of each shape is among those that are tried, as
    a template that is wrong is wrong for all pages of a kind, or for those of a shape. In an archive that large, what
    is worked out for many outputs together is left out: that alone takes longer than all rules.
    """
    kinds: dict[str, list[Output]] = defaultdict(list)
    for output in outputs:
        make = output.make.func if isinstance(output.make, partial) else output.make
        kinds[f"{make.__module__}.{make.__qualname__}"].append(output)
    if all(len(kind) <= most for kind in kinds.values()):
        return tuple(outputs)
    tried = {output.path for kind in kinds.values() for output in _spread(kind, shapes, most) if not output.shared}
    return tuple(output for output in outputs if output.path in tried)


def _spread(kind: Sequence[Output], shapes: Mapping[str, Hashable], most: int) -> list[Output]:
    """Up to `most` of a kind: the first of each shape, and of the others as many as are left, all over them."""
    first: dict[Hashable, Output] = {}
    others = [one for one in kind if first.setdefault(shapes.get(one.source), one) is not one]
    found = list(first.values())[:most]
    if left := min(most - len(found), len(others)):
        step = (len(others) - 1) / max(1, left - 1)
        found += [others[round(number * step)] for number in range(left)]
    return found


def _from_json(stored: bytes | None) -> Report | None:
    text = unpack(stored) if stored else None
    try:
        problems, read = _STORED.validate_json(text or b"", strict=True)
    except ValueError:
        return None
    return Report(problems, read) if read.keys() == set(RECORD_FOLDERS) else None


_STORED = TypeAdapter(tuple[tuple[Problem, ...], dict[str, int]])
