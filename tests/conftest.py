"""Options of the test suite."""

import os

import hypothesis
import pytest

from tests.soak import tries

# The machines are shared: how long one example takes says nothing about the code. `make test` always tries the same, so
# that what fails there is due to a change; `make soak` tries something else every time.
by_chance = bool(os.environ.get("DATELINE_SOAK"))
hypothesis.settings.register_profile(
    "dateline", deadline=None, derandomize=not by_chance, max_examples=tries(100, 2_000)
)
hypothesis.settings.load_profile("dateline")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write tests/golden anew; review the difference")
