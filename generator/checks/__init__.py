"""CHECK: rules about what the records say, one a module, found by discovery.

A rule's module has a one-sentence docstring, which is its documentation, and `check(context)`, which yields problems.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from generator.dates.edtf import Instant
from generator.problems import Problem
from generator.story.evidence import Lock
from generator.story.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at."""

    timeline: Timeline
    lock: Lock
    today: Instant


@cache
def rules() -> tuple[ModuleType, ...]:
    """Every rule's module, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


def check_timeline(context: Context) -> Iterator[Problem]:
    """Apply every rule."""
    for rule in rules():
        check: Callable[[Context], Iterator[Problem]] = rule.check
        yield from check(context)
