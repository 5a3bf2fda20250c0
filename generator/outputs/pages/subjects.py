"""What the pages of actors, places and storylines have in common: facts, and the events that they take part in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.outputs.artifact import Output
from generator.outputs.edition import Edition, rows
from generator.outputs.page import Page, front_matter
from generator.outputs.pages.letters import Letters, Named
from generator.outputs.pages.links import Links
from generator.outputs.pages.lists import list_page
from generator.outputs.pages.long_lists import LongList, event_entries
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


FEW = 6
"""So many events need less than a whole drawing's height; the theme has a height for each number of them."""


def subject_page(
    edition: Edition,
    subject: Subject,
    kicker: Callable[[Links, Subject], list[str]],
    facts: Callable[[Links, Subject], Iterator[Fact]],
) -> Iterator[Output]:
    """The page of a record that events refer to, and those of its years where they are too many for one."""
    path = f"{subject.folder}/{subject.id}"
    entries = event_entries(_events(edition, subject), edition)
    events = LongList(edition, path, f"{path}.md", edition.plain(subject.name), "events", entries)

    def make() -> Page:
        go = Links(edition, "../")
        name = edition.plain(subject.name)
        about = plain_text(edition.plain(subject.about)) if subject.about else ""
        parts = [part for part in kicker(go, subject) if part]
        few = {"few": max(1, len(entries))} if len(entries) <= FEW else {}
        return edition.templates.render(
            "subject",
            front_matter(subject.kind, name, about, timeline=f"{subject.kind}:{subject.id}", **few),
            subject=subject,
            kicker=" · ".join([*parts, go.count("events", len(events.entries))]),
            facts=list(facts(go, subject)),
            events=events,
            go=go,
        )

    def inputs() -> frozenset[Input]:
        parts = edition.site.timeline.parts.get((subject.folder, subject.id), ())
        kin = {*(part.id for part in parts), subject.id, *subject.kin}
        told = edition.templates.inputs("subject") | subject.inputs
        return rows(_events(edition, subject)) | {(subject.folder, one) for one in kin} | told

    source = edition.site.timeline.sources[subject.folder, subject.id].path
    yield Output(f"{path}.md", inputs, make, source)
    yield from events.pages_if_divided()


@dataclass(frozen=True, slots=True)
class Counted:
    """A record in the index of its kind: its name, the link to it, and how many are behind that, of what."""

    name: str
    link: Callable[[Links], Markup]
    count: int
    of: str = "events"

    @property
    def named(self) -> Named:
        """It as a line."""
        return Named(self.name, lambda go: go.counted(self.link(go), go.count(self.of, self.count)))


def index_page(
    edition: Edition,
    kind: str,
    inputs: frozenset[Input],
    groups: Callable[[Edition], Mapping[str, list[Counted]]],
    lead: Callable[[Links], str] | None = None,
) -> Iterator[Output]:
    """The index of a kind: links with the number of what is behind each, under headings, or from A to Z."""
    headed = {heading: [one.named for one in items] for heading, items in groups(edition).items() if items}
    letters = Letters(edition, kind, tuple(one for items in headed.values() for one in items), inputs)

    def lines(go: Links) -> list[tuple[str, list[Markup]]]:
        if letters.is_divided:
            return [(edition.language.say("list-a-z"), letters.lines(go))]
        return [(heading, [one.line(go) for one in items]) for heading, items in headed.items()]

    yield list_page(edition, kind, inputs, lines, lead or (lambda go: edition.language.say(f"index-{kind}-lead")))
    yield from letters.pages()


def _events(edition: Edition, subject: Subject) -> tuple[Event, ...]:
    timeline = edition.site.timeline
    by_id = {"actor": timeline.by_actor, "place": timeline.by_place, "storyline": timeline.by_storyline}
    return by_id[subject.kind].get(subject.id, ())
