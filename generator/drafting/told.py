"""What an article tells: it with its drafts, and a draft with the article that tells it."""

from dataclasses import dataclass
from datetime import date

from generator.dates.instants import DAY
from generator.dates.parse import parse_edtf
from generator.drafting.drafts import Draft
from generator.drafting.matching import Happening, happening
from generator.drafting.pages import Page

AHEAD = ("announced", "scheduled", "postponed")
"""The states of what is still to come."""


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
class Told:
    """One draft with the article that tells it, and what it is compared by."""

    source: Source
    draft: Draft
    compared: Happening


def days_of(draft: Draft, day: date) -> tuple[str, float, float]:
    """The EDTF of a draft's date, and its first and last day since 1970.

    What has no day of its own lies after the article's day where it is still to come, and before it where it is not.
    """
    written = draft.date or (f"[{day}..]" if draft.status in AHEAD else f"[..{day}]")
    edtf = parse_edtf(written)
    return written, edtf.first_day.epoch_seconds / DAY, edtf.last_day.epoch_seconds / DAY


def compared(source: Source, draft: Draft) -> Happening:
    _, first, last = days_of(draft, source.day)
    known = [one.known.id for one in draft.mentions if one.known and one.known.kind == "actors"]
    return happening(first, last, known or [name.lower() for name in draft.actors], draft.quote)
