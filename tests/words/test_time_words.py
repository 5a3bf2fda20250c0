"""Words of time are told apart: what depends on the day of writing, and what leaves a day open."""

import pytest

from generator.words.time_words import depends_on_the_day, leaves_the_day_open


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Thursday", "en"),
        ("on Thursday night", "en-GB"),
        ("Tuesday’s", "en"),
        ("last month", "en"),
        ("two weeks ago", "en"),
        ("jeudi", "fr"),
        ("aujourd’hui", "fr"),
        ("اليوم الثلاثاء", "ar"),
        ("הלילה", "he"),
        ("в пятницу", "ru"),
        ("сегодня", "ru"),
        ("nesta terça-feira (29)", "pt"),
        ("am Dienstag", "de"),
        ("پنجشنبه", "fa"),
        ("бейсенбіде", "kk"),
    ],
)
def test_some_words_mean_a_day_only_with_the_day_on_which_they_were_written(words: str, language: str) -> None:
    assert depends_on_the_day(words, language)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("6 November 2025", "en"),
        ("in May 2022", "en"),
        ("November 6", "en"),
        ("6 ноября", "ru"),
        ("nel maggio 2022", "it"),
        ("since 2018", "en"),
        ("13 سبتمبر 1993", "ar"),
    ],
)
def test_others_mean_the_same_on_every_day(words: str, language: str) -> None:
    assert not depends_on_the_day(words, language)


@pytest.mark.parametrize(
    ("words", "language", "is_open"),
    [
        ("within weeks", "en", True),
        ("in the coming weeks", "en", True),
        ("over the next few weeks", "en", True),
        ("in the weeks ahead", "en", True),
        ("later this week", "en", True),
        ("by the end of the year", "en", True),
        ("next month", "en", True),
        ("در هفته های آینده", "fa", True),
        ("dans les prochaines semaines", "fr", True),
        ("в ближайшие недели", "ru", True),
        ("خلال أسابيع", "ar", True),
        ("on Sunday and Monday", "en", False),
        ("from 3 to 9 May", "en", False),
        ("for eleven days", "en", False),
        ("soon", "en", False),
        ("on Tuesday", "en", False),
    ],
)
def test_some_words_mean_one_moment_within_a_stretch_of_time(words: str, language: str, is_open: bool) -> None:
    assert leaves_the_day_open(words, language) is is_open
