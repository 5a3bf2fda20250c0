"""Changes in words: Markdown for people who review, in which nothing of a record is markup."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import get_args
from urllib.parse import quote

from generator.changes.model import (
    Address,
    Change,
    Changed,
    Changes,
    Cited,
    Name,
    Related,
    Said,
    Value,
    What,
    Word,
)
from generator.changes.renames import KINDS
from generator.dates.edtf import Edtf
from generator.records.texts import Text
from generator.words.date_words import date_in_words
from generator.words.language import Language
from generator.words.markup import forge_text

_END = re.compile(r"([.?!…]”?)\.$")
"""Where a text that ends a sentence has ended it already."""

MOST = 200
"""Records of a kind, and addresses, that are told one by one: a forge's page holds a megabyte."""
_LONG = 400
_SUMMED: tuple[What, ...] = (
    "disputed",
    "undisputed",
    "unestablished",
    "single-source",
    "corroborated",
    "date",
    "status",
    "overdue",
    "not-overdue",
)
"""Changes of events that the summary counts by themselves."""
_COUNTED: tuple[What, ...] = (
    "claim-lost",
    "claim-gained",
    "evidence-lost",
    "evidence-gained",
    "quote-unverified",
    "quote-verified",
)
"""Changes of which one event may have several, each of which the summary counts."""
_RECORDS: tuple[What, ...] = ("added", "gone", "text-removed", "merged", "withdrawn", "reinstated")


@dataclass(frozen=True, slots=True)
class Sides:
    """How the two sides are called, and the address below which a forge shows files of the later one, or nothing."""

    before: str
    after: str
    files: str = ""


