"""What is still to come, and what is overdue."""

from collections.abc import Iterator

from generator.outputs.pages.links import Words, front_matter
from generator.story.site import Page, Site


def render(site: Site) -> Iterator[Page]:
    """The page of upcoming and overdue events."""
    head = front_matter("upcoming", "Upcoming and overdue")
    body = site.template.render("upcoming", head, upcoming=site.upcoming, overdue=site.overdue, go=Words(site, ""))
    yield Page("upcoming.md", body)
