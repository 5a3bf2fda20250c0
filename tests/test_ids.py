"""What a misspelt word may have meant: ours for another's, never the opposite, and nothing where it is not sure."""

from typing import get_args

import pytest

from generator.ids import did_you_mean, one_of
from generator.records.parts import Status

FIELDS = ("title", "date", "status", "kind", "places", "actors", "evidence", "aliases")


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("Scheduled", get_args(Status), "scheduled"),
        ("canceled", get_args(Status), "cancelled"),
        ("hapened", get_args(Status), "occurred"),
        ("confirmed", ("unconfirmed", "announced"), ""),
        ("unscheduled", get_args(Status), ""),
        ("“title”", FIELDS, "title"),
        ("where", FIELDS, "places"),
        ("place", FIELDS, "places"),
        ("a", FIELDS, ""),
        ("end_date", FIELDS, ""),
        ("alias", ("also_known_as", "aliases"), "also_known_as"),
        ("kind", ("kinds", "actor_kinds"), "kinds"),
        ("", FIELDS, ""),
    ],
)
def test_a_word_is_suggested_only_where_it_is_meant(word: str, known: tuple[str, ...], meant: str) -> None:
    assert did_you_mean(word, known) == (f"did you mean `{meant}`?" if meant else "")


def test_words_to_choose_from_read_as_a_sentence() -> None:
    assert (one_of(["a"]), one_of(["a", "b"]), one_of("abc")) == ("`a`", "`a` or `b`", "`a`, `b` or `c`")
