"""`dateline import`, as people run it: what a table becomes, and what is said of rows that become nothing."""

import csv
import json
from pathlib import Path

import pytest

from tests.commands.test_commands import run
from tests.commands.test_keeping import held
from tests.examples import read_example

pytestmark = pytest.mark.long

TIMELINEJS = [
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline"),
    *("Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background"),
]
TODAY = "2031-06-10"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return read_example("a-clean-project").write(tmp_path / "project")


def sheet(root: Path, *rows: dict[str, str], name: str = "the-ports.csv") -> str:
    """Write a TimelineJS spreadsheet beside the project."""
    file = root.parent / name
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, TIMELINEJS)
        writer.writeheader()
        writer.writerows(rows)
    return str(file)


def table(root: Path, text: str) -> str:
    file = root.parent / "table.csv"
    file.write_text(text, encoding="utf-8")
    return str(file)


def event(headline: str, **more: str) -> dict[str, str]:
    cells = {"Year": "2031", "Month": "6", "Day": "2", "Headline": headline, "Media": "https://news.example/fees"}
    return {**cells, **{name.replace("_", " "): cell for name, cell in more.items()}}


def written(root: Path, path: str) -> str:
    return (root / "content" / path).read_text(encoding="utf-8")


def test_a_sheet_of_timelinejs_becomes_events_articles_outlets_and_a_storyline_of_eras(root: Path) -> None:
    text = '<p>They met &amp; <b>talked</b>, see <a href="https://harbour.example/b?a=1&amp;b=2">it</a>.</p><p>So.</p>'
    file = sheet(
        root,
        {"Headline": "The ports' <b>story</b>", "Text": "How it went.", "Type": "title"},
        {"Year": "2031", "Month": "1", "End Year": "2031", "End Month": "4", "Headline": "The talks", "Type": "era"},
        event(
            "A <i>second</i> meeting", Text=text, Media="https://pictures.example/a.jpg", Time="15:30", Group="Meeting"
        ),
        event("Fees fall", End_Year="2031", End_Month="June", End_Day="4", Group="Fees"),
        event("Tolls fall", Year="2032", Group="The ports treaty"),
    )
    done = run("import", file, cwd=root, today=TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == ("dateline import: 3 events of 5 rows, 7 records; look for `# check:`.")
    assert written(root, "events/2031/2031-06-02-a-second-meeting.yaml") == (
        "title: A second meeting\n"
        "# check: the table gives a time, 15:30, without a zone: write it as `T15:30Z` if it matters\n"
        "date: 2031-06-02\n"
        "kind: meeting\n"
        "summary: They met & talked, see it. So.\n"
        "storylines: [the-ports-story]\n"
        "evidence:\n"
        "  # check: the table cites it and gives none of its words: write its `quote`\n"
        "  - article: undated-harbour-post-second-meeting\n"
        "    says: A second meeting\n"
    )
    article = written(root, "articles/undated-harbour-post-second-meeting.yaml")
    assert "outlet: harbour-post\nurl: https://harbour.example/b?a=1&b=2\n" in article
    assert "# check: the day that the article gives\npublished: ../2031-06-10\n" in article
    fees = written(root, "events/2031/2031-06-02-fees-fall.yaml")
    assert "date: 2031-06-02/2031-06-04\n# check: the table has the group “Fees”, which no record has\nkind:" in fees
    tolls = written(root, "events/2032/2032-06-02-tolls-fall.yaml")
    assert "# check: its date is still to come\nstatus: scheduled\n" in tolls
    assert "storylines: [the-ports-story, ports-treaty]\n" in tolls.replace("\n  - ", ", ").replace(":, ", ": [") or (
        "  - the-ports-story\n  - ports-treaty\n" in tolls
    )
    assert "article: undated-news-fees-fall\n" in tolls  # one address is one article
    assert written(root, "outlets/news.yaml").endswith("name: news.example\nurl: https://news.example/\n")
    eras = written(root, "storylines/the-ports-story.yaml")
    assert "summary: How it went.\n" in eras
    assert "eras:\n  - title: The talks\n    from: 2031-01\n    to: 2031-04\n" in eras
    checked = run("check", cwd=root, today=TODAY)
    assert checked.returncode == 0
    listed = run("fmt", "--check", cwd=root, today=TODAY).stdout.splitlines()
    assert not [path for path in listed if path.split(maxsplit=1)[0] in done.stdout]


def test_the_json_of_timelinejs_becomes_the_same(root: Path) -> None:
    slide = {
        "start_date": {"year": "2031", "month": 6, "day": "2", "hour": 9},
        "text": {"headline": "Fees fall", "text": "By half."},
        "media": {"url": "https://news.example/fees"},
        "group": "agreement",
    }
    era = {"start_date": {"year": 2031}, "end_date": {"year": 2032}, "text": {"headline": "The talks"}}
    file = root.parent / "ports.json"
    file.write_text(json.dumps({"title": {"text": {"headline": "Ports"}}, "events": [slide], "eras": [era]}))
    done = run("import", str(file), cwd=root, today=TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    found = written(root, "events/2031/2031-06-02-fees-fall.yaml")
    assert "a time, 9:00, without a zone" in found
    assert "kind: agreement\nsummary: By half.\nstorylines: [ports]\n" in found
    assert 'from: "2031"\n    to: "2032"\n' in written(root, "storylines/ports.yaml")


def test_a_plain_table_is_read_by_the_names_of_its_columns(root: Path) -> None:
    file = table(
        root,
        "When it was;What;Who;Source;Quote;Published\n"
        "11/06/2031;Fees fall;Mara Lind, Nobody Known;https://news.example/a;Fees fell;2031-06-09\n"
        '"June 3, 2031";Tolls fall;;https://news.example/b;;\n',
    )
    undecided = run("import", file, cwd=root, today="2031-12-01")
    assert undecided.returncode == 1
    assert undecided.stderr == (
        "Error: "
        f"{file}: no column is the date: say which by `--column date=…`; it has "
        "`When it was`, `What`, `Who`, `Source`, `Quote` or `Published`.\n"
    )
    two_ways = run("import", file, "--column", "date=When it was", "--dry-run", cwd=root, today="2031-12-01")
    assert two_ways.stderr == (
        f"{file}, line 2: the date `11/06/2031` can be read in two ways: "
        "say `--dates day-first` or `--dates month-first`.\n"
    )
    done = run("import", file, "--column", "date=When it was", "--dates", "day-first", cwd=root, today="2031-12-01")
    assert (done.returncode, done.stderr) == (0, "")
    fees = written(root, "events/2031/2031-06-11-fees-fall.yaml")
    assert "actors: [mara-lind]\n" in fees
    assert "no record of actors has these names: Nobody Known" in fees
    assert "    quote: Fees fell\n" in fees
    assert "published: 2031-06-09\n" in written(root, "articles/2031-06-09-news-fees-fall.yaml")
    assert "# check: read from “June 3, 2031”\ndate: 2031-06-03\n" in written(
        root, "events/2031/2031-06-03-tolls-fall.yaml"
    )


def test_a_row_without_a_source_is_named_and_written_only_where_that_is_wanted(root: Path) -> None:
    file = sheet(root, event("Fees fall", Media=""))
    before = held(root)
    refused = run("import", file, cwd=root, today=TODAY)
    assert refused.returncode == 1
    assert refused.stderr == (
        f"{file}, line 2: no source is named, and an event needs evidence: add a link, or use `--without-evidence`.\n"
    )
    assert held(root) == before
    done = run("import", file, "--without-evidence", cwd=root, today=TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    found = written(root, "events/2031/2031-06-02-fees-fall.yaml")
    assert found.endswith(
        "  # check: the table names no source: cite an article in place of the table\n"
        "  - article: the-ports\n    says: Fees fall\n    supports: [date]\n"
    )
    checked = run("check", cwd=root, today=TODAY)
    assert checked.returncode == 0
    assert (
        "2031-06-02-fees-fall.yaml:2:7: warning: no article here counts as a report" in checked.stdout + checked.stderr
    )


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"Month": "13"}, "the date cannot be read: `2031-13-02` is not a date: there is no month 13"),
        ({"Year": "-4500000000"}, "the date has the year `-4500000000`, and years have at most four digits"),
        ({"Year": "soon"}, "the date has the year `soon`, which is no number"),
        ({"Month": ""}, "the date has a day, `2`, and no month"),
        ({"Year": ""}, "the date is missing"),
        ({"Headline": ""}, "it has no title"),
        ({"Headline": "<script>alert(1)</script>"}, "it has no title"),
        ({"Headline": '=HYPERLINK("http://x.example")'}, "the title is a formula, `=HYPERLINK("),
        ({"Headline": "x" * 1_000_000}, "`title` (`xxx"),
        ({"Text": "x" * 1_000_000}, "`summary` (`xxx"),
        ({"End Year": "2030"}, "the date cannot be read: "),
        ({"Media": "javascript:alert(1)"}, "no source is named"),
        ({"Media": "https://me:secret@news.example/"}, "no source is named"),
        ({"Media": "http://[bad"}, "no source is named"),
    ],
)
def test_a_hostile_row_is_named_in_one_line_and_the_others_are_imported(
    root: Path, cells: dict[str, str], why: str
) -> None:
    file = sheet(root, {**event("Tolls fall"), **cells}, event("Fees \x1b[31mfall\u202e & <b onclick=x>rise</b>"))
    done = run("import", file, cwd=root, today=TODAY)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{file}, line 2: {why}")
    assert done.stderr.count("\n") == 1
    assert len(done.stderr) < 400
    assert "1 events of" in done.stdout
    (made,) = (root / "content/events/2031").glob("2031-06-02-*.yaml")
    assert "rise" in made.read_text()
    assert "<b" not in made.read_text()
    assert run("check", cwd=root, today=TODAY).returncode == 0


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no column is the title: say which by `--column title="),
        (b"Title,Date\n", "there is no row in it."),
        (b'Title,Date\n"a,b\n', "is no CSV"),
        (b"Title,Date\n\xff,2031\n", "it is not UTF-8"),
        (b"x" * 2_100_000, "at most 2,000,000 are read"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_one_line(root: Path, content: bytes, why: str) -> None:
    before = held(root)
    file = root.parent / "bad.csv"
    file.write_bytes(content)
    done = run("import", str(file), cwd=root, today=TODAY)
    assert done.returncode == 1
    assert why in done.stderr
    assert done.stderr.count("\n") == 1
    assert held(root) == before


@pytest.mark.parametrize("text", ["{", "[]", '{"events": 1}', "[" * 100_000])
def test_json_that_is_no_timeline_is_refused_in_one_line(root: Path, text: str) -> None:
    file = root.parent / "bad.json"
    file.write_text(text)
    done = run("import", str(file), cwd=root, today=TODAY)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_nothing_is_overwritten_and_a_dry_run_writes_nothing(root: Path) -> None:
    file = sheet(root, event("Fees fall"))
    before = held(root)
    tried = run("import", file, "--dry-run", cwd=root, today=TODAY)
    assert (tried.returncode, held(root)) == (0, before)
    assert "# content/events/2031/2031-06-02-fees-fall.yaml\ntitle: Fees fall\n" in tried.stdout
    assert run("import", file, cwd=root, today=TODAY).returncode == 0
    path = root / "content/events/2031/2031-06-02-fees-fall.yaml"
    path.write_text(path.read_text().replace("Fees fall\ndate", "Fees fall by half\ndate"))
    again = run("import", file, cwd=root, today=TODAY)
    assert "2031-06-02-fees-fall.yaml is there already and stays as it is." in again.stdout
    assert "Fees fall by half" in path.read_text()
    assert again.stdout.endswith("dateline import: 0 events of 1 rows, 0 records; look for `# check:`.\n")


def test_a_year_before_our_era_is_counted_as_people_do(root: Path) -> None:
    done = run("import", sheet(root, event("Caesar dies", Year="-44", Month="3", Day="15")), cwd=root, today=TODAY)
    assert done.returncode == 0
    found = written(root, "events/caesar-dies.yaml")
    assert "# check: the table has the year -44, read as 44 BC\ndate: -0043-03-15\n" in found
    assert "file-day" not in run("check", cwd=root, today=TODAY).stderr
