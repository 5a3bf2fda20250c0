"""The texts of the timeline's data: what labels, cards, panels and the search in the drawing say."""

import json
from collections.abc import Sequence
from math import floor
from typing import Any

from generator.dates.instants import DAY, Instant
from generator.outputs.edition import Edition
from generator.outputs.notes import SEPARATOR, disputes_in_words, origins_in_words
from generator.story.dossier import Dossier
from generator.story.known import known_from
from generator.story.quotes import leading_quote
from generator.story.rows import Row
from generator.words.date_words import date_in_words
from generator.words.language import Wording
from generator.words.markup import plain_text

FEW = 4


def texts(edition: Edition, rows: Sequence[Row]) -> dict[str, Any]:
    """What labels, cards and the free-text filter show of some rows, in parallel columns.

    `quoted` and `settled` are days after the row was known: from when its quote was out, and from when all was that is
    told of the event today (its summary, and how well it is established).
    """
    plain, language = edition.plain, edition.language
    quotes = [_leading_quote(edition, row) for row in rows]
    known = [whole_day(row.version.since) for row in rows]
    # Of a version of the past nothing is told but what it said itself.
    today = [row.dossier if row.version.is_current else None for row in rows]
    return {
        "id": [row.dossier.event.id for row in rows],
        "title": [plain(row.version.title) for row in rows],
        "date": [date_in_words(row.version.date, language) for row in rows],
        "summary": [plain_text(plain(now.event.summary)) if now and now.event.summary else "" for now in today],
        "notes": [_notes(edition, now) if now else "" for now in today],
        "origins": [len(now.origins) if now else None for now in today],
        "outlets": [_outlets(edition, now) if now else "" for now in today],
        "quote": [quote.text for quote, _, _ in quotes],
        "quoteLanguage": [quote.language for quote, _, _ in quotes],
        "source": [source for _, source, _ in quotes],
        "quoted": [max(0, out - day) for (_, _, out), day in zip(quotes, known, strict=True)],
        "settled": [
            max(0, whole_day(now.settled) - day) if now else None for now, day in zip(today, known, strict=True)
        ],
    }


def _notes(edition: Edition, dossier: Dossier) -> str:
    """What is disputed about an event, and how many origins report it."""
    notes = [*disputes_in_words(dossier, edition.language), origins_in_words(dossier, edition.language)]
    return SEPARATOR.join(notes)


def _outlets(edition: Edition, dossier: Dossier) -> str:
    """The outlets whose reports count, the first few by name."""
    say, names = edition.language.say, [edition.plain(outlet.name) for outlet in dossier.outlets]
    few = say("list-separator").join(names[:FEW])
    return few if len(names) <= FEW else say("list-and-more", names=few, count=len(names) - FEW)


def _leading_quote(edition: Edition, row: Row) -> tuple[Wording, str, int]:
    """The words that stand for a row, their outlet, and the day on which they were out; or empty texts."""
    articles = edition.site.timeline.articles
    item = leading_quote(row.version, articles)
    if item is None or item.quote is None:
        return Wording("", ""), "", 0
    article = articles[item.article]
    outlet = edition.plain(edition.site.timeline.outlets[article.outlet].name)
    return Wording(item.quote, article.language), outlet, whole_day(known_from(article.published))


def whole_day(known: Instant | None) -> int:
    """Days since 1970 of the day on which something was surely known; whoever asks for a day means its evening."""
    return floor(known.epoch_seconds / DAY) if known and known.is_finite else 0


def dump(data: object) -> str:
    """The data as JSON, as short as can be."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
