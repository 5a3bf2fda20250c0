"""Whom pages call is looked for once, and no page is kept for it."""

import weakref

import pytest

from generator import third_parties
from generator.third_parties import Loads, loaded_by_page

PAGE = '<img src="https://other.example/a.png">'


class Text(str):
    """A text of which one can tell whether it is still held."""


def test_no_page_is_kept_to_know_what_it_loads() -> None:
    loads, page = Loads(), Text(PAGE)
    held = weakref.ref(page)
    assert loads.of("a.md", page, "https://site.example/") == ("https://other.example/a.png",)
    del page
    assert held() is None


def test_a_page_is_read_again_where_it_or_the_site_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    read, usual = [], third_parties.loaded_by_page

    def watched(html: str, site: str) -> tuple[str, ...]:
        read.append(html)
        return usual(html, site)

    monkeypatch.setattr(third_parties, "loaded_by_page", watched)
    loads = Loads()
    for page, site in [(PAGE, ""), (PAGE, ""), (PAGE, "https://other.example/"), ("<p>", ""), (PAGE, "")]:
        assert loads.of("a.md", page, site) == usual(page, site)
    assert len(read) == 4


@pytest.mark.parametrize("section", ["<![a]>", "<![if !IE]>", "<![CDATA[x]]>", "<![a", "<![endif]-->"])
def test_what_looks_like_a_marked_section_is_passed_over(section: str) -> None:
    assert loaded_by_page(f"{PAGE}{section}", "") == ("https://other.example/a.png",)
    if section.endswith(">"):
        assert loaded_by_page(f"{section}{PAGE}", "") == ("https://other.example/a.png",)
