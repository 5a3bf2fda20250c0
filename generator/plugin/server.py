"""The preview's server: it answers while the site is built, always from one whole site, and outlives every failure."""

# MkDocs's own lets requests wait until a build has ended, and is stuck after one that failed. Here a build fills a
# folder of its own, and the server turns to it once it is whole; until then, and where it failed, the last one stands.
# Our own pages are written when they are asked for.

import posixpath
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mkdocs.livereload import LiveReloadServer

from generator.plugin.asked_files import UnmadeError
from generator.plugin.served import ServedSite
from generator.plugin.watching import Watcher
from generator.problems import Problem

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

_QUIET = 0.03
"""Seconds without a change after which a save is taken to be at its end."""
_LONGEST = 0.5
_ASKED = "/livereload/"
"""Where browsers ask whether there is another version."""
_READ = 1.0
"""Seconds after which a browser has read the new page."""
_CONTENT = re.compile(rb'<div class="dl |(?<=>)(?=<main)')


class _Answer:
    """An answer that is held back until it is known to be of one site."""

    def __init__(self) -> None:
        self._begun: tuple[str, list[tuple[str, str]]] | None = None
        self.body: Iterable[bytes] | None = None

    def start(self, status: str, headers: list[tuple[str, str]]) -> None:
        """Take what WSGI's `start_response` is given."""
        self._begun = status, headers

    def give(self, start_response: "StartResponse") -> Iterable[bytes] | None:
        """Answer; None where nothing was found."""
        if self._begun:
            start_response(*self._begun)
        return self.body


class Preview(Protocol):
    """What the server asks of whoever builds the site."""

    @property
    def served(self) -> ServedSite:
        """The last whole site."""

    def banner(self) -> str:
        """What is wrong, as HTML, or nothing."""

    def failed(self, error: BaseException) -> None:
        """Take note of a build that did not come to its end."""

    def unmade(self, problem: Problem, page: str) -> str:
        """Make, of the page of what is not there, one that says why another cannot be made."""

    def shown(self) -> None:
        """Do what is left once browsers have the new site."""


def _path(environ: "WSGIEnvironment") -> str:
    """The path that was asked for, as MkDocs reads it: WSGI hands on its bytes as if they were Latin-1."""
    return str(environ["PATH_INFO"]).encode("latin-1").decode("utf-8", "ignore")


class PreviewServer(LiveReloadServer):
    """MkDocs's server that never waits for a build."""

    preview: Preview
    site: ServedSite

    @classmethod
    def of(cls, server: LiveReloadServer, preview: Preview) -> "PreviewServer":
        """Turn MkDocs's server, which was not started yet, into one of ours."""
        server.__class__ = cls
        assert isinstance(server, cls)
        server.preview = preview
        server._turn()
        server.build_delay = _QUIET
        watched = list(server._watched_paths)
        server.observer = Watcher(server.change)  # type: ignore[assignment]  # it has what MkDocs asks of it
        server.error_handler = server.error_page
        for path in watched:
            server.watch(path)
        return server

    def change(self) -> None:
        """Ask for another build."""
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Build anew when something below a path changes."""
        self._watched_paths.setdefault(str(Path(path).absolute()), 1)
        assert isinstance(self.observer, Watcher)
        self.observer.watch(Path(path).absolute())

    def unwatch(self, path: str) -> None:
        """Nothing is forgotten that was once watched."""

    def error_page(self, code: int) -> bytes | None:
        """The site's own page of an error."""
        page = Path(self.root) / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    def _serve_request(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes] | None:
        path = _path(environ)
        if path.startswith(_ASKED):
            return super()._serve_request(environ, start_response)
        while True:
            site, answer = self.site, _Answer()
            try:
                answer.body = self._answer(site, path, environ, answer)
            except OSError:
                if self.site is site:
                    raise
            if self.site is site:  # otherwise what was read may be of this site, and its version of the next
                return answer.give(start_response)

    def _answer(
        self, site: ServedSite, path: str, environ: "WSGIEnvironment", answer: _Answer
    ) -> Iterable[bytes] | None:
        file = posixpath.normpath(f"/{path.removeprefix(self.mount_path)}").lstrip("/")
        try:
            for wanted in (file, posixpath.join(file, "index.html")):
                site.want(wanted)
        except UnmadeError as error:
            told = self.preview.unmade(error.problem, (self.error_page(404) or b"").decode())
            answer.start("500 Internal Server Error", [("Content-Type", "text/html; charset=utf-8")])
            return [self._inject_js_into_html(told.encode(), self._visible_epoch)]
        return super()._serve_request(environ, answer.start)

    def _build_loop(self) -> None:
        while not self._shutdown:
            with self._rebuild_cond:
                self._rebuild_cond.wait_for(lambda: self._want_rebuild or self._shutdown, self.shutdown_delay)
                if self._shutdown or not self._want_rebuild:
                    continue
                began = time.monotonic()
                self._want_rebuild = False
                while self._rebuild_cond.wait(self.build_delay) and time.monotonic() - began < _LONGEST:
                    self._want_rebuild = False
            self._build_once()
            with self._rebuild_cond:  # what is left would keep the answers waiting that a browser asks for now
                if self._rebuild_cond.wait_for(lambda: self._want_rebuild or self._shutdown, _READ):
                    continue
            self._outlive(self.preview.shown)

    def _build_once(self) -> None:
        self._outlive(self.builder)
        self._turn()
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = max(self._visible_epoch + 1, round(time.monotonic() * 1000))
            self._epoch_cond.notify_all()

    def _turn(self) -> None:
        self.site = self.preview.served
        self.root = str(self.site.folder)

    def _outlive(self, step: Callable[[], None]) -> None:
        try:
            step()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # whatever it is: the preview goes on with the last whole site
            self.preview.failed(error)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        if banner := self.preview.banner():
            place = _CONTENT.search(page)
            at = place.start() if place else page.find(b"</body>")
            page = page[:at] + banner.encode() + page[at:]
        return page
