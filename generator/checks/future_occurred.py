"""An event in the future cannot have occurred, nor be going on."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.site import Site
from generator.words.date_words import words_of

CODE = "future-occurred"
LEVEL = "error"
RECORD = ("events", "2031-12-24-ceremony")
PASSES = """\
title: A ceremony is to be held
date: 2031-12-24
status: scheduled
kind: meeting
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: A ceremony will be held on 24 December.}
"""
FAILS = """\
title: A ceremony is held
date: 2031-12-24
kind: meeting
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: A ceremony will be held on 24 December.}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each event that is said to have occurred, or to be going on, although its date is yet to come."""
    for event in site.timeline.events:
        if event.status_now in ("occurred", "ongoing") and site.today < event.date.earliest:
            source = site.timeline.sources["events", event.id]
            loc = ("status",) if "status" in source.data else ("date",)
            message = (
                f"{words_of(event.date)} is yet to come, so the event cannot be `{event.status_now}`:"
                " write `scheduled` or `announced`, or correct the date."
            )
            yield Finding(("events", event.id), loc, message)
