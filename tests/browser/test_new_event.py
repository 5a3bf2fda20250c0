"""The form for a new event: a newcomer fills it in, on a desk and on a phone, and gets records that pass the check."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

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


def test_what_a_newcomer_writes_passes_the_check(form: Page, tmp_path: Path) -> None:
    fill(form)
    expect(form.locator("#dl-n-date")).to_have_text("20 November 2025.")
    expect(form.locator("[data-preview]")).to_contain_text(TITLE)
    form.get_by_role("button", name="Check and write").click()
    expect(form.get_by_role("heading", name="The records", exact=True)).to_be_focused()
    assert findings(form) == []
    assert form.evaluate("document.documentElement.scrollWidth <= innerWidth")
    root = write_harbours(tmp_path)
    written = []
    for part in form.locator(".dl-form__file").all():
        path = root / part.locator("h3").inner_text()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(part.locator("pre").evaluate("pre => pre.textContent"), encoding="utf-8")
        written.append(str(path))
    assert len(written) == 3
    check = _dateline(root, "check")
    assert check.returncode == 0, check.stdout + check.stderr
    fmt = _dateline(root, "fmt", "--check")
    told = fmt.stdout + fmt.stderr
    assert [path for path in written if Path(path).name in told] == []


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
    page.context.close()
    close(server)
