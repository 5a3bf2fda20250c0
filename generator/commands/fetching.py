"""An article from an address: politely, within bounds, and never from a machine that is not everybody's."""

# A page that is fetched may be a trap: an address may lead, by DNS or by a redirect, to a machine of our own network.
# So it is the address that is connected to which is looked at, just before, and by the very code that connects.

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpcore

from generator.drafting.pages import MOST_BYTES

AGENT = "dateline-draft"
"""How we call ourselves in requests, and how `robots.txt` may call us."""
MOST_REDIRECTS = 5
SECONDS = 20.0
"""How long one article may take, all redirects included."""
_PAUSE = 1.0
"""Seconds between two requests to one host."""

Resolve = Callable[[str, int], Iterable[str]]


class FetchError(Exception):
    """An address that was not fetched, and why, as one line."""


def _resolved(host: str, port: int) -> list[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class _Backend(httpcore.NetworkBackend):
    """Connects to addresses that are everybody's, and to no other."""

    def __init__(self, resolve: Resolve, private: bool) -> None:
        self._resolve, self._private = resolve, private
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = list(self._resolve(host, port))
        except OSError:
            raise FetchError(f"the host {host} is not known") from None
        for address in addresses:
            if not self._private and not ipaddress.ip_address(address.split("%")[0]).is_global:
                raise FetchError(f"{host} is at {address}, an address that is not public: it is not fetched")
        if not addresses:
            raise FetchError(f"the host {host} is not known")
        return self._sockets.connect_tcp(addresses[0], port, timeout, local_address, socket_options)


class Fetcher:
    """Fetches articles one after another, and keeps what hosts ask of robots and when each was asked last.

    `resolve` gives the addresses of a host. With `private`, machines of one's own network are asked, too.
    """

    def __init__(self, resolve: Resolve = _resolved, private: bool = False) -> None:
        self._pool = httpcore.ConnectionPool(network_backend=_Backend(resolve, private), max_connections=1, retries=0)
        self._robots: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, url: str) -> tuple[bytes, str]:
        """Return a page's bytes and the address that it was found at in the end; raises FetchError."""
        until = time.monotonic() + SECONDS
        if not self._robots_of(url, until).can_fetch(AGENT, url):
            raise FetchError("the site asks robots not to read it: save the page, and draft from the file")
        return self._followed(url, until)

    def _followed(self, url: str, until: float) -> tuple[bytes, str]:
        for _ in range(MOST_REDIRECTS + 1):
            status, headers, body = self._get(url, until)
            if status in (301, 302, 303, 307, 308) and (target := headers.get("location")):
                url = urljoin(url, target)
                continue
            if status != 200:
                raise FetchError(f"the server answers {status}: save the page, and draft from the file")
            return body, url
        raise FetchError(f"it leads on more than {MOST_REDIRECTS} times")

    def _robots_of(self, url: str, until: float) -> RobotFileParser:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            robots = RobotFileParser()
            try:
                body, _ = self._followed(f"{site}/robots.txt", until)
                robots.parse(body.decode("utf-8", errors="replace").splitlines())
            except FetchError as error:
                if "answers 4" not in str(error):
                    raise
                robots.parse([])  # it asks for nothing
            self._robots[site] = robots
        return self._robots[site]

    def _get(self, url: str, until: float) -> tuple[int, dict[str, str], bytes]:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise FetchError("only plain http and https addresses are fetched")
        self._wait(parts.hostname)
        left = until - time.monotonic()
        if left <= 0:
            raise FetchError(f"it took longer than {SECONDS:.0f} seconds")
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), min(left, 10.0))
        headers = [("User-Agent", AGENT), ("Accept", "text/html, text/plain;q=0.8"), ("Accept-Encoding", "identity")]
        try:
            with self._pool.stream("GET", url, headers=headers, extensions={"timeout": timeout}) as answer:
                given = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers}
                return answer.status, given, self._body(answer, until)
        except httpcore.TimeoutException:
            raise FetchError("the server does not answer in time") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError, UnicodeError) as error:
            raise FetchError(f"it cannot be fetched: {str(error)[:120] or type(error).__name__}") from None

    def _body(self, answer: httpcore.Response, until: float) -> bytes:
        """The page, as long as it is no larger and takes no longer than it may."""
        body = bytearray()
        for part in answer.iter_stream():
            body += part
            if len(body) > MOST_BYTES:
                raise FetchError(f"it is larger than {MOST_BYTES // 1_000_000} MB")
            if time.monotonic() > until:
                raise FetchError(f"it took longer than {SECONDS:.0f} seconds")
        return bytes(body)

    def _wait(self, host: str) -> None:
        since = time.monotonic() - self._asked.get(host, -_PAUSE)
        if since < _PAUSE:
            time.sleep(_PAUSE - since)
        self._asked[host] = time.monotonic()
