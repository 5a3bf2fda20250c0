"""What needs work: each line a small task for a contributor."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from generator.outputs.artifact import Output, just
from generator.outputs.edition import LOCK, Edition, every
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import ROWS, Links
from generator.outputs.pages.long_lists import MOST
from generator.records.schema import Article
from generator.story.dossier import Dossier

_CONTRIBUTE = "contribute.md"
_EVENT_TASKS: tuple[tuple[str, Callable[[Dossier], bool]], ...] = (
    ("work-unestablished", lambda dossier: dossier.standing == "unestablished"),
    ("work-one-origin", lambda dossier: dossier.standing == "reported"),
    ("work-no-quote", lambda dossier: not dossier.quotes),
    ("work-inferred", lambda dossier: dossier.date_basis.kind == "inferred"),
    ("work-overdue", lambda dossier: dossier.is_overdue),
    ("work-unverified", lambda dossier: bool(dossier.unverified)),
    ("work-isolated", lambda dossier: not dossier.links),
)
_ARTICLE_TASKS: tuple[tuple[str, Callable[[Article], bool]], ...] = (
    ("work-not-archived", lambda article: bool(article.url) and not article.archived),
    ("work-no-headline", lambda article: article.title is None),
    ("work-no-date", lambda article: not article.published.is_exact or article.published.precision != "day"),
)


@dataclass(frozen=True)
class Task:
    """A kind of task, by the id of its words, and the records that wait on it."""

    id: str
    items: Sequence[Any]
    line: Callable[[Any], Markup]
    most: int = MOST
    """How many of them the page has room for; the others come up as these are done."""

    @property
    def shown(self) -> list[Markup]:
        """Links to those that the page shows."""
        return [self.line(record) for record in self.items[: self.most]]

    @property
    def more(self) -> int:
        """How many others wait."""
        return max(0, len(self.items) - self.most)


def outputs(edition: Edition) -> Iterator[Output]:
    """The page of open tasks."""

    def make() -> Page:
        head = front_matter("needs-work", edition.language.say("work-title"))
        how = _CONTRIBUTE if _CONTRIBUTE in edition.hand_written else ""
        return edition.templates.render("needs_work", head, tasks=_that_fit(list(_tasks(edition))), how=how)

    inputs = ROWS | every("storylines") | {LOCK, ("pages", _CONTRIBUTE)} | edition.templates.inputs("needs_work")
    yield Output("needs-work.md", just(inputs), make)


def _that_fit(tasks: list[Task]) -> list[Task]:
    """The tasks with as many lines each as one page has room for."""
    if sum(len(task.items) for task in tasks) <= MOST:
        return tasks
    return [replace(task, most=MOST // len(tasks)) for task in tasks]


def _tasks(edition: Edition) -> Iterator[Task]:
    site, go = edition.site, Links(edition, "")
    dossiers = [site.dossiers[event.id] for event in site.standing_events]
    for task, concerns_event in _EVENT_TASKS:
        yield Task(task, [dossier.event for dossier in dossiers if concerns_event(dossier)], go.event)
    unmet = [line for line in site.timeline.storylines.values() if not site.timeline.by_storyline.get(line.id)]
    yield Task("work-unmet", unmet, go.storyline)
    for task, concerns_article in _ARTICLE_TASKS:
        yield Task(task, [*filter(concerns_article, site.timeline.articles.values())], go.headline)
