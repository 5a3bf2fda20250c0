"""The states of an event's state stand in order, the oldest first."""

from collections.abc import Iterator
from itertools import pairwise

from generator.problems import Problem
from generator.story.site import Site
from generator.words.date_words import words_of


def check(site: Site) -> Iterator[Problem]:
    """Yield each state that is older than the one before it, or has no `since` although there are several."""
    for event in site.timeline.events:
        source = site.timeline.sources["events", event.id]
        if len(event.status) > 1:
            for number, state in enumerate(event.status):
                if state.since is None:
                    message = "`since` is missing: where there are several states, each says since when."
                    yield source.problem(("status", number), "status-since", message)
        for number, (before, after) in enumerate(pairwise(event.status), 1):
            if before.since and after.since and after.since.latest < before.since.earliest:
                message = (
                    f"`{after.is_}` since {words_of(after.since)} comes before `{before.is_}` since"
                    f" {words_of(before.since)}: put the oldest first."
                )
                yield source.problem(("status", number, "since"), "status-order", message)
