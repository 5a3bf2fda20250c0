"""`dateline check` on example projects: the exact problems, in one run, in words that say what to do."""

from pathlib import Path

import pytest

from generator.build import check_content
from generator.problems import report_text
from tests.examples import TODAY, example_names, read_example


@pytest.mark.parametrize("name", example_names())
def test_every_problem_of_an_example_is_found_and_said(name: str, tmp_path: Path) -> None:
    example = read_example(name)
    found = check_content(example.write(tmp_path), TODAY).problems
    assert report_text(found) == example.problems
