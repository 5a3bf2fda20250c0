"""What differs between two sites, as data: changes hold what was and what is, and no words of ours."""

from dataclasses import dataclass
from typing import Literal

from generator.dates.edtf import Edtf
from generator.records.texts import Text

What = Literal[
    "gone",
    "merged",
    "text-removed",
    "withdrawn",
    "reinstated",
    "disputed",
    "undisputed",
    "unestablished",
    "single-source",
    "corroborated",
    "origins",
    "date",
    "status",
    "overdue",
    "not-overdue",
    "added",
    "renamed-away",
    "renamed",
    "title",
    "claim-lost",
    "claim-gained",
    "claim-changed",
    "evidence-lost",
    "evidence-gained",
    "evidence-changed",
    "evidence-scope",
    "quote-unverified",
    "quote-verified",
    "relation-lost",
    "relation-gained",
    "states",
    "summary",
    "corrected",
    "field",
    "lost",
    "gained",
]
"""The kinds of change, the most consequential first; each is a message of the catalogue, `change-…`."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the catalogue, by the id of its message."""

    message: str


@dataclass(frozen=True, slots=True)
class Name:
    """A record as it is called."""

    kind: str
    id: str
    name: "Text | str"


@dataclass(frozen=True, slots=True)
class Cited:
    """What an article says: who published it and when, its very words or ours, and whether the lock holds these.

    `verified` is None where it need not be said.
    """

    outlet: Text
    day: Edtf
    words: Text | str
    is_quote: bool
    verified: bool | None


@dataclass(frozen=True, slots=True)
class Said:
    """A claim: who says it, and what."""

    speaker: Name | Text
    text: Text
    stance: Word


@dataclass(frozen=True, slots=True)
class Related:
    """A relation to another event."""

    relation: Word
    event: Name


Value = None | int | str | Text | Edtf | Word | Name | Cited | Said | Related | tuple["Value", ...]
"""What was or what is; a bare text is data of a record, such as an id or an address."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs; `about` is the field or the part that it concerns, `how` says more in words."""

    what: What
    before: Value = None
    after: Value = None
    about: str = ""
    how: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """A record and all that differs of it; `file` is its path in the project, and of one that went, where it was."""

    kind: str
    id: str
    name: Text | str
    file: str
    is_here: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the site, from its top, that appears, vanishes, or sends readers on to another one."""

    address: str
    what: Literal["vanishes", "moves", "appears"]
    to: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs: records with events first, the most consequential first among these; then addresses."""

    records: tuple[Changed, ...]
    addresses: tuple[Address, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether readers see no difference."""
        return not self.records and not self.addresses
