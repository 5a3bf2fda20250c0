"""What an editor says of records: the real YAML language server, with the settings that the repository brings along."""

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.records.load import path_of
from generator.records.schema import MODELS
from tests.examples import REPOSITORY, project
from tests.language_server import Editor, editor

pytestmark = pytest.mark.long

SETTINGS = json.loads((REPOSITORY / ".vscode/settings.json").read_text())
NUMBERS = count()
RECORD = """\
title: A meeting
date: 2031-05-09
kind: meeting
places: [valletta]
evidence:
  - article: 2031-05-02-harbour-post-treaty
    says: They met.
"""


def new_event() -> str:
    """The path of an event that nobody has opened yet."""
    return f"content/events/2031-05-09-new-{next(NUMBERS)}.yaml"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with the schemas that `make schemas` writes."""
    root = project(tmp_path_factory.mktemp("project"), {})
    out = str(root / ".schemas")
    done = CliRunner().invoke(main, ["schema", "--ids", "--root", str(root), "--out", out])
    assert (done.exit_code, done.output) == (0, "")
    return root


@pytest.fixture(scope="module")
def opened(root: Path) -> Iterator[Editor]:
    with editor(root, SETTINGS) as found:
        yield found


def test_every_record_of_a_project_is_without_fault(opened: Editor, root: Path) -> None:
    files = [file for file in sorted(root.rglob("content/**/*.yaml")) if file.is_file()]
    assert len(files) > 8
    for file in files:
        assert opened.open(file.relative_to(root).as_posix(), file.read_text()) == []


@pytest.mark.parametrize("kind", MODELS)
def test_every_kind_has_its_schema(opened: Editor, kind: str) -> None:
    (found,) = (
        item for item in opened.open(path_of(kind, "nonsense"), "nonsense: 1\n") if "nonsense" in item["message"]
    )
    assert found["range"]["start"] == {"line": 0, "character": 0}


@pytest.mark.parametrize(
    ("written", "wrong", "line", "said"),
    [
        ("places: [valletta]", "place: [valletta]", 3, "place"),
        ("kind: meeting", "kind: visit", 2, "agreement"),
        ("date: 2031-05-09", "date: someday", 1, ""),
        ("    says: They met.", "    say: They met.", 6, "say"),
    ],
)
def test_what_is_wrong_is_marked_at_its_line(opened: Editor, written: str, wrong: str, line: int, said: str) -> None:
    found = opened.open(new_event(), RECORD.replace(written, wrong))
    assert line in [item["range"]["start"]["line"] for item in found]
    assert said in " ".join(item["message"] for item in found if item["range"]["start"]["line"] == line)


def test_names_of_fields_are_offered(opened: Editor) -> None:
    event, other = new_event(), new_event()
    opened.open(event, f"{RECORD}su\n")
    assert {"summary", "storylines", "importance"} <= set(opened.labels(event, 7, 2))
    opened.open(other, f"{RECORD}    su\n")
    assert {"supports", "date_words", "quote"} <= set(opened.labels(other, 7, 6))


@pytest.mark.parametrize(
    ("more", "known", "line"),
    [
        ("storylines:\n  - \n", "ports-treaty", 8),
        ("actors:\n  - \n", "port-authority", 8),
        ("claims:\n  - said_by: \n", "mara-lind", 8),
        ("related:\n  - event: \n", "2031-05-01-treaty-signed", 8),
        ("claims:\n  - evidence:\n      - article: \n", "2031-05-03-agency-one-traite", 9),
    ],
)
def test_ids_of_the_project_are_offered(opened: Editor, more: str, known: str, line: int) -> None:
    event, text = new_event(), RECORD + more
    opened.open(event, text)
    assert known in opened.labels(event, line, len(text.splitlines()[line]))


def test_a_record_that_was_written_a_moment_ago_is_no_mistake(opened: Editor) -> None:
    assert opened.open(new_event(), RECORD.replace("[valletta]", "[a-new-place]")) == []


def test_a_field_is_explained_with_an_example(opened: Editor) -> None:
    event = new_event()
    opened.open(event, RECORD)
    told = opened.hover(event, 2, 1)
    assert "What sort of event it is" in told and "agreement" in told
    told = opened.hover(event, 5, 6)
    assert "The article; its outlet, its day" in told
    assert "2031-05-03-agency-one-traite" not in told  # a hover is no index


def test_a_line_in_the_file_names_the_schema_where_no_settings_do(root: Path) -> None:
    line = "# yaml-language-server: $schema=../../.schemas/events.json\n"
    with editor(root, {}) as bare:
        assert bare.open(new_event(), RECORD.replace("kind:", "kinds:")) == []
        found = bare.open(new_event(), line + RECORD.replace("kind:", "kinds:"))
    assert 3 in [item["range"]["start"]["line"] for item in found]
