"""The legend under the drawing: its marks are filters, with counts; on a phone it is folded away."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import new_context, settled
from tests.browser.test_accessibility import findings

pytestmark = pytest.mark.browser


def open_timeline(page: Page, url: str) -> None:
    page.goto(url)
    settled(page)


def test_a_status_is_a_filter_with_its_mark_and_count(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/")
    legend = page.locator(".dl-legend")
    status = legend.get_by_role("group", name="Status")
    scheduled = status.get_by_role("button", name=re.compile(r"^Scheduled"))
    expect(scheduled.locator(".dl-mark--scheduled")).to_be_visible()
    count = int(scheduled.locator(".dl-legend__count").inner_text())
    scheduled.click()
    expect(scheduled).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".dl-view__count")).to_have_text(re.compile(rf"^{count} of "))
    expect(page).to_have_url(re.compile("status=scheduled"))
    assert findings(page) == []
    scheduled.click()
    expect(scheduled).to_have_attribute("aria-pressed", "false")
    expect(page).not_to_have_url(re.compile("status="))
    expect(status.get_by_role("button", name=re.compile(r"^Withdrawn"))).to_have_count(0)
    stage, place = page.locator(".dl-overview").bounding_box(), legend.bounding_box()
    assert stage and place and place["y"] >= stage["y"] + stage["height"]


def test_where_no_groups_are_written_the_most_frequent_kinds_stand_for_themselves(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/")
    kinds = page.locator(".dl-legend").get_by_role("group", name="Kind")
    expect(kinds.get_by_role("button")).to_have_count(5)
    expect(kinds.locator("span.dl-legend__entry")).to_contain_text("Others")
    kinds.get_by_role("button", name=re.compile("^Meeting")).click()
    expect(page).to_have_url(re.compile("kind=meeting"))
    page.go_back()
    expect(kinds.get_by_role("button", pressed=True)).to_have_count(0)


def test_rings_and_bands_are_explained_where_they_are(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/")
    notes = page.locator(".dl-legend__notes")
    expect(notes).to_contain_text("The date is not exact")
    open_timeline(
        page, f"{site}/timeline/?event=2020-09-15-harbour-accord-signed&find=sign+Harbour+Accord&kind=agreement"
    )
    expect(notes.get_by_text("Not confirmed")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_it_is_folded_away_after_the_filters(scheme: str, site: str, chromium: Browser) -> None:
    size = {"width": 360, "height": 640}
    context = new_context(chromium, viewport=size, has_touch=True, is_mobile=True, color_scheme=scheme)
    page = context.new_page()
    open_timeline(page, f"{site}/timeline/")
    legend = page.locator(".dl-legend")
    occurred = legend.get_by_role("button", name=re.compile("^Occurred"))
    expect(occurred).to_be_hidden()
    page.locator(".dl-menu--more > summary").tap()
    page.get_by_role("button", name="What the marks mean").tap()
    expect(occurred).to_be_visible()
    boxes = [box for button in legend.get_by_role("button").all() if (box := button.bounding_box())]
    assert boxes and all(box["height"] >= 43 for box in boxes)
    legend_box, story = legend.bounding_box(), page.locator(".dl-story").bounding_box()
    assert legend_box and story and legend_box["y"] < story["y"]
    assert findings(page) == []
    occurred.tap()
    expect(page).to_have_url(re.compile("status=occurred"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
