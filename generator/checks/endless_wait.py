"""What is to come within a time that has an end has a date with an end, so that it can be overdue."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.known import is_about_date
from generator.story.site import Site
from generator.words.time_words import leaves_the_day_open

CODE = "endless-wait"
LEVEL = "warning"
RECORD = ("events", "2031-05-talks")
PASSES = """\
title: Talks are to follow
date: "[2031-05-02..2031-06]"
status: announced
kind: meeting
evidence:
  - {article: 2031-05-03-agency-one-traite, says: Talks are to follow., date_words: dans les prochaines semaines}
"""
FAILS = """\
title: Talks are to follow
date: "[2031-05-02..]"
status: announced
kind: meeting
evidence:
  - {article: 2031-05-03-agency-one-traite, says: Talks are to follow within weeks.}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each open date of what is awaited, where words that support it give the time an end."""
    articles = site.timeline.articles
    for dossier in site.dossiers.values():
        event, current = dossier.event, dossier.current
        if not current.is_coming or event.date.latest.is_finite:
            continue
        for item in current.evidence:
            if item.article not in articles or not is_about_date(item):
                continue
            language = articles[item.article].language
            says = " ".join(item.says.by_language.values()) if item.says else ""
            found = next(
                (text for text in (item.date_words, item.quote, says) if text and leaves_the_day_open(text, language)),
                None,
            )
            if found:
                message = (
                    f'“{found}” has an end, and this date has none, so it is never overdue: write "[a..b]", where b is'
                    " the last day that the words allow."
                )
                yield Finding(("events", event.id), ("date",), message)
                break
