"""The search box of every page, over a stand-in for the engine whose answers are known."""

import gzip
import json
import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import new_context, resize, settled
from tests.browser.searching import HITS, HOSTILE, SIGNED, hit, in_events, look_for, prepare
from tests.browser.test_accessibility import RULES

pytestmark = pytest.mark.browser


def test_nothing_is_asked_for_before_somebody_reaches_for_it(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/methodology/", wait_until="networkidle")
    assert [path for path in asked if "/search/" in path or "data/" in path] == []
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="Search")).to_be_focused()
    page.wait_for_load_state("networkidle")
    assert "data/stand-in.json" not in asked
    page.keyboard.type("harbour")
    expect(page.locator(".dl-search__hit")).to_have_count(len(HITS))
    assert asked.count("data/stand-in.json") == 1


@pytest.mark.parametrize("key", ["/", "s"])
def test_keys_find_choose_open_and_close(key: str, site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/methodology/")
    page.keyboard.press(key)
    box = page.get_by_role("combobox", name="Search")
    expect(box).to_be_focused()
    page.keyboard.type("harbour")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status")).to_have_text(f"{len(HITS)} results")
    headings = page.locator(".dl-search__kind")
    assert headings.all_inner_texts() == ["Events", "Outlets", "Quotes", "Pages"]
    expect(in_events(page).first).to_contain_text("15 September 2020")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_contain_text("Vellmark to join")
    expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "none")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowUp")
    expect(chosen).to_contain_text("leaving")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".dl-search__panel")).to_be_hidden()
    expect(box).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(chosen).to_contain_text("Harbour Accord signed")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/events/{SIGNED}/")


