"""Options of the test suite."""

import hypothesis
import pytest

# The machines are shared: how long one example takes says nothing about the code.
hypothesis.settings.register_profile("dateline", deadline=None)
hypothesis.settings.load_profile("dateline")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write tests/golden anew; review the difference")
