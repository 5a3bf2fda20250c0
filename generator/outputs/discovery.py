"""Modules that yield outputs, found by looking into their package."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from generator.outputs.artifact import Output
from generator.outputs.edition import Edition


def outputs_in(package: str, edition: Edition) -> Iterator[Output]:
    """Yield what every module of a package that has `outputs(edition)` makes, in the order of their names."""
    for outputs in _modules(package):
        yield from outputs(edition)


@cache
def _modules(package: str) -> tuple[Callable[[Edition], Iterator[Output]], ...]:
    path = importlib.import_module(package).__path__
    names = sorted(module.name for module in pkgutil.iter_modules(path))
    modules = [importlib.import_module(f"{package}.{name}") for name in names]
    return tuple(module.outputs for module in modules if hasattr(module, "outputs"))
