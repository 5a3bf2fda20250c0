"""An era begins before it ends."""

from collections.abc import Iterator

from generator.problems import Problem
from generator.story.site import Site
from generator.words.date_words import words_of


def check(site: Site) -> Iterator[Problem]:
    """Yield each era of a storyline that ends before it begins."""
    for storyline in site.timeline.storylines.values():
        for number, era in enumerate(storyline.eras):
            if era.to and era.to.latest < era.from_.earliest:
                ends, begins = words_of(era.to), words_of(era.from_)
                message = f"the era ends ({ends}) before it begins ({begins}): correct one of them."
                source = site.timeline.sources["storylines", storyline.id]
                yield source.problem(("eras", number, "to"), "era-order", message)
