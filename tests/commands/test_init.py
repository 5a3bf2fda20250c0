"""`dateline init`: a project that is right as it is, or nothing."""

import json
import os
import pty
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from generator.commands.init import init, requirement_of
from generator.project import CONTENT, SNAPSHOTS
from generator.records.schema import MODELS
from generator.starting.project import LICENCES, MOST_SIGNS, Answers, files_of, subject_of
from tests.examples import REPOSITORY
from tests.links import dead_links

pytestmark = pytest.mark.long

PROGRAMS = Path(sys.executable).parent
FERRY = ("--subject", "The ferry", "--language", "en", "--licence", "none")
TEXT = "Ferry begins\n\nThe ferry of Lund made its first crossing on May 2, 2026, the harbour master said.\n"
HOSTILE = [
    '"><script>alert(1)</script>',
    "</title><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% raw %} [[ subject ]] [% endif %] {# a #}",
    "a: b # c - !ENV [HOME, 'x'] & *d | > ' \" \\ %",
    "---\n- a\n...\n",
    "تاريخ الميناء \u202e(1926)\u202c",
    "# Heading\n\n`code` *b* [a](javascript:x) ![p](//host.example/p.png) :material-home:",
    "null",
    "~",
    "2031-05-01",
    "\u0000\u0007 a \x85 b \u2028 c \ufeff d \ud83d",
    "&lt;b&gt; &#60; $(rm -r x) `id` ${HOME}",
    "x" * MOST_SIGNS,
]


def run(*command: str | Path, cwd: Path, expected: int = 0, **more: Any) -> str:
    """Run a command with the programs of this environment; gives all that it printed."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    environment = {**known, "NO_MKDOCS_2_WARNING": "1", "DATELINE_TODAY": "2031-05-03", "COLUMNS": "200"}
    done: subprocess.CompletedProcess[str] = subprocess.run(
        [PROGRAMS / command[0], *command[1:]] if command[0] in ("dateline", "mkdocs") else command,
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
        **more,
    )
    assert done.returncode == expected, done.stdout
    return done.stdout


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def answers(subject: str = "The ferry", **more: Any) -> Answers:
    given = {"languages": ("en",), "theme_language": "en", "licence": "none", "requirement": "dateline==1", **more}
    return Answers(subject=subject, **given)


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project as it is written."""
    folder = tmp_path_factory.mktemp("new")
    run("dateline", "init", "ferry", *FERRY, cwd=folder)
    assert [entry.name for entry in folder.iterdir()] == ["ferry"]
    return folder / "ferry"


def test_a_new_project_has_one_example_of_each_kind_that_says_so_and_teaches(ferry: Path) -> None:
    for kind in MODELS.keys() - {"vocabulary"}:
        (file,) = (ferry / CONTENT / kind).rglob("*.yaml")
        text = file.read_text(encoding="utf-8")
        assert file.stem.startswith("example-") and text.startswith("# An invented example: delete it. ")
    assert (ferry / CONTENT / "vocabulary.yaml").read_text(encoding="utf-8").startswith("# The kinds of event")
    assert (ferry / CONTENT / "evidence.lock").is_dir() and len(list((ferry / SNAPSHOTS).iterdir())) == 1
    assert not (ferry / ".cache").exists()


def test_a_new_project_is_checked_strictly_and_in_canonical_form(ferry: Path) -> None:
    assert "no problems" in run("dateline", "check", "--strict", cwd=ferry)
    assert "all in canonical form" in run("dateline", "fmt", "--check", cwd=ferry)


@pytest.mark.builders
def test_its_own_tests_pass_and_no_link_of_its_site_leads_nowhere(ferry: Path) -> None:
    run("make", "test", f"BIN={PROGRAMS}", cwd=ferry)
    assert "The ferry" in (ferry / "site/index.html").read_text(encoding="utf-8")
    assert dead_links(ferry / "site") == []


@pytest.mark.builders
def test_without_its_examples_a_project_is_still_checked_and_built(ferry: Path) -> None:
    readme = (ferry / "README.md").read_text(encoding="utf-8")
    (deletion,) = re.findall(r"^```sh\n(find .*?)\n```$", readme, re.M)
    run("sh", "-euc", deletion, cwd=ferry)
    left = [name for name in contents(ferry) if name.startswith((f"{CONTENT}/", f"{SNAPSHOTS}/"))]
    assert sorted(name.removeprefix(f"{CONTENT}/") for name in left) == [
        "pages/contribute.md",
        "pages/index.md",
        "pages/methodology.md",
        "pages/privacy.md",
        "vocabulary.yaml",
    ]
    assert "no problems" in run("dateline", "check", "--strict", cwd=ferry)
    run("mkdocs", "build", "--strict", "--quiet", cwd=ferry)


