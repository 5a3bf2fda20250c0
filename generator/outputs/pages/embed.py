"""The page that other sites show in a frame: the drawn timeline, and a list for whoever cannot see it."""

from collections.abc import Iterator

from generator.outputs.artifact import Output, just
from generator.outputs.edition import Edition
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.chronology import events_of
from generator.outputs.pages.links import ROWS, Links


def outputs(edition: Edition) -> Iterator[Output]:
    """One page; its address says what it shows, e.g. `embed/?scope=storyline:lantern-forum&lanes=kind`."""

    def make() -> Page:
        head = front_matter("embed", edition.language.say("timeline"), timeline="")
        return edition.templates.render("embed", head, events=events_of(edition), go=Links(edition, ""))

    yield Output("embed.md", just(ROWS | edition.templates.inputs("embed")), make, is_listed=False)
