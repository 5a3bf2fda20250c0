"""Whoever holds an article's text can check the words of a date that are cited from it; nobody has yet."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.site import Site
from generator.story.timeline import evidence_of

CODE = "unchecked-date-words"
LEVEL = "notice"
RECORD = ("events", "2031-05-02-fees")
PASSES = """\
title: The ports lower their fees
date: 2031-05-02
kind: agreement
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: Fees are lowered.}
"""
FAILS = """\
title: The ports lower their fees
date: 2031-05-02
kind: agreement
evidence:
  - {article: 2031-05-03-agency-one-traite, says: Fees are lowered., date_words: hier}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each date's words that are cited from an article of which the lock has no words at all."""
    held = {article for article, _ in site.lock}
    for event in site.timeline.events:
        for loc, item in evidence_of(event):
            if item.date_words and item.article not in held:
                message = (
                    f"the words “{item.date_words}” are unchecked, and the page does not call them the article's:"
                    f" {site.how_to_verify(item.article)}, if you can."
                )
                yield Finding(("events", event.id), (*loc, "date_words"), message)
