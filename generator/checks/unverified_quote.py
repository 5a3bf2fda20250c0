"""Every quote was found in its article's text, and content/evidence.lock says so."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.site import Site

CODE = "unverified-quote"
LEVEL = "warning"
RECORD = ("events", "2031-05-02-fees")
PASSES = """\
title: The ports lower their fees
date: 2031-05-02
kind: agreement
evidence:
  - {article: 2031-05-02-harbour-post-treaty, says: Fees are lowered.}
"""
FAILS = """\
title: The ports lower their fees
date: 2031-05-02
kind: agreement
evidence:
  - {article: 2031-05-02-harbour-post-treaty, quote: fees will fall by a third}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each quote that is not in content/evidence.lock, or was changed since it was verified."""
    for dossier in site.dossiers.values():
        for loc, item in dossier.unverified:
            message = f"this quote is not verified: {site.how_to_verify(item.article)}."
            yield Finding(("events", dossier.event.id), (*loc, "quote"), message)
