"""The form for a new event: a newcomer fills it in, on a desk and on a phone, and gets records that pass the check."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import (
    ENVIRONMENT,
    REPOSITORY,
    build_harbours,
    close,
    new_context,
    serve_folder,
    write_harbours,
)
from tests.browser.test_accessibility import findings
from tests.browser.test_markup import complaints, fetch

pytestmark = pytest.mark.browser

DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
TITLE = 'The "Harbour" office: opened <b>today</b> #1'
WHICH = "Does this site have the article already?"
KNOWN = "Ferry line to Dunmere agreed"
QUOTE = "It's “open”: the office's doors, said the mayor's aide"


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def form(request: pytest.FixtureRequest, site: str, chromium: Browser) -> Iterator[Page]:
    """The form, which asks nothing of any other host and fails no script."""
    context = new_context(chromium, **request.param)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda sent: wrong.append(sent.url) if not sent.url.startswith((site, "blob:")) else None)
    page.on("request", lambda sent: wrong.append(sent.method) if sent.method != "GET" else None)
    page.goto(f"{site}/contribute/new/")
    expect(page.locator(".dl-form")).to_be_visible()
    yield page
    context.close()
    assert wrong == []


def fill(page: Page) -> None:
    """Fill in what a newcomer would, of an article and an outlet that are new."""
    page.get_by_label("What happened").fill(TITLE)
    page.get_by_label("When", exact=True).fill("2025-11-20")
    page.get_by_label("What has become of it").select_option("occurred")
    page.get_by_label("What sort of event").select_option(index=1)
    page.locator("#dl-f-actors").fill("Vellmark")
    page.get_by_role("button", name="Add: Who takes part").click()
    page.locator("#dl-f-which").select_option("new")
    page.get_by_label("Headline").fill("New office: 'open'")
    page.get_by_label("Outlet").fill("The Example Herald")
    page.get_by_label("Address").fill("https://example.org/a?b=1&c=2")
    page.get_by_label("Published on").fill("2025-11-21")
    page.get_by_label("Language of the article").fill("en")
    page.locator("#dl-f-quote").fill(QUOTE)
    page.get_by_label("the date", exact=True).check()


def _dateline(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**ENVIRONMENT, "PYTHONPATH": str(REPOSITORY)}
    program = [sys.executable, "-m", "generator", *command]
    return subprocess.run(program, cwd=root, env=environment, capture_output=True, text=True, timeout=120, check=False)


def _add(page: Page, number: int) -> Locator:
    """Ask for one article more, by keyboard, and return its group, in which the focus is."""
    page.get_by_role("button", name="Add another article").press("Enter")
    group = page.get_by_role("group", name=f"Article {number} of {number}")
    expect(group.get_by_label(WHICH)).to_be_focused()
    page.wait_for_function("group => group.getBoundingClientRect().top < 120", arg=group.element_handle())
    expect(group.locator("legend").first).to_be_in_viewport()
    expect(page.locator(".dl-form__told")).to_have_text(f"Article {number} was added.")
    return group


def _written(page: Page, tmp_path: Path) -> tuple[Path, list[Path]]:
    """The fixture site with the form's files in it, and these."""
    root = write_harbours(tmp_path)
    written = []
    for part in page.locator(".dl-form__file").all():
        path = root / part.locator("h3").inner_text()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(part.locator("pre").evaluate("pre => pre.textContent"), encoding="utf-8")
        written.append(path)
    return root, written


def _assert_passes(root: Path, written: list[Path]) -> None:
    check = _dateline(root, "check")
    assert check.returncode == 0, check.stdout + check.stderr
    fmt = _dateline(root, "fmt", "--check")
    told = fmt.stdout + fmt.stderr
    assert [path for path in written if path.name in told] == []


def test_what_a_newcomer_writes_passes_the_check(form: Page, tmp_path: Path) -> None:
    fill(form)
    expect(form.locator("#dl-n-date")).to_have_text("20 November 2025.")
    expect(form.locator("[data-preview]")).to_contain_text(TITLE)
    form.get_by_role("button", name="Check and write").click()
    expect(form.get_by_role("heading", name="The records", exact=True)).to_be_focused()
    assert findings(form) == []
    assert form.evaluate("document.documentElement.scrollWidth <= innerWidth")
    root, written = _written(form, tmp_path)
    assert len(written) == 3
    _assert_passes(root, written)


def test_each_record_is_copied_and_downloaded_as_it_stands(form: Page) -> None:
    form.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill(form)
    form.get_by_role("button", name="Check and write").click()
    files = form.locator(".dl-form__file")
    expect(files).to_have_count(3)
    for file in files.all():
        path, text = file.locator("h3").inner_text(), file.locator("pre").evaluate("pre => pre.textContent")
        file.get_by_role("button", name="Copy").click()
        expect(form.locator(".dl-form__told")).to_have_text("Copied.")
        assert form.evaluate("navigator.clipboard.readText()") == text
        with form.expect_download() as download:
            file.get_by_role("button", name="Download").click()
        assert download.value.suggested_filename == Path(path).name
        assert Path(download.value.path()).read_text(encoding="utf-8") == text


