"""axe-core finds nothing wrong in any state of the timeline at any size; each state is opened once and then resized."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import new_context, resize, settled
from tests.browser.drawn import click_count, crowded
from tests.browser.test_accessibility import findings, open_filters

pytestmark = pytest.mark.browser

SIZES = [(1920, 1080), (1280, 900), (768, 1024), (390, 844), (360, 640)]
VIEW = ".dl-view"  # of the page's list and headings test_accessibility.py tells
SIGNED = "2020-09-15-harbour-accord-signed"
TITLE = "توقيع اتفاق الموانئ في الرصيف الأبيض"


def play(page: Page) -> None:
    """Let the story run."""
    page.get_by_role("button", name="Play").click()
    page.wait_for_timeout(300)


def open_by_key(page: Page) -> None:
    """Open an event, by the keyboard's way into the drawing."""
    page.locator(".dl-stage").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".dl-panel")).to_be_visible()


def open_menus(page: Page) -> None:
    """Open every menu; what a menu covers is looked at without it."""
    page.locator(".dl-menu").evaluate_all("all => all.forEach((one) => { one.open = true; })")


def read_right_to_left(page: Page) -> None:
    """Titles stand as they are read, in a page that is read the other way."""
    assert page.locator(".dl-panel h2").evaluate("title => title.matches(':dir(rtl)')")


def turn(page: Page) -> None:
    """A page that is read from right to left."""
    page.evaluate("document.documentElement.dir = document.body.dir = 'rtl'")


def nothing(page: Page) -> None:
    """As the address says."""


def turn_titles(data: dict[str, Any]) -> None:
    """Every title is Arabic, in the drawing and in what opens."""
    if "labels" in data:
        data["labels"] = [[number, TITLE, date] for number, _, date in data["labels"]]
    else:
        data["title"] = [TITLE for _ in data["title"]]


def gather(data: dict[str, Any]) -> None:
    """All events begin at the same minute, so that no zoom parts them."""
    if "labels" in data:
        data.update(crowded(data, 0))


def open_count(page: Page) -> None:
    """Open a count, whose events are listed."""
    click_count(page)
    expect(page.locator(".dl-panel__list")).to_be_visible()


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
    "filters": ("timeline/", open_filters),
    "keys": ("timeline/", open_by_key),
    "count": ("timeline/?from=2024-10-03&to=2024-10-05", open_count),
    "right-to-left titles": (f"timeline/?event={SIGNED}", read_right_to_left),
    "embed": ("embed/?scope=storyline:lantern-forum", nothing),
    "right to left": ("timeline/", turn),
}
OTHER_DATA: dict[str, Callable[[dict[str, Any]], None]] = {
    "right-to-left titles": turn_titles,
    "count": gather,
}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}


@pytest.fixture(scope="module")
def readers(chromium: Browser) -> Iterator[dict[str, Page]]:
    """A page for each look, in which one state follows the other."""
    contexts = {look: new_context(chromium, **options) for look, options in LOOKS.items()}
    yield {look: context.new_page() for look, context in contexts.items()}
    for context in contexts.values():
        context.close()


def enter(page: Page, site: str, state: str) -> None:
    """Bring a page into a state, at the size of a desk."""
    path, act = STATES[state]
    page.unroute_all()
    if change := OTHER_DATA.get(state):

        def answer(route: Route) -> None:
            data = route.fetch().json()
            change(data)
            route.fulfill(json=data)

        page.route("**/data/timeline.json", answer)
        page.route("**/data/timeline/text-*.json", answer)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}/{path}")
    settled(page)
    act(page)


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_a_state_at_any_size(state: str, site: str, readers: dict[str, Page]) -> None:
    page = readers["light"]
    enter(page, site, state)
    found = {}
    for width, height in SIZES:
        if state == "playing":
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        else:
            resize(page, width, height)
        if width < 560:
            expect(page.locator(".dl-story")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, width
        found[width] = findings(page, VIEW)
    assert {width: one for width, one in found.items() if one} == {}


@pytest.mark.parametrize("look", ["dark", "forced colours"])
@pytest.mark.parametrize("state", ["start", "event", "past", "tour", "menus", "filters"])
def test_axe_finds_nothing_in_other_colours(state: str, look: str, site: str, readers: dict[str, Page]) -> None:
    page = readers[look]
    enter(page, site, state)
    assert findings(page, VIEW) == []
    resize(page, 390, 844)
    assert findings(page, VIEW) == []
