"""What the pages of actors, places and storylines have in common: facts, and the events that they take part in."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from generator.outputs.pages.links import Words, front_matter, plural, years_of
from generator.records.schema import Event, Text
from generator.story.site import Page, Site
from generator.words.markup import plain_text

Fact = tuple[str, str | Markup]


def render_subject(
    site: Site,
    record: tuple[str, str],
    *,
    name: Text,
    about: Text | None,
    kicker: list[str],
    facts: Iterable[Fact],
    events: tuple[Event, ...],
) -> Page:
    """Render the page of a record (its kind and id) that events refer to."""
    kind, record_id = record
    markdown = site.template.render(
        "subject",
        front_matter(
            kind.removesuffix("s"),
            str(name),
            plain_text(str(about)) if about else "",
            timeline=f"{kind.removesuffix('s')}:{record_id}",
        ),
        title=str(name),
        about=about,
        kicker=" · ".join([part for part in kicker if part] + [plural(len(events), "event")]),
        facts=list(facts),
        events=events,
        by_year=years_of(events),
        go=Words(site, "../"),
    )
    return Page(f"{kind}/{record_id}.md", markdown, site.timeline.sources[kind, record_id].path)


def render_index(site: Site, kind: str, title: str, lead: str, groups: Mapping[str, list[tuple[Markup, int]]]) -> Page:
    """Render the index of a kind: links with the number of events behind each, under headings."""
    go = Words(site, "../")
    listed = [
        (heading, [go.counted(link, plural(count, "event")) for link, count in items])
        for heading, items in groups.items()
        if items
    ]
    head = front_matter(kind, title, lead)
    return Page(f"{kind}/index.md", site.template.render("list", head, title=title, lead=lead, groups=listed))
