"""What an event fulfils had been announced or scheduled."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.site import Site

CODE = "unforeseen-fulfilment"
LEVEL = "warning"
RECORD = ("events", "2031-05-02-fees")
AROUND = {
    "content/events/2031/fees-promised.yaml": """\
title: The ports promise lower fees
date: "[2031-05-02..2031-06]"
status: announced
kind: agreement
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: Fees will be lowered.}
""",
}
PASSES = """\
title: The ports lower their fees
date: 2031-05-02
kind: agreement
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: Fees are lowered.}
related:
  - {event: fees-promised, relation: fulfils}
"""
FAILS = """\
title: The ports lower their fees
date: 2031-05-02
kind: agreement
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: Fees are lowered.}
related:
  - {event: 2031-05-01-treaty-signed, relation: fulfils}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each `fulfils` whose target was never announced, scheduled or postponed."""
    for event in site.timeline.events:
        for number, related in enumerate(event.related):
            target = site.timeline.event.get(related.event)
            if related.relation != "fulfils" or target is None:
                continue
            if not any(state.is_ in ("announced", "scheduled", "postponed") for state in target.status):
                message = (
                    f"`{target.id}` was never announced or scheduled, so nothing fulfils it: write `follows`, or add"
                    " the state in which it was announced."
                )
                yield Finding(("events", event.id), ("related", number, "relation"), message)
