"""LINK: ids are resolved, events put in order, and inverses derived; the result is one frozen Timeline."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar

from generator.problems import Problem, Remedy
from generator.records.fields import FORMAT
from generator.records.load import RawRecord
from generator.records.parts import ActorKind, EventKind, Evidence, LoadedWords, RelationKind, Supported, Withdrawal
from generator.records.schema import Actor, Article, Event, Outlet, Place, Storyline
from generator.records.validate import Validated
from generator.records.yaml_tree import Loc
from generator.story.references import Resolved, reference_problems
from generator.story.removed import without_removed
from generator.words.language import load_language

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Link:
    """A typed link of an event to another one; `inverse` where the other one wrote it.

    `about` names the fields that a contradiction concerns, and is empty where it is about the event as a whole.
    """

    event: Event
    relation: RelationKind
    inverse: bool
    about: tuple[Supported, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """All records, resolved: events in order of time, everything else by id, and who refers to what."""

    events: tuple[Event, ...]
    event: Mapping[str, Event]
    articles: Mapping[str, Article]
    outlets: Mapping[str, Outlet]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    storylines: Mapping[str, Storyline]
    kinds: Mapping[str, EventKind]
    actor_kinds: Mapping[str, ActorKind]
    loaded_words: tuple[LoadedWords, ...]
    language: str
    """The language of bare texts, which is the site's own."""
    format: int
    """The version of the record format that the project says it is of; 0 where it says none."""
    links: Mapping[str, tuple[Link, ...]]
    by_article: Mapping[str, tuple[Event, ...]]
    by_actor: Mapping[str, tuple[Event, ...]]
    by_place: Mapping[str, tuple[Event, ...]]
    by_storyline: Mapping[str, tuple[Event, ...]]
    articles_by_outlet: Mapping[str, tuple[Article, ...]]
    origin: Mapping[str, str]
    """Of each article, the id of the outlet whose reporting it goes back to."""
    relayed_from: Mapping[str, tuple[Article, ...]]
    """By outlet, the articles of others whose reporting goes back to it."""
    parts: Mapping[tuple[str, str], tuple[Any, ...]]
    """By kind and id, the records that say that they are part of it."""
    sources: Mapping[tuple[str, str], RawRecord]
    removed: Mapping[tuple[str, str], Withdrawal]
    """(kind, id) of records whose text was removed, with the day and the reason; nothing else of them is here."""
    unread: bool
    """Whether there are events that cannot be read."""
    redirects: Mapping[tuple[str, str], str]
    """(kind, old id) to the id that the record has now."""

    def relays(self, article_id: str) -> tuple[str, ...]:
        """The article and those that it relays, one after the other."""
        return _relayed(article_id, self.articles)


def place_in_time(event: Event) -> tuple[tuple[float, float, float, str], str]:
    """What events are ordered by: the date, then the id."""
    return event.date.sort_key, event.id


def evidence_of(event: Event) -> Iterator[tuple[Loc, Evidence]]:
    """Every piece of evidence in an event, with its place: of the event, of its statuses and of its claims."""
    for number, item in enumerate(event.evidence):
        yield ("evidence", number), item
    for position, state in enumerate(event.status):
        for number, item in enumerate(state.evidence):
            yield ("status", position, "evidence", number), item
    for position, claim in enumerate(event.claims):
        for number, item in enumerate(claim.evidence):
            yield ("claims", position, "evidence", number), item


def cited_in(event: Event) -> list[str]:
    """The article of every piece of evidence in an event, in the same order."""
    cited = [item.article for item in event.evidence]
    for state in event.status:
        cited += [item.article for item in state.evidence]
    for claim in event.claims:
        cited += [item.article for item in claim.evidence]
    return cited


