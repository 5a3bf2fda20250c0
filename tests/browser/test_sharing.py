"""What a reader takes away from the timeline: links, pictures, a table, and a frame."""

import csv
import io
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import narrow, settled
from tests.browser.drawn import open_timeline, picture

pytestmark = pytest.mark.browser

VELLMARK = "2025-11-06-vellmark-to-join-harbour-accord"


def test_a_link_to_what_was_found_does_not_open_the_site_s_own_search(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/")
    narrow(page, "lantern")
    expect(page).to_have_url(re.compile("find=lantern"))
    page.reload()
    settled(page)
    page.get_by_role("button", name="Filters").click(timeout=5_000)
    expect(page.locator(".dl-filters")).to_be_visible()


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


def test_a_picture_of_lanes_has_their_names(site: str, page: Page) -> None:
    open_timeline(page, f"{site}/timeline/?lanes=storyline")
    drawn = picture(page)
    assert ">The Lantern Forum<" in drawn
    box = re.search(r'viewBox="(\S+) 0 ', drawn)
    assert box and float(box[1]) < 0


def test_a_picture_that_nobody_has_seen_drawn_is_whole(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{site}/timeline/?relations=all&known=2026-02-01")
    settled(page)
    page.get_by_text("More", exact=True).click()
    drawn = picture(page)
    assert ">as known<" in drawn
    assert ">Caused by<" in drawn


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
