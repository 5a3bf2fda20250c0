"""YAML text becomes plain data in which every scalar is text and every part knows its line and column."""

# YAML guesses types, lets a key stand twice, and lets ten lines expand to ten million. None of that may touch a
# record: libyaml only tokenises here, and the tree is composed from its events with every scalar left as text.

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import yaml

from generator.records.yaml_errors import YamlError, printable, syntax_error

MAX_DEPTH = 20
MAX_NODES = 20_000

Loc = tuple[str | int, ...]
Data = None | str | list["Data"] | dict[str, "Data"]

# All that YAML 1.2 (section 5.1) does not count as printable.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_CUT = re.compile(r"[ \t]+(#[^\s#][^\n]*)")
_LINE_SEPARATORS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})
_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}


@dataclass(slots=True)
class Places:
    """Line and column (both from 1) of each part of a record: of its value, and of the key that names it."""

    values: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    cut: list[tuple[int, int, str]] = field(default_factory=list)
    """Where ` #` ends a text that may have been meant to go on: line, column, and what is cut off."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed document: its data, and where a ` #` cut a text off. Where its parts stand is worked out when asked."""

    data: Data
    cut: tuple[tuple[int, int, str], ...]


def parse_document(content: bytes) -> Parsed | YamlError:
    """Parse one YAML document, or say what is wrong."""
    try:
        data, places = parse_yaml(content)
    except YamlError as error:
        return error
    return Parsed(data, tuple(places.cut))


def parse_documents(contents: Sequence[bytes]) -> list[Parsed | YamlError]:
    """Parse documents, one after the other."""
    return [parse_document(content) for content in contents]


def parse_yaml(content: bytes) -> tuple[Data, Places]:
    """Parse one YAML document; raises YamlError with the place of whatever is wrong."""
    text = _decode(content)
    places = Places()
    try:
        composer = _Composer(places)
        root = composer.compose(text)
    except yaml.YAMLError as error:
        raise syntax_error(error, text) from None
    data = _Flattener(places).flatten(root, ())
    if lost := next((node for name, node in composer.anchors.items() if name not in composer.used), None):
        message = f"`&{printable(lost.anchor or '')}` is a name to YAML, and lost to the text: put the whole in quotes."
        raise YamlError("bad-alias", message, lost.line, lost.column)
    return data, places


