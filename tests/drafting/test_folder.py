"""A folder of articles about one gate: what one agency sent, what was told before, and who tells the same."""

from pathlib import Path

import pytest

from tests.commands.test_commands import run
from tests.examples import read_example

pytestmark = pytest.mark.long

FOLDER = Path(__file__).parent / "folder"
GOLDEN = FOLDER / "records"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = read_example("a-clean-project").write(tmp_path)
    assert run("fmt", cwd=root).returncode == 0
    return root


def records(root: Path) -> dict[str, str]:
    content = root / "content"
    return {file.relative_to(content).as_posix(): file.read_text("utf-8") for file in sorted(content.rglob("*.yaml"))}


def test_a_folder_becomes_these_records(root: Path, request: pytest.FixtureRequest) -> None:
    before = records(root)
    done = run("draft", str(FOLDER / "articles"), cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    new = {path: text for path, text in records(root).items() if path not in before}
    if request.config.getoption("--write-golden"):
        for path, text in new.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_text(text, encoding="utf-8")
    assert new == {
        file.relative_to(GOLDEN).as_posix(): file.read_text("utf-8") for file in sorted(GOLDEN.rglob("*.yaml"))
    }
    assert {path: text for path, text in records(root).items() if path in before} == before
    assert run("check", cwd=root).returncode == 0
    assert run("fmt", "--check", cwd=root).returncode == 0


def test_a_folder_drafted_again_proposes_nothing_new(root: Path) -> None:
    run("draft", str(FOLDER / "articles"), cwd=root)
    drafted = records(root)
    again = run("draft", str(FOLDER / "articles"), cwd=root)
    assert (again.returncode, again.stderr) == (0, "")
    assert "0 records and 0 texts written" in again.stdout
    assert records(root) == drafted


def test_a_hundred_articles_on_every_core_are_drafted_as_one_by_one(root: Path, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(100):
        day = 1 + number // 4
        text = f"The Port Authority opened gate {day} on {day} May 2031. Its keeper is called K{number}.\n"
        (articles / f"{number:03d}.txt").write_text(text)
    given = ("--outlet", "harbour-post", "--published", "2031-05-30")
    done = run("draft", "articles", *given, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    new = records(root)
    assert len([path for path in new if path.startswith("articles/2031-05-30-harbour-post")]) == 100
    events = [text for path, text in new.items() if path.startswith("events/2031/2031-05") and "opened-gate" in path]
    assert len(events) == 25
    assert [text.count("  - article: ") for text in events] == [4] * 25
    assert run("check", cwd=root).returncode == 0
