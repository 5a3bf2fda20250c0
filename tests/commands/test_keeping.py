"""`dateline fmt`, `rename`, `merge`, `split` and `open`, as people run them: all of it, or nothing."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.commands.several import write_several
from tests.commands.test_commands import run
from tests.examples import REPOSITORY, read_example

pytestmark = pytest.mark.long

SIGNED = "content/events/2031/2031-05-01-treaty-signed.yaml"
COMMITTEE = "content/events/2031/2031-05-15-committee.yaml"
ARTICLE = "2031-05-02-harbour-post-treaty"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that holds something of everything, in canonical form."""
    root = read_example("everything").write(tmp_path)
    assert run("fmt", cwd=root).returncode == 0
    return root


def held(root: Path) -> dict[str, bytes]:
    """All files of the project, but for what is remembered."""
    files = (file for file in root.rglob("*") if file.is_file() and ".cache" not in file.parts)
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def test_fmt_writes_what_changes_and_says_so(root: Path) -> None:
    change(root, COMMITTEE, "title:", "#  why\ntitle:")
    actor = root / "content/actors/mara-lind.yaml"
    actor.write_text("kind: person\n# of the name\nname: 'Mara Lind'\n")
    before = held(root)
    checked = run("fmt", "--check", cwd=root)
    assert checked.returncode == 1
    assert checked.stdout == "content/actors/mara-lind.yaml\n"
    assert checked.stderr == "Error: 1 of 18 records not in canonical form: run `dateline fmt`.\n"
    assert held(root) == before
    times = {path: (root / path).stat().st_mtime_ns for path in before}
    done = run("fmt", cwd=root)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "dateline fmt: 1 of 18 records written anew.")
    assert actor.read_text() == '# of the name\nname: "Mara Lind"\nkind: person\n'
    assert [path for path in before if (root / path).stat().st_mtime_ns != times[path]] == [
        "content/actors/mara-lind.yaml"
    ]
    again = run("fmt", "--check", cwd=root)
    assert (again.returncode, again.stdout) == (0, "dateline fmt: 18 records, all in canonical form.\n")


@pytest.mark.parametrize("broken", ["title: [\n", "title: a\ntitle: b\n", "title: \x00\n", ""])
def test_a_record_that_cannot_be_read_stops_fmt_before_anything_is_written(root: Path, broken: str) -> None:
    (root / "content/actors/mara-lind.yaml").write_text("kind: person\nname: Mara Lind\n")
    (root / COMMITTEE).write_text(broken)
    before = held(root)
    done = run("fmt", cwd=root)
    assert done.returncode == 1
    first, last = done.stderr.splitlines()
    assert first.startswith(f"{COMMITTEE}:")
    assert last == "Error: 1 error; nothing was written: mend these first."
    assert held(root) == before


def test_a_record_that_is_spoilt_in_the_middle_of_a_run_stops_it(root: Path) -> None:
    before = held(root)
    read = {SIGNED: (before[SIGNED], b"title: new\n"), COMMITTEE: (before[COMMITTEE], b"title: new\n")}
    (root / COMMITTEE).write_bytes(b"title: [")
    with pytest.raises(Exception, match="somebody else has just changed it; nothing was written"):
        write_several(root, read)
    assert held(root) == {**before, COMMITTEE: b"title: ["}


def test_where_one_file_cannot_be_written_none_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = held(root)
    edits = {SIGNED: (before[SIGNED], b"a"), "content/new.txt": (None, b"b"), COMMITTEE: (before[COMMITTEE], None)}
    unlink = Path.unlink

    def refuse(file: Path, *, missing_ok: bool = False) -> None:
        if file.name == Path(COMMITTEE).name:
            raise OSError(28, "No space left on device", str(file))
        unlink(file, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(Exception, match="No space left on device; nothing was changed"):
        write_several(root, edits)
    assert held(root) == before


KILLED = """
import os, sys
from pathlib import Path
import generator.commands.several as several
old = Path.replace
def replace(self, target):
    if self.name.endswith(".yaml.new") and replace.done:
        os.kill(os.getpid(), 9)
    replace.done = replace.done or self.name.endswith(".yaml.new")
    return old(self, target)
replace.done = False
Path.replace = replace
from generator.cli import main
main(["rename", "event", "2031-05-01-treaty-signed", "2031-05-01-signed"])
"""


def test_what_a_killed_command_began_the_next_one_takes_back(root: Path) -> None:
    before = held(root)
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "DATELINE_TODAY": "2031-06-01"}
    killed = subprocess.run([sys.executable, "-c", KILLED], cwd=root, env=environment, check=False, timeout=120)
    assert killed.returncode == -signal.SIGKILL
    assert held(root) != before
    assert run("fmt", "--check", cwd=root).returncode == 0
    assert held(root) == before


