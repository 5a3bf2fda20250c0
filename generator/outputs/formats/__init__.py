"""RENDER: data files, one format a module, found by discovery.

A module of this package that has `render(site)` yields files.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from generator.story.site import DataFile, Site

__all__ = ["DataFile", "render_data"]


@cache
def _formats() -> tuple[ModuleType, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return tuple(module for module in modules if hasattr(module, "render"))


def render_data(site: Site) -> Iterator[DataFile]:
    """Render every data file that the records make."""
    for module in _formats():
        yield from module.render(site)
