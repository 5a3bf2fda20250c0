"""What holds of expressions of time in any text, on any day, and how long a hostile text may take."""

import time
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.dates.expression import Expression
from generator.dates.expressions import expressions
from generator.dates.parse import parse_edtf
from generator.dates.tokens import CODES
from generator.dates.tongues import KNOWN, tongue
from tests.soak import tries

LANGUAGES = (*KNOWN, "pt", "zz")
LENGTH = 100_000
SECONDS = 20
"""Far above what it takes (two or three), far below what a square of the length would."""


def words_of_time(language: str) -> st.SearchStrategy[str]:
    """Sentences of a language's own words for time, figures and signs in any order."""
    phrases = sorted(" ".join(phrase) for phrase in tongue(language).phrases)
    figures = st.integers(0, 3000).map(str)
    odd = st.sampled_from(
        [".", ",", "-", "/", "\n", "0/0/2025", "31.02.2025", "2025-13-45", "٠٦", "’90s", "1990-е", "Q4"]
    )
    return st.lists(st.one_of(st.sampled_from(phrases), figures, odd), max_size=12).map(" ".join)


def holds(text: str, found: tuple[Expression, ...]) -> None:
    last = 0
    for one in found:
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.words
        assert one.start <= one.core[0] < one.core[1] <= one.end
        last = one.end
        if one.edtf:
            parse_edtf(one.edtf)
        for when in (one.when, *(end.when for end in one.ends or ())):
            if when and when.first and when.last:
                assert when.first <= when.last


@given(st.text(max_size=300), st.dates(), st.sampled_from(LANGUAGES))
@example("0/0/2025 and 00.00.00", date(1, 1, 1), "en")
@example("next year", date.max, "en")
@example("last week", date.min, "en")
@settings(deadline=None, max_examples=tries(200, 20_000))
def test_any_text_on_any_day(text: str, day: date, language: str) -> None:
    holds(text, expressions(text, day, language))


@given(st.data(), st.dates(), st.sampled_from(KNOWN))
@settings(deadline=None, max_examples=tries(400, 40_000))
def test_any_words_of_time_on_any_day(data: st.DataObject, day: date, language: str) -> None:
    text = data.draw(words_of_time(language))
    holds(text, expressions(text, day, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "jahr vorjahr vorhergehenden"),
        ("de", "drei jahre vor 1990"),
        ("fr", "deux ans avant juin 2020"),
        ("en", "1000 following day - 1000"),
    ],
)
def test_a_word_is_part_of_one_expression_alone(language: str, text: str) -> None:
    holds(text, expressions(text, date(2000, 1, 1), language))


@pytest.mark.parametrize("language", KNOWN)
def test_every_phrase_of_a_language_is_of_a_kind(language: str) -> None:
    senses = tongue(language).phrases.values()
    assert {one.kind for sense in senses for one in (sense, *sense.more)} <= set(CODES)


@pytest.mark.parametrize(
    ("language", "piece"), [("en", "1"), ("en", "3-"), ("en", "today "), ("en", "the "), ("en", "May-"), ("ar", "وב ")]
)
def test_a_hostile_text_takes_no_more_than_its_length(language: str, piece: str) -> None:
    text = (piece * LENGTH)[:LENGTH]
    begun = time.perf_counter()
    expressions(text, date(2025, 11, 6), language)
    assert time.perf_counter() - begun < SECONDS


def test_a_range_that_would_run_backwards_is_none() -> None:
    text = "freitag - jahresanfang"
    holds(text, found := expressions(text, date(2000, 2, 1), "de"))
    assert [one.words for one in found] == ["freitag", "jahresanfang"]


@pytest.mark.parametrize(("text", "edtf"), [("1 BC", "0000"), ("2 BC", "-0001"), ("586 BC", "-0585")])
def test_years_before_our_era_are_counted_with_a_year_0(text: str, edtf: str) -> None:
    (found,) = expressions(f"It fell in {text}.", date(2000, 1, 1), "en")
    assert found.when
    assert found.when.edtf == edtf


def test_words_that_are_written_in_one_are_parts_of_one_expression() -> None:
    text = "jahr vorjahr vorhergehenden"
    holds(text, expressions(text, date(2000, 1, 1), "de"))


@pytest.mark.parametrize("language", KNOWN)
def test_every_phrase_of_a_language_is_of_kinds_that_there_are(language: str) -> None:
    senses = [(sense, *sense.more) for sense in tongue(language).phrases.values()]
    assert {one.kind for together in senses for one in together} <= CODES.keys()
