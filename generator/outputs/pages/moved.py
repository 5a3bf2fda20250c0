"""Pages at old addresses that send readers on to the new ones."""

from collections.abc import Iterator
from functools import partial

from generator.outputs.artifact import Output, just
from generator.outputs.edition import Edition
from generator.outputs.page import Page, front_matter


def outputs(edition: Edition) -> Iterator[Output]:
    """One page an alias; the theme turns `redirect` into a redirect, and everywhere else the link remains."""
    timeline = edition.site.timeline
    for (kind, alias), record_id in timeline.redirects.items():
        inputs = just(edition.templates.inputs("moved") | {(kind, record_id)})
        source = "" if (kind, record_id) in timeline.removed else timeline.sources[kind, record_id].path
        yield Output(f"{kind}/{alias}.md", inputs, partial(_moved, edition, kind, record_id), source, False)


def _moved(edition: Edition, kind: str, record_id: str) -> Page:
    title = edition.language.say("moved")
    head = front_matter("moved", title, redirect=f"{kind}/{record_id}.md")
    return edition.templates.render("moved", head, title=record_id, target=f"{record_id}.md")
