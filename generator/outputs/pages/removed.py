"""Pages of records whose text was removed: the address stays, and the day and the reason; nothing else."""

from collections.abc import Iterator
from functools import partial

from generator.outputs.artifact import Output, just
from generator.outputs.edition import Edition
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import Links
from generator.records.parts import Withdrawal


def outputs(edition: Edition) -> Iterator[Output]:
    """One page a removed record. It names no source: the record itself is not published either."""
    for (kind, record_id), withdrawal in edition.site.timeline.removed.items():
        inputs = just(edition.templates.inputs("removed") | {(kind, record_id)})
        yield Output(f"{kind}/{record_id}.md", inputs, partial(_removed, edition, withdrawal), is_listed=False)


def _removed(edition: Edition, withdrawal: Withdrawal) -> Page:
    head = front_matter("removed", edition.language.say("removed"))
    return edition.templates.render("removed", head, withdrawal=withdrawal, go=Links(edition, "../"))
