"""Words that mean one day within a stretch of time are not written as something that lasted."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.known import is_about_date
from generator.story.site import Site
from generator.words.time_words import leaves_the_day_open

CODE = "day-within"
LEVEL = "warning"
RECORD = ("events", "2031-06-talks")
PASSES = """\
title: The ministers are to meet
date: "[2031-06-05..2031-06-30]"
status: scheduled
kind: meeting
evidence:
  - {article: 2031-05-03-agency-one-traite, says: The ministers are to meet., date_words: dans les prochaines semaines}
"""
FAILS = """\
title: The ministers are to meet
date: 2031-06-05/2031-06-30
status: scheduled
kind: meeting
evidence:
  - {article: 2031-05-03-agency-one-traite, says: The ministers are to meet., date_words: dans les prochaines semaines}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each closed interval for which all words of the date mean a day within it."""
    articles = site.timeline.articles
    for dossier in site.dossiers.values():
        event, date = dossier.event, dossier.event.date
        if date.precision != "interval" or date.open_start or date.open_end:
            continue
        items = [item for item in dossier.current.evidence if is_about_date(item)]
        words = [(item.date_words, articles[item.article].language) for item in items if item.article in articles]
        given = [(text, language) for text, language in words if text]
        if given and all(leaves_the_day_open(text, language) for text, language in given):
            message = (
                f"“{given[0][0]}” means a day within this time, not that it lasted so long: write"
                f' "[{date.text.replace("/", "..")}]", in quotes.'
            )
            yield Finding(("events", event.id), ("date",), message)
