"""What a change means: whole projects before and after, each with the exact Markdown."""

import subprocess
from pathlib import Path

import pytest

from tests.changes.cases import case_names, expected, write_case, write_expected
from tests.commands.test_commands import run


@pytest.mark.parametrize("name", case_names())
def test_a_change_is_told_in_words(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    write_case(name, tmp_path)
    done = run("diff", "--root", "after", "./before", "./after", cwd=tmp_path)
    assert (done.stderr, done.returncode) == ("", 0)
    if request.config.getoption("--write-golden"):
        write_expected(name, done.stdout)
    assert done.stdout == expected(name)
