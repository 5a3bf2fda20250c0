"""Where the search box leads: to a page, to an event on a timeline, to a quote, and from a link to what it finds."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled
from tests.browser.searching import HITS, QUOTED, SIGNED, in_events, look_for
from tests.browser.test_instant_navigation import instant_site  # noqa: F401  # a fixture

pytestmark = pytest.mark.browser


def test_a_name_that_is_typed_stands_first_and_enter_opens_it(site: str, page: Page) -> None:
    page.goto(f"{site}/methodology/")
    page.keyboard.press("/")
    look_for(page, "harbour post")
    expect(page.locator(".dl-search__kind").first).to_have_text("Outlets")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/outlets/harbour-post/")


def test_enter_before_the_answer_opens_the_first(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/methodology/")
    page.keyboard.press("/")
    page.wait_for_load_state("networkidle")
    page.keyboard.type("vellmark")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/events/2025-11-06-vellmark"))


@pytest.mark.parametrize("address", ["methodology/?search=harbour", "methodology/?q=harbour&h=x"])
def test_a_link_with_words_opens_the_box(address: str, site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/{address}")
    expect(page.locator(".dl-search__hit")).to_have_count(len(HITS))
    expect(page).to_have_url(f"{site}/methodology/?search=harbour")
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{site}/methodology/")


@pytest.mark.parametrize("path", ["timeline/?kind=visit", "storylines/harbour-accord/", "embed/"])
def test_on_a_timeline_an_event_is_flown_to(path: str, site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/{path}")
    settled(page)
    page.evaluate("window.stayed = true")
    look_for(page, "harbour accord signed")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    panel = page.locator(".dl-panel")
    expect(panel.get_by_role("heading").first).to_contain_text("Harbour Accord")
    expect(page).to_have_url(re.compile(f"event={SIGNED}"))
    expect(page.locator(".dl-search__panel")).to_be_hidden()
    assert page.evaluate("window.stayed")


def test_an_event_of_another_storyline_opens_its_page(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/storylines/lantern-forum/")
    settled(page)
    look_for(page, "vellmark")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/events/2025-11-06-vellmark-to-join-harbour-accord/")


def test_a_timeline_is_narrowed_to_what_was_looked_for(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/timeline/")
    settled(page)
    look_for(page, "vellmark")
    page.get_by_role("button", name="Show only these on the timeline").click()
    expect(page).to_have_url(f"{site}/timeline/?find=vellmark")
    expect(page.get_by_role("button", name="Filters (1)")).to_be_visible()


def test_an_old_link_narrows_the_timeline_and_is_rewritten(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/timeline/?q=vellmark")
    settled(page)
    expect(page).to_have_url(f"{site}/timeline/?find=vellmark")
    expect(page.locator(".dl-search__panel")).to_be_hidden()


def test_on_a_phone_s_timeline_an_event_opens_in_place(site: str, phone: Page) -> None:
    phone.goto(f"{site}/timeline/")
    settled(phone)
    phone.get_by_role("button", name="Search").tap()
    look_for(phone, "harbour accord signed")
    in_events(phone).first.tap()
    expect(phone.locator(".dl-panel").get_by_role("heading").first).to_contain_text("Harbour Accord")
    expect(phone).to_have_url(re.compile(f"timeline/.*event={SIGNED}"))
    settled(phone)
    assert "event=" in phone.url and "from=" not in phone.url, "a story has no range"


def test_instant_navigation_keeps_the_box(instant_site: str, page: Page, asked: list[str]) -> None:  # noqa: F811
    page.goto(f"{instant_site}/methodology/")
    page.evaluate("window.stayed = true")
    for words, path in (("vellmark", "/events/2025-11-06-vellmark"), ("quoted", f"/events/{SIGNED}/")):
        page.keyboard.press("/")
        page.get_by_role("combobox", name="Search").fill(words)
        expect(page.locator(".dl-search__hit")).to_have_count(1)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(re.escape(path)))
        expect(page.locator(".dl-search__panel")).to_be_hidden()
    expect(page).to_have_url(f"{instant_site}/{QUOTED}")
    expect(page.locator(f"#{QUOTED.partition('#')[2]}")).to_be_in_viewport()
    assert page.evaluate("window.stayed")


def test_a_quote_is_landed_on(site: str, page: Page, asked: list[str]) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(f"{site}/methodology/")
    look_for(page, "quoted")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/{QUOTED}")
    expect(page.locator(f"#{QUOTED.partition('#')[2]}")).to_be_in_viewport()
