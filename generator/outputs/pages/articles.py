"""Article pages: what was published where, and what it is cited for."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from generator.outputs.artifact import Output
from generator.outputs.edition import DAY, LOCK, Edition, every
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import Links
from generator.outputs.pages.lists import list_page
from generator.outputs.pages.long_lists import LongList, article_entries
from generator.records.schema import Article
from generator.story.dossier import Input
from generator.story.provenance import distinct
from generator.story.quoted import quoted_in
from generator.story.timeline import evidence_of


def outputs(edition: Edition) -> Iterator[Output]:
    """One page an article, and the index of all articles by year, the newest first."""
    timeline = edition.site.timeline
    for article in timeline.articles.values():
        source = timeline.sources["articles", article.id].path
        inputs, make = partial(_inputs, edition, article), partial(_article, edition, article)
        yield Output(f"articles/{article.id}.md", inputs, make, source)
    yield list_page(edition, "articles", every("articles", "outlets"), _groups, _lead)
    yield from _all(edition).pages_if_divided()


def _inputs(edition: Edition, article: Article) -> frozenset[Input]:
    timeline = edition.site.timeline
    origin = timeline.origin[article.id]
    events = timeline.by_article.get(article.id, ())
    return edition.templates.inputs("article") | {
        *(("articles", relayed) for relayed in timeline.relays(article.id)),
        *(("outlets", outlet) for outlet in (article.outlet, origin)),
        *(("events", event.id) for event in events),
        DAY,
        LOCK,
    }


def _article(edition: Edition, article: Article) -> Page:
    timeline = edition.site.timeline
    go = Links(edition, "../")
    name = go.article_name(article)
    cited = [
        (event, distinct(item for _, item in evidence_of(event) if item.article == article.id))
        for event in timeline.by_article.get(article.id, ())
    ]
    return edition.templates.render(
        "article",
        front_matter("article", name),
        article=article,
        name=name,
        outlet=timeline.outlets[article.outlet],
        origin=go.origin(article),
        cited=cited,
        quoted=quoted_in((event.id, items) for event, items in cited),
        go=go,
    )


def _newest(edition: Edition) -> list[Article]:
    articles = edition.site.timeline.articles.values()
    return sorted(articles, key=lambda article: (article.published.sort_key, article.id), reverse=True)


def _all(edition: Edition) -> LongList:
    """All articles, the newest first."""
    title = edition.language.say("index-articles")
    entries = article_entries(_newest(edition), edition)
    return LongList(edition, "articles/year", "articles/index.md", title, "articles", entries)


def _groups(go: Links) -> Iterator[tuple[str, list[Markup]]]:
    articles = _all(go.edition)
    if articles.is_divided:
        yield go.edition.language.say("list-by-year"), articles.lines(go)
    else:
        for year in articles.years:
            yield year.name or go.year(None), [entry.line(go) for entry in year.entries]


def _lead(go: Links) -> str:
    articles = go.edition.site.timeline.articles.values()
    languages = {article.language for article in articles}
    counts = {"articles": go.count("articles", len(articles)), "languages": go.count("languages", len(languages))}
    return go.edition.language.say("index-articles-lead", **counts)
