"""A strict policy, the one of the page for operators, forbids nothing that the site does."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import (
    HostHandler,
    build_harbours,
    build_project,
    close,
    serve_folder,
    settled,
    write_harbours,
)
from tests.browser.test_site import PAGES
from tests.test_publish import HASHED, POLICY, block

pytestmark = pytest.mark.browser

SIGNED = "2020-09-15-harbour-accord-signed"
MOVED = "2020-09-15-accord"
BY_HAND = """# By hand

| what | how many |
| :-: | --: |
| harbours | 12 |

<iframe src="../embed/" title="All dates" width="600" height="560"></iframe>
"""
TOLD = "Content Security Policy"
LISTENER = f"""addEventListener('securitypolicyviolation', (event) => {{
  console.error(`{TOLD}: ${{event.violatedDirective}} ${{event.blockedURI}} ${{event.sample}}`);
}});"""


def complaints_of(page: Page) -> list[str]:
    """What the browser says that the policy forbids, from now on, in the page and its frames."""
    told: list[str] = []
    page.context.add_init_script(LISTENER)
    page.on("console", lambda message: told.append(f"{page.url}: {message.text}") if TOLD in message.text else None)
    return told


def _serve(folder: Path, policy: str, below: str = "") -> Iterator[str]:
    """Serve the site at a path below a folder; gives its address."""
    server, address = serve_folder(
        folder, type("Handler", (HostHandler,), {"site": folder / below.strip("/"), "policy": policy})
    )
    yield f"{address}{below}"
    close(server)


@pytest.fixture(scope="module", params=["in the header", "in the pages"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with the policy, as the page for operators says."""
    root = tmp_path_factory.mktemp("policy")
    write_harbours(root)
    (root / "content/pages/by-hand.md").write_text(BY_HAND)
    if request.param == "in the pages":
        _paste(root)
    build_project(root, DATELINE_SITE_URL="https://dates.example/")
    yield from _serve(root / "site", POLICY if request.param == "in the header" else "")


def _paste(root: Path) -> None:
    main, embed = (root / "theme_overrides" / name for name in ("main.html", "embed.html"))
    pasted = block("jinja")
    (meta,) = re.findall(r"<meta .*>", pasted)
    extends, rest = main.read_text().split("\n", 1)
    main.write_text(f"{extends}\n{pasted}\n{rest}")
    embed.write_text(embed.read_text().replace("<head>", f"<head>\n{meta}"))


@pytest.fixture
def strict(page: Page) -> Iterator[Page]:
    """A page that fails the test for all that the policy forbids."""
    told = complaints_of(page)
    yield page
    page.wait_for_load_state("networkidle")
    assert told == []


@pytest.mark.parametrize(
    ("what", "script"),
    [
        ("style-src-attr", "document.body.setAttribute('style', 'margin: 1px')"),
        (
            "style-src-elem",
            "document.head.append(Object.assign(document.createElement('style'), {textContent: '*{}'}))",
        ),
        ("script-src-elem", "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))"),
        ("img-src", "new Image().src = 'http://127.0.0.1:1/'"),
    ],
)
def test_what_the_policy_forbids_is_noticed(what: str, script: str, address: str, page: Page) -> None:
    told = complaints_of(page)
    page.goto(f"{address}/methodology/")
    page.evaluate(f"() => {{ {script} }}")
    page.wait_for_load_state("networkidle")
    assert any(f"{TOLD}: {what} " in one for one in told)


@pytest.mark.parametrize(
    "path",
    [*PAGES, f"events/{SIGNED}/", "contribute/new/", "embed/", "by-hand/", f"events/{MOVED}/", "nothing/at/all/"],
)
def test_every_kind_of_page_opens(path: str, address: str, strict: Page) -> None:
    strict.goto(f"{address}/{path}")
    expect(strict.locator("h1").first).to_be_attached()
    # Scripts and styles of ours have run and apply.
    expect(strict.locator("html")).to_have_class(re.compile(r"^(?!.*no-js)"))
    expect(strict.locator("body")).to_have_css("margin", "0px")
    if strict.locator("[data-timeline]").count():
        settled(strict)


