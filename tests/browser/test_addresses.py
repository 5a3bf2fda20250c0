"""Every link leads somewhere, however the site writes its addresses and wherever it is served."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import build_harbours, close, serve_folder, settled

pytestmark = pytest.mark.browser

EVENT = "2020-09-15-harbour-accord-signed"
PAGES = (
    "",
    "timeline",
    f"events/{EVENT}",
    "events",
    "storylines",
    "storylines/lantern-forum",
    "embed",
    "needs-work",
)
LISTS = ("timeline", "events", "storylines")
MOVED = "events/2020-09-15-accord"
LINKS = """[...document.querySelectorAll('[href], script[src], img[src]')]
  .map((one) => new URL(one.getAttribute('href') ?? one.getAttribute('src'), document.baseURI).href)
  .filter((address) => address.startsWith(location.origin))"""


class Place:
    """A built site: where it is served, and how it writes the address of a page."""

    def __init__(self, base: str, folders: bool) -> None:
        self.base, self._folders = base, folders

    def page(self, path: str) -> str:
        if self._folders:
            return f"{self.base}{path}/" if path else self.base
        return f"{self.base}{path}/index.html" if path in LISTS else f"{self.base}{path or 'index'}.html"


@pytest.fixture(
    scope="module",
    params=[(True, ""), (True, "sub/path/"), (False, ""), (False, "sub/path/")],
    ids=["folders", "folders below a path", "files", "files below a path"],
)
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folders, path = request.param
    root, served = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("served")
    more = "" if folders else "use_directory_urls: false\n"
    build_harbours(root, "--strict", "--site-dir", str(served / path), more=more)
    server, address = serve_folder(served)
    yield Place(f"{address}/{path}", folders)
    close(server)


def missing(page: Page, addresses: set[str]) -> list[str]:
    """The addresses at which nothing is."""
    return [address for address in sorted(addresses) if page.request.get(address).status != 200]


def test_every_link_of_every_kind_of_page_leads_to_something(place: Place, page: Page) -> None:
    found: set[str] = set()
    for path in PAGES:
        page.goto(place.page(path))
        if page.locator("[data-timeline]").count():
            settled(page)
        found |= {address.partition("#")[0].partition("?")[0] for address in page.evaluate(LINKS)}
    assert len(found) > 100
    assert missing(page, found) == []


def test_the_panel_of_an_event_leads_to_its_page_and_the_frame_s_address_to_the_frame(place: Place, page: Page) -> None:
    for path in ("", "timeline", "storylines/lantern-forum", "embed"):
        page.goto(f"{place.page(path)}?event={'2022-03-27-lantern-summit' if 'lantern' in path else EVENT}")
        settled(page)
        address = (
            page.locator(".dl-panel")
            .get_by_role("link", name="All reports, quotes and claims")
            .evaluate("link => link.href")
        )
        embed = page.locator("[data-embed]").evaluate("view => new URL(view.dataset.embed, location).href")
        assert embed == place.page("embed")
        assert missing(page, {address, embed}) == []


def test_a_moved_record_leads_to_its_new_address(place: Place, page: Page) -> None:
    page.goto(place.page(MOVED))
    expect(page).to_have_url(place.page(f"events/{EVENT}"))
    source = page.request.get(place.page(MOVED)).text()
    assert source.count('rel="canonical"') == 1


def test_a_moved_record_s_canonical_address_is_the_new_one(tmp_path: Path) -> None:
    build_harbours(tmp_path, DATELINE_SITE_URL="https://harbours.example/sub/")
    source = (tmp_path / "site" / MOVED / "index.html").read_text(encoding="utf-8")
    assert source.count('rel="canonical"') == 1
    assert f'<link rel="canonical" href="https://harbours.example/sub/events/{EVENT}/">' in source
