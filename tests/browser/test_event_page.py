"""An event's page: its evidence is one click away, each quote has an address, and it says how it is cited."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.dates.today import read_day
from generator.outputs.citations import FORMATS
from generator.outputs.citations import Citation as Cited
from tests.browser.conftest import HARBOURS, new_context, resize, settled

pytestmark = pytest.mark.browser

EVENT = "2025-11-06-vellmark-to-join-harbour-accord"


def test_a_quote_is_copied_with_where_it_is_from(site: str, chromium: Browser) -> None:
    context = new_context(chromium)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}/events/{EVENT}/")
    quote = page.locator(".dl-quote").first
    page.get_by_role("button", name="Copy quote").first.press("Enter")
    expect(page.get_by_role("status").filter(has_text="The quote is copied.")).to_be_visible()
    words, source, link = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert words == quote.inner_text()
    assert source == quote.get_attribute("data-by")
    assert re.search(r":~:text=|#q-", link)
    context.close()


def test_what_cannot_be_copied_is_said(site: str, page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto(f"{site}/events/{EVENT}/")
    page.get_by_role("button", name="Copy quote").first.click()
    expect(page.get_by_role("status").filter(has_text="did not allow copying")).to_be_visible()


def test_without_scripts_there_is_no_button_and_all_links(site: str, chromium: Browser) -> None:
    context = new_context(chromium, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/events/{EVENT}/")
    expect(page.get_by_role("button", name="Copy quote")).to_have_count(0)
    expect(page.get_by_role("link", name="Link to this quote").first).to_be_visible()
    context.close()


def test_the_script_is_loaded_only_where_quotes_are(site: str, page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{site}/timeline/")
    assert not [url for url in loaded if url.endswith("/copy.js")]
    page.goto(f"{site}/events/{EVENT}/")
    assert [url for url in loaded if url.endswith("/copy.js")]


def test_a_link_to_a_quote_lands_on_it_and_no_quote_stands_twice(site: str, page: Page) -> None:
    page.goto(f"{site}/events/{EVENT}/")
    ids: list[str] = page.locator(".dl-quote").evaluate_all("quotes => quotes.map(quote => quote.id)")
    assert len(ids) == len(set(ids)) > 0
    page.get_by_role("link", name="Link to this quote").last.click()
    expect(page).to_have_url(re.compile(f"#{ids[-1]}$"))
    target = page.locator(".dl-quote:target")
    expect(target).to_be_in_viewport()
    header = page.locator(".md-header").bounding_box()
    box = target.bounding_box()
    assert header and box and box["y"] >= header["y"] + header["height"]


def test_the_files_of_the_citation_are_there(site: str, page: Page) -> None:
    page.goto(f"{site}/events/{EVENT}/")
    for name, begin in {"BibTeX": "@online{", "RIS": "TY  - ELEC", "CSL-JSON": "["}.items():
        address = page.get_by_role("link", name=name, exact=True).evaluate("link => link.href")
        assert address.startswith(f"{site}/events/{EVENT}/cite.")
        answer = page.request.get(address)
        assert answer.ok and answer.text().startswith(begin)


def test_a_citation_has_the_page_s_own_address_where_the_site_knows_none(site: str, chromium: Browser) -> None:
    context = new_context(chromium, accept_downloads=True)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}/events/{EVENT}/?from=elsewhere#cite-this-page")
    own = f"{site}/events/{EVENT}/"
    cite = page.locator(".dl-cite")
    expect(cite).to_contain_text(own)
    page.get_by_role("button", name="Copy citation").press("Enter")
    expect(page.get_by_role("status").filter(has_text="The citation is copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == cite.inner_text().strip()
    (item,) = page.request.get(f"{own}cite.json").json()
    assert "URL" not in item
    day = read_day("-".join(f"{part:02d}" for part in item["accessed"]["date-parts"][0]))
    known = Cited(item["id"], item["title"], item["container-title"], own, day, item["language"])
    for file, (name, write) in FORMATS.items():
        page.get_by_role("link", name=name, exact=True).press("Enter")
        shown = page.get_by_role("group", name=name)
        expect(shown).to_contain_text(own)
        text = str(shown.evaluate("pre => pre.textContent"))
        assert text == write(known), "as the generator writes it for a site that knows its address"
        page.locator(".dl-cited").get_by_role("button", name="Copy citation").click()
        page.wait_for_function("text => navigator.clipboard.readText().then(copied => copied === text)", arg=text)
        with page.expect_download() as download:
            page.get_by_role("link", name="Download").click()
        assert download.value.suggested_filename == f"{EVENT}{Path(file).suffix}"
        assert download.value.path().read_bytes().decode() == text
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("link", name="CSL-JSON", exact=True).click()
    expect(page.locator(".dl-cited pre")).to_have_count(0)
    context.close()


def test_without_scripts_a_citation_has_no_address_and_its_files_are_links(site: str, chromium: Browser) -> None:
    context = new_context(chromium, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/events/{EVENT}/")
    expect(page.locator(".dl-cite__address")).to_be_hidden()
    expect(page.get_by_role("button", name="Copy citation")).to_have_count(0)
    expect(page.get_by_role("link", name="BibTeX", exact=True)).to_be_visible()
    context.close()


def test_an_event_is_shown_on_the_timeline(site: str, page: Page) -> None:
    page.goto(f"{site}/events/{EVENT}/")
    page.get_by_role("link", name="Show on the timeline").click()
    settled(page)
    expect(page.locator(".dl-panel")).to_be_visible()
    expect(page).to_have_url(re.compile(rf"/timeline/\?event={EVENT}"))


def test_every_report_links_to_its_publisher(site: str, page: Page) -> None:
    page.goto(f"{site}/events/{EVENT}/")
    cards = page.locator("li:has(> p > .dl-report)")
    assert cards.count() > 1
    for card in cards.all():
        name = (card.locator(".dl-report a").get_attribute("href") or "").rstrip("/").rpartition("/")[2]
        (record,) = [text for path, text in HARBOURS.files.items() if path.endswith(f"/{name}.yaml")]
        if "\nurl: " not in record:
            continue
        expect(card.get_by_role("link", name="Open the article")).to_have_attribute("href", re.compile("^https?://"))


@pytest.mark.parametrize("width", [360, 1280])
def test_who_reported_when_fits_and_axe_finds_nothing(width: int, site: str, page: Page) -> None:
    page.goto(f"{site}/events/{EVENT}/")
    resize(page, width, 800)
    expect(page.locator(".dl-lag--first")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    context = {"include": [["main"]], "exclude": [[".md-sidebar"]]}
    assert Axe().run(page, context=context, options={"runOnly": rules}).response["violations"] == []


def test_no_date_breaks_inside_on_a_phone(site: str, page: Page) -> None:
    page.goto(f"{site}/events/{EVENT}/")
    resize(page, 360, 640)
    broken = "times => times.filter(time => time.getClientRects().length > 1).length"
    assert page.locator("main time").count() > 3
    assert page.locator("main time").evaluate_all(broken) == 0
    tall = "times => times.filter(time => time.offsetHeight > 1.9 * parseFloat(getComputedStyle(time).lineHeight))"
    assert page.locator(".dl-note time").evaluate_all(f"times => ({tall})(times).length") == 0
