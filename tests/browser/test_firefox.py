"""The site in Firefox, which tells the test by itself what it shows, and prints it: no library drives it."""

import json
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from typing import Any

import pytest

from tests.browser.conftest import QuietHandler, build_harbours, close

pytestmark = [pytest.mark.browser, pytest.mark.firefox]

EVENT = "2020-09-15-harbour-accord-signed"
PROBE = """<script>
  const errors = [];
  const what = ({ message, target }) => message || `not loaded: ${target.src || target.href}`;
  addEventListener('error', (event) => errors.push(what(event)), true);
  addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
  const began = performance.now();
  const colours = (canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  };
  const tell = setInterval(() => {
    const view = document.querySelector('[data-timeline]');
    const ready = document.readyState === 'complete' && (!view || view.matches('[data-drawn][data-settled]'));
    if (!ready && performance.now() - began < 30000) return;
    clearInterval(tell);
    const canvas = document.querySelector('.dl-stage__canvas');
    if (location.hash === '#print') print();
    fetch('/told', { method: 'POST', body: JSON.stringify({
      errors, ready, agent: navigator.userAgent, title: document.querySelector('h1')?.textContent,
      colours: canvas && colours(canvas), panel: document.querySelector('.dl-panel h2')?.textContent ?? null,
    }) });
  }, 100);
</script>"""


class _Handler(QuietHandler):
    """Serves the site with the probe in each page, and takes what it tells."""

    told: Queue[dict[str, Any]]

    def do_GET(self) -> None:  # noqa: N802  # http.server's own name
        found = Path(self.translate_path(self.path))
        page = found / "index.html" if found.is_dir() else found
        if page.suffix != ".html" or not page.is_file():
            super().do_GET()
            return
        body = page.read_text(encoding="utf-8").replace("<head>", f"<head>{PROBE}", 1).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:  # noqa: N802  # http.server's own name
        self.told.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()


SILENT = """user_pref("print.always_print_silent", true);
user_pref("print_printer", "Mozilla Save to PDF");
user_pref("print.printer_Mozilla_Save_to_PDF.print_to_file", true);
user_pref("print.printer_Mozilla_Save_to_PDF.print_to_filename", "FILE");
"""
SHARP = 2880
"""Dots across the drawing on paper: those of 960 pixels, three each."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, "Queue[dict[str, Any]]"]]:
    root = tmp_path_factory.mktemp("firefox")
    build_harbours(root)
    told: Queue[dict[str, Any]] = Queue()
    handler = type("Handler", (_Handler,), {"told": told})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(root / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", told
    close(server)


def told_by_firefox(
    address: str, told: "Queue[dict[str, Any]]", profile: Path, printed: Path | None = None
) -> dict[str, Any]:
    """Open a page in a Firefox of its own, and give what the page tells; where it prints, wait for the file."""
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    assert found, "no Firefox is here: `make browser` installs one"
    command = [found, "--headless", "--no-remote", "--profile", str(profile), address]
    with (profile / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            found_there = told.get(timeout=90)
            until = time.monotonic() + 60
            while printed and not (printed.exists() and printed.read_bytes().rstrip().endswith(b"%%EOF")):
                assert time.monotonic() < until, (profile / "log").read_text()
                time.sleep(0.2)
            return found_there
        except Empty:
            raise AssertionError((profile / "log").read_text()) from None
        finally:
            process.terminate()
            process.wait(timeout=30)


PAGES = {
    "": "Harbours, who says so, and in which words",
    "timeline/": "Timeline",
    f"timeline/?event={EVENT}": "Timeline",
    f"events/{EVENT}/": "Elmark, Sorrelia and Tarnland sign the Harbour Accord",
}


@pytest.mark.parametrize("path", PAGES)
def test_firefox_shows_the_page_and_draws_its_timeline(
    path: str, served: "tuple[str, Queue[dict[str, Any]]]", tmp_path: Path
) -> None:
    address, told = served
    found = told_by_firefox(f"{address}/{path}", told, tmp_path)
    assert "Firefox/" in found["agent"]
    assert found["errors"] == []
    assert found["ready"], "the timeline does not come to rest"
    assert found["title"] == PAGES[path]
    assert found["colours"] is None if path.startswith("events/") else found["colours"] > 10
    assert found["panel"] == (PAGES[f"events/{EVENT}/"] if "?event=" in path else None)


def test_firefox_prints_the_drawing_sharp(served: "tuple[str, Queue[dict[str, Any]]]", tmp_path: Path) -> None:
    address, told = served
    printed = tmp_path / "timeline.pdf"
    (tmp_path / "user.js").write_text(SILENT.replace("FILE", str(printed)), encoding="utf-8")
    found = told_by_firefox(f"{address}/timeline/#print", told, tmp_path, printed)
    assert found["errors"] == []
    assert found["ready"]
    assert b"/Width %d" % SHARP in printed.read_bytes()
