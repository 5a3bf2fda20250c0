"""The home page: what this is, the landmarks, what is new, what comes next."""

from collections.abc import Iterator

from generator.dates.instants import FIRST, Instant
from generator.outputs.artifact import Output, just
from generator.outputs.edition import LOCK, Edition
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import ROWS, Links
from generator.outputs.pages.storylines import storylines_in_order
from generator.records.schema import Event
from generator.story.site import Site
from generator.story.timeline import place_in_time

_LANDMARK = 5
_LANDMARKS = 24
_LINES = 24
_NEW = 7
_NEXT = 5
_LATE = 5


def outputs(edition: Edition) -> Iterator[Output]:
    """The home page: the hand-written introduction, then what the records say."""

    def make() -> Page:
        site, go = edition.site, Links(edition, "")
        overdue = (
            edition.language.say("home-overdue", count=len(site.overdue), date=edition.as_of) if site.overdue else ""
        )
        return edition.templates.render(
            "home",
            front_matter("home", edition.language.say("home-title"), timeline=""),
            edition.intro,
            figures=[go.say(f"figure-{name}", count=count) for name, count in _figures(site)],
            landmarks=_landmarks(site),
            new=_news(site),
            upcoming=site.upcoming[:_NEXT],
            late=[promise.event for promise in site.overdue[:_LATE]],
            overdue=overdue,
            storylines=storylines_in_order(edition)[:_LINES],
            go=go,
        )

    inputs = ROWS | {LOCK, ("storylines", "*"), ("intro", "")} | edition.templates.inputs("home")
    yield Output("index.md", just(inputs), make, "content/pages/index.md")


def _landmarks(site: Site) -> list[Event]:
    """What matters most, in order of time; of very many, those that the most independent origins report."""
    found = [event for event in site.standing_events if event.importance >= _LANDMARK]
    if len(found) > _LANDMARKS:
        found = sorted(found, key=lambda event: -len(site.dossiers[event.id].origins))[:_LANDMARKS]
    return sorted(found, key=place_in_time)


def _news(site: Site) -> list[Event]:
    """What was the last to become known, the newest first: of one day, what matters most."""

    def known(event: Event) -> tuple[Instant, int]:
        return (site.dossiers[event.id].current.since or FIRST, event.importance)

    return sorted(site.standing_events, key=known, reverse=True)[:_NEW]


def _figures(site: Site) -> Iterator[tuple[str, int]]:
    """How much there is of what the timeline rests on."""
    timeline = site.timeline
    cited = [article for key, article in timeline.articles.items() if key in timeline.by_article]
    yield "events", len(site.standing_events)
    yield "articles", len(cited)
    yield "outlets", len({article.outlet for article in cited})
    yield "languages", len({article.language for article in cited})
    yield "quotes", len(site.verified_quotes)
