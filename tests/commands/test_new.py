"""`dateline new`, as people and scripts run it: on a terminal it asks, elsewhere it says what is missing."""

from pathlib import Path

import pytest

from tests.commands.terminal import DOWN, ENTER, INTERRUPT, SPACE, Terminal
from tests.commands.test_commands import run
from tests.commands.test_keeping import held
from tests.examples import read_example

pytestmark = pytest.mark.long

TODAY = "2031-06-10"
ARTICLE = "2031-05-02-harbour-post-treaty"
FEES = ("--title", "Fees fall", "--date", "2031-06-02", "--kind", "agreement", "--article", ARTICLE, "--says", "Less.")
STORY = """Ports sign a second treaty on tolls

Mara Lind met the Port Authority in Valletta on 3 June 2031, officials said.

The tolls treaty is to be signed on June 12, and will hold for all ships that call at either of the two ports.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return read_example("a-clean-project").write(tmp_path / "project")


def test_an_event_is_made_of_options_in_canonical_form(root: Path) -> None:
    done = run("new", "event", *FEES, "--actor", "Mara Lind", "--set", "summary.fr=Oui", cwd=root, today=TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert "date: 2031-06-02 is 2 June 2031.\n" in done.stdout
    assert (root / "content/events/2031/2031-06-02-fees-fall.yaml").read_text() == (
        "title: Fees fall\ndate: 2031-06-02\nkind: agreement\nsummary:\n  fr: Oui\nactors: [mara-lind]\n"
        f"evidence:\n  - article: {ARTICLE}\n    says: Less.\n"
    )
    again = run("new", "event", *FEES, cwd=root, today=TODAY)
    assert again.returncode == 1
    assert "has the id `2031-06-02-fees-fall` already" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (
            ("event", "--title", "x", "--date", "2031"),
            "a new event needs `--kind`, `--article` and `--quote`",
        ),
        (("actor",), "a new actor needs `--name` and `--kind`."),
        (
            ("event", *FEES, "--actor", "mara-lund"),
            "`--actor`: there is no actor `mara-lund`: did you mean `mara-l",
        ),
        (("event", *FEES, "--kind", "agreemnt"), "`--kind` is `agreemnt`: did you mean `agreement`?"),
        (("event", *FEES, "--date", "2031-13"), "`--date`: `date` is wrong: `2031-13` is not a date"),
        (("event", *FEES, "--set", "nonsense"), "`nonsense`: write it as FIELD=VALUE."),
        (("event", *FEES, "--set", "evidence[9].says=x"), "`evidence[9].says` leaves a gap"),
        (("actor", "--name", "مارا", "--kind", "person"), "no id can be made of `مارا`: say one by `--id`."),
        (("article", "missing.html"), "missing.html: there is no such file."),
    ],
)
def test_what_is_missing_or_wrong_is_said_in_one_line(root: Path, arguments: tuple[str, ...], why: str) -> None:
    before = held(root)
    done = run("new", *arguments, cwd=root, today=TODAY)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Error: {why}")
    assert done.stderr.count("\n") == 1
    assert held(root) == before


def test_an_article_is_filled_from_its_page_and_an_event_from_one_of_its_sentences(root: Path) -> None:
    page = root.parent / "page.txt"
    page.write_text(STORY)
    said = ("--outlet", "Harbour Post", "--published", "2031-06-04", "--author", "A. Writer", "--id", "tolls")
    done = run("new", "article", str(page), *said, cwd=root, today=TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / "snapshots/tolls.txt").read_text() == STORY
    assert (root / "content/articles/tolls.yaml").read_text() == (
        "title: Ports sign a second treaty on tolls\noutlet: harbour-post\npublished: 2031-06-04\nlanguage: en\n"
        "authors: [A. Writer]\n"
    )
    listed = run("new", "event", "--article", "tolls", cwd=root, today=TODAY)
    assert listed.returncode == 1
    assert listed.stdout.startswith("1  2031-06-03 · occurred · Mara Lind met")
    chosen = run("new", "event", "--article", "tolls", "--sentence", "1", "--title", "Talks", cwd=root, today=TODAY)
    assert (chosen.returncode, chosen.stderr) == (0, "")
    (made,) = (root / "content/events/2031").glob("2031-06-03-*.yaml")
    assert "title: Talks\ndate: 2031-06-03\n" in made.read_text()
    assert "actors: [mara-lind, port-authority]\n" in made.read_text()
    assert "date_words: on 3 June 2031\n" in made.read_text()
    assert run("check", cwd=root, today=TODAY).returncode == 0


def test_on_a_terminal_it_asks_and_writes_the_record_of_a_missing_actor(root: Path) -> None:
    shell = Terminal("new", "event", *FEES[:2], *FEES[4:], cwd=root)
    shell.answer("date:", "2031-06-02")
    shell.until("June")  # the date in words, below what is typed
    shell.type(ENTER)
    shell.answer("Which other fields?", DOWN + DOWN + SPACE + ENTER)
    shell.answer("actors:", "Dock Union" + ENTER)
    shell.answer("Write its record now?", "y")
    shell.answer("name:", ENTER)
    shell.answer("kind", DOWN + ENTER)
    shell.answer("Which other fields?", ENTER)
    shell.answer("actors:", ENTER)
    assert shell.ends() == 0
    assert "kind: organisation\n" in (root / "content/actors/dock-union.yaml").read_text()
    assert "actors: [dock-union]\n" in (root / "content/events/2031/2031-06-02-fees-fall.yaml").read_text()


def test_whoever_interrupts_a_question_leaves_nothing(root: Path) -> None:
    before = held(root)
    shell = Terminal("new", "actor", cwd=root)
    shell.answer("name:", INTERRUPT)
    assert shell.ends() == 1
    assert held(root) == before
