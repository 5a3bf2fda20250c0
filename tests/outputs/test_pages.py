"""Pages: complete as documents, linked both ways, and safe, whatever the records hold."""

import re
from pathlib import Path, PurePosixPath
from shutil import copytree
from types import SimpleNamespace
from typing import Any

import pytest
from markupsafe import Markup

from generator.build import build
from generator.outputs.pages.links import Links
from generator.problems import has_errors
from generator.project import TEMPLATES
from generator.words.language import load_language
from tests.examples import GOLDEN, REPOSITORY, TODAY, built, project


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    result = built("everything", tmp_path_factory.mktemp("everything"))
    assert not has_errors(result.problems), result.problems
    return {page.path: page.text for page in result.artifacts if page.is_page}


def test_the_pages_are_those_that_were_approved(pages: dict[str, str], request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--write-golden"):
        for path, markdown in pages.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_text(markdown, encoding="utf-8")
    approved = {
        file.relative_to(GOLDEN).as_posix(): file.read_text(encoding="utf-8") for file in sorted(GOLDEN.rglob("*.md"))
    }
    assert sorted(pages) == sorted(approved)
    for path, markdown in pages.items():
        assert markdown == approved[path], path


def test_every_link_between_pages_leads_to_a_page(pages: dict[str, str]) -> None:
    hand_written = {"contribute.md", "methodology.md"}
    for path, markdown in pages.items():
        for target in re.findall(r"\]\((?!https?:)([^)#]+\.md)", markdown):
            parts: list[str] = []
            for part in (PurePosixPath(path).parent / target).parts:
                parts = parts[:-1] if part == ".." else [*parts, part]
            assert "/".join(parts) in pages.keys() | hand_written, f"{path} links to {target}"


def test_every_page_has_one_heading_and_its_front_matter(pages: dict[str, str]) -> None:
    for path, markdown in pages.items():
        _, head, body = markdown.split("---\n", 2)
        assert "\ntitle: " in f"\n{head}", path
        assert len(re.findall(r"^# \S", body, re.MULTILINE)) == 1, path


def test_no_stranger_s_text_is_evaluated_or_becomes_markup(pages: dict[str, str]) -> None:
    for path, markdown in pages.items():
        body = markdown.split("---\n", 2)[2]
        assert not re.search(r"<(script|img|iframe)|javascript:|\{\{|\{%|root:", body), path
        assert "49 #" not in body, path


@pytest.mark.parametrize(
    ("items", "line"),
    [
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["the Post, in a headline", "b"], "the Post, in a headline; and b"),
        (["a", "the Post, in a headline", "[c](https://c.example/1,2)"],
         "a; the Post, in a headline; and [c](https://c.example/1,2)"),
        (["a", "[b](https://b.example/1,2)", "c"], "a, [b](https://b.example/1,2) and c"),
        (["وزير، في بيان", "b"], "وزير، في بيان; and b"),
    ],
)  # fmt: skip
def test_a_series_of_what_has_commas_is_parted_by_more(items: list[str], line: str) -> None:
    words = load_language("en")
    templates = SimpleNamespace(say=lambda message, **arguments: Markup(words.say(message, **arguments)))
    edition: Any = SimpleNamespace(templates=templates)
    assert Links(edition, "").series(map(Markup, items)) == line


def test_related_events_are_linked_both_ways(pages: dict[str, str]) -> None:
    assert re.search(r"Follows</span> \[Two ports sign", pages["events/2031-05-15-committee.md"])
    assert re.search(r"Followed by</span> \[A committee", pages["events/2031-05-01-treaty-signed.md"])


def test_an_old_id_leads_to_the_new_page(pages: dict[str, str]) -> None:
    assert "redirect: events/2031-05-01-treaty-signed.md" in pages["events/2031-05-01-treaty.md"]
    assert "](2031-05-01-treaty-signed.md)" in pages["events/2031-05-01-treaty.md"]


def test_a_withdrawn_event_keeps_its_page_and_leaves_the_timeline(pages: dict[str, str]) -> None:
    assert "**Withdrawn on 12 May 2031.** The report was of another port." in pages["events/2031-05-03-strike.md"]
    assert "2031-05-03-strike" not in pages["timeline/index.md"]


@pytest.mark.parametrize(
    ("page", "items"),
    [
        ("Unestablished", {"The treaty is to be reviewed"}),
        ("One origin only", {"A committee is to meet"}),
        ("Without a quote", {"A committee is to meet", "The treaty is to be reviewed"}),
        ("With an unverified quote", {"Two ports sign a treaty"}),
        ("With an inferred date", {"A committee is to meet"}),
        ("Overdue", {"A committee is to meet"}),
    ],
)
def test_what_needs_work_names_the_tasks(page: str, items: set[str], pages: dict[str, str]) -> None:
    (section,) = [part for part in pages["needs-work.md"].split("\n## ") if part.startswith(page)]
    found = {title for title in re.findall(r"\[([^\]]+)\]\(events/", section) if "&#60;script" not in title}
    assert found == items


@pytest.mark.parametrize(
    ("template", "change", "message"),
    [
        ("event", "{% if %}", "event.md.j2:{last}:1: Expected an expression"),
        (
            "event",
            "{{ event.nothing }}",
            "event.md.j2:{last}:1: 'generator.records.schema.Event object'",
        ),
        ("event", "{{ 1 / 0 }}", "event.md.j2:{last}:1: division by zero"),
        ("parts", "{% endmacro %}", "parts.md.j2:{last}:1: "),
    ],
)
def test_a_broken_template_is_a_problem_with_its_line(template: str, change: str, message: str, tmp_path: Path) -> None:
    built("everything", tmp_path)
    file = tmp_path / TEMPLATES / f"{template}.md.j2"
    text = file.read_text(encoding="utf-8") + change
    file.write_text(text, encoding="utf-8")
    result = build(tmp_path, TODAY)
    problem = max(result.problems)
    assert str(problem).startswith(f"{TEMPLATES}/" + message.format(last=len(text.splitlines())))
    assert result.artifacts == ()


def test_pages_do_not_depend_on_the_order_of_files_or_the_hash_seed(tmp_path: Path) -> None:
    first = built("everything", tmp_path / "a").artifacts
    second = built("everything", tmp_path / "b").artifacts
    assert first == second


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2031-05-09", '<time datetime="2031-05-09">9 May 2031</time>'),
        ("1000", '<time datetime="1000">1000</time>'),
        ("0999-12-31", "<time>31 December AD 999</time>"),
        ("-0043-03-15", "<time>15 March 44 BC</time>"),
        ("2031~", "<time>about 2031</time>"),
        ("2031-05/2031-06", "<time>May–June 2031</time>"),
    ],
)
def test_a_date_has_its_machine_readable_form_where_html_has_one(date: str, shown: str, tmp_path: Path) -> None:
    event = f"title: A\ndate: {date}\nkind: meeting\nevidence: [{{article: 2031-05-02-harbour-post-treaty, says: x}}]\n"
    copytree(REPOSITORY / TEMPLATES, tmp_path / TEMPLATES)
    result = build(project(tmp_path, {"content/events/it.yaml": event}), TODAY)
    (page,) = [artifact.text for artifact in result.artifacts if artifact.path == "events/it.md"]
    assert f'<span class="dl-kicker">{shown}' in page
