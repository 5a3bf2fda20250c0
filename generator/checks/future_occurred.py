"""An event in the future cannot have occurred."""

from collections.abc import Iterator

from generator.checks import Context
from generator.problems import Problem
from generator.words.date_words import words_of


def check(context: Context) -> Iterator[Problem]:
    """Yield each event that is said to have occurred, or to be going on, although its date is yet to come."""
    for event in context.timeline.events:
        if event.status_now in ("occurred", "ongoing") and context.today < event.date.earliest:
            source = context.timeline.sources["events", event.id]
            loc = ("status",) if "status" in source.data else ("date",)
            message = (
                f"{words_of(event.date)} is yet to come, so the event cannot be `{event.status_now}`:"
                " write `scheduled` or `announced`, or correct the date."
            )
            yield source.problem(loc, "future-occurred", message)
