"""At an address where nothing is, a reader finds the way on, wherever the site is served."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import QuietHandler, build_harbours, close

pytestmark = pytest.mark.browser


class _Handler(QuietHandler):
    """Answers as hosts of static sites do: with the site's own 404.html where nothing is."""

    site = Path()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (self.site / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(
    scope="module",
    params=[("", False), ("", True), ("sub/path/", True), ("sub/path/", False)],
    ids=["at the root", "at the root with its address", "below a path with its address", "below an unknown path"],
)
def base(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path, told = request.param
    served = tmp_path_factory.mktemp("served")
    handler = type("Handler", (_Handler,), {"site": served / path})
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
