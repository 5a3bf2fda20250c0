"""Where something of the timeline cannot be fetched or is broken: nothing is blank, a sentence says what to do."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import new_context, settled
from tests.browser.test_accessibility import findings

pytestmark = pytest.mark.browser

PHONE, DESK = (390, 844), (1280, 900)
FAILURES: dict[str, Callable[[Route], None]] = {
    "missing": lambda route: route.fulfill(status=404, body="nothing"),
    "offline": lambda route: route.abort("internetdisconnected"),
    "garbage": lambda route: route.fulfill(
        status=200, body="<!doctype html><p>Please log in", content_type="text/html"
    ),
}
failing = pytest.mark.parametrize("failure", FAILURES)
sized = pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Callable[[tuple[int, int]], Page]]:
    """Opens pages of a size."""
    contexts = []

    def opened(size: tuple[int, int]) -> Page:
        context = new_context(chromium, viewport={"width": size[0], "height": size[1]}, has_touch=size == PHONE)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def retry(page: Page, pattern: str) -> None:
    """The connection is back, and somebody tries again."""
    page.unroute(pattern)
    page.get_by_role("button", name="Try again").click()


@sized
@failing
@pytest.mark.parametrize("what", ["data/timeline.json", "data/words.json"])
@pytest.mark.parametrize("path", ["timeline/", "embed/"])
def test_without_its_data_the_list_stands_and_one_can_try_again(
    what: str, path: str, failure: str, size: tuple[int, int], site: str, reader: Callable[[tuple[int, int]], Page]
) -> None:
    page = reader(size)
    page.route(f"**/{what}", FAILURES[failure])
    page.goto(f"{site}/{path}")
    expect(page.get_by_role("alert")).to_contain_text("The list below is complete; once you are connected, try again.")
    expect(page.locator("li a").first).to_be_visible()
    assert page.locator(".dl li:has(.dl-row):visible, main li a:visible").count() > 10
    retry(page, f"**/{what}")
    settled(page)
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.locator(".dl-story__card, .dl-stage").locator("visible=true").first).to_be_visible()


@failing
@pytest.mark.parametrize("path", ["timeline/", "storylines/lantern-forum/", "embed/", ""])
def test_without_the_story_a_phone_gets_the_list(
    path: str, failure: str, site: str, reader: Callable[[tuple[int, int]], Page]
) -> None:
    page = reader(PHONE)
    page.route("**/timeline/story.js*", FAILURES[failure])
    page.goto(f"{site}/{path}")
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    settled(page)
    expect(page.locator(".dl li:has(> .dl-row) a, main li a").locator("visible=true").first).to_be_visible()
    assert findings(page) == []
    retry(page, "**/timeline/story.js*")
    expect(page.locator(".dl-story__card").first).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


@sized
@failing
def test_without_texts_it_says_so_and_fills_them_in_later(
    failure: str, size: tuple[int, int], site: str, reader: Callable[[tuple[int, int]], Page]
) -> None:
    page = reader(size)
    page.route("**/data/timeline/text-*.json", FAILURES[failure])
    page.goto(f"{site}/timeline/?event=2020-09-15-harbour-accord-signed")
    expect(page.get_by_role("alert")).to_contain_text("Some titles and texts could not be loaded.")
    retry(page, "**/data/timeline/text-*.json")
    expect(page.get_by_role("alert")).to_have_count(0)
    settled(page)
    expect(page.locator(".dl-panel").get_by_role("heading")).to_contain_text("sign the Harbour Accord")
    if size == PHONE:
        expect(page.locator(".dl-story")).not_to_contain_text("…")


def test_a_module_that_was_not_loaded_may_be_there_the_next_time(
    site: str, reader: Callable[[tuple[int, int]], Page]
) -> None:
    page = reader(DESK)
    page.route("**/timeline/draw.js", FAILURES["missing"])
    page.goto(f"{site}/timeline/")
    expect(page.locator(".dl-why:visible")).to_contain_text("Try again")
    assert findings(page) == []
    retry(page, "**/timeline/draw.js")
    settled(page)
    expect(page.locator(".dl-why:visible")).to_have_count(0)


@failing
def test_without_what_a_tour_tells_one_can_try_again(
    failure: str, site: str, reader: Callable[[tuple[int, int]], Page]
) -> None:
    page = reader(DESK)
    page.route("**/timeline/tourstep.js*", FAILURES[failure])
    page.goto(f"{site}/timeline/")
    settled(page)
    page.locator(".dl-tour__begin").click()
    expect(page.get_by_role("alert")).to_contain_text("The guided tour could not be loaded.")
    settled(page)
    assert findings(page) == []
    retry(page, "**/timeline/tourstep.js*")
    expect(page.locator(".dl-tour__place")).to_have_text("1 of 5")
    expect(page.get_by_role("alert")).to_have_count(0)
