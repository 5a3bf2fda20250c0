"""Fluent messages become the small form that the browser fills in, and nothing else does."""

import pytest

from generator.words.browser import Message, browser_messages


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word = Filters", "Filters"),
        ("word = Filters ({ $count })", "Filters ({count})"),
        ('word = ,{ " " }', ", "),
        ('word = { "\\u00B7" }', "·"),
        ("word =\n    First line\n    second line", "First line\nsecond line"),
        (
            "word = { $count ->\n    [0] none\n    [one] { $count } outlet\n   *[other] { $count } outlets\n    }",
            {"by": "count", "0": "none", "one": "{count} outlet", "other": "{count} outlets"},
        ),
    ],
)
def test_a_message_becomes_a_pattern_or_patterns_by_category(text: str, message: Message) -> None:
    assert browser_messages(text) == {"word": message}


def test_comments_are_for_translators_only() -> None:
    assert browser_messages("### File\n\n## Group\n\n# Why\nword = Word\n") == {"word": "Word"}


@pytest.mark.parametrize(
    "text",
    [
        "word = { other-word }",
        "word = { -brand }",
        "word = { NUMBER($count) }",
        'word = { "{" }',
        "word = Word\n    .title = Title",
        "word =\n    .title = Title",
        "word = About { $count ->\n   *[other] words\n    }",
        "word = { $count ->\n    [one] Word\n   *[few] Words\n    }",
        "word = { $kind ->\n    [visit] Visit\n   *[other] Event\n    }",
        "word = { $count ->\n    [1.5] Word\n   *[other] Words\n    }",
        "word = { NUMBER($count) ->\n   *[other] Words\n    }",
        "word = { $count ->\n   *[other] { $more ->\n       *[other] Words\n    }\n    }",
        "word = One\nword = Two",
        "word = { $count",
        "word",
    ],
)
def test_whatever_else_fluent_can_say_is_refused_with_the_id_and_what_is_allowed(text: str) -> None:
    with pytest.raises(ValueError, match=r"^word: for the browser a message is a pattern"):
        browser_messages(text)


def test_a_term_is_refused_by_its_name() -> None:
    with pytest.raises(ValueError, match=r"^brand: "):
        browser_messages("-brand = Dateline")
