"""Nearly equal headlines of different outlets go back to one report, more often than not."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from generator.checks import Finding
from generator.dates.instants import DAY
from generator.records.schema import Article
from generator.story.quotes import fold
from generator.story.site import Site

CODE = "near-headline"
LEVEL = "notice"
RECORD = ("articles", "2031-05-04-harbour-post-fees")
AROUND = {
    "content/articles/2031-05-03-agency-one-fees.yaml": """\
title: Ports to lower fees by a third from June
outlet: agency-one
published: 2031-05-03
language: en
""",
}
PASSES = """\
title: Ports to lower their fees by a third from June
outlet: harbour-post
origin: agency-one
published: 2031-05-04
language: en
"""
FAILS = """\
title: Ports to lower their fees by a third from June
outlet: harbour-post
published: 2031-05-04
language: en
"""


_ALIKE = 90  # of 100, as rapidfuzz counts
_DAYS = 3 * DAY
_WORDS = 4


def check(site: Site) -> Iterator[Finding]:
    """Yield each article whose headline is nearly that of an earlier one, of another outlet and within three days."""
    timeline = site.timeline
    titled = [article for article in timeline.articles.values() if len(_words(article).split()) >= _WORDS]
    titled.sort(key=lambda article: (article.published.sort_key, article.id))
    for position, article in enumerate(titled):
        for before in reversed(titled[:position]):
            if article.published.anchor.seconds - before.published.anchor.seconds > _DAYS:
                break
            if timeline.origin[article.id] == timeline.origin[before.id]:
                continue
            if fuzz.token_sort_ratio(_words(article), _words(before), score_cutoff=_ALIKE):
                message = (
                    f"the headline is nearly that of `{before.id}`: if both relay one report, name it as `origin`, so"
                    " that it counts once."
                )
                yield Finding(("articles", article.id), ("title",), message)
                break


def _words(article: Article) -> str:
    return fold(article.title or "").casefold()
