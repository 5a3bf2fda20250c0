"""Nothing that matches is out of view without a word: the strip, its breaks, and the words at the edges."""

import re
from hashlib import sha256

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import narrow, settled

pytestmark = pytest.mark.browser


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    settled(page)
    return page


def view(page: Page) -> tuple[str, str]:
    """The first and last day in view, from the address, once all is at rest."""
    settled(page)
    found = re.search(r"from=([^&]+)&to=([^&]+)", page.url)
    assert found, page.url
    return found[1], found[2]


def edge(page: Page, side: str) -> Locator:
    return page.locator(f".dl-edge--{side}")


def find(page: Page, query: str) -> None:
    narrow(page, query)
    expect(page).to_have_url(re.compile(f"find={query}"))


def strip_without_brush(page: Page) -> str:
    """What the strip shows below its brush, which stands above the axis: the years with their ticks."""
    pixels = page.locator(".dl-overview").evaluate(
        """canvas => {
          const { width, height } = canvas;
          const foot = Math.round(14 * height / canvas.clientHeight);
          return canvas.getContext('2d').getImageData(0, height - foot, width, foot).data.join();
        }"""
    )
    assert set(pixels.split(",")) != {"0"}
    return sha256(pixels.encode()).hexdigest()


def test_the_first_view_is_where_the_events_are_and_the_strip_tells_the_rest(site: str, page: Page) -> None:
    opened(page, f"{site}/timeline/")
    behind = page.locator(".dl-break--before")
    expect(behind).to_have_text(re.compile(r"^1777–\d{4} \d earlier events$"))
    # What the break says is not said again by the edge above it.
    expect(edge(page, "before")).to_be_hidden()


def test_the_strip_stays_while_the_view_moves_and_its_break_opens(site: str, page: Page) -> None:
    opened(page, f"{site}/timeline/")
    before = strip_without_brush(page)
    stage = page.locator(".dl-stage")
    stage.focus()
    for key in ("ArrowLeft", "ArrowLeft", "+", "+", "PageUp", "-"):
        page.keyboard.press(key)
        settled(page)
        assert strip_without_brush(page) == before
    behind = page.locator(".dl-break--before")
    behind.focus()
    page.keyboard.press("Enter")
    first, last = view(page)
    assert "1700" < first < "1777" and "2000" < last < "2025"
    assert strip_without_brush(page) == before
    expect(edge(page, "after")).to_be_visible()
    expect(edge(page, "before")).to_be_hidden()


def test_the_words_of_breaks_and_edges_are_large_enough_to_hit(site: str, page: Page) -> None:
    opened(page, f"{site}/timeline/?from=2022-01-01&to=2023-01-01")
    for button in (page.locator(".dl-break--before"), edge(page, "before"), edge(page, "after")):
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 24 and box["width"] >= 24


def test_what_is_found_out_of_view_comes_into_view(site: str, page: Page) -> None:
    opened(page, f"{site}/timeline/?from=2025-12-01&to=2025-12-20")
    find(page, "skerry")
    first, last = view(page)
    assert last < "2025-12" or first > "2025-12-20"
    expect(page.locator(".dl-edges__empty")).to_be_hidden()


def test_a_chosen_filter_comes_into_view(site: str, page: Page) -> None:
    opened(page, f"{site}/timeline/?from=2025-12-01&to=2025-12-20")
    page.get_by_role("button", name="Filters").click()
    page.locator(".dl-filters label", has_text="The Lantern Forum").locator("input").check()
    settled(page)
    assert view(page)[0] < "2022-04"
    expect(page.locator(".dl-edges__empty")).to_be_hidden()


def test_what_is_found_in_view_stays_there_and_the_rest_is_told(site: str, page: Page) -> None:
    opened(page, f"{site}/timeline/?from=2020-06-01&to=2022-01-01")
    find(page, "Elmark")
    settled(page)
    assert view(page) == ("2020-06-01", "2022-01-01")
    expect(edge(page, "before")).to_have_text(re.compile(r"^\d+ earlier events?$"))
    expect(edge(page, "after")).to_have_text(re.compile(r"^\d+ later events$"))


def test_the_edges_words_fly_on_and_on_to_the_first_event(site: str, page: Page) -> None:
    opened(page, f"{site}/timeline/?from=2023-01-01&to=2023-03-01")
    left = 10**6
    for _ in range(60):
        if edge(page, "before").is_hidden():
            break
        found = re.search(r"\d+", edge(page, "before").inner_text())
        assert found and int(found[0]) < left
        left = int(found[0])
        edge(page, "before").click()
        settled(page)
        expect(page.locator(".dl-edges__empty")).to_be_hidden()
    # All that is still out of view is behind the break.
    page.locator(".dl-break--before").click()
    settled(page)
    expect(edge(page, "before")).to_be_hidden()
    # The focus is not lost with the button that is gone.
    expect(page.locator("body")).not_to_be_focused()


def test_an_empty_view_says_so_and_offers_the_way_back(site: str, page: Page) -> None:
    opened(page, f"{site}/timeline/?from=1800-01-01&to=1810-01-01")
    empty = page.locator(".dl-edges__empty")
    expect(empty).to_contain_text("No event between 1800 and 1810")
    expect(edge(page, "before")).to_have_text("1 earlier event")
    empty.get_by_role("button", name="Show all").click()
    expect(empty).to_be_hidden()
    assert view(page)[0] < "1777"


def test_where_nothing_matches_the_way_back_is_to_clear(site: str, page: Page) -> None:
    opened(page, f"{site}/timeline/")
    find(page, "xyzzy")
    empty = page.locator(".dl-edges__empty")
    expect(empty).to_contain_text("No event matches")
    expect(page.locator(".dl-break--before")).to_be_disabled()
    empty.get_by_role("button", name="Clear").click()
    expect(empty).to_be_hidden()
    expect(page.locator(".dl-stage")).to_be_focused()


def test_before_anything_was_known_the_way_back_is_now(site: str, page: Page) -> None:
    opened(page, f"{site}/timeline/?known=1700-01-01")
    empty = page.locator(".dl-edges__empty")
    expect(empty).to_contain_text("No event was known yet")
    empty.get_by_role("button", name="Now").click()
    expect(empty).to_be_hidden()
