"""The timeline of a large archive stands on a small page: its list is divided, and the drawing needs no elements."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.bench.archive import write_archive
from tests.browser.conftest import build_project, close, resize, serve_folder, settled

pytestmark = pytest.mark.browser

EVENTS = 1_000
WEIGHT = 100_000  # bytes of the page, gzipped
NODES = 3_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The folder and the address of a large archive's site."""
    root = write_archive(tmp_path_factory.mktemp("large"), EVENTS)
    build_project(root, "--quiet")
    server, address = serve_folder(root / "site")
    yield root / "site", address
    close(server)


def test_the_page_of_a_large_archive_is_small(large: tuple[Path, str], page: Page) -> None:
    folder, address = large
    assert len(gzip.compress((folder / "timeline/index.html").read_bytes())) <= WEIGHT
    page.goto(f"{address}/timeline/")
    settled(page)
    # A drawing, and on a phone the story, of which only what is near the screen has cards.
    for width in (1280, 390):
        resize(page, width, 844)
        assert page.evaluate("document.querySelectorAll('*').length") <= NODES, width
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    settled(page)
    assert page.evaluate("document.querySelectorAll('*').length") <= NODES
