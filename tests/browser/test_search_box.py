"""The search box of every page, over a stand-in for the engine whose answers are known."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from generator.story.lock import quote_hash
from tests.browser.conftest import new_context, resize, settled
from tests.browser.test_accessibility import RULES
from tests.browser.test_instant_navigation import instant_site  # noqa: F401  # a fixture

pytestmark = pytest.mark.browser

# The engine's interface over a list of hits: a word has to stand in the title or the excerpt.
ENGINE = """
const TITLES = { 'lantern-forum': 'The Lantern Forum', 'vellmark-accession': 'Vellmark and the Accord' };
const titled = (counts) => Object.fromEntries(Object.keys(counts).map((id) => [id, TITLES[id]]));
export function createFinder({ base, fetch }) {
  let hits;
  return {
    async find(text, { kinds = [], year, storyline, limit = 10 } = {}) {
      hits ??= fetch(`${base}data/stand-in.json`).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status}`);
        return answer.json();
      });
      const words = text.toLowerCase().split(/ +/);
      const matching = (await hits).filter((hit) =>
        words.every((word) => `${hit.title} ${hit.excerpt.text}`.toLowerCase().includes(word)));
      const fits = (hit, but) => (but === 'kind' || !kinds.length || kinds.includes(hit.kind))
        && (but === 'year' || !year || hit.year === year)
        && (but === 'storyline' || !storyline || hit.storyline === storyline);
      const counted = (name) => {
        const found = {};
        for (const hit of matching) if (hit[name] && fits(hit, name)) found[hit[name]] = (found[hit[name]] ?? 0) + 1;
        return found;
      };
      const shown = matching.filter((hit) => fits(hit));
      return { hits: shown.slice(0, limit), total: shown.length, kinds: counted('kind'), years: counted('year'),
        storylines: counted('storyline'), titles: titled(counted('storyline')), whole: true, more: false };
    },
  };
}
"""
SIGNED = "2020-09-15-harbour-accord-signed"
# As the search's data have it, which tests/outputs/test_find.py holds to the event's page.
QUOTED = f"events/{SIGNED}/#q-{quote_hash('2020-09-17-ha-namal-signing ההסכם נחתם ברציף הלבן')[:10]}"
HOSTILE = "<img src=x onerror=alert(1)> harbour </a><script>alert(2)</script>"


def hit(kind: str, name: str, title: str, href: str, **more: Any) -> dict[str, Any]:
    """A hit whose first word is marked."""
    excerpt = more.pop("excerpt", "")
    marks = [[0, len(title.split(maxsplit=1)[0])]]
    plain = {"date": "", "excerpt": {"text": excerpt, "marks": []}, "titleMarks": marks}
    return {"kind": kind, "id": name, "title": title, "href": href, **plain, **more}


HITS = [
    hit(
        "event",
        SIGNED,
        "Harbour Accord signed",
        f"events/{SIGNED}/",
        date="15 September 2020",
        excerpt="The ministers signed.",
        year=2020,
        storyline="lantern-forum",
    ),
    hit(
        "event",
        "2025-11-06-vellmark-to-join-harbour-accord",
        "Vellmark to join the Harbour Accord",
        "events/2025-11-06-vellmark-to-join-harbour-accord/",
        date="6 November 2025",
        year=2025,
        storyline="vellmark-accession",
    ),
    hit("outlet", "al-marsa", "اليوم harbour", "outlets/al-marsa/"),
    hit("quote", SIGNED, "harbour quoted", QUOTED, excerpt="We sign the Harbour Accord", year=2020),
    hit("page", "evil", HOSTILE, "methodology/", excerpt=HOSTILE),
    hit("page", "away", "leaving the harbour", "https://elsewhere.example/"),
]


def prepare(context: BrowserContext) -> list[str]:
    """Put the stand-in in place; gives the paths of all that is asked for."""
    asked: list[str] = []
    context.on("request", lambda request: asked.append(re.sub(r"^https?://[^/]+/", "", request.url)))
    context.route(
        "**/javascripts/search/finder.js", lambda route: route.fulfill(body=ENGINE, content_type="text/javascript")
    )
    context.route("**/data/stand-in.json", lambda route: route.fulfill(json=HITS))
    return asked


@pytest.fixture
def asked(page: Page) -> list[str]:
    return prepare(page.context)


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    context = new_context(chromium, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    prepare(context)
    yield context.new_page()
    context.close()


def look_for(page: Page, words: str) -> None:
    page.get_by_role("combobox", name="Search").press_sequentially(words)
    expect(page.locator(".dl-search__said")).to_contain_text("result")


def in_events(found: Page) -> Any:
    return found.get_by_role("group", name="Events").get_by_role("option")


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


def test_a_name_that_is_typed_stands_first_and_enter_opens_it(site: str, page: Page) -> None:
    page.goto(f"{site}/methodology/")
    page.keyboard.press("/")
    look_for(page, "harbour post")
    expect(page.locator(".dl-search__kind").first).to_have_text("Outlets")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/outlets/harbour-post/")


def test_enter_before_the_answer_opens_the_first(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/methodology/")
    page.keyboard.press("/")
    page.wait_for_load_state("networkidle")
    page.keyboard.type("vellmark")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/events/2025-11-06-vellmark"))


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


@pytest.mark.parametrize("address", ["methodology/?search=harbour", "methodology/?q=harbour&h=x"])
def test_a_link_with_words_opens_the_box(address: str, site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/{address}")
    expect(page.locator(".dl-search__hit")).to_have_count(len(HITS))
    expect(page).to_have_url(f"{site}/methodology/?search=harbour")
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{site}/methodology/")


@pytest.mark.parametrize("path", ["timeline/?kind=visit", "storylines/harbour-accord/", "embed/"])
def test_on_a_timeline_an_event_is_flown_to(path: str, site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/{path}")
    settled(page)
    page.evaluate("window.stayed = true")
    look_for(page, "harbour accord signed")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    panel = page.locator(".dl-panel")
    expect(panel.get_by_role("heading").first).to_contain_text("Harbour Accord")
    expect(page).to_have_url(re.compile(f"event={SIGNED}"))
    expect(page.locator(".dl-search__panel")).to_be_hidden()
    assert page.evaluate("window.stayed")


def test_an_event_of_another_storyline_opens_its_page(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/storylines/lantern-forum/")
    settled(page)
    look_for(page, "vellmark")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/events/2025-11-06-vellmark-to-join-harbour-accord/")


def test_a_timeline_is_narrowed_to_what_was_looked_for(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/timeline/")
    settled(page)
    look_for(page, "vellmark")
    page.get_by_role("button", name="Show only these on the timeline").click()
    expect(page).to_have_url(f"{site}/timeline/?find=vellmark")
    expect(page.get_by_role("button", name="Filters (1)")).to_be_visible()


def test_an_old_link_narrows_the_timeline_and_is_rewritten(site: str, page: Page, asked: list[str]) -> None:
    page.goto(f"{site}/timeline/?q=vellmark")
    settled(page)
    expect(page).to_have_url(f"{site}/timeline/?find=vellmark")
    expect(page.locator(".dl-search__panel")).to_be_hidden()


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


def test_on_a_phone_s_timeline_an_event_opens_in_place(site: str, phone: Page) -> None:
    phone.goto(f"{site}/timeline/")
    settled(phone)
    phone.get_by_role("button", name="Search").tap()
    look_for(phone, "harbour accord signed")
    in_events(phone).first.tap()
    expect(phone.locator(".dl-panel").get_by_role("heading").first).to_contain_text("Harbour Accord")
    expect(phone).to_have_url(re.compile(f"timeline/.*event={SIGNED}"))
    settled(phone)
    assert "event=" in phone.url and "from=" not in phone.url, "a story has no range"


def test_instant_navigation_keeps_the_box(instant_site: str, page: Page, asked: list[str]) -> None:  # noqa: F811
    page.goto(f"{instant_site}/methodology/")
    page.evaluate("window.stayed = true")
    for words, path in (("vellmark", "/events/2025-11-06-vellmark"), ("quoted", f"/events/{SIGNED}/")):
        page.keyboard.press("/")
        page.get_by_role("combobox", name="Search").fill(words)
        expect(page.locator(".dl-search__hit")).to_have_count(1)
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(re.escape(path)))
        expect(page.locator(".dl-search__panel")).to_be_hidden()
    expect(page).to_have_url(f"{instant_site}/{QUOTED}")
    expect(page.locator(f"#{QUOTED.partition('#')[2]}")).to_be_in_viewport()
    assert page.evaluate("window.stayed")


def test_a_quote_is_landed_on(site: str, page: Page, asked: list[str]) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(f"{site}/methodology/")
    look_for(page, "quoted")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/{QUOTED}")
    expect(page.locator(f"#{QUOTED.partition('#')[2]}")).to_be_in_viewport()


def test_without_scripts_a_link_leads_to_the_lists(site: str, chromium: Browser) -> None:
    context = new_context(chromium, java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{site}/methodology/")
    assert plain.locator("header input:visible").count() == 0
    plain.get_by_role("link", name="All events").click()
    expect(plain).to_have_url(f"{site}/events/")
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
