"""What a slow phone is spared: the timeline waits for the page, comes in pieces, and draws nothing unseen."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import new_context, settled

pytestmark = pytest.mark.browser

SLOWER = 4  # times, as Lighthouse's phone
PIECES = 15  # of the work of putting a timeline together, at least
COUNT = """
window.pieces = window.written = 0;
const own = scheduler.yield.bind(scheduler);
scheduler.yield = () => {
  window.pieces++;
  return own();
};
const { fillText } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillText = function (...args) {
  window.written++;
  return fillText.apply(this, args);
};
new PerformanceObserver((list) => {
  window.shifted = list.getEntries().reduce((sum, { value }) => sum + value, window.shifted ?? 0);
}).observe({ type: 'layout-shift', buffered: true });
"""
SEEN = """() => {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const later = /timeline[/](?!main|failed|dom|preload)/;
  const own = performance.getEntriesByType("resource").filter(({ name }) => later.test(name));
  return {
    pieces, written, shifted: window.shifted ?? 0,
    modules: own.length,
    early: own.filter(({ startTime }) => startTime < paint.startTime).map(({ name }) => name),
  };
}"""


def grown(browser: Browser, url: str, **context: Any) -> dict[str, Any]:
    """What has happened until the timeline of a page was at rest, on a slow processor."""
    here = new_context(browser, **context)
    page: Page = here.new_page()
    here.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(COUNT)
    page.goto(url)
    settled(page)
    found: dict[str, Any] = page.evaluate(SEEN)
    here.close()
    return found


@pytest.mark.parametrize("path", ["/", "/timeline/"])
def test_on_a_phone_the_timeline_waits_for_the_page_and_comes_in_pieces(
    site: str, chromium: Browser, path: str
) -> None:
    seen = grown(chromium, site + path, viewport={"width": 412, "height": 823}, has_touch=True, is_mobile=True)
    assert seen["pieces"] >= PIECES
    assert seen["modules"] > PIECES
    assert seen["early"] == []
    assert seen["written"] == 0
    assert seen["shifted"] < 0.01


def test_on_a_desk_it_comes_in_pieces_and_waits_for_nothing(site: str, chromium: Browser) -> None:
    seen = grown(chromium, f"{site}/timeline/", viewport={"width": 1280, "height": 800})
    assert seen["pieces"] >= PIECES
    assert seen["early"] != []
    assert seen["written"] > 0
