"""`dateline check --fix`: what can mean one thing alone is mended, all else is left as it stands."""

import json
import re
from pathlib import Path

import pytest

from generator.dates.parse import certain_date
from generator.ids import certain_id, certain_word
from generator.problems import Remedy
from generator.records.load import RawRecord, read_record
from generator.records.mending import mended
from generator.records.write import WriteError, canonical
from generator.reference.mending import MENDS, Mend
from tests.commands.checked import ACTOR, EVENT, OUTLET, change, check, in_order

pytestmark = pytest.mark.long


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in order, with the repository's templates."""
    return in_order(tmp_path / "project")


def held(root: Path) -> dict[str, bytes]:
    """All files of the project, but for what is remembered."""
    files = (file for file in root.rglob("*") if file.is_file() and ".cache" not in file.parts)
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


def place_of(mend: Mend) -> str:
    kind, record_id = mend.record
    return {"events": EVENT, "vocabulary": "content/vocabulary.yaml"}.get(kind, f"content/{kind}/{record_id}.yaml")


def with_line(text: str, mend: Mend, line: str) -> str:
    """A record of the base with a line in the place of the good one, of its field's, or at the end."""
    if mend.after and mend.after in text:
        return text.replace(mend.after, line, 1)
    name = mend.after.partition(":")[0]
    if name and not name.startswith(" ") and (found := re.search(f"^{name}: .*\n", text, re.MULTILINE)):
        return text.replace(found[0], line, 1)
    return text + line


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: mend.what[:40])
def test_each_remedy_makes_of_the_line_before_the_line_after(mend: Mend, root: Path) -> None:
    path = place_of(mend)
    base = (root / path).read_text(encoding="utf-8")
    good = canonical(mend.record[0], with_line(base, mend, mend.after).encode())
    (root / path).write_text("# A note.\n" + with_line(base, mend, mend.before), encoding="utf-8")
    found = check(root)
    assert "--fix mends this" in found.stderr and f"[{mend.code}]" in found.stderr and found.exit_code == 1
    done = check(root, "--fix")
    assert done.exit_code == 0, done.stderr
    assert "1 problem mended in 1 file." in done.stderr and f"[{mend.code}]" in done.stderr
    assert (root / path).read_text(encoding="utf-8") == f"# A note.\n{good}"
    before = held(root)
    assert "0 problems mended in 0 files." in check(root, "--fix").stderr
    assert held(root) == before


def test_comments_stay_where_they_stand(root: Path) -> None:
    change(root, EVENT, "date: 2031-05-01\n", "# The day of the signing.\nDate: 2031-05-01 # as told\n")
    change(root, EVENT, "kind: agreement\n", "# The kind.\nkind: agreemant # a treaty\n# Of the summary.\n")
    change(root, EVENT, "    date_words: Thursday\n", "    # The words.\n    datewords: 'Thursday' # told\n")
    assert check(root, "--fix").exit_code == 0
    text = (root / EVENT).read_text(encoding="utf-8")
    assert "# The day of the signing.\ndate: 2031-05-01  # as told\n" in text
    assert "# The kind.\nkind: agreement  # a treaty\n# Of the summary.\nsummary:" in text
    assert '    # The words.\n    date_words: "Thursday"  # told\n' in text


