"""An article that no event cites is a record that somebody began and did not finish."""

from collections.abc import Iterator

from generator.problems import Problem
from generator.story.site import Site


def check(site: Site) -> Iterator[Problem]:
    """Yield each article that no event cites and no other article relays."""
    timeline = site.timeline
    for article_id in timeline.articles:
        if ("articles", article_id) not in timeline.referred:
            message = "no event cites this article: cite it, or delete the record."
            yield timeline.sources["articles", article_id].problem((), "uncited-article", message, level="notice")
