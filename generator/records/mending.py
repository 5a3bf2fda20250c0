"""WRITE: a record with its problems mended, where it is certain how; comments and quotes stay as they were."""

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from ruamel.yaml.comments import CommentedMap

from generator.problems import Remedy
from generator.records.load import RawRecord
from generator.records.write import WriteError, comments_of, dump, like, load, value_of, with_comments
from generator.records.yaml_errors import YamlError
from generator.records.yaml_tree import Loc, parse_yaml

_ORDER = ("quote", "value", "name", "remove")
"""What is done before what, so that each part is still where its problem found it."""

_NUMBER = re.compile(r"-?[0-9]{1,4}(?:\.[0-9]+)?")


def mended(raw: RawRecord, remedies: Sequence[Remedy]) -> str:
    """The text of a record, in canonical form, that says what it said but for these remedies; raises WriteError."""
    chosen = _in_order(remedies)
    text = raw.content.decode("utf-8-sig")
    quotes = [remedy for remedy in chosen if remedy.what == "quote"]
    for remedy in quotes:
        text = _quoted(text, *raw.places.values[remedy.loc], str(remedy.value))
    document, expected = load(text.encode()), deepcopy(raw.data)
    try:
        for remedy in chosen:
            _apply(expected, remedy)
            if remedy.what != "quote":
                _apply(document, remedy)
        new = with_comments(dump(raw.kind, document), comments_of(text))
        same = parse_yaml(new.encode())[0] == expected
    except (WriteError, YamlError, LookupError, TypeError):
        same = False
    if not same:
        raise WriteError("this cannot be mended without harm to something else: mend it by hand.")
    return new


def _in_order(remedies: Sequence[Remedy]) -> list[Remedy]:
    """One remedy a place; from the innermost part to the outermost, and from the last item of a list to the first."""
    single = {remedy.loc: remedy for remedy in reversed(remedies)}
    last_first = sorted(single.values(), key=lambda remedy: [str(step).zfill(6) for step in remedy.loc], reverse=True)
    return sorted(last_first, key=lambda remedy: (_ORDER.index(remedy.what), -len(remedy.loc)))


def _quoted(text: str, line: int, column: int, value: str) -> str:
    lines = text.split("\n")
    at = lines[line - 1].find(value, column - 1)
    if at < 0:
        raise WriteError("this cannot be put in quotes: do it by hand.", line, column)
    lines[line - 1] = f'{lines[line - 1][:at]}"{value}"{lines[line - 1][at + len(value) :]}'
    return "\n".join(lines)


def _apply(document: Any, remedy: Remedy) -> None:
    """Mend a part of a document, or of plain data."""
    holder, step = _part(document, remedy.loc[:-1]), remedy.loc[-1]
    is_document = isinstance(document, CommentedMap)
    if remedy.what == "remove":
        del holder[step]
        if not holder and len(remedy.loc) > 1:
            del _part(document, remedy.loc[:-2])[remedy.loc[-2]]
    elif remedy.what == "name":
        _rename(holder, str(step), str(remedy.value))
    elif isinstance(remedy.value, tuple):
        holder[step] = value_of(remedy.value) if is_document else list(remedy.value)
    else:
        holder[step] = _written(holder[step], remedy.value) if is_document else remedy.value


def _written(old: Any, text: str) -> Any:
    """A text as a value of a document; a number stands without quotes where the old one did."""
    return text if type(old) is str and _NUMBER.fullmatch(text) else like(old, text)


def _part(document: Any, loc: Loc) -> Any:
    for step in loc:
        document = document[step]
    return document


def _rename(holder: Any, old: str, new: str) -> None:
    if new in holder:
        raise LookupError(new)
    value, names = holder[old], list(holder)
    if not isinstance(holder, CommentedMap):
        del holder[old]
        holder[new] = value
        return
    comment = holder.ca.items.pop(old, None)
    del holder[old]
    holder.insert(names.index(old), new, value)
    if comment is not None:
        holder.ca.items[new] = comment
