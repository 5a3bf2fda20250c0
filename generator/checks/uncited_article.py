"""An article that no event cites is a record that somebody began and did not finish, unless it was withdrawn."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.references import referred
from generator.story.site import Site

CODE = "uncited-article"
LEVEL = "notice"
RECORD = ("articles", "2031-05-09-harbour-post-fees")
PASSES = """\
title: Fees fall
outlet: harbour-post
published: 2031-05-09
language: en
withdrawn: {on: 2031-05-12, reason: It was never published.}
"""
FAILS = """\
title: Fees fall
outlet: harbour-post
published: 2031-05-09
language: en
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each article that no event cites and no other article relays."""
    if site.timeline.unread:
        return  # the event that cites it may be the one that cannot be read
    cited = referred(site.timeline.sources, "articles")
    for article_id, article in site.timeline.articles.items():
        if not article.withdrawn and article_id not in cited:
            message = "no event cites this article: cite it, or delete the record."
            yield Finding(("articles", article_id), (), message)
