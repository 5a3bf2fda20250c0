"""Which words of dates, published on a Friday, may mean a record's date and which cannot."""

from pathlib import Path

import pytest

from generator.build import check_content
from tests.examples import TODAY, project

RECORD = "content/events/a-treaty-is-signed.yaml"


@pytest.mark.parametrize(
    ("words", "date", "differs"),
    [
        ("on Thursday", "2031-05-01", False),
        ("on Thursday", "2031-05-08", False),
        ("on Thursday", "2031-05-02", True),
        ("on 1 May", "2031-05-01", False),
        ("on 1 May", "2030-05-01", False),
        ("on 1 May", "2031-06-01", True),
        ("on 1 May 2031", "2030-05-01", True),
        ("last week", "2031-04-23", False),
        ("last week", "2031-05-01", True),
        ("today", "2031-05-01", False),
        ("today", "2031-04-29", True),
        ("in April", "2031-04-17", False),
        ("by the end of the year", "../2031", False),
        ("by the end of the year", "../2029", True),
        ("in the coming weeks", '"[2031-05-02..]"', False),
        ("the same day", "2019-01-01", False),
        ("some time ago", "2019-01-01", False),
        ("three years ago", "2028", False),
        ("three years ago", "2020", True),
    ],
)
def test_words_of_a_date_are_held_against_the_article_s_day(
    words: str, date: str, differs: bool, tmp_path: Path
) -> None:
    record = f"title: A treaty\ndate: {date}\nkind: agreement\nevidence:\n"
    record += f"  - {{article: 2031-05-02-harbour-post-treaty, says: It was signed., date_words: {words}}}\n"
    root = project(tmp_path, {RECORD: record})
    codes = [problem.code for problem in check_content(root, TODAY).problems if problem.path == RECORD]
    assert ("date-words-differ" in codes) is differs
