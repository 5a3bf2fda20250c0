"""WRITE: the steps from an older record format to the present one, as changes of text that leave all else alone."""

# From no format to 1: what was written before formats were counted is valid in 1 as it stands; only the number is new.

import re

from generator.records.fields import FORMAT
from generator.records.yaml_errors import YamlError
from generator.records.yaml_tree import Data, parse_yaml


class MigrationError(ValueError):
    """A vocabulary that cannot be migrated; the message begins with line and column."""


def migrated(vocabulary: bytes) -> str | None:
    """Return content/vocabulary.yaml in the present format, or None if it is already; raises MigrationError."""
    try:
        data, places = parse_yaml(vocabulary)
    except YamlError as error:
        raise MigrationError(f"{error.line}:{error.column}: {error.message}") from None
    text = vocabulary.decode("utf-8-sig")
    lines = re.split("(?<=\n)|(?<=\r)(?!\n)", text)  # all that ends a line to YAML
    if not isinstance(data, dict) or not places.keys or text.lstrip().startswith("{"):
        raise MigrationError(
            "1:1: the vocabulary is not made of `field: value` lines: write each on a line of its own."
        )
    version = data.get("format")
    if version is None and "format" not in data:
        first = min(line for line, _ in places.keys.values()) - 1
        return _sure([*lines[:first], f"format: {FORMAT}\n", *lines[first:]], data)
    line, column = places.values["format",]
    if not isinstance(version, str) or not version.isdecimal() or len(version) > 9 or int(version) > FORMAT:
        raise MigrationError(f"{line}:{column}: `format` is no number that this Dateline knows; it writes {FORMAT}.")
    if int(version) == FORMAT:
        return None
    before, behind = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
    lines[line - 1] = before + re.sub(rf"(['\"]?){version}\1", str(FORMAT), behind, count=1)
    return _sure(lines, data)


def _sure(lines: list[str], before: dict[str, Data]) -> str:
    """The lines as a text, if nothing but the format is new in it; YAML has more ways to write than we foresee."""
    text = "".join(lines)
    try:
        same = parse_yaml(text.encode())[0] == {**before, "format": str(FORMAT)}
    except YamlError:
        same = False
    if not same:
        raise MigrationError(f"1:1: this cannot be changed without harm: write `format: {FORMAT}` into it yourself.")
    return text