def test_a_letter_in_a_field_is_no_call_for_the_box(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/timeline/")
    settled(page)
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("searchbox").fill("")
    page.keyboard.type("/s")
    expect(page.get_by_role("searchbox")).to_have_value("/s")


def test_a_click_elsewhere_and_the_next_stop_of_the_focus_close_it(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/methodology/")
    look_for(page, "harbour")
    page.locator("h1").click(position={"x": 5, "y": 5})
    expect(page.locator(".dl-search__panel")).to_be_hidden()
    page.get_by_role("combobox", name="Search").click()
    expect(page.locator(".dl-search__panel")).to_be_visible()
    page.locator(".md-tabs__link").first.focus()
    expect(page.locator(".dl-search__panel")).to_be_hidden()


def test_what_is_found_is_filtered(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/methodology/")
    look_for(page, "harbour")
    page.get_by_role("button", name="Events 2").click()
    expect(page.locator(".dl-search__hit")).to_have_count(2)
    expect(page.get_by_role("button", name="Events 2")).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Year", exact=True).select_option("2025")
    expect(page.locator(".dl-search__hit")).to_have_count(1)
    lines = page.get_by_label("Storyline", exact=True)
    expect(lines).to_contain_text("Vellmark and the Accord (1)")
    box = page.get_by_role("combobox", name="Search")
    box.fill("ministers signed")
    expect(page.get_by_role("status")).to_have_text("Nothing found for “ministers signed”.")
    page.get_by_role("button", name="Search without filters").click()
    expect(page.locator(".dl-search__hit")).to_have_count(1)
    box.fill("harbour nowhere")
    page.get_by_role("button", name="Search for “harbour”").click()
    expect(box).to_have_value("harbour")
    expect(page.locator(".dl-search__hit")).to_have_count(len(HITS))


def test_what_else_was_found_is_a_press_away(site: str, page: Page, asked: list[str]) -> None:
    many = [hit("event", f"e{n}", f"Lighthouse {n}", f"events/e{n}/") for n in range(53)]
    page.context.route("**/data/stand-in.json", lambda route: route.fulfill(json=many))
    page.goto(f"{site}/methodology/")
    look_for(page, "lighthouse")
    shown, said = page.locator(".dl-search__hit"), page.get_by_role("status")
    expect(said).to_have_text("The best 12 of 53 results")
    page.get_by_role("button", name="Events 53").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show 24 more")).to_be_focused()
    page.keyboard.press("Enter")
    expect(shown).to_have_count(36)
    expect(said).to_have_text("The best 36 of 53 results")
    expect(page.get_by_role("combobox", name="Search")).to_be_focused()
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_contain_text("Lighthouse 12")
    expect(chosen).to_be_in_viewport()
    page.get_by_role("button", name="Show 17 more").click()
    expect(shown).to_have_count(53)
    expect(said).to_have_text("53 results")
    expect(page.get_by_role("button", name=re.compile("^Show .* more"))).to_be_hidden()
    expect(chosen).to_contain_text("Lighthouse 36")
    page.keyboard.type(" 5")
    expect(said).to_have_text("8 results")


def test_texts_are_texts_and_links_stay_here(site: str, page: Page, asked: list[str]) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{site}/methodology/")
    look_for(page, "harbour")
    listbox = page.get_by_role("listbox")
    expect(listbox).to_contain_text(HOSTILE)
    assert listbox.locator("img, script, [onerror]").count() == 0
    assert [mark for mark in listbox.locator("mark").all_inner_texts() if mark] != []
    expect(listbox.locator("mark").first).to_have_text("Harbour")
    addresses = page.locator(".dl-search__hit").evaluate_all("all => all.map((one) => one.href)")
    assert all(address.startswith(f"{site}/") for address in addresses)
    right = page.locator(".dl-search__title", has_text="اليوم")
    expect(right).to_have_css("direction", "rtl")


def test_an_error_says_so_and_can_be_tried_again(site: str, page: Page, asked: list[str]) -> None:
    refuse: Callable[[Route], None] = lambda route: route.fulfill(status=500)  # noqa: E731
    page.context.route("**/data/stand-in.json", refuse)
    page.goto(f"{site}/methodology/")
    page.get_by_role("combobox", name="Search").press_sequentially("harbour")
    expect(page.get_by_role("status")).to_have_text("The search could not be loaded.")
    page.context.unroute("**/data/stand-in.json", refuse)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".dl-search__hit")).to_have_count(len(HITS))


def test_a_box_that_does_not_come_says_so_and_comes_with_another_key(site: str, page: Page, asked: list[str]) -> None:
    refuse: Callable[[Route], None] = lambda route: route.abort()  # noqa: E731
    page.context.route("**/data/words.json", refuse)
    page.goto(f"{site}/methodology/")
    page.get_by_role("combobox", name="Search").press_sequentially("harbou")
    expect(page.get_by_role("status")).to_contain_text("another key")
    page.context.unroute("**/data/words.json", refuse)
    page.keyboard.type("r")
    expect(page.locator(".dl-search__hit")).to_have_count(len(HITS))


def test_a_slow_answer_leaves_the_last_one_standing(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/methodology/")
    look_for(page, "harbour")
    page.evaluate("""() => {
      const list = document.querySelector('.dl-search__found');
      window.emptied = 0;
      new MutationObserver(() => { if (!list.childElementCount) window.emptied++; }).observe(list, {childList: true});
    }""")
    page.keyboard.type(" accord")
    expect(page.locator(".dl-search__hit")).to_have_count(3)
    assert page.evaluate("window.emptied") == 0


def test_on_a_phone_it_takes_the_screen_and_back_closes_it(site: str, phone: Page) -> None:
    phone.goto(f"{site}/methodology/")
    opener = phone.get_by_role("button", name="Search")
    opener.tap()
    box = phone.get_by_role("combobox", name="Search")
    expect(box).to_be_focused()
    look_for(phone, "harbour")
    screen = phone.locator(".dl-search__box").bounding_box()
    assert screen == {"x": 0, "y": 0, "width": 390, "height": 844}
    phone.go_back()
    expect(box).to_be_hidden()
    expect(phone).to_have_url(f"{site}/methodology/")
    opener.tap()
    expect(box).to_be_focused()
    phone.get_by_role("button", name="Close the search").tap()
    expect(box).to_be_hidden()
    expect(opener).to_be_focused()
    opener.tap()
    expect(in_events(phone).first).to_be_visible()
    in_events(phone).first.tap()
    expect(phone).to_have_url(f"{site}/events/{SIGNED}/")
    phone.go_back()
    expect(phone).to_have_url(f"{site}/methodology/")


def test_without_scripts_a_link_leads_to_the_lists(site: str, chromium: Browser) -> None:
    context = new_context(chromium, java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{site}/methodology/")
    assert plain.locator("header input:visible").count() == 0
    plain.get_by_role("link", name="All events").click()
    expect(plain).to_have_url(f"{site}/events/")
    plain.goto(f"{site}/embed/")
    expect(plain.locator(".dl-search")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_box(scheme: str, site: str, chromium: Browser) -> None:
    context = new_context(chromium, color_scheme=scheme, viewport={"width": 1280, "height": 900})
    prepare(context)
    page = context.new_page()
    page.goto(f"{site}/methodology/")
    states = ("", "harbour", "harbour nowhere")
    for width in (1280, 390):
        resize(page, width, 844)
        for words in states:
            page.keyboard.press("Escape")
            page.keyboard.press("/")
            page.get_by_role("combobox", name="Search").fill(words)
            if words:
                expect(page.get_by_role("status")).to_contain_text("result" if words == "harbour" else "Nothing")
            found = Axe().run(page, context={"include": [["header"]]}, options=RULES).response["violations"]
            assert [json.dumps(rule["nodes"][0]["html"]) + rule["id"] for rule in found] == []
    context.close()


def test_it_is_not_printed(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/methodology/")
    look_for(page, "harbour")
    page.emulate_media(media="print")
    expect(page.locator(".dl-search")).to_be_hidden()


def test_the_theme_s_own_search_is_gone(site: str, page: Page) -> None:
    page.goto(f"{site}/methodology/", wait_until="networkidle")
    assert page.locator(".md-search").count() == 0
    for path in ("search/search_index.json", "assets/javascripts/lunr/wordcut.js"):
        assert page.request.get(f"{site}/{path}").status == 404


def test_pages_without_a_timeline_ask_for_little_of_ours(site: str, page: Page, asked: list[str]) -> None:
    page.context.unroute("**/javascripts/search/finder.js")
    page.goto(f"{site}/methodology/", wait_until="networkidle")
    at_rest = weight(site, page, asked)
    look_for(page, "harbour")
    assert 0 < at_rest <= 5_000
    assert at_rest + 5_000 < weight(site, page, asked) <= 15_000


def weight(site: str, page: Page, asked: list[str]) -> int:
    """How many bytes, gzipped, are our own scripts that were asked for."""
    ours = {path for path in asked if path.startswith("assets/javascripts/") and "bundle" not in path}
    return sum(len(gzip.compress(page.request.get(f"{site}/{path}").body())) for path in ours)
