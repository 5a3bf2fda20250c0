"""`dateline intake` as people run it: what a form sent becomes records, and hostile text stays text."""

import io
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.build import check_content
from generator.commands.intake import intake as command
from generator.drafting.forms import FORMS, PROPOSAL, REPORT, Form
from generator.drafting.intake import MOST_BYTES, IntakeError, read_form
from generator.records.schema import MODELS
from generator.records.write import canonical
from tests.commands.test_commands import EVENT, run
from tests.examples import REPOSITORY, TODAY, read_example
from tests.test_plugin import snapshot

pytestmark = pytest.mark.long

GOOD = {
    "title": "The ports open a joint quay",
    "date": "2031-05-20",
    "status": "occurred",
    "kind": "Meeting",
    "summary": "Both ports' heads opened the quay.\n\nIt is *new*.",
    "actors": "Mara Lind, port-authority, Nobody Known",
    "places": "Valletta",
    "url": "https://harbour.example/quay",
    "headline": "A quay for two",
    "outlet": "Harbour Post",
    "published": "2031-05-21",
    "quote": "“The quay was opened on\nTuesday”",
    "date_words": "Tuesday",
}
WRONG = {
    "record": "https://dates.example/accords/events/2031-05-01-treaty-signed/#sources",
    "part": "the date",
    "wrong": "1 May 2031",
    "right": "It was the second, says @mayor in #12.",
}


def body(form: Form, answers: dict[str, str]) -> str:
    """What a forge makes of a form that somebody filled in."""
    return "\n\n".join(f"### {asked.label}\n\n{answers.get(asked.id, '_No response_')}" for asked in form.fields)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return read_example("a-clean-project").write(tmp_path / "project")


def intake(root: Path, text: str, *options: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command for an issue's body on standard input."""
    done = CliRunner().invoke(command, ["--root", str(root), "--today", "2031-06-01", *options], input=text.encode())
    return done.exit_code, done.stdout, done.stderr


def codes(root: Path) -> set[str]:
    """What the check finds, but for words that nobody has looked up yet."""
    problems = check_content(root, TODAY).problems
    return {problem.code for problem in problems if problem.level == "error"}


def test_a_proposal_becomes_an_event_and_its_article(root: Path) -> None:
    (root / "issue.md").write_text(body(PROPOSAL, GOOD))
    done = run("intake", "issue.md", cwd=root)
    code, out, err = done.returncode, done.stdout, done.stderr
    article = "content/articles/2031-05-21-harbour-post-quay-for-two.yaml"
    event = "content/events/2031/2031-05-20-the-ports-open-a-joint-quay.yaml"
    assert (code, out.splitlines()) == (0, [article, event]), err
    assert "2 records written" in err
    assert (root / article).read_text() == (
        "title: A quay for two\noutlet: harbour-post\nurl: https://harbour.example/quay\n"
        "published: 2031-05-21\nlanguage: en\n"
    )
    assert (root / event).read_text() == (
        "title: The ports open a joint quay\ndate: 2031-05-20\nkind: meeting\n"
        "summary: Both ports' heads opened the quay. It is *new*.\n"
        "# check: no record has these names: Nobody Known\n"
        "actors: [mara-lind, port-authority]\nplaces: [valletta]\nevidence:\n"
        "  - article: 2031-05-21-harbour-post-quay-for-two\n    quote: The quay was opened on Tuesday\n"
        "    date_words: Tuesday\n"
    )
    assert codes(root) == set()
    for path in (article, event):
        assert canonical(path.split("/")[1], (root / path).read_bytes()) == (root / path).read_text()


FURTHER = """- <https://tide.example/quay> 2031-05-22: “A quay for two ports was
opened, as https://harbour.example/quay told”
https://harbour.example/treaty
2031-05-02

It was foreseen - on Thursday.

https://harbour.example/quay 2031-05-21 Both were there
"""


def test_other_articles_are_further_evidence_of_the_event(root: Path) -> None:
    code, out, err = intake(root, body(PROPOSAL, {**GOOD, "others": FURTHER}))
    assert code == 0, err
    assert out.splitlines() == [
        "content/outlets/tide.yaml",
        "content/articles/2031-05-21-harbour-post-quay-for-two.yaml",
        "content/articles/2031-05-22-tide.yaml",
        "content/events/2031/2031-05-20-the-ports-open-a-joint-quay.yaml",
    ]
    event = yaml.safe_load((root / out.splitlines()[-1]).read_text())
    assert [(one["article"], one["quote"]) for one in event["evidence"]] == [
        ("2031-05-21-harbour-post-quay-for-two", "The quay was opened on Tuesday"),
        ("2031-05-22-tide", "A quay for two ports was opened, as https://harbour.example/quay told"),
        ("2031-05-02-harbour-post-treaty", "It was foreseen - on Thursday."),
        ("2031-05-21-harbour-post-quay-for-two", "Both were there"),
    ]
    assert codes(root) == set()


def test_an_outlet_that_the_records_lack_is_written_too(root: Path) -> None:
    other = {**GOOD, "url": "https://tide.example/quay", "outlet": "The Tide"}
    code, out, err = intake(root, body(PROPOSAL, other))
    assert code == 0, err
    assert out.splitlines()[0] == "content/outlets/the-tide.yaml"
    assert "name: The Tide\n" in (root / "content/outlets/the-tide.yaml").read_text()
    assert codes(root) == set()


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({"date": "2031-05"}, "date: 2031-05\n"),
        (
            {"date": "20 May 2031"},
            "# check: the form says “20 May 2031”; the article is of 2031-05-21\ndate: 2031-05-20\n",
        ),
        ({"date": "one fine day"}, '# check: the form says “one fine day”\ndate: "[..2031-05-21]"\n'),
        ({"date": "soon", "status": "announced"}, '# check: the form says “soon”\ndate: "[2031-05-21..]"\n'),
        ({"status": "announced"}, "status: announced\n"),
        ({"kind": "regatta"}, "# check: the form says “regatta”\nkind: "),
        ({"kind": ""}, "# check: which kind?\nkind: "),
        ({"url": "https://harbour.example/treaty"}, "  - article: 2031-05-02-harbour-post-treaty\n"),
        (
            {"title": "Two ports sign a treaty", "date": "2031-05-01"},
            "# check: is this events/2031-05-01-treaty-signed? Then add the evidence there, and leave this out\ntitle",
        ),
    ],
)
def test_what_nobody_can_tell_is_asked_beside_its_field(root: Path, answers: dict[str, str], line: str) -> None:
    code, out, err = intake(root, body(PROPOSAL, {**GOOD, **answers}), "--dry-run")
    assert code == 0, err
    assert line in out


