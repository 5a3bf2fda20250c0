"""Questions on a terminal: one for each field of a record, with what the records have to complete it."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import click
import questionary
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from generator.dates.parse import DateError, parse_edtf
from generator.records.fill import Blank
from generator.words.date_words import words_of

_LONG = 100

Problem = Callable[[Blank, str], str]
"""Says what is wrong with an answer; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class _Known(Completer):
    """Completes an id by a part of it, or of the record's name."""

    names: Mapping[str, str]

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        typed = document.text.casefold().strip()
        for record_id, name in self.names.items():
            if typed in record_id or typed in name.casefold():
                yield Completion(record_id, start_position=-len(document.text), display_meta=name)


def is_terminal() -> bool:
    """Say whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(blank: Blank, default: str, names: Mapping[str, str], words: Iterable[str], problem: Problem) -> str:
    """Ask for one value of a field; an empty answer is "no more". Raises click.Abort where somebody has enough."""
    needed = blank.required or bool(blank.either and not default)
    label = blank.name.replace("_", " ")
    choices = tuple(words)
    if choices:
        offered = choices if needed else ("", *choices)
        shown = [questionary.Choice(word or "(leave it out)", word) for word in offered]
        at = next((one for one in shown if one.value == default), None)
        answer = questionary.select(label, shown, default=at, instruction=_cut(blank.description))
        return str(_answered(answer))

    def check(text: str) -> bool | str:
        return problem(blank, text.strip()) or True

    def below() -> str:
        return told(blank, get_app().current_buffer.text)

    completer = _Known(names) if names else None
    answer = questionary.text(
            f"{label}:", default=default, validate=check, completer=completer, complete_while_typing=True,
            bottom_toolbar=below,
        )  # fmt: skip
    return str(_answered(answer)).strip()


def told(blank: Blank, text: str) -> str:
    """What stands below a question: what the field is for, or what the date says that is being typed."""
    if blank.is_date and text.strip():
        try:
            return f" {words_of(parse_edtf(text.strip()))}"
        except DateError as error:
            return f" {error}"
    example = f" For example: {blank.example}" if blank.example else ""
    return f" {blank.description}{example}"


def choose(question: str, options: Mapping[str, str], none: str) -> str | None:
    """Let somebody choose one of several lines, by key, or none."""
    shown = [questionary.Choice(_cut(line), key) for key, line in options.items()]
    return _answered(questionary.select(question, [*shown, questionary.Choice(none, "")])) or None


def choose_some(question: str, options: Mapping[str, str]) -> list[str]:
    """Let somebody choose any of several lines, by key."""
    shown = [questionary.Choice(key, key, description=line) for key, line in options.items()]
    return list(_answered(questionary.checkbox(question, shown)))


def agree(question: str) -> bool:
    """Ask for a yes."""
    return bool(_answered(questionary.confirm(question)))


def _answered(question: questionary.Question) -> Any:
    try:
        return question.unsafe_ask()
    except (KeyboardInterrupt, EOFError):
        raise click.Abort() from None


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"
