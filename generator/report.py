"""All that is wrong with a project, worked out once as long as nothing of it changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from generator.build import declare, make
from generator.cache import pack, unpack
from generator.dates.instants import Instant
from generator.fingerprint import fingerprint
from generator.means import PLAIN, Means
from generator.problems import Problem
from generator.records.found import RECORD_FOLDERS
from generator.whole import whole_key


@dataclass(frozen=True, slots=True)
class Report:
    """All that is wrong with a project, and how many records of each kind were read."""

    problems: tuple[Problem, ...]
    read: Mapping[str, int]


def report(root: Path, today: Instant, means: Means = PLAIN) -> Report:
    """Check everything, and make every output of it without keeping any; nothing is done twice for the same project.

    Raises WorkerLostError.
    """
    cache = means.cache
    key = whole_key(root, fingerprint(), str(today.seconds)) if not cache.is_nothing else b""
    if found := _from_json(cache.get([key]).get(key)):
        return found
    declared = declare(root, today, (), means)
    _, problems = make(root, declared, lambda artifact: None, Means(progress=means.progress))
    found = Report(problems, declared.read)
    cache.put({key: pack(_STORED.dump_json((problems, dict(found.read))))})
    return found


def _from_json(stored: bytes | None) -> Report | None:
    text = unpack(stored) if stored else None
    try:
        problems, read = _STORED.validate_json(text or b"", strict=True)
    except ValueError:
        return None
    return Report(problems, read) if read.keys() == set(RECORD_FOLDERS) else None


_STORED = TypeAdapter(tuple[tuple[Problem, ...], dict[str, int]])
