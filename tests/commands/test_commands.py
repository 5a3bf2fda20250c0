"""The `dateline` command as people run it: what it prints and where, its exit codes, and what it leaves untouched."""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from shutil import copytree, rmtree
from threading import Event, Thread

import pytest
from jsonschema import Draft202012Validator

from generator.commands.one_step import write_folder
from generator.project import TEMPLATES
from generator.records.schema import MODELS
from tests.examples import REPOSITORY, read_example

pytestmark = pytest.mark.long

EVENT = "content/events/2031/2031-05-01-treaty-signed.yaml"


def run(
    *arguments: str, cwd: Path, today: str | None = "2031-06-01", limit: int = 0, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, on a fixed day; no file may have more bytes than the limit, if there is one."""

    def keep_small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    if today:
        environment["DATELINE_TODAY"] = today
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "COLUMNS": "100", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=keep_small if limit else None,
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project that is in order, with the repository's templates."""
    copytree(REPOSITORY / TEMPLATES, tmp_path / TEMPLATES)
    return read_example("a-clean-project").write(tmp_path)


def break_a_date(root: Path) -> None:
    text = (root / EVENT).read_text().replace("date: 2031-05-01", "date: 2031-13-01")
    (root / EVENT).write_text(text)


READ = "dateline check: 1 event, 2 articles, 2 outlets, 2 actors, 1 place and 1 storyline read"
SENTENCE = f"{EVENT}:2:7: `date` is wrong: `2031-13-01` is not a date: there is no month 13"


def holds(root: Path) -> list[str]:
    """What lies in a folder, but for what may be deleted at any time."""
    return sorted(path.name for path in root.iterdir() if path.name != ".cache")


def test_check_of_a_project_in_order_is_silent_but_for_its_summary(root: Path) -> None:
    done = run("check", "--strict", cwd=root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{READ}; no problems\n")


def test_check_prints_problems_on_standard_error_and_fails(root: Path) -> None:
    break_a_date(root)
    done = run("check", cwd=root)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(SENTENCE)
    assert f"{READ}; 1 error" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_warning_fails_only_a_strict_check(root: Path) -> None:
    text = (root / EVENT).read_text().replace("says: The treaty was", "quote: The treaty was")
    (root / EVENT).write_text(text)
    assert run("check", cwd=root).returncode == 0
    assert run("check", "--strict", cwd=root).returncode == 1


def test_check_reports_for_programs_too(root: Path) -> None:
    break_a_date(root)
    (problem,) = json.loads(run("check", "--format", "json", cwd=root).stdout)
    assert (problem["path"], problem["line"], problem["column"], problem["level"]) == (EVENT, 2, 7, "error")
    annotation = run("check", "--format", "github", cwd=root).stdout
    assert annotation.startswith(f"::error file={EVENT},line=2,col=7::`date` is wrong")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["chek"], "No such command 'chek'"),
        (["check", "--strictly"], "No such option"),
        (["render"], "Missing option '--out'"),
        (
            ["check", "--today", "tomorrow"],
            "`tomorrow` is another day for every reader; write the day itself, such as `2025-11-06`",
        ),
        (["check", "--today", "2031-06"], "`2031-06` is not a day; write it as 2025-11-06"),
        (["check", "--root", "nowhere"], "does not exist"),
        (
            ["check", "--root", "theme_overrides"],
            "there is no folder theme_overrides/content: go to the project's folder, or name it by `--root`.",
        ),
    ],
)
def test_wrong_usage_shows_the_usage(arguments: list[str], complaint: str, root: Path) -> None:
    done = run(*arguments, cwd=root)
    assert done.returncode == 2
    assert "Usage: " in done.stderr
    assert complaint in " ".join(done.stderr.split())


def test_help_explains_every_command(root: Path) -> None:
    assert run("--help", cwd=root).returncode == 0
    for command in ("check", "diff", "verify", "render", "migrate", "schema"):
        done = run(command, "--help", cwd=root)
        assert done.returncode == 0
        assert "--root" in done.stdout


