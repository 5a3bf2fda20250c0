"""Names from A to Z, on a page for each letter, where there are more than one page can hold."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.ids import as_id
from generator.outputs.artifact import Output, just
from generator.outputs.edition import Edition
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import Links
from generator.outputs.pages.long_lists import MOST
from generator.story.dossier import Input

_LONGEST = 4
"""Letters by which names are told apart at the most."""


@dataclass(frozen=True, slots=True)
class Named:
    """A line of an index: the name by which it is looked up, and how it is written."""

    name: str
    line: Callable[[Links], Markup]


@dataclass(frozen=True)
class Letters:
    """An index whose letters have pages: of which kind of record, and with its lines."""

    edition: Edition
    kind: str
    items: tuple[Named, ...]
    made_from: frozenset[Input]

    @property
    def is_divided(self) -> bool:
        """Whether the index is too long for one page."""
        return len(self.items) > MOST

    def lines(self, go: Links) -> list[Markup]:
        """A line for each letter, with how many names begin with it."""
        return [go.counted(go.page(key.title(), self._path(key)), str(len(items))) for key, items in self._letters()]

    def pages(self) -> Iterator[Output]:
        """The pages of the letters, where they are needed."""
        for key, items in self._letters() if self.is_divided else ():
            inputs = just(self.made_from | self.edition.templates.inputs("year"))
            yield Output(self._path(key), inputs, partial(self._page, key, items))

    def _letters(self) -> list[tuple[str, list[Named]]]:
        ordered = sorted(self.items, key=lambda item: (_folded(item.name), item.name))
        return list(_divided(ordered, 1))

    def _path(self, key: str) -> str:
        slug = as_id(key) or "-".join(f"u{ord(sign):x}" for sign in key)
        return f"{self.kind}/a-z/{slug}.md"

    def _page(self, key: str, items: Sequence[Named]) -> Page:
        go, index = Links(self.edition, "../../"), self.edition.language.say(f"index-{self.kind}")
        name = self.edition.language.say("period-of", what=index, period=key.title())
        return self.edition.templates.render(
            "year",
            front_matter(self.kind, name),
            name=name,
            kicker=str(len(items)),
            up=go.page(index, f"{self.kind}/index.md"),
            groups=[("", [item.line(go) for item in items])],
            go=go,
        )


def _divided(items: Sequence[Named], length: int) -> Iterator[tuple[str, list[Named]]]:
    """Items by their first letters, of which as many are taken as it needs."""
    groups: dict[str, list[Named]] = {}
    for item in items:
        groups.setdefault(_folded(item.name)[:length].strip() or "#", []).append(item)
    for key, found in groups.items():
        if len(found) > MOST and length < _LONGEST and len(key) == length:
            yield from _divided(found, length + 1)
        else:
            yield key, found


def _folded(name: str) -> str:
    """A name as it is looked up: without case and marks, and from its first letter or digit on."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign)).casefold()
    start = next((at for at, sign in enumerate(plain) if sign.isalnum()), 0)
    return plain[start:]
