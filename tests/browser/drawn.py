"""The drawn timeline on a page, for the tests of it."""

import re
from typing import Any

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


def crowded(data: dict[str, Any], apart: float) -> dict[str, Any]:
    """The data, in which all events begin one after another, so many days apart."""
    count = data["count"]
    start = [20_000, *[apart] * (count - 1)]
    return data | {"start": start, "far": [], "span": [0] * count, "shape": [0] * count, "labels": [], "earlier": []}


def click_count(page: Page) -> None:
    """Click on the count that stands nearest to the middle of the axis: it is shown as something to click on, and has
    no card.
    """
    page.locator(".dl-edges").scroll_into_view_if_needed()
    box = stage_box(page)
    for aside in range(0, 60, 6):
        for up in range(44, 80, 6):
            page.mouse.move(box["x"] + box["width"] / 2 + aside, box["y"] + box["height"] - up)
            pointing = page.evaluate("document.querySelector('.dl-stage').style.cursor === 'pointer'")
            if pointing and page.locator(".dl-card").is_hidden():
                page.mouse.down()
                page.mouse.up()
                return
    raise AssertionError("there is no count")
