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
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

REPOSITORY = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "DATELINE_TODAY": "2026-01-31", "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, or Playwright's own where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=found, args=options)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh page that fails the test for any error of its scripts and any request to a third party."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
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


def serve_folder(folder: Path) -> tuple[ThreadingHTTPServer, str]:
    """Serve a folder on a free port, in a thread; the caller closes it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


def close(server: ThreadingHTTPServer) -> None:
    """End a server of serve_folder."""
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of this repository's own site, built strictly."""
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(out)]
    subprocess.run(command, cwd=REPOSITORY, env=ENVIRONMENT, check=True, timeout=300)
    server, address = serve_folder(out)
    yield address
    close(server)


def copy_project(to: Path) -> Path:
    """Copy what makes the site, and nothing else, to a folder that a test may spoil."""
    for folder in ("content", "theme_overrides"):
        shutil.copytree(REPOSITORY / folder, to / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", to)
    return to


class Live:
    """A running `mkdocs serve` of a project that the test changes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{probe.getsockname()[1]}"
        self.output = root / "serve.log"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.address.removeprefix("http://")]
        with self.output.open("w") as log:
            self.process = subprocess.Popen(command, cwd=root, env=ENVIRONMENT, stdout=log, stderr=log)

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
    """A live preview of a copy of this repository's content."""
    server = Live(copy_project(tmp_path))
    try:
        server.wait()
        yield server
    finally:
        server.stop()
