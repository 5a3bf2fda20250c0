"""An event's title does not speak of another kind than the one that it is of."""

import re
from collections.abc import Iterator

from generator.checks import Finding
from generator.records.parts import EventKind
from generator.story.site import Site

CODE = "title-kind"
LEVEL = "warning"
RECORD = ("events", "2031-05-02-office")
AROUND = {
    "content/vocabulary.yaml": """\
format: 1
kinds:
  agreement: {label: Agreement, colour: "#1f5a96"}
  meeting: {label: Meeting, colour: "#7a5c1e"}
  visit: {label: Visit, colour: "#47699c", words: [visits]}
  opening: {label: Opening, colour: "#a0522d", words: [office, opens]}
""",
}
PASSES = """\
title: An office opens in the harbour
date: 2031-05-02
kind: opening
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: It opened.}
"""
FAILS = """\
title: An office opens in the harbour
date: 2031-05-02
kind: visit
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: It opened.}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each title that holds the vocabulary's `words` of another kind, and none of its own."""
    kinds = site.timeline.kinds
    patterns = {key: _any_of(kind) for key, kind in kinds.items() if kind.words}
    for event in site.timeline.events:
        title = next(iter(event.title.by_language.values())).casefold()
        own = patterns.get(event.kind)
        if own and own.search(title):
            continue
        others = {key: found.group() for key, pattern in patterns.items() if (found := pattern.search(title))}
        if others and event.kind not in others:
            kind, word = next(iter(others.items()))
            message = (
                f"the title says “{word}”, a word of the kind `{kind}`, and the kind is `{event.kind}`: correct one of"
                " them, or the `words` in content/vocabulary.yaml."
            )
            yield Finding(("events", event.id), ("kind",), message)


def _any_of(kind: EventKind) -> re.Pattern[str]:
    """A kind's words, as whole words."""
    return re.compile("|".join(rf"(?<!\w){re.escape(word.casefold())}(?!\w)" for word in kind.words))
