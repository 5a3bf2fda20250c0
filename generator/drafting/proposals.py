"""From drafts to records: new articles, outlets and events, and evidence for events that the records have."""

# Nothing here reads or writes a file. What nobody can tell from the text stands as a doubt beside its field: whoever
# reviews the draft answers it and deletes the comment.

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rapidfuzz import fuzz

from generator.dates.instants import DAY
from generator.dates.parse import parse_edtf
from generator.drafting.drafts import Draft
from generator.drafting.known import Records, host_of
from generator.drafting.matching import Happening, best, happening, is_relayed, likeness
from generator.drafting.naming import free_event
from generator.drafting.pages import Page
from generator.drafting.titles import working_title

Doubts = dict[tuple[str | int, ...], str]

_MOST = 0.6
"""How much of a speaker's words a name must be: "The Tide" is not "an official who spoke to The Tide"."""
AHEAD = ("announced", "scheduled", "postponed")


@dataclass(frozen=True, slots=True)
class Source:
    """An article to draft from: its id, its page, its day, its outlet's id, and what was drafted of it."""

    id: str
    page: Page
    day: date
    outlet: str
    language: str
    drafts: tuple[Draft, ...]
    is_known: bool = False
    """Whether the records have the article already."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A new record: its kind, id and fields, and what somebody should look at, by the place of a field."""

    kind: str
    id: str
    data: Mapping[str, Any]
    doubts: Mapping[tuple[str | int, ...], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Joining:
    """Evidence that belongs to an event of the records."""

    event: str
    evidence: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one happening, and why: `drafted`, `joined`, `claim`, `joins` (a record), or `skipped`."""

    article: str
    what: str
    words: str
    target: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that drafting proposes."""

    proposals: tuple[Proposal, ...]
    joinings: tuple[Joining, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """One draft with the article that tells it, and what it is compared by."""

    source: Source
    draft: Draft
    compared: Happening


def plan(sources: Sequence[Source], records: Records, retrieved: date | None = None) -> Plan:
    """Propose records for the drafts of articles, the earliest article first."""
    ordered = sorted(sources, key=lambda source: (source.day, source.id))
    origins = _origins(ordered)
    proposals = [*outlets_of(ordered, records), *articles_of(ordered, origins, retrieved)]
    every = [_Told(source, draft, _compared(source, draft)) for source in ordered for draft in source.drafts]
    joinings, groups, rows = _divided([told for told in every if not told.draft.is_speech], records)
    spoken: dict[int, list[_Told]] = {}
    for told in (told for told in every if told.draft.is_speech):
        number = _spoken_of(told, groups)
        if number is None:
            rows.append(Row(told.source.id, "skipped", told.draft.quote, "", "somebody only says it, of no event here"))
        else:
            spoken.setdefault(number, []).append(told)
    taken = {record_id for kind, record_id in records.taken if kind == "events"}
    for number, group in enumerate(groups):
        proposal = _event(group, spoken.get(number, ()), records, taken)
        taken.add(proposal.id)
        proposals.append(proposal)
        rows.extend(_rows_of(group, spoken.get(number, ()), proposal.id))
    nothing = (source for source in ordered if not source.drafts)
    rows.extend(Row(source.id, "skipped", "", "", "nothing that happened was found in it") for source in nothing)
    return Plan(tuple(proposals), tuple(joinings), tuple(rows))


def _divided(every: Sequence[_Told], records: Records) -> tuple[list[Joining], list[list[_Told]], list[Row]]:
    """Part what the records have from what is new, and put together what several articles tell."""
    joinings: list[Joining] = []
    rows: list[Row] = []
    groups: list[list[_Told]] = []
    for told in every:
        match = best(told.compared, records.happenings)
        if match is not None:
            joinings.append(Joining(records.events[match], _evidence(told)))
            rows.append(Row(told.source.id, "joins", told.draft.quote, records.events[match], "the records have it"))
        elif group := _group_of(told, groups):
            group.append(told)
        else:
            groups.append([told])
    return joinings, groups, rows


def _rows_of(group: Sequence[_Told], spoken: Sequence[_Told], event: str) -> Iterator[Row]:
    for number, told in enumerate(group):
        what, why = ("drafted", "") if number == 0 else ("joined", "tells the same")
        yield Row(told.source.id, what, told.draft.quote, event, why)
    for told in spoken:
        yield Row(told.source.id, "claim", told.draft.quote, event, "somebody says it of this")


def _spoken_of(told: _Told, groups: Sequence[Sequence[_Told]]) -> int | None:
    """The number of the happening that what somebody said is about: the likest one that the same article tells."""
    scored = [
        (
            len(told.compared.actors & one.compared.actors),
            fuzz.token_set_ratio(told.compared.words, one.compared.words),
            -number,
        )
        for number, group in enumerate(groups)
        for one in group
        if one.source.id == told.source.id
    ]
    return -max(scored)[2] if scored else None


def event_of(source: Source, draft: Draft, records: Records) -> tuple[Proposal, str | None]:
    """Propose an event for one draft, and name the event of the records that tells the same, if there is one."""
    told = _Told(source, draft, _compared(source, draft))
    match = best(told.compared, records.happenings)
    taken = {record_id for kind, record_id in records.taken if kind == "events"}
    return _event([told], (), records, taken), None if match is None else records.events[match]


def days_of(draft: Draft, day: date) -> tuple[str, float, float]:
    """The EDTF of a draft's date, and its first and last day since 1970.

    What has no day of its own lies after the article's day where it is still to come, and before it where it is not.
    """
    written = draft.date or (f"[{day}..]" if draft.status in AHEAD else f"[..{day}]")
    edtf = parse_edtf(written)
    return written, edtf.first_day.epoch_seconds / DAY, edtf.last_day.epoch_seconds / DAY


def _compared(source: Source, draft: Draft) -> Happening:
    _, first, last = days_of(draft, source.day)
    known = [one.known.id for one in draft.mentions if one.known and one.known.kind == "actors"]
    return happening(first, last, known or [name.lower() for name in draft.actors], draft.quote)


def _group_of(told: _Told, groups: list[list[_Told]]) -> list[_Told] | None:
    """The drafts of other articles that tell the same happening."""
    scored = [
        (score, -number)
        for number, group in enumerate(groups)
        if all(one.source.id != told.source.id for one in group)
        and (score := max(likeness(told.compared, one.compared) for one in group)) > 0
    ]
    return groups[-max(scored)[1]] if scored else None


def _origins(sources: Sequence[Source]) -> dict[str, str]:
    """The article that each nearly equal later one relays."""
    origins: dict[str, str] = {}
    for number, source in enumerate(sources):
        earlier = (one for one in sources[:number] if one.id not in origins and one.outlet != source.outlet)
        relayed = next((one for one in earlier if is_relayed(one.page.text, source.page.text)), None)
        if relayed:
            origins[source.id] = relayed.id
    return origins


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


def _evidence(told: _Told) -> dict[str, Any]:
    draft = told.draft
    return kept({"article": told.source.id, "quote": " ".join(draft.quote.split()), "date_words": _words(draft)})


def _words(draft: Draft) -> str | None:
    return " ".join(draft.date_words.split()) if draft.date_words else None


def _event(group: Sequence[_Told], spoken: Sequence[_Told], records: Records, taken: set[str]) -> Proposal:
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
        "evidence": [_evidence(told) for told in group if told not in previews],
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


def _status(draft: Draft, source: Source, previews: Sequence[_Told]) -> Any:
    if not previews:
        return None if draft.status == "occurred" else draft.status
    states = [
        {"is": told.draft.status, "since": str(told.source.day), "evidence": [_evidence(told)]} for told in previews
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


def _claims(group: Sequence[_Told], records: Records) -> Iterator[dict[str, Any]]:
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
                "evidence": [_evidence(told)],
            }
        )


def whole_name(words: str, kind: str, records: Records) -> str | None:
    """The record that most of some words are the name of."""
    named = (one for one in records.names.mentions(words) if one.known and one.known.kind == kind)
    return next((one.known.id for one in named if one.known and len(one.words) > _MOST * len(words)), None)


def _ids(draft: Draft, kind: str) -> Iterator[str]:
    return (one.known.id for one in draft.mentions if one.known and one.known.kind == kind)
