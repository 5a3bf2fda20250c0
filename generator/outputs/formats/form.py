"""What the form for a new event knows: the ids and names of the records, the schema's rules, and the words it says."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.dates.bounds import SEASON_MONTHS
from generator.ids import ID_PATTERN, MAX_LENGTH
from generator.outputs.artifact import Output, just
from generator.outputs.edition import Edition, every
from generator.outputs.formats.drawing_text import dump
from generator.project import CONTENT
from generator.records.text_rules import text_rules
from generator.words.browser import Message, browser_messages
from generator.words.catalogue import nearest_file

_KINDS = ("events", "articles", "outlets", "actors", "places", "storylines")
_DATES = ("date-", "year-", "years-", "decade", "some-", "unknown-", "season-")
_RULES = (
    *("events.title", "events.date", "events.kind", "events.status", "events.importance", "events.summary"),
    *("events.evidence.quote", "events.evidence.says", "events.evidence.date_words"),
    *("articles.url", "articles.title", "articles.published", "articles.language"),
)
FILE = "data/form.json"


def outputs(edition: Edition) -> Iterator[Output]:
    """One file, which only the form fetches, when it is first used."""
    inputs = every(*_KINDS, "vocabulary") | {("words", edition.language.tag)}
    yield Output(FILE, just(inputs), lambda: dump(_data(edition)))


def _data(edition: Edition) -> dict[str, Any]:
    language = edition.language
    rules = {**text_rules("events"), **text_rules("articles")}
    kind = {**rules["events.kind"], "enum": list(edition.site.timeline.kinds)}
    spoken, _ = nearest_file("form", language.tag)
    return {
        "language": spoken,
        "messages": _messages(language.tag),
        "months": [language.month(number) for number in range(1, 13)],
        "seasons": {str(number): months for number, months in SEASON_MONTHS.items()},
        "folder": CONTENT,
        "rules": {name: rules[name] for name in _RULES}
        | {"events.kind": kind}
        | {"id": {"maxLength": MAX_LENGTH, "pattern": f"^{ID_PATTERN}$"}},
        "records": {kind: [[key, name] for key, name in sorted(_named(edition, kind))] for kind in _KINDS},
    }


def _named(edition: Edition, kind: str) -> Iterator[tuple[str, str]]:
    timeline = edition.site.timeline
    if kind == "events":
        return ((event.id, edition.plain(event.title)) for event in timeline.events)
    if kind == "articles":
        return ((key, article.title or key) for key, article in timeline.articles.items())
    if kind == "storylines":
        return ((key, edition.plain(line.title)) for key, line in timeline.storylines.items())
    return ((key, edition.plain(record.name)) for key, record in getattr(timeline, kind).items())


@cache  # of the code, as the rules
def _messages(language: str) -> dict[str, Message]:
    """The form's own messages, and those that tell dates."""
    dates = browser_messages(nearest_file("dates", language)[1])
    own = browser_messages(nearest_file("form", language)[1])
    told = browser_messages(nearest_file("records", language)[1])
    joined = {key: told[key] for key in told if key.startswith(("series-comma", "status-"))}
    return {**joined, **{key: text for key, text in dates.items() if key.startswith(_DATES)}, **own}
