"""The words of every date were found in their article's text, where somebody holds that, and the lock says so."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.lock import has_checked_date_words
from generator.story.site import Site
from generator.story.timeline import evidence_of

CODE = "unverified-date-words"
LEVEL = "warning"
RECORD = ("events", "2031-05-01-fees")
PASSES = """\
title: The ports lower their fees
date: 2031-05-01
kind: agreement
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: Fees are lowered., date_words: Thursday}
"""
FAILS = """\
title: The ports lower their fees
date: 2031-05-01
kind: agreement
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: Fees are lowered., date_words: on Thursday}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each date's words that are not in the lock, of articles from which the lock has other words."""
    held = {article for article, _ in site.lock}
    for event in site.timeline.events:
        for loc, item in evidence_of(event):
            if item.date_words and item.article in held and not has_checked_date_words(site.lock, item):
                message = f"the words “{item.date_words}” are not verified: {site.how_to_verify(item.article)}."
                yield Finding(("events", event.id), (*loc, "date_words"), message)
