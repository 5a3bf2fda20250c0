"""YAML's traps: whatever a stranger's file holds becomes plain text, or one clear error with its place."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.files import MAX_BYTES
from generator.problems import Problem
from generator.records.load import RawRecord, load_record
from generator.records.yaml_errors import YamlError
from generator.records.yaml_tree import parse_yaml

GUESSED = "no on y NULL ~ true 12:30 2025-11-06 2025-11-06T15:30:00Z 1e3 0o7 0x1F 1_000 .inf -.5 = << 007 190:20:30"


@pytest.mark.parametrize("text", GUESSED.split())
def test_what_yaml_would_guess_a_type_for_stays_text(text: str) -> None:
    assert parse_yaml(f"field: {text}".encode())[0] == {"field": text}


def test_a_value_that_is_not_written_is_none() -> None:
    assert parse_yaml(b"a:\nb: ''\nc: []")[0] == {"a": None, "b": None, "c": []}


def test_every_part_knows_its_line_and_column() -> None:
    _, places = parse_yaml(b"title: A\nevidence:\n  - article: x\n    quote: y\n")
    assert places.values["evidence", 0, "quote"] == (4, 12)
    assert places.keys["evidence", 0, "quote"] == (4, 5)


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcdef", "bcdefg", strict=True)
)
REFUSED = [
    (b"", "1:1 the file is empty: write the record, or delete the file."),
    (b"  \n\n", "1:1 the file is empty: write the record, or delete the file."),
    (b"# only a comment\n", "1:1 the file holds no record: write one, or delete the file."),
    (b"a: 1\nb: 2\na: 3\n", "3:1 `a` stands twice, first in line 1: keep one of them."),
    (b"a: {b: 1, b: 2}\n", "1:11 `b` stands twice, first in line 1: keep one of them."),
    (b"a: 1\n\tb: 2\n", "2:1 a tab cannot indent YAML: use two spaces."),
    (b"a: \x00\n", "1:4 the control character U+0000 cannot stand in a record: delete it."),
    (b"a: b\x1b[31m\n", "1:5 the control character U+001B cannot stand in a record: delete it."),
    (b'a: "\\x02"\n', "1:4 the control character U+0002 cannot stand in a record: delete it."),
    (b"a: ok\nb: caf\xe9\n", "2:7 the file is not UTF-8 (byte 0xe9): save it as UTF-8."),
    ("a: ü".encode("utf-16"), "1:1 the file is not UTF-8 (byte 0xff): save it as UTF-8."),
    (b"a: 1\n---\na: 2\n", "2:1 one file holds one record: remove the `---`."),
    (
        b"a: !!timestamp 2025-11-06\n",
        "1:4 `!!timestamp` is an instruction to YAML, of which records know none: remove it, or put it in quotes.",
    ),
    (
        b"a: !ruby/object x\n",
        "1:4 `!ruby/object` is an instruction to YAML, of which records know none: remove it, or put it in quotes.",
    ),
    (b"a: &b c\n", "1:4 `&b` is a name to YAML, and lost to the text: put the whole in quotes."),
    (b"? \n", "1:2 a field without a name: write the name before the `:`."),
    (
        b"a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> main\n",
        "2:1 git left two versions here: keep one, and delete the lines of `<<<<<<<`, `=======` and `>>>>>>>`.",
    ),
    (b"? [a, b]\n: c\n", "1:3 a field's name must be plain text: put brackets in quotes."),
    (b"a: *b\n", "1:4 `*b` names nothing that is complete before it: write the value out."),
    (b"a: &a [*a]\n", "1:8 `*a` names nothing that is complete before it: write the value out."),
    (b"[" * 5_000, "1:21 more than 20 levels are nested here: put a text with brackets in quotes."),
    (b"a: [" + b"x, " * 30_000 + b"x]", "1:59993 the file has more than 20,000 values: split it."),
    (LAUGHS.encode(), "1:32 aliases (`*name`) expand this file beyond measure: write the values out."),
]


@pytest.mark.parametrize(("content", "sentence"), REFUSED, ids=range(len(REFUSED)))
def test_a_trap_is_refused_in_one_line(content: bytes, sentence: str) -> None:
    with pytest.raises(YamlError) as error:
        parse_yaml(content)
    assert f"{error.value.line}:{error.value.column} {error.value.message}" == sentence


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_parse_or_are_a_yaml_error(content: bytes) -> None:
    try:
        parse_yaml(content)
    except YamlError as error:
        assert error.line >= 1
        assert error.column >= 1
        assert error.message.endswith((".", "?"))
        assert "\n" not in error.message


plain = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=20)
trees = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(plain, inner, max_size=4), max_leaves=20
)


@given(st.dictionaries(plain, trees, min_size=1, max_size=5))
def test_what_pyyaml_writes_is_read_back_as_text(data: dict[str, object]) -> None:
    written = yaml.safe_dump(data, allow_unicode=True, default_style='"')
    assert parse_yaml(written.encode())[0] == data


def loaded(file: Path) -> str:
    found = load_record(file, file.name, "events")
    return str(found) if isinstance(found, Problem) else f"a record: {found.id}"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.yaml"
    with file.open("wb") as out:
        out.truncate(50_000_000)
    assert loaded(file) == (
        f"huge.yaml:1:1: the file has 50,000,000 bytes, and at most {MAX_BYTES:,} are read: split it, or keep of it"
        " what is needed. [too-large]"
    )


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text("title: x\n")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    assert loaded(tmp_path / "link.yaml") == (
        "link.yaml:1:1: the file is a symbolic link: put the file itself here. [symlink]"
    )


def test_a_missing_file_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    assert loaded(tmp_path / "gone.yaml") == ("gone.yaml:1:1: there is no such file: write it. [unreadable]")


def test_a_byte_order_mark_and_windows_line_ends_are_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbftitle: x\r\ndate: y\r\n")
    found = load_record(tmp_path / "a.yaml", "a.yaml", "events")
    assert isinstance(found, RawRecord)
    assert found.data == {"title": "x", "date": "y"}


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("title: Deal #2 signed", [(1, 8, "#2 signed")]),
        ("title: Deal\t#2 signed", [(1, 8, "#2 signed")]),
        ("evidence:\n  - says: Room #7 it was", [(2, 11, "#7 it was")]),
        ("aliases: [a #b\n  , c]", [(1, 11, "#b")]),
        ("title: C#", []),
        ("title: Deal # 2 is a comment", []),
        ("title: Deal ## a heading", []),
        ("title: 'Deal #2 signed'", []),
        ("title: >\n  Deal #2 signed", []),
        ("kind: meeting  # one of the kinds", []),
    ],
)
def test_a_text_that_ends_at_a_sign_of_comments_is_told(text: str, cut: list[tuple[int, int, str]]) -> None:
    assert parse_yaml(text.encode())[1].cut == cut


@pytest.mark.parametrize("text", ["date: [?x]", "date: {?foo: bar}", "date: [a, ?b]"])
def test_a_question_mark_in_brackets_is_no_key(text: str) -> None:
    with pytest.raises(YamlError, match="put the whole text in quotes, brackets and all") as error:
        parse_yaml(text.encode())
    assert text[error.value.column - 1] == "?"


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_what_only_yaml_takes_for_the_end_of_a_line_counts_as_none(sign: str) -> None:
    data, places = parse_yaml(f"title: a{sign}b\nnext: {{x: 1}}\n".encode())
    assert data == {"title": "a b", "next": {"x": "1"}}
    assert places.values["next", "x"] == (2, 11)
    with pytest.raises(YamlError) as error:
        parse_yaml(f"title: 'a{sign}b'\nkind: x: y".encode())
    assert error.value.line == 2


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: b: c", 1, "there is a `: ` within plain text"),
        ("a: - b", 1, "a list begins on a line of its own"),
        ("a: 'b", 1, "a quotation mark is opened and never closed"),
        ('x: 1\na: "b\nc: d', 2, "a quotation mark is opened and never closed"),
        ('a: "C:\\new\\quote"', 1, "in double quotes a backslash begins an escape"),
        ("a: @b", 1, "text cannot begin with this sign"),
        ("a: `b`", 1, "text cannot begin with this sign"),
        ("a: *b c", 1, "`*b` names nothing"),
        ("a: * b", 1, "text cannot begin with `*` or `&`"),
        ("a: [b, c", 1, "a bracket is opened and not closed"),
        ("a: {b: Deal #2}", 1, "a bracket is opened and not closed"),
        ("a:\n  - b\n c: d", 3, "this line does not fit those above it"),
        ("a: b\n  c: d", 2, "`c` is indented as if it went on with the text above"),
        ("a: b\nc d\n", 2, "this is not a `field: value` line"),
        ("  a: b\nc: d", 2, "the record ends above"),
        ("a: 'b' c", 1, "the text ends at this `'`, and there is more behind it"),
        ('a: "b" c', 1, 'the text ends at this `"`, and there is more behind it'),
        ("a: [b] c", 1, "a text that begins with `[` needs quotes"),
        ("a: ]", 1, "text cannot begin with `]`"),
        ("a:\n  - b: c\n      d: e", 3, "`d` is indented as if it went on with the text above"),
        ("a: b\nc:d\ne: f", 2, "this is not a `field: value` line"),
        ("%a: b", 1, "text cannot begin with `%`"),
        ("a: >x\n  b", 1, "after `>` or `|` the text begins on the next line"),
    ],
)
def test_what_is_not_yaml_is_told_in_plain_words(text: str, line: int, words: str) -> None:
    with pytest.raises(YamlError) as error:
        parse_yaml(text.encode())
    assert error.value.message.startswith(words), error.value.message
    assert error.value.line == line
