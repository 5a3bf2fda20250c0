"""Codes of countries and languages that are named: only where one alone is called so."""

import pytest

from generator.words.named import country_code, language_code


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("Germany", "en", "DE"),
        ("Deutschland", "de", "DE"),
        ("Germany", "de", "DE"),
        ("the United Kingdom", "en", "GB"),
        ("uk", "en", "GB"),
        ("USA", "en", "US"),
        ("kz", "en", "KZ"),
        ("Korea", "en", ""),
        ("Europe", "en", ""),
        ("", "en", ""),
    ],
)
def test_a_country_has_the_code_by_which_it_is_known(name: str, language: str, code: str) -> None:
    assert country_code(name, language) == code


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("English", "en", "en"),
        ("Englisch", "de", "en"),
        ("EN", "en", "en"),
        ("pt_BR", "en", "pt-BR"),
        ("Klingonese", "en", ""),
        ("", "en", ""),
    ],
)
def test_a_language_has_the_tag_by_which_it_is_known(name: str, language: str, code: str) -> None:
    assert language_code(name, language) == code
