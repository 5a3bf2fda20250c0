"""Where an event has had several states, each says since when."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.site import Site

CODE = "status-since"
LEVEL = "error"
RECORD = ("events", "2031-05-10-visit")
PASSES = """\
title: A visit is called off
date: 2031-05-10
status:
  - {is: scheduled, since: 2031-05-02}
  - {is: cancelled, since: 2031-05-08}
kind: meeting
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: A visit was planned.}
"""
FAILS = """\
title: A visit is called off
date: 2031-05-10
status:
  - {is: scheduled, since: 2031-05-02}
  - {is: cancelled}
kind: meeting
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: A visit was planned.}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each of several states that has no `since`."""
    for event in site.timeline.events:
        if len(event.status) > 1:
            for number, state in enumerate(event.status):
                if state.since is None:
                    message = "`since` is missing: where there are several states, each says since when."
                    yield Finding(("events", event.id), ("status", number), message)
