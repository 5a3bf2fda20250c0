"""What the page on privacy says: no cookie, and nothing kept but whether the page is light or dark."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled

pytestmark = pytest.mark.browser

KEPT = """async () => [
  document.cookie,
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map((one) => one.name),
  ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map((one) => one.scope),
].filter(Boolean)"""


# The fixture `page` fails for any request to another host.
def test_reading_and_searching_leave_nothing_in_the_browser_but_the_look(site: str, page: Page) -> None:
    page.goto(f"{site}/timeline/")
    settled(page)
    page.goto(f"{site}/timeline/?event=2020-09-15-harbour-accord-signed")
    settled(page)
    page.goto(f"{site}/events/2020-09-15-harbour-accord-signed/")
    page.keyboard.press("/")
    page.keyboard.type("harbour")
    expect(page.locator(".dl-search__hit").first).to_be_visible()
    page.goto(f"{site}/methodology/")
    page.get_by_title("Switch to dark").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.context.cookies() == []
    assert page.evaluate(KEPT) == ["/.__palette"]
    look = page.evaluate("JSON.parse(localStorage.getItem('/.__palette'))")
    assert look["color"]["scheme"] == "slate" and look.keys() == {"index", "color"}
