"""The drawn timeline says nothing that its catalogue does not hold, and the catalogue holds nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.words.browser import Message, browser_messages
from tests.examples import REPOSITORY
from tests.words.javascript import literals

SCRIPTS = REPOSITORY / "theme_overrides/assets/javascripts"
MODULES = sorted([*SCRIPTS.glob("search/*.js"), *SCRIPTS.glob("timeline/*.js")])
CATALOGUES = sorted((REPOSITORY / "generator/words").glob("*/timeline.ftl"))
MESSAGES = browser_messages((REPOSITORY / "generator/words/en/timeline.ftl").read_text(encoding="utf-8"))

# Two words with a space between, or a word with a capital.
PHRASE = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}|\b[A-Z][a-z]+")
# What stands where people read or hear it; a sign such as × needs no translation.
SHOWN = re.compile(
    r"""(?:
        \bbutton\(
      | \b(?:prompt|alert|Error)\(
      | \b(?:textContent|ariaLabel|title|innerText)\s*=\s*
      | '?\b(?:aria-label|aria-roledescription|aria-valuetext|aria-description|title|placeholder|alt)'?\s*:\s*
      | \bsetAttribute\('(?:aria-label|aria-valuetext|title|placeholder)',\s*
      | \bfillText\(
      | \bel\([^()]*\{[^{}]*\},\s*(?:'\s*',\s*)?
    )(?:[^;,()'"`]*[?:]\s*)?$""",
    re.VERBOSE,
)
# Markup is no language: its names, and the attributes that no one reads.
MARKUP = re.compile(r"</?[\w:]+|[\w:-]+=\"[^\"A-Z]*\"|[\w:-]+=")
# Keys and tags have capitals, a font and a list of classes have spaces.
NO_WORDS = re.compile(
    r"use strict|Escape|Enter|Arrow\w+|(?:dl-[\w-]+[ ]?)+(?:\$\{\})?|(?:italic )?[\d${}]+ ?[\d${}]*px .*|T[\d:.]+Z|Z"
)


def spoken(source: str) -> Iterator[tuple[int, str]]:
    """The line and text of each literal that looks like words for people."""
    for at, text in literals(source):
        bare = MARKUP.sub("", text).replace("${}", " ")
        if NO_WORDS.fullmatch(text):
            continue
        line_begin = source.rfind("\n", 0, at) + 1
        shown = SHOWN.search(source[line_begin:at]) and re.search(r"[^\W\d_]{2,}", bare)
        if PHRASE.search(bare) or shown:
            yield source.count("\n", 0, at) + 1, text


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_a_module_holds_no_words_of_its_own(module: Path) -> None:
    assert list(spoken(module.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "code",
    [
        "const HELP = 'Left and right arrows move';",
        "names.push(many ? 'Others' : 'None');",
        "const close = button('close', act);",
        "el('input', { 'aria-label': 'day' });",
        "slider.setAttribute('aria-valuetext', known === null ? 'now' : date.value);",
        "play.textContent = 'pause';",
        "el('span', {}, 'now');",
        "el('span', { class: 'dl-overdue' }, ' overdue');",
        "throw new Error(`version ${data.version}`);",
        "const words = `${place} of ${total}: ${late ? ', then Overdue' : ''}`;",
        'return `<iframe src="${address}" title="Timeline"></iframe>`;',
        "const field = /[\",']/.test(text) ? 'As known' : text;",
    ],
)
def test_words_are_found_wherever_they_stand(code: str) -> None:
    assert list(spoken(code))


@pytest.mark.parametrize(
    "code",
    [
        "// It's the reader's own words.\nconst a = 'abc';",
        "ctx.font = `italic 12px ${theme.serif}`;",
        "el('p', { class: 'dl-sr dl-sr--on', role: 'status' }, say('stage-help'));",
        "const quoted = text.replace(/[&<>\"]/g, '');",
        "button('×', close, { 'aria-label': say('panel-close') });",
    ],
)
def test_what_only_machines_read_is_no_word(code: str) -> None:
    assert list(spoken(code)) == []


def used() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each literal that has the form of an id in a call of say, as a pattern of the ids that it stands for."""
    for module in MODULES:
        source = module.read_text(encoding="utf-8")
        for at, text in literals(source):
            # A call may choose between two ids, and a list of ids may be said one by one.
            before = source[source.rfind("\n", 0, at) + 1 : at]
            if re.search(r"\bsay\((?:[^()]|\([^()]*\))*$", before) and re.fullmatch(
                r"[a-z][\w${}-]*-[\w${}-]+|\w+s?", text
            ):
                yield text, re.compile(re.escape(text).replace(re.escape("${}"), r"\w+"))


def test_every_id_that_is_said_is_in_the_catalogue() -> None:
    assert [text for text, pattern in used() if not any(map(pattern.fullmatch, MESSAGES))] == []


def test_every_id_of_the_catalogue_is_said() -> None:
    whole = {text for module in MODULES for _, text in literals(module.read_text(encoding="utf-8"))}
    patterns = [pattern for _, pattern in used()]
    assert [name for name in MESSAGES if name not in whole and not any(p.fullmatch(name) for p in patterns)] == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda catalogue: catalogue.parent.name)
def test_a_language_says_the_same_with_the_same_arguments(catalogue: Path) -> None:
    found = browser_messages(catalogue.read_text(encoding="utf-8"))
    assert {name: _arguments(message) for name, message in found.items()} == {
        name: _arguments(message) for name, message in MESSAGES.items()
    }


def _arguments(message: Message) -> set[str]:
    patterns = [message] if isinstance(message, str) else [*message.values(), f"{{{message['by']}}}"]
    return {name for pattern in patterns for name in re.findall(r"\{([\w-]+)\}", pattern)}
