"""Whatever a stranger gives us is answered in time, and with no error but those that are told."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.bound import attempt
from tests.fuzz.mutations import spoilt
from tests.fuzz.target import Target
from tests.fuzz.targets import TARGETS
from tests.soak import tries

_SLOW = {"commands": 8, "settings": 10}
"""Targets of which fewer inputs are tried."""


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_what_a_target_begins_with_is_answered(target: Target) -> None:
    assert target.tells.endswith(".")
    for seed in target.seeds[:: 7 if target.name in _SLOW else 1]:
        attempt(target, seed, slower=3)


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_any_input_has_an_answer(target: Target) -> None:
    few = _SLOW.get(target.name, 60)

    @settings(max_examples=tries(few, few * 20), suppress_health_check=list(HealthCheck), database=None)
    @given(data=st.one_of(spoilt(target.seeds), st.binary(max_size=40)))
    def any_input(data: bytes) -> None:
        attempt(target, data, slower=3)

    any_input()
