"""axe-core finds nothing wrong in any state of the timeline at any size; each state is opened once and then resized."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import new_context, resize, settled
from tests.browser.test_accessibility import findings

pytestmark = pytest.mark.browser

SIZES = [(1920, 1080), (1280, 900), (768, 1024), (390, 844), (360, 640)]
VIEW = ".dl-view"  # of the page's list and headings test_accessibility.py tells
SIGNED = "2020-09-15-harbour-accord-signed"


def unfold(page: Page, control: str) -> None:
    """Use a control of the row, or of the menu that it is folded into."""
    more = page.locator(".dl-menu--more > summary")
    if not page.locator(control).is_visible() and more.is_visible():
        more.click()
    if page.locator(control).is_visible():
        page.locator(control).click()


def play(page: Page) -> None:
    """Let the story run."""
    page.get_by_role("button", name="Play").click()
    page.wait_for_timeout(300)


def open_count(page: Page) -> None:
    """Open events of one place as a list, by the keyboard's way into the drawing."""
    page.locator(".dl-stage").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".dl-panel")).to_be_visible()


def open_menus(page: Page) -> None:
    """Open every menu, and what they unfold."""
    page.get_by_role("button", name="Filters").click()
    page.locator(".dl-menu, .dl-filter").evaluate_all("all => all.forEach((one) => { one.open = true; })")


def turn(page: Page) -> None:
    """Titles from right to left, in a page that is."""
    page.evaluate("document.documentElement.dir = 'rtl'")


def nothing(page: Page) -> None:
    """As the address says."""


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "start": ("timeline/", nothing),
    "home": ("", nothing),
    "event": (f"timeline/?event={SIGNED}", nothing),
    "found": ("timeline/?find=accord", nothing),
    "empty": ("timeline/?find=nothing-is-called-this", nothing),
    "empty view": ("timeline/?from=1900-01-01&to=1900-02-01", nothing),
    "lanes": ("timeline/?lanes=storyline", nothing),
    "filtered": ("timeline/?status=occurred&kind=meeting", nothing),
    "relations": ("timeline/?relations=all", nothing),
    "past": ("timeline/?known=2020-09-12", nothing),
    "playing": ("timeline/", play),
    "tour": (f"timeline/?tour={SIGNED}", nothing),
    "menus": ("timeline/", open_menus),
    "keys": ("timeline/", open_count),
    "embed": ("embed/?scope=storyline:lantern-forum", nothing),
    "right to left": ("timeline/", turn),
}
LOOKS = {"light": {}, "dark": {"color_scheme": "dark"}, "forced colours": {"forced_colors": "active"}}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_a_state_at_any_size(state: str, site: str, chromium: Browser) -> None:
    path, enter = STATES[state]
    context = new_context(chromium, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{site}/{path}")
    settled(page)
    enter(page)
    found = {}
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        if state != "playing":
            resize(page, width, height)
        if width < 560:
            expect(page.locator(".dl-story")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, width
        found[width] = findings(page, VIEW)
    assert {width: one for width, one in found.items() if one} == {}
    context.close()


@pytest.mark.parametrize("look", ["dark", "forced colours"])
@pytest.mark.parametrize("state", ["start", "event", "past", "tour", "menus"])
def test_axe_finds_nothing_in_other_colours(state: str, look: str, site: str, chromium: Browser) -> None:
    path, enter = STATES[state]
    context = new_context(chromium, viewport={"width": 1280, "height": 900}, **LOOKS[look])
    page = context.new_page()
    page.goto(f"{site}/{path}")
    settled(page)
    enter(page)
    assert findings(page, VIEW) == []
    resize(page, 390, 844)
    assert findings(page, VIEW) == []
    context.close()
