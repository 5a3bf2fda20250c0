"""WRITE: the text of a record, new or changed: fields in the order of the schema, comments and quotes as they were."""

# Two ways would be two canonical forms, so everything that writes a record does it here. Order is made by moving whole
# lines, with the comments above them, and only then does ruamel.yaml settle indents, breaks and quotes. YAML has more
# ways to write than we foresee: what does not mean the same afterwards, or lost a comment, is refused and not written.

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    LiteralScalarString,
    ScalarString,
    SingleQuotedScalarString,
)
from ruamel.yaml.tag import Tag

from generator.records.model import Model
from generator.records.schema import MODELS
from generator.records.shape import fields_at
from generator.records.yaml_errors import YamlError, printable
from generator.records.yaml_tree import Data, Loc, parse_yaml

_TEXT = Tag(suffix="tag:yaml.org,2002:str")
_NOTHING = Tag(suffix="tag:yaml.org,2002:null")
_BREAKS = re.compile("\r\n?|\n")
_SEPARATORS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})
_OF_A_LINE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# What readers of YAML 1.1 or 1.2 take for something else than text.
_NO_TEXT = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|~|\.nan|[-+]?\.inf)|[-+]?[0-9][0-9_]*(?::[0-9]+)+|0[xob][0-9a-f_]+|"
    r"[-+]?(?:[0-9][0-9_]*)?\.?[0-9_]+(?:[eE][-+]?[0-9]+)?"
)
_KEYWORD = re.compile("(?i:y|n|yes|no|on|off|true|false|null|~)")
_MOST_PASSES = 4
_COMMENT = re.compile(r"(?:^|(?<=[\s\[\]{},]))#[^\n]*")
_CONTENT = re.compile(r"\n( *)(?=[^\s#])")
CHECK = "# check: "
"""How a comment begins that asks somebody to look at the field below it."""


class WriteError(ValueError):
    """A record that cannot be written; line and column (from 1) and what is wrong, for a contributor."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line, column


class _AllText(VersionedResolver):
    """Leaves every plain scalar the text that it is, as our reader does."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is ScalarNode and implicit[0]:
            return _TEXT if value else _NOTHING
        return super().resolve(kind, value, implicit)


class _AsWritten(RoundTripRepresenter):
    """Writes a value that is missing as nothing at all."""

    def represent_none(self, data: Any) -> Any:
        return self.represent_scalar("tag:yaml.org,2002:null", "")


_AsWritten.add_representer(type(None), _AsWritten.represent_none)


def _yaml() -> YAML:
    tool = YAML(typ="rt")
    tool.Resolver = _AllText
    tool.Representer = _AsWritten
    tool.preserve_quotes = True
    tool.allow_unicode = True
    tool.width = 1_000_000  # a text is one line: whoever changes a word changes no other line
    tool.indent(mapping=2, sequence=4, offset=2)
    return tool


def load(content: bytes) -> CommentedMap:
    """Return a record as a document that keeps its comments and quotes; raises WriteError."""
    try:
        data, _ = parse_yaml(content)
        text = _lines(content)
        document = _yaml().load(text)
    except YamlError as error:
        raise WriteError(error.message, error.line, error.column) from None
    except (YAMLError, ValueError, AttributeError, AssertionError, RecursionError) as error:
        raise _harmed() from error
    if not isinstance(data, dict) or not isinstance(document, CommentedMap):
        raise WriteError("a record is made of `field: value` lines.")
    return document


def dump(kind: str, document: CommentedMap, checks: Mapping[Loc, str] | None = None) -> str:
    """Return a document's text in canonical form, with `# check:` comments above the fields at these places."""
    out = io.StringIO()
    try:
        _yaml().dump(document, out)
    except (YAMLError, ValueError, RecursionError) as error:
        raise _harmed() from error
    return _checked(canonical(kind, out.getvalue().encode()), checks or {})


def new_record(kind: str, data: Mapping[str, Any], checks: Mapping[Loc, str] | None = None) -> str:
    """Return the text of a record made of plain data (texts, numbers, lists, mappings), in canonical form."""
    return dump(kind, value_of(dict(data)), checks)


def value_of(data: Any, *, within_list: bool = False) -> Any:
    """Plain data as part of a document: short lists of words on one line, texts quoted where YAML asks for it."""
    if isinstance(data, Mapping):
        made = CommentedMap()
        for key, value in data.items():
            made[key] = value_of(value)
        return made
    if isinstance(data, (list, tuple)):
        items = CommentedSeq(value_of(item, within_list=True) for item in data)
        if all(isinstance(item, str) and len(item) <= 20 for item in data) or not data:
            items.fa.set_flow_style()
        return items
    if isinstance(data, (int, float)) and not isinstance(data, bool):
        return str(data)
    return data if data is None or isinstance(data, ScalarString) else text_of(str(data))


def text_of(text: str) -> Any:
    """A text as part of a document, in quotes where a reader of YAML would take it for something else."""
    if "\n" in text and not re.search(r"[^\n\t\x20-\x7e\xa0-\uffff]|^\s|[ \t]\n", text):
        return LiteralScalarString(text)
    return DoubleQuotedScalarString(text) if _NO_TEXT.fullmatch(text) or text != text.strip() else text


