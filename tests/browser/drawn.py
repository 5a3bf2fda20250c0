"""The drawn timeline on a page, for the tests of it."""

import re

from playwright.sync_api import FloatRect, Page, expect

from tests.browser.conftest import settled

SLOW = 15_000  # milliseconds


def open_timeline(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.locator("[data-timeline][data-drawn]")).to_be_visible(timeout=SLOW)


def stage_range(page: Page) -> tuple[str, str]:
    """The first and last day in view, from the address, once all is at rest."""
    settled(page)
    found = re.search(r"from=([^&]+)&to=([^&]+)", page.url)
    assert found, page.url
    return found[1], found[2]


def stage_box(page: Page) -> FloatRect:
    box = page.locator(".dl-stage").bounding_box()
    assert box is not None
    return box


def picture(page: Page) -> str:
    """All that the drawing shows, as SVG."""
    settled(page)
    page.get_by_text("Share", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG", exact=True).click()
    return download.value.path().read_text(encoding="utf-8")
