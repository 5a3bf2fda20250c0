"""Actor pages: who takes part, and in what."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.outputs.pages.links import Words, country_name
from generator.outputs.pages.subjects import Fact, render_index, render_subject
from generator.records.schema import Actor
from generator.story.site import Page, Site

_KINDS = {"state": "States", "organisation": "Organisations", "group": "Groups", "person": "People"}


def render(site: Site) -> Iterator[Page]:
    """One page an actor, and the index of all actors by kind."""
    timeline, go = site.timeline, Words(site, "../")
    for actor in timeline.actors.values():
        # A state is its own country.
        country = country_name(actor.country) if actor.kind != "state" else ""
        yield render_subject(
            site,
            ("actors", actor.id),
            name=actor.name,
            about=actor.about,
            kicker=[actor.kind.capitalize(), country],
            facts=_facts(go, actor),
            events=timeline.by_actor.get(actor.id, ()),
        )
    by_kind = {
        heading: sorted((actor for actor in timeline.actors.values() if actor.kind == kind), key=lambda a: str(a.name))
        for kind, heading in _KINDS.items()
    }
    groups = {
        heading: [(go.actor(actor), len(timeline.by_actor.get(actor.id, ()))) for actor in actors]
        for heading, actors in by_kind.items()
    }
    yield render_index(site, "actors", "Actors", "Who takes part in the events.", groups)


def _facts(go: Words, actor: Actor) -> Iterator[Fact]:
    actors = go.site.timeline.actors
    if actor.also_known_as:
        yield "Also known as", ", ".join(actor.also_known_as)
    if actor.part_of:
        yield "Part of", go.actor(actors[actor.part_of])
    members = [go.actor(other) for other in actors.values() if other.part_of == actor.id]
    if members:
        yield "Includes", go.series(members)
    if actor.wikidata:
        yield "Wikidata", Markup(f"[{actor.wikidata}](https://www.wikidata.org/wiki/{actor.wikidata})")