def test_rename_reaches_every_reference_and_keeps_the_old_id(root: Path) -> None:
    change(root, "content/storylines/ports-treaty.yaml", "starts_with:", "# the first\nstarts_with:")
    before = held(root)
    dry = run("rename", "event", "2031-05-01-treaty-signed", "2031-05-01-signed", "--dry-run", cwd=root)
    assert dry.returncode == 0
    assert "nothing was written" in dry.stdout
    assert held(root) == before
    done = run("rename", "event", "2031-05-01-treaty-signed", "2031-05-01-signed", cwd=root)
    assert done.stdout.splitlines()[-1] == (
        "dateline rename: 2031-05-01-treaty-signed is 2031-05-01-signed, in 2 other records too."
    )
    assert not (root / SIGNED).exists()
    new = (root / "content/events/2031/2031-05-01-signed.yaml").read_text(encoding="utf-8")
    assert new.startswith("aliases: [2031-05-01-treaty, 2031-05-01-treaty-signed]\ntitle:")
    story = (root / "content/storylines/ports-treaty.yaml").read_text()
    assert "# the first\nstarts_with: 2031-05-01-signed\n" in story
    assert "tour: [2031-05-01-signed, 2031-09-review]" in story
    others = [text for path, text in held(root).items() if not path.endswith("2031-05-01-signed.yaml")]
    assert not any(b"2031-05-01-treaty-signed" in text for text in others)
    assert run("check", cwd=root).returncode == 0
    back = run("rename", "event", "2031-05-01-signed", "2031-05-01-treaty-signed", cwd=root)
    assert back.returncode == 0
    assert (root / SIGNED).read_text(encoding="utf-8").startswith("aliases: [2031-05-01-treaty, 2031-05-01-signed]\n")


def test_an_article_takes_its_lock_and_its_text_along(root: Path) -> None:
    (root / "snapshots").mkdir()
    (root / f"snapshots/{ARTICLE}.txt").write_bytes(b"words\r\n\xff")
    before = (root / f"content/evidence.lock/{ARTICLE}.jsonl").read_text()
    assert run("rename", "article", ARTICLE, "2031-05-02-post", cwd=root).returncode == 0
    assert (root / "snapshots/2031-05-02-post.txt").read_bytes() == b"words\r\n\xff"
    assert not list(root.rglob(f"{ARTICLE}.*"))
    after = (root / "content/evidence.lock/2031-05-02-post.jsonl").read_text()
    assert after == before.replace(ARTICLE, "2031-05-02-post")
    assert json.loads(after.splitlines()[0])["article"] == "2031-05-02-post"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("actor", "mara-lin", "x"), "there is no actor `mara-lin`: did you mean `mara-lind`?"),
        (("actor", "mara-lind", "Mara L"), "such as `mara-l`."),
        (("actor", "mara-lind", "port-authority"), "has the id `port-authority` already: choose another one."),
        (("event", "2031-05-15-committee", "2031-05-01-treaty"), "had the id `2031-05-01-treaty` before"),
    ],
)
def test_what_cannot_be_renamed_is_said_in_one_line(root: Path, arguments: tuple[str, ...], why: str) -> None:
    before = held(root)
    done = run("rename", *arguments, cwd=root)
    assert done.returncode == 1
    assert why in done.stderr
    assert done.stderr.count("\n") == 1
    assert held(root) == before


def test_nothing_moves_while_a_record_is_wrong(root: Path) -> None:
    change(root, COMMITTEE, "date: ", "date: x")
    before = held(root)
    for arguments in (("rename", "actor", "mara-lind", "x"), ("merge", "mara-lind", "sea-lily")):
        done = run(*arguments, cwd=root)
        assert (done.returncode, done.stderr.splitlines()[-1]) == (
            1,
            "Error: 1 error; nothing was changed: mend the records first.",
        )
    assert held(root) == before


TWIN = """\
# A twin.
title: The ports agree
date: 2031-05-02
kind: agreement
actors:
  # the host
  - port-authority
  - sea-lily
evidence:
  - article: 2031-05-03-agency-one-traite
    says: The ports signed a treaty.
  - article: 2031-05-03-agency-one-traite
    # in French
    says: It was signed in the morning.
claims:
  - said_by: mara-lind
    text: Fees will fall by a third.
    evidence:
      - article: 2031-05-04-al-marsa-treaty
        says: Lind said so.
related:
  - {event: 2031-05-01-treaty-signed, relation: follows}
"""


