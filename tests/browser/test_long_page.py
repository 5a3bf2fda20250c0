"""The timeline of a large archive stands on a small page: its list is divided, and the drawing needs no elements."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.outputs.pages.long_lists import MOST
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


def test_every_list_page_of_a_large_archive_is_small(large: tuple[Path, str]) -> None:
    folder, _ = large
    pages = [page for page in folder.rglob("*.html") if page.parent.parent.name not in ("events", "articles")]
    weights = {page.relative_to(folder).as_posix(): len(gzip.compress(page.read_bytes())) for page in pages}
    assert len(weights) > 50
    assert {path: weight for path, weight in weights.items() if weight > WEIGHT} == {}


# How far each year's heading stands from where its margin puts it.
OFF = """() => {
  const heading = document.querySelector(`[id="${location.hash.slice(1)}"]`);
  return Math.abs(heading.getBoundingClientRect().top - parseFloat(getComputedStyle(heading).scrollMarginTop));
}"""

# Whether what follows the heading stands right below it, and is not scrolled past while the heading sticks.
FIRST = """() => {
  const heading = document.querySelector(`[id="${location.hash.slice(1)}"]`);
  return heading.nextElementSibling.getBoundingClientRect().top >= heading.getBoundingClientRect().bottom - 4;
}"""


@pytest.fixture(scope="module")
def hundreds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose timeline has as many events as one page holds."""
    root = write_archive(tmp_path_factory.mktemp("hundreds"), MOST - 40)
    build_project(root, "--quiet")
    server, address = serve_folder(root / "site")
    yield address
    close(server)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_link_to_a_year_lands_on_its_heading(width: int, hundreds: str, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{hundreds}/timeline/")
    settled(page)
    jumps = page.locator(".dl-jump a").evaluate_all("links => links.map(link => link.hash)")
    rows = page.locator(".dl-timeline li:has(> .dl-row)").count()
    assert rows > 200 and len(jumps) > 5
    for year in jumps:
        page.goto("about:blank")
        page.goto(f"{hundreds}/timeline/{year}")
        settled(page)
        at_end = page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
        assert at_end or page.evaluate(OFF) <= 4, f"{year} after loading: {page.evaluate(OFF)}"
    # By clicks, down the page and up again: a heading that is stuck at the top is not yet where it stands.
    for year in [*jumps, *reversed(jumps)]:
        page.evaluate("year => document.querySelector(`.dl-jump a[href$='${year}']`).click()", year)
        page.wait_for_function("year => location.hash === year", arg=year)
        page.wait_for_timeout(150)
        at_end = page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
        assert at_end or page.evaluate(OFF) <= 4, f"{year} after a click: {page.evaluate(OFF)}"
        assert page.evaluate(FIRST) or at_end, f"what stands below {year} is another year's"
