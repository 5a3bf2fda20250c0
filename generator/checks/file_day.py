"""The day with which a file's name begins is one that the record's date allows."""

import re
from collections.abc import Iterator

from generator.checks import Finding
from generator.dates.edtf import Edtf
from generator.dates.parse import DateError, parse_edtf
from generator.story.site import Site
from generator.words.date_words import words_of

CODE = "file-day"
LEVEL = "warning"
RECORD = ("events", "2031-05-01-visit")
PASSES = """\
title: A visit
date: 2031-05-01
kind: meeting
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: They came.}
"""
FAILS = """\
title: A visit
date: 2031-05-02
kind: meeting
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: They came.}
"""


_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(?=-|$)")


def check(site: Site) -> Iterator[Finding]:
    """Yield each event and article whose name begins with a day, month or year outside its date."""
    events = (("events", event.id, "date", event.date) for event in site.timeline.events)
    articles = (("articles", key, "published", article.published) for key, article in site.timeline.articles.items())
    for kind, record_id, field, date in (*events, *articles):
        found = _DAY.match(record_id)
        named = _read(found.group()) if found else None
        if named and (named.latest < date.first_day or named.earliest > date.latest):
            message = (
                f"the file's name says {words_of(named)}, and `{field}` {words_of(date)}: correct the wrong one; a"
                " renamed record keeps its old id in `aliases`."
            )
            yield Finding((kind, record_id), (field,), message)


def _read(text: str) -> Edtf | None:
    try:
        return parse_edtf(text)
    except DateError:
        return None  # a name such as 2031-02-31-x, which says no day
