"""The Jinja environment of the Markdown templates: whatever a template prints is made safe unless it says otherwise."""

import traceback
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from generator.words.date_words import words_of
from generator.words.markup import markdown_inline, markdown_text, markdown_url

_SUFFIX = ".md.j2"


class Templates:
    """Markdown templates of a folder, rendered by name."""

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            finalize=_safe,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters.update(
            inline=lambda text: markdown_inline(str(text)), address=markdown_url, in_words=words_of
        )

    def render(self, name: str, front_matter: dict[str, Any], /, **context: Any) -> str:
        """Render a template below a page's front matter."""
        head = yaml.safe_dump(front_matter, allow_unicode=True, sort_keys=False, width=1_000)
        body = self._environment.get_template(f"{name}{_SUFFIX}").render(**context)
        return f"---\n{head}---\n\n{body.strip()}\n"


def template_place(error: Exception) -> tuple[str, int] | None:
    """Return the template's file and line where an error arose, or None where no template is to blame."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return error.filename, error.lineno
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(_SUFFIX)]
    return (frames[-1].filename, frames[-1].lineno or 1) if frames else None


def _safe(value: Any) -> Any:
    """Make whatever a template prints show as text; what is Markup already was made safe in text.py."""
    if isinstance(value, (Markup, int)):
        return value
    return markdown_text(str(value))
