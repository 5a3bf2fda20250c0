"""Place pages: where things happen."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.outputs.artifact import Output
from generator.outputs.edition import Edition, every
from generator.outputs.pages.links import Links
from generator.outputs.pages.subjects import Counted, Fact, Subject, index_page, subject_page
from generator.records.schema import Place


def outputs(edition: Edition) -> Iterator[Output]:
    """One page a place, and the index of all places by country."""
    for place in edition.site.timeline.places.values():
        kin = (place.part_of,) if place.part_of else ()
        yield from subject_page(edition, Subject("place", place.id, place.name, place.about, kin=kin), _kicker, _facts)
    yield from index_page(edition, "places", every("places", "events"), _groups)


def _kicker(go: Links, subject: Subject) -> list[str]:
    return [str(go.say("place")), go.country(go.edition.site.timeline.places[subject.id].country)]


def _groups(edition: Edition) -> dict[str, list[Counted]]:
    timeline, go = edition.site.timeline, Links(edition, "../")
    by_country = sorted(
        timeline.places.values(),
        key=lambda place: (not place.country, go.country(place.country), edition.plain(place.name)),
    )
    groups: dict[str, list[Counted]] = {}
    for place in by_country:
        heading = go.country(place.country) or edition.language.say("no-country")
        groups.setdefault(heading, []).append(_counted(edition, place))
    return groups


def _counted(edition: Edition, place: Place) -> Counted:
    events = len(edition.site.timeline.by_place.get(place.id, ()))
    return Counted(edition.plain(place.name), lambda go: go.place(place), events)


def _facts(go: Links, subject: Subject) -> Iterator[Fact]:
    timeline = go.edition.site.timeline
    places = timeline.places
    place = places[subject.id]
    if place.part_of:
        yield "fact-part-of", go.place(places[place.part_of])
    inside = [go.place(other) for other in timeline.parts.get(("places", place.id), ())]
    if inside:
        yield "fact-includes", go.series(inside)
    if place.lat is not None and place.lon is not None:
        north, east = int(place.lat >= 0), int(place.lon >= 0)
        lat, lon = f"{abs(place.lat):g}", f"{abs(place.lon):g}"
        yield "fact-coordinates", go.edition.language.say("coordinates", lat=lat, north=north, lon=lon, east=east)
    if place.wikidata:
        yield "fact-wikidata", Markup(f"[{place.wikidata}](https://www.wikidata.org/wiki/{place.wikidata})")
