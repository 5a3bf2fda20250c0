"""axe-core finds nothing wrong (WCAG 2.2 AA), in every state that people reach, in both schemes and at both widths."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import new_context, resize, settled

pytestmark = pytest.mark.browser

RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
EVENT = "2025-11-06-vellmark-to-join-harbour-accord"
STATES = {
    "home": "",
    "timeline": "timeline/",
    "lanes": "timeline/?lanes=storyline",
    "an open event": f"timeline/?event={EVENT}",
    "as known on a day": "timeline/?known=2020-09-12",
    "filtered": "timeline/?storyline=lantern-forum&find=summit",
    "storyline": "storylines/vellmark-accession/",
    "event": f"events/{EVENT}/",
    "article": "articles/2025-11-06-al-marsa-vellmark-to-join/",
    "outlet": "outlets/al-marsa/",
    "articles": "articles/",
    "what needs work": "needs-work/",
    "a form": "contribute/new/",
    "upcoming": "upcoming/",
    "charts": "charts/",
    "methodology": "methodology/",
    "embed": "embed/",
    "where nothing is": "404.html",
}


def findings(page: Page, within: str = "main") -> list[str]:
    """What axe-core finds in what is ours; the menus are Material's."""
    # What still rises or fades has the colours of no one moment.
    page.evaluate("Promise.allSettled(document.getAnimations().map(({ finished }) => finished))")
    context = {"include": [[within]], "exclude": [[".md-sidebar"]]}
    found = Axe().run(page, context=context, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def open_filters(page: Page) -> None:
    """Open the panel of filters, and every group in it."""
    page.get_by_role("button", name="Filters").click()
    expect(page.locator(".dl-filter").first).to_be_visible()
    page.locator(".dl-filter").evaluate_all("filters => filters.forEach(filter => { filter.open = true })")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(state: str, scheme: str, site: str, chromium: Browser) -> None:
    context = new_context(chromium, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{site}/{STATES[state]}")
    if page.locator("[data-timeline]").count():
        settled(page)
        if "event=" in STATES[state]:
            expect(page.locator(".dl-panel")).to_be_visible()
    assert findings(page) == []
    resize(page, 390, 844)
    assert findings(page) == []
    context.close()


def test_axe_finds_nothing_in_open_menus_and_filters(site: str, page: Page) -> None:
    page.goto(f"{site}/timeline/")
    settled(page)
    page.get_by_text("Share", exact=True).click()
    assert findings(page) == []
    open_filters(page)
    assert findings(page) == []


def test_at_200_percent_nothing_is_cut_off(site: str, chromium: Browser) -> None:
    context = new_context(chromium, viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page = context.new_page()
    page.goto(f"{site}/timeline/")
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    context.close()


def test_forced_colours_and_right_to_left_keep_the_timeline(site: str, chromium: Browser) -> None:
    context = new_context(chromium, forced_colors="active")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}/timeline/")
    settled(page)
    page.evaluate("document.documentElement.dir = document.body.dir = 'rtl'")
    resize(page, 1000, 800)
    expect(page.locator(".dl-view__count")).to_have_text(re.compile(r"(\d+) of \1 events"))
    assert errors == []
    context.close()
