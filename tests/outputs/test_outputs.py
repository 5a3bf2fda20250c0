"""Outputs declare what they are made from, and no two of them stand at one address."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import copytree

import pytest

from generator.build import Built, build, check_content, outputs_of
from generator.cache import Cache
from generator.dates.instants import Instant
from generator.outputs.artifact import Made, Output, address_of
from generator.problems import has_errors
from generator.project import TEMPLATES, THEME
from generator.remembering import Inputs, Maker
from generator.whole import whole_key
from tests.examples import REPOSITORY, TODAY, project, read_example


def written(root: Path) -> Path:
    """The example with one of everything, and the repository's templates."""
    copytree(REPOSITORY / TEMPLATES, root / TEMPLATES)
    return read_example("everything").write(root)


def declared(root: Path, today: Instant = TODAY) -> dict[str, Output]:
    checked = check_content(root, today)
    assert not has_errors(checked.problems), checked.problems
    return {output.path: output for output in outputs_of(root, checked.site)}


def keys(root: Path, today: Instant = TODAY) -> Mapping[str, bytes]:
    """Under which key each output is remembered."""
    inputs = Inputs(root, check_content(root, today).site, b"")
    return Maker.of(Cache(root / "cache"), inputs, list(declared(root, today).values())).keys


def changed(before: dict[str, Made], after: dict[str, Output]) -> Iterator[Output]:
    """The outputs that stand after a change and are not what they were."""
    for path, output in after.items():
        if before.get(path) != output.make():
            yield output


CHANGES = [
    ("content/events/2031/2031-05-01-treaty-signed.yaml", "Two ports sign", "Three ports sign"),
    ("content/events/2031/2031-05-15-committee.yaml", "A committee is", "A council is"),
    ("content/events/2031/2031-05-15-committee.yaml", "2031-05~", "2031-05-20"),
    ("content/events/2031/2031-05-15-committee.yaml", "follows", "fulfils"),
    ("content/articles/2031-05-03-agency-one-traite.yaml", "2031-05-03", "2031-05-02"),
    ("content/articles/2031-05-04-al-marsa-treaty.yaml", "origin: agency-one", "origin: harbour-post"),
    ("content/outlets/agency-one.yaml", "Agency One", "Agency Two"),
    ("content/outlets/agency-one.yaml", "country: FR", "country: BE"),
    ("content/actors/mara-lind.yaml", "Mara Lind", "Mara Lindt"),
    ("content/actors/mara-lind.yaml", "part_of: port-authority", "about: A person."),
    ("content/places/valletta.yaml", "Valletta", "La Valletta"),
    ("content/storylines/ports-treaty.yaml", "The ports treaty", "A treaty of ports"),
    ("content/vocabulary.yaml", "label: Agreement", "label: Treaty"),
    ("content/evidence.lock/2031-05-02-harbour-post-treaty.jsonl", "harbour-post", "gone"),
    ("content/pages/index.md", "Written by hand", "Written by us"),
    (f"{TEMPLATES}/event.md.j2", "dl-kicker", "dl-other"),
    (f"{TEMPLATES}/parts.md.j2", "dl-source", "dl-other"),
    (f"{TEMPLATES}/list.md.j2", "{{ lead | inline }}", ""),
]


@pytest.mark.parametrize(("path", "old", "new"), CHANGES, ids=lambda value: str(value)[:40])
def test_what_a_change_changes_had_declared_it(path: str, old: str, new: str, tmp_path: Path) -> None:
    root = written(tmp_path)
    before, remembered = {output.path: output.make() for output in declared(root).values()}, keys(root)
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")
    found, now = list(changed(before, declared(root))), keys(root)
    assert found
    assert [output.path for output in found if remembered.get(output.path) == now[output.path]] == []


def test_a_template_that_comes_with_the_code_is_hashed_like_the_project_s_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = read_example("everything").write(tmp_path / "project")
    theme = copytree(REPOSITORY / THEME, tmp_path / THEME)
    monkeypatch.setattr("generator.theme.packaged_theme", lambda: theme)
    remembered, whole = keys(root), whole_key(root)
    file = theme / "templates/event.md.j2"
    file.write_text(file.read_text(encoding="utf-8").replace("dl-kicker", "dl-other"), encoding="utf-8")
    now = keys(root)
    (path,) = (path for path in now if path.endswith("treaty-signed.md") and path.startswith("events/"))
    assert now[path] != remembered[path]
    assert whole_key(root) != whole
    assert "dl-other" in str(declared(root)[path].make())


