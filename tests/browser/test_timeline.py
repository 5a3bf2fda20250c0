"""The drawn timeline with a real pointer, keyboard and touch: it moves, filters, tells, and a link brings it back."""

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FloatRect, Page, Route, expect

from tests.browser.conftest import narrow, new_context, settled, standing_events

pytestmark = pytest.mark.browser

EVENTS = len(standing_events())
SIGNED = "2020-09-15-harbour-accord-signed"
VELLMARK = "2025-11-06-vellmark-to-join-harbour-accord"
SLOW = 15_000


def open_timeline(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.locator("[data-timeline][data-drawn]")).to_be_visible(timeout=SLOW)


def stage_range(page: Page) -> tuple[str, str]:
    """The first and last day in view, from the address, once all is at rest."""
    settled(page)
    found = re.search(r"from=([^&]+)&to=([^&]+)", page.url)
    assert found, page.url
    return found[1], found[2]


def stage_box(page: Page) -> FloatRect:
    box = page.locator(".dl-stage").bounding_box()
    assert box is not None
    return box


@pytest.fixture
def timeline(site: str, page: Page) -> Iterator[Page]:
    open_timeline(page, f"{site}/timeline/")
    yield page


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


def wheel(page: Page, x: float, y: float, *modifiers: str) -> None:
    """Turn the wheel with some keys held, over the middle of the drawing."""
    box = stage_box(page)
    page.mouse.move(box["x"] + 300, box["y"] + 100)
    for key in modifiers:
        page.keyboard.down(key)
    page.mouse.wheel(x, y)
    for key in modifiers:
        page.keyboard.up(key)


def test_the_wheel_scrolls_the_page_and_a_hint_says_how_one_zooms(timeline: Page) -> None:
    wheel(timeline, 0, 300)
    timeline.wait_for_function("scrollY >= 299")
    expect(timeline.locator(".dl-hint")).to_have_text("Ctrl + wheel zooms")
    settled(timeline)
    assert "from=" not in timeline.url
    expect(timeline.locator(".dl-hint")).to_be_hidden()
    # Also where the page has been scrolled so that the drawing comes under the pointer.
    for turn in range(1, 4):
        timeline.mouse.wheel(0, -100)
        timeline.wait_for_function("top => scrollY <= top", arg=max(0, 300 - 100 * turn))


@pytest.mark.parametrize("key", ["Control", "Meta"])
def test_with_control_or_command_the_wheel_zooms_where_the_pointer_is(key: str, timeline: Page) -> None:
    wheel(timeline, 0, -120, key)
    first = stage_range(timeline)
    assert first[0] > "2019" and first[1] < "2026"
    assert timeline.evaluate("scrollY") == 0
    assert timeline.evaluate("visualViewport.scale") == 1


def test_what_the_view_cannot_follow_is_left_to_the_page(timeline: Page) -> None:
    timeline.evaluate("addEventListener('wheel', (event) => (window.taken = event.defaultPrevented))")
    wheel(timeline, 100, 0)
    assert timeline.evaluate("taken") is True
    for _ in range(60):
        wheel(timeline, 5000, 0)
    assert timeline.evaluate("taken") is False
    for _ in range(30):
        wheel(timeline, 0, -2000, "Control")
    assert timeline.evaluate("taken") is False


def test_the_buttons_and_a_double_click_zoom(timeline: Page) -> None:
    box = stage_box(timeline)
    timeline.get_by_role("button", name="Zoom in").click()
    second = stage_range(timeline)
    timeline.get_by_role("button", name="Zoom out").click()
    third = stage_range(timeline)
    assert third[0] < second[0] and third[1] > second[1]
    timeline.mouse.dblclick(box["x"] + 500, box["y"] + 15)
    fourth = stage_range(timeline)
    assert fourth[0] > third[0] and fourth[1] < third[1]


def test_dragging_moves_time_and_glides_on(timeline: Page) -> None:
    box = stage_box(timeline)
    timeline.get_by_role("button", name="Zoom in").click()
    before = stage_range(timeline)
    timeline.mouse.move(box["x"] + 600, box["y"] + 200)
    timeline.mouse.down()
    timeline.mouse.move(box["x"] + 300, box["y"] + 200, steps=10)
    timeline.mouse.up()
    after = stage_range(timeline)
    assert after[0] > before[0] and after[1] > before[1]


