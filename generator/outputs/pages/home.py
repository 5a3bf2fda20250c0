"""The home page: what this is, the landmarks, what is new, what comes next."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.outputs.pages.links import Words, front_matter, plural
from generator.outputs.pages.storylines import storylines_in_order
from generator.story.site import Page, Site

_LANDMARK = 5
_NEW = 7
_NEXT = 5


def render(site: Site) -> Iterator[Page]:
    """The home page: the hand-written introduction, then what the records say."""
    timeline = site.timeline
    past = [event for event in site.standing_events if event.date.earliest <= site.today]
    reported = {article for article in timeline.articles if article in timeline.by_article}
    outlets = {timeline.articles[article].outlet for article in reported}
    languages = {timeline.articles[article].language for article in reported}
    body = site.template.render(
        "home",
        front_matter("home", "Home", timeline=""),
        # The introduction is the maintainers' own page, not a stranger's text.
        intro=Markup(site.home.strip()),
        figures=[
            plural(len(found), noun).split(" ", 1)
            for found, noun in (
                (site.standing_events, "event"),
                (reported, "article"),
                (outlets, "outlet"),
                (languages, "language"),
                (site.lock, "verified quote"),
            )
        ],
        landmarks=[event for event in site.standing_events if event.importance >= _LANDMARK],
        new=past[: -_NEW - 1 : -1],
        upcoming=site.upcoming[:_NEXT],
        overdue=plural(len(site.overdue), "announcement is", "announcements are") if site.overdue else "",
        storylines=storylines_in_order(site),
        go=Words(site, ""),
    )
    yield Page("index.md", body, "content/pages/index.md")
