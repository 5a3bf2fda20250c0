"""At an address where nothing is, a reader finds the way on, wherever the site is served."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import HostHandler, build_harbours, close

pytestmark = pytest.mark.browser


@pytest.fixture(
    scope="module",
    params=[("", False), ("", True), ("sub/path/", True), ("sub/path/", False)],
    ids=["at the root", "at the root with its address", "below a path with its address", "below an unknown path"],
)
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path, told = request.param
    served = tmp_path_factory.mktemp("served")
    handler = type("Handler", (HostHandler,), {"site": served / path})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(served)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/{path}"
    environment = {"DATELINE_SITE_URL": address} if told else {}
    build_harbours(tmp_path_factory.mktemp("project"), "--site-dir", str(served / path), **environment)
    yield address
    close(server)


@pytest.mark.parametrize("wrong", ["nothing", "events/nothing/at/all/"])
@pytest.mark.parametrize(("link", "path"), [("home page", ""), ("timeline", "timeline/")])
def test_where_nothing_is_a_reader_finds_the_way_on(wrong: str, link: str, path: str, base: str, page: Page) -> None:
    response = page.goto(f"{base}{wrong}")
    assert response is not None and response.status == 404
    expect(page).to_have_title("There is no page here - The harbours")
    expect(page.locator("h1")).to_have_text("There is no page here")
    expect(page.locator(".dl")).to_contain_text("search")
    # The look is that of the site.
    expect(page.locator("h1")).to_have_css("font-weight", "600")
    page.locator(".dl").get_by_role("link", name=link, exact=True).click()
    expect(page).to_have_url(f"{base}{path}")