def test_render_writes_every_page_and_replaces_its_own_folder(root: Path) -> None:
    done = run("render", "--out", "out", cwd=root)
    assert (done.returncode, done.stdout) == (
        0,
        f"dateline render: {len(list((root / 'out').rglob('*.md')))} pages are in out.\n",
    )
    assert (root / "out/events/2031-05-01-treaty-signed.md").is_file()
    assert "## dateline render" in (root / "out/reference/options.md").read_text()
    (root / "out/stale.md").write_text("old")
    assert run("render", "--out", "out", cwd=root).returncode == 0
    assert not (root / "out/stale.md").exists()


def test_render_of_a_broken_record_leaves_the_last_good_pages(root: Path) -> None:
    run("render", "--out", "out", cwd=root)
    before = {file: file.read_bytes() for file in (root / "out").rglob("*.md")}
    break_a_date(root)
    done = run("render", "--out", "out", cwd=root)
    assert done.returncode == 1
    assert done.stderr.startswith(SENTENCE)
    assert {file: file.read_bytes() for file in (root / "out").rglob("*.md")} == before
    assert sorted(path.name for path in root.iterdir() if path.name != ".cache") == [
        "content",
        "out",
        "theme_overrides",
    ]


def test_render_does_not_delete_a_stranger_s_folder(root: Path) -> None:
    (root / "precious").mkdir()
    (root / "precious/thesis.txt").write_text("years of work")
    done = run("render", "--out", "precious", cwd=root)
    assert done.returncode == 1
    assert "holds files that Dateline did not write: name an empty or a new folder" in done.stderr
    assert (root / "precious/thesis.txt").read_text() == "years of work"


@pytest.mark.parametrize(
    "out", ["content", "content/new", ".", "snapshots", "theme_overrides/pages", "content/../content/x"]
)
def test_render_does_not_write_where_it_reads(out: str, root: Path) -> None:
    (root / "snapshots").mkdir()
    done = run("render", "--out", out, cwd=root)
    assert done.returncode == 1
    assert "is where the pages are made from" in done.stderr and "name a folder of its own" in done.stderr
    assert run("check", cwd=root).returncode == 0


def test_of_two_renders_to_one_folder_one_says_so(root: Path) -> None:
    started, go_on = Event(), Event()

    def slowly(new: Path) -> None:
        started.set()
        go_on.wait(20)
        (new / "mine.md").write_text("x")

    first = Thread(target=write_folder, args=(root / "out", slowly))
    first.start()
    assert started.wait(20)
    done = run("render", "--out", "out", cwd=root)
    go_on.set()
    first.join()
    assert (done.returncode, "is just being written by another command" in done.stderr) == (1, True)
    assert [file.name for file in (root / "out").glob("*.md")] == ["mine.md"]


def test_whoever_is_stopped_between_two_steps_leaves_the_old_pages(root: Path) -> None:
    run("render", "--out", "out", cwd=root)
    (root / "out").rename(root / ".out.old")

    def fail(new: Path) -> None:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        write_folder(root / "out", fail)
    assert (root / "out/events/2031-05-01-treaty-signed.md").is_file()
    assert run("render", "--out", "out", cwd=root).returncode == 0
    assert sorted(path.name for path in root.iterdir() if path.name != ".cache") == [
        "content",
        "out",
        "theme_overrides",
    ]


