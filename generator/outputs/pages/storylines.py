"""Storyline pages: the threads that events belong to."""

from collections.abc import Iterator

from generator.outputs.artifact import Output
from generator.outputs.edition import Edition
from generator.outputs.pages.links import ROWS, Links
from generator.outputs.pages.lists import list_page
from generator.outputs.pages.subjects import Fact, Subject, subject_page
from generator.records.schema import Storyline


def outputs(edition: Edition) -> Iterator[Output]:
    """One page a storyline, and the index of all of them."""
    for line in edition.site.timeline.storylines.values():
        kin = (line.part_of,) if line.part_of else ()
        began = frozenset({("events", line.starts_with)} if line.starts_with else ())
        subject = Subject("storyline", line.id, line.title, line.summary, kin=kin, inputs=began)
        yield from subject_page(edition, subject, _kicker, _facts)
    yield list_page(edition, "storylines", ROWS | {("storylines", "*")}, _groups, _lead)


def storylines_in_order(edition: Edition) -> list[Storyline]:
    """Storylines by the number of their events, the most first."""
    by_storyline = edition.site.timeline.by_storyline
    return sorted(
        edition.site.timeline.storylines.values(),
        key=lambda line: (-len(by_storyline.get(line.id, ())), edition.plain(line.title)),
    )


def _lead(go: Links) -> str:
    return go.edition.language.say("index-storylines-lead")


def _groups(go: Links) -> list[tuple[str, list[object]]]:
    return [("", [go.storyline_row(line) for line in storylines_in_order(go.edition)])]


def _kicker(go: Links, subject: Subject) -> list[str]:
    return [go.edition.language.say("storyline")]


def _facts(go: Links, subject: Subject) -> Iterator[Fact]:
    timeline = go.edition.site.timeline
    storyline = timeline.storylines[subject.id]
    yield "fact-belongs", go.inline(storyline.includes)
    if storyline.part_of:
        yield "fact-part-of", go.storyline(timeline.storylines[storyline.part_of])
    parts = [go.storyline(other) for other in timeline.parts.get(("storylines", storyline.id), ())]
    if parts:
        yield "fact-parts", go.series(parts)
    if storyline.starts_with:
        yield "fact-starts-with", go.event(timeline.event[storyline.starts_with])
    for era in storyline.eras:
        end = go.when(era.to) if era.to else go.say("era-open")
        span = {"title": go.own(era.title), "from": go.when(era.from_), "to": end}
        yield "fact-era", go.say("era-span", **span)