def test_further_articles_stand_in_the_same_record(form: Page, tmp_path: Path) -> None:
    fill(form)
    second = _add(form, 2)
    expect(form.get_by_role("group", name="Article 1 of 2")).to_be_visible()
    second.get_by_label("Which article").fill(KNOWN)
    second.get_by_label("Quote", exact=True).fill("A second outlet's words")
    second.get_by_label("The words for the date").fill("on Thursday")
    second.get_by_label("the status", exact=True).check()
    third = _add(form, 3)
    third.get_by_label(WHICH).select_option("new")
    expect(second.get_by_label("Headline")).to_be_hidden()
    third.get_by_label("Headline").fill("Office opened")
    third.get_by_label("Outlet").fill("The Example Herald")
    third.get_by_label("Published on").fill("2025-11-22")
    expect(third.locator(".dl-field__note").filter(has_text="22 November 2025.")).to_be_visible()
    third.get_by_label("Language of the article").fill("en")
    third.get_by_label("Or what it says").fill("The office is open.")
    _add(form, 4)
    preview = form.locator("[data-preview]")
    for words in (QUOTE, "A second outlet's words", KNOWN, "The office is open.", "Office opened · The Example Herald"):
        expect(preview).to_contain_text(words)
    assert findings(form) == []
    assert form.evaluate("document.documentElement.scrollWidth <= innerWidth")
    form.get_by_role("button", name="Check and write").click()
    expect(form.get_by_role("heading", name="The records", exact=True)).to_be_focused()
    root, written = _written(form, tmp_path)
    assert [path.parts[-3 if path.parent.name.isdigit() else -2] for path in written] == [
        *("events", "articles", "outlets", "articles")
    ]
    evidence = yaml.safe_load(written[0].read_text(encoding="utf-8"))["evidence"]
    assert [(one.get("quote"), one.get("says"), one.get("date_words"), one.get("supports")) for one in evidence] == [
        (QUOTE, None, None, ["date"]),
        ("A second outlet's words", None, "on Thursday", ["status"]),
        (None, "The office is open.", None, None),
    ]
    _assert_passes(root, written)


def test_what_is_wrong_with_a_further_article_is_told_there(form: Page) -> None:
    fill(form)
    second = _add(form, 2)
    second.get_by_label("Quote", exact=True).fill("x" * 302)
    expect(second.get_by_text("2 characters too many")).to_be_visible()
    expect(form.locator("#dl-n-quote")).to_contain_text("characters left")
    form.get_by_role("button", name="Check and write").click()
    links = form.locator(".dl-form__errors").get_by_role("link")
    expect(links).to_have_text(
        [
            "Article 2, Which article: Choose an article of the list, or say above that it is new here.",
            "Article 2, Quote: At most 300 characters.",
        ]
    )
    expect(form.locator("#dl-e-quote")).to_be_empty()
    expect(second.get_by_label("Quote", exact=True)).to_have_attribute("aria-invalid", "true")
    expect(second.get_by_label("Quote", exact=True)).to_have_css("border-top-width", "2px")
    assert findings(form) == []
    links.first.click()
    expect(second.get_by_label("Which article")).to_be_focused()
    second.get_by_label("Which article").fill("No such headline")
    expect(second.get_by_label("Which article")).not_to_have_attribute("aria-invalid", "true")
    second.get_by_label("Quote", exact=True).fill("")
    form.get_by_role("button", name="Check and write").click()
    expect(links).to_have_text([re.compile("Article 2, Which article: There is no"), re.compile("Write a quote")])
    second.get_by_label("Or what it says").fill("It is open.")
    expect(second.get_by_label("Quote", exact=True)).not_to_have_attribute("aria-invalid", "true")


def test_an_article_is_taken_out_again_by_keyboard(form: Page) -> None:
    fill(form)
    for number in (2, 3):
        _add(form, number).get_by_label("Quote", exact=True).fill(f"words {number}")
    form.reload()
    third = form.get_by_role("group", name="Article 3 of 3")
    expect(third.get_by_label("Quote", exact=True)).to_have_value("words 3")
    form.get_by_role("button", name="Remove article 1").press("Enter")
    told = form.get_by_role("status").filter(has_text="Article 1 was removed.")
    expect(told).to_be_attached()
    first = form.get_by_role("group", name="Article 1 of 2")
    expect(first.get_by_label(WHICH)).to_be_focused()
    expect(first.get_by_label("Quote", exact=True)).to_have_value("words 2")
    form.get_by_role("button", name="Remove article 2").press("Enter")
    expect(form.get_by_role("button", name="Add another article")).to_be_focused()
    bring = form.get_by_role("button", name="Bring it back")
    bring.press("Enter")
    again = form.get_by_role("group", name="Article 2 of 2")
    expect(again.get_by_label(WHICH)).to_be_focused()
    expect(again.get_by_label("Quote", exact=True)).to_have_value("words 3")
    expect(form.locator(".dl-form__told")).to_have_text("Article 2 is back.")
    expect(bring).to_be_hidden()
    form.get_by_role("button", name="Remove article 2").press("Enter")
    only = form.get_by_role("group", name="The article that says so")
    expect(only.get_by_label("Quote", exact=True)).to_have_value("words 2")
    expect(form.get_by_role("button", name="Remove article")).to_have_count(0)
    assert "words 3" not in form.evaluate("localStorage.getItem('dateline-new-event')")
    _add(form, 2)
    form.get_by_role("button", name="Clear the form").click()
    expect(only.get_by_label("Quote", exact=True)).to_have_value("")
    expect(form.locator(".dl-form__source")).to_have_count(1)
    expect(bring).to_be_hidden()


