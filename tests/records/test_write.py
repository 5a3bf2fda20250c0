"""Records that are written anew mean what they meant, keep every comment, and do not change the second time."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.schema import MODELS
from generator.records.shape import field_names
from generator.records.write import WriteError, canonical, comments_of, new_record, remark
from generator.records.yaml_tree import parse_yaml
from tests.examples import FOLDER, SITES, parts_of

KEYWORDS = ("no", "yes", "on", "null", "~", "true", "y", "2031", "1e3", "0x1f", "12:30", "-", "?", "@x", "`x`", "a: b")
HOSTILE = (
    *KEYWORDS,
    "a # b",
    "# a",
    "'",
    '"',
    "\\",
    "\u2028 and \u2029 and \x85",
    "x\ufeffx",
    "{a}",
    "[a]",
    "- a",
    "&a *b !c",
    "---",
    "...",
    "%x",
    "تم توقيع الاتفاق \u200f(اليوم)",
    "הסכם \u200eנחתם",
    "👩‍👩‍👧",
    "a\nb",
    "a\n\n  b\n",
    "tab\tinside",
    "word " * 59 + "end",
)


def of_examples() -> list[tuple[str, str]]:
    """Every record of the tests' own projects, as kind and text."""
    found = []
    for file in (*sorted(FOLDER.glob("*.txt")), SITES / "harbours.txt"):
        for path, text in parts_of(file.read_text(encoding="utf-8")).items():
            parts = path.split("/")
            if path.endswith(".yaml") and len(parts) > 2 and parts[1] in MODELS:
                found.append((parts[1], text))
    return found


def test_every_record_of_the_fixtures_means_the_same_and_keeps_its_comments() -> None:
    seen = 0
    for kind, text in of_examples():
        try:
            before = parse_yaml(text.encode())[0]
        except Exception:  # an example of a record that cannot be read
            continue
        if not isinstance(before, dict):
            continue
        try:
            once = canonical(kind, text.encode())
        except WriteError:
            assert any(sign in text for sign in "&*?{["), text
            continue
        seen += 1
        assert parse_yaml(once.encode())[0] == before
        assert Counter(comments_of(once)) == Counter(comments_of(text))
        assert canonical(kind, once.encode()) == once
    assert seen > 200


WRITTEN = """\
# yaml-language-server: $schema=event.json

# Who wrote this, and why.
date: 2031-05-01   # the day
# Of the title:
title: 'Two ports: a treaty'

kind: agreement
evidence:
    # The first.
    - says: Signed.
      article: one   # by hand
      # its fields
      supports:  [ date,status ]
    # The second.
    - article: two
      says: >
        Long words
        in two lines.

        And more.
# At the end.
"""
CANONICAL = """\
# yaml-language-server: $schema=event.json

# Who wrote this, and why.
# Of the title:
title: "Two ports: a treaty"
date: 2031-05-01  # the day

kind: agreement
evidence:
  # The first.
  - article: one  # by hand
    says: Signed.
    # its fields
    supports: [date, status]
  # The second.
  - article: two
    says: >
      Long words
      in two lines.

      And more.
# At the end.
"""


def test_comments_move_with_the_field_below_them() -> None:
    assert canonical("events", WRITTEN.encode()) == CANONICAL
    assert canonical("events", CANONICAL.encode()) == CANONICAL


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_come_back_as_they_were(text: str) -> None:
    data = {
        "title": text,
        "evidence": [{"article": "no", "says": text}],
        "storylines": [text, "no"],
        "summary": {"ar": text},
    }
    made = new_record("events", data)
    read = parse_yaml(made.encode())[0]
    assert isinstance(read, dict)
    assert read["title"] == text
    assert read["storylines"] == [text, "no"]
    assert read["summary"] == {"ar": text}
    assert '"no"' in made
    assert canonical("events", made.encode()) == made


@pytest.mark.parametrize("word", ["no", "null", "Yes", "~"])
def test_a_word_that_others_take_for_no_text_gets_quotes(word: str) -> None:
    assert canonical("actors", f"name: {word}\n".encode()) == f'name: "{word}"\n'


def test_dates_and_numbers_stay_as_they_are_written() -> None:
    text = "name: x\nlat: 35.890\nlon: 1_4\nwikidata: 0o17\nabout: 2031-05-01\n"
    assert canonical("places", text.encode()) == text


def test_line_ends_and_a_mark_at_the_beginning_go() -> None:
    assert canonical("actors", b"\xef\xbb\xbfname: x\r\nkind: state\r\n") == "name: x\nkind: state\n"


@pytest.mark.parametrize("broken", [b"name: [", b"name: x\nname: y\n", b"\xff", b"- a\n", b"", b"name: !x y\n"])
def test_what_cannot_be_read_is_refused_with_its_place(broken: bytes) -> None:
    with pytest.raises(WriteError) as error:
        canonical("actors", broken)
    assert error.value.line >= 1
    assert "\n" not in error.value.message


def test_a_check_stands_above_its_field_on_one_line() -> None:
    data = {"title": "A", "date": "2031", "evidence": [{"article": "a", "says": "b", "date_words": "c"}]}
    checks = {("date",): "two\nlines: # here", ("evidence", 0, "article"): "which?", ("evidence", 0, "says"): "who?"}
    made = new_record("events", data, checks)
    assert made.splitlines() == [
        "title: A",
        "# check: two lines: # here",
        'date: "2031"',
        "evidence:",
        "  # check: which?",
        "  - article: a",
        "    # check: who?",
        "    says: b",
        "    date_words: c",
    ]
    assert canonical("events", made.encode()) == made
    assert remark("a\u2028b\x07c") == "# check: a b c"


words = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), min_size=1, max_size=40
)
values: st.SearchStrategy[Any] = words | st.sampled_from(HOSTILE)
items = st.dictionaries(st.sampled_from(field_names(MODELS["events"], ("evidence", 0))), values, min_size=1)
records = st.dictionaries(
    st.sampled_from(field_names(MODELS["events"], ())), values | st.lists(values, max_size=3), min_size=1
).flatmap(lambda record: st.lists(items, max_size=3).map(lambda evidence: {**record, "evidence": evidence}))
notes = st.lists(st.sampled_from(["# a", "  # b: c", "#", "", "# 'd"]), max_size=4)


@settings(max_examples=150, deadline=None)
@given(records, st.data())
def test_what_is_written_is_canonical_wherever_comments_stand(record: dict[str, Any], data: st.DataObject) -> None:
    made = new_record("events", record)
    assert canonical("events", made.encode()) == made
    lines = made.split("\n")
    if not any(line.rstrip().endswith(("|", "|-", "|+", ">")) for line in lines):
        for note in data.draw(notes):
            at = data.draw(st.integers(0, len(lines) - 1))
            lines.insert(at, note)
    text = "\n".join(lines)
    try:
        before = parse_yaml(text.encode())[0]
    except Exception:
        return
    once = canonical("events", text.encode())
    assert parse_yaml(once.encode())[0] == before
    assert Counter(comments_of(once)) == Counter(comments_of(text))
    assert canonical("events", once.encode()) == once


def test_the_order_is_that_of_the_schema() -> None:
    for kind, model in MODELS.items():
        names = field_names(model, ())
        made = new_record(kind, dict.fromkeys(reversed(names), "x"))
        assert [line.partition(":")[0] for line in made.splitlines()] == names
