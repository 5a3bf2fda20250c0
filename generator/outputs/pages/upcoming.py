"""The tracker of what was said to be coming: what is awaited, what is overdue, and what became of the rest."""

from collections.abc import Iterable, Iterator
from functools import partial

from generator.outputs.artifact import Output, just
from generator.outputs.edition import ROW, Edition, every
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import ROWS, Links
from generator.outputs.pages.long_lists import Entry, LongList
from generator.outputs.pages.promises import promise_line
from generator.story.dossier import Input
from generator.story.promises import Promise

_PAGE = "upcoming.md"


def outputs(edition: Edition) -> Iterator[Output]:
    """The page, and those of its years where there are too many promises for one."""
    sections = _sections(edition)

    def make() -> Page:
        head = front_matter("upcoming", edition.language.say("upcoming-title"))
        go = Links(edition, "")
        return edition.templates.render("upcoming", head, as_of=edition.as_of, sections=sections, go=go)

    yield Output(_PAGE, just(ROWS | every("actors") | edition.templates.inputs("upcoming")), make)
    for section in sections.values():
        yield from section.pages_if_divided()


def _sections(edition: Edition) -> dict[str, LongList]:
    promises = edition.site.promises
    sections = {
        "still": [one for one in promises if one.is_open and one.fate != "overdue"],
        "overdue": edition.site.overdue,
        "over": [one for one in reversed(promises) if not one.is_open],
    }
    return {name: _list(edition, name, found) for name, found in sections.items()}


def _list(edition: Edition, name: str, promises: Iterable[Promise]) -> LongList:
    entries = tuple(
        Entry(one.said.date, partial(promise_line, one), tuple(_made_from(edition, one))) for one in promises
    )
    title = edition.language.say(f"upcoming-{name}")
    return LongList(edition, f"upcoming/{name}", _PAGE, title, "promises", entries)


def _made_from(edition: Edition, promise: Promise) -> Iterator[Input]:
    actors = edition.site.timeline.actors
    for event in (promise.event, *promise.answers):
        yield ROW, event.id
    yield from (("actors", part.actor) for part in promise.event.actors)
    speakers = (claim.speaker for claim in promise.event.claims if claim.speaker)
    yield from (("actors", speaker) for speaker in speakers if speaker in actors)