def test_what_is_wrong_is_told_at_its_field_and_in_a_summary(form: Page) -> None:
    form.get_by_role("button", name="Check and write").click()
    summary = form.locator(".dl-form__errors")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("What happened: This is needed.")
    expect(form.get_by_label("What happened")).to_have_attribute("aria-invalid", "true")
    expect(form.get_by_label("What happened")).to_have_accessible_description(
        "One neutral sentence, without loaded words. This is needed."
    )
    assert findings(form) == []
    summary.get_by_role("link").first.click()
    expect(form.get_by_label("What happened")).to_be_focused()
    form.locator("#dl-f-quote").fill("x" * 301)
    expect(form.locator("#dl-n-quote")).to_have_text("1 character too many")
    for typed, told in {
        "6 November 2025": "This is no date. Did you mean 2025-11-06?",
        "06/11/2025": "This may be two days: write 2025-11-06 or 2025-06-11.",
        "2025~": "about 2025: from 1 January 2025 to 31 December 2025.",
        "../2025-11-06": "by 6 November 2025: until 6 November 2025.",
    }.items():
        form.get_by_label("When", exact=True).fill(typed)
        expect(form.locator("#dl-n-date")).to_have_text(told)
    form.locator("#dl-f-actors").fill("Nobody <i>here</i>")
    form.get_by_role("button", name="Add: Who takes part").click()
    expect(form.locator("#dl-e-actors")).to_contain_text("There is no record of “Nobody <i>here</i>”")


def test_what_is_typed_outlives_a_reload_until_it_is_cleared(form: Page) -> None:
    fill(form)
    form.reload()
    expect(form.get_by_label("What happened")).to_have_value(TITLE)
    expect(form.locator(".dl-chosen button")).to_have_count(1)
    expect(form.locator("#dl-n-date")).to_have_text("20 November 2025.")
    form.get_by_role("button", name="Clear the form").click()
    expect(form.get_by_label("What happened")).to_have_value("")
    assert form.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('dateline'))") == []


def test_the_records_are_fetched_when_the_form_is_first_used(site: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto(f"{site}/contribute/new/", wait_until="networkidle")
    assert not [url for url in asked if "form.json" in url]
    with page.expect_response("**/data/form.json"):
        page.get_by_label("What happened").focus()
    page.locator("#dl-f-places").fill("port elm")
    expect(page.locator("#dl-l-places option")).to_have_count(1)


def test_without_javascript_the_page_tells_how_to_write_a_record(site: str, chromium: Browser) -> None:
    context = new_context(chromium, java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{site}/contribute/new/")
    expect(plain.locator(".dl-form")).to_be_hidden()
    expect(plain.get_by_role("heading", name="Without the form")).to_be_visible()
    expect(plain.get_by_role("link", name="Every field of every record")).to_be_visible()
    context.close()


def test_its_markup_is_sound(site: str, tmp_path: Path) -> None:
    assert complaints({"new": fetch(f"{site}/contribute/new/")}, tmp_path) == []


def test_the_forge_s_page_for_a_new_file_is_filled_in(tmp_path: Path, chromium: Browser) -> None:
    build_harbours(tmp_path, DATELINE_REPO_URL="https://github.com/somebody/harbours")
    server, address = serve_folder(tmp_path / "site")
    page = new_context(chromium).new_page()
    page.goto(f"{address}/contribute/new/")
    fill(page)
    page.get_by_role("button", name="Check and write").click()
    link = page.get_by_role("link", name="Open in the repository").first
    assert (link.get_attribute("href") or "").startswith(
        "https://github.com/somebody/harbours/new/main/content/events/2025?filename=2025-11-20-"
    )
    for number in range(2, 7):
        group = _add(page, number)
        group.get_by_label("Which article").fill(KNOWN)
        group.get_by_label("Quote", exact=True).fill("פתוח" * 70)
    page.get_by_role("button", name="Check and write").click()
    expect(link).to_have_attribute("href", re.compile(r"/new/main/content/events/2025\?filename=[\w-]+\.yaml$"))
    expect(page.get_by_text("It is too long for a link: copy it first, and paste it there.")).to_have_count(1)
    page.context.close()
    close(server)
