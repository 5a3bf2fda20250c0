"""From the drafts of articles to a plan: new records, evidence for events that the records have, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.drafting.drafts import Draft
from generator.drafting.grouping import group_of, origins_of, spoken_of
from generator.drafting.known import Records
from generator.drafting.matching import best
from generator.drafting.proposals import Proposal, articles_of, event, evidence, outlets_of
from generator.drafting.told import Source, Told, compared


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


def plan(sources: Sequence[Source], records: Records, retrieved: date | None = None) -> Plan:
    """Propose records for the drafts of articles, the earliest article first."""
    ordered = sorted(sources, key=lambda source: (source.day, source.id))
    origins = origins_of(ordered)
    proposals = [*outlets_of(ordered, records), *articles_of(ordered, origins, retrieved)]
    every = [Told(source, draft, compared(source, draft)) for source in ordered for draft in source.drafts]
    joinings, groups, rows = _divided([told for told in every if not told.draft.is_speech], records)
    spoken: dict[int, list[Told]] = {}
    for told in (told for told in every if told.draft.is_speech):
        number = spoken_of(told, groups)
        if number is None:
            rows.append(Row(told.source.id, "skipped", told.draft.quote, "", "somebody only says it, of no event here"))
        else:
            spoken.setdefault(number, []).append(told)
    taken = {record_id for kind, record_id in records.taken if kind == "events"}
    for number, group in enumerate(groups):
        proposal = event(group, spoken.get(number, ()), records, taken)
        taken.add(proposal.id)
        proposals.append(proposal)
        rows.extend(_rows_of(group, spoken.get(number, ()), proposal.id))
    nothing = (source for source in ordered if not source.drafts)
    rows.extend(Row(source.id, "skipped", "", "", "nothing that happened was found in it") for source in nothing)
    return Plan(tuple(proposals), tuple(joinings), tuple(rows))


def _divided(every: Sequence[Told], records: Records) -> tuple[list[Joining], list[list[Told]], list[Row]]:
    """Part what the records have from what is new, and put together what several articles tell."""
    joinings: list[Joining] = []
    rows: list[Row] = []
    groups: list[list[Told]] = []
    for told in every:
        match = best(told.compared, records.happenings)
        if match is not None:
            joinings.append(Joining(records.events[match], evidence(told)))
            rows.append(Row(told.source.id, "joins", told.draft.quote, records.events[match], "the records have it"))
        elif group := group_of(told, groups):
            group.append(told)
        else:
            groups.append([told])
    return joinings, groups, rows


def _rows_of(group: Sequence[Told], spoken: Sequence[Told], event: str) -> Iterator[Row]:
    for number, told in enumerate(group):
        what, why = ("drafted", "") if number == 0 else ("joined", "tells the same")
        yield Row(told.source.id, what, told.draft.quote, event, why)
    for told in spoken:
        yield Row(told.source.id, "claim", told.draft.quote, event, "somebody says it of this")


def event_of(source: Source, draft: Draft, records: Records) -> tuple[Proposal, str | None]:
    """Propose an event for one draft, and name the event of the records that tells the same, if there is one."""
    told = Told(source, draft, compared(source, draft))
    match = best(told.compared, records.happenings)
    taken = {record_id for kind, record_id in records.taken if kind == "events"}
    return event([told], (), records, taken), None if match is None else records.events[match]
