"""The tutorial is a day's work: every command on it is run, and prints what stands there."""

# Whoever begins a timeline from a copy of this repository deletes the page, and this file with it.

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import pytest
import yaml

from tests.examples import REPOSITORY
from tests.links import dead_links

pytestmark = pytest.mark.builders

PAGE = (REPOSITORY / "content/pages/tutorial.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?P<before>[^\n]*)\n\n```(?P<language>\w+)\n(?P<text>.*?)^```$", re.M | re.S)
EVENT = "2031-05-01-ports-sign-treaty"
LEFT_OUT = "…"


@dataclass
class Day:
    """Where somebody who follows the page is, and what was printed."""

    place: Path
    environment: dict[str, str]
    differences: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def run(self, command: str) -> str:
        """Run a line of a shell; gives what it printed."""
        self.commands.append(command)
        if command.startswith("cd "):
            self.place = self.place / command.removeprefix("cd ")
            return ""
        if command.startswith("export "):
            name, _, value = command.removeprefix("export ").partition("=")
            self.environment[name] = value
            return ""
        done = subprocess.run(
            command,
            shell=True,
            cwd=self.place,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}"
        return done.stdout


def is_told(printed: str, told: str) -> bool:
    """Whether a page tells what was printed, where `…` stands for any lines, or for a part of one."""
    pattern = ""
    for line in told.splitlines():
        within = ".*".join(re.escape(part) for part in line.split(LEFT_OUT))
        pattern += "(?:.*\n)*?" if line == LEFT_OUT else f"{within}[ ]*\n"
    return re.fullmatch(pattern, printed) is not None


def steps(text: str) -> Iterator[tuple[str, str]]:
    """The commands of a block, each with what it prints."""
    for part in re.split(r"^\$ ", text, flags=re.M)[1:]:
        command, _, told = part.partition("\n")
        yield command, told


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """Follow the page from its first line to its last."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "GIT_"))}
    person = {
        f"GIT_{who}_{what}": "mara@harbour.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    programs = str(Path(sys.executable).parent)
    environment = {
        **known,
        **person,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PATH": f"{programs}{os.pathsep}{known['PATH']}",
        "NO_MKDOCS_2_WARNING": "1",
        "COLUMNS": "120",
        "LC_ALL": "C.UTF-8",
    }
    found = Day(tmp_path_factory.mktemp("day"), environment)
    started = monotonic()
    for block in BLOCK.finditer(PAGE):
        before, language, text = block.group("before", "language", "text")
        if language == "console":
            for command, told in steps(text):
                printed = found.run(command)
                if not is_told(printed, told):
                    found.differences.append(f"$ {command}\n{printed}")
        else:
            (path,) = re.findall(r"`([\w./-]+/[\w./-]+)`", before)
            file = found.place / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    found.seconds = monotonic() - started
    return found


def test_every_command_of_the_page_prints_what_stands_there(day: Day) -> None:
    assert not day.differences, "\n".join(day.differences)


def test_the_event_s_page_shows_the_quote_and_no_link_leads_nowhere(day: Day) -> None:
    page = (day.place / f"site/events/{EVENT}/index.html").read_text(encoding="utf-8")
    assert "The ports of Valletta and Tripoli signed a treaty on harbour fees on Thursday" in page
    assert "harbour.example/2031/treaty" in page
    assert dead_links(day.place / "site") == []


def test_the_articles_are_those_that_drafting_is_scored_by(day: Day) -> None:
    for name, file in (("en-harbour-treaty", "treaty"), ("en-cancelled", "festival"), ("en-new-year", "strike")):
        told = yaml.safe_load((REPOSITORY / f"tests/drafting/texts/{name}.yaml").read_text(encoding="utf-8"))["text"]
        saved = (day.place / f"articles/{file}.html").read_text(encoding="utf-8")
        for line in told.splitlines():
            assert f">{line.removeprefix('VALLETTA, May 2 - ')}</" in saved


def test_the_page_shows_every_step_of_a_day(day: Day) -> None:
    said = [" ".join(command.split()[:2]) for command in day.commands]
    steps = ["dateline init", "dateline draft", "dateline check", "dateline verify", "dateline diff", "mkdocs build"]
    at = [max(number for number, one in enumerate(said) if one == step) for step in steps if step != "dateline check"]
    assert at == sorted(at) and "dateline check" in said
    assert day.seconds < 300, "the programs alone may take no longer than all of it is to take"


@pytest.mark.parametrize(
    ("printed", "told", "expected"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\n", False),
        ("a\nb\nc\n", "…\nc\n", True),
        ("a\nb\n", "…\n", True),
        ("a\n", "", False),
        ("7 records\n", "… records\n", True),
        ("7 records\nmore\n", "… records\n", False),
        ("axb\n", "a.b\n", False),
    ],
)
def test_what_is_left_out_is_no_more_than_its_lines(printed: str, told: str, expected: bool) -> None:
    assert is_told(printed, told) is expected
