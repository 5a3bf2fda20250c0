"""`dateline draft` of what is no article, or no good one: one line, exit code 1, and nothing half-written."""

import codecs
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.drafting.pages import MOST_BYTES
from tests.commands.local_server import says, serving
from tests.commands.test_commands import run
from tests.commands.test_keeping import held
from tests.examples import REPOSITORY, read_example

pytestmark = pytest.mark.long

STORY = """Port Authority opens the northern gate

The Port Authority opened the northern gate on 12 May 2031. Mara Lind greeted the first crew.
"""
LONG = " ".join(
    f"Crew {number} of the harbour waited for the tide and looked at the northern gate for a long time."
    for number in range(9)
)
ALWAYS = ("--outlet", "harbour-post", "--published", "2031-05-13")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return read_example("a-clean-project").write(tmp_path)


def page(body: str, head: str = "") -> str:
    head = f"<title>Gate</title><meta property='og:site_name' content='Harbour Post'>{head}"
    return f"<!doctype html><html lang='en'><head>{head}</head><body><article>{body}</article></body></html>"


def refused(root: Path, *arguments: str) -> str:
    """Draft, see that nothing was written, and return what was said, without its last line."""
    before = held(root)
    done = run("draft", *arguments, cwd=root)
    assert done.returncode == 1, done
    assert "Traceback" not in done.stderr
    assert held(root) == before
    return done.stderr


NOT_TEXT = "it is not text: save the article as a page (`.html`) or as its text (`.txt`)"
FORMS = "articles are .html, .htm, .txt files"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.txt", b"", "it is empty"),
        ("spaces.txt", b" \n\t\n", "it is empty"),
        ("empty.html", b"<html><body></body></html>", "the page holds no article, or only its first lines (0 words)"),
        ("paywall.html", page(f"<h1>Gate</h1><p>{' '.join(['gate'] * 60)}</p>").encode(), "the page holds no article"),
        ("report.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "it is a PDF: save its text, as `.txt`"),
        ("picture.txt", bytes(range(256)) * 40, NOT_TEXT),
        ("program", b"\x7fELF\x02\x01\x01\x00" + bytes(500), NOT_TEXT),
        ("huge.txt", b"a" * (MOST_BYTES + 1), "5,000,001 bytes, and at most 5,000,000 are read"),
        ("thai.txt", ("คณะกรรมการเปิดประตูทางเหนือของท่าเรือ " * 9).encode(), "its language (th) is none whose words"),
        ("amharic.txt", ("የወደቡ ባለሥልጣን ሰሜናዊውን በር ከፈተ። " * 9).encode(), "its language (am) is none whose words"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(root: Path, name: str, content: bytes, why: str) -> None:
    (root / name).write_bytes(content)
    line, conclusion = refused(root, name, *ALWAYS).splitlines()
    assert line.startswith(f"{name}: ") and why in line and line.endswith(".")
    assert conclusion == "1 of 1 articles: nothing was drafted from."


def test_standard_input_that_never_ends_is_read_no_further_than_an_article_may_be(root: Path) -> None:
    with subprocess.Popen(["yes"], stdout=subprocess.PIPE) as endless:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "draft", "-", *ALWAYS],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY), "DATELINE_TODAY": "2031-06-01"},
            stdin=endless.stdout,
            capture_output=True,
            text=True,
            timeout=60,
        )
        endless.kill()
    assert done.returncode == 1
    assert done.stderr.startswith("standard input: it is larger than 5 MB")


def test_a_day_that_is_missing_or_still_to_come(root: Path) -> None:
    (root / "undated.txt").write_text(STORY)
    told = refused(root, "undated.txt", "--outlet", "harbour-post")
    assert told.startswith("undated.txt: the article does not say when it was published: say it by `--published")
    head = '<meta property="article:published_time" content="2031-06-02T09:00:00Z">'
    (root / "ahead.html").write_text(page(f"<h1>Gate</h1><p>{LONG}</p><p>{STORY}</p>", head))
    told = refused(root, "ahead.html")
    assert told.startswith("ahead.html: it is dated 2031-06-02, which is still to come")
    told = refused(root, "undated.txt", "--outlet", "harbour-post", "--published", "2031-06-02")
    assert told.startswith("undated.txt: it is dated 2031-06-02, which is still to come")


