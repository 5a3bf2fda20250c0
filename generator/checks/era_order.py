"""An era begins before it ends."""

from collections.abc import Iterator

from generator.checks import Context
from generator.problems import Problem


def check(context: Context) -> Iterator[Problem]:
    """Yield each era of a storyline that ends before it begins."""
    for storyline in context.timeline.storylines.values():
        for number, era in enumerate(storyline.eras):
            if era.to and era.to.latest < era.from_.earliest:
                message = f"the era ends ({era.to.words()}) before it begins ({era.from_.words()}): correct one of them."
                source = context.timeline.sources["storylines", storyline.id]
                yield source.problem(("eras", number, "to"), "era-order", message)
