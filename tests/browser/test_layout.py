"""What surrounds the drawing: one row of controls, one edge, the story first, and rows that do not run together."""

import itertools
import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import new_context, resize, settled

pytestmark = pytest.mark.browser

WIDTHS = [360, 390, 561, 640, 768, 1024, 1280, 1920]
ROW = """row => [...row.children].filter((one) => one.offsetWidth && getComputedStyle(one).position === 'relative'
  || one.matches('button, input, select, .dl-tools__zoom') && one.offsetWidth).map((one) => {
    const { top, bottom, left, right } = one.getBoundingClientRect();
    return { middle: (top + bottom) / 2, left, right, name: one.className || one.tagName };
  })"""

# Put what folded last back into the row, look, and fold it again.
OVERFULL = """row => {
  const list = row.querySelector('.dl-menu--more > .dl-menu__list');
  const more = list.parentElement;
  const control = list.firstElementChild;
  more.before(control);
  more.hidden = list.childElementCount === 0;
  const over = row.scrollWidth > row.clientWidth;
  list.prepend(control);
  more.hidden = false;
  return over;
}"""


# A frame made narrow and measured before anything in it can answer: what a phone that is turned lays out first.
NARROWED = """async path => {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { width: '1280px', height: '800px' });
  frame.src = path;
  document.body.replaceChildren(frame);
  await new Promise((done) => frame.addEventListener('load', done));
  const page = frame.contentDocument;
  while (!page.querySelector('[data-timeline][data-drawn][data-settled]')) await new Promise(requestAnimationFrame);
  frame.style.width = '390px';
  return page.documentElement.scrollWidth - page.documentElement.clientWidth;
}"""


def open_page(page: Page, url: str, width: int = 1280) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(url)
    settled(page)


def one_row(tools: Locator) -> list[str]:
    """The names of the controls in the row, which they share and do not leave."""
    found = tools.evaluate(ROW)
    assert max(one["middle"] for one in found) - min(one["middle"] for one in found) < 3, found
    assert all(before["right"] <= after["left"] for before, after in itertools.pairwise(found)), found
    box = tools.bounding_box()
    assert box and found[-1]["right"] <= box["x"] + box["width"] + 1, found
    return [one["name"] for one in found]


@pytest.mark.parametrize("path", ["timeline/", "", "places/port-elm/"])
def test_a_page_made_narrow_is_never_wider_than_the_screen(path: str, site: str, page: Page) -> None:
    page.goto(f"{site}/404.html")
    assert page.evaluate(NARROWED, f"{site}/{path}") == 0


@pytest.mark.parametrize("path", ["timeline/", "", "storylines/lantern-forum/", "embed/"])
def test_controls_stand_in_one_row_at_every_width(path: str, site: str, page: Page) -> None:
    open_page(page, f"{site}/{path}")
    for width in WIDTHS:
        resize(page, width, 800)
        tools = page.locator(".dl-tools")
        names = one_row(tools)
        folded = "dl-menu dl-menu--more" in names
        assert folded if width <= 390 else not folded or width < 1280, (width, names)
        assert not folded or tools.evaluate(OVERFULL), (width, names, "has room for more")


def test_the_row_holds_while_something_is_filtered_and_found(site: str, page: Page) -> None:
    open_page(page, f"{site}/timeline/?status=occurred,scheduled&find=accord")
    for width in WIDTHS:
        resize(page, width, 800)
        assert "dl-tools__clear" in one_row(page.locator(".dl-tools"))


def test_what_is_folded_works_by_keyboard(site: str, page: Page) -> None:
    open_page(page, f"{site}/timeline/", 640)
    more = page.locator(".dl-menu--more > summary")
    more.focus()
    page.keyboard.press("Enter")
    lanes = page.get_by_label("Lanes", exact=True)
    lanes.focus()
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile("lanes=storyline"))
    expect(lanes).to_be_focused()
    share = page.locator(".dl-menu--share > summary")
    share.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="CSV")).to_be_visible()
    page.keyboard.press("Escape")
    expect(share).to_be_focused()
    page.keyboard.press("Escape")
    expect(more).to_be_focused()
    expect(lanes).to_be_hidden()


def test_a_control_that_folds_keeps_the_focus(site: str, page: Page) -> None:
    open_page(page, f"{site}/timeline/", 768)
    page.locator(".dl-menu--more > summary").click()
    relations = page.get_by_role("button", name="Relations")
    relations.focus()
    page.locator(".dl-view").evaluate("view => { view.style.width = '600px'; }")
    page.wait_for_function("document.querySelector('.dl-tools').clientWidth === 600")
    settled(page)
    expect(relations).to_be_focused()


