"""What was announced or scheduled for a day that has passed is overdue until its record says what became of it."""

from collections.abc import Iterator

from generator.problems import Problem
from generator.story.site import Site
from generator.words.date_words import words_of


def check(site: Site) -> Iterator[Problem]:
    """Yield, as a notice, each event that is overdue."""
    for dossier in site.dossiers.values():
        event = dossier.event
        if dossier.is_overdue:
            message = (
                f"overdue: the date ({words_of(event.date)}) has passed, and the event is still `{event.status_now}`."
                " Find out what became of it:"
                " add a state to `status`, or an event that `fulfils` this one."
            )
            yield site.timeline.sources["events", event.id].problem(("date",), "overdue", message, level="notice")
