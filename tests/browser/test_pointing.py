"""What a pointer and a keyboard do to the drawing: they move it, zoom it, and open what stands in it."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import settled, standing_events
from tests.browser.drawn import SLOW, click_count, crowded, open_timeline, stage_box, stage_range

pytestmark = pytest.mark.browser

EVENTS = len(standing_events())
VELLMARK = "2025-11-06-vellmark-to-join-harbour-accord"


def wheel(page: Page, x: float, y: float, *modifiers: str) -> None:
    """Turn the wheel with some keys held, over the middle of the drawing."""
    box = stage_box(page)
    page.mouse.move(box["x"] + 300, box["y"] + 100)
    for key in modifiers:
        page.keyboard.down(key)
    page.mouse.wheel(x, y)
    for key in modifiers:
        page.keyboard.up(key)


def test_the_wheel_scrolls_the_page_and_a_hint_says_how_one_zooms(timeline: Page) -> None:
    wheel(timeline, 0, 300)
    timeline.wait_for_function("scrollY >= 299")
    expect(timeline.locator(".dl-hint")).to_have_text("Ctrl + wheel zooms")
    settled(timeline)
    assert "from=" not in timeline.url
    expect(timeline.locator(".dl-hint")).to_be_hidden()
    # Also where the page has been scrolled so that the drawing comes under the pointer.
    for turn in range(1, 4):
        timeline.mouse.wheel(0, -100)
        timeline.wait_for_function("top => scrollY <= top", arg=max(0, 300 - 100 * turn))


@pytest.mark.parametrize("key", ["Control", "Meta"])
def test_with_control_or_command_the_wheel_zooms_where_the_pointer_is(key: str, timeline: Page) -> None:
    wheel(timeline, 0, -120, key)
    before = stage_range(timeline)
    wheel(timeline, 0, -120, key)
    first = stage_range(timeline)
    assert first[0] > before[0] and first[1] < before[1]
    assert timeline.evaluate("scrollY") == 0
    assert timeline.evaluate("visualViewport.scale") == 1


def test_what_the_view_cannot_follow_is_left_to_the_page(timeline: Page) -> None:
    timeline.evaluate("addEventListener('wheel', (event) => (window.taken = event.defaultPrevented))")
    wheel(timeline, 100, 0)
    assert timeline.evaluate("taken") is True
    for _ in range(60):
        wheel(timeline, 5000, 0)
    assert timeline.evaluate("taken") is False
    for _ in range(30):
        wheel(timeline, 0, -2000, "Control")
    assert timeline.evaluate("taken") is False


def test_the_buttons_and_a_double_click_zoom(timeline: Page) -> None:
    box = stage_box(timeline)
    timeline.get_by_role("button", name="Zoom in").click()
    second = stage_range(timeline)
    timeline.get_by_role("button", name="Zoom out").click()
    third = stage_range(timeline)
    assert third[0] < second[0] and third[1] > second[1]
    timeline.mouse.dblclick(box["x"] + 500, box["y"] + 15)
    fourth = stage_range(timeline)
    assert fourth[0] > third[0] and fourth[1] < third[1]


def test_dragging_moves_time_and_glides_on(timeline: Page) -> None:
    box = stage_box(timeline)
    timeline.get_by_role("button", name="Zoom in").click()
    before = stage_range(timeline)
    timeline.mouse.move(box["x"] + 600, box["y"] + 200)
    timeline.mouse.down()
    timeline.mouse.move(box["x"] + 300, box["y"] + 200, steps=10)
    timeline.mouse.up()
    after = stage_range(timeline)
    assert after[0] > before[0] and after[1] > before[1]


def test_the_keyboard_moves_zooms_and_reaches_every_event_in_order(timeline: Page) -> None:
    stage = timeline.locator(".dl-stage")
    stage.focus()
    status = timeline.locator(".dl-view [role=status]")
    timeline.keyboard.press("Home")
    expect(status).to_contain_text(f"1 of {EVENTS}: Elmark recognises Sorrelia. 1777. occurred. 1 origin.")
    timeline.keyboard.press("ArrowDown")
    expect(status).to_contain_text(f"2 of {EVENTS}: ")
    timeline.keyboard.press("End")
    expect(status).to_contain_text(f"{EVENTS} of {EVENTS}: ")
    timeline.keyboard.press("ArrowUp")
    expect(status).to_contain_text(f"{EVENTS - 1} of {EVENTS}: ")
    before = stage_range(timeline)
    timeline.keyboard.press("ArrowLeft")
    moved = stage_range(timeline)
    assert moved[0] < before[0]
    timeline.keyboard.press("+")
    zoomed = stage_range(timeline)
    assert zoomed[0] > moved[0] and zoomed[1] < moved[1]
    timeline.keyboard.press("PageUp")
    assert stage_range(timeline)[1] < zoomed[1]
    timeline.keyboard.press("Enter")
    expect(timeline.locator(".dl-panel")).to_be_visible()
    expect(timeline.locator(".dl-panel")).to_be_focused()
    timeline.keyboard.press("Escape")
    expect(timeline.locator(".dl-panel")).to_be_hidden()
    expect(stage).to_be_focused()


def test_from_rest_one_begins_with_what_is_in_view(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?from=2021-01-01&to=2021-12-31")
    page.locator(".dl-stage").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".dl-view [role=status]")).to_contain_text("2021")
    page.reload()
    settled(page)
    page.locator(".dl-stage").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".dl-view [role=status]")).to_contain_text("2021")


def test_hovering_shows_a_card_and_a_click_opens_the_event_beside(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?from=2025-10-25&to=2025-12-01")
    box = stage_box(page)
    card = page.locator(".dl-card")
    # The label is somewhere in the rows; walk down until its card shows.
    for y in range(20, int(box["height"]) - 60, 9):
        page.mouse.move(box["x"] + box["width"] * 12.5 / 37 + 60, box["y"] + y)
        if card.is_visible() and "Vellmark and Mara Lind announce" in card.inner_text():
            break
    expect(card).to_contain_text("6 November 2025")
    expect(card).to_contain_text("Disputed · 10 origins: Agency One, ")
    # What was expected before is no word for what then occurred.
    expect(card).not_to_contain_text("is set to announce")
    expect(card.locator("blockquote [lang=fr]")).to_have_text(
        "“le Vellmark a annoncé jeudi qu’il rejoindrait l’Accord”"
    )
    page.mouse.down()
    page.mouse.up()
    panel = page.locator(".dl-panel")
    expect(panel.get_by_role("heading")).to_contain_text("Vellmark and Mara Lind announce")
    expect(panel.locator(".dl-panel__relations li").first).to_be_visible()
    expect(page).to_have_url(re.compile(f"event={VELLMARK}"))
    panel.get_by_role("link", name="All reports, quotes and claims").click()
    expect(page).to_have_url(re.compile(f"/events/{VELLMARK}/$"))
    page.go_back()
    expect(page.locator(".dl-panel").get_by_role("heading")).to_contain_text("Vellmark and Mara Lind", timeout=SLOW)


def crowd(page: Page, apart: float) -> None:
    """Let all events begin one after another, so many days apart."""

    def answer(route: Route) -> None:
        route.fulfill(json=crowded(route.fetch().json(), apart))

    page.route("**/data/timeline.json", answer)


def test_a_count_opens_and_back_closes_it_again(site: str, page: Page) -> None:
    crowd(page, 0.2)
    open_timeline(page, f"{site}/timeline/?from=2014-10-04&to=2034-10-04")
    before = stage_range(page)
    click_count(page)
    page.wait_for_url(lambda url: before[0] not in url)
    opened = stage_range(page)
    assert opened[0] > before[0] and opened[1] < before[1]
    page.go_back()
    assert stage_range(page) == before


def test_what_no_zoom_parts_opens_as_a_list_of_titles(site: str, page: Page) -> None:
    crowd(page, 0)
    open_timeline(page, f"{site}/timeline/?from=2024-10-03&to=2024-10-05")
    settled(page)
    click_count(page)
    panel = page.locator(".dl-panel")
    expect(panel.get_by_role("heading")).to_have_text(re.compile(r"^\d+ events of the same time$"))
    titles = panel.locator("li button")
    assert titles.count() > 20
    title = titles.nth(3).inner_text()
    titles.nth(3).click()
    expect(panel.get_by_role("heading")).to_have_text(title)
    page.go_back()
    expect(panel).to_be_hidden()


def test_the_overview_s_brush_moves_the_view(timeline: Page) -> None:
    timeline.get_by_role("button", name="Zoom in").click()
    before = stage_range(timeline)
    timeline.locator(".dl-overview").scroll_into_view_if_needed()
    strip = timeline.locator(".dl-overview").bounding_box()
    assert strip is not None
    timeline.mouse.click(strip["x"] + strip["width"] * 0.9, strip["y"] + 20)
    assert stage_range(timeline)[0] > before[0]


def test_a_date_that_moved_is_spoken(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?find=Harbour+Accord+signed&from=2020-07-01&to=2020-12-31")
    page.locator(".dl-stage").focus()
    page.keyboard.press("ArrowDown")
    spoken = page.locator(".dl-view [role=status]")
    expect(spoken).to_contain_text("Its date moved from 13 August 2020 or later to 15 September 2020.")