def _decode(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = len(before.rpartition(b"\n")[2]) + 1
        message = f"the file is not UTF-8 (byte 0x{content[error.start]:02x}): save it as UTF-8."
        raise YamlError("not-utf-8", message, before.count(b"\n") + 1, column) from None
    if found := _FORBIDDEN.search(text):
        at = found.start()
        raise _control_character(found[0], text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    if found := _CONFLICT.search(text):
        message = "git left two versions here: keep one, and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`."
        raise YamlError("yaml", message, text.count("\n", 0, found.start()) + 1)
    if not text.strip():
        raise YamlError("empty", "the file is empty: write the record, or delete the file.")
    # To YAML these end a line, to editors and people they do not: lines are counted as people see them.
    return text.translate(_LINE_SEPARATORS)


def _control_character(character: str, line: int, column: int) -> YamlError:
    message = f"the control character U+{ord(character):04X} cannot stand in a record: delete it."
    return YamlError("control-character", message, line, column)


@dataclass(slots=True, eq=False)
class _Node:
    """A composed node; an alias is the same object as the node that it names."""

    line: int
    column: int
    text: str | None = None
    items: list["_Node"] | None = None
    entries: dict[str, tuple[tuple[int, int], "_Node"]] | None = None
    anchor: str | None = None
    waiting_key: tuple[str, int, int] | None = None


_Start = yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent


class _Composer:
    """Composes one document from libyaml's events, without recursion."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.text = ""
        self.root: _Node | None = None
        self.open: list[_Node] = []
        self.anchors: dict[str, _Node] = {}
        self.used: set[str] = set()

    def compose(self, text: str) -> _Node:
        documents = 0
        self.text = text
        for count, event in enumerate(yaml.parse(text, Loader=yaml.CBaseLoader)):
            mark = event.start_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            if count > MAX_NODES:
                raise YamlError("too-large", f"the file has more than {MAX_NODES:,} values: split it.", line, column)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise YamlError("many-documents", "one file holds one record: remove the `---`.", line, column)
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event.anchor or "", line, column)
            elif isinstance(event, _Start):
                self._begin(event, line, column)
            elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                self._end()
        if self.root is None:
            raise YamlError("empty", "the file holds no record: write one, or delete the file.")
        return self.root

    def _begin(self, event: _Start, line: int, column: int) -> None:
        if event.tag not in _PLAIN_TAGS:
            written = printable((event.tag or "").replace("tag:yaml.org,2002:", "!!"))
            message = (
                f"`{written}` is an instruction to YAML, of which records know none: remove it, or put it in quotes."
            )
            raise YamlError("tag", message, line, column)
        node = _Node(line, column, anchor=event.anchor)
        if isinstance(event, yaml.ScalarEvent):
            node.text = event.value
            if found := _FORBIDDEN.search(event.value):  # an escape such as "\x02" in quotes
                raise _control_character(found[0], line, column)
            if not event.style:
                self._look_around(event, line, column)
            self._attach(node, line, column)
            self._complete(node)
            return
        if isinstance(event, yaml.SequenceStartEvent):
            node.items = []
        else:
            node.entries = {}
        self._attach(node, line, column)
        self.open.append(node)
        if len(self.open) > MAX_DEPTH:
            raise YamlError(
                "too-deep",
                f"more than {MAX_DEPTH} levels are nested here: put a text with brackets in quotes.",
                line,
                column,
            )

    def _look_around(self, event: yaml.ScalarEvent, line: int, column: int) -> None:
        """Look at what stands before and behind plain text: signs that mean something to YAML, and not to people."""
        if event.start_mark is None or event.end_mark is None:
            return
        before, behind = event.start_mark.index, event.end_mark.index
        if before and self.text[before - 1] == "?" and self.text[before : before + 1].strip():
            shown = printable(f"?{event.value}")
            message = f"in brackets `{shown}` is a key to YAML: put the whole text in quotes, brackets and all."
            raise YamlError("question-mark", message, line, column - 1)
        if found := _CUT.match(self.text, behind):
            self.places.cut.append((line, column, printable(found[1])))

    def _end(self) -> None:
        self._complete(self.open.pop())

    def _complete(self, node: _Node) -> None:
        # Only a complete node can be named, so that no record contains itself.
        if node.anchor:
            self.anchors[node.anchor] = node

    def _alias(self, anchor: str, line: int, column: int) -> None:
        target = self.anchors.get(anchor)
        self.used.add(anchor)
        if target is None:
            message = f"`*{printable(anchor)}` names nothing that is complete before it: write the value out."
            raise YamlError("bad-alias", message, line, column)
        self._attach(target, line, column)

    def _attach(self, node: _Node, line: int, column: int) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if parent.items is not None:
            parent.items.append(node)
            return
        assert parent.entries is not None
        if parent.waiting_key:
            key, key_line, key_column = parent.waiting_key
            parent.entries[key] = ((key_line, key_column), node)
            parent.waiting_key = None
        elif node.text is None:
            raise YamlError("bad-key", "a field's name must be plain text: put brackets in quotes.", line, column)
        elif not node.text:
            raise YamlError("bad-key", "a field without a name: write the name before the `:`.", line, column)
        elif node.text in parent.entries:
            first = parent.entries[node.text][0][0]
            message = f"`{printable(node.text)}` stands twice, first in line {first}: keep one of them."
            raise YamlError("duplicate-key", message, line, column)
        else:
            parent.waiting_key = (node.text, line, column)


class _Flattener:
    """Turns nodes into data; its budget stops aliases from multiplying."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.budget = MAX_NODES

    def flatten(self, node: _Node, loc: Loc) -> Data:
        self.budget -= 1
        if self.budget < 0 or len(loc) > MAX_DEPTH:
            message = "aliases (`*name`) expand this file beyond measure: write the values out."
            raise YamlError("alias-bomb", message, node.line, node.column)
        self.places.values[loc] = (node.line, node.column)
        if node.items is not None:
            return [self.flatten(item, (*loc, index)) for index, item in enumerate(node.items)]
        if node.entries is not None:
            data: dict[str, Data] = {}
            for key, (place, value) in node.entries.items():
                data[key] = self.flatten(value, (*loc, key))
                self.places.keys[(*loc, key)] = place
            return data
        return node.text or None
