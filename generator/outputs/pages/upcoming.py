"""What is still to come, and what is overdue."""

from collections.abc import Iterator

from generator.outputs.artifact import Output
from generator.outputs.edition import Edition
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import ROWS, Links


def outputs(edition: Edition) -> Iterator[Output]:
    """The page of upcoming and overdue events."""

    def make() -> Page:
        site = edition.site
        head = front_matter("upcoming", edition.language.say("upcoming-title"))
        go = Links(edition, "")
        parts = {"as_of": edition.as_of, "upcoming": site.upcoming, "overdue": site.overdue, "go": go}
        return edition.templates.render("upcoming", head, **parts)

    yield Output("upcoming.md", ROWS | edition.templates.inputs("upcoming"), make)