def link_timeline(records: Validated, resolved: Resolved | None = None) -> tuple[Timeline, list[Problem]]:
    """Resolve every id; a reference to nothing is a problem that points at it."""
    problems = list(reference_problems(records, resolved))
    redirects, clashes = _redirects(records)
    kept = without_removed(records, load_language(records.language).say("removed-name"))
    records = kept.records
    problems += clashes
    events = tuple(sorted(records.events.values(), key=place_in_time))
    vocabulary = records.vocabulary.get("vocabulary")
    origin = {key: _origin(key, records.articles) for key in records.articles}
    relaying = (article for article in records.articles.values() if origin[article.id] != article.outlet)
    timeline = Timeline(
        events=events,
        event=MappingProxyType({event.id: event for event in events}),
        articles=MappingProxyType(records.articles),
        outlets=MappingProxyType(records.outlets),
        actors=MappingProxyType(records.actors),
        places=MappingProxyType(records.places),
        storylines=MappingProxyType(records.storylines),
        kinds=MappingProxyType(vocabulary.kinds if vocabulary else {}),
        actor_kinds=MappingProxyType(vocabulary.actor_kinds if vocabulary else {}),
        loaded_words=vocabulary.loaded_words if vocabulary else (),
        language=records.language,
        format=(vocabulary.format or 0) if vocabulary else FORMAT,
        links=_links(events, records.events),
        by_article=_index(events, cited_in),
        by_actor=_index(events, lambda event: (part.actor for part in event.actors)),
        by_place=_index(events, lambda event: _with_parents(event.places, records.places)),
        by_storyline=_index(events, lambda event: _with_parents(event.storylines, records.storylines)),
        articles_by_outlet=_index(
            sorted(records.articles.values(), key=lambda article: (article.published.sort_key, article.id)),
            lambda article: (article.outlet,),
        ),
        origin=MappingProxyType(origin),
        relayed_from=_index(relaying, lambda article: (origin[article.id],)),
        parts=_parts(records),
        sources=MappingProxyType(records.sources),
        removed=MappingProxyType(dict(kept.removed)),
        unread=any(kind == "events" for kind, _ in records.unreadable),
        redirects=redirects,
    )
    return timeline, problems


def _index(items: Iterable[T], keys_of: Any) -> Mapping[str, tuple[T, ...]]:
    """Items by each of their keys, in the order given."""
    index: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys_of(item)):
            index[key].append(item)
    return MappingProxyType({key: tuple(found) for key, found in index.items()})


def _parts(records: Validated) -> Mapping[tuple[str, str], tuple[Any, ...]]:
    parts: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for kind in ("actors", "places", "storylines"):
        for record in getattr(records, kind).values():
            if record.part_of:
                parts[kind, record.part_of].append(record)
    return MappingProxyType({key: tuple(found) for key, found in parts.items()})


def _with_parents(ids: Iterable[str], records: Mapping[str, Any]) -> list[str]:
    """The ids and those that they are part of: what happened in Abu Dhabi happened in the Emirates."""
    found: list[str] = []
    for record_id in ids:
        at: str | None = record_id
        while at is not None and at not in found:
            found.append(at)
            at = records[at].part_of if at in records else None
    return found


def _relayed(article_id: str, articles: Mapping[str, Article]) -> tuple[str, ...]:
    chain: list[str] = []
    at: str | None = article_id
    while at is not None and at in articles and at not in chain:
        chain.append(at)
        at = articles[at].origin
    return tuple(chain)


def _origin(article_id: str, articles: Mapping[str, Article]) -> str:
    """The outlet whose reporting an article goes back to: one that is named, or that of the last article relayed."""
    last = articles[_relayed(article_id, articles)[-1]]
    return last.origin if last.origin and last.origin not in articles else last.outlet


def _links(events: tuple[Event, ...], by_id: Mapping[str, Event]) -> Mapping[str, tuple[Link, ...]]:
    links: dict[str, list[Link]] = defaultdict(list)
    for event in events:
        for related in event.related:
            if related.event in by_id:
                links[event.id].append(Link(by_id[related.event], related.relation, False, related.about))
                links[related.event].append(Link(event, related.relation, True, related.about))
    order = {event.id: position for position, event in enumerate(events)}
    return MappingProxyType(
        {key: tuple(sorted(found, key=lambda link: order[link.event.id])) for key, found in links.items()}
    )


def _redirects(records: Validated) -> tuple[Mapping[tuple[str, str], str], list[Problem]]:
    redirects: dict[tuple[str, str], str] = {}
    problems: list[Problem] = []
    for (kind, record_id), source in records.sources.items():
        if kind == "vocabulary" or record_id not in getattr(records, kind):
            continue
        for number, alias in enumerate(getattr(records, kind)[record_id].aliases):
            holder = alias if alias in getattr(records, kind) else redirects.get((kind, alias))
            if holder:
                message = f"the alias `{alias}` is already the address of `{holder}`: remove one of them."
                remedy = None
                if holder == record_id:
                    message = f"`{alias}` is the record's own id, not one that it had before: remove it."
                    remedy = Remedy("remove", ("aliases", number))
                problems.append(source.problem(("aliases", number), "alias-clash", message, remedy=remedy))
            else:
                redirects[kind, alias] = record_id
    return MappingProxyType(redirects), problems
