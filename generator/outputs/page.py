"""A page before it is anything else: what its front matter says, and its Markdown."""

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from generator.words.markup import meta_title


@dataclass(frozen=True, slots=True)
class Page:
    """A page's front matter, the Markdown that its maintainers wrote for it, and ours, which uses no extension."""

    head: Mapping[str, object]
    body: str
    own: str = ""

    @property
    def text(self) -> str:
        """The page as Markdown builders read it."""
        words = f"{self.own.strip()}\n\n{self.body.strip()}".strip()
        return f"{front_matter_text(self.head)}\n{words}\n"


def front_matter_text(head: Mapping[str, object]) -> str:
    """Front matter as YAML between its lines."""
    text = yaml.dump(dict(head), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1_000)
    return f"---\n{text}---\n"


def front_matter(kind: str, title: str, description: str = "", **more: object) -> dict[str, object]:
    """A page's front matter; `kind` tells the theme what the page shows."""
    head: dict[str, object] = {"title": meta_title(title)}
    if description:
        head["description"] = meta_title(description)
    return {**head, "dateline": kind, **more}


def markdown_page(kind: str, title: str, body: str) -> Page:
    """A page of our own Markdown, below its front matter and its heading."""
    return Page(front_matter(kind, title), f"# {title}\n\n{body}")
