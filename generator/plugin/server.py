"""The preview's server: it answers while the site is built, always from one whole site, and outlives every failure."""

# MkDocs's own lets requests wait until a build has ended, and is stuck after one that failed. Here a build fills a
# folder of its own, and the server turns to it once it is whole; until then, and where it failed, the last one stands.

import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mkdocs.livereload import LiveReloadServer

from generator.plugin.watching import Watcher

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

_QUIET = 0.03
"""Seconds without a change after which a save is taken to be at its end."""
_LONGEST = 0.5
_READ = 1.0
"""Seconds after which a browser has read the new page."""
_CONTENT = re.compile(rb'<div class="dl |(?<=>)(?=<main)')


class Preview(Protocol):
    """What the server asks of whoever builds the site."""

    @property
    def served(self) -> Path:
        """The folder of the last whole site."""

    def banner(self) -> str:
        """What is wrong, as HTML, or nothing."""

    def failed(self, error: BaseException) -> None:
        """Take note of a build that did not come to its end."""

    def shown(self) -> None:
        """Do what is left once browsers have the new site."""


class PreviewServer(LiveReloadServer):
    """MkDocs's server that never waits for a build."""

    preview: Preview

    @classmethod
    def of(cls, server: LiveReloadServer, preview: Preview) -> "PreviewServer":
        """Turn MkDocs's server, which was not started yet, into one of ours."""
        server.__class__ = cls
        assert isinstance(server, cls)
        server.preview = preview
        server.root = str(preview.served)
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
        root = self.root
        try:
            answer = super()._serve_request(environ, start_response)
        except OSError:
            if self.root == root:
                raise
            answer = None
        if answer is None and self.root != root:  # the folder was filled anew meanwhile: another one is whole now
            answer = super()._serve_request(environ, start_response)
        return answer

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
        self.root = str(self.preview.served)
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = max(self._visible_epoch + 1, round(time.monotonic() * 1000))
            self._epoch_cond.notify_all()

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
