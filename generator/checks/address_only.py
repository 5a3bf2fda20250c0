"""What only the words of an address carry is marked as such, so that it corroborates nothing."""

import re
from collections.abc import Iterator

from generator.checks import Finding
from generator.story.site import Site
from generator.story.timeline import evidence_of

CODE = "address-only"
LEVEL = "notice"
RECORD = ("events", "2031-06-fees")
AROUND = {
    "content/articles/2031-05-04-harbour-post-fees.yaml": """\
outlet: harbour-post
url: https://harbour.example/ports-agree-to-lower-their-harbour-fees
published: 2031-05-04
language: en
""",
}
PASSES = """\
title: The ports are to lower their fees
date: 2031-06
status: announced
kind: agreement
evidence:
  - {article: 2031-05-04-harbour-post-fees, says: The ports agreed to lower their harbour fees., basis: address}
"""
FAILS = """\
title: The ports are to lower their fees
date: 2031-06
status: announced
kind: agreement
evidence:
  - {article: 2031-05-04-harbour-post-fees, says: The ports agreed to lower their harbour fees.}
"""


_LONG = 4  # letters from which on a word tells something
_FEW = 3


def check(site: Site) -> Iterator[Finding]:
    """Yield each `says` of which all long words stand in the article's address, and not in a headline or a text."""
    held = {article for article, _ in site.lock}
    for event in site.timeline.events:
        for loc, item in evidence_of(event):
            article = site.timeline.articles.get(item.article)
            if article is None or item.says is None or item.quote or item.basis != "text" or item.article in held:
                continue
            words = _long_words(" ".join(item.says.by_language.values()))
            if len(words) >= _FEW and words <= _long_words(article.url or "") - _long_words(article.title or ""):
                message = (
                    "all words of this stand in the article's address: say `basis: address`, unless the article's text"
                    " carries it."
                )
                yield Finding(("events", event.id), (*loc, "says"), message)


def _long_words(text: str) -> set[str]:
    """The words of a text that tell something, without what endings add."""
    return {word[:_LONG] for word in re.findall(r"[^\W_]+", text.casefold()) if len(word) >= _LONG}
