"""What was said to be coming: by whom, since when, until when, and what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.dates.edtf import Edtf
from generator.dates.instants import DAY, Instant
from generator.records.parts import Claim, Participant
from generator.records.schema import Event
from generator.story.dossier import Dossier
from generator.story.known import Version

Fate = Literal["awaited", "overdue", "postponed", "cancelled", "unconfirmed", "kept", "fulfilled", "superseded"]
"""What became of a promise: it came to pass itself (kept), or another event did what was promised (fulfilled)."""

_AFTER: dict[str, Fate] = {"occurred": "kept", "ongoing": "kept", "cancelled": "cancelled", "postponed": "postponed"}


@dataclass(frozen=True, slots=True)
class Promise:
    """An event that was said to be coming, as it was last said, and what became of it on a day."""

    dossier: Dossier
    said: Version
    """The last of its versions in which it was still to come."""
    fate: Fate
    answers: tuple[Event, ...]
    """The events that fulfil or supersede it."""
    days_late: int | None
    """Whole days, at the least, from the last on which it could have been in time to when it came, or to today; None
    where it is not known to be late.
    """

    @property
    def event(self) -> Event:
        """The event that was promised."""
        return self.dossier.event

    @property
    def is_open(self) -> bool:
        """Whether nothing is known yet of what became of it."""
        return self.fate in ("awaited", "overdue", "postponed")

    @property
    def since(self) -> Edtf | None:
        """When it was first said to be coming; None where nothing tells."""
        return self.dossier.first_announced

    @property
    def due(self) -> Edtf | None:
        """The date that was last named for it, if there is a day by which it should have come.

        Of what is no longer awaited only a state's own date tells what was named then.
        """
        named = self.said.is_current or self.said.state.date is not None
        return self.said.date if named and self.said.date.last_day.is_finite else None

    @property
    def by(self) -> tuple[Participant | Claim, ...]:
        """Who promised: those to whom the record gives a role; or else who spoke of it while it could be a promise.

        That is what was surely out before the day by which it should have come, or came; who disputes it promises
        nothing.
        """
        event = self.event
        in_roles = tuple(part for part in event.actors if part.role)
        return in_roles or tuple(claim for claim in event.claims if claim.stance != "disputes" and self._in_time(claim))

    def _in_time(self, claim: Claim) -> bool:
        cited = {item.article for item in claim.evidence}
        published = (article.published for article in self.dossier.articles if article.id in cited)
        days = [(self.due or self.event.date).last_day]
        came = (*self.answers, self.event) if self.fate == "kept" else self.answers
        days += (event.date.first_day for event in came if event.date.first_day.is_finite)
        return any(day.last_day < min(days) for day in published)


def promises_of(dossiers: Iterable[Dossier], today: Instant) -> Iterator[Promise]:
    """Find what was ever said to be coming, in the order given; what was withdrawn promises nothing."""
    for dossier in dossiers:
        said = [version for version in dossier.versions if version.is_coming or version.state.is_ == "postponed"]
        if not said or dossier.event.withdrawn:
            continue
        links = [link for link in dossier.links if link.inverse and not link.event.withdrawn]
        fulfilled = tuple(link.event for link in links if link.relation == "fulfils")
        answers = (*fulfilled, *(link.event for link in links if link.relation == "supersedes"))
        fate = _fate(dossier, "fulfilled" if fulfilled else "superseded")
        coming = [version for version in said if version.is_coming]
        last = (coming or said)[-1]
        yield Promise(dossier, last, fate, answers, _days_late(last, fate, dossier, fulfilled, today))


def what_matters_first(promises: Iterable[Promise]) -> list[Promise]:
    """Put first what matters most: by importance, then by how many origins tell of it, then by how late it is."""
    return sorted(
        promises,
        key=lambda promise: (-promise.event.importance, -len(promise.dossier.origins), -(promise.days_late or 0)),
    )


def _fate(dossier: Dossier, answered: Fate) -> Fate:
    now = dossier.current
    if now.is_coming or now.state.is_ == "postponed":
        if dossier.answered is not None:
            return answered
        return "postponed" if now.state.is_ == "postponed" else "overdue" if dossier.is_overdue else "awaited"
    return _AFTER.get(now.state.is_, "unconfirmed")


def _days_late(said: Version, fate: Fate, dossier: Dossier, fulfilled: tuple[Event, ...], today: Instant) -> int | None:
    """How many days passed since the last that was named: until it came, where it did, or until today."""
    if fate == "overdue":
        came = today
    elif fate == "kept":
        came = dossier.event.date.first_day
    elif fate == "fulfilled":
        came = min(event.date.first_day for event in fulfilled)
    else:
        return None
    due = said.date.last_day
    if not (due.is_finite and came.is_finite) or came <= due:
        return None
    return int((came.seconds - due.seconds) // DAY)
