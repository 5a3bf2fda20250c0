"""An article from an address: politely, within bounds, and never from a machine that is not everybody's."""

# A page that is fetched may be a trap: an address may lead, by DNS or by a redirect, to a machine of our own network.
# So it is the address that is connected to which is looked at, just before, and by the very code that connects.

import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.message import Message
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpcore

from generator.drafting.pages import MOST_BYTES

AGENT = "dateline-draft"
"""How we call ourselves in requests, and how `robots.txt` may call us."""
MOST_REDIRECTS = 5
SECONDS = 20.0
"""How long one article may take, all redirects and pauses included."""
PAUSE = 1.0
"""Seconds between two requests to one host."""
_PATIENCE = 10.0
"""Seconds to wait for a server that says nothing."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

Resolve = Callable[[str, int], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page's bytes, the address that it was found at in the end, and their encoding, as the server says."""

    content: bytes
    url: str
    charset: str | None = None


class FetchError(Exception):
    """An address that was not fetched, and why, as one line."""


def _resolved(host: str, port: int) -> list[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class _Stream(httpcore.NetworkStream):
    """A connection that waits no longer than its article may take: a byte now and then keeps no time limit of its own
    from beginning anew."""

    def __init__(self, stream: httpcore.NetworkStream, backend: "_Backend") -> None:
        self._stream, self._backend = stream, backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._backend.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, self._backend.left(timeout)), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Connects to addresses that are everybody's, and to no other, until a time on the monotonic clock."""

    def __init__(self, resolve: Resolve, private: bool) -> None:
        self._resolve, self._private = resolve, private
        self.until = 0.0
        self._sockets = httpcore.SyncBackend()

    def left(self, timeout: float | None) -> float:
        """The seconds that are left of an article's time, and no more than so many; raises FetchError."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise FetchError("it takes too long")
        return min(left, timeout) if timeout is not None else left

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
            if not self._private and not _is_public(address):
                raise FetchError(f"{host} is at {address}, an address that is not public: it is not fetched")
        if not addresses:
            raise FetchError(f"the host {host} is not known")
        timeout = self.left(timeout)
        stream = self._sockets.connect_tcp(addresses[0], port, timeout, local_address, socket_options)
        return _Stream(stream, self)


def _is_public(address: str) -> bool:
    """Whether an address is everybody's; one that carries an IPv4 address within it is judged by that, too."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return ip.is_global and not ip.is_multicast


class Fetcher:
    """Fetches articles one after another, and keeps what hosts ask of robots and when each was asked last.

    `resolve` gives the addresses of a host. With `private`, machines of one's own network are asked, too. One article
    may take so many `seconds`; `pause` is how long a host is left alone between two requests.
    """

    def __init__(
        self, resolve: Resolve = _resolved, private: bool = False, seconds: float = SECONDS, pause: float = PAUSE
    ) -> None:
        self._seconds, self._pause = seconds, pause
        self._backend = _Backend(resolve, private)
        self._pool = httpcore.ConnectionPool(network_backend=self._backend, max_connections=1, retries=0)
        self._robots: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched:
        """Return a page; raises FetchError."""
        self._backend.until = time.monotonic() + self._seconds
        return self._followed(url, self._checked)

    def _checked(self, url: str) -> None:
        if not self._robots_of(url).can_fetch(AGENT, url):
            raise FetchError("the site asks robots not to read it: save the page, and draft from the file")

    def _followed(self, url: str, ask: Callable[[str], None]) -> Fetched:
        """Follow redirects, and ask of each address whether it may be read."""
        for _ in range(MOST_REDIRECTS + 1):
            ask(url)
            status, headers, body = self._get(url)
            if status in (301, 302, 303, 307, 308) and (target := headers.get("location")):
                url = urljoin(url, target)
                continue
            if status != 200:
                raise FetchError(f"the server answers {status}: save the page, and draft from the file")
            kind = Message()
            kind["content-type"] = headers.get("content-type", "")
            return Fetched(_unpacked(body, headers.get("content-encoding", "")), url, kind.get_content_charset())
        raise FetchError(f"it leads on more than {MOST_REDIRECTS} times")

    def _robots_of(self, url: str) -> RobotFileParser:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            robots = RobotFileParser()
            try:
                found = self._followed(f"{site}/robots.txt", lambda _: None)
                robots.parse(found.content.decode("utf-8", errors="replace").splitlines())
            except FetchError as error:
                if "answers 4" not in str(error):
                    raise
                robots.parse([])  # it asks for nothing
            self._robots[site] = robots
        return self._robots[site]

    def _get(self, url: str) -> tuple[int, dict[str, str], bytes]:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise FetchError("only plain http and https addresses are fetched")
        self._wait(parts.hostname)
        timeout = dict.fromkeys(("connect", "read", "write", "pool"), self._backend.left(_PATIENCE))
        headers = [("User-Agent", AGENT), ("Accept", "text/html, text/plain;q=0.8"), ("Accept-Encoding", "identity")]
        try:
            with self._pool.stream("GET", url, headers=headers, extensions={"timeout": timeout}) as answer:
                given = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers}
                return answer.status, given, self._body(answer)
        except httpcore.TimeoutException:
            raise FetchError("the server does not answer in time") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError, UnicodeError) as error:
            raise FetchError(f"it cannot be fetched: {str(error)[:120] or type(error).__name__}") from None

    def _body(self, answer: httpcore.Response) -> bytes:
        """The page, as long as it is no larger and takes no longer than it may."""
        body = bytearray()
        for part in answer.iter_stream():
            body += part
            if len(body) > MOST_BYTES:
                raise FetchError(f"it is larger than {MOST_BYTES // 1_000_000} MB")
        return bytes(body)

    def _wait(self, host: str) -> None:
        since = time.monotonic() - self._asked.get(host, -self._pause)
        if since < self._pause:
            time.sleep(self._pause - since)
        self._asked[host] = time.monotonic()


def _unpacked(body: bytes, packed: str) -> bytes:
    """A body as it was before the server packed it, which nobody asked for; raises FetchError."""
    match packed.strip().lower():
        case "" | "identity":
            return body
        case "gzip" | "x-gzip" | "deflate":
            unpacking = zlib.decompressobj(32 + zlib.MAX_WBITS)
            try:
                content = unpacking.decompress(body, MOST_BYTES + 1)
            except zlib.error:
                raise FetchError(f"what the server sent is not {packed.strip()}, as it says") from None
            if len(content) > MOST_BYTES:
                raise FetchError(f"it is larger than {MOST_BYTES // 1_000_000} MB")
            return content
        case _:
            raise FetchError(
                "the server packs it in a way that nobody asked for: save the page, and draft from the file"
            )
