"""Actor pages: who takes part, and in what."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.outputs.artifact import Output
from generator.outputs.edition import Edition, every
from generator.outputs.pages.links import Links
from generator.outputs.pages.subjects import Counted, Fact, Subject, index_page, subject_page
from generator.records.schema import ACTOR_KINDS, Actor


def outputs(edition: Edition) -> Iterator[Output]:
    """One page an actor, and the index of all actors by kind."""
    for actor in edition.site.timeline.actors.values():
        kin = (actor.part_of,) if actor.part_of else ()
        # What the vocabulary adds to the kinds of actor stands below the heading.
        subject = Subject("actor", actor.id, actor.name, actor.about, actor.also_known_as, kin)
        yield from subject_page(edition, subject, _kicker, _facts)
    yield from index_page(edition, "actors", every("actors", "events", "vocabulary"), _groups)


def _kicker(go: Links, subject: Subject) -> list[str]:
    actor = go.edition.site.timeline.actors[subject.id]
    # A state is its own country.
    return [_kind(go.edition, actor.kind), go.country(actor.country) if actor.kind != "state" else ""]


def _kind(edition: Edition, kind: str) -> str:
    added = edition.site.timeline.actor_kinds.get(kind)
    return edition.plain(added.label) if added else edition.language.say(f"actor-kind-{kind}")


def _groups(edition: Edition) -> dict[str, list[Counted]]:
    timeline = edition.site.timeline
    headings = {kind: edition.language.say(f"actors-{kind}") for kind in ACTOR_KINDS}
    headings |= {kind: edition.plain(added.label) for kind, added in timeline.actor_kinds.items()}
    groups: dict[str, list[Counted]] = {}
    for kind, heading in headings.items():
        found = [actor for actor in timeline.actors.values() if actor.kind == kind]
        found.sort(key=lambda actor: edition.plain(actor.name))
        groups[heading] = [_counted(edition, actor) for actor in found]
    return groups


def _counted(edition: Edition, actor: Actor) -> Counted:
    events = len(edition.site.timeline.by_actor.get(actor.id, ()))
    return Counted(edition.plain(actor.name), lambda go: go.actor(actor), events)


def _facts(go: Links, subject: Subject) -> Iterator[Fact]:
    timeline = go.edition.site.timeline
    actors = timeline.actors
    actor: Actor = actors[subject.id]
    if actor.also_known_as:
        yield "fact-also-known-as", ", ".join(actor.also_known_as)
    if actor.part_of:
        yield "fact-part-of", go.actor(actors[actor.part_of])
    members = [go.actor(other) for other in timeline.parts.get(("actors", actor.id), ())]
    if members:
        yield "fact-includes", go.series(members)
    if actor.wikidata:
        yield "fact-wikidata", Markup(f"[{actor.wikidata}](https://www.wikidata.org/wiki/{actor.wikidata})")
