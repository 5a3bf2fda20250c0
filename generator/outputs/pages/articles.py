"""Article pages: what was published where, and what it is cited for."""

from collections.abc import Iterator

from generator.outputs.pages.links import Words, article_name, front_matter, plural
from generator.records.schema import Article
from generator.story.site import Page, Site
from generator.story.timeline import evidence_of


def render(site: Site) -> Iterator[Page]:
    """One page an article, and the index of all articles by year, the newest first."""
    timeline = site.timeline
    for article in timeline.articles.values():
        yield Page(f"articles/{article.id}.md", _article(site, article), timeline.sources["articles", article.id].path)
    go = Words(site, "../")
    newest = sorted(
        timeline.articles.values(), key=lambda article: (article.published.sort_key, article.id), reverse=True
    )
    groups: dict[str, list[object]] = {}
    for article in newest:
        groups.setdefault(str(article.published.anchor.year), []).append(go.article_row(article))
    languages = {article.language for article in newest}
    lead = f"{plural(len(newest), 'article')} in {plural(len(languages), 'language')}, the newest first."
    head = front_matter("articles", "Articles", lead)
    body = site.template.render("list", head, title="Articles", lead=lead, groups=list(groups.items()))
    yield Page("articles/index.md", body)


def _article(site: Site, article: Article) -> str:
    timeline = site.timeline
    name = article_name(article, site)
    cited = []
    for event in timeline.by_article.get(article.id, ()):
        items = {(item.quote, item.says): item for _, item in evidence_of(event) if item.article == article.id}
        cited.append((event, list(items.values())))
    go = Words(site, "../")
    return site.template.render(
        "article",
        front_matter("article", name),
        article=article,
        name=name,
        outlet=timeline.outlets[article.outlet],
        origin=go.origin(article),
        cited=cited,
        site=site,
        go=go,
    )
