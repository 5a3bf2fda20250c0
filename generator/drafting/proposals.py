"""New records, as drafts and articles propose them: outlets, articles and events."""

# Nothing here reads or writes a file. What nobody can tell from the text stands as a doubt beside its field: whoever
# reviews the draft answers it and deletes the comment.

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.drafting.drafts import Draft
from generator.drafting.known import Records, host_of
from generator.drafting.naming import free_event
from generator.drafting.titles import working_title
from generator.drafting.told import AHEAD, Source, Told, days_of

Doubts = dict[tuple[str | int, ...], str]

_MOST = 0.6
"""How much of a speaker's words a name must be: "The Tide" is not "an official who spoke to The Tide"."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A new record: its kind, id and fields, and what somebody should look at, by the place of a field."""

    kind: str
    id: str
    data: Mapping[str, Any]
    doubts: Mapping[tuple[str | int, ...], str] = field(default_factory=dict)


def outlets_of(sources: Sequence[Source], records: Records) -> Iterator[Proposal]:
    """Propose a record for each outlet that the records lack."""
    seen = {record_id for kind, record_id in records.taken if kind == "outlets"}
    for source in sources:
        if source.outlet in seen:
            continue
        seen.add(source.outlet)
        url = f"https://{host_of(source.page.url)}/" if source.page.url else None
        data = {"name": source.page.outlet or source.outlet, "url": url, "language": source.language}
        doubts: Doubts = {
            ("name",): "the outlet's own name, and whether it is a new one; its country, where it is known"
        }
        yield Proposal("outlets", source.outlet, kept(data), doubts)


def articles_of(sources: Sequence[Source], origins: Mapping[str, str], retrieved: date | None) -> Iterator[Proposal]:
    """Propose a record for each article that the records lack."""
    for source in sources:
        if source.is_known:
            continue
        page = source.page
        data = {
            "title": page.title,
            "outlet": source.outlet,
            "url": page.url,
            "published": f"{source.day}~" if page.basis == "guessed" else str(source.day),
            "published_basis": "inferred: the page does not say when it was published"
            if page.basis == "guessed"
            else None,
            "retrieved": str(retrieved) if retrieved and page.url else None,
            "language": source.language,
            "authors": list(page.authors) or None,
            "origin": origins.get(source.id),
        }
        doubts: Doubts = {}
        if page.basis == "guessed":
            doubts[("published",)] = "guessed from the page; write the day that the article gives"
        if source.id in origins:
            doubts[("origin",)] = "the two texts are nearly the same; name the agency here if it is one"
        yield Proposal("articles", source.id, kept(data), doubts)


def kept(data: Mapping[str, Any]) -> dict[str, Any]:
    """What of a record's fields holds anything."""
    return {key: value for key, value in data.items() if value not in (None, "", (), [])}


def evidence(told: Told) -> dict[str, Any]:
    """What an article tells as evidence of an event: the clause, and the words for the date."""
    draft = told.draft
    return kept({"article": told.source.id, "quote": " ".join(draft.quote.split()), "date_words": _words(draft)})


def _words(draft: Draft) -> str | None:
    return " ".join(draft.date_words.split()) if draft.date_words else None


def event(group: Sequence[Told], spoken: Sequence[Told], records: Records, taken: set[str]) -> Proposal:
    """One event of all that tell it: what foretold it stands below the state that it foretold."""
    leading = min(group, key=lambda told: (told.draft.date is None, told.draft.status in AHEAD, len(told.draft.quote)))
    draft, source = leading.draft, leading.source
    written, _, _ = days_of(draft, source.day)
    previews = [told for told in group if told.draft.status in AHEAD and draft.status not in AHEAD]
    title = working_title(draft)
    kind, is_sure = records.kinds.of(draft.quote)
    actors = list(dict.fromkeys(one for told in group for one in _ids(told.draft, "actors")))
    data: dict[str, Any] = {
        "title": title,
        "date": written,
        "status": _status(draft, source, previews),
        "kind": kind,
        "actors": actors,
        "places": list(dict.fromkeys(one for told in group for one in _ids(told.draft, "places"))),
        "evidence": [evidence(told) for told in group if told not in previews],
        "claims": list(_claims([*group, *spoken], records)),
    }
    own_words = "the text's own words: say what happened in the site's own, neutral ones"
    doubts: Doubts = {("title",): "; ".join([own_words, *(" ".join(one.split()) for one in draft.doubts)])}
    if not is_sure:
        doubts[("kind",)] = "which kind?"
    doubts.update(_doubts_of_date(draft, source))
    if proposed := sorted({one.words for told in group for one in told.draft.mentions if one.known is None}):
        place = ("actors",) if actors else ("evidence",)
        doubts[place] = f"no record has these names: {', '.join(' '.join(name.split()) for name in proposed[:8])}"
    for number in range(len(data["claims"])):
        doubts["claims", number, "text"] = (
            "what they say, in the site's own words; leave the claim out if it is only who told it"
        )
    return Proposal("events", free_event(written, title, taken), kept(data), doubts)


def _status(draft: Draft, source: Source, previews: Sequence[Told]) -> Any:
    if not previews:
        return None if draft.status == "occurred" else draft.status
    states = [
        {"is": told.draft.status, "since": str(told.source.day), "evidence": [evidence(told)]} for told in previews
    ]
    merged: list[dict[str, Any]] = []
    for state in states:
        if merged and merged[-1]["is"] == state["is"]:
            merged[-1]["evidence"].extend(state["evidence"])
        else:
            merged.append(state)
    return [*merged, {"is": draft.status, "since": str(source.day)}]


def _doubts_of_date(draft: Draft, source: Source) -> Iterable[tuple[tuple[str | int, ...], str]]:
    words = _words(draft)
    if draft.date is None:
        yield ("date",), f"the text names no day (“{words}”)" if words else "the text names no day"
    elif not draft.stated:
        yield ("date",), f"from “{words}” and the article's day, {source.day}"
    if draft.status != "occurred":
        yield ("status",), "from the words of the clause; has it happened since?"


def _claims(group: Sequence[Told], records: Records) -> Iterator[dict[str, Any]]:
    for told in group:
        speaker = told.draft.speaker
        if speaker is None:
            continue
        said_by = whole_name(speaker.name, "actors", records) or speaker.name
        via = whole_name(speaker.via or "", "outlets", records)
        yield kept(
            {
                "said_by": said_by,
                "via": via,
                "text": " ".join(told.draft.quote.split()),
                "stance": "supports",
                "evidence": [evidence(told)],
            }
        )


def whole_name(words: str, kind: str, records: Records) -> str | None:
    """The record that most of some words are the name of."""
    named = (one for one in records.names.mentions(words) if one.known and one.known.kind == kind)
    return next((one.known.id for one in named if one.known and len(one.words) > _MOST * len(words)), None)


def _ids(draft: Draft, kind: str) -> Iterator[str]:
    return (one.known.id for one in draft.mentions if one.known and one.known.kind == kind)
