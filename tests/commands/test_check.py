"""`dateline check` as contributors and forges read it: the place in the source, SARIF, and what a branch touches."""

import json
import subprocess
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from generator.checks import rules
from generator.commands.listing import listing
from generator.problems import MOST, Problem
from tests.commands.checked import ACTOR, EVENT, OUTLET, change, check, in_order

pytestmark = pytest.mark.long


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in order, with the repository's templates."""
    return in_order(tmp_path / "project")


def lines(problems: Sequence[Problem], root: Path) -> list[str]:
    return [line.plain for line in listing(problems, root)]


def test_the_line_of_the_source_stands_below_a_problem_with_a_caret_at_the_place(root: Path) -> None:
    change(root, EVENT, "date: 2031-05-01", "date: 2031-13-01")
    change(root, ACTOR, "kind: person", "kind: persona")
    printed = check(root).stderr.splitlines()
    first = printed.index(next(line for line in printed if line.startswith(ACTOR)))
    marked = "       = --fix mends this"
    assert printed[first + 1 : first + 5] == ["     2 | kind: persona", "       |       ^", marked, ""]
    assert printed[first + 5].startswith(f"{EVENT}:2:7: `date` is wrong")
    assert printed[first + 6 : first + 8] == ["     2 | date: 2031-13-01", "       |       ^"]
    assert "\x1b" not in "".join(printed)


