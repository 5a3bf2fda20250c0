"""Outlet pages: who publishes, what of it is cited, and who relays it."""

from collections.abc import Iterator

from generator.outputs.pages.links import Words, country_name, front_matter, language_name, plural
from generator.records.schema import Outlet
from generator.story.provenance import origin_of
from generator.story.site import Page, Site


def render(site: Site) -> Iterator[Page]:
    """One page an outlet, and the index of all outlets by country."""
    timeline = site.timeline
    for outlet in timeline.outlets.values():
        yield Page(f"outlets/{outlet.id}.md", _outlet(site, outlet), timeline.sources["outlets", outlet.id].path)
    go = Words(site, "../")
    groups: dict[str, list[object]] = {}
    by_country = sorted(
        timeline.outlets.values(),
        key=lambda outlet: (outlet.country is None, country_name(outlet.country), str(outlet.name).lower()),
    )
    for outlet in by_country:
        count = plural(len(timeline.articles_by_outlet.get(outlet.id, ())), "article")
        country = country_name(outlet.country) or "Country not recorded"
        groups.setdefault(country, []).append(go.counted(go.outlet(outlet), count))
    lead = f"{plural(len(timeline.outlets), 'outlet')} by country."
    head = front_matter("outlets", "Outlets", lead)
    body = site.template.render("list", head, title="Outlets", lead=lead, groups=list(groups.items()))
    yield Page("outlets/index.md", body)


def _outlet(site: Site, outlet: Outlet) -> str:
    timeline = site.timeline
    articles = timeline.articles_by_outlet.get(outlet.id, ())
    relayed = [
        article
        for article in timeline.articles.values()
        if article.outlet != outlet.id and origin_of(article, timeline) == outlet.id
    ]
    ids = {event.id for article in articles for event in timeline.by_article.get(article.id, ())}
    facts = [country_name(outlet.country), language_name(outlet.language) if outlet.language else ""]
    counts = [plural(len(articles), "article"), plural(len(ids), "event")]
    return site.template.render(
        "outlet",
        front_matter("outlet", str(outlet.name)),
        outlet=outlet,
        kicker=" · ".join([fact for fact in facts if fact] + counts),
        articles=articles,
        relayed=relayed,
        events=[event for event in timeline.events if event.id in ids],
        site=site,
        go=Words(site, "../"),
    )