def test_the_keyboard_moves_zooms_and_reaches_every_event_in_order(timeline: Page) -> None:
    stage = timeline.locator(".dl-stage")
    stage.focus()
    status = timeline.locator(".dl-view [role=status]")
    timeline.keyboard.press("Home")
    expect(status).to_contain_text(f"1 of {EVENTS}: Elmark recognises Sorrelia. 1777. occurred. 1 origin.")
    timeline.keyboard.press("ArrowDown")
    expect(status).to_contain_text(f"2 of {EVENTS}: ")
    timeline.keyboard.press("End")
    expect(status).to_contain_text(f"{EVENTS} of {EVENTS}: ")
    timeline.keyboard.press("ArrowUp")
    expect(status).to_contain_text(f"{EVENTS - 1} of {EVENTS}: ")
    before = stage_range(timeline)
    timeline.keyboard.press("ArrowLeft")
    moved = stage_range(timeline)
    assert moved[0] < before[0]
    timeline.keyboard.press("+")
    zoomed = stage_range(timeline)
    assert zoomed[0] > moved[0] and zoomed[1] < moved[1]
    timeline.keyboard.press("PageUp")
    assert stage_range(timeline)[1] < zoomed[1]
    timeline.keyboard.press("Enter")
    expect(timeline.locator(".dl-panel")).to_be_visible()
    expect(timeline.locator(".dl-panel")).to_be_focused()
    timeline.keyboard.press("Escape")
    expect(timeline.locator(".dl-panel")).to_be_hidden()
    expect(stage).to_be_focused()


def test_from_rest_one_begins_with_what_is_in_view(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?from=2021-01-01&to=2021-12-31")
    page.locator(".dl-stage").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".dl-view [role=status]")).to_contain_text("2021")
    page.reload()
    settled(page)
    page.locator(".dl-stage").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".dl-view [role=status]")).to_contain_text("2021")


