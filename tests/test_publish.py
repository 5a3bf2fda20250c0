"""What the page for operators says to paste works."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.examples import REPOSITORY
from tests.test_plugin import EVENT, mkdocs_build, snapshot
from tests.test_plugin import root as root

pytestmark = pytest.mark.long

PAGE = (REPOSITORY / "content/pages/publish.md").read_text(encoding="utf-8")


def block(language: str, holds: str = "") -> str:
    """The one example in a language, or the one of them that holds some words."""
    (found,) = [text for text in re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL) if holds in text]
    return str(found)


POLICY = re.findall(r"default-src [^\n\"]*", block("nginx"))[0]
"""What the server says that a browser may load."""

HASHED = re.findall(r"`(script-src 'self' 'sha256-\S+')`", PAGE)[0]
"""What it says of scripts where 404.html has to look for the site's path."""


def test_every_host_is_given_the_same_policy_and_pages_the_same_without_frame_ancestors() -> None:
    policies = re.findall(r"default-src [^\n\"]*", PAGE)
    in_pages = POLICY.removesuffix("; frame-ancestors *")
    assert in_pages != POLICY and block("jinja").count(f'content="{in_pages}"') == 1
    assert policies.count(POLICY) == 4 and set(policies) == {POLICY, in_pages}
    assert "unsafe" not in POLICY


class _Inline(HTMLParser):
    """Finds what a strict policy forbids in a page, whoever wrote it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        script = tag == "script" and "src" not in values and values.get("type") != "application/json"
        event = any(name == "style" or name.startswith("on") for name in values)
        if script or event or tag == "style" or (values.get("href") or "").startswith("javascript:"):
            self.found.append(self.get_starttag_text() or tag)


def test_no_page_holds_a_script_or_a_style(root: Path) -> None:
    (root / "content/pages/table.md").write_text("# Table\n\n| a | b |\n| :-: | --: |\n| 1 | 2 |\n")
    assert mkdocs_build(root, DATELINE_SITE_URL="https://dates.example/").returncode == 0
    pages = sorted((root / "site").rglob("*.html"))
    found = {}
    for page in pages:
        reader = _Inline()
        reader.feed(page.read_text())
        if reader.found:
            found[page.relative_to(root).as_posix()] = reader.found
    assert len(pages) > 20 and found == {}


def test_the_file_of_headers_stands_in_the_site(root: Path) -> None:
    (root / "content/pages/_headers").write_text(block("text"))
    done = mkdocs_build(root, "--strict")
    assert done.returncode == 0, done.stderr
    assert (root / "site/_headers").read_text() == block("text")


@pytest.mark.parametrize("server", ["nginx", "apache", "caddy"])
def test_what_may_be_cached_for_long_has_a_hash_in_its_name_and_is_none_of_ours(server: str, root: Path) -> None:
    expressions = set(re.findall(r"\\\.\[0-9a-f\]\S+\$", block(server)))
    (expression,) = expressions
    assert mkdocs_build(root).returncode == 0
    cached = {path for path in snapshot(root / "site") if re.search(expression, path)}
    ours = {
        file.relative_to(REPOSITORY / "theme_overrides").as_posix() for file in REPOSITORY.glob("theme_overrides/**/*")
    }
    assert len(cached) >= 3 and all(path.startswith("assets/") for path in cached) and not cached & ours


def test_the_imprint_to_paste_is_a_page_that_builds_strictly(root: Path) -> None:
    (root / "content/pages/imprint.md").write_text(block("markdown"))
    done = mkdocs_build(root, "--strict")
    assert done.returncode == 0, done.stderr
    assert "EMAIL ADDRESS" in (root / "site/imprint/index.html").read_text()


def test_the_emptied_record_to_paste_is_a_page_that_says_what_was_removed(root: Path) -> None:
    record = block("yaml", "withdrawn").replace("AN-ARTICLE-THAT-STAYS", "2031-05-02-harbour-post-treaty")
    (root / EVENT).write_text(record)
    done = mkdocs_build(root)
    assert done.returncode == 0, done.stderr
    page = (root / "site/events/2031-05-01-treaty-signed/index.html").read_text()
    assert "25 November 2026" in page and "A court ordered it." in page


def test_every_variable_of_the_settings_is_on_the_page() -> None:
    named = set(re.findall(r"^\| `([A-Z_]+)` \|", PAGE, re.MULTILINE))
    settings = set(re.findall(r"!ENV \[(\w+)", (REPOSITORY / "mkdocs.yml").read_text()))
    code = set(
        re.findall(
            r'^\w+ = "(DATELINE_\w+|SOURCE_DATE_EPOCH)"', (REPOSITORY / "generator/dates/today.py").read_text(), re.M
        )
    )
    assert settings and code and named == settings | code
