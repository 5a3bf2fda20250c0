"""YAML text becomes plain data in which every scalar is text and every part knows its line and column."""

# YAML guesses types, lets a key stand twice, and lets ten lines expand to ten million. None of that may touch a
# record: libyaml only tokenises here, and the tree is composed from its events with every scalar left as text.

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.records.yaml_errors import YamlError, printable, syntax_error

MAX_DEPTH = 20
MAX_NODES = 20_000

Loc = tuple[str | int, ...]
Data = None | str | list["Data"] | dict[str, "Data"]

# All that YAML 1.2 (section 5.1) does not count as printable.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_BLANK = (" ", "\t")
_CUT = re.compile(r"[ \t]+(#[^\s#][^\n]*)")
_LINE_SEPARATORS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})
_PLAIN_TAGS = {"!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}


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
        composer = _composed(content)
        # Only what aliases expand can become too much, and only who reports a problem asks for places.
        data = _Flattener(composer.places).data(composer) if composer.used else _plain(composer.whole)
        _forbid_lost(composer)
    except YamlError as error:
        return error
    return Parsed(data, tuple(composer.places.cut))


def parse_documents(contents: Sequence[bytes]) -> list[Parsed | YamlError]:
    """Parse documents, one after the other."""
    return [parse_document(content) for content in contents]


def parse_yaml(content: bytes) -> tuple[Data, Places]:
    """Parse one YAML document; raises YamlError with the place of whatever is wrong."""
    composer = _composed(content)
    data = _Flattener(composer.places).data(composer)
    _forbid_lost(composer)
    return data, composer.places


def _composed(content: bytes) -> "_Composer":
    text = _decode(content)
    composer = _Composer(text, Places())
    try:
        composer.compose()
    except yaml.YAMLError as error:
        raise syntax_error(error, text) from None
    return composer


def _forbid_lost(composer: "_Composer") -> None:
    if lost := next((node for name, node in composer.anchors.items() if name not in composer.used), None):
        message = f"`&{printable(lost.anchor or '')}` is a name to YAML, and lost to the text: put the whole in quotes."
        raise YamlError("bad-alias", message, lost.line, lost.column)


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


class _Composer:
    """Composes one document from libyaml's events, without recursion."""

    def __init__(self, text: str, places: Places) -> None:
        self.text = text
        self.places = places
        self.root: _Node | None = None
        self.open: list[_Node] = []
        self.anchors: dict[str, _Node] = {}
        self.used: set[str] = set()

    @property
    def whole(self) -> _Node:
        """What was composed."""
        assert self.root
        return self.root

    def compose(self) -> None:
        """Compose it; raises YamlError and yaml.YAMLError."""
        documents = 0
        # An archive has millions of events: each question that is not asked of one is felt.
        events: Iterator[Any] = iter(yaml.CBaseLoader(self.text).get_event, None)
        for count, event in enumerate(events):
            kind, mark = type(event), event.start_mark
            line, column = mark.line + 1, mark.column + 1
            if count > MAX_NODES:
                raise YamlError("too-large", f"the file has more than {MAX_NODES:,} values: split it.", line, column)
            if kind is yaml.ScalarEvent:
                self._scalar(event, line, column)
            elif kind is yaml.SequenceStartEvent or kind is yaml.MappingStartEvent:
                self._begin(event, line, column)
            elif kind is yaml.SequenceEndEvent or kind is yaml.MappingEndEvent:
                self._complete(self.open.pop())
            elif kind is yaml.AliasEvent:
                self._alias(event.anchor or "", line, column)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise YamlError("many-documents", "one file holds one record: remove the `---`.", line, column)
        if self.root is None:
            raise YamlError("empty", "the file holds no record: write one, or delete the file.")

    def _scalar(self, event: Any, line: int, column: int) -> None:
        if event.tag is not None:
            _forbid_tag(event.tag, line, column)
        value, style = event.value, event.style
        if style == '"' and (found := _FORBIDDEN.search(value)):  # an escape such as "\x02"; the rest was looked at
            raise _control_character(found[0], line, column)
        if not style:
            self._look_around(event, line, column)
        node = _Node(line, column, value)
        self._attach(node, line, column)
        if event.anchor:
            node.anchor = event.anchor
            self._complete(node)

    def _begin(self, event: Any, line: int, column: int) -> None:
        if event.tag is not None:
            _forbid_tag(event.tag, line, column)
        node = _Node(line, column, anchor=event.anchor)
        if type(event) is yaml.SequenceStartEvent:
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

    def _look_around(self, event: Any, line: int, column: int) -> None:
        """Look at what stands before and behind plain text: signs that mean something to YAML, and not to people."""
        text, before, behind = self.text, event.start_mark.index, event.end_mark.index
        if before and text[before - 1] == "?" and text[before : before + 1].strip():
            shown = printable(f"?{event.value}")
            message = f"in brackets `{shown}` is a key to YAML: put the whole text in quotes, brackets and all."
            raise YamlError("question-mark", message, line, column - 1)
        if text[behind : behind + 1] in _BLANK and (found := _CUT.match(text, behind)):
            self.places.cut.append((line, column, printable(found[1])))

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
            parent.waiting_key = (sys.intern(node.text), line, column)  # an archive has each name ten thousand times


def _forbid_tag(tag: str, line: int, column: int) -> None:
    if tag not in _PLAIN_TAGS:
        written = printable(tag.replace("tag:yaml.org,2002:", "!!"))
        message = f"`{written}` is an instruction to YAML, of which records know none: remove it, or put it in quotes."
        raise YamlError("tag", message, line, column)


def _plain(node: _Node) -> Data:
    """The data of a node in which nothing stands twice."""
    if node.items is not None:
        return [_plain(item) for item in node.items]
    if node.entries is not None:
        return {
            key: value.text or None if value.text is not None else _plain(value)
            for key, (_, value) in node.entries.items()
        }
    return node.text or None


class _Flattener:
    """Turns nodes into data, and tells where each stands; its budget stops aliases from multiplying."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.budget = MAX_NODES

    def data(self, composer: _Composer) -> Data:
        """All that was composed; raises YamlError."""
        return self.flatten(composer.whole, ())

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
