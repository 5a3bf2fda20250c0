"""What runs on a forge, and what a stranger could do there."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from generator.cli import main
from tests.commands.test_commands import run
from tests.examples import REPOSITORY, read_example

pytestmark = pytest.mark.long

GITHUB = REPOSITORY / ".github"
MAKEFILE = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
PUBLISH_PAGE = (REPOSITORY / "content/pages/publish.md").read_text(encoding="utf-8")
ZIZMOR = re.findall(r"^\t\$\(BIN\)/(zizmor .*) \.github$", MAKEFILE, re.MULTILINE)[0].split()


def workflow(name: str) -> Any:
    """A workflow of GitHub's as data; YAML 1.1 reads its `on` as true."""
    return yaml.safe_load((GITHUB / f"workflows/{name}.yml").read_text(encoding="utf-8"))


def commands(job: Any) -> list[str]:
    """What a job runs, in order."""
    return [step["run"] for step in job["steps"] if "run" in step]


def made(run: str, **variables: str) -> str:
    """What a command of make would run, as make itself tells without doing it."""
    given = [f"{name}={value}" for name, value in variables.items()]
    done = subprocess.run(
        [*run.split(), "--dry-run", *given], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    return done.stdout


def audit(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run zizmor as `make lint` does."""
    return subprocess.run(
        [Path(sys.executable).with_name(ZIZMOR[0]), *ZIZMOR[1:], folder],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_strictest_auditor_finds_nothing_in_our_workflows() -> None:
    assert "auditor" in ZIZMOR and "--offline" in ZIZMOR and "lint-workflows" in MAKEFILE.partition("\nlint:")[2]
    done = audit(GITHUB)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  pull_request:\n", "  pull_request_target:\n"),
        ("run: make audit", "run: echo ${{ github.event.pull_request.title }}"),
        ("persist-credentials: false", "persist-credentials: true"),
        ("permissions: {}", "permissions: write-all"),
        ("@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2", "@v6"),
    ],
)
def test_the_auditor_would_find_what_we_promise_not_to_do(old: str, new: str, tmp_path: Path) -> None:
    text = (GITHUB / "workflows/check.yml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/check.yml").write_text(text.replace(old, new))
    assert audit(tmp_path / ".github").returncode > 10


def test_every_yaml_file_of_the_forge_can_be_read() -> None:
    files = [file for file in GITHUB.rglob("*") if file.suffix in (".yml", ".yaml")]
    assert len(files) >= 6
    assert all(isinstance(yaml.safe_load(file.read_text(encoding="utf-8")), dict) for file in files)


def test_a_stranger_s_code_gets_no_secret_and_writes_nothing() -> None:
    check = workflow("check")
    assert list(check[True]) == ["pull_request"] and check["permissions"] == {}
    assert all(job["permissions"] == {"contents": "read"} for job in check["jobs"].values())
    for file in (GITHUB / "workflows").iterdir():
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"secrets\.|github\.token|pull_request_target|workflow_run", text)
        runs = [run for job in workflow(file.stem)["jobs"].values() for run in commands(job)]
        assert not [run for run in runs if "${{" in run]


def test_only_the_job_that_runs_nothing_of_the_repository_may_publish() -> None:
    jobs = workflow("publish")["jobs"]
    writing = [name for name, job in jobs.items() if "write" in job["permissions"].values()]
    assert writing == ["publish"] and commands(jobs["publish"]) == []
    assert [step["uses"].partition("@")[0] for step in jobs["publish"]["steps"]] == ["actions/deploy-pages"]


@pytest.mark.parametrize("name", ["publish", "check"])
def test_an_action_is_pinned_by_commit_and_runs_on_what_github_s_runners_have(name: str) -> None:
    # Node 20 left the runners in autumn 2026; these are the first versions for Node 24.
    oldest = {
        "actions/checkout": 5,
        "actions/setup-python": 6,
        "actions/configure-pages": 6,
        "actions/upload-artifact": 6,
        "actions/upload-pages-artifact": 5,
        "actions/deploy-pages": 5,
    }
    text = (GITHUB / f"workflows/{name}.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)@([0-9a-f]{40}) # v(\d+)\.\d+\.\d+\n", text)
    assert used and len(used) == text.count("uses:")
    assert all(int(version) >= oldest[action] for action, _, version in used)
    # One version of each, everywhere.
    assert len({(action, commit) for action, commit, _ in used}) == len({action for action, _, _ in used})


def test_the_site_is_published_every_day_by_targets_that_there_are() -> None:
    publish = workflow("publish")
    (schedule,) = publish[True]["schedule"]
    minute, hour, *every = schedule["cron"].split()
    assert minute.isdecimal() and hour.isdecimal() and every == ["*", "*", "*"]
    assert commands(publish["jobs"]["build"]) == ["make check site"]
    assert "dateline check --strict" in made("make check site")


def test_a_pull_request_is_checked_with_annotations_built_strictly_and_kept() -> None:
    check = workflow("check")["jobs"]["check"]
    runs = commands(check)
    assert runs == ["make check FORMAT=github", "make site"]
    assert "dateline check --strict --format github\n" in made(runs[0])
    assert "mkdocs build --strict\n" in made(runs[1])
    assert check["steps"][-1]["with"] == {"name": "preview", "path": "site", "retention-days": 14}


def test_all_that_is_locked_is_audited_on_a_pull_request() -> None:
    assert commands(workflow("check")["jobs"]["audit"]) == ["make audit"]
    rule = MAKEFILE.partition("\naudit: ")[2].partition("\n\n")[0]
    assert "pip-audit " in rule and rule.endswith("-r requirements-dev.lock")


def lines_of_dateline() -> list[list[str]]:
    """Every command of ours in the Makefile, the workflows and the page for operators."""
    files = [REPOSITORY / "Makefile", *(GITHUB / "workflows").iterdir()]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files) + "\n".join(
        re.findall(r"```(?:sh|yaml)\n(.*?)```", PUBLISH_PAGE, re.DOTALL)
    )
    found = re.findall(r"(?:\$\(BIN\)|\.venv/bin)/dateline (.*)", text)
    return [re.sub(r'[">].*?$|\$\$\{\w+:\+|[}"]', " ", line.replace('"$$', "$$")).split() for line in found]


def test_every_command_of_ours_that_runs_there_exists_with_these_options() -> None:
    lines = lines_of_dateline()
    assert {line[0] for line in lines} >= {"check", "diff", "verify", "fmt"}
    for name, *words in lines:
        command = main.get_command(click.Context(main), name)
        assert command
        known = {option for one in command.params if isinstance(one, click.Option) for option in one.opts}
        used = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert used <= known, (name, used - known)


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


def test_the_review_of_a_pull_request_is_what_its_job_shows(tmp_path: Path) -> None:
    review = workflow("check")["jobs"]["review"]
    step = next(step for step in review["steps"] if step.get("run") == "make review")
    assert step["env"]["BASE"] == "HEAD^1" and step["env"]["FILES"].endswith(
        "/blob/${{ github.event.pull_request.head.sha }}/"
    )
    assert next(step for step in review["steps"] if "fetch-depth" in step.get("with", {}))["with"]["fetch-depth"] == 2
    root = read_example("a-clean-project").write(tmp_path)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "before")
    event = root / "content/events/2031/2031-05-01-treaty-signed.yaml"
    words = "Lind @mayor <b>signed</b> #1"
    event.write_text(event.read_text().replace("says: The ports signed a treaty.", f'quote: "{words}"'))
    (root / "snapshots").mkdir()
    (root / "snapshots/2031-05-03-agency-one-traite.txt").write_text(f"On Thursday, {words}.")
    assert run("verify", cwd=root).returncode == 0
    (root / "snapshots/2031-05-03-agency-one-traite.txt").unlink()
    git(root, "add", "content")
    git(root, "commit", "-qm", "after")
    # As in the job, with our own command in place of that in .venv.
    (root / "Makefile").write_text(
        re.sub(r"^(review:) .*", r"\1", MAKEFILE, flags=re.MULTILINE).replace(
            "$(BIN)/dateline", f"{sys.executable} -m generator"
        )
    )
    environment = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(REPOSITORY),
        "DATELINE_TODAY": "2031-06-01",
        "BASE": "HEAD^1",
        "FILES": "https://forge.example/x/blob/$(touch hit)`touch hit`/",
    }
    done = subprocess.run(
        ["make", "review"], cwd=root, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    meaning, quotes = ((root / f"dist/review/{name}.md").read_text() for name in ("1-meaning", "2-quotes"))
    assert "](https://forge.example/x/blob/" in meaning and not (root / "hit").exists()
    title, _, ending, _, *rows = quotes.splitlines()
    assert title.startswith("## ") and ending == "0 of 1 new or changed entry is confirmed by the texts at hand."
    (row,) = rows
    assert unescape(row).startswith("- [ ] no text at hand: 2031-05-03-agency-one-traite: “Lind @\u2060mayor <b>signed")
    assert not re.search(r"[<@]|#\d(?!\d*;)", row)


def test_the_report_of_a_change_needs_a_revision_that_there_is(tmp_path: Path) -> None:
    root = read_example("a-clean-project").write(tmp_path)
    assert run("verify", "--since", "main", cwd=root).returncode == 2
    done = run("verify", "--report", "--since", "--output=x", cwd=root)
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1