def test_two_records_of_one_happening_become_one(root: Path) -> None:
    (root / "content/events/2031/2031-05-02-twin.yaml").write_text(TWIN)
    change(root, COMMITTEE, "related:\n", "related:\n  - {event: 2031-05-02-twin, relation: follows}\n")
    done = run("merge", "2031-05-01-treaty-signed", "2031-05-02-twin", cwd=root)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == (
        f"dateline merge: 2031-05-02-twin is now part of {SIGNED}; look at 2 `# check:` comments there."
    )
    text = (root / SIGNED).read_text(encoding="utf-8")
    assert not (root / "content/events/2031/2031-05-02-twin.yaml").exists()
    assert "aliases: [2031-05-01-treaty, 2031-05-02-twin]\n" in text
    assert "# check: `title` of 2031-05-02-twin is The ports agree\ntitle: Two ports sign a treaty\n" in text
    assert "# check: `date` of 2031-05-02-twin is 2031-05-02\ndate: 2031-05-01\n" in text
    assert "actors: [mara-lind, {actor: port-authority, role: host}, sea-lily]\n" in text
    assert text.count("says: The ports signed a treaty.") == 1
    assert "says: It was signed in the morning." in text
    assert text.count("Fees will fall by a third.") == 1
    assert "says: Lind said so." in text
    assert "related:" not in text
    for comment in ("# A twin.", "# the host", "# in French"):
        assert text.count(comment) == 1
    assert (root / COMMITTEE).read_text().count("event: 2031-05-01-treaty-signed") == 1
    assert run("fmt", "--check", cwd=root).returncode == 0
    assert run("check", cwd=root).returncode == 0


def test_actors_merge_in_the_lists_that_hold_both(root: Path) -> None:
    done = run("merge", "actor", "port-authority", "mara-lind", cwd=root)
    assert done.returncode == 0, done.stderr
    text = (root / SIGNED).read_text(encoding="utf-8")
    assert "actors: [{actor: port-authority, role: host}]\n" in text
    assert "said_by: port-authority\n" in text
    actor = (root / "content/actors/port-authority.yaml").read_text()
    assert "aliases: [mara-lind]\n" in actor
    assert "part_of" not in actor
    assert run("open", "mara-lind", cwd=root).stdout == ("/actors/port-authority/ content/actors/port-authority.yaml\n")


def test_one_record_of_two_happenings_becomes_two(root: Path) -> None:
    new = "2031-05-02-fees"
    done = run("split", "2031-05-01-treaty-signed", new, "--evidence", "2", "--claim", "1", cwd=root)
    assert done.returncode == 0, done.stderr
    left = (root / SIGNED).read_text(encoding="utf-8")
    made = (root / f"content/events/2031/{new}.yaml").read_text(encoding="utf-8")
    assert "Fees will fall by a third." in made
    assert "Fees will fall by a third." not in left
    assert "says: The ports signed a treaty." in made
    assert "says: The ports signed a treaty." not in left
    assert "# check: the same as in 2031-05-01-treaty-signed; what is it here?\ndate: 2031-05-01\n" in made
    assert "importance: 5\n" in made
    assert f"# check: what belongs to {new} has gone there; is the rest still right?\ntitle:" in left
    assert "aliases" not in made
    assert run("check", cwd=root).returncode == 0
    assert run("fmt", "--check", cwd=root).returncode == 0


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ((), "the new event needs evidence"),
        (("--evidence", "9"), "there is no evidence 9, only 3: count from 1."),
        (("--evidence", "0"), "there is no evidence 0, only 3: count from 1."),
        (("--evidence", "1", "--evidence", "2", "--evidence", "3"), "all its evidence would go"),
    ],
)
def test_what_cannot_be_split_is_said_in_one_line(root: Path, options: tuple[str, ...], why: str) -> None:
    before = held(root)
    done = run("split", "2031-05-01-treaty-signed", "2031-05-02-x", *options, cwd=root)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert why in done.stderr
    assert held(root) == before


def test_open_finds_a_record_by_every_id_that_it_had(root: Path) -> None:
    place = f"/events/2031-05-01-treaty-signed/ {SIGNED}\n"
    assert run("open", "2031-05-01-treaty-signed", cwd=root).stdout == place
    assert run("open", "2031-05-01-treaty", cwd=root).stdout == place
    near = run("open", "mara-lin\u202e\n", cwd=root)
    assert near.returncode == 1
    assert near.stderr.startswith("Error: there is no record `mara-lin\ufffd\ufffd`: did you mean `mara-lind`")
    assert near.stderr.count("\n") == 1
