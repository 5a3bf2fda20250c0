"""An era begins before it ends."""

from collections.abc import Iterator

from generator.checks import Finding
from generator.story.site import Site
from generator.words.date_words import words_of

CODE = "era-order"
LEVEL = "error"
RECORD = ("storylines", "harbour-talks")
PASSES = """\
title: The harbour talks
includes: Events of the talks between the ports.
eras:
  - {title: Before the treaty, from: 2030, to: 2031-04-30}
"""
FAILS = """\
title: The harbour talks
includes: Events of the talks between the ports.
eras:
  - {title: Before the treaty, from: 2031-04-30, to: 2030}
"""


def check(site: Site) -> Iterator[Finding]:
    """Yield each era of a storyline that ends before it begins."""
    for storyline in site.timeline.storylines.values():
        for number, era in enumerate(storyline.eras):
            if era.to and era.to.latest < era.from_.earliest:
                ends, begins = words_of(era.to), words_of(era.from_)
                message = f"the era ends ({ends}) before it begins ({begins}): correct one of them."
                yield Finding(("storylines", storyline.id), ("eras", number, "to"), message)
