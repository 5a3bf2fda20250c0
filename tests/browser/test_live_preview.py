"""`mkdocs serve` with a real browser: whatever changes on disk, the open page follows by itself."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Live

pytestmark = pytest.mark.browser

EVENT = "content/events/2025/2025-11-06-vellmark-to-join-harbour-accord.yaml"
NEW = "content/events/2025/2025-11-30-a-test-of-the-preview.yaml"
RECORD = """title: A test of the preview
date: 2025-11-30
kind: meeting
evidence:
  - article: 2025-11-06-al-marsa-vellmark-to-join
    says: It is only a test.
"""
SOON = 30_000


def edit(file: Path, old: str, new: str) -> None:
    """Change a file as an editor does: the new text takes the old one's place in one step."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    written = file.with_name(f".{file.name}.swp")
    written.write_text(text.replace(old, new, 1), encoding="utf-8")
    written.replace(file)


def test_changing_adding_renaming_and_deleting_records_and_templates_updates_the_browser(
    live: Live, page: Page
) -> None:
    title = next(line for line in (live.root / EVENT).read_text().splitlines() if line.startswith("title: "))
    page.goto(f"{live.address}/events/2025-11-06-vellmark-to-join-harbour-accord/")
    edit(live.root / EVENT, title, "title: Changed while you look")
    expect(page.locator("h1")).to_have_text("Changed while you look", timeout=SOON)

    page.goto(f"{live.address}/timeline/")
    expect(page.get_by_text("Changed while you look").first).to_be_visible()
    (live.root / NEW).write_text(RECORD)
    expect(page.get_by_role("link", name="A test of the preview")).to_be_visible(timeout=SOON)

    renamed = live.root / NEW.replace("a-test-of-the-preview", "renamed")
    (live.root / NEW).rename(renamed)
    link = page.get_by_role("link", name="A test of the preview")
    expect(link).to_have_attribute("href", "../events/2025-11-30-renamed/", timeout=SOON)

    renamed.unlink()
    expect(link).to_have_count(0, timeout=SOON)

    edit(live.root / "theme_overrides/templates/timeline.md.j2", '# {{ say("timeline") }}', "# Another heading")
    expect(page.locator("h1")).to_have_text("Another heading", timeout=SOON)

    stylesheet = live.root / "theme_overrides/assets/stylesheets/tokens.css"
    edit(stylesheet, "--dl-text: 1.0625rem", "--dl-text: 2rem")
    expect(page.locator("body")).to_have_css("font-size", "32px", timeout=SOON)


def test_a_broken_record_shows_its_error_and_the_site_comes_back_when_it_is_mended(live: Live, page: Page) -> None:
    file = live.root / EVENT
    good = file.read_text(encoding="utf-8")
    page.goto(f"{live.address}/events/2025-11-06-vellmark-to-join-harbour-accord/")
    heading = page.locator("h1").inner_text()

    edit(file, "kind: agreement", "kind: agrement")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("did you mean agreement?".replace("agreement", "`agreement`"), timeout=SOON)
    expect(page.locator("h1")).to_have_text(heading)
    assert f"{EVENT}:" in live.log()
    assert "Traceback" not in live.log()

    edit(file, "kind: agrement", "kind: agreement")
    expect(alert).to_have_count(0, timeout=SOON)
    assert file.read_text(encoding="utf-8") == good

    template = live.root / "theme_overrides/templates/event.md.j2"
    edit(template, "{% endif %}", "{% endiff %}")
    expect(alert).to_contain_text("theme_overrides/templates/event.md.j2:", timeout=SOON)
    edit(template, "{% endiff %}", "{% endif %}")
    expect(alert).to_have_count(0, timeout=SOON)


def test_what_only_warns_is_said_once_the_page_is_there(live: Live, page: Page) -> None:
    page.goto(f"{live.address}/timeline/")
    record = RECORD.replace("A test of the preview", "An evil test of the preview")
    (live.root / NEW).write_text(record)
    expect(page.get_by_role("link", name="An evil test of the preview")).to_be_visible(timeout=SOON)
    said = f"{NEW}:1:"
    for _ in range(100):
        if said in live.log():
            break
        page.wait_for_timeout(100)
    assert said in live.log()
    assert "loaded-word" in live.log()
    assert page.locator(".dl-problems").count() == 0


def test_a_page_that_alone_cannot_be_made_says_why_and_comes_back_when_that_is_mended(live: Live, page: Page) -> None:
    template = live.root / "theme_overrides/templates/event.md.j2"
    # Not that of the first event: of each kind of page the first is made before anybody asks.
    fails = "{% if 'vellmark-votes' in event.id %}{{ event.no_such.thing }}{% endif %}"
    edit(template, "{% endif %}", "{% endif %}" + fails)
    asked = f"{live.address}/events/2026-03-02-vellmark-votes/"
    # Not asked by the page itself: it would load anew by itself at the very same time.
    until = time.monotonic() + SOON / 1000
    while page.request.get(asked).status != 500:
        assert time.monotonic() < until
    page.goto(asked)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("theme_overrides/templates/event.md.j2:")
    expect(page.locator("h1")).to_have_text("This page cannot be made")
    other = page.goto(f"{live.address}/events/2025-11-06-vellmark-to-join-harbour-accord/")
    assert other and other.status == 200
    expect(alert).to_have_count(0)
    page.goto(asked)
    assert live.log().count("event.md.j2:") == 1
    assert "Traceback" not in live.log()

    edit(template, "{{ event.no_such.thing }}", "")
    expect(page.locator("h1")).to_contain_text("council is to vote", timeout=SOON)
    expect(alert).to_have_count(0)
