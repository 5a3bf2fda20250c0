"""What was announced or scheduled for a day that has passed is overdue until its record says what became of it."""

from collections.abc import Iterator

from generator.checks import Context
from generator.problems import Problem
from generator.story.provenance import is_overdue
from generator.words.date_words import words_of


def check(context: Context) -> Iterator[Problem]:
    """Yield, as a notice, each event that is overdue."""
    for event in context.timeline.events:
        if is_overdue(event, context.timeline, context.today):
            message = (
                f"overdue: the date ({words_of(event.date)}) has passed, and the event is still `{event.status_now}`."
                " Find out what became of it:"
                " add a state to `status`, or an event that `fulfils` this one."
            )
            yield context.timeline.sources["events", event.id].problem(("date",), "overdue", message, level="notice")
