"""The hash of our own code and of what it stands on: what other code has worked out is never taken for ours."""

import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.cache import key_of

_STANDS_ON = (
    "babel",
    "fluent.runtime",
    "jinja2",
    "markdown",
    "markdown-it-py",
    "nh3",
    "pydantic",
    "pyromark",
    "pyyaml",
)


@cache
def fingerprint() -> bytes:
    """The hash of every module, word list and library that takes part."""
    root = Path(__file__).parent
    files = sorted(file for file in root.rglob("*") if file.suffix in (".py", ".ftl"))
    parts = [part for file in files for part in (file.relative_to(root).as_posix(), file.read_bytes())]
    return key_of(sys.version, *(version(name) for name in _STANDS_ON), *parts)
