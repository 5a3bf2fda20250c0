"""`dateline diff` as people run it: whole projects before and after, each with the exact Markdown, and real git."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from generator.commands.diff import diff
from tests.changes.cases import case_names, expected, write_case, write_expected
from tests.commands.test_commands import run
from tests.examples import project

pytestmark = pytest.mark.long

EVENT = "content/events/2031/2031-05-01-treaty-signed.yaml"


@pytest.mark.parametrize("name", case_names())
def test_a_change_is_told_in_words(
    name: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_case(name, tmp_path)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(diff, ["--root", "after", "--today", "2031-06-01", "./before", "./after"])
    assert (done.stderr, done.exit_code) == ("", 0)
    if request.config.getoption("--write-golden"):
        write_expected(name, done.stdout)
    assert done.stdout == expected(name)


def test_a_strangers_text_is_no_markup_and_calls_nobody() -> None:
    html = MarkdownIt("commonmark").enable(["table"]).render(expected("hostile-texts"))
    tags = set(re.findall(r"<(\w+)", html))
    assert tags <= {"h2", "h3", "h4", "p", "ul", "li", "a", "code"}
    assert set(re.findall(r'href="([^"]*)"', html)) == {
        EVENT,
        "content/outlets/agency-one.yaml",
        "content/pages/a.md",
    }
    seen = re.sub(r"<[^>]+>", "", html)
    assert not re.search(r"@\w|#\d|GH-\d|:\w+:|://|www\.", seen)
    assert "<!-- -->" in seen.replace("&lt;", "<").replace("&gt;", ">").replace("\u2060", "")


def test_what_was_taken_down_is_not_told_again() -> None:
    told = expected("taken-down")
    assert "valletta" in told
    assert not re.search("Valletta|Les ports|The ports signed", told)


def test_the_file_links_lead_where_the_forge_shows_them(tmp_path: Path) -> None:
    write_case("a-date-moves", tmp_path)
    address = "https://forge.example/blob/(x)"
    done = run("diff", "--root", "after", "./before", "./after", "--files", address, cwd=tmp_path)
    assert f"](https://forge.example/blob/%28x%29/{EVENT})" in done.stdout
    bad = run("diff", "--root", "after", "./before", "./after", "--files", "javascript:alert(1)", cwd=tmp_path)
    assert (bad.returncode, bad.stdout) == (2, "")


def test_changes_are_data_too_and_are_written_to_a_file(tmp_path: Path) -> None:
    write_case("a-date-moves", tmp_path)
    done = run(
        "diff", "--root", "after", "./before", "./after", "--format", "json", "--output", "out/d.json", cwd=tmp_path
    )
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
    [event] = json.loads((tmp_path / "out/d.json").read_text())["records"]
    date = event["changes"][0]
    assert (event["id"], date["what"]) == ("2031-05-01-treaty-signed", "date")
    assert (date["before"], date["after"], date["how"]) == ("2031-05-01", "2031-05", ["moved-coarser"])


def test_a_side_that_does_not_validate_is_told_in_one_line(tmp_path: Path) -> None:
    write_case("nothing-changed", tmp_path)
    file = tmp_path / "after" / EVENT
    file.write_text(file.read_text().replace("date: 2031-05-01", "date: 2031-13-01"))
    done = run("diff", "--root", "after", "./before", "./after", cwd=tmp_path)
    assert (done.stdout, done.returncode) == ("", 1)
    assert done.stderr.startswith(f"Error: ./after does not validate: {EVENT}:")
    assert done.stderr.count("\n") == 1


def git(*arguments: str, cwd: Path) -> str:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project in a folder of a repository: two revisions of its event, and a third state that is not committed."""
    top = tmp_path / "repository"
    root = project(top / "site", {})
    git("init", "-q", "-b", "main", cwd=top)
    git("add", "-A", cwd=top)
    git("commit", "-qm", "one", cwd=top)
    git("switch", "-qc", "branch", cwd=top)
    change(root, "title: Two ports sign a treaty", "title: The ports sign")
    git("commit", "-qam", "two", cwd=top)
    change(root, "date: 2031-05-01", "date: 2031-04-30")
    return root


def change(root: Path, old: str, new: str) -> None:
    text = (root / EVENT).read_text()
    assert old in text
    (root / EVENT).write_text(text.replace(old, new))


TITLE = "- The title was “Two ports sign a treaty”, and is now “The ports sign”."
DATE = "- The date was 1 May 2031 (`2031-05-01`), and is now 30 April 2031 (`2031-04-30`): earlier."


