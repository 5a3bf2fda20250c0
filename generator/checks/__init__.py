"""CHECK: rules about what the records say, one a module, found by discovery.

A rule's module has a one-sentence docstring, which is its documentation, and `check(site)`, which yields problems.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType

from generator.problems import Problem
from generator.story.site import Site


@cache
def rules() -> tuple[ModuleType, ...]:
    """Every rule's module, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


def check_site(site: Site) -> Iterator[Problem]:
    """Apply every rule."""
    for rule in rules():
        check: Callable[[Site], Iterator[Problem]] = rule.check
        yield from check(site)
