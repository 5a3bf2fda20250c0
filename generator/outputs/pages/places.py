"""Place pages: where things happen."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.outputs.pages.links import Words, country_name
from generator.outputs.pages.subjects import Fact, render_index, render_subject
from generator.records.schema import Place
from generator.story.site import Page, Site


def render(site: Site) -> Iterator[Page]:
    """One page a place, and the index of all places by country."""
    timeline, go = site.timeline, Words(site, "../")
    for place in timeline.places.values():
        yield render_subject(
            site,
            ("places", place.id),
            name=place.name,
            about=place.about,
            kicker=["Place", country_name(place.country)],
            facts=_facts(go, place),
            events=timeline.by_place.get(place.id, ()),
        )
    groups: dict[str, list[tuple[Markup, int]]] = {}
    for place in sorted(timeline.places.values(), key=lambda p: (not p.country, country_name(p.country), str(p.name))):
        heading = country_name(place.country) or "No country recorded"
        groups.setdefault(heading, []).append((go.place(place), len(timeline.by_place.get(place.id, ()))))
    yield render_index(site, "places", "Places", "Where the events happen, by country.", groups)


def _facts(go: Words, place: Place) -> Iterator[Fact]:
    places = go.site.timeline.places
    if place.part_of:
        yield "Part of", go.place(places[place.part_of])
    inside = [go.place(other) for other in places.values() if other.part_of == place.id]
    if inside:
        yield "Includes", go.series(inside)
    if place.lat is not None and place.lon is not None:
        north, east = "N" if place.lat >= 0 else "S", "E" if place.lon >= 0 else "W"
        yield "Coordinates", f"{abs(place.lat):g}° {north}, {abs(place.lon):g}° {east}"
    if place.wikidata:
        yield "Wikidata", Markup(f"[{place.wikidata}](https://www.wikidata.org/wiki/{place.wikidata})")