def test_another_day_changes_only_what_had_declared_the_day(tmp_path: Path) -> None:
    root = written(tmp_path)
    before, remembered = {output.path: output.make() for output in declared(root).values()}, keys(root)
    later = Instant(TODAY.seconds + 200 * 86_400)
    found, now = list(changed(before, declared(root, later))), keys(root, later)
    assert {"upcoming.md", "index.md", "events/2031-09-review.md"} <= {output.path for output in found}
    assert [output.path for output in found if remembered[output.path] == now[output.path]] == []


def test_an_output_of_few_records_does_not_declare_them_all(tmp_path: Path) -> None:
    outputs = declared(written(tmp_path))
    event = outputs["events/2031-09-review.md"].inputs()
    assert {name for kind, name in event if kind == "articles"} == {"2031-05-03-agency-one-traite"}
    assert ("events", "1990-founded") not in event
    assert not any(name == "*" for _, name in event)


ALONE = {
    "content/articles/relay.yaml": (
        "title: A\noutlet: harbour-post\npublished: 2031-05-02\nlanguage: en\norigin: wire\n"
    ),
    "content/outlets/wire.yaml": "name: The Wire\n",
    "content/events/a.yaml": (
        "title: A\ndate: 2031-05-09\nkind: meeting\nevidence: [{article: relay, says: x}]\n"
        "related: [{event: b, relation: follows}]\n"
    ),
    "content/events/b.yaml": "title: B\ndate: 2031-05-01\nkind: meeting\nevidence: [{article: relay, says: x}]\n",
}


@pytest.mark.parametrize(
    ("path", "pages"),
    [
        ("content/events/b.yaml", {"events/a.md", "events/b.md"}),
        ("content/events/a.yaml", {"events/a.md", "events/b.md"}),
        ("content/outlets/wire.yaml", {"events/a.md", "events/b.md", "articles/relay.md"}),
    ],
)
def test_what_is_only_linked_or_relayed_is_declared_too(path: str, pages: set[str], tmp_path: Path) -> None:
    copytree(REPOSITORY / TEMPLATES, tmp_path / TEMPLATES)
    root = project(tmp_path, ALONE)
    before, remembered = {output.path: output.make() for output in declared(root).values()}, keys(root)
    text = (root / path).read_text(encoding="utf-8")
    (root / path).write_text(text.replace("title: ", "title: New ").replace("name: ", "name: New "), encoding="utf-8")
    found, now = {output.path for output in changed(before, declared(root))}, keys(root)
    assert pages <= found
    assert [path for path in found if remembered[path] == now[path]] == []


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("events/a.md", "events/a"),
        ("events/index.md", "events"),
        ("events.md", "events"),
        ("index.md", "."),
        ("events/my-index.md", "events/my-index"),
        ("Events/A.md", "events/a"),
        ("data/timeline.json", "data/timeline.json"),
    ],
)
def test_two_names_of_a_page_are_one_address(path: str, address: str) -> None:
    assert address_of(path) == address


def clash(root: Path, path: str, text: str) -> Built:
    written(root)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    return build(root, TODAY)


EVENT = "title: A\ndate: 2031-05-09\nkind: meeting\nevidence: [{article: 2031-05-02-harbour-post-treaty, says: x}]\n"


@pytest.mark.parametrize(
    ("path", "text", "problem"),
    [
        (
            "content/pages/upcoming.md",
            "# Ours",
            "content/pages/upcoming.md:1:1: the generated page upcoming.md would stand at /upcoming/,"
            " where the page of content/pages/upcoming.md stands: rename one of them. [address-clash]",
        ),
        (
            "content/pages/events/2031-09-review.md",
            "# Ours",
            "content/events/2031/2031-09-review.yaml:1:1: the page of content/events/2031/2031-09-review.yaml would"
            " stand at /events/2031-09-review/, where the page of content/pages/events/2031-09-review.md stands:"
            " rename one of them. [address-clash]",
        ),
        (
            "content/pages/Storylines.md",
            "# Ours",
            "content/pages/Storylines.md:1:1: the generated page storylines/index.md would stand at /storylines/,"
            " where the page of content/pages/Storylines.md stands: rename one of them. [address-clash]",
        ),
    ],
)
def test_two_outputs_at_one_address_are_an_error_that_names_both(
    path: str, text: str, problem: str, tmp_path: Path
) -> None:
    result = clash(tmp_path, path, text)
    assert result.artifacts == ()
    assert problem in [str(found) for found in result.problems]
