"""What was removed for the law or for somebody's privacy is nowhere: not in pages, not in data, not in what is copied.

Old addresses still lead to the page that says so.
"""

from pathlib import Path

import pytest

from generator.build import build
from tests.examples import REPOSITORY, TODAY, read_example

FILES = read_example("everything").files
WORDS = "withdrawn: {on: 2031-05-30, reason: A court ordered it., text: removed}\n"
# What has to vanish with each record: its names, its words, and its address elsewhere.
RECORDS = {
    "content/events/2031/2031-05-01-treaty-signed.yaml": ["sign a treaty", "fees; see the text", "treaty-signed"],
    "content/articles/2031-05-04-al-marsa-treaty.yaml": ["al-marsa-treaty", "المينا"],
    "content/outlets/agency-one.yaml": ["Agency One"],
    "content/actors/mara-lind.yaml": ["Mara Lind", "mara-lind"],
    "content/places/valletta.yaml": ["Valletta", "valletta"],
    "content/storylines/ports-treaty.yaml": ["The ports treaty", "ports-treaty"],
}


@pytest.mark.parametrize("path", RECORDS)
def test_a_removed_record_keeps_its_address_its_day_and_its_reason_alone(path: str, tmp_path: Path) -> None:
    for name, text in {**FILES, path: FILES[path] + WORDS}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "theme_overrides").symlink_to(REPOSITORY / "theme_overrides")
    built = build(tmp_path, TODAY)
    assert [problem for problem in built.problems if problem.level == "error"] == []
    kind, stem = path.split("/")[1], Path(path).stem
    # The pages of reference and the schemas tell of rules and fields, in examples of their own.
    mine = [file for file in built.artifacts if not file.path.startswith(("reference/", "schema/"))]
    made = {file.path: file for file in mine if "dateline: moved" not in file.text or file.source}
    page = made.pop(f"{kind}/{stem}.md")
    assert "A court ordered it." in page.text and "30 May 2031" in page.text
    # The adapter copies the record that an artifact names as its source.
    assert page.source == "" and all(file.source != path for file in made.values())
    for word in RECORDS[path]:
        if word != stem and not stem.endswith(word):
            assert word not in page.text
        assert [name for name, file in made.items() if word in file.text or word in name] == []
