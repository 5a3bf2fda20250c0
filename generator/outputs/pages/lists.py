"""The page of a list: a heading, how much is in it, and its lines in groups."""

from collections.abc import Callable, Iterable

from generator.outputs.artifact import Output, just
from generator.outputs.edition import Edition
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import Links
from generator.story.dossier import Input

Groups = Iterable[tuple[str, Iterable[object]]]
"""Headings, which may be empty, each with its lines."""


def list_page(
    edition: Edition,
    kind: str,
    inputs: frozenset[Input],
    groups: Callable[[Links], Groups],
    lead: Callable[[Links], str],
) -> Output:
    """The index of a kind of record."""

    def make() -> Page:
        go = Links(edition, "../")
        title, words = edition.language.say(f"index-{kind}"), lead(go)
        head = front_matter(kind, title, words)
        return edition.templates.render("list", head, title=title, lead=words, groups=list(groups(go)))

    return Output(f"{kind}/index.md", just(inputs | edition.templates.inputs("list")), make)
