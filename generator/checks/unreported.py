"""What occurred, or goes on, is reported so by an article that can have known it: announced is not occurred."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.site import Site
from generator.story.timeline import evidence_of
from generator.words.date_words import words_of

CODE = "unreported"
LEVEL = "warning"
RECORD = ("events", "2031-05-08-parade")
PASSES = """\
title: A parade is to be held
date: 2031-05-08
status: cancelled
kind: meeting
evidence:
  - {article: 2031-05-03-agency-one-traite, says: The parade of 8 May was called off.}
"""
FAILS = """\
title: A parade is held
date: 2031-05-08
kind: meeting
evidence:
  - {article: 2031-05-03-agency-one-traite, says: A parade will be held on 8 May.}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each event that is said to have occurred, or to go on, without one article that counts."""
    for dossier in site.dossiers.values():
        event = dossier.event
        if event.date.earliest > site.today:
            continue  # no article can have known it, and `future-occurred` says so
        if any(item.article not in site.timeline.articles for _, item in evidence_of(event)):
            continue  # the article that is missing may be the one that reports it
        if event.status_now in ("occurred", "ongoing") and dossier.standing == "unestablished":
            source = site.timeline.sources["events", event.id]
            message = (
                f"no article here counts as a report that this is `{event.status_now}` ({words_of(event.date)}):"
                " it came before, or supports neither `title` nor `status` by its text."
                " Cite one that reports it, or write what was known, such as `announced` or `scheduled`."
            )
            yield Finding(("events", event.id), ("status",) if "status" in source.data else ("date",), message)
