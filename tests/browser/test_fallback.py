"""Where the drawn timeline cannot be, the page says why and what to do, and its list stays usable."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import build_harbours, new_context, settled

pytestmark = pytest.mark.browser

FROM_DISK = re.compile(r"needs a web server.*python -m http\.server -d site")
SHOWN: tuple[tuple[Literal["screen", "print"], int], ...] = (("screen", 1280), ("screen", 360), ("print", 1280))
TOO_OLD = re.compile("This browser cannot draw the timeline")


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("disk")
    build_harbours(root, more="" if request.param else "use_directory_urls: false\n")
    return root / "site"


@pytest.fixture
def disk(chromium: Browser) -> Iterator[Page]:
    """A page that may open files, and nothing else."""
    context = new_context(chromium, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    page.on(
        "request", lambda request: None if request.url.startswith(("file:", "data:")) else asked.append(request.url)
    )
    yield page
    context.close()
    assert asked == []


def test_from_disk_the_page_says_that_a_web_server_is_needed_and_how_to_start_one(folder: Path, disk: Page) -> None:
    for path in ("index.html", "timeline/index.html"):
        disk.goto((folder / path).as_uri())
        expect(disk.locator(".dl-why:visible")).to_have_text(FROM_DISK)
        expect(disk.locator(".dl-view")).to_be_hidden()


def test_from_disk_every_link_of_the_list_opens_a_page_and_leads_on(folder: Path, disk: Page) -> None:
    disk.goto((folder / "index.html").as_uri())
    disk.get_by_role("link", name="The whole timeline").click()
    expect(disk.locator("h1")).to_have_text("Timeline")
    disk.locator(".dl a[href*='harbour-accord-signed']").first.click()
    expect(disk.get_by_role("heading", name="How it was reported")).to_be_visible()


def test_from_disk_the_frame_shows_its_list(folder: Path, disk: Page) -> None:
    found = folder / "embed/index.html"
    disk.goto((found if found.exists() else folder / "embed.html").as_uri())
    expect(disk.locator(".dl-why:visible")).to_have_text(FROM_DISK)
    expect(disk.locator("main li").first).to_be_visible()
    for media, width in SHOWN:
        disk.set_viewport_size({"width": width, "height": 800})
        disk.emulate_media(media=media)
        for item in disk.locator("main li:visible").all()[:3]:
            day, title = item.locator("time").bounding_box(), item.get_by_role("link").bounding_box()
            assert day and title
            assert day["x"] >= 0, (media, width)
            assert day["x"] + day["width"] <= title["x"] or day["y"] + day["height"] <= title["y"] + 1, (media, width)


BREAKS = {
    "a module is missing": lambda route: route.fulfill(status=404),
    "a module is not understood": lambda route: route.fulfill(
        content_type="text/javascript", body="export const draw = a ??!! b;"
    ),
    "a module fails in the middle of a drawing": lambda route: route.fulfill(
        content_type="text/javascript", body="export function draw() { throw new Error('unheard of'); }"
    ),
}


@pytest.mark.parametrize("path", ["timeline/", "", "embed/"])
@pytest.mark.parametrize("case", BREAKS)
def test_a_browser_that_fails_at_a_module_gets_the_list(case: str, path: str, site: str, chromium: Browser) -> None:
    context = new_context(chromium)
    page = context.new_page()
    page.route("**/timeline/draw.js", lambda route: BREAKS[case](route))
    page.goto(f"{site}/{path}")
    expect(page.locator(".dl-why:visible")).to_have_text(TOO_OLD)
    expect(page.locator(".dl-view canvas")).to_have_count(0)
    expect(page.locator(".dl li a").first).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    "missing",
    ["ResizeObserver", "AbortController", "Array.prototype.findLast", "Intl.PluralRules", "Array.prototype.at"],
)
def test_a_browser_that_lacks_something_gets_the_list_without_an_error(
    missing: str, site: str, chromium: Browser
) -> None:
    context = new_context(chromium)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    # Material's own script needs newer things than these, so it is left out.
    page.route("**/bundle.*.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.add_init_script(f"delete window.{missing}")
    page.goto(f"{site}/timeline/")
    expect(page.locator(".dl-why:visible")).to_have_text(TOO_OLD)
    expect(page.locator(".dl-view canvas")).to_have_count(0)
    expect(page.locator(".dl li a").first).to_be_visible()
    context.close()
    assert errors == []


def test_an_old_browser_is_not_sent_to_a_third_party_for_what_it_lacks(site: str, page: Page) -> None:
    page.add_init_script("delete window.ResizeObserver")
    page.goto(f"{site}/timeline/", wait_until="networkidle")
    expect(page.locator(".dl-why:visible")).to_have_text(TOO_OLD)


def test_without_javascript_no_empty_stage_stands_above_the_list(site: str, chromium: Browser) -> None:
    context = new_context(chromium, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/timeline/")
    assert page.locator("[data-timeline]").evaluate("view => view.offsetHeight") < 40
    context.close()


def test_a_browser_that_can_draws_and_says_nothing(site: str, page: Page) -> None:
    page.goto(f"{site}/timeline/")
    settled(page)
    expect(page.locator(".dl-why:visible")).to_have_count(0)
