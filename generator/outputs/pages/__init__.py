"""RENDER: Markdown pages, one kind of page a module, found by discovery.

A module of this package that has `render(site)` yields pages; the others help it.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from generator.story.site import Page, Site

__all__ = ["Page", "Site", "render_pages"]


@cache
def _renderers() -> tuple[Callable[[Site], Iterator[Page]], ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(module.render for module in modules if hasattr(module, "render"))


def render_pages(site: Site) -> Iterator[Page]:
    """Render every page that the records make."""
    for render in _renderers():
        yield from render(site)
