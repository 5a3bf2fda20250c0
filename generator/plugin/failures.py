"""Why a build came to no end, in a line: whoever writes a template or fills a disk is not helped by a traceback."""

import logging
import os
import traceback

from jinja2 import TemplateSyntaxError
from mkdocs.utils import CountHandler


def why(error: Exception) -> str:
    """What MkDocs, the theme or a plugin stumbled over, with its place where there is one."""
    told = " ".join(str(error).split()) or type(error).__name__
    if place := _template_place(error):
        return f"{place[0]}:{place[1]}: {told}: correct the template"
    if isinstance(error, OSError):
        return f"the site cannot be written: {told}"
    return f"the site cannot be built: {type(error).__name__}: {told}"


def counted() -> str:
    """What MkDocs has counted in a strict build, in the words in which it ends one that it was warned in."""
    handlers = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
    found: dict[str, int] = {}
    for handler in handlers[-1:]:
        found = dict(handler.get_counts())
    return ", ".join(f"{count} {level.lower()}s" for level, count in found.items())


def _template_place(error: Exception) -> tuple[str, int] | None:
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return _short(error.filename), error.lineno
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith((".html", ".xml"))
    ]
    return (_short(frames[-1].filename), frames[-1].lineno or 1) if frames else None


def _short(file: str) -> str:
    """A file as it stands below this folder, in which MkDocs runs."""
    path = os.path.relpath(file)
    return file if path.startswith("..") else path.replace(os.sep, "/")
