"""What an answer or an option of `dateline new` means: an id, a word of ours, a text that the schema takes."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import click

from generator.commands.changing import Change
from generator.ids import as_id, did_you_mean, did_you_mean_id, one_of
from generator.records.explain import why_not
from generator.records.fill import Blank
from generator.records.meant import Names
from generator.records.model import Chosen, Ref
from generator.records.yaml_errors import printable

CREATED = ("actors", "outlets", "places")
"""Kinds that a question for one offers to write."""
_NO_PLURAL = ("status", "-as")


@dataclass(frozen=True)
class Answers:
    """What is meant, for a project and what is made for it beside."""

    change: Change
    made: dict[tuple[str, str], str] = field(default_factory=dict)
    """The names of records that are made beside the one that was asked for, by kind and id."""

    @cached_property
    def names(self) -> Names:
        """What the records are called."""
        return Names(self.change.loaded)

    def meant(self, blank: Blank, text: str) -> str:
        """What an option's value means; a click.ClickException says in one line what is wrong with it."""
        if isinstance(blank.mark, Ref):
            return text if blank.mark.or_words else self.id_of(text, blank.mark, flag_of(blank))
        words = self.words(blank)
        if words and text not in words:
            hint = did_you_mean(text, words) or f"write {one_of(words)}."
            raise click.ClickException(f"`{flag_of(blank)}` is `{printable(text[:80])}`: {hint}")
        if wrong := self.wrong(blank, text):
            raise click.ClickException(f"`{flag_of(blank)}`: {wrong}")
        return text

    def wrong(self, blank: Blank, text: str) -> str:
        """What is wrong with an answer on a terminal."""
        if not text:
            return f"a {blank.name} is needed." if blank.required and not blank.many else ""
        if isinstance(blank.mark, Ref):
            near = did_you_mean_id(as_id(text) or text, self.known(blank.mark))
            made = blank.mark.kind in CREATED or self.meant_id(text, blank.mark)
            return "" if made else f"no {blank.mark.kind.removesuffix('s')} is called so: {near or 'write its id.'}"
        value: Any = [text] if blank.many else text
        return why_not(blank.model, blank.name, value, self.names, self.change.site.timeline.language)

    def id_of(self, text: str, mark: Ref, flag: str = "") -> str:
        """The id that is meant; a click.ClickException says that nothing is called so."""
        if found := self.meant_id(text, mark):
            return found
        if (mark.kind, text) in self.made:
            return text
        what = " or ".join(kind.removesuffix("s") for kind in mark.kinds)
        hint = did_you_mean_id(as_id(text) or text, self.known(mark))
        hint = hint or f"write it first, by `dateline new {mark.kind.removesuffix('s')}`."
        raise click.ClickException(
            f"{f'`{flag}`: ' if flag else ''}there is no {what} `{printable(text[:80])}`: {hint}"
        )

    def meant_id(self, text: str, mark: Ref) -> str:
        """The id that is meant, or nothing."""
        if text in self.known(mark):
            return text
        return next(iter(self.names.as_ids(text, mark)), "")

    def known(self, mark: Ref) -> list[str]:
        """Every id that a field may name."""
        here = [record_id for kind, record_id in self.made if kind in mark.kinds]
        return sorted({*here, *(one for kind in mark.kinds for one in self.change.known[kind])})

    def completions(self, blank: Blank) -> dict[str, str]:
        """What a field may name, with what each is called."""
        if not isinstance(blank.mark, Ref):
            return {}
        named: dict[str, str] = {}
        for raw in self.change.loaded.records:
            if raw.kind in blank.mark.kinds:
                named[raw.id] = str(raw.data.get("name") or raw.data.get("title") or "")
        named.update({record_id: name for (kind, record_id), name in self.made.items() if kind in blank.mark.kinds})
        return dict(sorted(named.items()))

    def words(self, blank: Blank) -> tuple[str, ...]:
        """All that a field may be, where that is known."""
        if isinstance(blank.mark, Chosen):
            return (*blank.mark.always, *getattr(self.change.site.timeline, blank.mark.among))
        return blank.words


def flag_of(blank: Blank) -> str:
    """The option of a field, which is given once for each of several values: `--actor` for `actors`."""
    words = blank.name.replace("_", "-")
    return f"--{words.removesuffix('s') if blank.many and not words.endswith(_NO_PLURAL) else words}"