def test_files_that_cannot_be_read_and_folders_without_articles(root: Path) -> None:
    assert refused(root, "gone.txt").startswith("gone.txt: there is no such file.\n")
    (root / "letters").mkdir()
    (root / "letters/notes.md").write_text("# notes\n")
    assert refused(root, "letters").startswith(f"letters: there is no article in this folder: {FORMS}.\n")
    os.mkfifo(root / "pipe.txt")
    assert refused(root, "pipe.txt").startswith("pipe.txt: this is a pipe, a socket or a device")
    (root / "pipe.txt").unlink()
    if os.geteuid():
        (root / "secret.txt").write_text(STORY)
        (root / "secret.txt").chmod(0)
        assert refused(root, "secret.txt").startswith("secret.txt: the file cannot be read: Permission denied")


def test_hostile_names_move_no_cursor(root: Path) -> None:
    name = "a\x1b[2Jb\nc.txt"
    (root / name).write_bytes(b"")
    told = refused(root, name, *ALWAYS)
    assert "\x1b" not in told and len(told.splitlines()) == 2


def test_of_two_articles_the_good_one_is_drafted_and_the_summary_says_so(root: Path) -> None:
    (root / "letters").mkdir()
    (root / "letters/a.txt").write_text(STORY)
    (root / "letters/b.txt").write_bytes(bytes(range(256)))
    (root / "letters/page_files").mkdir()
    (root / "letters/page_files/advertisement.html").write_text("<html>buy this</html>")
    done = run("draft", "letters", *ALWAYS, cwd=root)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"letters/b.txt: {NOT_TEXT}.",
        "1 of 2 articles: nothing was drafted from.",
    ]
    assert "2 records and 1 text written" in done.stdout
    assert run("check", cwd=root).returncode == 0


def test_a_second_draft_of_one_article_changes_nothing(root: Path) -> None:
    (root / "a.txt").write_text(STORY)
    first = run("draft", "a.txt", *ALWAYS, cwd=root)
    assert (first.returncode, first.stderr) == (0, "")
    before = held(root)
    again = run("draft", "a.txt", *ALWAYS, cwd=root)
    assert (again.returncode, again.stderr) == (0, "")
    assert "0 records and 0 texts written" in again.stdout
    assert held(root) == before


def test_a_file_in_the_place_of_a_draft_is_never_overwritten(root: Path) -> None:
    (root / "a.txt").write_text(STORY)
    snapshot = "snapshots/2031-05-13-harbour-post-port-authority-opens-the-northern.txt"
    (root / "snapshots").mkdir(exist_ok=True)
    (root / snapshot).write_text("somebody's own\n")
    before = held(root)
    done = run("draft", "a.txt", *ALWAYS, cwd=root)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == f"{snapshot} is there already and stays as it is."
    assert done.stderr.splitlines()[1].startswith("nothing was written: ")
    assert "2 records and 0 texts would be written" in done.stdout
    assert "\ntitle: Port Authority opens the northern gate\n" in done.stdout
    assert held(root) == before


def test_a_project_with_errors_is_mended_first(root: Path) -> None:
    (root / "a.txt").write_text(STORY)
    actor = root / "content/actors/mara-lind.yaml"
    actor.write_text("name: Mara Lind\nkind: persn\n")
    told = refused(root, "a.txt", *ALWAYS)
    assert "content/actors/mara-lind.yaml:2:7" in told
    assert told.splitlines()[-1].endswith("nothing was drafted: mend the records first.")