def test_the_look_is_chosen_and_stays(address: str, strict: Page) -> None:
    strict.goto(f"{address}/methodology/")
    strict.get_by_title("Switch to dark").click()
    expect(strict.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    strict.goto(f"{address}/events/{SIGNED}/")
    expect(strict.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(strict.get_by_title("Switch to light")).to_be_visible()


def test_the_search_finds_an_event_and_leads_there(address: str, strict: Page) -> None:
    strict.goto(f"{address}/methodology/")
    strict.get_by_role("combobox", name="Search").press_sequentially("Vellmark")
    strict.locator(".dl-search__hit").first.click()
    expect(strict.locator(".dl h1")).to_contain_text("Vellmark")


def test_the_timeline_does_all_that_it_can(address: str, strict: Page) -> None:
    strict.goto(f"{address}/timeline/")
    settled(strict)
    stage = strict.locator(".dl-stage")
    strict.get_by_role("button", name="Zoom in").click()
    stage.hover(position={"x": 300, "y": 100})
    strict.mouse.wheel(0, -300)
    settled(strict)
    stage.focus()
    strict.keyboard.press("Home")
    strict.keyboard.press("Enter")
    expect(strict.locator(".dl-panel").get_by_role("heading")).to_be_visible()
    strict.keyboard.press("Escape")
    strict.get_by_role("button", name="Relations").click()
    strict.get_by_role("button", name="Filters").click()
    strict.locator(".dl-filters label", has_text="The Lantern Forum").locator("input").check()
    expect(strict.locator(".dl-view__count")).to_contain_text("10 of ")
    strict.get_by_role("button", name="Play").click()
    expect(strict.locator(".dl-known input[type=range]")).to_have_value(re.compile(r"^([4-9]|\d\d)"))
    strict.get_by_role("button", name="Pause").click()
    expect(strict).to_have_url(re.compile("known=20"))
    strict.get_by_role("button", name="Now").click()
    settled(strict)
    for kind, begins in {"PNG": b"\x89PNG", "SVG": b"<svg ", "CSV": b"id,"}.items():
        strict.get_by_text("Share", exact=True).click()
        with strict.expect_download() as download:
            strict.get_by_role("button", name=kind, exact=True).click()
        assert download.value.path().read_bytes().startswith(begins)


def test_a_label_under_the_pointer_has_its_card(address: str, strict: Page) -> None:
    strict.goto(f"{address}/timeline/?from=2025-10-25&to=2025-12-01")
    settled(strict)
    box = strict.locator(".dl-stage").bounding_box()
    assert box
    card = strict.locator(".dl-card")
    for y in range(20, int(box["height"]) - 60, 9):
        strict.mouse.move(box["x"] + box["width"] / 3 + 60, box["y"] + y)
        if card.is_visible():
            break
    expect(card).to_have_css("transform", re.compile(r"matrix\(1, 0, 0, 1, [1-9]"))


def test_a_column_of_a_page_by_hand_is_aligned(address: str, strict: Page) -> None:
    strict.goto(f"{address}/by-hand/")
    cells = strict.locator("td")
    expect(cells.nth(0)).to_have_css("text-align", re.compile("center"))
    expect(cells.nth(1)).to_have_css("text-align", re.compile("right"))


def test_the_timeline_is_drawn_in_a_frame_of_our_own_and_of_another_site(
    address: str, strict: Page, tmp_path: Path
) -> None:
    strict.goto(f"{address}/by-hand/")
    drawn = "[data-timeline][data-drawn][data-settled]"
    expect(strict.frame_locator("iframe").locator(drawn)).to_be_attached(timeout=15_000)
    strict.goto(f"{address}/timeline/")
    settled(strict)
    strict.context.grant_permissions(["clipboard-read", "clipboard-write"])
    strict.get_by_text("Share", exact=True).click()
    strict.get_by_role("button", name="Copy code to embed").click()
    expect(strict.get_by_text("The code to embed is copied.")).to_be_visible()
    (tmp_path / "index.html").write_text(strict.evaluate("navigator.clipboard.readText()"))
    policy = f"default-src 'none'; frame-src {address}"
    for other in _serve(tmp_path, policy):
        strict.goto(other)
        expect(strict.frame_locator("iframe").locator(drawn)).to_be_attached(timeout=15_000)
        expect(strict.locator("iframe")).to_have_css("border-top-width", "0px")


def test_without_the_site_s_address_the_hash_lets_404_html_find_the_way(tmp_path: Path, strict: Page) -> None:
    site = tmp_path / "served/some/where"
    build_harbours(tmp_path / "project", "--site-dir", str(site))
    (script,) = re.findall("<script>(.*?)</script>", (site / "404.html").read_text(), re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = POLICY.replace("script-src 'self'", HASHED)
    assert f" 'sha256-{digest}'" in policy
    for address in _serve(tmp_path / "served", policy, "/some/where"):
        strict.goto(f"{address}/events/nothing/at/all/")
        strict.locator(".dl").get_by_role("link", name="timeline", exact=True).click()
        expect(strict).to_have_url(f"{address}/timeline/")
        settled(strict)
