"""Every quote was found in its article's text, and the lock says so."""

from collections.abc import Iterator

from generator.checks import Context
from generator.problems import Problem
from generator.story.evidence import is_verified
from generator.story.timeline import evidence_of


def check(context: Context) -> Iterator[Problem]:
    """Yield each quote that is not in content/evidence.lock, or was changed since it was verified."""
    for event in context.timeline.events:
        for loc, item in evidence_of(event):
            if item.quote and not is_verified(context.lock, item.article, item.quote):
                message = (
                    "this quote is not verified: put the article's text in"
                    f" snapshots/{item.article}.txt and run `dateline verify`."
                )
                source = context.timeline.sources["events", event.id]
                yield source.problem((*loc, "quote"), "unverified-quote", message, level="warning")
