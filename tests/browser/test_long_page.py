"""The timeline of a large archive stands on a small page: its list is divided, and the drawing needs no elements."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.outputs.pages.long_lists import MOST
from tests.bench.archive import write_archive
from tests.browser.conftest import build_project, close, new_context, resize, serve_folder, settled

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


# How far a year's heading stands from where its margin puts it.
OFF = """year => {
  const heading = document.getElementById(year);
  return Math.abs(heading.getBoundingClientRect().top - parseFloat(getComputedStyle(heading).scrollMarginTop));
}"""
# Whether what follows the heading stands right below it, and is not scrolled past while the heading sticks.
FIRST = """year => {
  const heading = document.getElementById(year);
  return heading.nextElementSibling.getBoundingClientRect().top >= heading.getBoundingClientRect().bottom - 4;
}"""
AT_END = "scrollY + innerHeight >= document.documentElement.scrollHeight - 1"


@pytest.fixture(scope="module")
def hundreds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose timeline has as many events as one page holds."""
    root = write_archive(tmp_path_factory.mktemp("hundreds"), MOST - 40)
    build_project(root, "--quiet")
    server, address = serve_folder(root / "site")
    yield address
    close(server)


# On a phone with scripts the story stands for the list, and test_phone.py holds where a link leads to.
@pytest.mark.parametrize(("width", "scripts"), [(360, False), (1280, False), (1280, True)])
def test_a_link_to_a_year_lands_on_its_heading(width: int, scripts: bool, hundreds: str, chromium: Browser) -> None:
    context = new_context(chromium, viewport={"width": width, "height": 800}, java_script_enabled=scripts)
    page = context.new_page()

    def check(year: str, way: str) -> None:
        if scripts:
            settled(page)
        page.wait_for_timeout(200)
        assert page.evaluate(AT_END) or page.evaluate(OFF, year) <= 4, f"{year} {way}: {page.evaluate(OFF, year)}"
        assert page.evaluate(AT_END) or page.evaluate(FIRST, year), f"{year} {way}: its first lines are scrolled past"

    page.goto(f"{hundreds}/timeline/")
    years = page.locator(".dl-jump a").evaluate_all("links => links.map(link => link.hash.slice(1))")
    assert page.locator(".dl-timeline li:has(> .dl-row)").count() > 200 and len(years) > 5
    years = years[:: max(1, len(years) // 6)]
    for year in years:
        page.goto("about:blank")
        page.goto(f"{hundreds}/timeline/#{year}")
        check(year, "after loading")
    # Down the page and up again: a heading that sticks at the top does not stand where it seems to.
    for year in [*years, *reversed(years)]:
        page.locator(f".dl-jump a[href$='#{year}']").first.evaluate("link => link.click()")
        check(year, "after a click")
    context.close()
