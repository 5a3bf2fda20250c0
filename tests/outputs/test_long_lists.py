"""A list that one page cannot hold is divided, and nothing of it is lost."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from generator.build import build
from generator.outputs.pages.long_lists import MOST
from generator.project import TEMPLATES
from tests.examples import REPOSITORY, TODAY, project

MANY = MOST + 30
ROW = re.compile(r'^-   (?:<span class="dl-row|\[|<)', re.MULTILINE)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a project with more than fits on one page of events, articles, actors and outlets."""
    root = tmp_path_factory.mktemp("many")
    copytree(REPOSITORY / TEMPLATES, root / TEMPLATES)
    files: dict[str, str] = {"content/outlets/everyone.yaml": "name: Everyone\n"}
    for number in range(MANY):
        # Nearly all in one year, some of no certain month, the others centuries earlier.
        day = (
            f"2030-{number % 12 + 1:02d}-{number % 28 + 1:02d}" if number % 10 else ("2030" if number % 20 else "1700")
        )
        name = f"{chr(65 + number % 3)}{chr(97 + number % 26)} {number}" if number % 50 else f"协 {number}"
        files |= {
            f"content/articles/a{number}.yaml": (
                f"title: A {number}\noutlet: everyone\nlanguage: en\n"
                f"published: 2031-{number % 12 + 1:02d}-{number % 28 + 1:02d}\n"
            ),
            f"content/actors/actor-{number}.yaml": f"name: {name}\nkind: person\n",
            f"content/outlets/outlet-{number}.yaml": f"name: {name}\n",
            f"content/events/e{number}.yaml": (
                f"title: E {number}\ndate: {day}\nkind: meeting\nimportance: 5\nactors: [actor-0, actor-{number}]\n"
                f"evidence: [{{article: a{number}, says: x}}]\n"
            ),
        }
    built = build(project(root, files), TODAY)
    assert built.artifacts, built.problems
    return {artifact.path: artifact.text for artifact in built.artifacts if artifact.is_page}


def leads_to(pages: dict[str, str], path: str, wanted: str) -> set[str]:
    """The pages of a kind that are linked from a page, or from the pages of its years, months, or letters."""
    seen, found, waiting = {path}, set[str](), [path]
    while waiting:
        at = waiting.pop()
        for link in re.findall(r"\]\(([^)#]+\.md)\)", pages[at]):
            target = (Path("/") / Path(at).parent / link).resolve().as_posix().lstrip("/")
            if re.fullmatch(wanted, target):
                found.add(target)
            elif target not in seen and (
                target.startswith(("years/", f"{Path(path).parent}/", path.removesuffix(".md")))
            ):
                seen.add(target)
                waiting.append(target)
    return found


def test_no_page_has_more_lines_than_one_scrolls_through(pages: dict[str, str]) -> None:
    longest = {path: len(ROW.findall(text)) for path, text in pages.items()}
    assert max(longest.values()) <= MOST, max(longest, key=lambda path: longest[path])


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("timeline/index.md", r"events/e\d+\.md"),
        ("embed.md", r"events/e\d+\.md"),
        ("events/index.md", r"events/e\d+\.md"),
        ("actors/actor-0.md", r"events/e\d+\.md"),
        ("outlets/everyone.md", r"events/e\d+\.md"),
        ("outlets/everyone.md", r"articles/a\d+\.md"),
        ("articles/index.md", r"articles/a\d+\.md"),
        ("actors/index.md", r"actors/actor-\d+\.md"),
        ("outlets/index.md", r"outlets/outlet-\d+\.md"),
    ],
)
def test_everything_is_reached_from_the_list_that_was_divided(path: str, wanted: str, pages: dict[str, str]) -> None:
    assert len(leads_to(pages, path, wanted)) == MANY


def test_a_year_of_too_many_leads_to_its_months_and_shows_what_has_none(pages: dict[str, str]) -> None:
    year = pages["years/2030.md"]
    assert "[January 2030](../years/2030-01.md)" in year
    assert "(../events/e10.md)" in year and "(../events/e1.md)" not in year
    assert "(../events/e1.md)" in pages["years/2030-02.md"]
    assert "2030-01.md" not in pages["years/1700.md"]


def test_names_stand_under_their_first_letters_whatever_the_script(pages: dict[str, str]) -> None:
    assert [f"actors/a-z/{letter}.md" in pages for letter in ("a", "b", "c", "u534f", "d")] == [True] * 4 + [False]