def test_hovering_shows_a_card_and_a_click_opens_the_event_beside(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?from=2025-10-25&to=2025-12-01")
    box = stage_box(page)
    card = page.locator(".dl-card")
    # The label is somewhere in the rows; walk down until its card shows.
    for y in range(20, int(box["height"]) - 60, 9):
        page.mouse.move(box["x"] + box["width"] * 12.5 / 37 + 60, box["y"] + y)
        if card.is_visible() and "Vellmark and Mara Lind announce" in card.inner_text():
            break
    expect(card).to_contain_text("6 November 2025")
    expect(card).to_contain_text("Disputed · 10 origins: Agency One, ")
    # What was expected before is no word for what then occurred.
    expect(card).not_to_contain_text("is set to announce")
    expect(card.locator("blockquote [lang=fr]")).to_have_text(
        "“le Vellmark a annoncé jeudi qu’il rejoindrait l’Accord”"
    )
    page.mouse.down()
    page.mouse.up()
    panel = page.locator(".dl-panel")
    expect(panel.get_by_role("heading")).to_contain_text("Vellmark and Mara Lind announce")
    expect(panel.locator(".dl-panel__relations li").first).to_be_visible()
    expect(page).to_have_url(re.compile(f"event={VELLMARK}"))
    panel.get_by_role("link", name="All reports, quotes and claims").click()
    expect(page).to_have_url(re.compile(f"/events/{VELLMARK}/$"))
    page.go_back()
    expect(page.locator(".dl-panel").get_by_role("heading")).to_contain_text("Vellmark and Mara Lind", timeout=SLOW)


def crowd(page: Page, apart: float) -> None:
    """Let all events begin one after another, so many days apart."""

    def answer(route: Route) -> None:
        data = route.fetch().json()
        data |= {"start": [20_000, *[apart] * (data["count"] - 1)], "far": [], "span": [0] * data["count"]}
        route.fulfill(json={**data, "shape": [0] * data["count"], "labels": [], "earlier": []})

    page.route("**/data/timeline.json", answer)


def click_count(page: Page) -> None:
    """Click on the count that stands nearest to the middle of the axis: it is shown as something to click on, and has
    no card.
    """
    page.locator(".dl-edges").scroll_into_view_if_needed()
    box = stage_box(page)
    for aside in range(0, 60, 6):
        for up in range(44, 80, 6):
            page.mouse.move(box["x"] + box["width"] / 2 + aside, box["y"] + box["height"] - up)
            pointing = page.evaluate("document.querySelector('.dl-stage').style.cursor === 'pointer'")
            if pointing and page.locator(".dl-card").is_hidden():
                page.mouse.down()
                page.mouse.up()
                return
    raise AssertionError("there is no count")


def test_a_count_opens_and_back_closes_it_again(site: str, page: Page) -> None:
    crowd(page, 0.2)
    open_timeline(page, f"{site}/timeline/?from=2014-10-04&to=2034-10-04")
    before = stage_range(page)
    click_count(page)
    page.wait_for_url(lambda url: before[0] not in url)
    opened = stage_range(page)
    assert opened[0] > before[0] and opened[1] < before[1]
    page.go_back()
    assert stage_range(page) == before


def test_what_no_zoom_parts_opens_as_a_list_of_titles(site: str, page: Page) -> None:
    crowd(page, 0)
    open_timeline(page, f"{site}/timeline/?from=2024-10-03&to=2024-10-05")
    settled(page)
    click_count(page)
    panel = page.locator(".dl-panel")
    expect(panel.get_by_role("heading")).to_have_text(re.compile(r"^\d+ events of the same time$"))
    titles = panel.locator("li button")
    assert titles.count() > 20
    title = titles.nth(3).inner_text()
    titles.nth(3).click()
    expect(panel.get_by_role("heading")).to_have_text(title)
    page.go_back()
    expect(panel).to_be_hidden()


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


def test_filters_tell_what_would_remain_and_the_list_follows(timeline: Page) -> None:
    timeline.get_by_role("button", name="Filters").click()
    option = timeline.locator(".dl-filters label", has_text="The Lantern Forum")
    expect(option).to_contain_text("10")
    option.locator("input").check()
    expect(timeline.locator(".dl-view__count")).to_have_text(f"10 of {EVENTS} events")
    expect(timeline.locator(".dl-row[data-n]").locator("visible=true")).to_have_count(10)
    expect(timeline.locator("h2", has_text="1777")).to_be_hidden()
    scheduled = timeline.locator(".dl-filters label", has_text="Postponed")
    expect(scheduled).to_contain_text("1")
    scheduled.locator("input").check()
    expect(timeline.locator(".dl-view__count")).to_have_text(f"1 of {EVENTS} events")
    expect(timeline).to_have_url(re.compile("storyline=lantern-forum"))
    timeline.go_back()
    expect(timeline.locator(".dl-view__count")).to_have_text(f"10 of {EVENTS} events")
    timeline.reload()
    expect(timeline.locator(".dl-view__count")).to_have_text(f"10 of {EVENTS} events", timeout=SLOW)
    timeline.locator(".dl-tools").get_by_role("button", name="Clear").click()
    expect(timeline.locator(".dl-view__count")).to_have_text(f"{EVENTS} of {EVENTS} events")


def test_free_text_finds_titles_summaries_and_quotes(timeline: Page) -> None:
    narrow(timeline, "skerry")
    expect(timeline.locator(".dl-view__count")).to_have_text(f"2 of {EVENTS} events")
    expect(timeline).to_have_url(re.compile("find=skerry"))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("event=nothing&lanes=nothing&kind=nothing&from=x&to=1", EVENTS),
        ("known=1700-01-01", 0),
        ("known=soon&find=%00", 0),
        ("q=accord", None),
    ],
)
def test_any_address_gives_a_timeline(query: str, count: int | None, site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?{query}")
    words = f"{count} of {EVENTS} events" if count is not None else re.compile(rf"^\d+ of {EVENTS} events$")
    expect(page.locator(".dl-view__count")).to_have_text(words)


def test_lanes_are_chosen_and_remembered(timeline: Page) -> None:
    one = stage_box(timeline)["height"]
    timeline.get_by_label("Lanes", exact=True).select_option("storyline")
    expect(timeline).to_have_url(re.compile("lanes=storyline"))
    assert stage_box(timeline)["height"] == one, "what stands below it stays where it is"
    timeline.reload()
    expect(timeline.get_by_label("Lanes", exact=True)).to_have_value("storyline", timeout=SLOW)


def test_lanes_have_their_names_beside_them_on_one_line(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?lanes=storyline")
    settled(page)
    stage, names = stage_box(page), page.locator(".dl-lanes > li")
    boxes = [name.bounding_box() for name in names.all()]
    assert len(boxes) > 1 and all(box and box["x"] + box["width"] <= stage["x"] for box in boxes)
    depths = {round(box["height"]) for box in boxes if box}
    assert len(depths) == 1
    last = boxes[-1]
    assert last and abs(last["y"] + last["height"] - stage["y"] - stage["height"]) <= 2
    expect(names.filter(has_text="The Lantern Forum")).to_have_attribute("title", "The Lantern Forum: 10 events")
    page.get_by_label("Lanes", exact=True).select_option("none")
    expect(page.locator(".dl-lanes")).to_be_hidden()
    assert stage_box(page)["width"] > stage["width"]


def test_the_axis_above_lanes_stays_below_the_page_s_bar(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 600})
    open_timeline(page, f"{site}/timeline/?lanes=kind")
    settled(page)
    axis = page.locator(".dl-stage__axis")
    top = stage_box(page)["y"]
    page.evaluate("y => scrollTo(0, y)", top + 100)
    page.wait_for_function("scrollY > 0")
    bar = page.locator(".md-header").bounding_box()
    box = axis.bounding_box()
    assert bar and box and abs(box["y"] - bar["y"] - bar["height"]) <= 2
    assert box["y"] > stage_box(page)["y"]


def test_back_returns_to_the_view_that_was_left(timeline: Page) -> None:
    settled(timeline)
    first = timeline.locator(".dl-stage").screenshot()
    timeline.get_by_label("Lanes", exact=True).select_option("kind")
    expect(timeline).to_have_url(re.compile(r"\?lanes=kind$"))
    timeline.get_by_role("button", name="Zoom in").click()
    assert stage_range(timeline)
    timeline.go_back()
    expect(timeline.get_by_label("Lanes", exact=True)).to_have_value("none")
    settled(timeline)
    assert "from=" not in timeline.url
    assert timeline.locator(".dl-stage").screenshot() == first


def test_the_story_is_told_as_it_was_known_on_a_day(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?known=2020-09-12")
    known = page.locator(".dl-known")
    expect(known).to_contain_text(re.compile(rf"\d+ of {EVENTS} events had been reported"))
    signing = page.locator("li:has(> .dl-row)", has_text="sign the Harbour Accord").first
    expect(signing).to_be_visible()
    expect(signing).to_contain_text("Scheduled, as then known")
    expect(page.locator("li:has(> .dl-row)", has_text="Elmark opens its mission in Sorrel Bay")).to_be_hidden()
    # What an article of a day says is known on that day.
    page.get_by_label("Day", exact=True).fill("2020-09-15")
    page.get_by_label("Day", exact=True).dispatch_event("change")
    expect(signing).to_contain_text("Occurred, as then known")
    known.get_by_role("button", name="Now").click()
    expect(signing).to_contain_text("9 origins")
    expect(page.locator(".dl-view__count")).to_have_text(f"{EVENTS} of {EVENTS} events")


def test_an_open_event_is_told_as_it_was_known_too(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?event={SIGNED}")
    panel = page.locator(".dl-panel")
    expect(panel).to_contain_text("Occurred", timeout=SLOW)
    day = page.get_by_label("Day", exact=True)
    for date, words, quotes in (
        ("2020-09-01", "Announced", 0),
        ("2020-09-12", "Scheduled", 0),
        ("2020-09-15", "Occurred", 1),
    ):
        day.fill(date)
        day.dispatch_event("change")
        expect(panel).to_contain_text(words)
        expect(panel).to_contain_text("what was reported later is not shown")
        expect(panel.locator("blockquote")).to_have_count(quotes)
    day.fill("2019-01-01")
    day.dispatch_event("change")
    expect(panel).to_be_hidden()


def test_before_it_was_fixed_an_event_has_the_title_and_the_date_of_then(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?event={SIGNED}&known=2020-09-01")
    then = page.locator("li:has(> .dl-row)", has_text="are to sign an accord")
    expect(then).to_contain_text("13 August 2020 or later")
    expect(then).to_contain_text("Announced, as then known")
    expect(then.locator(".dl-mark--announced")).to_be_visible()
    expect(page.locator("li:has(> .dl-row)", has_text="sign the Harbour Accord").first).to_be_hidden()
    panel = page.locator(".dl-panel")
    expect(panel.get_by_role("heading")).to_have_text("Elmark and Sorrelia are to sign an accord", timeout=SLOW)
    expect(panel).not_to_contain_text("15 September")
    expect(panel).not_to_contain_text("White Quay")
    shown = int(page.locator(".dl-view__count").inner_text().split()[0])
    assert page.locator("li:visible:has(> .dl-row)").count() == shown
    # A day later on, the line of then is gone, and so it is now.
    for day in ("2020-09-12", ""):
        page.get_by_label("Day", exact=True).fill(day)
        page.get_by_label("Day", exact=True).dispatch_event("change")
        expect(then).to_have_count(0)
        expect(page.locator("li:has(> .dl-row)", has_text="sign the Harbour Accord").first).to_be_visible()


def test_a_link_to_what_was_found_does_not_open_the_site_s_own_search(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/")
    narrow(page, "lantern")
    expect(page).to_have_url(re.compile("find=lantern"))
    page.reload()
    settled(page)
    page.get_by_role("button", name="Filters").click(timeout=5_000)
    expect(page.locator(".dl-filters")).to_be_visible()


def test_search_finds_only_what_was_told_by_then(site: str, page: Page) -> None:
    count = page.locator(".dl-view__count")
    open_timeline(page, f"{site}/timeline/?find=White+Quay+with+Mara+Lind+as+host")
    expect(count).to_contain_text("1 of")
    open_timeline(page, f"{site}/timeline/?find=White+Quay+with+Mara+Lind+as+host&known=2020-09-20")
    expect(count).to_contain_text("0 of")
    open_timeline(page, f"{site}/timeline/?find=are+to+sign+an+accord&known=2020-09-01")
    expect(count).to_contain_text("1 of")
    open_timeline(page, f"{site}/timeline/?find=are+to+sign+an+accord&known=2020-09-20")
    expect(count).to_contain_text("0 of")


def test_filters_count_the_reports_that_were_out(site: str, page: Page) -> None:
    def origins(day: str) -> str:
        open_timeline(page, f"{site}/timeline/?find=sign+the+Harbour+Accord&kind=agreement{day}")
        page.get_by_role("button", name="Filters").click()
        page.locator(".dl-filter summary", has_text="Independent origins").click()
        return page.locator(".dl-filter", has_text="Independent origins").locator("li:visible").inner_text()

    assert origins("&known=2020-09-15").split("\n")[0] == "2 origins"
    assert origins("").split("\n")[0] == "3 origins or more"


def test_what_was_due_since_the_site_was_built_is_overdue(site: str, chromium: Browser) -> None:
    awaited = "Vellmark’s council is to vote on the accession"
    for day, late in (("2026-03-02", False), ("2026-03-03", True)):
        context = new_context(chromium, day)
        page = context.new_page()
        open_timeline(page, f"{site}/timeline/?find=council+is+to+vote")
        row = page.locator("li:has(> .dl-row)", has_text=awaited)
        assert ("Overdue" in (row.text_content() or "")) is late
        page.locator(".dl-stage").focus()
        page.keyboard.press("End")
        spoken = page.locator(".dl-view [role=status]")
        expect(spoken).to_contain_text("scheduled, overdue." if late else "scheduled. ")
        page.goto(f"{site}/events/2026-03-02-vellmark-votes/")
        assert ("Overdue: its date (2 March 2026) has passed" in page.inner_text("article")) is late
        page.goto(f"{site}/upcoming/")
        expect(page.locator("article")).to_contain_text("As of 31 January 2026")
        before, after = page.locator("article").inner_text().split("\nOverdue\n", 1)
        assert (awaited in after) is late and (awaited in before) is not late
        context.close()


def test_relations_and_outlets_that_were_not_known_yet_are_not_told(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?event={SIGNED}&known=2020-09-16")
    related = page.locator(".dl-panel__relations")
    expect(related).to_contain_text("Tarnland and Elmark agree to open their harbours", timeout=SLOW)
    expect(related).not_to_contain_text("Dunmere")
    page.locator(".dl-stage").focus()
    page.keyboard.press("End")
    # Of the last one all was out by then; of the one before, much was reported later.
    expect(page.locator(".dl-view [role=status]")).to_contain_text("1 origin.")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".dl-view [role=status]")).to_contain_text("As then known.")
    expect(page.locator(".dl-view [role=status]")).not_to_contain_text("origin")
    page.get_by_role("button", name="Now").click()
    expect(related).to_contain_text("Dunmere and Elmark have agreed")


def test_a_related_event_that_is_filtered_away_is_a_link_to_its_page(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?event={SIGNED}&status=occurred&kind=agreement&find=sign+Harbour+Accord")
    related = page.locator(".dl-panel__relations")
    expect(related.get_by_role("link").first).to_have_attribute("href", re.compile("/events/2020-"), timeout=SLOW)


def test_an_open_event_follows_the_play(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?event={SIGNED}&known=2020-09-12")
    panel = page.locator(".dl-panel")
    expect(panel).to_contain_text("Scheduled", timeout=SLOW)
    page.get_by_role("button", name="Play").click()
    expect(panel).to_contain_text("Occurred")
    expect(panel).to_contain_text("what was reported later is not shown")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def test_while_it_plays_captions_say_what_became_known(timeline: Page) -> None:
    caption = timeline.locator(".dl-known__caption")
    timeline.get_by_role("button", name="Play").click()
    expect(caption).to_have_text(re.compile(r"^\d{1,2} [A-Z][a-z]+ \d{4}: \w"), timeout=SLOW)
    timeline.get_by_role("button", name="Pause").click()
    expect(caption).to_be_empty()


def test_a_day_is_typed_as_iso_and_what_is_no_day_is_marked(timeline: Page) -> None:
    day = timeline.get_by_label("Day", exact=True)
    day.fill("12/9/2020")
    day.press("Enter")
    expect(day).to_have_attribute("aria-invalid", "true")
    assert "known=" not in timeline.url
    day.fill("2020-09-12")
    day.press("Enter")
    expect(timeline).to_have_url(re.compile("known=2020-09-12"))
    expect(day).to_have_attribute("aria-invalid", "false")


def test_playing_runs_the_story_and_stops(timeline: Page) -> None:
    timeline.get_by_role("button", name="Play").click()
    timeline.wait_for_function("Number(document.querySelector('.dl-known input[type=range]').value) > 3")
    timeline.get_by_role("button", name="Pause").click()
    expect(timeline.locator(".dl-known__words")).to_contain_text("had been reported")
    expect(timeline).to_have_url(re.compile("known=20"))


def test_fits_and_windows_go_where_they_say(timeline: Page) -> None:
    def show(name: str) -> tuple[str, str]:
        timeline.get_by_text("Show", exact=True).click()
        timeline.get_by_role("button", name=name).click()
        return stage_range(timeline)

    timeline.get_by_role("button", name="Zoom in").click()
    assert show("Fit all")[0] < "1777"
    last = show("Last 30 days")
    assert last[0] <= "2026-01-02" and last[1] >= "2026-01-31"
    coming = show("Next 90 days")
    assert coming[1] >= "2026-05-01"
    assert show("Fit storyline")[0] < "2020-09"
    timeline.get_by_role("button", name="Filters").click()
    timeline.locator(".dl-filters label", has_text="The Lantern Forum").locator("input").check()
    lantern = show("Fit storyline")
    assert "2021-12" < lantern[0] < "2022-04" and "2023-06" < lantern[1] < "2023-12"


def test_the_overview_s_brush_moves_the_view(timeline: Page) -> None:
    timeline.get_by_role("button", name="Zoom in").click()
    before = stage_range(timeline)
    timeline.locator(".dl-overview").scroll_into_view_if_needed()
    strip = timeline.locator(".dl-overview").bounding_box()
    assert strip is not None
    timeline.mouse.click(strip["x"] + strip["width"] * 0.9, strip["y"] + 20)
    assert stage_range(timeline)[0] > before[0]


def test_the_view_is_saved_as_pictures_and_a_table(timeline: Page) -> None:
    def saved(name: str) -> bytes:
        timeline.get_by_text("Share", exact=True).click()
        with timeline.expect_download() as download:
            timeline.get_by_role("button", name=name, exact=True).click()
        return download.value.path().read_bytes()

    assert saved("PNG").startswith(b"\x89PNG")
    svg = saved("SVG").decode()
    assert svg.startswith("<svg ") and "Elmark recognises Skerry" in svg
    rows = list(csv.DictReader(io.StringIO(saved("CSV").decode())))
    assert {"id", "title", "status", "known_from"} <= rows[0].keys()
    assert VELLMARK in {row["id"] for row in rows}


def picture(page: Page) -> str:
    """All that the drawing shows, as SVG."""
    settled(page)
    page.get_by_text("Share", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG", exact=True).click()
    return download.value.path().read_text(encoding="utf-8")


def test_a_picture_of_lanes_has_their_names(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?lanes=storyline")
    drawn = picture(page)
    assert ">The Lantern Forum<" in drawn
    box = re.search(r'viewBox="(\S+) 0 ', drawn)
    assert box and float(box[1]) < 0


def test_beyond_the_day_the_drawing_says_what_was_not_known(site: str, page: Page) -> None:
    span = "from=2020-07-01&to=2020-12-31"
    open_timeline(page, f"{site}/timeline/?known=2020-09-12&{span}")
    assert "not yet known on 12 September 2020" in picture(page)
    open_timeline(page, f"{site}/timeline/?{span}")
    assert "not yet known" not in picture(page)


def test_a_chosen_event_has_a_ghost_where_it_was_expected(site: str, page: Page) -> None:
    span = "from=2020-07-01&to=2020-12-31"
    open_timeline(page, f"{site}/timeline/?event={SIGNED}&{span}")
    expect(page.locator(".dl-panel")).to_be_visible()
    assert "13 August 2020 or later" in picture(page)
    page.keyboard.press("Escape")
    open_timeline(page, f"{site}/timeline/?{span}")
    assert "13 August 2020 or later" not in picture(page)


def test_the_copied_code_embeds_the_same_view(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/storylines/lantern-forum/?lanes=kind")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("summary", has_text="Share").click()
    page.get_by_role("button", name="Copy code to embed").click()
    expect(page.get_by_text("The code to embed is copied.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    source = re.search(r'src="([^"]+)"', copied)
    assert source
    open_timeline(page, source[1].replace("&amp;", "&"))
    expect(page.locator(".dl-view__count")).to_have_text("10 of 10 events")
    expect(page.get_by_label("Lanes", exact=True)).to_have_value("kind")
    expect(page.locator(".md-header")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text("The Lantern Forum")
    whole = page.get_by_role("link", name="The whole timeline")
    expect(whole).to_have_attribute("href", re.compile(r"/timeline/\?storyline=lantern-forum$"))
    expect(whole).to_have_attribute("target", "_top")


@pytest.mark.parametrize("height", [560, 800])
def test_a_frame_holds_the_timeline_without_scrolling(height: int, site: str, page: Page) -> None:
    page.set_viewport_size({"width": 900, "height": height})
    open_timeline(page, f"{site}/embed/?scope=storyline:lantern-forum")
    settled(page)
    assert page.evaluate("document.documentElement.scrollHeight - innerHeight") <= 1


def test_relations_are_drawn_for_all_when_asked(timeline: Page) -> None:
    settled(timeline)
    picture = timeline.locator(".dl-stage").screenshot()
    timeline.get_by_role("button", name="Relations").click()
    expect(timeline.get_by_role("button", name="Relations")).to_have_attribute("aria-pressed", "true")
    settled(timeline)
    assert timeline.locator(".dl-stage").screenshot() != picture
    expect(timeline).to_have_url(re.compile("relations=all"))


def test_a_timeline_that_cannot_load_leaves_the_list(site: str, chromium: Browser) -> None:
    context = new_context(chromium)
    page = context.new_page()
    page.route("**/data/timeline.json", lambda route: route.fulfill(status=200, body=json.dumps({"version": 99})))
    page.goto(f"{site}/timeline/")
    expect(page.locator(".dl-view--failed")).to_contain_text("The list below is complete")
    assert page.locator("li:has(> .dl-row)").count() == EVENTS
    context.close()
