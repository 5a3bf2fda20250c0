"""The tracker of promises, as somebody reads it on a day after it was built, sorts it, and opens it on a phone."""

import datetime
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import new_context

pytestmark = pytest.mark.browser

THIRD_OF_MARCH = (datetime.date(2026, 3, 3) - datetime.date(1970, 1, 1)).days
OVERDUE = "h2:text-is('Overdue') ~ ul >> nth=0"


@pytest.fixture
def later(chromium: Browser) -> Iterator[Page]:
    """A page a month after the site was built, when more has fallen due."""
    context = new_context(chromium, "2026-03-03")
    yield context.new_page()
    context.close()


def titles(page: Page) -> list[str]:
    return page.locator(f"{OVERDUE} >> .dl-promise > a").all_inner_texts()


def test_what_fell_due_since_is_listed_as_overdue_and_every_day_counts(site: str, later: Page) -> None:
    later.goto(f"{site}/upcoming/")
    line = later.locator(f"{OVERDUE} >> li", has_text="council is to vote")
    expect(line.locator(".dl-cell--late b")).to_have_text("1")
    for number in later.locator(".dl-cell--late b:not(:empty)").all():
        due = int(number.get_attribute("data-due") or 0)
        assert int(number.inner_text().replace(",", "")) == THIRD_OF_MARCH - due


def test_a_list_is_sorted_by_what_one_chooses_and_the_other_way_round(site: str, later: Page) -> None:
    later.goto(f"{site}/upcoming/")
    group = later.locator(".dl-sort", has_text="Days late")
    expect(group).to_have_attribute("aria-label", "Sort by")
    before = titles(later)
    pressed = group.locator("[aria-pressed=true]")
    expect(pressed).to_have_text("by importance")
    expect(group.locator("> *").first).to_contain_text("What was promised")
    assert len(before) > 2
    for name, attribute in (("Promised", "since"), ("Due", "until"), ("Days late", "until")):
        group.get_by_role("button", name=name).click()
        expect(group.get_by_role("button", name=name)).to_have_attribute("aria-pressed", "true")
        days = [
            int(value)
            for line in later.locator(f"{OVERDUE} >> .dl-promise").all()
            if (value := line.get_attribute(f"data-{attribute}"))
        ]
        assert days == sorted(days)
    assert sorted(titles(later)) == sorted(before)
    group.get_by_role("button", name="Days late").press("Enter")
    dues = [int(one.get_attribute("data-until") or 0) for one in later.locator(f"{OVERDUE} >> .dl-promise").all()]
    assert dues == sorted(dues, reverse=True)


def test_on_a_phone_every_cell_says_what_it_is_and_nothing_is_cut(site: str, chromium: Browser) -> None:
    context = new_context(chromium, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(f"{site}/upcoming/")
    for label in page.locator(".dl-cell:visible .dl-label").all():
        assert label.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    context.close()
