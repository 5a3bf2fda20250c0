"""Pages at old addresses that send readers on to the new ones."""

from collections.abc import Iterator

from generator.outputs.pages.links import front_matter
from generator.story.site import Page, Site


def render(site: Site) -> Iterator[Page]:
    """One page an alias; the theme turns `redirect` into a redirect, and everywhere else the link remains."""
    for (kind, alias), record_id in site.timeline.redirects.items():
        title = "Moved"
        head = front_matter("moved", title, redirect=f"../{record_id}/", search={"exclude": True})
        body = site.template.render("moved", head, title=record_id, target=f"{record_id}.md")
        yield Page(f"{kind}/{alias}.md", body)
