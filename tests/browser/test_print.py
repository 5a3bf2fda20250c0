"""What is printed: light whatever the screen is, the drawing as wide as the paper, and the page's list in full."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import new_context, settled, standing_events

pytestmark = pytest.mark.browser

EVENTS = len(standing_events())
INK = "rgb(29, 27, 24)"  # of the light scheme
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
# How much of the drawing is dark and how much light, its proportions as drawn and as shown, and how wide it is drawn.
DRAWING = """() => {
  const canvas = document.querySelector('.dl-stage__canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const seen = { dark: 0, light: 0, other: 0 };
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] < 250) continue;
    const value = data[at] + data[at + 1] + data[at + 2];
    seen[value < 250 ? 'dark' : value > 600 ? 'light' : 'other']++;
  }
  const { width, height } = canvas.getBoundingClientRect();
  const [drawn, shown] = [canvas.width / canvas.height, width / height];
  return { ...seen, drawn, shown, width: canvas.width, right: canvas.getBoundingClientRect().right };
}"""


def open_dark(chromium: Browser, url: str, **options: Any) -> Page:
    """A page of a reader who likes it dark, at rest; its context has no other."""
    page = new_context(chromium, color_scheme="dark", **options).new_page()
    page.goto(url)
    settled(page)
    return page


def print_out(page: Page) -> None:
    """Show the page as it is printed, on paper of 700 pixels."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})
    page.wait_for_function("document.documentElement.clientWidth === 700")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("width", [700, 1280, 1920])
def test_from_a_dark_page_the_drawing_is_printed_light_and_in_its_proportions(
    width: int, site: str, chromium: Browser
) -> None:
    page = open_dark(chromium, f"{site}/timeline/?lanes=storyline", viewport={"width": width, "height": 800})
    screen = page.evaluate(DRAWING)
    assert screen["light"] < screen["dark"], "eras are dark"
    view = page.url
    print_out(page)
    paper = page.evaluate(DRAWING)
    assert paper["light"] > paper["dark"] > 0, "eras are light, words dark"
    assert paper["shown"] == pytest.approx(paper["drawn"], rel=0.01), "nothing is squeezed"
    assert paper["width"] == 3 * 960
    assert paper["right"] <= 700
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": width, "height": 800})
    page.wait_for_function("width => document.documentElement.clientWidth === width", arg=width)
    settled(page)
    page.wait_for_function("was => document.querySelector('.dl-stage__canvas').width === was", arg=screen["width"])
    assert page.evaluate(DRAWING) == pytest.approx(screen, rel=0.02), "the screen is as it was"
    assert page.url == view
    page.context.close()


@pytest.mark.parametrize("width", [700, 1280])
def test_names_of_lanes_stand_beside_their_lanes_on_paper(width: int, site: str, chromium: Browser) -> None:
    page = open_dark(chromium, f"{site}/timeline/?lanes=storyline", viewport={"width": width, "height": 800})
    print_out(page)
    stage = page.locator(".dl-stage__canvas").bounding_box()
    names = [name.bounding_box() for name in page.locator(".dl-lanes > li").all()]
    assert stage
    assert names[-1]
    assert names[-1]["y"] + names[-1]["height"] == pytest.approx(stage["y"] + stage["height"], abs=3)
    depths = {round(name["height"], 1) for name in names if name}
    assert len(depths) == 1, "every lane is as deep as the others"
    page.context.close()


def test_words_are_dark_and_controls_are_left_out(site: str, chromium: Browser) -> None:
    page = open_dark(chromium, f"{site}/timeline/", viewport={"width": 1280, "height": 800})
    page.get_by_role("button", name="Filters").click()
    print_out(page)
    for words in ("main h1", ".dl-view__count", ".dl-timeline li a"):
        colour = page.locator(words).first.evaluate("part => getComputedStyle(part).color")
        assert sum(map(int, re.findall(r"\d+", colour))) < 300, (words, colour)
    # What the marks mean is told in words, which are buttons on the screen.
    operated = page.locator(".dl-view :is(button:not(.dl-legend__entry), input, select, summary)").all()
    assert operated
    assert [part.evaluate("part => part.outerHTML") for part in operated if part.is_visible()] == []
    assert page.locator(".dl-timeline > ul > li:visible").count() == EVENTS, "the list is there in full"
    page.context.close()


def test_the_legend_is_printed_below_the_drawing_in_its_light_colours(site: str, chromium: Browser) -> None:
    page = open_dark(chromium, f"{site}/timeline/?kind=agreement", viewport={"width": 1280, "height": 800})
    swatch = page.locator(".dl-legend__entry:not([hidden]) .dl-legend__swatch").first
    dark = swatch.evaluate("part => getComputedStyle(part).backgroundColor")
    print_out(page)
    stage, legend = (page.locator(part).bounding_box() for part in (".dl-stage", ".dl-legend"))
    assert stage and legend and legend["y"] >= stage["y"] + stage["height"] and legend["height"] > 20
    entries = page.locator(".dl-legend button:visible").all()
    assert len(entries) > 2
    for entry in entries:
        style = "part => [getComputedStyle(part).color, getComputedStyle(part).backgroundColor]"
        words, behind = entry.evaluate(style)
        assert sum(map(int, re.findall(r"\d+", words)[:3])) < 300 and behind == "rgba(0, 0, 0, 0)", (words, behind)
    assert swatch.evaluate("part => getComputedStyle(part).backgroundColor") != dark
    page.context.close()


def test_what_is_open_is_printed_below_the_drawing(site: str, chromium: Browser) -> None:
    url = f"{site}/timeline/?event=2020-09-15-harbour-accord-signed"
    page = open_dark(chromium, url, viewport={"width": 1280, "height": 800})
    expect(page.locator(".dl-panel")).to_be_visible()
    print_out(page)
    panel, stage = (page.locator(part).bounding_box() for part in (".dl-panel", ".dl-stage"))
    assert panel and stage and panel["y"] >= stage["y"] + stage["height"]
    assert page.locator(".dl-panel h2").evaluate("title => getComputedStyle(title).color") == INK
    page.context.close()


@pytest.mark.parametrize("path", ["timeline/", "embed/"])
def test_a_phone_prints_the_list_in_place_of_the_story(path: str, site: str, chromium: Browser) -> None:
    page = open_dark(chromium, f"{site}/{path}", **PHONE)
    expect(page.locator(".dl-story")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("[data-timeline]")).to_be_hidden()
    assert page.locator("main ul > li:has(> .dl-row):visible").count() == EVENTS
    page.context.close()


def test_a_browser_that_makes_a_pdf_waits_for_nothing(site: str, chromium: Browser) -> None:
    page = open_dark(chromium, f"{site}/timeline/", viewport={"width": 1280, "height": 800})
    page.evaluate(
        "record => addEventListener('beforeprint', () => { window.printed = new Function(`return (${record})()`)() })",
        DRAWING,
    )
    before = page.evaluate(DRAWING)
    assert page.pdf(format="A4").startswith(b"%PDF")
    printed = page.evaluate("window.printed")
    assert printed["light"] > printed["dark"] > 0
    assert printed["width"] == 3 * 960
    settled(page)
    page.wait_for_function("was => document.querySelector('.dl-stage__canvas').width === was", arg=before["width"])
    assert page.locator("[data-timeline]").get_attribute("data-md-color-scheme") is None
    page.context.close()
