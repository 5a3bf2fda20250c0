"""WRITE: the steps from an older record format to the present one, as changes of text that leave all else alone."""

# From no format to 1: what was written before formats were counted is valid in 1 as it stands; only the number is new.

import re

from generator.records.fields import FORMAT
from generator.records.yaml_errors import YamlError
from generator.records.yaml_tree import parse_yaml


class MigrationError(ValueError):
    """A vocabulary that cannot be migrated; the message begins with line and column."""


def migrated(vocabulary: bytes) -> str | None:
    """Return content/vocabulary.yaml in the present format, or None if it is already; raises MigrationError."""
    try:
        data, places = parse_yaml(vocabulary)
    except YamlError as error:
        raise MigrationError(f"{error.line}:{error.column}: {error.message}") from None
    text = vocabulary.decode("utf-8-sig")
    lines = re.split("(?<=\n)", text)
    if not isinstance(data, dict) or not places.keys or text.lstrip().startswith("{"):
        raise MigrationError(
            "1:1: the vocabulary is not made of `field: value` lines: write each on a line of its own."
        )
    version = data.get("format")
    if version is None and "format" not in data:
        first = min(line for line, _ in places.keys.values()) - 1
        return "".join([*lines[:first], f"format: {FORMAT}\n", *lines[first:]])
    line, column = places.values["format",]
    if not isinstance(version, str) or not version.isdecimal() or int(version) > FORMAT:
        raise MigrationError(f"{line}:{column}: `format` is no number that this Dateline knows; it writes {FORMAT}.")
    if int(version) == FORMAT:
        return None
    before, behind = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
    lines[line - 1] = before + re.sub(rf"(['\"]?){version}\1", str(FORMAT), behind, count=1)
    return "".join(lines)
