"""YAML's traps: whatever a stranger's file holds becomes plain text, or one clear error with its place."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problem
from generator.records.load import MAX_BYTES, RawRecord, load_record
from generator.records.yaml_tree import YamlError, parse_yaml

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
        "1:4 the tag `tag:yaml.org,2002:timestamp` is not part of the record format: remove it.",
    ),
    (b"a: !ruby/object x\n", "1:4 the tag `!ruby/object` is not part of the record format: remove it."),
    (b"? [a, b]\n: c\n", "1:3 a field's name must be plain text."),
    (b"a: *b\n", "1:4 `*b` names nothing that is complete before it: write the value out."),
    (b"a: &a [*a]\n", "1:8 `*a` names nothing that is complete before it: write the value out."),
    (b"[" * 5_000, "1:21 more than 20 levels are nested here."),
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
        f"huge.yaml:1:1: the file has 50,000,000 bytes: a record has at most {MAX_BYTES:,}. Split it. [too-large]"
    )


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text("title: x\n")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    assert loaded(tmp_path / "link.yaml") == (
        "link.yaml:1:1: the file is a symbolic link: put the record itself here. [symlink]"
    )


@pytest.mark.parametrize(
    "name", ["Upper.yaml", "a--b.yaml", "-a.yaml", "ü.yaml", "a.b.yaml", f"{'a' * 101}.yaml", "a.yml", "a"]
)
def test_a_file_name_that_is_no_id_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("title: x\n")
    assert "[file-name]" in loaded(tmp_path / name)


def test_a_missing_file_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    assert loaded(tmp_path / "gone.yaml") == (
        "gone.yaml:1:1: the file cannot be read: No such file or directory. [unreadable]"
    )


def test_a_byte_order_mark_and_windows_line_ends_are_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbftitle: x\r\ndate: y\r\n")
    found = load_record(tmp_path / "a.yaml", "a.yaml", "events")
    assert isinstance(found, RawRecord)
    assert found.data == {"title": "x", "date": "y"}