def test_a_dry_run_and_a_failure_write_nothing_and_no_file_is_overwritten(root: Path) -> None:
    before = snapshot(root)
    code, out, _ = intake(root, body(PROPOSAL, GOOD), "--dry-run")
    assert code == 0 and "# content/events/2031/2031-05-20-the-ports-open-a-joint-quay.yaml\ntitle: " in out
    assert {path: text for path, text in snapshot(root).items() if not path.startswith(".cache")} == before
    assert intake(root, body(PROPOSAL, GOOD))[0] == 0
    once = snapshot(root / "content")
    code, out, _ = intake(root, body(PROPOSAL, GOOD))
    # The article is known by its address now, and the event is another one until somebody says that it is not.
    assert code == 0 and out == "content/events/2031/2031-05-20-the-ports-open-a-joint-quay-2.yaml\n"
    assert {path: text for path, text in snapshot(root / "content").items() if path in once} == once


HOSTILE = (
    "@everyone #1 <script>alert(1)</script>",
    'x"\ntitle: y\nimportance: 5',
    "- a: *b\n&c !!python/object:os.system",
    "{a: [b, c}: # check: ok",
    "--- |\n  > %YAML ... \t",
    "‮gnihtemos‬ \u2028 \x00\x1b[31m red",
    "yes",
    "../../etc/passwd",
    "${{ github.token }} $(id) `id`",
    "::error::x",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(root: Path, text: str) -> None:
    free = ("title", "date", "kind", "summary", "actors", "places", "headline", "outlet", "quote", "date_words")
    others = f"https://tide.example/quay 2031-05-22 {text}"
    before = snapshot(root / "content")
    code, out, err = intake(root, body(PROPOSAL, {**GOOD, **dict.fromkeys(free, text), "others": others}))
    assert (code, len(err.splitlines())) == (0, 1), err
    written = [root / path for path in out.splitlines()]
    assert {path: kept for path, kept in snapshot(root / "content").items() if path in before} == before
    assert len(snapshot(root / "content")) == len(before) + len(written)
    for file in written:
        assert file.is_relative_to(root / "content") and ".." not in file.parts
        data = yaml.load(file.read_text(), Loader=yaml.BaseLoader)
        kind = file.relative_to(root / "content").parts[0]
        assert set(data) <= set(MODELS[kind].model_fields)
    event = yaml.load(written[-1].read_text(), Loader=yaml.BaseLoader)
    assert event["title"] == event["summary"] == event["evidence"][0]["quote"]
    assert "importance" not in event and len(event["evidence"]) == 2
    assert codes(root) == set()


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({"title": "_No response_"}, "nothing is said under “What happened”."),
        ({"title": "", "quote": " \n "}, "nothing is said under “What happened”, nor under 1 more."),
        ({"status": "exploded"}, "under “What has become of it” stands none of: occurred, "),
        ({"url": "javascript:alert(1)"}, "under “Address of the article” stands no address that begins with https://."),
        ({"url": "https://[x"}, "under “Address of the article” stands no address that begins with https://."),
        ({"published": "lately"}, "under “Day of its publication” stands no day: write it as 2031-05-02."),
        ({"published": "2041-01-01"}, "under “Day of its publication” stands 2041-01-01, which is still to come."),
        (
            {"others": "They said so, too"},
            "under “Other articles that say so” stands what begins with no address: They said so, too.",
        ),
        (
            {"others": "https://a.example/1 lately: it was"},
            "under “Other articles that say so” https://a.example/1 is not followed by its day, as 2031-05-02, and its",
        ),
        ({"others": "https://a.example/1 2031-05-02"}, "is not followed by its day, as 2031-05-02, and its words."),
        ({"others": "https://a.example/1 2041-05-02 x"}, " stands 2041-05-02, which is still to come."),
        ({"others": "https://[a 2031-05-02 x"}, "under “Other articles that say so” stands no address"),
        ({"others": "https://a.example/1 2031-05-02 " + "x " * 5_000}, ".quote` ("),
        ({"language": "klingon!"}, "`language`"),
        ({"title": "x" * 5_000}, "`title`"),
        ({"quote": "x " * 5_000}, ".quote` ("),
        ({"summary": "a\n\n### What happened\n\nb"}, "the heading “What happened” stands in it twice"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(root: Path, answers: dict[str, str], line: str) -> None:
    before = snapshot(root / "content")
    code, out, err = intake(root, body(PROPOSAL, {**GOOD, **answers}))
    assert (code, out, len(err.splitlines())) == (1, "", 1), err
    assert err.startswith("Error: standard input: ") and line in err
    assert snapshot(root / "content") == before


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "it is empty."),
        ("\n \n", "it is empty."),
        ("Hello, here is a mistake.", "the headings of its fields are missing."),
        ("### What happened\n\n" + "a" * 1_000_000, f"it is larger than {MOST_BYTES:,} bytes, which no form sends."),
        ("#" * 200_000, "the headings of its fields are missing."),
        ("### " * 50_000, "the headings of its fields are missing."),
    ],
)
def test_what_is_no_form_is_said_in_one_line(root: Path, text: str, line: str) -> None:
    code, out, err = intake(root, text)
    assert (code, out, len(err.splitlines())) == (1, "", 1) and err.endswith(line + "\n")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(IntakeError, match="not UTF-8"):
        read_form(b"### What happened\n\n\xff\xfe")


