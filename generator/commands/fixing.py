"""What `dateline check --fix` mends: every problem that carries its remedy, in all files at once."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

from generator.dates.instants import Instant
from generator.problems import Problem, Remedy
from generator.project import CONTENT
from generator.records.load import Loaded, RawRecord, load_records, read_record
from generator.records.mending import mended
from generator.records.validate import validate_records
from generator.records.write import WriteError
from generator.records.yaml_errors import visible
from generator.story.site import link_site

_MOST_ROUNDS = 10
"""What is mended may show a problem that stood behind it; so often is looked again."""


@dataclass(slots=True)
class Fixed:
    """The files that change (what they held, and what they are to hold), the problems that this mends, and why not."""

    edits: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)
    mended: list[Problem] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)
    """Files with remedies that cannot be written anew, with the reason."""

    def diff(self) -> Iterator[str]:
        """Each line of what changes, in signs that all can be seen."""
        for path, (old, new) in sorted(self.edits.items()):
            before, after = (content.decode("utf-8-sig").splitlines() for content in (old, new))
            for line in unified_diff(before, after, path, path, lineterm=""):
                yield visible(line.replace("\t", "    "))


def fixed(root: Path, today: Instant, only: Collection[str] | None = None) -> Fixed:
    """Mend in memory what is certain, in all files or in those named, until nothing is left that carries a remedy."""
    result = Fixed()
    loaded = load_records(root / CONTENT, root)
    records = {raw.path: raw for raw in loaded.records}
    for _ in range(_MOST_ROUNDS):
        found = [
            (problem, problem.remedy)
            for problem in _problems(replace(loaded, records=tuple(records.values())), today)
            if problem.remedy and problem.path not in result.left and (only is None or problem.path in only)
        ]
        if not found:
            break
        for path, group in groupby(sorted(found, key=lambda one: one[0]), key=lambda one: one[0].path):
            _mend(records, path, list(group), result)
    return result


def _mend(records: dict[str, RawRecord], path: str, found: list[tuple[Problem, Remedy]], result: Fixed) -> None:
    old = records[path]
    try:
        text = mended(old, [remedy for _, remedy in found])
    except WriteError as error:
        result.left[path] = f"{path}: {error.message}"
        return
    new = read_record(path, old.kind, text.encode())
    if not isinstance(new, RawRecord):
        result.left[path] = str(new)
        return
    records[path] = new
    result.edits[path] = result.edits.get(path, (old.content, b""))[0], new.content
    result.mended += [problem for problem, _ in found]


def _problems(loaded: Loaded, today: Instant) -> list[Problem]:
    """What is wrong with the records, as far as a remedy may be known for it."""
    valid, invalid = validate_records(loaded)
    _, unlinked = link_site(valid, {}, today)
    return [*invalid, *unlinked]
