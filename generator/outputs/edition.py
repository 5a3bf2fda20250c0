"""An edition: the site in one language, with all that its outputs are made with."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.outputs.publication import UNPUBLISHED, Publication
from generator.outputs.templates import Templates
from generator.outputs.written import Written
from generator.records.schema import Event
from generator.records.texts import Text
from generator.story.dossier import Input
from generator.story.site import Site
from generator.words.date_words import day_in_words
from generator.words.language import Language, load_language

DAY: Input = ("day", "")
LOCK: Input = ("lock", "")
ROW = "row"
"""The kind of input that stands for all that an event's line in a list is made from; its name is the event's id."""


def rows(events: Iterable[Event]) -> frozenset[Input]:
    """The inputs of an output that lists some events."""
    return frozenset({("vocabulary", "vocabulary"), DAY, *((ROW, event.id) for event in events)})


def listed(*names: object) -> Input:
    """The input of an output that is made from what it lists beside records: which of them, in which order."""
    return "listed", " ".join(map(str, names))


def every(*kinds: str) -> frozenset[Input]:
    """The inputs of an output that is made from every record of some kinds."""
    return frozenset((kind, "*") for kind in kinds)


@dataclass(frozen=True)
class Edition:
    """The site, the language that it speaks, its templates, and the maintainers' own pages."""

    site: Site
    folders: tuple[Path, ...]
    """The folders of templates: what stands in an earlier one goes before."""
    intro: str
    """The maintainers' own words for the home page."""
    hand_written: frozenset[str]
    """The paths of the maintainers' own pages, such as `contribute.md`."""
    written: tuple[Written, ...] = ()
    """What can be found of these pages."""
    published: Publication = UNPUBLISHED
    language: Language = field(init=False)
    templates: Templates = field(init=False)
    entries: dict[str, Any] = field(init=False, default_factory=dict)
    """The entries of events in lists (pages/long_lists.py), by their ids."""
    memo: dict[tuple[str, str, str], Markup] = field(init=False, default_factory=dict)
    """What several pages say in the same words: lines and links by their kind, from where they lead, and of what."""

    def __post_init__(self) -> None:
        language = load_language(self.site.timeline.language)
        object.__setattr__(self, "language", language)
        object.__setattr__(self, "templates", Templates(self.folders, language))

    @property
    def as_of(self) -> str:
        """The day for which the site is built, as people write it."""
        return day_in_words(self.site.today, self.language)

    def plain(self, text: Text) -> str:
        """Choose a text's words for this edition."""
        return self.language.pick(text.by_language).text
