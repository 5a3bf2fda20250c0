"""The page that other sites show in a frame: the drawn timeline, and a list for whoever cannot see it."""

from collections.abc import Iterator

from generator.outputs.pages.links import Words, front_matter
from generator.story.site import Page, Site


def render(site: Site) -> Iterator[Page]:
    """One page; its address says what it shows, e.g. `embed/?scope=storyline:negev-forum&lanes=kind`."""
    head = front_matter("embed", "Timeline", timeline="", search={"exclude": True})
    body = site.template.render("embed", head, events=site.standing_events, go=Words(site, ""))
    yield Page("embed.md", body)
