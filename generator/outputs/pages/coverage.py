"""Who reported an event when: outlets by how long after the first report theirs came, and what announced it apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from generator.outputs.pages.links import Links
from generator.story.dossier import Dossier
from generator.story.provenance import Report
from generator.words.date_words import gap_in_words

Kind = Literal["preview", "first", "later"]
_PREVIEW: Kind = "preview"


@dataclass(frozen=True, slots=True)
class Lag:
    """Reports that came at one time: when, the distance in words, if any, and their outlets."""

    kind: Kind
    date: Markup
    words: Markup
    outlets: Markup


def coverage_of(go: Links, dossier: Dossier) -> list[Lag]:
    """Reports in the order in which they were out, those of one day together; nothing where there is only one."""
    reports = {report.article.id: report for origin in dossier.origins for report in origin.reports}
    ordered = [reports[article.id] for article in dossier.articles if article.id in reports]
    if len(ordered) + len(dossier.previews) < 2:
        return []
    groups: dict[tuple[Kind, Markup, Markup], list[Report]] = {}
    previews = [(_PREVIEW, one) for one in dossier.previews]
    for kind, report in (*previews, *_counted(dossier, ordered)):
        words = go.say("event-first") if kind == "first" else _gap(go, report)
        groups.setdefault((kind, go.when(report.article.published), words), []).append(report)
    return [Lag(kind, date, words, _outlets(go, of)) for (kind, date, words), of in groups.items()]


def _counted(dossier: Dossier, reports: list[Report]) -> Iterator[tuple[Kind, Report]]:
    for report in reports:
        yield "first" if report.article in dossier.first else "later", report


def _gap(go: Links, report: Report) -> Markup:
    return Markup.escape(gap_in_words(report.gap, go.edition.language)) if report.gap else Markup("")


def _outlets(go: Links, reports: list[Report]) -> Markup:
    outlets = {report.outlet.id: report.outlet for report in reports}
    return go.series(go.outlet(outlet) for outlet in outlets.values())