def test_a_reproducible_build_sets_the_day(root: Path) -> None:
    epoch = str(1_926_000_000)  # 12 January 2031, before the treaty
    done = run("check", cwd=root, today=None, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 1 and "is yet to come" in done.stderr
    done = run("check", cwd=root, today=None, SOURCE_DATE_EPOCH="soon")
    assert "the environment: SOURCE_DATE_EPOCH is `soon`: write seconds since 1970" in done.stderr
    done = run("check", cwd=root, today="someday")
    assert "the environment: DATELINE_TODAY is wrong: `someday` cannot be read as a date" in done.stderr


@pytest.mark.parametrize("kind", MODELS)
def test_schema_writes_what_editors_read(kind: str, root: Path) -> None:
    done = run("schema", kind, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    Draft202012Validator.check_schema(json.loads(done.stdout))
    for field in json.loads(done.stdout)["properties"].values():
        assert field["description"] and field["examples"]


def test_schema_knows_the_words_of_the_vocabulary_if_that_is_in_order(root: Path) -> None:
    schema = json.loads(run("schema", "events", cwd=root).stdout)
    assert schema["properties"]["kind"]["enum"] == ["agreement", "meeting"]
    (root / "content/vocabulary.yaml").write_text("kinds: [")
    done = run("schema", "events", cwd=root)
    assert done.returncode == 0
    assert "enum" not in json.loads(done.stdout)["properties"]["kind"]


def test_schema_of_no_kind_says_which_there_are(root: Path) -> None:
    done = run("schema", "event", cwd=root)
    assert done.returncode == 2
    assert "'events', 'articles', 'outlets'" in done.stderr


def test_verify_finds_quotes_and_writes_the_lock(root: Path) -> None:
    text = (root / EVENT).read_text().replace("says: The treaty was", "quote: The treaty was")
    (root / EVENT).write_text(text)
    (root / "snapshots").mkdir()
    snapshot = root / "snapshots/2031-05-02-harbour-post-treaty.txt"
    snapshot.write_text("The treaty was never signed on Thursday.")
    done = run("verify", cwd=root)
    assert done.returncode == 1
    assert f"{EVENT}:11:12: the quote does not stand in" in done.stderr
    assert "content/evidence.lock is unchanged: mend these first" in done.stderr
    snapshot.write_text("The treaty was signed on Thursday.")
    done = run("verify", cwd=root)
    cited = "(events/2031-05-01-treaty-signed)"
    article = "2031-05-02-harbour-post-treaty"
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [
            f"added    {article}: “The treaty was signed on Thursday.” {cited}",
            f"changed  {article}: “Thursday” {cited}",
            "dateline verify: 2 entries are in content/evidence.lock.",
        ],
    )
    assert run("check", "--strict", cwd=root).returncode == 0
    # Whoever holds another text sees what is not so in it; whoever holds none, what rests on somebody else's word.
    snapshot.write_text("A treaty was signed on Thursday.")
    done = run("verify", "--report", cwd=root)
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [
            f"not in the text at hand: {article}: “The treaty was signed on Thursday.” {cited}, 2031-06-01",
            "dateline verify: 1 of 2 entries are confirmed by the texts at hand.",
        ],
    )
    snapshot.unlink()
    done = run("verify", "--report", cwd=root)
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["no text at hand"] * 2 + ["dateline verify"]
    (root / EVENT).write_text((root / EVENT).read_text().replace("date_words: Thursday", "date_words: on Thursday"))
    done = run("verify", "--report", cwd=root)
    assert "no record cites it: 2031-05-02-harbour-post-treaty: " in done.stdout
    snapshot.write_text("The treaty was signed on Thursday, 1 May. The treaty was signed on Thursday.")
    done = run("verify", cwd=root)
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["changed", "added", "removed", "dateline"]


@pytest.mark.parametrize("form", ["a folder", "one file, as older versions wrote it"])
def test_a_verification_that_the_disk_has_no_room_for_leaves_the_lock_as_it_was(form: str, root: Path) -> None:
    lock = root / "content/evidence.lock"
    old = {file.name: file.read_bytes() for file in lock.iterdir()}
    if form != "a folder":
        rmtree(lock)
        lock.write_bytes(b"".join(old.values()))
    (root / EVENT).write_text((root / EVENT).read_text().replace("says: The treaty was", "quote: The treaty was"))
    (root / "snapshots").mkdir()
    (root / "snapshots/2031-05-02-harbour-post-treaty.txt").write_text("The treaty was signed on Thursday.")
    done = run("verify", cwd=root, limit=50)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done.stderr
    assert done.stderr.startswith("Error: content/evidence.lock cannot be written: ")
    assert (
        lock.read_bytes() == b"".join(old.values())
        if lock.is_file()
        else old == {file.name: file.read_bytes() for file in lock.iterdir()}
    )
    assert [file.name for file in (root / "content").iterdir() if file.name.startswith(".")] == []
    assert run("verify", cwd=root).returncode == 0
    assert lock.is_dir() and len(b"".join(file.read_bytes() for file in lock.iterdir()).splitlines()) == 2


