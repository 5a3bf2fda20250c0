"""The records are of the format that this Dateline writes; `dateline migrate` brings an older project to it."""

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.fields import FORMAT
from generator.story.site import Site


def check(site: Site) -> Iterator[Problem]:
    """Yield a problem where the vocabulary names no format, or an older one."""
    source = site.timeline.sources.get(("vocabulary", "vocabulary"))
    if source and site.timeline.format < FORMAT:
        message = f"the records are of an older format than {FORMAT}: run `dateline migrate`."
        yield source.problem(("format",), "old-format", message, level="warning")
