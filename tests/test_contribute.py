"""The examples of the page for contributors are records that the check accepts."""

import re
from pathlib import Path

from generator.build import check_content
from tests.examples import REPOSITORY, TODAY, project

PAGE = REPOSITORY / "content/pages/contribute.md"
BLOCK = re.compile(r"^```yaml\n# (content/\S+)\n(.*?)^```$", re.M | re.S)


def test_every_example_is_a_record_without_fault(tmp_path: Path) -> None:
    blocks = dict(BLOCK.findall(PAGE.read_text(encoding="utf-8")))
    assert len(blocks) >= 2
    articles = set(re.findall(r"article: ([\w-]+)", "".join(blocks.values())))
    files = {
        f"content/articles/{key}.yaml": f"outlet: harbour-post\npublished: {key[:10]}\nlanguage: en\n"
        for key in articles
    }
    files["content/vocabulary.yaml"] = "format: 1\nkinds:\n" + "".join(
        f'  {kind}: {{label: A, colour: "#1f5a96"}}\n' for kind in ("agreement", "meeting", "opening")
    )
    files["content/actors/who-did-it.yaml"] = "name: Somebody\nkind: person\n"
    found = check_content(project(tmp_path, {**files, **blocks}), TODAY).problems
    # Nobody has looked the example's quote up.
    assert {problem.code for problem in found if problem.level != "notice"} <= {"unverified-quote"}