@pytest.mark.parametrize("subject", HOSTILE)
def test_whatever_the_subject_says_it_is_a_text_in_every_file(subject: str) -> None:
    usual = files_of(answers())
    found = files_of(answers(subject_of(subject)))
    assert list(found) == list(usual)
    assert {path for path in found if found[path] != usual[path]} <= {
        "mkdocs.yml",
        "README.md",
        "content/pages/index.md",
    }
    settings = yaml.compose(found["mkdocs.yml"], Loader=yaml.SafeLoader)
    assert isinstance(settings, yaml.MappingNode)
    (name,) = [value.value for key, value in settings.value if key.value == "site_name"]
    assert name and not re.search(r"[<>\x00-\x1f]", name) and "49" not in name
    for path in ("README.md", "content/pages/index.md"):
        assert len(found[path].splitlines()) == len(usual[path].splitlines())
        assert "<" not in found[path].splitlines()[0]


@pytest.mark.parametrize(
    ("subject", "told"),
    [(" \n\u200b ", "say in a few words"), ("x" * 10_000, "at most 200 signs; these are 10,000")],
)
def test_a_subject_that_is_none_is_refused_in_a_line(subject: str, told: str, tmp_path: Path) -> None:
    said = run("dateline", "init", "new", "--subject", subject, "--yes", cwd=tmp_path, expected=2)
    assert told in said.splitlines()[-1] and len(said) < 600
    assert list(tmp_path.iterdir()) == []


@pytest.mark.builders
@pytest.mark.parametrize("subject", ["".join(HOSTILE[:2]), " ".join(HOSTILE[2:6]), HOSTILE[6]])
def test_a_hostile_subject_does_nothing_in_the_site(subject: str, tmp_path: Path) -> None:
    run("dateline", "init", "new", "--subject", subject, "--yes", cwd=tmp_path)
    assert "no problems" in run("dateline", "check", "--strict", cwd=tmp_path / "new")
    run("mkdocs", "build", "--strict", "--quiet", cwd=tmp_path / "new")
    for page in ("index.html", "timeline/index.html", "404.html"):
        built = (tmp_path / "new/site" / page).read_text(encoding="utf-8")
        assert "<script>alert" not in built and "<img src=x" not in built
        assert 'href="javascript:' not in built and 'src="//host.example' not in built


@pytest.mark.builders
@pytest.mark.parametrize(("tags", "theme"), [(("de", "en", "de"), "de"), (("ar",), "ar"), (("pt-PT",), "pt")])
def test_a_language_is_that_of_the_records_and_of_the_theme(tags: tuple[str, ...], theme: str, tmp_path: Path) -> None:
    said = [word for tag in tags for word in ("--language", tag)]
    run("dateline", "init", "new", "--subject", "X", "--licence", "none", *said, cwd=tmp_path)
    new = tmp_path / "new"
    assert f"\nlanguage: {tags[0]}\n" in (new / CONTENT / "vocabulary.yaml").read_text(encoding="utf-8")
    assert f"\n  language: {theme}  #" in (new / "mkdocs.yml").read_text(encoding="utf-8")
    assert "no problems" in run("dateline", "check", "--strict", cwd=new)
    run("mkdocs", "build", "--strict", "--quiet", cwd=new)
    assert ("its texts are also given in `en`." in (new / "README.md").read_text(encoding="utf-8")) is (len(tags) > 1)


@pytest.mark.parametrize("tag", ["xx", "", "../../en", "en\n", "<b>", "e" * 5_000])
def test_a_language_of_which_the_theme_has_no_words_is_refused(tag: str, tmp_path: Path) -> None:
    said = run("dateline", "init", "new", "--yes", "--language", tag, cwd=tmp_path, expected=2)
    assert "is no language of the theme, which are af, ar," in said and len(said) < 1_000
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("licence", LICENCES)
def test_a_licence_is_told_by_the_readme_and_named_in_the_records_folder(licence: Any) -> None:
    files = files_of(answers(licence=licence))
    assert LICENCES[licence] in files["README.md"]
    named = files.get("content/LICENSE", "")
    assert ("creativecommons.org" in named) is (licence != "none")
    assert ("content/LICENSE" in files["README.md"]) is (licence != "none")


