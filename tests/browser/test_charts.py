"""Charts fit every screen in a box of their own, and their data are one click away."""

import csv
import io

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import new_context, resize
from tests.browser.test_accessibility import findings

pytestmark = pytest.mark.browser


def test_a_chart_moves_sideways_in_its_box_and_the_page_does_not(site: str, page: Page) -> None:
    page.goto(f"{site}/charts/")
    for width in (360, 1280):
        resize(page, width, 800)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator("#chart-reports .dl-chart__box")
    for width, names in ((360, ".dl-chart__narrow .dl-chart__still"), (800, ".dl-chart__wide .dl-chart__still")):
        resize(page, width, 800)
        if box.evaluate("box => box.scrollWidth <= box.clientWidth"):
            continue
        box.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.querySelector('#chart-reports .dl-chart__box').scrollLeft > 0")
        left = box.evaluate("box => box.getBoundingClientRect().left")
        still = page.locator(f"#chart-reports {names}")
        assert still.evaluate("names => names.getBoundingClientRect().left") == pytest.approx(left, abs=1)


def test_on_a_phone_all_periods_are_in_view_and_a_script_is_not_needed(site: str, chromium: Browser) -> None:
    for width in (360, 390):
        context = new_context(chromium, viewport={"width": width, "height": 800}, java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{site}/charts/")
        box = page.locator("#chart-kinds .dl-chart__box")
        assert box.locator("svg:visible").count() == 1
        assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
        sizes = box.locator(".dl-chart__narrow text").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect().height)"
        )
        assert min(sizes) >= 11
        context.close()


def test_on_a_phone_the_newest_events_come_first(site: str, page: Page) -> None:
    page.goto(f"{site}/charts/")
    wide, narrow = (
        page.locator(f"#chart-reports .dl-chart__{kind} .dl-chart__head").all_text_contents()
        for kind in ("wide", "narrow")
    )
    assert len(wide) > 1 and narrow == wide[::-1]


def test_a_chart_says_what_it_shows_and_its_data_are_one_click_away(site: str, page: Page) -> None:
    page.goto(f"{site}/charts/")
    drawing = page.get_by_role("img", name="Events over time, by kind")  # one of them at each width
    expect(drawing).to_be_visible()
    page.locator("#chart-kinds summary").click()
    table = page.locator("#chart-kinds table")
    expect(table).to_be_visible()
    assert findings(page) == []
    link = page.get_by_role("link", name="The data as CSV: Events over time, by kind")
    answer = page.request.get(link.evaluate("link => link.href"))
    rows = list(csv.reader(io.StringIO(answer.text())))
    assert answer.ok and len(rows) == table.locator("tr").count()


def test_the_home_page_and_the_navigation_lead_to_the_charts(site: str, page: Page) -> None:
    page.goto(f"{site}/")
    expect(page.locator(".md-tabs").get_by_role("link", name="Charts")).to_be_visible()
    page.locator("main").get_by_role("link", name="Charts").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Charts")
