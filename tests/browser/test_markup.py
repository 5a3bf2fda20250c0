"""The markup of every kind of page says what it means: html-validate's rules, without those of style."""

import json
import subprocess
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.browser.conftest import REPOSITORY, standing_events
from tests.node import NODE

pytestmark = pytest.mark.browser

LISTS = ["events/", "articles/", "outlets/", "actors/", "places/", "storylines/"]
ONES = [
    "articles/2025-11-06-al-marsa-vellmark-to-join/",
    "actors/elmark/",
    "places/port-elm/",
    "storylines/harbour-accord/",
    "outlets/harbour-post/",
    "methodology/",
]
PAGES = ["", "missing/", "timeline/", "upcoming/", "needs-work/", "embed/", *LISTS, *ONES]
# The theme's own: its toggles, its two tables of contents, the stop of its menu.
OF_THE_THEME = ["valid-autocomplete", "unique-landmark", "attribute-allowed-values"]
# How it is written, or how long a title is; results that come while somebody types are no <select>.
OF_STYLE = ["doctype-style", "no-trailing-whitespace", "long-title", "prefer-native-element"]
RULES = dict.fromkeys([*OF_THE_THEME, *OF_STYLE], "off") | {"valid-id": ["error", {"relaxed": True}]}
CONFIG = {"root": True, "extends": ["html-validate:recommended"], "rules": RULES}
PROGRAM = REPOSITORY / "node_modules/html-validate/bin/html-validate.mjs"


def complaints(pages: dict[str, str], folder: Path) -> list[str]:
    """What html-validate says of pages: the page, the rule, the message."""
    (folder / "rules.json").write_text(json.dumps(CONFIG))
    for name, text in pages.items():
        (folder / f"{name.strip('/').replace('/', '-') or 'home'}.html").write_text(text)
    command = [
        str(NODE),
        str(PROGRAM),
        "--config",
        "rules.json",
        "--formatter",
        "json",
        *map(str, sorted(folder.glob("*.html"))),
    ]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    found = json.loads(said.stdout)
    return [f"{Path(one['filePath']).name} {m['ruleId']}: {m['message']}" for one in found for m in one["messages"]]


def fetch(url: str) -> str:
    """A page, or what stands where there is none."""
    try:
        with urlopen(url) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        return error.read().decode()


def test_the_markup_of_every_kind_of_page_is_sound(site: str, tmp_path: Path) -> None:
    pages = {name: fetch(f"{site}/{name}") for name in (*PAGES, *(f"events/{event}/" for event in standing_events()))}
    assert complaints(pages, tmp_path) == []


@pytest.mark.parametrize(
    ("markup", "rule"),
    [
        ('<p id="a">A</p><p id="a">B</p>', "no-dup-id"),
        ("<ul><p>A</p></ul>", "element-permitted-content"),
        ('<img src="a.png">', "wcag/h37"),
    ],
)
def test_unsound_markup_is_told(markup: str, rule: str, tmp_path: Path) -> None:
    page = f'<!DOCTYPE html><html lang="en"><head><title>A</title></head><body>{markup}</body></html>'
    assert [rule in one for one in complaints({"a": page}, tmp_path)] == [True]
