"""Words such as “Thursday” give a day only together with the article's own, which then has to be certain."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.site import Site
from generator.story.timeline import evidence_of
from generator.words.date_words import words_of
from generator.words.stated import gives_date
from generator.words.time_words import depends_on_the_day

CODE = "unsure-day"
LEVEL = "warning"
RECORD = ("events", "2031-05-01-visit")
AROUND = {
    "content/articles/2031-05-agency-one-visite.yaml": """\
title: Une visite
outlet: agency-one
published: 2031-05~
language: fr
""",
}
PASSES = """\
title: A visit
date: 2031-05-01
kind: meeting
evidence:
  - {article: 2031-05-agency-one-visite, says: They came., date_words: 1er mai 2031}
"""
FAILS = """\
title: A visit
date: 2031-05-01
kind: meeting
evidence:
  - {article: 2031-05-agency-one-visite, says: They came., date_words: jeudi}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each date's words that depend on the day of an article of which the day is not certain."""
    articles = site.timeline.articles
    for event in site.timeline.events:
        for loc, item in evidence_of(event):
            article = articles.get(item.article)
            if article is None or not item.date_words or article.published.is_exact:
                continue
            if gives_date(item.date_words, article.language, event.date):
                continue
            if depends_on_the_day(item.date_words, article.language):
                message = (
                    f"“{item.date_words}” depends on the day of `{article.id}`, which is not certain"
                    f" ({words_of(article.published)}): leave `date_words` out, or find out when it was published."
                )
                yield Finding(("events", event.id), (*loc, "date_words"), message)