LEFT_ALONE = (
    (EVENT, "title: Two ports sign a treaty", "title: Two ports sign #treaty at last", "cut-text"),
    (EVENT, "[mara-lind, {", "[mara-lin, {", "unknown-id"),
    (EVENT, "date: 2031-05-01", "date: 5/6/2031", "invalid-value"),
    (EVENT, "date: 2031-05-01", "date: early May 2031", "invalid-value"),
    (EVENT, "date: 2031-05-01", "date: before May 2031", "invalid-value"),
    (EVENT, "date: 2031-05-01", "date: Friday 1 May 2031", "invalid-value"),
    (EVENT, "date: 2031-05-01", "date: 2031-05-01..2031-05-03", "invalid-value"),
    (EVENT, "date: 2031-05-01", "date: [2031-05-01, 2031-05-03]", "invalid-value"),
    (EVENT, "date: 2031-05-01", "date: 1 May 2031\nDate: 2031-05-02", "unknown-field"),
    (EVENT, "article: 2031-05-02-harbour-post-treaty", "article: 2031-05-03-harbour-post-treaty", "unknown-id"),
    (EVENT, "title: Two ports sign a treaty", "titel: [a, b]", "unknown-field"),
    (EVENT, "title: Two ports sign a treaty", "titel: A\ntitl: B", "unknown-field"),
    (ACTOR, "name: Mara Lind", "name: [Mara Lind]", "invalid-value"),
    (OUTLET, "name: Agency One", "name:", "invalid-value"),
    (OUTLET, "country: FR", "url: agency.example", "invalid-value"),
    (ACTOR, "kind: person", "kind: person\nid: mara", "unknown-field"),
)


@pytest.mark.parametrize(("path", "old", "new", "code"), LEFT_ALONE)
def test_what_may_mean_several_things_is_left(path: str, old: str, new: str, code: str, root: Path) -> None:
    change(root, path, old, new)
    before = held(root)[path]
    done = check(root, "--fix")
    assert f"[{code}]" in done.stderr
    assert code == "cut-text" or done.exit_code == 1
    marked = [line for line in done.stderr.splitlines() if f"[{code}]" in line and line.startswith("mended")]
    assert not marked and "not mended" not in done.stderr
    if "\nDate" not in new:
        assert held(root)[path] == before


def test_what_is_left_is_listed_and_decides_the_exit_code(root: Path) -> None:
    change(root, EVENT, "kind: agreement", "kind: agreemant")
    change(root, OUTLET, "country: FR", "country: Nowhere")
    done = check(root, "--fix")
    assert done.exit_code == 1
    assert f"mended: {EVENT}:3:7: `agreemant` is not in the vocabulary" in done.stderr
    assert done.stderr.splitlines()[-1].endswith("1 error")
    change(root, OUTLET, "country: Nowhere", "country: FR")
    assert check(root, "--fix").exit_code == 0


def test_a_remedy_that_another_one_brings_to_light_is_applied_in_the_same_run(root: Path) -> None:
    change(root, EVENT, "  - article: 2031-05-02-harbour-post-treaty\n", "  - artcle: 2031-05-02-harbor-post-treaty\n")
    change(root, EVENT, "supports: [date, status]", "supports: [Date, status]")
    change(root, EVENT, "    says: The ports signed a treaty.", "    say: The ports signed a treaty.")
    change(root, EVENT, "places: [valletta]", "places: Valletta")
    done = check(root, "--fix")
    assert done.exit_code == 0, done.stderr
    assert "5 problems mended in 1 file." in done.stderr


def test_a_dry_run_shows_a_diff_and_writes_nothing(root: Path) -> None:
    change(root, EVENT, "date: 2031-05-01", "date: 1 May 2031")
    change(root, ACTOR, "name: Mara Lind", "name: Mara \u202eLind\nid: mara-lind")
    before = held(root)
    done = check(root, "--fix", "--dry-run")
    assert "-date: 1 May 2031\n+date: 2031-05-01\n" in done.stdout
    assert f"--- {ACTOR}\n+++ {ACTOR}\n" in done.stdout and "-id: mara-lind\n" in done.stdout
    assert "\u202e" not in done.stdout
    assert done.exit_code == 0 and "2 problems mended in 2 files; nothing was written" in done.stderr
    assert held(root) == before
    change(root, OUTLET, "country: FR", "country: Nowhere")
    assert check(root, "--fix", "--dry-run").exit_code == 1


