"""A number or a name in our words stands in the words that are quoted for them, where the texts are held."""

import re
from collections.abc import Iterable, Iterator

from generator.checks import Finding
from generator.records.parts import Evidence
from generator.records.schema import Actor, Event
from generator.records.texts import Text
from generator.records.yaml_tree import Loc
from generator.story.quotes import fold
from generator.story.site import Site
from generator.story.timeline import Timeline, evidence_of
from generator.words.date_words import words_of
from generator.words.language import load_language
from generator.words.markup import plain_text

CODE = "unheld-figures"
LEVEL = "warning"
RECORD = ("events", "2031-05-02-fees")
HASH = "7e75a56fea98917ee9f8201b7e47597e32525018c85c31ff6c8e7b2d6ffdff6e"
AROUND = {
    "content/evidence.lock/2031-05-02-harbour-post-treaty.jsonl": (
        f'{{"article": "2031-05-02-harbour-post-treaty", "quote": "{HASH}", "snapshot": "", "offset": 9,'
        ' "verified": "2031-05-09"}\n'
    )
}
PASSES = """\
title: The ports lower their fees
date: 2031-05-02
kind: agreement
summary: Fees fall by 30 per cent from June.
evidence:
  - {article: 2031-05-02-harbour-post-treaty, quote: fees will fall by 30 per cent in June}
"""
FAILS = """\
title: The ports lower their fees
date: 2031-05-02
kind: agreement
summary: Fees fall by 40 per cent from June, says Orsk.
evidence:
  - {article: 2031-05-02-harbour-post-treaty, quote: fees will fall by 30 per cent in June}
"""

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
# A capital within a sentence; the first word has one whatever it is.
_NAME = re.compile(r"(?<=[^\W.!?:] )[A-Z]\w{2,}|(?<=, )[A-Z]\w{2,}")
_STEM = 4  # letters that "Norway" and "Norwegian" share, and more


def check(site: Site) -> Iterator[Finding]:
    """Yield each summary and claim with a number or a name that none of its quotes holds, if all its texts are held."""
    timeline = site.timeline
    held = {article for article, _ in site.lock}
    for event in timeline.events:
        for loc, text, evidence in _texts(event):
            if not evidence or not all(item.article in held for item in evidence):
                continue
            figures = [found for words in text.by_language.values() for found in _figures(fold(plain_text(words)))]
            if not figures:
                continue
            carried = fold(" ".join([*_carried(event, evidence, timeline)])).casefold()
            lacking = (found for found in figures if not _is_in(found, carried))
            missing = next((found for found in lacking if not _is_of_somebody(found, carried, timeline)), None)
            if missing:
                message = f"no quote here holds “{missing}”: quote the words that do, or leave it out of our own."
                yield Finding(("events", event.id), loc, message)


def _texts(event: Event) -> Iterator[tuple[Loc, Text, list[Evidence]]]:
    """Our own words about an event that rest on evidence, and that evidence."""
    if event.summary:
        yield ("summary",), event.summary, [item for _, item in evidence_of(event)]
    for number, claim in enumerate(event.claims):
        yield ("claims", number, "text"), claim.text, list(claim.evidence)


def _carried(event: Event, evidence: Iterable[Evidence], timeline: Timeline) -> Iterator[str]:
    """What carries a text: quotes, words of dates, headlines; and whom, where and when the record says itself.

    With actors and outlets come their countries: "the President of the United States" needs no quote.
    """
    country = load_language(timeline.language).country
    yield words_of(event.date)
    for item in evidence:
        yield from (words for words in (item.quote, item.date_words) if words)
        if article := timeline.articles.get(item.article):
            yield from (article.title or "", words_of(article.published))
            if outlet := timeline.outlets.get(article.outlet):
                yield from (*outlet.name.by_language.values(), country(outlet.country) if outlet.country else "")
    ids = [*(part.actor for part in event.actors), *(claim.speaker for claim in event.claims if claim.speaker)]
    for key in ids:
        if actor := timeline.actors.get(key):
            yield from (*_names(actor), country(actor.country) if actor.country else "")
    for key in event.places:
        if place := timeline.places.get(key):
            yield from place.name.by_language.values()


def _figures(words: str) -> Iterator[str]:
    """The numbers in some words, then the names."""
    yield from (found.group() for found in _NUMBER.finditer(words))
    yield from (found.group() for found in _NAME.finditer(words))


def _is_in(found: str, text: str) -> bool:
    """Say whether a number stands in a folded text as such, or a name by its stem, as "Norway" in "Norwegian"."""
    if found[0].isdecimal():
        return re.search(rf"(?<!\d){re.escape(found)}(?!\d)", text) is not None
    return re.search(rf"(?<!\w){re.escape(found[:_STEM].casefold())}", text) is not None


def _is_of_somebody(found: str, text: str, timeline: Timeline) -> bool:
    """Say whether a name is of somebody whom a text calls by another of their names: "US" is the United States."""
    for actor in timeline.actors.values():
        names = [fold(name).casefold() for name in _names(actor)]
        if _is_in(found, " ".join(names)):
            known = [*names, *(name.split()[-1] for name in names if actor.kind == "person")]
            if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in known):
                return True
    return False


def _names(actor: Actor) -> list[str]:
    return [*actor.name.by_language.values(), *actor.also_known_as]