@pytest.mark.parametrize(
    ("source", "column", "shown"),
    [
        ("about: \x1b[31mred\x1b[0m \u202eleft", 8, ["about: \ufffd[31mred\ufffd[0m \ufffdleft", " " * 7 + "^"]),
        ("\tname: A", 2, [" name: A", " ^"]),
        ("名前: あ", 5, ["名前: あ", " " * 6 + "^"]),
        (f"a: {'x' * 200}", 4, [f"a: {'x' * 97}…", "   ^"]),
        (f"a: {'x' * 100}y{'z' * 100}", 104, [f"…{'x' * 60}y{'z' * 39}…", " " * 61 + "^"]),
        ("a: b", 99, ["a: b", "    ^"]),
    ],
)
def test_a_stranger_s_line_is_shown_in_signs_that_can_be_seen(
    source: str, column: int, shown: list[str], tmp_path: Path
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.yaml").write_text(f"{source}\n", encoding="utf-8")
    _, line, caret = lines([Problem("content/a.yaml", 1, column, "error", "x", "Wrong.")], tmp_path)
    assert [line.removeprefix("     1 | "), caret.removeprefix("       | ")] == shown


def test_of_a_publisher_s_text_nothing_is_printed(tmp_path: Path) -> None:
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots/a.txt").write_text("All rights reserved.\n")
    problem = Problem("snapshots/a.txt", 1, 1, "notice", "stray-snapshot", "No article.")
    assert lines([problem], tmp_path) == [str(problem)]


def test_of_very_many_problems_the_gravest_are_listed(tmp_path: Path) -> None:
    many = [Problem("content/a.yaml", line, 1, "notice", "x", "A notice.") for line in range(1, MOST + 2)]
    found = lines([*many, Problem("content/b.yaml", 1, 1, "error", "x", "An error.")], tmp_path)
    assert "content/b.yaml:1:1: An error. [x]" in found
    assert found[-1] == "\n… and 2 more: mend these first."


def test_a_terminal_has_colours(tmp_path: Path) -> None:
    console = Console(force_terminal=True, color_system="standard", record=True, file=StringIO())
    for line in listing([Problem("content/a.yaml", 1, 1, "warning", "x", "A warning.")], tmp_path):
        console.print(line)
    assert "\x1b[1;33mwarning\x1b[0m" in console.export_text(styles=True)


def test_an_annotation_holds_a_stranger_s_signs_escaped(root: Path) -> None:
    file = root / "content/actors/a,b:c%.yaml"
    file.write_text("name: A\nkind: person\n")
    (line,) = [line for line in check(root, "--format", "github").stdout.splitlines() if "a%2Cb" in line]
    assert line.startswith("::error file=content/actors/a%2Cb%3Ac%25.yaml,line=1,col=1::")


def test_sarif_says_all_that_a_forge_shows(root: Path) -> None:
    change(root, EVENT, "title: Two ports sign a treaty", "title: Two evil ports sign a treaty")
    change(root, ACTOR, "kind: person", "kind: persona")
    (root / "content/actors/with space.yaml").write_text("name: A\nkind: person\n")
    done = check(root, "--format", "sarif")
    assert done.exit_code == 1
    whole = json.loads(done.stdout)
    assert whole["version"] == "2.1.0" and whole["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = whole["runs"]
    told = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "dateline" and run["columnKind"] == "unicodeCodePoints"
    documented = {rule["id"]: rule["help"]["text"] for rule in told if "help" in rule}
    assert documented == {rule.code: rule.documentation.strip() for rule in rules()}
    found: dict[str, Any] = {}
    for result in run["results"]:
        assert told[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
        (place,) = result["locations"]
        physical = place["physicalLocation"]
        assert physical["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        assert physical["region"]["startLine"] >= 1 and physical["region"]["startColumn"] >= 1
        found[physical["artifactLocation"]["uri"]] = (result["level"], physical["region"])
    assert found[ACTOR] == ("error", {"startLine": 2, "startColumn": 7})
    assert "content/actors/with%20space.yaml" in found
    change(root, ACTOR, "kind: persona", "kind: person")
    (root / "content/actors/with space.yaml").unlink()
    (result,) = json.loads(check(root, "--format", "sarif").stdout)["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("loaded-word", "warning")


def git(root: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments],
        cwd=root,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def branch(root: Path) -> Path:
    """A project, below the root of its repository, on a branch; what stands on main has a fault of its own."""
    change(root, OUTLET, "country: FR", "country: France")
    git(root.parent, "init", "-q", "-b", "main", str(root.parent))
    git(root, "add", ".")
    git(root, "commit", "-qm", "One")
    git(root, "checkout", "-qb", "work")
    return root


def test_of_a_branch_only_what_it_touches_is_shown(branch: Path) -> None:
    done = check(branch, "--changed")
    assert (done.exit_code, done.stderr.count("\n")) == (0, 1)
    assert "no problems in what the branch touches, 1 elsewhere" in done.stderr
    change(branch, ACTOR, "kind: person", "kind: persona")
    git(branch, "commit", "-qam", "Two")
    change(branch, EVENT, "date: 2031-05-01", "date: 2031-13-01")
    (branch / "content/actors/new.yaml").write_text("name: New\n")
    git(branch, "checkout", "-q", "main")
    change(branch, "content/outlets/harbour-post.yaml", "country: MT", "country: Malta")
    git(branch, "commit", "-qm", "Three", "content/outlets")
    git(branch, "checkout", "-q", "work")
    for base in ([], ["main"]):
        done = check(branch, "--format", "json", "--changed", *base)
        assert done.exit_code == 1
        assert {problem["path"] for problem in json.loads(done.stdout)} == {ACTOR, EVENT, "content/actors/new.yaml"}


@pytest.mark.parametrize(
    ("base", "said"), [("nowhere", "git knows no commit `nowhere` here"), ("--all", "No such option")]
)
def test_a_base_that_is_none_is_wrong_use(branch: Path, base: str, said: str) -> None:
    done = check(branch, "--changed", base)
    assert done.exit_code == 2
    assert said in done.stderr


def test_without_git_s_history_nothing_can_be_told(root: Path) -> None:
    done = check(root, "--changed")
    assert done.exit_code == 2
    assert "git knows none of origin/HEAD" in done.stderr


def test_a_line_for_editors_is_a_comment_to_us(root: Path) -> None:
    for file in (root / "content").rglob("*.yaml"):
        file.write_text(f"# yaml-language-server: $schema=../../.schemas/events.json\n{file.read_text()}")
    done = check(root, "--strict")
    assert (done.exit_code, done.stderr.count("\n")) == (0, 1)


def test_the_exit_codes_are_told(root: Path) -> None:
    told = " ".join(check(root, "--help").stdout.split())
    assert "Exit codes: 0 where nothing is wrong, 1 where there are problems" in told
    assert [check(root).exit_code, check(root, "--strictly").exit_code] == [0, 2]
    change(root, EVENT, "title: Two ports sign a treaty", "title: Two evil ports sign a treaty")
    assert [check(root).exit_code, check(root, "--strict").exit_code] == [0, 1]
