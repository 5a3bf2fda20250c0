"""The states of an event's life stand in order, the oldest first."""

from collections.abc import Iterator
from itertools import pairwise

from generator.checks import Finding
from generator.story.site import Site
from generator.words.date_words import words_of

CODE = "status-order"
LEVEL = "error"
RECORD = ("events", "2031-05-10-visit")
PASSES = """\
title: A visit
date: 2031-05-10
status:
  - {is: scheduled, since: 2031-05-02}
  - {is: cancelled, since: 2031-05-08}
kind: meeting
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: A visit was planned.}
"""
FAILS = """\
title: A visit
date: 2031-05-10
status:
  - {is: postponed, since: 2031-05-08}
  - {is: cancelled, since: 2031-05-02}
kind: meeting
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: A visit was planned.}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each state that is older than the one before it."""
    for event in site.timeline.events:
        for number, (before, after) in enumerate(pairwise(event.status), 1):
            if before.since and after.since and after.since.latest < before.since.earliest:
                message = (
                    f"`{after.is_}` since {words_of(after.since)} comes before `{before.is_}` since"
                    f" {words_of(before.since)}: put the oldest first."
                )
                yield Finding(("events", event.id), ("status", number, "since"), message)
