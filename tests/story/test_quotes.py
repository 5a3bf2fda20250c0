"""Quotes are found in the articles' texts, or the nearest passage is named; the lock remembers, without the texts."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import check_content
from generator.commands.verify import verify_and_lock
from generator.dates.today import read_day
from generator.story.lock import parse_lock, quote_hash, render_lock
from generator.story.quotes import fold, text_fragment
from tests.examples import TODAY, Example, read_example

EVENT = "content/events/2031/2031-05-01-treaty-signed.yaml"
ARTICLE = "2031-05-02-harbour-post-treaty"
LOCKED = f"content/evidence.lock/{ARTICLE}.jsonl"
TEXT = "VALLETTA — The two ports “signed  the\ntreaty” on Thursday, said the ﬁrst mate.\n"


def quoting(quote: str, root: Path, snapshot: str | None = TEXT, suffix: str = "txt", field: str = "quote") -> Path:
    """A project whose only event cites words of one article, of which the text may be at hand."""
    files = dict(read_example("a-clean-project").files)
    del files[LOCKED]
    files[EVENT] = (
        "title: Two ports sign a treaty\ndate: 2031-05-01\nkind: agreement\nevidence:\n"
        f"  - article: {ARTICLE}\n    {field}: >-\n      {quote}\n"
        + ("" if field == "quote" else "    says: They signed it.\n")
    )
    if snapshot is not None:
        files[f"snapshots/{ARTICLE}.{suffix}"] = snapshot
    return Example("", files, "").write(root)


def verify(root: Path, day: str = "2031-06-01") -> list[str]:
    """Run verify and return the problems, then those that remain for check."""
    found = verify_and_lock(root, check_content(root, TODAY), read_day(day))
    left = [problem for problem in check_content(root, TODAY).problems if problem.level != "notice"]
    return [problem.message for problem in (*found.problems, *left)]


@pytest.mark.parametrize(
    "quote",
    [
        'ports "signed the treaty" on Thursday',
        "ports “signed the treaty” on Thursday",
        "said the first mate",
        "VALLETTA — The two",
    ],
)
def test_a_quote_is_found_whatever_its_quotation_marks_spaces_and_ligatures(quote: str, tmp_path: Path) -> None:
    assert verify(quoting(quote, tmp_path)) == []


def test_a_text_may_be_html(tmp_path: Path) -> None:
    page = "<p>The two ports <b>signed</b> the&nbsp;treaty &amp; left</p><script>var x = 'nothing here'</script>"
    assert verify(quoting("ports signed the treaty & left", tmp_path, page, "html")) == []
    assert verify(quoting("nothing here", tmp_path, page, "html")) != []


def test_a_quote_that_is_not_there_names_the_nearest_passage_and_writes_nothing(tmp_path: Path) -> None:
    root = quoting("signed a treaty on Thursday", tmp_path)
    assert verify(root)[0] == (
        f'the quote does not stand in snapshots/{ARTICLE}: did you mean “"signed the treaty" on Thursday”?'
    )
    assert not (root / "content/evidence.lock").exists()


def test_words_that_are_nowhere_near_are_told_what_to_do(tmp_path: Path) -> None:
    assert verify(quoting("zebras graze quietly", tmp_path))[0] == (
        f"the quote does not stand in snapshots/{ARTICLE}: give the article's very words, or use `says`."
    )


@pytest.mark.parametrize(
    ("quote", "hint"),
    [
        ("The two … treaty", "it leaves something out: quote one passage, without “…”, or two pieces of evidence."),
        ("the TWO ports", "the article writes “The two ports”: give it with the article's capitals."),
    ],
)
def test_why_words_were_not_found_is_told(quote: str, hint: str, tmp_path: Path) -> None:
    assert verify(quoting(quote, tmp_path))[0] == f"the quote does not stand in snapshots/{ARTICLE}: {hint}"


def test_a_text_that_is_at_hand_is_not_asked_for(tmp_path: Path) -> None:
    root = quoting("on Thursday", tmp_path)
    (problem,) = [found for found in check_content(root, TODAY).problems if found.level == "warning"]
    assert problem.message == "this quote is not verified: run `dateline verify`."


def test_a_text_of_no_article_is_told(tmp_path: Path) -> None:
    root = quoting("on Thursday", tmp_path)
    (root / "snapshots/2031-05-02-harbour-post-treatey.txt").write_text("x")
    (root / "snapshots/.DS_Store").write_text("x")
    (problem,) = [found for found in check_content(root, TODAY).problems if found.code == "stray-snapshot"]
    assert problem.message == (
        "no article has the id `2031-05-02-harbour-post-treatey`, so nothing is looked up in this text: did you mean"
        f" `{ARTICLE}`?"
    )


def test_the_lock_outlives_the_text_and_a_changed_quote_does_not(tmp_path: Path) -> None:
    root = quoting("on Thursday", tmp_path)
    assert verify(root) == []
    lock = (root / LOCKED).read_text()
    assert "Thursday" not in lock
    (root / f"snapshots/{ARTICLE}.txt").unlink()
    assert verify(root, "2031-07-01") == []
    assert (root / LOCKED).read_text() == lock
    quoting("on Friday", root, None)
    assert verify(root) == [
        f"this quote is not verified: put the article's text in snapshots/{ARTICLE}.txt and run `dateline verify`."
    ]


def test_the_day_of_an_entry_changes_only_when_its_text_does(tmp_path: Path) -> None:
    root = quoting("on Thursday", tmp_path)
    lock = root / LOCKED
    verify(root, "2031-06-01")
    first = lock.read_text()
    verify(root, "2031-06-09")
    assert lock.read_text() == first
    quoting("on Thursday", root, TEXT + "More.")
    verify(root, "2031-06-09")
    assert '"verified": "2031-06-09"' in lock.read_text()


def test_the_lock_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    root = quoting("on Thursday", tmp_path)
    verify(root)
    text = (root / LOCKED).read_text()
    entries, problems = parse_lock([(LOCKED, text)])
    assert (render_lock(entries), problems) == ({Path(LOCKED).name: text}, [])
    assert (ARTICLE, quote_hash("on  Thursday")) in entries


def test_an_entry_of_the_lock_that_holds_a_separator_of_lines_is_one_line() -> None:
    line = '{"article": "a", "quote": "b", "snapshot": "c", "offset": 1, "verified": "\\u2028\\u0085"}'
    entries, problems = parse_lock([(LOCKED, f"{line}\r\n")])
    assert len(entries) == 1 and problems == []
    assert parse_lock(render_lock(entries).items()) == (entries, [])


@pytest.mark.parametrize(
    ("words", "text", "is_there"),
    [
        ("on Thursday", TEXT, True),
        ("Thursday", TEXT, True),
        ("on Friday", TEXT, False),
        ("May", "Mayors met in May.", True),
        ("May", "Mayors met.", False),
        ("3 May", "They met on 13 May.", False),
        ("13 May", "They met on 13 Mayday.", False),
        ("8月13日", "両国は8月13日に署名した。", True),
        ("3日", "両国は8月13日に署名した。", False),
        ("الخميس", "وقعوا يوم الخميس.", True),
    ],
)
def test_the_words_of_a_date_are_looked_up_as_words(words: str, text: str, is_there: bool, tmp_path: Path) -> None:
    root = quoting(words, tmp_path, text, field="date_words")
    found = verify(root)
    if is_there:
        assert found == [] and quote_hash(words) in (root / LOCKED).read_text()
    else:
        assert found[0].startswith(f"the words of the date do not stand in snapshots/{ARTICLE}: ")
        assert not (root / LOCKED).exists()


def test_changed_words_of_a_date_are_unverified_where_a_text_is_held_and_else_unchecked(tmp_path: Path) -> None:
    root = quoting("on Thursday", tmp_path, None, field="date_words")
    unchecked = [problem for problem in check_content(root, TODAY).problems if problem.code == "unchecked-date-words"]
    assert [problem.level for problem in unchecked] == ["notice"]
    quoting("on Thursday", root, field="date_words")
    assert verify(root) == []
    quoting("on Friday", root, None, field="date_words")
    (root / f"snapshots/{ARTICLE}.txt").unlink()
    found = check_content(root, TODAY).problems
    (unverified,) = [problem for problem in found if problem.code == "unverified-date-words"]
    assert unverified.level == "warning"
    assert unverified.message == (
        f"the words “on Friday” are not verified: put the article's text in snapshots/{ARTICLE}.txt"
        " and run `dateline verify`."
    )


def test_a_lock_of_one_file_is_read_and_becomes_a_folder(tmp_path: Path) -> None:
    root = quoting("on Thursday", tmp_path)
    verify(root)
    text = (root / LOCKED).read_text()
    (root / LOCKED).unlink()
    (root / "content/evidence.lock").rmdir()
    (root / "content/evidence.lock").write_text(text)
    (root / f"snapshots/{ARTICLE}.txt").unlink()
    assert verify(root) == []
    assert (root / LOCKED).read_text() == text


def test_branches_that_verify_different_articles_merge_without_conflict(tmp_path: Path) -> None:
    def git(*arguments: str) -> str:
        own = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(["git", *own, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True)
        return done.stdout

    Example("", dict(read_example("a-clean-project").files), "").write(tmp_path)
    git("init", "--quiet", "--initial-branch=main")
    git("add", ".")
    git("commit", "--quiet", "--message=base")
    # Neighbours in every order that a single file could have.
    for name in ("a", "b"):
        git("checkout", "--quiet", "-b", name, "main")
        article = f"2031-05-02-harbour-post-treaty-{name}"
        text = read_example("a-clean-project").files[f"content/articles/{ARTICLE}.yaml"]
        (tmp_path / f"content/articles/{article}.yaml").write_text(text)
        event = f"title: It\ndate: 2031-05-01\nkind: agreement\nevidence:\n  - article: {article}\n    quote: signed\n"
        (tmp_path / f"content/events/2031/2031-05-01-{name}.yaml").write_text(event)
        (tmp_path / "snapshots").mkdir(exist_ok=True)
        (tmp_path / f"snapshots/{article}.txt").write_text("They signed.")
        assert verify(tmp_path) == []
        git("add", "content")
        git("commit", "--quiet", f"--message={name}")
    git("merge", "--quiet", "--no-edit", "a")
    assert [problem for problem in check_content(tmp_path, TODAY).problems if problem.level != "notice"] == []
    assert len(list((tmp_path / "content/evidence.lock").iterdir())) == 3


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("quote", "fragment"),
    [
        ("on Thursday", "#:~:text=on%20Thursday"),
        ("so-called, or not", "#:~:text=so%2Dcalled%2C%20or%20not"),
        ("a & b = c", "#:~:text=a%20%26%20b%20%3D%20c"),
        ("اتفاق", "#:~:text=%D8%A7%D8%AA%D9%81%D8%A7%D9%82"),
        (
            " ".join(["one two three four five", *["word"] * 12, "thirteen fourteen fifteen sixteen seventeen"]),
            "#:~:text=one%20two%20three%20four%20five,thirteen%20fourteen%20fifteen%20sixteen%20seventeen",
        ),
    ],
)
def test_a_quote_has_an_address_in_its_article(quote: str, fragment: str) -> None:
    assert text_fragment("https://a.example/b", quote) == "https://a.example/b" + fragment


def test_an_address_that_has_a_fragment_keeps_it() -> None:
    assert text_fragment("https://a.example/#part", "x") == "https://a.example/#part:~:text=x"
