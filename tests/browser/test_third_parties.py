"""Whatever a site's settings say, reading it calls nobody but the site."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import REPOSITORY, build_harbours, close, serve_folder

pytestmark = pytest.mark.browser

REPOSITORIES = ("https://github.com/dates/harbours", "https://gitlab.com/dates/harbours", "https://codeberg.org/a/b")
SETTINGS = """
extra:
  analytics: {provider: google, property: G-HARBOURS}
  social: [{icon: fontawesome/brands/github, link: "https://github.com/dates"}]
copyright: <a href="https://harbours.example/">Harbours</a>
"""
CONSENT = "extra: {consent: {title: Cookies, description: None are set.}}\n"


@pytest.fixture(scope="module", params=[*((url, SETTINGS) for url in REPOSITORIES), (REPOSITORIES[0], CONSENT)])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    repository, settings = request.param
    root = tmp_path_factory.mktemp("third-parties")
    theme = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8").partition("\ntheme:\n")[2].partition("\n\n")[0]
    fonts = "theme:\n" + "\n".join(line for line in theme.splitlines() if "font:" not in line) + "\n"
    assert fonts.count("\n") == theme.count("\n") + 1
    build_harbours(root, more=f"{settings}{fonts}", DATELINE_REPO_URL=repository)
    server, address = serve_folder(root / "site")
    yield address
    close(server)


# The fixture `page` fails for any request to another host.
@pytest.mark.parametrize(
    "path", ["", "timeline/", "methodology/", "events/2020-09-15-harbour-accord-signed/", "embed/"]
)
def test_no_page_calls_another_host(path: str, address: str, page: Page) -> None:
    page.goto(f"{address}/{path}", wait_until="networkidle")


def test_the_repository_is_still_a_link(address: str, page: Page) -> None:
    page.goto(address)
    expect(page.locator(".md-header .md-source")).to_be_visible()


def test_google_s_analytics_are_left_out_and_the_build_says_so(tmp_path: Path) -> None:
    told = build_harbours(tmp_path, more=SETTINGS).stderr
    assert "mkdocs.yml, extra.analytics: " in told and "www.googletagmanager.com" in told
    assert "googletagmanager" not in (tmp_path / "site/index.html").read_text(encoding="utf-8")
