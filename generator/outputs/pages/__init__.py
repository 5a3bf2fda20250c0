"""RENDER: Markdown pages, one kind of page a module, found by discovery.

A module of this package that has `outputs(edition)` yields pages; the others help it.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from generator.outputs.artifact import Output
from generator.outputs.edition import Edition


@cache
def _kinds() -> tuple[Callable[[Edition], Iterator[Output]], ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(module.outputs for module in modules if hasattr(module, "outputs"))


def pages(edition: Edition) -> Iterator[Output]:
    """Every page that the records make."""
    for outputs in _kinds():
        yield from outputs(edition)
