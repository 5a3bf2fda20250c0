"""A state began no later than the first article that says so."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.known import is_about_all
from generator.story.site import Site
from generator.words.date_words import words_of

CODE = "late-since"
LEVEL = "warning"
RECORD = ("events", "2031-05-10-visit")
PASSES = """\
title: A visit is called off
date: 2031-05-10
status:
  - {is: scheduled, since: 2031-05-02}
  - is: cancelled
    since: 2031-05-02
    evidence: [{article: 2031-05-02-harbour-post-treaty, says: The visit is off.}]
kind: meeting
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: A visit was planned.}
"""
FAILS = """\
title: A visit is called off
date: 2031-05-10
status:
  - {is: scheduled, since: 2031-05-02}
  - is: cancelled
    since: 2031-05-03
    evidence: [{article: 2031-05-02-harbour-post-treaty, says: The visit is off.}]
kind: meeting
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: A visit was planned.}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each `since` whose first day is after the day of an article that is cited for the state itself."""
    articles = site.timeline.articles
    for event in site.timeline.events:
        for number, state in enumerate(event.status):
            cited = [
                articles[item.article] for item in state.evidence if item.article in articles and is_about_all(item)
            ]
            early = [article for article in cited if state.since and article.published.last_day < state.since.first_day]
            if early:
                first = min(early, key=lambda article: article.published.last_day)
                message = f"`{first.id}` says so already, published {words_of(first.published)}: say so too."
                yield Finding(("events", event.id), ("status", number, "since"), message)
