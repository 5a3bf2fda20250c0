"""With Material's instant navigation a page is swapped, not loaded: the timeline leaves and comes with its page."""

import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ENVIRONMENT, QuietHandler, close, write_harbours

pytestmark = pytest.mark.browser

DRAWN = "[data-timeline][data-drawn]"
SLOW = 15_000


@pytest.fixture(scope="module")
def instant_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site with `navigation.instant`, which works only at the site's own address."""
    root = write_harbours(tmp_path_factory.mktemp("instant"))
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("  features:\n", "  features:\n    - navigation.instant\n"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(root / "site")]
    subprocess.run(command, cwd=root, env=ENVIRONMENT | {"DATELINE_SITE_URL": f"{address}/"}, check=True, timeout=300)
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(QuietHandler, directory=str(Path(root / "site"))))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address
    close(server)


def test_each_page_grows_its_own_timeline_and_back_returns(instant_site: str, page: Page) -> None:
    page.goto(f"{instant_site}/timeline/?lanes=kind")
    expect(page.locator(DRAWN)).to_be_visible(timeout=SLOW)
    page.evaluate("window.stayed = true")
    page.locator(".md-tabs").get_by_role("link", name="Storylines").click()
    expect(page.locator(DRAWN)).to_have_count(0, timeout=SLOW)
    page.locator(".md-content").get_by_role("link", name="Lantern Forum").first.click()
    expect(page.locator(DRAWN)).to_be_visible(timeout=SLOW)
    expect(page.locator(".dl-view__count")).to_have_text("10 of 10 events")
    page.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(re.compile("storylines/lantern-forum/.*from="))
    page.go_back()
    page.go_back()
    expect(page.locator(DRAWN)).to_be_visible(timeout=SLOW)
    expect(page).to_have_url(re.compile(r"/timeline/\?lanes=kind$"))
    expect(page.get_by_label("Lanes", exact=True)).to_have_value("kind")
    assert page.evaluate("window.stayed"), "the page was loaded anew: instant navigation was not at work"