def to_markdown(changes: Changes, sides: Sides, language: Language) -> str:
    """Write changes as Markdown: a summary, then each record, the most consequential first, then addresses."""
    say = language.say
    names = {"before": forge_text(sides.before), "after": forge_text(sides.after)}
    lines = [f"## {say('changes-heading')}", ""]
    if changes.is_nothing:
        return "\n".join([*lines, say("changes-nothing", **names), ""])
    summary = say("list-separator").join(_summary(changes, say))
    lines += [say("changes-sides", **names, summary=summary), ""]
    words = _Words(language, sides.files)
    by_kind = defaultdict(list)
    for changed in changes.records:
        by_kind[changed.kind].append(changed)
    for kind, records in by_kind.items():
        lines += [f"### {say(f'changes-{kind}')}", ""]
        for changed in records[:MOST]:
            lines += words.record(changed)
        lines += _more(len(records), say)
    if changes.addresses:
        lines += [f"### {say('changes-addresses')}", ""]
        lines += [f"- {words.address(address)}" for address in changes.addresses[:MOST]]
        lines += ["", *_more(len(changes.addresses), say)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _more(count: int, say: Callable[..., str]) -> list[str]:
    return [say("changes-more", count=count - MOST), ""] if count > MOST else []


def _summary(changes: Changes, say: Callable[..., str]) -> Iterator[str]:
    """What there is of each sort of change, events first."""
    counts: Counter[tuple[str, str]] = Counter()
    for changed in changes.records:
        sorts = _sorts(changed)
        counts.update((changed.kind, sort) for sort in sorts)
        if "added" not in sorts:
            counts.update((changed.kind, change.what) for change in changed.changes if change.what in _COUNTED)
    for kind in (*KINDS, "vocabulary", "pages"):
        for what in (*_RECORDS, "renamed"):
            if count := counts[kind, what]:
                yield say(f"summary-{what}", records=say(f"summary-{kind}", count=count))
        for what in (*_SUMMED, *_COUNTED):
            if count := counts[kind, what]:
                yield say(f"summary-{what}", count=count)
        if count := counts[kind, "changed"]:
            yield say("summary-changed", records=say(f"summary-{kind}", count=count))
    addresses = Counter(address.what for address in changes.addresses)
    for where in get_args(Address.__annotations__["what"]):
        if addresses[where]:
            yield say(f"summary-{where}", count=addresses[where])


def _sorts(changed: Changed) -> set[str]:
    """As what a record counts in the summary: what is new is nothing else."""
    whats = {change.what for change in changed.changes}
    if "added" in whats:
        return {"added"}
    found: set[str] = {what for what in whats if what in _RECORDS}
    if not whats.isdisjoint(("renamed", "renamed-away")):
        found.add("renamed")
    if changed.kind == "events":
        found |= whats.intersection(_SUMMED)
    return found or (set() if whats.intersection(_COUNTED) else {"changed"})


@dataclass(frozen=True, slots=True)
class _Words:
    """Says values and changes in a language."""

    language: Language
    files: str

    def record(self, changed: Changed) -> list[str]:
        """A record and what differs of it: a heading and a list, or of what has little to tell, one line."""
        called = self.link(self.text(changed.name), changed)
        sentences = [self.change(changed.kind, change) for change in changed.changes]
        if changed.kind == "events":
            return [f"#### {called}", "", *(f"- {sentence}" for sentence in sentences), ""]
        return [f"- {called}: {' '.join(sentences)}", ""]

    def link(self, words: str, changed: Changed) -> str:
        """A link to a record's file; of one that is gone, only where it was."""
        if not changed.is_here:
            return f"{words} ({forge_text(changed.file)})"
        return f"[{words}]({self.files}{quote(changed.file)})"

    def change(self, kind: str, change: Change) -> str:
        """One sentence."""
        message = f"change-{change.what}"
        if change.what == "added" and kind == "events":
            message = "change-added-event"
        if change.what == "date" and change.how:
            message = "change-date-how"
        if kind == "pages" and change.what == "field":
            message = "change-text"
        elif change.what in ("field", "summary"):
            message += "-gained" if change.before is None else "-lost" if change.after is None else ""
        if change.what == "origins":
            return self.language.say(message, before=self.origins(change.before), after=self.origins(change.after))
        after = self.value(change.after)
        if change.what == "added" and isinstance(change.before, int):
            after += self.language.say("list-separator") + self.origins(change.before)
        how = self.language.say("list-separator").join(self.word(word) for word in change.how)
        # A field is named by its own model or by an id; what a correction names, somebody wrote.
        field = f"`{change.about}`" if change.what == "field" else forge_text(change.about)
        sentence = self.language.say(message, before=self.value(change.before), after=after, field=field, how=how)
        return _END.sub(r"\1", sentence)

    def origins(self, count: Value) -> str:
        """How many independent origins there are."""
        return self.language.say("count-independent-origins", count=count if isinstance(count, int) else 0)

    def address(self, address: Address) -> str:
        """What becomes of an address."""
        shown = {"address": _path(address.address), "to": _path(address.to)}
        return self.language.say(f"address-{address.what}", **shown)

    def word(self, word: Word) -> str:
        """A word of the catalogue within a sentence."""
        said = self.language.say(word.message)
        return said[:1].lower() + said[1:]

    def text(self, text: Text | str) -> str:
        """A stranger's text, as long as a line bears it."""
        if isinstance(text, Text):
            text = self.language.pick(text.by_language).text
        return forge_text(text if len(text) <= _LONG else f"{text[:_LONG]}…")

    def value(self, value: Value) -> str:
        """What was or what is."""
        say = self.language.say
        if isinstance(value, tuple):
            return say("list-separator").join(self.value(one) for one in value if one is not None and one != ())
        if isinstance(value, Edtf):
            return say("changes-dated", words=date_in_words(value, self.language), edtf=f"`{value.text}`")
        if isinstance(value, Text):
            return say("changes-in-quotes", words=self.text(value))
        if isinstance(value, Word):
            return self.word(value)
        if isinstance(value, Name):
            return self.text(value.name)
        if isinstance(value, Cited):
            return self._cited(value)
        if isinstance(value, Said):
            speaker = self.text(value.speaker.name if isinstance(value.speaker, Name) else value.speaker)
            return say("changes-said", speaker=speaker, stance=self.word(value.stance), text=self.text(value.text))
        if isinstance(value, Related):
            return say("changes-related", relation=self.word(value.relation), event=self.value(value.event))
        return say("changes-nothing-there") if value is None else self.text(str(value))

    def _cited(self, cited: Cited) -> str:
        message = "changes-cited"
        if cited.is_quote:
            message += "-quote" if cited.verified is None else "-verified" if cited.verified else "-unverified"
        day = date_in_words(cited.day, self.language)
        return self.language.say(message, outlet=self.text(cited.outlet), day=day, words=self.text(cited.words))


def _path(address: str) -> str:
    return "/" if address == "." else forge_text(f"/{address}/")
