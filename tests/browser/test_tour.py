"""The guided tour with a real pointer, keys and fingers: the view goes along, and links and Back know the step."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import new_context, resize, settled
from tests.browser.test_accessibility import findings

pytestmark = pytest.mark.browser

SIGNED = "2020-09-15-harbour-accord-signed"
PHONE = {"width": 390, "height": 844}


def open_page(page: Page, url: str) -> Locator:
    page.goto(url)
    settled(page)
    return page.locator(".dl-tour")


def beginning(page: Page) -> Locator:
    return page.get_by_role("button", name="Guided tour: 5 steps")


def title(tour: Locator) -> str:
    return tour.get_by_role("heading").inner_text()


def test_the_home_page_opens_with_the_first_step_before_the_controls(site: str, page: Page) -> None:
    tour = open_page(page, f"{site}/")
    expect(tour.locator(".dl-tour__place")).to_have_text("1 of 5")
    expect(tour.get_by_role("heading")).to_be_visible()
    place, tools = tour.bounding_box(), page.locator(".dl-tools").bounding_box()
    assert place and tools and place["y"] + place["height"] <= tools["y"]
    assert "?" not in page.url
    assert findings(page) == []
    tour.get_by_role("button", name="End the tour").click()
    expect(beginning(page)).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?tour=off$"))
    page.reload()
    settled(page)
    expect(beginning(page)).to_be_visible()


@pytest.mark.parametrize("size", [(360, 640), (390, 844)])
def test_on_a_phone_the_story_is_on_the_home_page_s_first_screen(size: tuple[int, int], site: str, page: Page) -> None:
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    tour = open_page(page, f"{site}/")
    heading, tools = tour.get_by_role("heading").bounding_box(), page.locator(".dl-tools").bounding_box()
    figures = page.locator(".dl-figures").bounding_box()
    assert heading and tools and figures
    assert heading["y"] + heading["height"] <= height
    assert heading["y"] < tools["y"] < figures["y"]


def test_next_previous_and_back_go_through_the_landmarks(site: str, page: Page) -> None:
    tour = open_page(page, f"{site}/timeline/")
    expect(tour.get_by_role("heading")).to_be_hidden()
    beginning(page).click()
    first = title(tour)
    expect(tour.get_by_role("button", name="Next")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?tour=20"))
    begun = page.url
    named = tour.locator(".dl-tour__next .dl-tour__name").inner_text()
    tour.get_by_role("button", name="Next").click()
    expect(tour.locator(".dl-tour__place")).to_have_text("2 of 5")
    assert title(tour) in named, "the button had named it"
    expect(tour.locator(".dl-tour__previous .dl-tour__name")).to_contain_text(first)
    expect(page.locator(".dl-view [role=status]")).to_contain_text("2 of 5: ")
    settled(page)
    assert re.search(r"\?tour=[\w-]+$", page.url), "the step tells where the view is"
    page.go_back()
    expect(tour.locator(".dl-tour__place")).to_have_text("1 of 5")
    assert page.url == begun
    page.go_back()
    expect(beginning(page)).to_be_visible()


def test_arrow_keys_work_while_the_focus_is_in_the_bar_and_stop_at_the_ends(site: str, page: Page) -> None:
    tour = open_page(page, f"{site}/timeline/")
    beginning(page).focus()
    page.keyboard.press("Enter")
    expect(tour.locator(".dl-tour__place")).to_have_text("1 of 5")
    for number in range(2, 6):
        page.keyboard.press("ArrowRight")
        expect(tour.locator(".dl-tour__place")).to_have_text(f"{number} of 5")
    page.keyboard.press("ArrowRight")
    expect(tour.locator(".dl-tour__place")).to_have_text("5 of 5")
    expect(tour.get_by_role("button", name="Next")).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("ArrowLeft")
    expect(tour.locator(".dl-tour__place")).to_have_text("4 of 5")
    page.keyboard.press("Escape")
    expect(tour.get_by_role("heading")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"/timeline/$"))


@pytest.mark.parametrize("path", ["timeline/", "embed/", ""])
def test_a_link_opens_its_step_with_one_sentence_a_quote_and_the_event_in_view(
    path: str, site: str, page: Page
) -> None:
    tour = open_page(page, f"{site}/{path}?tour={SIGNED}")
    expect(tour.get_by_role("heading")).to_contain_text("sign the Harbour Accord")
    expect(tour.locator(".dl-tour__date")).to_have_text("15 September 2020")
    expect(tour.locator("blockquote")).to_contain_text("“")
    assert tour.locator(".dl-source").inner_text()
    expect(tour.get_by_role("link")).to_have_attribute("href", re.compile(f"events/{SIGNED}/$"))
    assert page.url.endswith(f"?tour={SIGNED}")
    # The keys go on from the event that is marked.
    page.locator(".dl-stage").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".dl-view [role=status]")).to_contain_text(re.compile("2020"))


def test_an_address_that_names_no_step_begins_as_the_page_does(site: str, page: Page) -> None:
    tour = open_page(page, f"{site}/timeline/?tour=nothing")
    expect(beginning(page)).to_be_visible()
    # An event that is none of the steps leads to the next one that is.
    open_page(page, f"{site}/timeline/?tour=2023-01-09-working-groups")
    expect(tour.locator(".dl-tour__date")).to_have_text("7 October 2023")


def test_what_was_not_known_yet_is_left_out(site: str, page: Page) -> None:
    tour = open_page(page, f"{site}/timeline/?tour={SIGNED}&known=2020-09-01")
    expect(tour.get_by_role("heading")).to_have_text("Elmark and Sorrelia are to sign an accord")
    expect(tour.locator(".dl-tour__place")).not_to_contain_text("of 5")
    expect(tour.locator("blockquote")).to_be_hidden()
    expect(tour.locator(".dl-tour__said")).to_have_text("")
    page.get_by_role("button", name="Now").click()
    expect(tour.locator(".dl-tour__place")).to_contain_text("of 5")


def test_a_page_about_a_place_with_few_landmarks_has_no_tour(site: str, page: Page) -> None:
    expect(open_page(page, f"{site}/places/lantern-point/")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_step(scheme: str, site: str, chromium: Browser) -> None:
    context = new_context(chromium, color_scheme=scheme)
    page = context.new_page()
    tour = open_page(page, f"{site}/timeline/?tour={SIGNED}")
    expect(tour.get_by_role("heading")).to_be_visible()
    assert findings(page) == []
    resize(page, PHONE["width"], PHONE["height"])
    assert findings(page) == []
    context.close()


def test_without_motion_the_view_is_there_at_once(site: str, chromium: Browser) -> None:
    context = new_context(chromium, reduced_motion="reduce")
    page = context.new_page()
    open_page(page, f"{site}/timeline/")
    beginning(page).click()
    expect(page).to_have_url(re.compile(r"\?tour=[\w-]+$"))
    settled(page)
    assert "from=" not in page.url
    page.get_by_role("button", name="Zoom in").click()
    expect(page).to_have_url(re.compile(r"from=.*tour="))
    context.close()


def test_on_a_phone_the_story_turns_to_the_step(site: str, chromium: Browser) -> None:
    context = new_context(chromium, viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    tour = open_page(page, f"{site}/timeline/")
    beginning(page).tap()
    for number in (2, 3):
        tour.get_by_role("button", name="Next").tap()
        expect(tour.locator(".dl-tour__place")).to_have_text(f"{number} of 5")
        card = page.locator(".dl-story__card", has_text=title(tour)).first
        expect(card).to_be_in_viewport()
        place, sheet = card.bounding_box(), tour.locator(".dl-tour__step").bounding_box()
        assert place and sheet
        assert place["y"] < sheet["y"], "the card does not lie behind the step"
        assert abs(sheet["y"] + sheet["height"] - PHONE["height"]) < 2
    boxes = [box for button in tour.get_by_role("button").all() if (box := button.bounding_box())]
    assert all(box["height"] >= 43 and box["width"] >= 43 for box in boxes), boxes
    tour.get_by_role("button", name="End the tour").tap()
    expect(page.locator(".dl-story__card:focus")).to_be_in_viewport()
    context.close()
