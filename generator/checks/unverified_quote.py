"""Every quote was found in its article's text, and the lock says so."""

from collections.abc import Iterator

from generator.problems import Problem
from generator.story.site import Site


def check(site: Site) -> Iterator[Problem]:
    """Yield each quote that is not in content/evidence.lock, or was changed since it was verified."""
    for dossier in site.dossiers.values():
        source = site.timeline.sources["events", dossier.event.id]
        for loc, item in dossier.unverified:
            message = (
                "this quote is not verified: put the article's text in"
                f" snapshots/{item.article}.txt and run `dateline verify`."
            )
            yield source.problem((*loc, "quote"), "unverified-quote", message, level="warning")
