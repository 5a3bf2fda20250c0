"""Who reported what how long after the first: of each event that matters, the earliest report of each outlet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from statistics import median_low

from generator.records.schema import Event, Outlet
from generator.story.dossier import Dossier
from generator.story.provenance import Report

MATTERS = 4
"""The least importance of an event that is shown."""
EVENTS = 30
OUTLETS = 16


@dataclass(frozen=True, slots=True)
class Lag:
    """An outlet's earliest report of an event: whether it was among the first, and the days after these.

    `days` is None where they are not known; `exact` says that it is not merely the least.
    """

    report: Report
    first: bool
    days: int | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Lags:
    """Outlets by how many of the events they report, events in order of time, and the lags by both their ids."""

    outlets: tuple[Outlet, ...]
    events: tuple[Event, ...]
    of: dict[tuple[str, str], Lag]

    @property
    def median(self) -> int | None:
        """The days within which half of the later reports came; None where no lag is known."""
        days = [lag.days for lag in self.of.values() if not lag.first and lag.days is not None]
        return median_low(days) if days else None


def lags_of(dossiers: Iterable[Dossier]) -> Lags:
    """The lags of the events that most outlets report, and of the outlets that report most of these."""
    matters = [
        dossier
        for dossier in dossiers
        if dossier.event.importance >= MATTERS and not dossier.event.withdrawn and len(dossier.outlets) > 1
    ]
    widely = sorted(matters, key=lambda dossier: (-len(dossier.outlets), -dossier.event.importance))[:EVENTS]
    ids = {dossier.event.id for dossier in widely}  # to compare whole dossiers takes long
    chosen = [dossier for dossier in matters if dossier.event.id in ids]
    counted = Counter(outlet.id for dossier in chosen for outlet in dossier.outlets)
    names = {outlet.id: outlet for dossier in chosen for outlet in dossier.outlets}
    most = sorted(counted, key=lambda key: (-counted[key], key))[:OUTLETS]
    found = {
        (outlet, dossier.event.id): lag
        for dossier in chosen
        for outlet, lag in _of(dossier).items()
        if outlet in set(most)
    }
    events = {event for _, event in found}
    return Lags(
        tuple(names[key] for key in most),
        tuple(dossier.event for dossier in chosen if dossier.event.id in events),
        found,
    )


def _of(dossier: Dossier) -> dict[str, Lag]:
    """Each outlet's earliest report: dossiers have articles in the order in which they were surely out."""
    reports = {report.article.id: report for origin in dossier.origins for report in origin.reports}
    found: dict[str, Lag] = {}
    for article in dossier.articles:
        if article.id in reports:
            report = reports[article.id]
            found.setdefault(report.outlet.id, _lag(report, article in dossier.first))
    return found


def _lag(report: Report, first: bool) -> Lag:
    if first:
        return Lag(report, first, 0, exact=True)
    gap = report.gap
    if gap is None or not isfinite(gap.shortest):
        return Lag(report, first, None, exact=False)
    days = max(0, int(gap.shortest))
    return Lag(report, first, days, exact=gap.shortest == gap.longest and not gap.approximate)
