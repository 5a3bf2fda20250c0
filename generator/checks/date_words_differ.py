"""The source's own words for a date mean, on the day when they were published, the date that the record gives."""

from collections.abc import Iterator
from datetime import date

from generator.checks import Finding
from generator.dates.edtf import Edtf
from generator.dates.expressions import readings
from generator.dates.instants import DAY
from generator.dates.whens import When
from generator.story.known import is_about_date
from generator.story.site import Site

CODE = "date-words-differ"
LEVEL = "warning"
RECORD = ("events", "two-ports-sign-a-treaty")
PASSES = """\
title: Two ports sign a treaty
date: 2031-05-01
kind: agreement
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: The treaty was signed on Thursday., date_words: Thursday}
"""
FAILS = """\
title: Two ports sign a treaty
date: 2031-05-02
kind: agreement
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: The treaty was signed on Thursday., date_words: Thursday}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each date's words that cannot mean the event's date, where the article's own day is certain."""
    for dossier in site.dossiers.values():
        event = dossier.event
        for number, item in enumerate(event.evidence):
            article = site.timeline.articles.get(item.article)
            if not item.date_words or article is None or not is_about_date(item) or not article.published.is_exact:
                continue
            day = _day(article.published)
            meant = readings(item.date_words, day, article.language) if day else ()
            if meant and not any(_meets(when, event.date) for when in meant):
                message = (
                    f"“{item.date_words}” in an article of {day} means {_listed(meant)}, not {event.date.text}:"
                    " mend the date, or the words."
                )
                yield Finding(("events", event.id), ("evidence", number, "date_words"), message)


def _day(published: Edtf) -> date | None:
    first = published.first_day
    return date(first.year, first.month, first.day) if 1 <= first.year <= 9999 else None


def _meets(when: When, given: Edtf) -> bool:
    """Whether two dates share a day; what lies outside the years that can be counted with meets everything."""
    if when.first is None or when.last is None:
        return True
    first, last = (_EPOCH + bound.toordinal() for bound in (when.first, when.last))
    return given.first_day.epoch_seconds <= last * DAY and first * DAY <= given.last_day.epoch_seconds


_EPOCH = -date(1970, 1, 1).toordinal()


def _listed(meant: tuple[When, ...]) -> str:
    return " or ".join(dict.fromkeys(when.edtf for when in meant[:3]))
