"""The Jinja environment of the Markdown templates: whatever a template prints is made safe unless it says otherwise."""

from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.date_words import words_of
from generator.text import markdown_inline, markdown_text, markdown_url


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
        body = self._environment.get_template(f"{name}.md.j2").render(**context)
        return f"---\n{head}---\n\n{body.strip()}\n"


def _safe(value: Any) -> Any:
    """Make whatever a template prints show as text; what is Markup already was made safe in text.py."""
    if isinstance(value, (Markup, int)):
        return value
    return markdown_text(str(value))
