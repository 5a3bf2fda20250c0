"""How each event's page is cited, as files that programs for references read."""

from collections.abc import Callable, Iterator
from functools import partial

from generator.outputs.artifact import Output, just
from generator.outputs.citations import FORMATS, Citation, citation_of
from generator.outputs.edition import DAY, Edition
from generator.story.dossier import Dossier


def outputs(edition: Edition) -> Iterator[Output]:
    """A file an event and format, unless the site goes without."""
    if not edition.published.citations:
        return
    for dossier in edition.site.dossiers.values():
        event = dossier.event.id
        inputs = just(frozenset({("events", event), ("vocabulary", "vocabulary"), DAY, edition.published.input}))
        for file, (_, write) in FORMATS.items():
            yield Output(f"events/{event}/{file}", inputs, partial(_made, edition, dossier, write))


def _made(edition: Edition, dossier: Dossier, write: Callable[[Citation], str]) -> str:
    return write(citation_of(edition, dossier))
