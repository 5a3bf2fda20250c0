"""Charts fit every screen in a box of their own, and their data are one click away."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import resize
from tests.browser.test_accessibility import findings

pytestmark = pytest.mark.browser


def test_a_chart_moves_sideways_in_its_box_and_the_page_does_not(site: str, page: Page) -> None:
    page.goto(f"{site}/charts/")
    for width in (360, 1280):
        resize(page, width, 800)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    resize(page, 360, 800)
    box = page.locator(".dl-chart__box").first
    assert box.evaluate("box => box.scrollWidth > box.clientWidth"), "it is not made too small to read"
    box.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.dl-chart__box').scrollLeft > 0")


def test_a_chart_says_what_it_shows_and_its_data_are_one_click_away(site: str, page: Page) -> None:
    page.goto(f"{site}/charts/")
    drawing = page.get_by_role("img", name="Events over time, by kind")
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
