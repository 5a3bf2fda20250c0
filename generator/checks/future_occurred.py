"""An event in the future cannot have occurred."""

from collections.abc import Iterator

from generator.problems import Problem
from generator.story.site import Site
from generator.words.date_words import words_of


def check(site: Site) -> Iterator[Problem]:
    """Yield each event that is said to have occurred, or to be going on, although its date is yet to come."""
    for event in site.timeline.events:
        if event.status_now in ("occurred", "ongoing") and site.today < event.date.earliest:
            source = site.timeline.sources["events", event.id]
            loc = ("status",) if "status" in source.data else ("date",)
            message = (
                f"{words_of(event.date)} is yet to come, so the event cannot be `{event.status_now}`:"
                " write `scheduled` or `announced`, or correct the date."
            )
            yield source.problem(loc, "future-occurred", message)
