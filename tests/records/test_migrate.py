"""A project of an older record format becomes one of the present format, and nothing else of it changes."""

import pytest

from generator.records.migrate import MigrationError, migrated

KINDS = 'kinds:\n  a: {label: A, colour: "#1f5a96"}  # a comment\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (KINDS, f"format: 1\n{KINDS}"),
        (f"# Ours.\n\n{KINDS}", f"# Ours.\n\nformat: 1\n{KINDS}"),
        (f"\ufeff{KINDS}", f"format: 1\n{KINDS}"),
        (f"format: 0  # old\n{KINDS}", f"format: 1  # old\n{KINDS}"),
        (f"{KINDS}format: '0'\n", f"{KINDS}format: 1\n"),
        (f"---\n{KINDS}", f"---\nformat: 1\n{KINDS}"),
        (f"format: 1\n{KINDS}", None),
        (f"{KINDS}format:\r  0\r", f"{KINDS}format:\r  1\r"),
    ],
)
def test_only_the_format_is_written(before: str, after: str | None) -> None:
    assert migrated(before.encode()) == after


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a]", "1:1: the vocabulary is not made of `field: value` lines"),
        ("{kinds: {}}", "1:1: the vocabulary is not made of `field: value` lines"),
        (f"format: 7\n{KINDS}", "1:9: `format` is no number that this Dateline knows; it writes 1"),
        (f"format: {'1' * 5000}\n{KINDS}", "1:9: `format` is no number that this Dateline knows; it writes 1"),
        ("  kinds: {}\n", "1:1: this cannot be changed without harm: write `format: 1` into it yourself"),
        (f"format: [1]\n{KINDS}", "1:9: `format` is no number that this Dateline knows; it writes 1"),
        ("a: [", "2:1: a value is missing here"),
        ("", "1:1: the file is empty"),
    ],
)
def test_what_cannot_be_migrated_says_why(text: str, message: str) -> None:
    with pytest.raises(MigrationError) as caught:
        migrated(text.encode())
    assert str(caught.value).startswith(message)
