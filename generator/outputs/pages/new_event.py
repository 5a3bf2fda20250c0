"""The page on which anybody writes a new event, in the browser or by hand."""

from collections.abc import Iterator

from generator.outputs.artifact import Output, just
from generator.outputs.edition import Edition
from generator.outputs.page import Page, front_matter

PATH = "contribute/new.md"
_CONTRIBUTE = "contribute.md"


def outputs(edition: Edition) -> Iterator[Output]:
    """One page: how a record is written by hand, above which the theme puts the form."""

    def make() -> Page:
        kinds = [(key, edition.plain(kind.label)) for key, kind in edition.site.timeline.kinds.items()]
        head = front_matter("new-event", edition.language.say("new-event"))
        how = f"../{_CONTRIBUTE}" if _CONTRIBUTE in edition.hand_written else ""
        return edition.templates.render("new_event", head, kinds=kinds, how=how)

    asked: frozenset[tuple[str, str]] = frozenset({("vocabulary", "vocabulary"), ("pages", _CONTRIBUTE)})
    yield Output(PATH, just(asked | edition.templates.inputs("new_event")), make)