def like(old: Any, text: str) -> Any:
    """A text in the quotes of the one that it takes the place of."""
    quoted = type(old) if isinstance(old, ScalarString) and not isinstance(old, LiteralScalarString) else None
    return quoted(text) if quoted and text_of(text) is text else text_of(text)


def canonical(kind: str, content: bytes) -> str:
    """Return a record's text in canonical form, which means the same and keeps every comment; raises WriteError."""
    try:
        data, _ = parse_yaml(content)
    except YamlError as error:
        raise WriteError(error.message, error.line, error.column) from None
    if not isinstance(data, dict):
        raise WriteError("a record is made of `field: value` lines.")
    text = _lines(content)
    comments = Counter(comments_of(text))
    for _ in range(_MOST_PASSES):
        last = text
        text = _settled(_ordered(text, MODELS[kind]))
        if text == last:
            break
    else:
        raise _harmed()
    try:
        same = parse_yaml(text.encode())[0] == data and Counter(comments_of(text)) == comments
    except YamlError:
        same = False
    if not same:
        raise _harmed()
    return text


def _harmed() -> WriteError:
    return WriteError(
        "this cannot be put in order without harm: write it more plainly, with comments on their own lines."
    )


def _lines(content: bytes) -> str:
    return _BREAKS.sub("\n", content.decode("utf-8-sig")).translate(_SEPARATORS)


def _settled(text: str) -> str:
    """The text as ruamel.yaml writes it, with double quotes where single ones are not needed."""
    out = io.StringIO()
    try:
        document = _yaml().load(text)
        _quoted(document)
        _yaml().dump(document, out)
    except (YAMLError, ValueError, AttributeError, AssertionError, RecursionError) as error:
        raise _harmed() from error
    lines = (line.rstrip() if not line.strip() else line for line in out.getvalue().split("\n"))
    return _tidied("\n".join(lines).strip("\n") + "\n", _like_below(text))


def _quoted(part: Any) -> None:
    """Put double quotes where single ones are not needed, and around words that other readers take for no text."""
    entries = part.items() if isinstance(part, CommentedMap) else enumerate(part) if isinstance(part, list) else ()
    for key, value in list(entries):
        if isinstance(value, (CommentedMap, list)):
            _quoted(value)
        elif getattr(value, "anchor", None) is not None and value.anchor.value:
            continue
        elif _is_to_be_quoted(value):
            part[key] = DoubleQuotedScalarString(value)


def _is_to_be_quoted(value: Any) -> bool:
    if isinstance(value, SingleQuotedScalarString):
        return value.isprintable() and not re.search(r"[\\\"]", value)
    return type(value) is str and _KEYWORD.fullmatch(value) is not None


# Order.


def _ordered(text: str, model: type[Model]) -> str:
    """The text with the lines of every part of the record in the order of its fields."""
    root = yaml.compose(text, Loader=yaml.CBaseLoader)
    if not isinstance(root, yaml.MappingNode) or root.flow_style or _has_names(text):
        return text
    lines = text.rstrip("\n").split("\n")
    first = root.start_mark.line
    return "\n".join([*lines[:first], *_part(lines, root, first, len(lines), model, ())]) + "\n"


def _has_names(text: str) -> bool:
    return any(getattr(event, "anchor", None) for event in yaml.parse(text, Loader=yaml.CBaseLoader))


def _part(lines: list[str], node: Any, start: int, end: int, model: type[Model], loc: Loc) -> list[str]:
    """The lines from start to end, which hold a mapping or a list, put in order."""
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        made: list[str] = []
        bounds = _bounds(lines, node.value, node.value, start, end, node.start_mark.column)
        for number, (item, (begins, stops)) in enumerate(zip(node.value, bounds, strict=True)):
            made += _part(lines, item, begins, stops, model, (*loc, number))
        return made if bounds and bounds[0][0] == start else [*lines[start : bounds[0][0] if bounds else end], *made]
    if not isinstance(node, yaml.MappingNode) or node.flow_style or not node.value:
        return lines[start:end]
    keys = [key for key, _ in node.value]
    bounds = _bounds(lines, keys, [value for _, value in node.value], start, end, node.start_mark.column)
    prefix = lines[keys[0].start_mark.line][: node.start_mark.column]
    blank = " " * len(prefix)
    head = lines[start : bounds[0][0]]
    blocks = []
    for number, ((key, value), (begins, stops)) in enumerate(zip(node.value, bounds, strict=True)):
        inside = _inside(lines, key, value, begins, stops, model, (*loc, key.value))
        if not number:
            at = key.start_mark.line - begins
            inside[at] = blank + inside[at][len(prefix) :]
        blocks.append((key.value, inside, key.start_mark.line - begins))
    names = fields_at(model, loc)
    order = sorted(blocks, key=lambda block: names.index(block[0]) if block[0] in names else len(names))
    _, inside, at = order[0]
    inside[at] = prefix + inside[at][len(blank) :]
    return [*head, *(line for _, block, _ in order for line in block)]