@pytest.mark.parametrize("arguments", [["--dry-run"], ["--fix", "--dry-run", "--format", "json"]])
def test_a_dry_run_of_nothing_is_refused(arguments: list[str], root: Path) -> None:
    assert check(root, *arguments).exit_code == 2


def test_programs_are_told_the_remedy(root: Path) -> None:
    change(root, EVENT, "kind: agreement", "kind: agreemant")
    change(root, OUTLET, "country: FR", "country: Nowhere")
    for _ in range(2):  # the second time, all is remembered
        first, second = json.loads(check(root, "--format", "json").stdout)
        assert first["remedy"] == {"what": "value", "loc": ["kind"], "value": "agreement"}
        assert second["remedy"] is None


HOSTILE = (
    "title: [\n",
    "a: &a [*a]\n",
    "titel: 'x\n",
    "Title: A\n\tdate: 2031\n",
    "\x00",
    "- titel: A\n",
    "",
    "? Title\n: A\n",
    "Title: &t A\nsummary: *t\ndate: 1 May 2031\n",
    "{Title: A, date: 1 May 2031}\n",
    "'Title': A\n\"Date\": '1 May 2031'\nkind: \"Agreement\"\n",
    "Title: |\n  # no comment\n  A\ndate: >-\n  1 May\n  2031\n",
    "status: [{is: occured, since: {}}, [occured], null]\nevidence: {0: occured}\n",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_file_is_left_as_it_is_or_mended_once(text: str, root: Path) -> None:
    (root / "content/events/hostile.yaml").write_bytes(text.encode())
    change(root, EVENT, "kind: agreement", "kind: agreemant")
    done = check(root, "--fix")
    assert done.exit_code == 1 and not isinstance(done.exception, Exception)
    assert "kind: agreement\n" in (root / EVENT).read_text(encoding="utf-8")
    before = held(root)
    again = check(root, "--fix")
    assert "0 problems mended in 0 files." in again.stderr and held(root) == before


def test_a_file_that_cannot_be_read_keeps_its_bytes(root: Path) -> None:
    broken = b"titel: 'A\r\nkind: agreemant \xff"
    (root / "content/events/broken.yaml").write_bytes(broken)
    assert check(root, "--fix").exit_code == 1
    assert (root / "content/events/broken.yaml").read_bytes() == broken


def test_a_name_of_yaml_that_means_something_else_elsewhere_is_left_to_people(root: Path) -> None:
    change(root, EVENT, "kind: agreement\n", "kind: &k agreemant\n")
    change(root, EVENT, "    says: The ports signed a treaty.\n", "    says: *k\n")
    change(root, OUTLET, "country: FR", "country: fr")
    before = held(root)
    done = check(root, "--fix")
    after = held(root)
    assert done.exit_code == 1 and f"not mended: {EVENT}: this cannot be mended without harm" in done.stderr
    assert "--fix mends this" not in done.stderr
    assert after.pop(OUTLET) != before.pop(OUTLET) and after == before


def test_all_files_are_written_or_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(root, EVENT, "kind: agreement", "kind: agreemant")
    change(root, OUTLET, "country: FR", "country: France")
    before = held(root)
    plain, count = Path.replace, 0

    def full(self: Path, target: Path) -> Path:
        nonlocal count
        count += self.name.endswith(".yaml.new")
        if count == 2 and self.name.endswith(".yaml.new"):
            raise OSError(28, "No space left on device", str(self))
        return plain(self, target)

    monkeypatch.setattr(Path, "replace", full)
    done = check(root, "--fix")
    monkeypatch.undo()
    assert done.exit_code == 1 and "nothing was changed" in done.stderr and "mended:" not in done.stderr
    assert held(root) == before
    assert check(root, "--fix").exit_code == 0


def test_a_sound_project_is_not_written(root: Path) -> None:
    before = held(root)
    assert check(root, "--fix").exit_code == 0
    assert held(root) == before


def test_a_remedy_never_changes_more_than_it_says() -> None:
    raw = read_record(OUTLET, "outlets", b"name: A\ncountry: fr\n")
    assert isinstance(raw, RawRecord)
    assert mended(raw, [Remedy("value", ("country",), "FR")]) == "name: A\ncountry: FR\n"
    for remedy in (
        Remedy("name", ("name",), "country"),
        Remedy("remove", ("kind",)),
        Remedy("value", ("name", 0), "x"),
    ):
        with pytest.raises(WriteError):
            mended(raw, [remedy])


def test_what_stands_in_two_places_is_not_changed_in_both() -> None:
    text = b"title: A\nclaims:\n  - {evidence: [&e {article: a, says: x}]}\nevidence:\n  - *e\n"
    raw = read_record(EVENT, "events", text)
    assert isinstance(raw, RawRecord)
    with pytest.raises(WriteError):
        mended(raw, [Remedy("value", ("evidence", 0, "says"), "y")])


def test_the_comments_of_what_is_removed_stay() -> None:
    raw = read_record(ACTOR, "actors", b"name: A\n# Of the id.\nid: a # ours\nkind: person\n")
    assert isinstance(raw, RawRecord)
    text = mended(raw, [Remedy("remove", ("id",))])
    assert text.count("# Of the id.") == text.count("# ours") == 1 and "id: a" not in text


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("6 November 2025", "2025-11-06"),
        ("Nov. 6, 2025", "2025-11-06"),
        ("November 2025", "2025-11"),
        ("2025/11/6", "2025-11-06"),
        ("16.11.2025", "2025-11-16"),
        ("6.11.2025", ""),
        ("20251106", "2025-11-06"),
        ("2025–11–06", "2025-11-06"),
        ("2005–06", ""),
        ("2025-11-06 15:30 UTC", "2025-11-06T15:30Z"),
        ("2025-11-06 / 2025-11-08", "2025-11-06/2025-11-08"),
        ("2025-11-06 - 2025-11-08", ""),
        ("Q3 2025", "2025-35"),
        ("44 BC", "-0043"),
        ("2000s", ""),
        ("winter 2025", ""),
        ("circa 2025", ""),
        ("20 25", ""),
        ("31 June 2025", ""),
        ("May or June 2025", ""),
        ("today", ""),
        ("", ""),
    ],
)
def test_a_date_is_certain_or_left(text: str, date: str) -> None:
    assert certain_date(text) == date


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("occured", ("occurred", "ongoing"), "occurred"),
        ("Said By", ("said_by", "via"), "said_by"),
        ("data", ("date",), "date"),
        ("at", ("lat", "lon"), ""),
        ("name", ("names", "title"), ""),
        ("carts", ("cars", "carts-a", "cards"), ""),
        ("lot", ("lat", "lon"), ""),
        ("unscheduled", ("scheduled",), ""),
        ("", ("date",), ""),
        ("---", ("date",), ""),
    ],
)
def test_a_word_is_certain_or_left(word: str, known: tuple[str, ...], meant: str) -> None:
    assert certain_word(word, known) == meant


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("2031-05-02-post-harbor", ("2031-05-02-post-harbour",), "2031-05-02-post-harbour"),
        ("2031-05-02-post-habrour", ("2031-05-02-post-harbour",), "2031-05-02-post-harbour"),
        ("2031-05-02-post-harbout", ("2031-05-02-post-harbour",), ""),
        ("2031-05-03-post-harbour", ("2031-05-02-post-harbour",), ""),
        ("2031-05-20-post-harbour", ("2031-05-02-post-harbour",), ""),
        ("2031-05-02-post-harbor", ("2031-05-02-post-harbour", "2031-05-02-post-harbors"), ""),
        ("mara-lin", ("mara-lind",), ""),
    ],
)
def test_an_id_is_certain_or_left(written: str, known: tuple[str, ...], meant: str) -> None:
    assert certain_id(written, known) == meant
