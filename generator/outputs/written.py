"""What the search finds of the pages that maintainers write by hand: their titles and headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.files import FileError, read_words
from generator.story.dossier import Input
from generator.words.markup import plain_text

WRITTEN: Input = ("written", "")
"""The input that stands for all hand-written pages."""
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"^(#{1,3}) +(.+?) *#*(?: *\{[^{}]*\})?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Written:
    """A page's path below the pages' folder, its title, and the headings below it."""

    path: str
    title: str
    headings: tuple[str, ...]


def written_pages(folder: Path, paths: tuple[str, ...]) -> Iterator[Written]:
    """Read pages, but for those that want not to be found, or that nobody can read: MkDocs tells of these."""
    for path in paths:
        try:
            text = read_words(folder / path)
        except FileError:
            continue
        if page := _written(path, text):
            yield page


def _written(path: str, text: str) -> Written | None:
    front = _FRONT.match(text)
    head = _head(front[1]) if front else {}
    search = head.get("search")
    if isinstance(search, dict) and search.get("exclude"):
        return None
    body = _COMMENT.sub("", _FENCE.sub("", text[front.end() :] if front else text))
    found = [(len(level), plain_text(words)) for level, words in _HEADING.findall(body)]
    title = str(head.get("title") or next((words for level, words in found if level == 1), "")) or path
    return Written(path, title, tuple(words for level, words in found if level > 1))


def _head(text: str) -> dict[str, object]:
    try:
        head = yaml.safe_load(text)
    except yaml.YAMLError:
        return {}
    return head if isinstance(head, dict) else {}
