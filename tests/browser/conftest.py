"""A real Chromium, a real `mkdocs build` and a real `mkdocs serve`, all on 127.0.0.1."""

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.searching import prepare
from tests.examples import read_site

REPOSITORY = Path(__file__).parents[2]
HARBOURS = read_site("harbours")
ENVIRONMENT = {**os.environ, "DATELINE_TODAY": "2026-01-31", "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, or Playwright's own where there is none."""
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=options)
        yield browser
        browser.close()


def find_chromium() -> str | None:
    """The system's Chromium, or None where there is none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


# Playwright's own clock would stop the timers, or the marks of performance.
_CLOCK = """{
  const Real = Date;
  const shift = Real.parse("DAY") - Real.now();
  globalThis.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length ? parts : [Real.now() + shift]));
    }
    static now() {
      return Real.now() + shift;
    }
  };
}"""


def new_context(browser: Browser, day: str = ENVIRONMENT["DATELINE_TODAY"], **options: Any) -> BrowserContext:
    """A context of a reader for whom it is a day, at first that for which the fixture site is built."""
    context = browser.new_context(**options)
    context.add_init_script(_CLOCK.replace("DAY", f"{day}T12:00:00Z"))
    return context


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh page that fails the test for any error of its scripts and any request to a third party."""
    context = new_context(chromium, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(f"script error: {error}"))
    page.on("request", lambda request: complaints.append(request.url) if not _is_local(request.url) else None)
    yield page
    context.close()
    assert complaints == []


def _is_local(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:"))


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


class HostHandler(QuietHandler):
    """Answers as hosts of static sites do: with the site's own 404.html where nothing is, and with a policy, if any."""

    site = Path()
    policy = ""

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (self.site / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)


def serve_folder(folder: Path, handler: type[QuietHandler] = QuietHandler) -> tuple[ThreadingHTTPServer, str]:
    """Serve a folder on a free port, in a thread; the caller closes it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


def close(server: ThreadingHTTPServer) -> None:
    """End a server of serve_folder."""
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the harbours' site, built strictly."""
    root = write_harbours(tmp_path_factory.mktemp("harbours"))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=root, env=ENVIRONMENT, check=True, timeout=300)
    server, address = serve_folder(root / "site")
    yield address
    close(server)


def write_harbours(to: Path) -> Path:
    """Write the fixture site with the repository's templates to a folder that a test may spoil."""
    shutil.copytree(REPOSITORY / "theme_overrides", to / "theme_overrides")
    return HARBOURS.write(to)


def standing_events() -> list[str]:
    """The ids of the fixture site's events that are not withdrawn."""
    events = {path: text for path, text in HARBOURS.files.items() if path.startswith("content/events/")}
    return [Path(path).stem for path, text in events.items() if "\nwithdrawn:" not in text]


def settled(page: Page) -> None:
    """Wait until the page's timeline is drawn and at rest, and its address tells what it shows."""
    expect(page.locator("[data-timeline][data-drawn][data-settled]")).to_be_attached(timeout=15_000)


def narrow(page: Page, words: str) -> None:
    """Let the page's timeline show only the events with some words."""
    filters = page.get_by_role("button", name="Filters")
    filters.click()
    page.get_by_role("searchbox", name="Only events with the words").fill(words)
    filters.click()


def resize(page: Page, width: int, height: int) -> None:
    """Give the page another size, and wait until it is laid out anew."""
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function("width => document.documentElement.clientWidth === width", arg=width)
    # Observers of sizes run after the first frame's layout; what they draw is there after the second.
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    if page.locator("[data-timeline]").count():
        settled(page)


class Live:
    """A running `mkdocs serve` of a project that the test changes."""

    def __init__(self, root: Path, **more: str) -> None:
        self.root = root
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{probe.getsockname()[1]}"
        self.output = root / "serve.log"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.address.removeprefix("http://")]
        with self.output.open("w") as log:
            self.process = subprocess.Popen(command, cwd=root, env=ENVIRONMENT | more, stdout=log, stderr=log)

    def wait(self) -> None:
        """Wait until the server answers."""
        for _ in range(600):
            try:
                urlopen(self.address, timeout=5).close()
                return
            except OSError:
                assert self.process.poll() is None, self.log()
                time.sleep(0.1)
        raise AssertionError(self.log())

    def log(self) -> str:
        """What the server has printed."""
        return self.output.read_text()

    def stop(self) -> None:
        """End the server."""
        self.process.terminate()
        self.process.wait(timeout=20)


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    """A live preview of a copy of the harbours' site."""
    server = Live(write_harbours(tmp_path))
    try:
        server.wait()
        yield server
    finally:
        server.stop()


def build_harbours(root: Path, *options: str, more: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Write the fixture site with further settings to a folder, and build it; gives what MkDocs printed."""
    settings = write_harbours(root) / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
    return build_project(root, *options, **environment)


def build_project(root: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the project in a folder; gives what MkDocs printed."""
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    done = subprocess.run(
        command, cwd=root, env=ENVIRONMENT | environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture
def timeline(site: str, page: Page) -> Iterator[Page]:
    page.goto(f"{site}/timeline/")
    expect(page.locator("[data-timeline][data-drawn]")).to_be_visible(timeout=15_000)
    yield page


@pytest.fixture
def asked(page: Page) -> list[str]:
    """A page whose search has the stand-in; gives the paths of all that it asks for."""
    return prepare(page.context)


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A phone whose search has the stand-in."""
    context = new_context(chromium, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    prepare(context)
    yield context.new_page()
    context.close()
