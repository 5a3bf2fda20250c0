"""RENDER: data files, one format a module, found by discovery.

A module of this package that has `outputs(edition)` yields files.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from generator.outputs.artifact import Output
from generator.outputs.edition import Edition


@cache
def _formats() -> tuple[Callable[[Edition], Iterator[Output]], ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(module.outputs for module in modules if hasattr(module, "outputs"))


def data_files(edition: Edition) -> Iterator[Output]:
    """Every data file that the records make."""
    for outputs in _formats():
        yield from outputs(edition)
