"""What needs work: each line a small task for a contributor."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.outputs.pages.links import Words, front_matter
from generator.records.schema import Article, Event
from generator.story.evidence import unverified_quotes
from generator.story.provenance import date_basis, is_overdue, standing_of
from generator.story.site import Page, Site
from generator.story.timeline import evidence_of


@dataclass(frozen=True)
class Task:
    """A kind of task and the pages that it waits on."""

    title: str
    what: str
    items: list[Markup]


def render(site: Site) -> Iterator[Page]:
    """The page of open tasks."""
    tasks = [*_event_tasks(site), *_article_tasks(site)]
    body = site.template.render("needs_work", front_matter("needs-work", "What needs work"), tasks=tasks)
    yield Page("needs-work.md", body)


def _event_tasks(site: Site) -> Iterator[Task]:
    timeline = site.timeline
    rules: list[tuple[str, str, Callable[[Event], bool]]] = [
        (
            "One origin only",
            "All reports go back to one source. Find an article that reports it on its own account.",
            lambda event: standing_of(event, timeline) == "reported",
        ),
        (
            "Without a quote",
            "No article's own words stand here. Find an article's text and quote the few words that carry the point.",
            lambda event: not any(item.quote for _, item in evidence_of(event)),
        ),
        (
            "With an inferred date",
            "No quote gives the date, and no words of an article for it are recorded. Add `date_words`, or a quote.",
            lambda event: date_basis(event).kind == "inferred",
        ),
        (
            "Overdue",
            "It should have happened by now. Find out what became of it.",
            lambda event: is_overdue(event, timeline, site.today),
        ),
        (
            "With an unverified quote",
            "A quote was not found in its article, or changed since. Run `dateline verify` with the text at hand.",
            lambda event: bool(unverified_quotes(event, site.lock)),
        ),
    ]
    go = Words(site, "")
    for title, what, applies in rules:
        yield Task(title, what, [go.event(event) for event in site.standing_events if applies(event)])


def _article_tasks(site: Site) -> Iterator[Task]:
    rules: list[tuple[str, str, Callable[[Article], bool]]] = [
        (
            "Articles without an archived copy",
            "Pages disappear. Save the page in a web archive and put its address in `archived`.",
            lambda article: bool(article.url) and not article.archived,
        ),
        (
            "Articles without a headline",
            "The article's own headline is not recorded. Open the article and copy it, word for word.",
            lambda article: article.title is None,
        ),
        (
            "Articles without a certain date",
            "The day of publication is not known exactly. Look for it on the page.",
            lambda article: (
                article.published.precision != "day" or article.published.approximate or article.published.uncertain
            ),
        ),
    ]
    go = Words(site, "")
    for title, what, applies in rules:
        found = filter(applies, site.timeline.articles.values())
        yield Task(title, what, [go.headline(article) for article in found])
