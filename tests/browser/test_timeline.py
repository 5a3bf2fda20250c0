"""The drawn timeline: where it stands, how it fits its place, and what is left where it cannot load."""

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import new_context, settled, standing_events
from tests.browser.drawn import open_timeline, stage_box

pytestmark = pytest.mark.browser

EVENTS = len(standing_events())
VELLMARK = "2025-11-06-vellmark-to-join-harbour-accord"


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("", EVENTS),
        ("timeline/", EVENTS),
        ("storylines/lantern-forum/", 10),
        ("places/sorrel-bay/", None),
        ("actors/elmark/", None),
    ],
)
def test_a_timeline_of_its_scope_stands_on_every_page(path: str, count: int | None, site: str, page: Page) -> None:
    open_timeline(page, f"{site}/{path}")
    text = page.locator(".dl-view__count").inner_text()
    shown, total = map(int, re.findall(r"\d+", text))
    assert shown == total
    assert total == count if count else 0 < total < EVENTS
    assert page.evaluate("performance.getEntriesByName('timeline-drawn').length") == 1


def test_the_panel_lies_over_the_drawing_which_stays_as_it_is(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/")
    before = stage_box(page)
    open_timeline(page, f"{site}/timeline/?event={VELLMARK}")
    expect(page.locator(".dl-panel")).to_be_visible()
    assert stage_box(page) == before
    link = page.get_by_role("link", name="All reports, quotes and claims")
    expect(link).to_be_in_viewport(ratio=1)


def test_a_timeline_that_is_hidden_at_first_fits_once_it_is_shown(site: str, page: Page) -> None:
    page.goto(f"{site}/404.html")
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => (document.querySelector('.md-container').hidden = true))"
    )
    page.add_init_script(
        "document.head?.insertAdjacentHTML('beforeend', '<style>[hidden]{display:none!important}</style>')"
    )
    page.goto(f"{site}/timeline/")
    page.wait_for_timeout(800)
    page.evaluate("document.querySelector('.md-container').hidden = false")
    settled(page)
    first = page.locator(".dl-stage").screenshot()
    fresh = page.context.new_page()
    open_timeline(fresh, f"{site}/timeline/")
    settled(fresh)
    assert fresh.locator(".dl-stage").screenshot() == first


def test_the_drawing_follows_the_screen_s_height_and_the_page_s_zoom(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/")
    before = stage_box(page)["height"]
    size = page.viewport_size
    assert size
    page.set_viewport_size({"width": size["width"], "height": size["height"] - 250})
    page.wait_for_function("tall => document.querySelector('.dl-stage').clientHeight < tall", arg=before)
    client = page.context.new_cdp_session(page)
    zoomed = {"width": 1024, "height": 650, "deviceScaleFactor": 1.25, "mobile": False}
    client.send("Emulation.setDeviceMetricsOverride", zoomed)
    page.wait_for_function(
        """() => {
          const canvas = document.querySelector('.dl-stage__canvas');
          return canvas.width === Math.round(1.25 * canvas.clientWidth);
        }"""
    )


def test_a_timeline_that_cannot_load_leaves_the_list(site: str, chromium: Browser) -> None:
    context = new_context(chromium)
    page = context.new_page()
    page.route("**/data/timeline.json", lambda route: route.fulfill(status=200, body=json.dumps({"version": 99})))
    page.goto(f"{site}/timeline/")
    expect(page.locator(".dl-view--failed")).to_contain_text("The list below is complete")
    assert page.locator("li:has(> .dl-row)").count() == EVENTS
    context.close()


def test_a_drawing_is_seen_whole_and_as_wide_as_its_page_before_anybody_scrolls(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    open_timeline(page, f"{site}/timeline/")
    stage, tabs = stage_box(page), page.locator(".md-tabs .md-grid").bounding_box()
    assert tabs is not None
    assert stage["y"] + stage["height"] <= 800
    assert stage["width"] >= tabs["width"] - 100
    # The list's years stand with the list.
    jump = page.locator(".dl-jump").bounding_box()
    assert jump is not None and jump["y"] > stage["y"] + stage["height"]