def test_what_the_disk_does_not_take_leaves_nothing(root: Path) -> None:
    (root / "a.txt").write_text(STORY + LONG * 40)
    before = held(root)
    done = run("draft", "a.txt", *ALWAYS, cwd=root, limit=8_000)
    assert done.returncode == 1 and "nothing was changed" in done.stderr
    assert held(root) == before


def test_addresses_that_give_no_article_are_one_line_each(root: Path) -> None:
    long = page(f"<h1>Gate</h1><p>{LONG}</p><p>The gate opened on 12 May 2031.</p>").encode()
    answers = {
        "/robots.txt": says(b"User-agent: dateline-draft\nDisallow: /hidden\n"),
        "/a": says(long, Content_Type="text/html; charset=klingon"),
        "/gone": says(b"", 404),
        "/round": says(b"", 302, Location="/round"),
        "/report": says(b"%PDF-1.7 ...", Content_Type="application/pdf"),
    }
    with serving(answers) as (url, _):
        paths = ("/hidden", "/gone", "/round", "/report")
        told = refused(root, *(url + path for path in paths), *ALWAYS, "--private")
        assert told.splitlines() == [
            f"{url}/hidden: the site asks robots not to read it: save the page, and draft from the file.",
            f"{url}/gone: the server answers 404: save the page, and draft from the file.",
            f"{url}/round: it leads on more than 5 times.",
            f"{url}/report: it is a PDF: save its text, as `.txt`.",
            "4 of 4 articles: nothing was drafted from.",
        ]
        told = refused(root, f"{url}/a", *ALWAYS)
        assert "127.0.0.1 is at 127.0.0.1, an address that is not public: it is not fetched." in told
        good = run("draft", f"{url}/a", *ALWAYS, "--private", cwd=root)
    assert (good.returncode, good.stderr) == (0, "")


WORDS = {
    "ar": ("وقعت السلطة الاتفاق في الميناء يوم 12 مايو 2031 بعد محادثات طويلة بين الجانبين.", "windows-1256"),
    "ru": ("Управление порта открыло северные ворота 12 мая 2031 года после долгих переговоров.", "koi8-r"),
    "fr": ("L’autorité du port a ouvert la porte du nord le 12 mai 2031 après l'été très fêté.", "windows-1252"),
    "de": ("Die Hafenbehörde öffnete am 12. Mai 2031 das nördliche Tor für größere Schiffe.", "utf-16"),
    "es": ("La autoridad portuaria abrió la puerta el 12 de mayo de 2031 para el señor Muñoz.", "utf-16-be"),
}


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("form", ["text", "declared", "undeclared", "declared wrongly"])
def test_encodings_of_pages_and_texts(root: Path, language: str, form: str) -> None:
    words, encoding = WORDS[language]
    charset = {"declared": encoding, "declared wrongly": "utf-8"}.get(form)
    meta = f"<meta charset='{charset}'>" if charset else ""
    body = "".join(f"<p>{words} ({number}.)</p>" for number in range(10))
    written = "\n\n".join([words] * 4) if form == "text" else page(body, meta)
    name = "article.txt" if form == "text" else "article.html"
    (root / name).write_bytes(written.encode(encoding))
    done = run("draft", name, *ALWAYS, "--language", language, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    (snapshot,) = (root / "snapshots").glob("2031-05-13-*.txt")
    assert words in snapshot.read_text(encoding="utf-8")
    assert [file.name[:10] for file in (root / "content/events/2031").glob("2031-05-12*.yaml")] == ["2031-05-12"]


def test_a_mark_of_utf_8_is_no_part_of_the_text(root: Path) -> None:
    (root / "a.txt").write_bytes(codecs.BOM_UTF8 + STORY.encode())
    assert run("draft", "a.txt", *ALWAYS, cwd=root).returncode == 0
    (snapshot,) = (root / "snapshots").glob("2031-05-13-*.txt")
    assert snapshot.read_text(encoding="utf-8") == STORY
