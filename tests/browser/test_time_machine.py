"""The story as it was known on a day: what is drawn, told, counted and played then."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import new_context, standing_events
from tests.browser.drawn import SLOW, open_timeline, picture

pytestmark = pytest.mark.browser

EVENTS = len(standing_events())
SIGNED = "2020-09-15-harbour-accord-signed"


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