def test_on_a_phone_the_story_begins_under_the_title(site: str, chromium: Browser) -> None:
    size = {"width": 360, "height": 640}
    context = new_context(chromium, viewport=size, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{site}/timeline/")
    settled(page)
    card = page.locator(".dl-story__card").first.bounding_box()
    assert card and card["y"] < size["height"] * 0.6, card
    context.close()


@pytest.mark.parametrize("width", [1280, 1920])
def test_header_tabs_and_timeline_have_one_edge(width: int, site: str, page: Page) -> None:
    open_page(page, f"{site}/timeline/", width)
    edges = [
        page.locator(what).first.evaluate("(one) => one.getBoundingClientRect().left")
        for what in (".md-header__title .md-ellipsis", ".md-tabs__link", ".dl h1", ".dl-tools", ".dl-stage")
    ]
    assert max(edges) - min(edges) <= 2, edges


@pytest.mark.parametrize("path", ["storylines/lantern-forum/", "actors/elmark/", "places/port-elm/"])
def test_the_drawing_stands_before_the_facts_and_after_the_sentence(path: str, site: str, page: Page) -> None:
    open_page(page, f"{site}/{path}")
    order = page.locator(".dl > *").evaluate_all(
        "all => all.map((one) => one.matches('h1') ? 'title' : one.matches('.dl-view') ? 'drawing'"
        " : one.querySelector('.dl-fact') ? 'facts' : one.matches('h2') ? 'events' : '').filter(Boolean)"
    )
    assert order[:4] == ["title", "drawing", "facts", "events"]
    resize(page, 390, 844)
    expect(page.locator(".dl-story")).to_be_visible()
    expect(page.locator(".dl-fact").first).to_be_visible()


def test_a_place_counts_and_draws_the_events_of_its_parts(site: str, page: Page) -> None:
    open_page(page, f"{site}/places/elm-county/")
    said = re.search(r"(\d+) events", page.locator(".dl-kicker").inner_text())
    assert said
    expect(page.locator(".dl-view__count")).to_have_text(f"{said[1]} of {said[1]} events")


WATCH = """addEventListener('DOMContentLoaded', () => {
  window.moved = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      if (sources.some(({ node }) => node?.parentElement?.closest('.dl'))) window.moved.push(value);
  }).observe({ type: 'layout-shift', buffered: true });
});"""


@pytest.mark.parametrize("size", [(1280, 900), (1920, 1080)])
@pytest.mark.parametrize("path", ["actors/skerry/", "places/white-quay/", "places/sorrel-bay/", "actors/elmark/"])
def test_a_drawing_is_as_tall_as_its_few_events_need_and_moves_nothing(
    path: str, size: tuple[int, int], site: str, page: Page
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.add_init_script(WATCH)
    page.goto(f"{site}/{path}")
    settled(page)
    assert page.evaluate("window.moved") == []
    few = int(page.locator(".dl-view").get_attribute("data-few") or 99)
    height = page.locator(".dl-stage").evaluate("stage => stage.offsetHeight")
    assert height == {1: 260, 3: 292, 4: 348, 99: round(min(680, size[1] * 0.62))}[few]


@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_date_of_three_lines_makes_its_row_as_tall(media: Literal["screen", "print"], site: str, page: Page) -> None:
    page.set_viewport_size({"width": 768, "height": 900})
    page.emulate_media(media=media)
    page.goto(f"{site}/actors/elmark/")
    page.locator(".dl-row").first.evaluate(
        "row => { row.textContent = 'one of 13 August 2020 – about October 2020 or later'; }"
    )
    rows = (
        page.locator(".dl ul:has(.dl-row)")
        .first.locator("li")
        .evaluate_all(
            "all => all.map((one) => [one.getBoundingClientRect().bottom,"
            " one.querySelector('.dl-row').getBoundingClientRect().bottom,"
            " one.querySelector('.dl-row').getClientRects().length])"
        )
    )
    assert rows and all(date <= row for row, date, _ in rows), rows


def test_a_frame_has_title_source_way_out_and_icon(site: str, page: Page) -> None:
    missing: list[str] = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    open_page(page, f"{site}/embed/?scope=storyline:lantern-forum", 600)
    expect(page.get_by_role("heading", level=1)).to_have_text("The Lantern Forum")
    assert page.title().startswith("The Lantern Forum · ")
    expect(page.locator(".dl-embed")).to_contain_text(page.title().removeprefix("The Lantern Forum · "))
    whole = page.get_by_role("link", name="The whole timeline")
    expect(whole).to_have_attribute("href", re.compile("storyline=lantern-forum"))
    icon = page.locator("link[rel=icon]").evaluate("(link) => fetch(link.href).then(({ status }) => status)")
    assert (icon, missing) == (200, [])


def test_every_name_of_a_lane_is_whole_on_a_narrow_desk(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 768, "height": 1024})
    page.goto(f"{site}/timeline/?lanes=storyline")
    settled(page)
    names = page.locator(".dl-lanes__name")
    assert names.count() > 2
    room = "all => all.map((one) => Math.max(one.scrollHeight - one.clientHeight, one.scrollWidth - one.clientWidth))"
    assert max(names.evaluate_all(room)) <= 1
