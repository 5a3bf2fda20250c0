"""What was announced or scheduled for a day that has passed is overdue until its record says what became of it."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.site import Site
from generator.words.date_words import words_of

CODE = "overdue"
LEVEL = "notice"
RECORD = ("events", "2031-05-20-vote")
PASSES = """\
title: The council votes
date: 2031-05-20
status: cancelled
kind: meeting
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: The vote was called off.}
"""
FAILS = """\
title: The council is to vote
date: 2031-05-20
status: scheduled
kind: meeting
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: A vote is due on 20 May.}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each event that is overdue."""
    for dossier in site.dossiers.values():
        event = dossier.event
        if dossier.is_overdue:
            message = (
                f"overdue: the date ({words_of(event.date)}) has passed, and the event is still `{event.status_now}`."
                " Find out what became of it:"
                " add a state to `status`, or an event that `fulfils` this one."
            )
            yield Finding(("events", event.id), ("date",), message)