def _inside(lines: list[str], key: Any, value: Any, begins: int, stops: int, model: type[Model], loc: Loc) -> list[str]:
    """The lines of one field; a part that begins below its name is put in order itself."""
    line = value.start_mark.line
    if isinstance(value, yaml.ScalarNode) or value.flow_style or line <= key.start_mark.line:
        return lines[begins:stops]
    return [*lines[begins:line], *_part(lines, value, line, stops, model, loc)]


def _bounds(
    lines: list[str], heads: list[Any], tails: list[Any], start: int, end: int, column: int
) -> list[tuple[int, int]]:
    """From which line to which each of several fields or items reaches, with the comments that stand above it."""
    begins = []
    for number, head in enumerate(heads):
        at = head.start_mark.line
        floor = _last_line(tails[number - 1]) + 1 if number else start
        while number and at > floor and _belongs_below(lines[at - 1], column):
            at -= 1
        begins.append(at if number else head.start_mark.line)
    return list(zip(begins, [*begins[1:], end], strict=True))


def _belongs_below(line: str, column: int) -> bool:
    stripped = line.lstrip()
    return not stripped or (stripped.startswith("#") and len(line) - len(stripped) <= column)


def _last_line(node: Any) -> int:
    """The last line of what a node holds; the marks of lists and mappings reach over what follows them."""
    while not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
        node = node.value[-1]
        node = node[1] if isinstance(node, tuple) else node
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return int(node.end_mark.line) - 1
    return int(node.end_mark.line)


# Comments.


def comments_of(text: str) -> Iterator[str]:
    """Every comment of a text, without the white space around it."""
    yield from (text[begins:ends].strip() for begins, ends in _comments(text))


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each comment reaches: what begins with `#` between the scalars."""
    rest = 0
    gaps = []
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
            begins, ends = event.start_mark.index, event.end_mark.index
            gaps.append((rest, begins))
            if event.style in ("|", ">"):
                gaps.append((begins, text.find("\n", begins)))
            rest = max(rest, ends)
    gaps.append((rest, len(text)))
    for begins, ends in gaps:
        yield from (found.span() for found in _COMMENT.finditer(text, begins, ends))


def _tidied(text: str, like_below: Sequence[bool]) -> str:
    """The text with two spaces before a comment behind a value, and one above a field as far in as the field."""
    made, rest, number = [], 0, 0
    for begins, ends in _comments(text):
        before = text[rest:begins]
        line = before[before.rfind("\n") + 1 :]
        if line.strip() or (not line and text[begins - 1 : begins] not in ("\n", "")):
            made.append(before.rstrip(" ") + "  ")
        elif number < len(like_below) and like_below[number]:
            made.append(before[: len(before) - len(line)] + " " * _column_below(text, ends))
        else:
            made.append(before)
        made.append(text[begins:ends].rstrip())
        rest, number = ends, number + 1
    return "".join([*made, text[rest:]])


def _like_below(text: str) -> list[bool]:
    """Of each comment, whether what is below it begins in the same column."""
    return [begins - text.rfind("\n", 0, begins) - 1 == _column_below(text, ends) for begins, ends in _comments(text)]


def _column_below(text: str, after: int) -> int:
    """The column of the next line that is neither empty nor a comment; -1 at the end."""
    found = _CONTENT.search(text, after)
    return len(found[1]) if found else -1


def _checked(text: str, checks: Mapping[Loc, str]) -> str:
    """The text with comments above the fields that somebody has to look at; they end no line and begin no other."""
    if not checks:
        return text
    places = parse_yaml(text.encode())[1]
    lines = text.split("\n")
    for loc, words in sorted(checks.items(), key=lambda item: _line_of(places, item[0]), reverse=True):
        at = _line_of(places, loc)
        indent = len(lines[at]) - len(lines[at].lstrip())
        lines.insert(at, " " * indent + remark(words))
    return "\n".join(lines)


def remark(words: str) -> str:
    """A `# check:` comment of one line."""
    return CHECK + _OF_A_LINE.sub(" ", words).strip()


def _line_of(places: Any, loc: Loc) -> int:
    while loc and loc not in places.keys and loc not in places.values:
        loc = loc[:-1]
    return int((places.keys.get(loc) or places.values[loc])[0]) - 1


def with_comments(text: str, comments: Iterable[str]) -> str:
    """The text with those comments at its head that it does not hold yet."""
    there = Counter(comments_of(text))
    missing = []
    for comment in comments:
        if there[comment]:
            there[comment] -= 1
        else:
            missing.append(comment)
    return "".join(f"{comment}\n" for comment in missing) + text


def plain(document: Any) -> Data:
    """A document's values, as our reader has them."""
    if isinstance(document, Mapping):
        return {str(key): plain(value) for key, value in document.items()}
    if isinstance(document, list):
        return [plain(item) for item in document]
    return str(document) or None if document is not None else None


def shown(value: Data) -> str:
    """A value for a comment: one line, every sign visible."""
    return printable(str(value))
