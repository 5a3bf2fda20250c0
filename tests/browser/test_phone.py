"""The timeline on a phone, with real fingers: a story that the page scrolls, cards that open, a strip at the edge."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, CDPSession, Locator, Page, expect

from tests.browser.conftest import new_context, settled, standing_events

pytestmark = pytest.mark.browser

SIZES = [(360, 640), (390, 844)]
EVENTS = len(standing_events())
FRAME = 16  # milliseconds
SCREEN = 844


class Phone:
    """A page on a phone, and a finger."""

    def __init__(self, page: Page, client: CDPSession) -> None:
        self.page, self._client = page, client

    def open(self, url: str) -> None:
        self.page.goto(url)
        expect(self.page.locator(".dl-story")).to_be_visible(timeout=15_000)
        settled(self.page)

    def drag(self, x: float, start: float, end: float) -> None:
        """Put a finger down, move it, and lift it."""
        self._touch("touchStart", x, start)
        for step in range(1, 11):
            self._touch("touchMove", x, start + (end - start) * step / 10)
            self.page.wait_for_timeout(FRAME)
        self._client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def _touch(self, kind: str, x: float, y: float) -> None:
        self._client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})

    @property
    def top(self) -> float:
        """How far the page is scrolled, once it is at rest."""
        before = -1.0
        while before != (now := self.page.evaluate("scrollY")):
            before = now
            self.page.wait_for_timeout(120)
        return before

    def more(self) -> None:
        """Open the menu of the controls that have no room."""
        self.page.locator(".dl-menu--more > summary").tap()

    def card(self, title: str) -> Locator:
        return self.page.locator(".dl-story__card", has_text=title)


@pytest.fixture(params=SIZES, ids=str)
def phone(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Phone]:
    width, height = request.param
    context = new_context(chromium, viewport={"width": width, "height": height}, has_touch=True, is_mobile=True)
    page = context.new_page()
    yield Phone(page, context.new_cdp_session(page))
    context.close()


def test_every_swipe_scrolls_the_page(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/")
    tops = [phone.top]
    for _ in range(6):
        phone.drag(160, 500, 200)
        tops.append(phone.top)
    assert tops == sorted(set(tops)), tops
    for _ in range(3):
        phone.drag(160, 200, 500)
        tops.append(phone.top)
    assert tops[-3:] == sorted(tops[-3:], reverse=True)
    assert "from=" not in phone.page.url, "no swipe moves a drawing that nobody sees"


def test_the_story_tells_every_event_once_with_date_mark_title_and_outlets(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/")
    found: dict[str, str] = {}
    for _ in range(60):
        for item in phone.page.locator(".dl-story__item").all():
            row = item.locator(".dl-story__card").get_attribute("data-row")
            assert row and item.locator(".dl-mark").count() == 1
            found[row] = item.inner_text()
        if phone.page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 4"):
            break
        phone.page.evaluate("scrollBy(0, 900)")
        phone.page.wait_for_timeout(60)
    assert len(found) == EVENTS
    signed = next(text for text in found.values() if "sign the Harbour Accord" in text)
    assert re.match(r"15 September 2020\n", signed)
    assert "Harbour Post" in signed


def test_the_year_and_the_era_stand_at_the_top_while_the_story_passes(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/#2022")
    now = phone.page.locator(".dl-story__now")
    expect(now).to_contain_text("2022")
    phone.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(now).not_to_contain_text("2022")
    place = now.bounding_box()
    assert place and 0 <= place["y"] < 120


def test_a_tap_opens_a_sheet_over_the_foot_of_the_screen_and_back_closes_it(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/#2020")
    before = phone.top
    phone.card("sign the Harbour Accord").first.tap()
    panel = phone.page.locator(".dl-panel")
    expect(panel).to_be_visible()
    expect(panel.get_by_role("heading")).to_contain_text("sign the Harbour Accord")
    expect(panel.get_by_role("link", name="All reports, quotes and claims")).to_be_visible()
    panel.evaluate("(panel) => Promise.all(panel.getAnimations().map(({ finished }) => finished))")
    place = panel.bounding_box()
    assert place and phone.page.viewport_size
    height = phone.page.viewport_size["height"]
    assert abs(place["y"] + place["height"] - height) < 2, "it stands at the foot"
    assert place["height"] <= height * 0.73
    assert phone.top == before, "the story stays where it was"
    phone.page.go_back()
    expect(panel).to_be_hidden()
    assert phone.top == before


def test_the_sheet_closes_by_its_button_and_gives_the_focus_back(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/#2020")
    card = phone.card("sign the Harbour Accord").first
    card.tap()
    expect(phone.page.locator(".dl-panel")).to_be_focused()
    phone.page.get_by_role("button", name="Close").tap()
    expect(phone.page.locator(".dl-panel")).to_be_hidden()
    expect(card).to_be_focused()


def test_a_shared_link_opens_its_event_in_its_place_in_the_story(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/?event=2020-09-15-harbour-accord-signed")
    expect(phone.page.locator(".dl-panel")).to_contain_text("15 September 2020")
    phone.page.get_by_role("button", name="Close").tap()
    card = phone.card("sign the Harbour Accord").first
    expect(card).to_be_in_viewport()
    expect(card).to_be_focused()


def test_what_the_search_or_the_panel_leads_to_stands_in_its_place_in_the_story(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/")
    phone.page.locator(".dl-search__open").tap()
    phone.page.keyboard.type("sign the harbour accord")
    phone.page.get_by_role("option").filter(has_text="sign the Harbour Accord").first.tap()
    panel = phone.page.locator(".dl-panel")
    expect(panel).to_contain_text("15 September 2020")
    expect(phone.card("sign the Harbour Accord").first).to_be_in_viewport()
    other = panel.locator(".dl-panel__relations button").first
    title = other.inner_text()
    other.tap()
    expect(panel.locator("h2")).to_have_text(title)
    phone.page.get_by_role("button", name="Close").tap()
    expect(phone.card(title).first).to_be_in_viewport()


def test_the_strip_at_the_edge_leads_anywhere(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/")
    phone.page.evaluate("document.querySelector('.dl-story').scrollIntoView()")
    strip = phone.page.locator(".dl-rail--shown")
    expect(strip).to_be_visible()
    box = strip.bounding_box()
    assert box and box["width"] >= 24
    phone.drag(box["x"] + 20, box["y"] + 5, box["y"] + box["height"] - 5)
    last = phone.page.locator(".dl-story__card").last
    expect(last).to_be_in_viewport()
    assert last.get_attribute("data-row")
    top = phone.top
    phone.drag(box["x"] + 20, box["y"] + box["height"] - 5, box["y"] + 5)
    assert phone.top < top / 4


def test_a_thread_is_chosen_by_name(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/")
    phone.more()
    phone.page.get_by_label("Storyline", exact=True).select_option("lantern-forum")
    expect(phone.page).to_have_url(re.compile("storyline=lantern-forum"))
    expect(phone.page.locator(".dl-story__card")).to_have_count(10)
    phone.page.go_back()
    expect(phone.page.get_by_label("Storyline", exact=True)).to_have_value("")


def test_controls_stand_in_one_row_that_a_finger_can_hit(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/")
    controls = phone.page.locator(".dl-tools > *").locator("visible=true").all()
    boxes = [box for control in controls if (box := control.bounding_box())]
    size = phone.page.viewport_size
    assert size and len(boxes) == (3 if size["width"] < 390 else 4), "tour, filters, the storyline if it has room, more"
    assert phone.page.locator(".dl-tools").evaluate("row => row.scrollWidth <= row.clientWidth")
    assert max(box["y"] for box in boxes) - min(box["y"] for box in boxes) < 12
    assert all(box["height"] >= 43 for box in boxes)
    width = phone.page.evaluate("document.documentElement.scrollWidth")
    assert width <= size["width"]


def test_what_was_known_on_a_day_is_folded_away_until_it_is_asked_for(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/")
    expect(phone.page.locator(".dl-known")).to_be_hidden()
    phone.more()
    phone.page.get_by_role("button", name="As known on").tap()
    expect(phone.page.locator(".dl-menu--more")).not_to_have_attribute("open", "")
    phone.page.get_by_label("Day", exact=True).fill("2020-09-12")
    phone.page.keyboard.press("Enter")
    expect(phone.page).to_have_url(re.compile("known=2020-09-12"))
    phone.page.wait_for_function("n => document.querySelectorAll('.dl-story__card').length < n", arg=EVENTS)
    expect(phone.page.locator(".dl-story")).not_to_contain_text("2025")


def test_a_story_of_nothing_says_so(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/?find=nothing-is-called-this")
    expect(phone.page.locator(".dl-story__none")).to_have_text("No event matches.")


def test_the_list_of_the_page_gives_way_to_the_story_and_its_links_lead_into_it(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/")
    expect(phone.page.locator(".dl-timeline h2").first).to_be_hidden()
    expect(phone.page.locator(".dl-jump")).to_be_hidden()
    phone.page.evaluate("location.hash = '2023'")
    expect(phone.page.locator(".dl-story__now")).to_contain_text("2023")
    expect(phone.page.locator(".dl-story__year", has_text="2023")).to_be_in_viewport()


def test_the_home_page_tells_what_matters_most_and_leads_to_all(site: str, phone: Phone) -> None:
    phone.open(f"{site}/")
    expect(phone.page.locator(".dl-story__card")).to_have_count(12)
    phone.page.get_by_role("link", name=f"The whole timeline: {EVENTS} events").tap()
    expect(phone.page).to_have_url(re.compile("/timeline/$"))


def test_the_story_stays_light_however_long_it_is(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/")
    for _ in range(10):
        phone.page.evaluate("scrollBy(0, 1500)")
        phone.page.wait_for_timeout(80)
    assert phone.page.locator(".dl-story__card").count() <= 24 * 4


def test_a_phone_that_is_turned_shows_the_drawing(site: str, phone: Phone) -> None:
    phone.open(f"{site}/timeline/")
    phone.page.set_viewport_size({"width": SCREEN, "height": 390})
    expect(phone.page.locator(".dl-stage")).to_be_visible()
    expect(phone.page.locator(".dl-story")).to_be_hidden()
