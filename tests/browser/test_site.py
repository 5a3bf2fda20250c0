"""The built site in a real browser: every kind of page opens, works at both widths, and leads on to the evidence."""

import re
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser.conftest import HARBOURS, REPOSITORY, Live, close, new_context, resize, serve_folder, standing_events
from tests.examples import SETTINGS, Example, read_example

pytestmark = pytest.mark.browser

PAGES = {
    "": "h2:has-text('Landmarks')",
    "timeline/": "h2:has-text('2025')",
    "events/2025-11-06-vellmark-to-join-harbour-accord/": "h2:has-text('How it was reported')",
    "articles/2025-11-06-al-marsa-vellmark-to-join/": "h2:has-text('What it is cited for')",
    "outlets/al-marsa/": "h2:has-text('Its articles')",
    "actors/vellmark/": "h2:has-text('2025')",
    "places/port-elm/": "h2:has-text('2025')",
    "storylines/vellmark-accession/": "h2:has-text('2025')",
    "years/2025/": "h2:has-text('November 2025')",
    "upcoming/": "h2:has-text('Overdue')",
    "needs-work/": "h2:has-text('Without a quote')",
    "events/": "h1",
    "articles/": "h1",
    "outlets/": "h1",
    "actors/": "h1",
    "places/": "h1",
    "storylines/": "h1",
    "methodology/": "h1",
    "contribute/": "h1",
    "project/architecture/": "h1",
    "project/decisions/": "h1",
}


@pytest.mark.parametrize("path", PAGES)
def test_every_kind_of_page_opens_and_fits_a_telephone(path: str, site: str, page: Page) -> None:
    response = page.goto(f"{site}/{path}")
    assert response is not None
    assert response.status == 200
    expect(page.locator(PAGES[path]).first).to_be_visible()
    expect(page.locator("h1")).to_have_count(1)
    resize(page, 390, 844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_reader_goes_from_the_home_page_to_an_event_and_its_article(site: str, page: Page) -> None:
    page.goto(site)
    page.get_by_role("link", name="Timeline", exact=True).first.click()
    expect(page).to_have_url(re.compile("/timeline/$"))
    page.locator(".dl a[href*='vellmark-to-join']").first.click()
    expect(page.get_by_role("heading", name="How it was reported")).to_be_visible()
    page.locator("a[href*='articles/2025-11-06-al-marsa']").first.click()
    expect(page.locator("h1")).to_have_text("Vellmark to join 'Harbour Accord', deepen ties with 'Elmark'")
    expect(page.get_by_text("verified against the text").first).to_be_visible()


def test_the_timeline_is_complete_without_javascript(site: str, chromium: Browser) -> None:
    context = new_context(chromium, java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{site}/timeline/")
    assert plain.locator("li:has(> .dl-row)").count() == len(standing_events())
    context.close()


def test_an_event_is_edited_in_its_yaml_file(site: str, page: Page) -> None:
    page.goto(f"{site}/events/2025-11-06-vellmark-to-join-harbour-accord/")
    link = page.get_by_role("link", name="Edit this record")
    expect(link).to_have_attribute("href", "../../records/events/2025/2025-11-06-vellmark-to-join-harbour-accord.yaml")
    response = page.request.get(f"{site}/records/events/2025/2025-11-06-vellmark-to-join-harbour-accord.yaml")
    assert response.text().startswith("title: ")


def test_search_finds_an_event(site: str, page: Page) -> None:
    page.goto(site)
    page.get_by_role("combobox", name="Search").press_sequentially("Vellmark")
    expect(page.locator(".dl-search__hit").first).to_contain_text("Vellmark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_enough_contrast_in_both_schemes(scheme: str, site: str, chromium: Browser) -> None:
    context = new_context(chromium, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{site}/events/2025-11-06-vellmark-to-join-harbour-accord/")
    ratios = page.evaluate(CONTRAST)
    context.close()
    assert len(ratios) > 20
    assert {text: ratio for text, ratio in ratios.items() if ratio < 4.5} == {}


# WCAG 2.2, 1.4.3: the ratio of relative luminances of a text and of the nearest background below it.
CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const luminance = c => [0, 1, 2].map(i => c[i] / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const background = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const found = {};
  for (const element of document.querySelectorAll('.dl *, .dl-footer *, .md-tabs a')) {
    const text = [...element.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join('');
    if (!text || !element.offsetParent) continue;
    const [a, b] = [luminance(rgba(getComputedStyle(element).color)), luminance(background(element))];
    found[text] = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
  return found;
}"""


def write_site(example: Example, root: Path) -> Path:
    """Write an example of June 2031 with the harbours' hand-written pages and settings."""
    pages = {path: text for path, text in HARBOURS.files.items() if path.startswith("content/pages/")}
    settings = HARBOURS.files[SETTINGS].replace("  - dateline:\n", "  - dateline:\n      today: 2031-06-01\n")
    copytree(REPOSITORY / "theme_overrides", root / "theme_overrides")
    return Example(example.name, {**pages, **example.files, SETTINGS: settings}, "").write(root)


def test_a_quote_s_link_opens_the_article_at_the_very_words(tmp_path: Path, chromium: Browser) -> None:
    article = tmp_path / "articles"
    article.mkdir()
    filler = "<p>Something else.</p>" * 200
    (article / "treaty.html").write_text(f"<title>Treaty</title>{filler}<p>They signed the treaty on Thursday.</p>")
    press, address = serve_folder(article)
    root = tmp_path / "project"
    example = read_example("a-clean-project")
    example.files["content/articles/2031-05-02-harbour-post-treaty.yaml"] = (
        f"title: Treaty\noutlet: harbour-post\nurl: {address}/treaty.html\npublished: 2031-05-02\nlanguage: en\n"
    )
    event = "content/events/2031/2031-05-01-treaty-signed.yaml"
    example.files[event] = example.files[event].replace("says: The treaty was signed", "quote: signed the treaty")
    live = Live(write_site(example, root))
    page = new_context(chromium).new_page()
    try:
        live.wait()
        page.goto(f"{live.address}/events/2031-05-01-treaty-signed/")
        page.get_by_role("link", name="Read it in the article").first.click()
        expect(page).to_have_title("Treaty")
        page.wait_for_function("scrollY > 1000")
    finally:
        page.close()
        live.stop()
        close(press)


def test_a_hostile_record_does_nothing_in_its_page_nor_in_the_search(tmp_path: Path, chromium: Browser) -> None:
    example = read_example("everything")
    live = Live(write_site(example, tmp_path / "project"))
    page = new_context(chromium).new_page()
    dialogs: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    try:
        live.wait()
        for path in ("", "events/1990-founded/", "timeline/", "needs-work/", "actors/port-authority/"):
            page.goto(f"{live.address}/{path}")
            assert page.locator(".dl script, .dl img, .dl [onerror], a[href^='javascript:']").count() == 0
        page.get_by_role("combobox", name="Search").press_sequentially("founded")
        expect(page.locator(".dl-search__hit").first).to_contain_text("founded")
        assert page.locator(".dl-search :is(script, img, [onerror])").count() == 0
    finally:
        page.close()
        live.stop()
    assert dialogs == []
