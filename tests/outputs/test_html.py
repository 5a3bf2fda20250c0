"""Markdown becomes the HTML that any CommonMark parser makes of it, with the ids and addresses that builders add."""

from pathlib import Path

import cmarkgfm
import pyromark
import pytest
from cmarkgfm.cmark import Options

from generator.outputs.html import Heading, relative, to_html, url_of

GOLDEN = sorted((Path(__file__).parents[1] / "golden").rglob("*.md"))


def body(file: Path) -> str:
    return file.read_text(encoding="utf-8").split("---\n", 2)[2]


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.stem)
def test_two_parsers_make_the_same_of_every_golden_page(file: Path) -> None:
    ours, other = pyromark.html(body(file)), cmarkgfm.markdown_to_html(body(file), Options.CMARK_OPT_UNSAFE)
    # A quotation mark in text may be written as itself or by its name.
    assert ours.replace("&quot;", '"') == other.replace("&quot;", '"')


def test_headings_get_the_ids_of_markdown_builders_and_equal_ones_a_number() -> None:
    html = to_html("# Café &amp; <em>bar</em>\n\n## One\n\n## One\n\n## 协议\n", "a.md", {"a.md": "a/"})
    assert html.headings == (
        Heading(1, "cafe-bar", "Café &amp; bar"),
        Heading(2, "one", "One"),
        Heading(2, "one_1", "One"),
        Heading(2, "_1", "协议"),
    )
    assert '<h1 id="cafe-bar">Café &amp; <em>bar</em></h1>' in html.text


URLS = {"events/a.md": "events/a/", "events/index.md": "events/", "actors/b.md": "actors/b/", "index.md": ""}


@pytest.mark.parametrize(
    ("page", "link", "address"),
    [
        ("events/a.md", "../actors/b.md", "../../actors/b/"),
        ("events/a.md", "index.md", "../"),
        ("events/a.md", "../index.md#top", "../../#top"),
        ("events/index.md", "a.md", "a/"),
        ("index.md", "events/a.md", "events/a/"),
        ("index.md", "index.md", "./"),
        ("events/a.md", "https://news.example/a.md", "https://news.example/a.md"),
    ],
)
def test_links_between_pages_lead_to_their_addresses(page: str, link: str, address: str) -> None:
    html = to_html(f"[x]({link})\n", page, URLS)
    assert f'href="{address}"' in html.text
    assert html.dead == ()


def test_a_link_to_a_page_that_is_not_there_is_told() -> None:
    assert to_html("[x](../actors/c.md)\n", "events/a.md", URLS).dead == ("actors/c.md",)


def test_without_directories_addresses_name_files() -> None:
    assert url_of("events/a.md", folders=False) == "events/a.html"
    assert relative("actors/b.html", "events/a.html") == "../actors/b.html"
    assert url_of("index.md", folders=True) == ""