@pytest.mark.parametrize(
    "named",
    [
        "https://dates.example/accords/events/2031-05-01-treaty-signed/#sources",
        "/events/2031-05-01-treaty-signed.html?x=1",
        "2031-05-01-treaty-signed",
        "content/events/2031/2031-05-01-treaty-signed.yaml",
        "two ports sign a treaty",
    ],
)
def test_a_report_says_which_record_is_meant_and_what_is_wrong(root: Path, named: str) -> None:
    code, out, err = intake(root, body(REPORT, {**WRONG, "record": named}))
    assert (code, err) == (0, "")
    first, _, *rows = out.splitlines()
    assert first == f"events/2031-05-01-treaty-signed ({EVENT}): the date"
    assert len(rows) == 4 and all(row.startswith("- [ ] ") for row in rows)
    assert rows[0] == "- [ ] It says: 1 May 2031"
    assert not re.search(r"@\w|#\w", re.sub(r"&#\d+;", "@", rows[1]).replace("@\u2060", ""))


def test_a_report_of_no_page_says_so(root: Path) -> None:
    code, out, err = intake(root, body(REPORT, {**WRONG, "record": "the one\u202e about <b>"}))
    assert (code, out) == (1, "")
    assert err == "Error: standard input: no page is meant by “the one about <b>”: write its address, or its id.\n"


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_the_forge_s_form_is_the_one_that_is_read(form: Form, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = run("intake", "--form", form.id, cwd=tmp_path)
    assert done.returncode == 0
    assert (REPOSITORY / f".github/ISSUE_TEMPLATE/{form.id}.yml").read_text(encoding="utf-8") == done.stdout
    shown = yaml.safe_load(io.StringIO(done.stdout))
    fields = [part for part in shown["body"] if part["type"] != "markdown"]
    assert [part["attributes"]["label"] for part in fields] == [asked.label for asked in form.fields]
    assert len({part["id"] for part in fields}) == len({asked.label for asked in form.fields}) == len(fields)
    # No label of one form is taken for another's.
    assert all(not {a.label for a in form.fields} & {a.label for a in o.fields} for o in FORMS.values() if o != form)


def test_a_proposal_asks_for_all_that_a_record_needs_and_for_nothing_that_it_has_not() -> None:
    asked = [one.becomes for one in PROPOSAL.fields if one.becomes]
    for kind, field in asked:
        assert field in MODELS[kind].model_fields
    for kind in ("events", "articles"):
        needed = {name for name, field in MODELS[kind].model_fields.items() if field.is_required()} - {"id"}
        assert needed <= {field for of, field in asked if of == kind}
