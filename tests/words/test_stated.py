"""Words give a date when they name its year, month and day close together, in the article's language or in figures."""

import pytest

from generator.dates.parse import parse_edtf
from generator.words.stated import gives_date


@pytest.mark.parametrize(
    ("date", "language", "text"),
    [
        ("1993-09-13", "en", "13 September 1993"),
        ("1993-09-13", "en", "on September 13th, 1993, they met"),
        ("1993-09-13", "en", "Sept. 13, 1993"),
        ("1993-09-13", "en", "1993-09-13"),
        ("1993-09-13", "de", "am 13. September 1993"),
        ("1993-09-13", "de", "13.9.1993"),
        ("1993-09-13", "ar", "13 سبتمبر 1993"),
        ("1993-09-13", "ar", "١٣ أيلول ١٩٩٣"),
        ("1993-09-13", "ru", "13 сентября 1993 года"),
        ("1993-09-13", "he", "ב-13 בספטמבר 1993"),
        ("1993-09-13", "ja", "1993年9月13日"),
        ("1993-09-13", "fr", "Sept. 13, 1993, in an English caption"),
        ("1993-09", "en", "in September of 1993"),
        ("1993", "en", "since 1993"),
        ("1993-09-13/1993-09-15", "en", "from 13 September 1993 to 15 September 1993"),
    ],
)
def test_words_give_a_date(date: str, language: str, text: str) -> None:
    assert gives_date(text, language, parse_edtf(date))


@pytest.mark.parametrize(
    ("date", "language", "text"),
    [
        ("1993-09-13", "en", "Thursday"),
        ("1993-09-13", "en", "13 September"),
        ("1993-09-13", "en", "September 1993"),
        ("1993-09-13", "en", "3 September 1993"),
        ("1993-09-13", "en", "13 October 1993"),
        ("1993-09-13", "en", "13 September 1994"),
        ("1993-09-13", "en", "130 people in September 1993"),
        ("1993-09-13", "en", "in 1993, after much that was said and written about it at great length, on 13 September"),
        ("1993-05", "en", "dismayed in 1993"),
        ("1993", "en", "19930 people"),
        ("1993-09-13/1993-09-15", "en", "from 13 September 1993 on"),
        ("199X", "en", "in the 1990s"),
        ("1993-21", "en", "in spring 1993"),
    ],
)
def test_words_that_leave_a_part_out_do_not(date: str, language: str, text: str) -> None:
    assert not gives_date(text, language, parse_edtf(date))