@pytest.mark.parametrize(
    ("sides", "told"),
    [
        ((), [DATE, TITLE]),
        (("HEAD",), [DATE]),
        (("main", "branch"), [TITLE]),
        (("main^0", "HEAD~0"), [TITLE]),
        (("branch", "branch"), []),
        (("main", "."), [DATE, TITLE]),
    ],
)
def test_revisions_are_compared_and_no_file_changes(sides: tuple[str, ...], told: list[str], repository: Path) -> None:
    (repository / ".." / "marker").write_text("")
    (repository / "../.gitattributes").write_text("* filter=evil export-ignore\n")
    for key in ("filter.evil.smudge", "core.fsmonitor"):
        git("config", key, f"touch {repository}/ran", cwd=repository)
    hooks = repository / "../.git/hooks"
    for name in ("post-checkout", "reference-transaction", "post-index-change"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {repository}/ran\n")
        (hooks / name).chmod(0o755)
    before = {file: file.read_bytes() for file in sorted(repository.parent.rglob("*")) if file.is_file()}
    done = run("diff", *sides, cwd=repository)
    assert (done.stderr, done.returncode) == ("", 0)
    assert [line for line in done.stdout.splitlines() if line.startswith("- ")] == told
    assert {file: file.read_bytes() for file in sorted(repository.parent.rglob("*")) if file.is_file()} == before


def test_records_of_a_revision_are_read_though_attributes_leave_them_out(repository: Path) -> None:
    (repository / "content/.gitattributes").write_text("* export-ignore\n*.yaml export-subst\n")
    git("add", "-A", cwd=repository)
    git("commit", "-qm", "three", cwd=repository)
    done = run("diff", "main", "branch", cwd=repository)
    assert DATE in done.stdout
    assert "removed" not in done.stdout


def test_a_folder_does_not_pass_for_a_revision(repository: Path) -> None:
    shutil.copytree(repository / "content", repository / "main/content")
    assert DATE in run("diff", "main", cwd=repository).stdout
    assert "nothing that the site tells has changed" in run("diff", "./main", cwd=repository).stdout


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("no-such", "there is no revision `no-such`, and no such folder."),
        ("HEAD:content", "there is no revision `HEAD:content`, and no such folder."),
        ("", None),
        ("./nowhere", "there is no revision `./nowhere`, and no such folder."),
        ("./content", "./content holds no content/."),
    ],
)
def test_what_names_no_project_is_told_in_one_line(named: str, message: str | None, repository: Path) -> None:
    done = run("diff", "main", named, cwd=repository)
    assert (done.stdout, done.returncode) == ("", 1)
    assert done.stderr == f"Error: {message or '`` is no name of a revision, and no such folder.'}\n"


@pytest.mark.parametrize("named", ["--output=x", "-x", "--upload-pack=touch ran"])
def test_a_revision_is_never_taken_for_an_option_of_git(named: str, repository: Path) -> None:
    done = run("diff", "--", "main", named, cwd=repository)
    assert (done.stdout, done.returncode) == ("", 1)
    assert done.stderr == f"Error: `{named}` is no name of a revision, and no such folder.\n"


def test_a_link_in_a_revision_is_refused(repository: Path) -> None:
    (repository / "content/events/a.yaml").symlink_to("/etc/passwd")
    git("add", "-A", cwd=repository)
    git("commit", "-qm", "three", cwd=repository)
    done = run("diff", "main", "branch", cwd=repository)
    assert (done.stdout, done.returncode) == ("", 1)
    assert done.stderr == (
        "Error: content/events/a.yaml is a symbolic link or another repository: put the file itself there.\n"
    )


def test_a_tree_that_leads_out_of_the_project_is_refused(repository: Path) -> None:
    """Such a tree is forged, for git makes none."""
    blob = git("hash-object", "-w", EVENT, cwd=repository)
    inner = _tree(repository, "100644 escaped.yaml\0", blob)
    content = _tree(repository, "40000 ..\0", inner)
    site = _tree(repository, "40000 content\0", content)
    top = _tree(repository, "40000 site\0", site)
    commit = git("commit-tree", top, "-m", "forged", cwd=repository)
    done = run("diff", "main", commit, cwd=repository)
    assert (done.stdout, done.returncode) == ("", 1)
    assert done.stderr == "Error: b'content/../escaped.yaml' leads out of the project.\n"


def _tree(root: Path, entry: str, key: str) -> str:
    command = ["git", "hash-object", "-t", "tree", "-w", "--literally", "--stdin"]
    data = entry.encode() + bytes.fromhex(key)
    return subprocess.run(command, cwd=root, input=data, check=True, capture_output=True).stdout.decode().strip()


def test_without_git_folders_are_compared_and_revisions_told_of(tmp_path: Path) -> None:
    write_case("a-date-moves", tmp_path)
    done = run("diff", "--root", "after", "before", cwd=tmp_path, PATH="/nowhere")
    assert "1 date moved" in done.stdout
    missing = run("diff", "--root", "after", "main", cwd=tmp_path, PATH="/nowhere")
    assert missing.stderr == "Error: git is not installed: install it, or name two folders, and no such folder.\n"
    nothing = run("diff", "--root", "after", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert nothing.stderr == "Error: this is no repository of git: name a folder to compare with.\n"
    assert missing.returncode == nothing.returncode == 1


def test_a_revision_without_a_project_is_told_of(repository: Path) -> None:
    empty = git("commit-tree", git("hash-object", "-t", "tree", "/dev/null", cwd=repository), "-m", "0", cwd=repository)
    done = run("diff", empty, cwd=repository)
    assert (done.stdout, done.returncode) == ("", 1)
    assert "holds no content/" in done.stderr
