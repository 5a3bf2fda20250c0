"""Filters, lanes, words and spans: what a reader asks of the timeline, and how the address keeps it."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import narrow, settled, standing_events
from tests.browser.drawn import SLOW, open_timeline, stage_box, stage_range

pytestmark = pytest.mark.browser

EVENTS = len(standing_events())
SIGNED = "2020-09-15-harbour-accord-signed"


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


def test_nothing_is_left_of_a_part_of_the_list_that_has_no_match(timeline: Page) -> None:
    timeline.goto(f"{timeline.url}?find=lantern")
    settled(timeline)
    empty = "all => all.filter((one) => !one.querySelector(':scope > li:not([hidden])'))"
    lists = timeline.locator(".dl > ul:has(> li > .dl-row)")
    assert lists.evaluate_all(f"all => ({empty})(all).length")
    assert lists.evaluate_all(f"all => ({empty})(all).filter((one) => one.checkVisibility()).length") == 0


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


def test_a_related_event_that_is_filtered_away_is_a_link_to_its_page(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?event={SIGNED}&status=occurred&kind=agreement&find=sign+Harbour+Accord")
    related = page.locator(".dl-panel__relations")
    expect(related.get_by_role("link").first).to_have_attribute("href", re.compile("/events/2020-"), timeout=SLOW)


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


def test_the_first_view_is_the_author_s_and_an_address_goes_before(site: str, page: Page) -> None:
    chosen = "18475 18597"  # 1 August to 30 November 2020

    def with_view(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('data-view=""', f'data-view="{chosen}"'))

    page.route("**/timeline/**", with_view)
    open_timeline(page, f"{site}/timeline/")
    page.locator(".dl-stage").focus()
    page.keyboard.press("ArrowRight")
    first, last = (datetime.fromisoformat(day[:10]) for day in stage_range(page))
    assert (last - first).days == pytest.approx(122, abs=1)
    assert datetime(2020, 8, 1) <= first < datetime(2020, 9, 15)
    open_timeline(page, f"{site}/timeline/?from=2023-01-01&to=2023-12-31")
    page.locator(".dl-stage").focus()
    page.keyboard.press("ArrowRight")
    assert stage_range(page)[0] >= "2023"


def test_relations_are_drawn_for_all_when_asked(timeline: Page) -> None:
    settled(timeline)
    picture = timeline.locator(".dl-stage").screenshot()
    timeline.get_by_role("button", name="Relations").click()
    expect(timeline.get_by_role("button", name="Relations")).to_have_attribute("aria-pressed", "true")
    settled(timeline)
    assert timeline.locator(".dl-stage").screenshot() != picture
    expect(timeline).to_have_url(re.compile("relations=all"))
