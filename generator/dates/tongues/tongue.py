"""What the words of one language mean for time, as the reader of expressions looks them up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Value = int | str | None

_FOLD = str.maketrans(
    {"’": "'", "ʼ": "'", "׳": "'", "״": '"', "\u0640": None, "أ": "ا", "إ": "ا", "آ": "ا", "ё": "е"}
    | dict.fromkeys([*range(0x064B, 0x0653), *range(0x0591, 0x05BE), *range(0x05BF, 0x05C8)])
)


def folded(text: str) -> str:
    """Return a word as it is looked up: in lower case, without signs of vowels, one form of letters that vary."""
    return text.lower() if text.isascii() else text.lower().translate(_FOLD)


class Sense(NamedTuple):
    """What a word or phrase may mean: the name of its kind (see `generator.dates.tokens.CODES`) and its value."""

    kind: str
    value: Value = None
    weak: bool = False
    """Whether the word means something else as often ("may", "march", "sat"), so that its neighbours decide."""
    many: bool = False
    """Whether it says several of what it names: "weeks"."""
    more: tuple["Sense", ...] = ()
    """What else the word says: a dual ("عامين") is the number two, and then the years."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words of one language: phrases of one or more words (in lower case) to what they mean.

    `will` and `was` are words from which the tense of a clause is told; the endings and beginnings are those of verbs.
    """

    code: str
    phrases: Mapping[tuple[str, ...], Sense]
    starts: Mapping[str, int]
    """The first words of phrases, to the number of words of the longest phrase that begins so."""
    short: frozenset[str] = frozenset()
    """Shortened names of months and weekdays, which a full stop may follow."""
    will: frozenset[str] = frozenset()
    was: frozenset[str] = frozenset()
    past_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    future_starts: tuple[str, ...] = ()
    be: frozenset[str] = frozenset()
    """Forms of the verb that make a future with \"to\": \"is to meet\"."""
    agreed: frozenset[str] = frozenset()
    """Verbs in the past that lead to what is to come: \"agreed to hold\", \"vereinbarten, … abzuhalten\"."""
    to_come: str = ""
    """A regular expression of what stands between these verbs and a date that they look on to: the infinitive."""
    no: frozenset[str] = frozenset()
    """Words that turn \"until June\" into "from June on": \"not until June\"."""
    but: frozenset[str] = frozenset()
    """Words after which it is told that what was planned did not happen."""
    clauses: frozenset[str] = frozenset()
    """Words that open a clause with a verb of its own: \"which\"."""
    participles: tuple[str, ...] = ()
    """The endings of what stands right before its date: \"firmado el 14\"."""
    changes: frozenset[str] = frozenset()
    """Words after which \"to 2000\" is an amount: \"rose\"."""
    to: frozenset[str] = frozenset()
    """Words that lead from such a word to the amount."""
    labels: frozenset[str] = frozenset()
    """Words that a number follows as a name: \"Room 1984\"."""
    put_off: frozenset[str] = frozenset()
    """Verbs that with \"until\" name the day to which something is moved: \"postponed until June\"."""
    prefixes: Mapping[str, str] = field(default_factory=dict)
    """Particles that are written together with the word that follows ("و" and "ב"), to the kinds that they are of."""
    years: frozenset[str] = frozenset()
    """Words for year that stand beside its number ("2025 года", "عام 2025")."""
    people: frozenset[str] = frozenset()
    """What is counted: "2000 people" is no year."""
    month_first: bool = False
    """Whether 3/4/2025 is the third of April (False) or the fourth of March."""
    capitals: bool = False
    """Whether months and weekdays are written with a capital, so that "may" is none."""
    dotted_days: bool = False
    """Whether a full stop makes a number an ordinal: "6. November"."""


def tongue_of(code: str, table: str, weak: str = "", **fields: Any) -> Tongue:
    """Make the words of a language from its tables; `fields` are the other fields of Tongue."""
    phrases = read(table, weak)
    return Tongue(code, phrases, starts_of(phrases), short_of(phrases), **fields)


def read(table: str, weak: str = "") -> dict[tuple[str, ...], Sense]:
    """Read lines `KIND value many: phrase, phrase`, where value and many may be missing, and + joins several kinds."""
    found: dict[tuple[str, ...], Sense] = {}
    for lines, is_weak in ((table, False), (weak, True)):
        for line in lines.replace("\\\n", "").strip().splitlines():
            head, _, phrases = line.partition(":")
            first, *more = [_sense(part.split(), is_weak) for part in head.split("+")]
            for phrase in phrases.split(","):
                found[tuple(folded(phrase).split())] = first._replace(more=tuple(more))
    return found


def _sense(parts: list[str], is_weak: bool) -> Sense:
    is_many = parts[-1] == "many"
    value = parts[1] if len(parts) - is_many > 1 else None
    given: Value = int(value) if value and value.lstrip("-").isdigit() else value
    return Sense(parts[0], given, is_weak, is_many)


def short_of(phrases: Mapping[tuple[str, ...], Sense]) -> frozenset[str]:
    """Return the names of months and weekdays that are the beginning of a longer name of the same one."""
    names = [(phrase[0], sense) for phrase, sense in phrases.items() if sense.kind in ("MONTH", "WEEKDAY")]
    return frozenset(
        name
        for name, sense in names
        if len(name) <= 4
        and any(
            other.startswith(name) and len(other) >= len(name) + 2 and same.value == sense.value
            for other, same in names
        )
    )


def starts_of(phrases: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """Say for each first word how many words the longest phrase has that begins with it."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return longest


def listed(words: str) -> frozenset[str]:
    """Read words that are parted by white space."""
    return frozenset(folded(words).split())
