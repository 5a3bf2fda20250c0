"""Storyline pages: the threads that events belong to."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.outputs.pages.links import Words, front_matter
from generator.outputs.pages.subjects import Fact, render_subject
from generator.records.schema import Storyline
from generator.story.site import Page, Site
from generator.words.markup import markdown_inline, markdown_text


def render(site: Site) -> Iterator[Page]:
    """One page a storyline, and the index of all of them."""
    timeline, go = site.timeline, Words(site, "../")
    for storyline in timeline.storylines.values():
        yield render_subject(
            site,
            ("storylines", storyline.id),
            name=storyline.title,
            about=storyline.summary,
            kicker=["Storyline"],
            facts=_facts(go, storyline),
            events=timeline.by_storyline.get(storyline.id, ()),
        )
    lead = "The threads of the story, the longest first."
    groups = [("", [go.storyline_row(storyline) for storyline in storylines_in_order(site)])]
    head = front_matter("storylines", "Storylines", lead)
    yield Page("storylines/index.md", site.template.render("list", head, title="Storylines", lead=lead, groups=groups))


def storylines_in_order(site: Site) -> list[Storyline]:
    """Storylines by the number of their events, the most first."""
    by_storyline = site.timeline.by_storyline
    return sorted(
        site.timeline.storylines.values(), key=lambda line: (-len(by_storyline.get(line.id, ())), str(line.title))
    )


def _facts(go: Words, storyline: Storyline) -> Iterator[Fact]:
    timeline = go.site.timeline
    yield "What belongs here", markdown_inline(storyline.includes)
    if storyline.part_of:
        yield "Part of", go.storyline(timeline.storylines[storyline.part_of])
    parts = [go.storyline(other) for other in timeline.storylines.values() if other.part_of == storyline.id]
    if parts:
        yield "Parts", go.series(parts)
    if storyline.starts_with:
        yield "Starts with", go.event(timeline.event[storyline.starts_with])
    for era in storyline.eras:
        end = go.when(era.to) if era.to else Markup("today")
        yield "Era", Markup(f"{markdown_text(str(era.title))}, {go.when(era.from_)} to {end}")
