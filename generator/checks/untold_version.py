"""What was known before has the title and the date of then, where nobody could know today's."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.known import known_from
from generator.story.site import Site
from generator.words.date_words import words_of

CODE = "untold-version"
LEVEL = "warning"
RECORD = ("events", "2031-05-10-visit")
AROUND = {
    "content/articles/2031-05-11-harbour-post-meeting.yaml": """\
title: Ministers meet
outlet: harbour-post
published: 2031-05-11
language: en
""",
}
PASSES = """\
title: The ministers meet
date: 2031-05-10
status:
  - is: announced
    since: 2031-05-02
    title: The ministers are to meet
    date: "[2031-05-02..]"
    evidence: [{article: 2031-05-02-harbour-post-treaty, says: They are to meet., supports: [status]}]
  - {is: occurred, since: 2031-05-10}
kind: meeting
evidence:
  - {article: 2031-05-11-harbour-post-meeting, says: They met.}
"""
FAILS = """\
title: The ministers meet
date: 2031-05-10
status:
  - is: announced
    since: 2031-05-02
    evidence: [{article: 2031-05-02-harbour-post-treaty, says: They are to meet., supports: [status]}]
  - {is: occurred, since: 2031-05-10}
kind: meeting
evidence:
  - {article: 2031-05-11-harbour-post-meeting, says: They met.}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each earlier state without a date of its own that was told before anything told the record's."""
    for dossier in site.dossiers.values():
        for number, (state, version) in enumerate(zip(dossier.event.status[:-1], dossier.versions, strict=False)):
            if state.date or version.told is None or version.since is None:
                continue
            if known_from(version.told) < version.since:
                message = (
                    f"this was known on {words_of(version.told)}, when nothing here told the date"
                    f" ({words_of(dossier.event.date)}): give this state the `title` and the `date` of then."
                )
                yield Finding(("events", dossier.event.id), ("status", number), message)
