"""Synthetic stories of any size, the same for every timeline that is measured."""

# Made with the generator's own models and data format, so that what is measured is what a site would publish.

import json
import random
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from generator.dates.parse import parse_edtf
from generator.outputs.edition import Edition
from generator.outputs.formats.drawing import columns
from generator.outputs.formats.drawing_text import texts
from generator.outputs.formats.words import outputs as word_files
from generator.records.parts import EventKind, Evidence, Participant, Relation, State
from generator.records.schema import Actor, Article, Event, Outlet, Place, Storyline
from generator.records.texts import Text
from generator.story.site import site_of
from generator.story.timeline import Timeline

WORDS = [
    "council",
    "treaty",
    "harbour",
    "minister",
    "border",
    "talks",
    "signs",
    "rejects",
    "visits",
    "opens",
    "agreement",
    "energy",
    "court",
    "budget",
]
FIRST = date(1996, 1, 1)
STATUSES = ["occurred", "announced", "scheduled", "unconfirmed", "cancelled"]


def _name(text_: str) -> Text:
    return Text.model_construct(by_language={"en": text_})


def story(count: int, seed: int = 7) -> Edition:
    """An edition of `count` events over thirty years, with outlets, actors, places, storylines and relations."""
    chance = random.Random(seed)
    articles: dict[str, Article] = {}
    events: list[Event] = []
    for number in range(count):
        events.append(_event(chance, number, events, articles))
    events.sort(key=lambda event: (event.date.sort_key, event.id))
    by_line: dict[str, list[Event]] = {}
    for event in events:
        by_line.setdefault(event.storylines[0], []).append(event)
    empty: Any = MappingProxyType({})
    timeline = Timeline(
        events=tuple(events),
        event={event.id: event for event in events},
        articles=articles,
        outlets={
            f"outlet-{n}": Outlet.model_construct(id=f"outlet-{n}", name=_name(f"Outlet {n}"), country="GB")
            for n in range(60)
        },
        actors={
            f"actor-{n}": Actor.model_construct(id=f"actor-{n}", name=_name(f"Actor {n}"), kind="person")
            for n in range(120)
        },
        places={
            f"place-{n}": Place.model_construct(id=f"place-{n}", name=_name(f"Place {n}"), part_of=None)
            for n in range(50)
        },
        storylines={
            f"line-{n}": Storyline.model_construct(
                id=f"line-{n}", title=_name(f"Line {n}"), eras=(), part_of=None, colour=None, includes=_name("All.")
            )
            for n in range(12)
        },
        kinds={
            f"kind-{n}": EventKind.model_construct(label=_name(f"Kind {n}"), colour=f"#{n * 20 + 40:02x}5a96")
            for n in range(8)
        },
        actor_kinds=empty,
        loaded_words=(),
        language="en",
        format=1,
        links=empty,
        by_article=empty,
        by_actor=empty,
        by_place=empty,
        by_storyline={key: tuple(found) for key, found in by_line.items()},
        articles_by_outlet=empty,
        origin={key: article.outlet for key, article in articles.items()},
        relayed_from=empty,
        parts=empty,
        sources=empty,
        removed=empty,
        unread=False,
        redirects=empty,
    )
    return Edition(site_of(timeline, {}, parse_edtf("2026-11-23").earliest), (), "", frozenset())


def _event(chance: random.Random, number: int, earlier: list[Event], articles: dict[str, Article]) -> Event:
    """An event with its articles, which are added to `articles`; some relate to an earlier event."""
    # Stories come in waves: most days are quiet, some are crowded.
    day = FIRST + timedelta(days=int(11_000 * chance.betavariate(1.4, 1) + chance.gauss(0, 20)))
    span = f"{day}/{day + timedelta(days=chance.randrange(3, 400))}"
    (edtf,) = chance.choices([day.isoformat(), day.isoformat()[:7], span], [85, 8, 7])
    cited = []
    for place in range(chance.choice([1, 1, 1, 2, 2, 3, 5])):
        article = _article(chance, f"article-{number}-{place}", day)
        articles[article.id] = article
        cited.append(
            Evidence.model_construct(
                article=article.id, quote=None, says=_name("So."), supports=(), date_words=None, basis="text"
            )
        )
    if chance.random() < 0.1:
        states: tuple[State, ...] = (
            State.model_construct(is_="scheduled", since=None, title=None, date=None, evidence=(cited[0],)),
            State.model_construct(is_="occurred", since=None, title=None, date=None, evidence=(cited[-1],)),
        )
    else:
        status: Any = chance.choices(STATUSES, [80, 6, 8, 4, 2])[0]
        states = (State.model_construct(is_=status, since=None, title=None, date=None, evidence=()),)
    related: tuple[Relation, ...] = ()
    if earlier and chance.random() < 0.2:
        related = (Relation.model_construct(event=chance.choice(earlier).id, relation="follows"),)
    title = " ".join(chance.choices(WORDS, k=7)).capitalize() + f" {number}"
    return Event.model_construct(
        id=f"{day}-{number}",
        title=_name(title),
        date=parse_edtf(edtf),
        status=states,
        kind=f"kind-{chance.randrange(8)}",
        summary=_name(f"{title}. " * 2),
        actors=tuple(
            Participant.model_construct(actor=f"actor-{int(120 * chance.random() ** 2)}", role=None)
            for _ in range(chance.randrange(1, 4))
        ),
        places=(f"place-{chance.randrange(50)}",),
        storylines=(f"line-{int(12 * chance.random() ** 2)}",),
        importance=chance.choices([1, 2, 3, 4, 5], [15, 25, 45, 12, 3])[0],
        evidence=tuple(cited),
        claims=(),
        related=related,
        corrections=(),
        withdrawn=None,
    )


def _article(chance: random.Random, key: str, day: date) -> Article:
    published = day + timedelta(days=chance.randrange(0, 4))
    return Article.model_construct(
        id=key,
        outlet=f"outlet-{chance.randrange(60)}",
        published=parse_edtf(published.isoformat()),
        language=chance.choice(["en", "en", "fr", "ar"]),
        origin=None,
        title="A headline",
        url=None,
    )


def data_files(edition: Edition, chunk: int = 200) -> dict[str, Any]:
    """Our data files by name, as the generator writes them."""
    rows = edition.site.rows
    files: dict[str, Any] = {"timeline.json": columns(edition)}
    files.update((file.path.removeprefix("data/"), json.loads(file.artifact().text)) for file in word_files(edition))
    for number, start in enumerate(range(0, len(rows), chunk)):
        files[f"timeline/text-{number}.json"] = texts(edition, rows[start : start + chunk])
    return files


def peer_items(edition: Edition) -> list[dict[str, Any]]:
    """The same events as items with `id`, `content`, `start` and, for ranges, `end` (ISO days)."""
    items = []
    for number, event in enumerate(edition.site.standing_events):
        item = {"id": number, "content": edition.plain(event.title), "start": event.date.earliest.date_iso()}
        if event.date.latest.seconds - event.date.earliest.seconds > 86_400:
            item["end"] = event.date.latest.date_iso()
        items.append(item)
    return items
