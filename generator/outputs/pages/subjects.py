"""What the pages of actors, places and storylines have in common: facts, and the events that they take part in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.outputs.artifact import Output, Words
from generator.outputs.edition import Edition, rows
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.links import Links
from generator.outputs.pages.lists import list_page
from generator.outputs.pages.periods import years_of
from generator.records.schema import Event
from generator.records.texts import Text
from generator.story.dossier import Input
from generator.words.markup import plain_text

Fact = tuple[str, str | Markup]
"""The id of a label, and what stands behind it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A record that events refer to: its kind in the singular, its id, its name, and what is said about it."""

    kind: str
    id: str
    name: Text
    about: Text | None
    also: tuple[str, ...] = ()
    """Its other names."""
    kin: tuple[str, ...] = ()
    """What it is part of."""
    inputs: frozenset[Input] = frozenset()
    """What else its facts tell of."""

    @property
    def folder(self) -> str:
        """The folder of its kind."""
        return f"{self.kind}s"


def subject_page(
    edition: Edition,
    subject: Subject,
    kicker: Callable[[Links, Subject], list[str]],
    facts: Callable[[Links, Subject], Iterator[Fact]],
) -> Output:
    """The page of a record that events refer to."""

    def make() -> Page:
        go = Links(edition, "../")
        events = _events(edition, subject)
        name = edition.plain(subject.name)
        about = plain_text(edition.plain(subject.about)) if subject.about else ""
        parts = [part for part in kicker(go, subject) if part]
        return edition.templates.render(
            "subject",
            front_matter(subject.kind, name, about, timeline=f"{subject.kind}:{subject.id}"),
            subject=subject,
            kicker=" · ".join([*parts, go.count("events", len(events))]),
            facts=list(facts(go, subject)),
            events=events,
            by_year=years_of(events),
            go=go,
        )

    def words() -> Words:
        about = plain_text(edition.plain(subject.about)) if subject.about else ""
        return Words(edition.plain(subject.name), "\n".join(filter(None, [", ".join(subject.also), about])))

    timeline = edition.site.timeline
    kin = {part.id for part in timeline.parts.get((subject.folder, subject.id), ())} | {subject.id, *subject.kin}
    inputs = rows(_events(edition, subject)) | {(subject.folder, one) for one in kin}
    inputs |= edition.templates.inputs("subject") | subject.inputs
    path = f"{subject.folder}/{subject.id}.md"
    return Output(path, inputs, make, edition.site.timeline.sources[subject.folder, subject.id].path, words=words)


def index_page(
    edition: Edition,
    kind: str,
    inputs: frozenset[Input],
    groups: Callable[[Links], Mapping[str, list[tuple[Markup, int]]]],
) -> Output:
    """The index of a kind: links with the number of events behind each, under headings."""

    def counted(go: Links) -> list[tuple[str, list[object]]]:
        return [
            (heading, [go.counted(link, go.count("events", count)) for link, count in items])
            for heading, items in groups(go).items()
            if items
        ]

    return list_page(edition, kind, inputs, counted, lambda go: edition.language.say(f"index-{kind}-lead"))


def _events(edition: Edition, subject: Subject) -> tuple[Event, ...]:
    timeline = edition.site.timeline
    by_id = {"actor": timeline.by_actor, "place": timeline.by_place, "storyline": timeline.by_storyline}
    return by_id[subject.kind].get(subject.id, ())