def test_the_licence_of_this_repository_s_records_begins_like_the_one_to_choose() -> None:
    own = (REPOSITORY / CONTENT / "LICENSE").read_text(encoding="utf-8")
    assert own.startswith(files_of(answers(licence="cc-by-4.0"))["content/LICENSE"])


def test_files_that_hold_for_any_subject_are_those_of_this_repository() -> None:
    files = files_of(answers())
    same = ("content/pages/methodology.md", "content/pages/privacy.md")
    for path in (*same, ".github/dependabot.yml", ".github/ISSUE_TEMPLATE/config.yml"):
        assert files[path] == (REPOSITORY / path).read_text(encoding="utf-8"), (
            f"copy it to generator/starting/files/{path}"
        )


def workflow(text: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return found


@pytest.mark.parametrize("name", ["check.yml", "publish.yml"])
def test_workflows_run_when_those_of_this_repository_do_with_what_pip_installs(name: str) -> None:
    path = f".github/workflows/{name}"
    own = workflow((REPOSITORY / path).read_text(encoding="utf-8"))
    new = workflow(files_of(answers())[path])
    assert [new[key] for key in ("name", "on", "concurrency")] == [own[key] for key in ("name", "on", "concurrency")]
    for key, job in new["jobs"].items():
        for part in job.keys() - {"steps"}:
            assert job[part] == own["jobs"][key][part], f"{key}: {part}"
        actions = [[step for step in one["steps"] if "uses" in step] for one in (job, own["jobs"][key])]
        assert [step["uses"] for step in actions[0]] == [step["uses"] for step in actions[1]]
        commands = [step["run"] for step in job["steps"] if "run" in step]
        assert not commands or commands[0] == "python -m pip install --quiet -r requirements.txt"
        assert not any("make" in command for command in commands)
        for step in job["steps"]:
            assert "uses" not in step or re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"])


@pytest.mark.parametrize("path", ["ISSUE_TEMPLATE/propose-event.yml", "ISSUE_TEMPLATE/report-error.yml"])
def test_its_forms_are_those_that_intake_reads(path: str) -> None:
    assert files_of(answers())[f".github/{path}"] == (REPOSITORY / ".github" / path).read_text(encoding="utf-8")


def test_no_fault_of_its_workflows_is_known(ferry: Path) -> None:
    run(PROGRAMS / "zizmor", "--offline", "--no-progress", "--persona=pedantic", ".github", cwd=ferry)


def test_a_folder_that_has_files_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/.hidden").write_text("mine")
    said = run("dateline", "init", "full", *FERRY, cwd=tmp_path, expected=1)
    assert said == (
        "Error: full: this folder has files, and none is ever overwritten: name a new or an empty one; nothing was "
        "written.\n"
    )
    assert contents(tmp_path) == {"full/.hidden": b"mine"}


@pytest.mark.parametrize(
    ("place", "told"), [("file", "this is no folder"), ("link", "this is no folder"), ("no/new", "there is no")]
)
def test_a_place_where_no_folder_can_be_made_is_named(place: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    said = run("dateline", "init", place, *FERRY, cwd=tmp_path, expected=1)
    assert told in said and said.count("\n") == 1
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "link"]


def test_an_empty_folder_is_filled_where_one_stands(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    before = (tmp_path / "here").stat().st_ino
    run("dateline", "init", ".", *FERRY, cwd=tmp_path / "here")
    assert (tmp_path / "here").stat().st_ino == before
    assert "no problems" in run("dateline", "check", "--strict", cwd=tmp_path / "here")
    assert [entry.name for entry in tmp_path.iterdir()] == ["here"]


@pytest.mark.parametrize("is_there", [False, True])
def test_where_the_last_step_fails_nothing_is_left(
    is_there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename
    moves: list[Path] = []

    def failing(self: Path, target: Path) -> Path:
        if tmp_path / "new" in (target, target.parent):
            moves.append(target)
            if len(moves) == (3 if is_there else 1):
                raise OSError(28, "No space left on device")
        return rename(self, target)

    if is_there:
        (tmp_path / "new").mkdir()
    monkeypatch.setattr(Path, "rename", failing)
    context = click.Context(init)
    with pytest.raises(click.ClickException, match="No space left on device; nothing was written"):
        init.invoke(init.make_context("init", [str(tmp_path / "new"), *FERRY, "--requirement", "dateline"], context))
    assert contents(tmp_path) == {}
    assert [entry.name for entry in tmp_path.iterdir()] == (["new"] if is_there else [])


def test_first_records_are_drafted_from_articles_and_their_quotes_are_verified(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/ferry.txt").write_text(TEXT)
    more = ("--from", "articles", "--published", "2026-05-04", "--outlet", "lund-post")
    said = run("dateline", "init", "new", *FERRY, *more, cwd=tmp_path)
    assert "dateline draft: 3 records and 1 text written; look for `# check:`." in said
    (event,) = (tmp_path / "new/content/events/2026").iterdir()
    assert "# check:" in event.read_text(encoding="utf-8") and "date: 2026-05-02\n" in event.read_text(encoding="utf-8")
    assert "no problems" in run("dateline", "check", "--strict", cwd=tmp_path / "new")


@pytest.mark.parametrize(
    ("articles", "told"),
    [("nothing", "there is no such file"), ("undated.txt", "does not say when it was published"), (".", "undated.txt")],
)
def test_an_article_that_cannot_be_drafted_from_leaves_nothing(articles: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text(TEXT)
    said = run("dateline", "init", "new", *FERRY, "--from", articles, cwd=tmp_path, expected=1)
    assert told in said and "nothing was written" in said
    assert list(contents(tmp_path)) == ["undated.txt"] and not (tmp_path / "new").exists()


def test_where_nobody_can_be_asked_what_is_missing_is_named(tmp_path: Path) -> None:
    said = run("dateline", "init", "new", "--language", "en", cwd=tmp_path, expected=2, stdin=subprocess.DEVNULL)
    assert "nobody is here to ask: give --subject, --licence, or --yes" in said
    assert list(tmp_path.iterdir()) == []


def test_what_is_usual_is_named_after_the_folder(tmp_path: Path) -> None:
    run("dateline", "init", "lindmoor-canal", "--yes", cwd=tmp_path)
    assert 'site_name: "Lindmoor canal"\n' in (tmp_path / "lindmoor-canal/mkdocs.yml").read_text(encoding="utf-8")


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    asks, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
    program = subprocess.Popen(
        [PROGRAMS / "dateline", "init", "new"],
        cwd=tmp_path,
        env=environment,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    printed = b""
    # What it asks, and what is answered: a clear line and a name; the usual language, and another; the second licence.
    for question, answer in (
        (b"about?", b"\x15Old harbours\r"),
        (b"languages", b", xx\r"),
        (b"no language of", b"\x7f\x7f\x7f\x7f, de\r"),
        (b"licence", b"\x1b[B\r"),
    ):
        until = time.monotonic() + 30
        while question not in printed:
            assert time.monotonic() < until, printed
            printed += os.read(asks, 65_536)
        printed = b""
        os.write(asks, answer)
    try:
        while os.read(asks, 65_536):
            pass
    except OSError:
        pass  # it has ended
    assert program.wait(timeout=30) == 0
    os.close(asks)
    assert 'site_name: "Old harbours"' in (tmp_path / "new/mkdocs.yml").read_text(encoding="utf-8")
    assert "are also given in `de`" in (tmp_path / "new/README.md").read_text(encoding="utf-8")
    assert "zero/1.0" in (tmp_path / "new/content/LICENSE").read_text(encoding="utf-8")


COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("origin", "line", "is_local"),
    [
        (None, "dateline==0.1.0", False),
        (
            {"url": "https://forge.example/d", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"dateline @ git+https://forge.example/d@{COMMIT}",
            False,
        ),
        (
            {"url": "file:///w/dateline.whl", "archive_info": {"hashes": {"sha256": "ab"}}},
            "dateline @ file:///w/dateline.whl#sha256=ab",
            True,
        ),
        ({"url": "https://a.example/d.whl", "archive_info": {}}, "dateline @ https://a.example/d.whl", False),
        ({"url": "file:///d", "dir_info": {"editable": True}}, "-e file:///d", True),
        ({"url": "file:///d", "dir_info": {}}, "dateline @ file:///d", True),
    ],
)
def test_the_requirement_is_what_is_installed_here(origin: object, line: str, is_local: bool) -> None:
    assert requirement_of(json.dumps(origin) if origin else None, "0.1.0") == (line, is_local)
    text = files_of(answers(requirement=line, is_local=is_local))["requirements.txt"]
    assert text.splitlines()[-1] == line
    assert ("on your own computer" in text) is is_local