def test_a_template_that_is_missing_is_not_blamed_on_a_record(root: Path) -> None:
    (root / TEMPLATES / "subject.md.j2").write_text('{% include "own.md.j2" %}')
    done = run("check", cwd=root)
    sentence = "there is no such template, nor does one come with Dateline: correct its name where it is asked for."
    assert done.stderr.splitlines()[0] == f"{TEMPLATES}/own.md.j2:1:1: {sentence} [template]"


def test_a_vocabulary_that_is_missing_is_asked_for(root: Path) -> None:
    (root / "content/vocabulary.yaml").unlink()
    done = run("check", cwd=root)
    assert done.stderr.splitlines()[0] == "content/vocabulary.yaml:1:1: there is no such file: write it. [unreadable]"


def test_of_one_entry_the_number_agrees(root: Path) -> None:
    done = run("verify", "--report", cwd=root)
    assert done.stdout.endswith("dateline verify: 0 of 1 entry is confirmed by the texts at hand.\n")
    done = run("verify", cwd=root)
    assert done.stdout == "dateline verify: 1 entry is in content/evidence.lock, 1 without a text at hand.\n"


def test_a_broken_lock_says_what_lets_verify_go_on(root: Path) -> None:
    lock = root / "content/evidence.lock/2031-05-02-harbour-post-treaty.jsonl"
    lock.write_text("not json\n")
    done = run("verify", cwd=root)
    assert "1:1: this line is not an entry of the lock: delete it, and run `dateline verify`. [lock]" in done.stderr
    assert done.stderr.endswith("Error: 1 error; nothing was verified: mend the records first.\n")
    lock.write_text("")
    assert run("verify", cwd=root).returncode == 0


def test_a_flood_of_hostile_files_ends_in_one_line_each(root: Path) -> None:
    folder = root / "content/events/2031"
    hostile = {
        "huge": b"a" * 50_000_000,
        "empty": b"",
        "nul": b"title: \x00",
        "binary": bytes(range(256)),
        "deep": b"[" * 100_000,
        "bomb": b"a: &a [x]\nb: &b [" + b"*a, " * 20_000 + b"]",
        "tab": b"title: x\n\tdate: y",
        "tag": b"!!python/object/apply:os.system ['echo']",
    }
    for name, content in hostile.items():
        (folder / f"{name}.yaml").write_bytes(content)
    done = run("check", cwd=root)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    told = [line.split(".yaml:")[0].rpartition("/")[2] for line in lines if line.startswith("content/")]
    assert sorted(told) == sorted(hostile)


def test_of_very_many_problems_the_gravest_are_shown(root: Path) -> None:
    for number in range(300):
        (root / f"content/places/place-{number}.yaml").write_text("name: A place\nlat: north\n")
    (root / "content/places/a-warning.yaml").write_text("name: Quay #2\n")
    done = run("check", cwd=root)
    *all_lines, more, last = done.stderr.splitlines()
    lines = [line for line in all_lines if line.startswith("content/")]
    assert len(lines) == 200 and all("`lat`" in line for line in lines)
    assert more == "… and 101 more: mend these first."
    assert last.endswith("read; 300 errors, 1 warning")


def test_a_command_that_is_misspelt_is_asked_about(root: Path) -> None:
    done = run("chek", cwd=root)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "Error: No such command 'chek'. did you mean `check`?"


def test_a_command_starts_without_what_others_stand_on() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, generator.cli; print(*sorted(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert not {"pydantic", "httpcore", "trafilatura", "ruamel.yaml", "questionary", "mkdocs"} & set(told)
