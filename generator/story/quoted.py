"""Where on a page each quote stands: it stands once, has an address of its own, and is pointed at from elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.records.parts import Evidence
from generator.story.dossier import Dossier
from generator.story.lock import quote_hash

_ENOUGH = 10
"""Hexadecimal digits that tell the quotes of a page apart."""


def anchor_of(item: Evidence) -> str:
    """The id of a quote on every page: it follows the words and their article, not the place where they stand."""
    return f"q-{quote_hash(f'{item.article} {item.quote}')[:_ENOUGH]}"


@dataclass(frozen=True, slots=True)
class Quoted:
    """The place at which each quote of a page stands, by its id: the name of a list, and the number in it."""

    homes: Mapping[str, tuple[str, int]]

    def stands(self, item: Evidence, place: str, number: int) -> bool:
        """Whether a quote stands here, and not elsewhere on the page."""
        return self.homes.get(anchor_of(item)) == (place, number)


def quoted_in(places: Iterable[tuple[str, Iterable[Evidence]]]) -> Quoted:
    """Let each quote stand at the first of the places that has it."""
    homes: dict[str, tuple[str, int]] = {}
    for place, items in places:
        for number, item in enumerate(items):
            if item.quote:
                homes.setdefault(anchor_of(item), (place, number))
    return Quoted(homes)


def quoted_of(dossier: Dossier) -> Quoted:
    """Where an event's page quotes what: above all reports, in a report, or, if only a claim rests on it, there."""
    reports = [*(report for origin in dossier.origins for report in origin.reports), *dossier.previews]
    claims = [(f"claims-{number}", claim.evidence) for number, claim in enumerate(dossier.event.claims)]
    return quoted_in(
        [
            ("lead", [dossier.leading_quote] if dossier.leading_quote else []),
            *((report.article.id, report.evidence) for report in reports),
            *claims,
            *((report.article.id, report.evidence) for report in dossier.mentions),
        ]
    )
