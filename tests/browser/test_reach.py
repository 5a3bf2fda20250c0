"""What one operates can be seen and hit, and a record's text runs its own way, wherever it stands in the timeline."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import new_context, resize, settled

pytestmark = pytest.mark.browser

EVENT = "2025-11-06-vellmark-to-join-harbour-accord"
SEEN = 3.0  # to 1 (WCAG 2.2, 1.4.11)
TARGET = 24  # pixels (WCAG 2.2, 2.5.8)
HEBREW = "הסכם (2) שלום"


def open_filters(page: Page) -> None:
    page.get_by_role("button", name="Filters").click()
    page.locator(".dl-filter").evaluate_all("filters => filters.forEach(filter => { filter.open = true })")


def open_menus(page: Page) -> None:
    page.locator(".dl-menu").evaluate_all("menus => menus.forEach(menu => { menu.open = true })")


def open_tour(page: Page) -> None:
    page.locator(".dl-tour__begin").click()
    expect(page.locator(".dl-tour__title")).not_to_be_empty()
    settled(page)


def open_panel(page: Page) -> None:
    page.goto(page.url.split("?")[0] + f"?event={EVENT}")
    settled(page)
    expect(page.locator(".dl-panel")).to_be_visible()


def go_back_in_time(page: Page) -> None:
    page.goto(page.url.split("?")[0] + "?known=2020-09-12")
    settled(page)
    if page.locator(".dl-view--story").count():
        page.locator(".dl-menu--more > summary").click()
        page.locator(".dl-tools__past").click()


STATES: dict[str, Callable[[Page], None]] = {
    "at rest": settled,
    "filters": open_filters,
    "menus": open_menus,
    "tour": open_tour,
    "panel": open_panel,
    "known": go_back_in_time,
}
# How clearly each control with an edge stands out from what it stands on.
EDGES = """() => {
  const channels = colour => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = colour => {
    const [r, g, b] = channels(colour).map(value => value / 255)
      .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const seen = colour => (channels(colour)[3] ?? 1) > 0;
  const ground = element => {
    for (let at = element; at; at = at.parentElement)
      if (seen(getComputedStyle(at).backgroundColor)) return getComputedStyle(at).backgroundColor;
    return 'rgb(255, 255, 255)';
  };
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const controls = document.querySelectorAll(
    '.dl-view :is(button, select, summary, input:not([type="checkbox"], [type="range"])), .dl-search__line');
  return [...controls].flatMap(control => {
    const style = getComputedStyle(control);
    if (!control.checkVisibility() || !seen(style.borderBlockEndColor)) return [];
    // A heading of filters is underlined, and is no box.
    if (!parseFloat(style.borderBlockStartWidth) || !parseFloat(style.borderBlockEndWidth)) return [];
    const found = ratio(light(style.borderBlockEndColor), light(ground(control.parentElement)));
    return [[control.outerHTML.slice(0, 90), Math.round(found * 100) / 100]];
  });
}"""
# What is smaller than a finger's target; words in a sentence may be.
SMALL = """least => [...document.querySelectorAll('.dl-view :is(a, button, select, summary, input)')].flatMap(one => {
  if (!one.checkVisibility({ visibilityProperty: true }) || one.disabled) return [];
  const target = one.matches('label > input') ? one.parentElement : one;
  const { width, height } = target.getBoundingClientRect();
  return width >= least && height >= least ? [] : [[one.outerHTML.slice(0, 120), width, height]];
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edges_of_controls_are_seen(scheme: str, site: str, chromium: Browser) -> None:
    context = new_context(chromium, color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{site}/timeline/")
    for state in (settled, open_filters, open_tour, go_back_in_time):
        state(page)
        edges = page.evaluate(EDGES)
        assert len(edges) > 6
        assert [edge for edge in edges if edge[1] < SEEN] == [], state.__name__
    context.close()


def test_eras_are_told_apart_from_the_page_in_the_dark_as_in_the_light(site: str, chromium: Browser) -> None:
    light = """names => {
      const style = getComputedStyle(document.body);
      const value = name => parseInt(style.getPropertyValue(`--dl-${name}`).trim().slice(1, 3), 16);
      return names.map(value);
    }"""
    for scheme in ("light", "dark"):
        context = new_context(chromium, color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{site}/timeline/")
        paper, first, second = page.evaluate(light, ["paper", "era-a", "era-b"])
        assert abs(first - paper) >= 5 and abs(second - first) >= 5, scheme
        context.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("state", STATES)
def test_all_that_one_operates_is_24_pixels_wide_and_high(state: str, width: int, site: str, page: Page) -> None:
    page.goto(f"{site}/timeline/")
    settled(page)
    resize(page, width, 900)
    STATES[state](page)
    assert page.evaluate(SMALL, TARGET) == []


# Where a record's text stands and nothing says that it runs its own way.
ASTRAY = """words => {
  const found = [];
  const walk = document.createTreeWalker(document.querySelector('[data-timeline]'), NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (walk.nextNode()) {
    const { data, parentElement } = walk.currentNode;
    // What is read out has no direction.
    if (!data.includes(words) || parentElement.matches('.dl-sr')) continue;
    seen++;
    if (parentElement.dir !== 'auto' && parentElement.localName !== 'bdi') found.push(parentElement.outerHTML);
  }
  return [seen, found];
}"""


def in_hebrew(data: Any, own: set[str]) -> Any:
    """The site's data with Hebrew in place of all that records say; `own` are fields with names beside their ids."""
    for field, value in data.items():
        if field in own:
            for entry in value:
                entry[1] = HEBREW
        elif field in ("title", "summary", "quote", "source", "outlets"):
            data[field] = [HEBREW if text else text for text in value]
    return data


def test_a_record_s_text_runs_its_own_way_wherever_it_stands(site: str, page: Page) -> None:
    def answer(route: Route) -> None:
        response = route.fetch()
        data = response.json()
        if "labels" not in data:
            return route.fulfill(response=response, json=in_hebrew(data, set()))
        in_hebrew(data, {"kinds", "actors", "places", "labels"})
        data["groups"] = [HEBREW for _ in data["groups"]]
        for line in data["storylines"]:
            line["title"] = HEBREW
            for era in line["eras"]:
                era[0] = HEBREW
        data["outlets"] = [[key, HEBREW, *more] for key, _, *more in data["outlets"]]
        return route.fulfill(response=response, json=data)

    page.route(re.compile("/data/timeline"), answer)
    page.goto(f"{site}/timeline/")
    settled(page)
    # Whatever has its words from records has been open once.
    for state, least in ((open_tour, 4), (open_filters, 30), (open_panel, 4), (go_back_in_time, 1)):
        state(page)
        seen, stray = page.evaluate(ASTRAY, HEBREW)
        assert seen >= least and stray == [], state.__name__
    page.goto(f"{site}/timeline/")
    settled(page)
    page.locator(".dl-stage").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".dl-card")).to_contain_text(HEBREW)
    assert page.evaluate(ASTRAY, HEBREW)[1] == []
    page.get_by_role("button", name="Play").click()
    expect(page.locator(".dl-known__caption")).to_contain_text(HEBREW)
    assert page.evaluate(ASTRAY, HEBREW)[1] == []
    resize(page, 390, 844)
    expect(page.locator(".dl-story__title").first).to_have_text(HEBREW)
    assert page.evaluate(ASTRAY, HEBREW)[1] == []
