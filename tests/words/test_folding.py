"""One folding for quotes, the timeline's find and the search, in Python and in the browser."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.words.folding import _WORDS, as_quoted, fold, joined_of, rendered, terms_of
from tests.examples import REPOSITORY
from tests.node import run_module

MODULE = REPOSITORY / "theme_overrides/assets/javascripts/search/folding.js"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kazakhstan's", "kazakhstan"),
        ("Kazakhstan’s envoy", "KAZAKHSTAN ENVOY"),
        ("O’Brien", "o'brien"),
        ("Łódź", "lodz"),
        ("Ærø ıß Đà", "aero iss da"),
        ("peace — now", "peace - now"),
        ("“Ceasefire”", '"ceasefire"'),
        ("Ｗｉｄｅ　ｗｏｒｄｓ", "wide words"),
        ("ｶﾞ", "ガ"),
        ("ΟΔΟΣ", "οδος"),
        ("السَّلام", "السلام"),
        ("أحمد", "احمد"),
        ("שָׁלוֹם", "שלומ"),
        ("soft\u00adhyphen", "softhyphen"),
        (" a \t b\n", "a b"),
        ("the U.A.E. and the U.S.", "the uae and the us"),
        ("u.s.a", "USA"),
        ("the U.A.E.'s port", "the UAE port"),
    ],
)
def test_what_readers_take_for_the_same_is_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("か", "が"),
        ("हिन्दी", "हन्द"),
        ("its", "it's"),
        ("peace", "peach"),
        ("3.5", "35"),
        ("a.b.com", "ab.com"),
        ("is. a", "is a"),
    ],
)
def test_what_are_other_words_stay_others(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The envoy's 2nd visit", {"the", "envoy", "2nd", "visit"}),
        ("北京大学", {"北京", "京大", "大学", "学"}),
        ("東京で会談", {"東京", "京で", "で会", "会談", "談"}),
        ("الرئيس", {"الرييس", "رييس"}),
        ("הארץ", {"הארצ", "ארצ"}),
        ("한국어", {"한국어"}),
        ("a" * 40, {"a" * 32}),
        ("F-35s", {"f", "35s", "f35s"}),
        ("al‑Sharaa", {"al", "sharaa", "alsharaa"}),
        ("2020-2021", {"2020", "2021"}),
        ("the U.A.E.", {"the", "uae"}),
    ],
)
def test_a_text_is_found_by_its_words(text: str, terms: set[str]) -> None:
    assert terms_of(text) == terms


def test_names_are_also_found_in_one() -> None:
    assert joined_of("Abu Dhabi\nUnited Arab Emirates\n東京") == {
        "abudhabi",
        "unitedarab",
        "arabemirates",
        "unitedarabemirates",
    }


def test_words_that_are_quoted_differ_in_print_only() -> None:
    assert as_quoted("“It’s  over”") == as_quoted('"It\'s over"')
    assert as_quoted("Over") != as_quoted("over")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    words = _WORDS.findall(fold(text))
    assert [fold(word) for word in words] == words


def test_the_browser_has_the_very_table() -> None:
    written = [line.strip() for line in MODULE.read_text(encoding="utf-8").splitlines()]
    for line in "\n".join(rendered()).splitlines():
        assert line.strip() in written


@pytest.mark.long
def test_the_browser_folds_every_sign_as_we_do() -> None:
    signs = [chr(code) for code in range(0x30000) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")]
    texts = [text for sign in signs for text in (f"a{sign}b", f"{sign}'s", f" a.{sign}.b {sign}.c. ")]
    script = f"import {{ fold, words }} from {json.dumps(MODULE.as_uri())};\n"
    script += "console.log(JSON.stringify(read().map((text) => [fold(text), words(text)])));"
    theirs = json.loads(run_module(script, texts))
    ours = [[fold(text), _WORDS.findall(fold(text))] for text in texts]
    assert [pair for pair in zip(texts, ours, theirs, strict=True) if pair[1] != pair[2]] == []
