"""The fields of a new record that are missing are asked for, and the record is put among the files to write."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import click

from generator.commands import asking
from generator.commands.answers import CREATED, Answers, flag_of
from generator.commands.articles import place_of
from generator.dates.parse import DateError, parse_edtf
from generator.drafting.naming import free_article, free_event
from generator.ids import as_id, did_you_mean_id, is_id
from generator.records.fill import Blank, FillError, blanks, got, missing, put, shown
from generator.records.model import Ref
from generator.records.write import WriteError, new_record
from generator.records.yaml_errors import printable
from generator.records.yaml_tree import Loc
from generator.words.date_words import words_of


@dataclass(frozen=True)
class Filling:
    """Records that are being made, and whether somebody is there to ask."""

    answers: Answers
    asks: bool
    id: str | None = None
    """The id that the article's own words gave."""

    def write(self, kind: str, data: dict[str, Any], doubts: dict[Loc, str], given: Mapping[str, Any]) -> str:
        """Ask for what is missing, and put the record among the files to write; returns its id."""
        if self.asks:
            self._ask_all(kind, data, doubts, given)
        if lacking := missing(kind, data):
            options = [" or ".join(f"`{flag_of(one)}`" for one in group) for group in lacking]
            raise click.ClickException(f"a new {kind.removesuffix('s')} needs {_and(options)}.")
        record_id = given.get("record_id") or self._new_id(kind, data, doubts)
        self.answers.change.free(kind, record_id)
        path = place_of(kind, record_id)
        if path in self.answers.change.files:
            raise click.ClickException(f"{path} is written just now: choose another id by `--id`.")
        for blank in blanks(kind):
            value = got(data, blank.loc)
            if blank.is_date and isinstance(value, str):
                try:
                    click.echo(f"{shown(blank.loc)}: {value} is {words_of(parse_edtf(value))}.")
                except DateError as error:
                    raise click.ClickException(f"`{flag_of(blank)}`: {error}.") from None
        try:
            self.answers.change.files[path] = new_record(kind, data, doubts).encode()
        except WriteError as error:
            raise click.ClickException(f"{path}: {error.message}") from None
        return record_id

    def _ask_all(self, kind: str, data: dict[str, Any], doubts: dict[Loc, str], given: Mapping[str, Any]) -> None:
        all_blanks = blanks(kind)
        for blank in all_blanks:
            if given.get(blank.name) in (None, ()) and self._is_to_be_asked(blank, data):
                self._ask(blank, data, doubts)
        others = {one.name: one.description for one in all_blanks if got(data, one.loc) in (None, "", [])}
        if others:
            chosen = asking.choose_some("Which other fields?", others)
            for blank in all_blanks:
                if blank.name in chosen:
                    self._ask(blank, data, doubts)

    def _is_to_be_asked(self, blank: Blank, data: dict[str, Any]) -> bool:
        if blank.either:
            return all(got(data, (*blank.loc[:-1], name)) is None for name in blank.either)
        return blank.required

    def _ask(self, blank: Blank, data: dict[str, Any], doubts: dict[Loc, str]) -> None:
        before = got(data, blank.loc)
        values: list[str] = []
        while True:
            default = str(before) if isinstance(before, str) and not values else ""
            answer = asking.ask(
                blank, default, self.answers.completions(blank), self.answers.words(blank), self.answers.wrong
            )
            if not answer:
                break
            if isinstance(blank.mark, Ref) and not (answer := self._found_or_made(answer, blank)):
                continue
            values.append(answer)
            if not blank.many or blank.words:
                break
        if values:
            put_in(data, blank.loc, values if blank.many else values[0])
            doubts.pop(blank.loc, None)

    def _found_or_made(self, answer: str, blank: Blank) -> str:
        """The id that is meant; a new record's, where somebody wants one written; or nothing."""
        assert isinstance(blank.mark, Ref)
        found = self.answers.meant_id(answer, blank.mark)
        kind = blank.mark.kind
        if found or kind not in CREATED:
            return found
        what = kind.removesuffix("s")
        near = did_you_mean_id(as_id(answer), self.answers.known(blank.mark))
        if not asking.agree(f"No {what} is called `{answer}`{f' ({near})' if near else ''}. Write its record now?"):
            return ""
        name = next(one.name for one in blanks(kind) if one.required)
        data: dict[str, Any] = {name: answer} if not is_id(answer) else {}
        made = self.write(kind, data, {}, {"record_id": answer if is_id(answer) else None})
        self.answers.made[kind, made] = str(data[name])
        return made

    def _new_id(self, kind: str, data: Mapping[str, Any], doubts: Mapping[Loc, str]) -> str:
        """An id of the record's own words."""
        if kind == "articles":
            taken: list[str] = []
            return self.id or free_article(_begins(data["published"]), data["outlet"], data.get("title"), taken)
        name = str(_in_one_language(data.get("title") or data.get("name")))
        if kind == "events":
            return free_event(str(data["date"]), name, ())
        found = as_id(name)
        if not found:
            raise click.ClickException(f"no id can be made of `{printable(name[:60])}`: say one by `--id`.")
        return found


def put_in(data: dict[str, Any], loc: Loc, value: Any) -> None:
    """Put a value into a record's fields; a click.ClickException says why it has no place there."""
    try:
        put(data, loc, value)
    except FillError as error:
        raise click.ClickException(f"{error}.") from None


def _in_one_language(text: Any) -> Any:
    return next(iter(text.values()), "") if isinstance(text, dict) else text


def _begins(written: str) -> str:
    """The first day, month or year that a date names; `undated` where it has none."""
    found = re.search(r"[0-9]{4}(?:-[0-9]{2}){0,2}", written)
    return found[0] if found else "undated"


def _and(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
