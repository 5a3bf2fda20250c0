"""Articles from addresses: politely, within bounds, and never from a machine that is not everybody's."""

import gzip
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from generator.commands.fetching import Fetched, Fetcher, FetchError
from generator.drafting.pages import MOST_BYTES
from tests.commands.local_server import Answer, says, serving

pytestmark = pytest.mark.long

PAGE = b"<html><body><article>Ports and ships.</article></body></html>"


def stalls(_request: BaseHTTPRequestHandler, _: bytes) -> None:
    time.sleep(3)


def trickles_headers(request: BaseHTTPRequestHandler, _: bytes) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(60):
        request.wfile.write(f"X-{number}: still coming\r\n".encode())
        request.wfile.flush()
        time.sleep(0.05)


def never_ends(request: BaseHTTPRequestHandler, _: bytes) -> None:
    request.send_response(200)
    request.end_headers()
    for _number in range(60):
        request.wfile.write(b"more ")
        request.wfile.flush()
        time.sleep(0.05)


def huge(request: BaseHTTPRequestHandler, _: bytes) -> None:
    request.send_response(200)
    request.end_headers()
    while True:
        request.wfile.write(b"a" * 100_000)


def breaks_off(request: BaseHTTPRequestHandler, _: bytes) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nonly this")
    request.close_connection = True


def rubbish(request: BaseHTTPRequestHandler, _: bytes) -> None:
    request.wfile.write(b"\x00\x01\x02 rubbish\r\n\r\n")


ANSWERS: dict[str, Answer] = {
    "/page": says(PAGE, Content_Type="text/html; charset=windows-1251"),
    "/gone": says(b"gone", 404),
    "/broken": says(b"broken", 500),
    "/stalls": stalls,
    "/trickles": trickles_headers,
    "/endless": never_ends,
    "/huge": huge,
    "/breaks-off": breaks_off,
    "/moved": says(b"", 301, Location="/page"),
    "/round": says(b"", 302, Location="/round"),
    "/nowhere": says(b"", 302, Location="file:///etc/passwd"),
    "/with-name": says(b"", 302, Location="http://me:secret@127.0.0.1/"),
    "/packed": says(gzip.compress(PAGE), Content_Encoding="gzip"),
    "/bomb": says(gzip.compress(b"a" * (MOST_BYTES + 1)), Content_Encoding="gzip"),
    "/not-packed": says(PAGE, Content_Encoding="gzip"),
    "/packed-oddly": says(b"\x0b\x02\x80", Content_Encoding="br"),
    "/rubbish": rubbish,
}


@pytest.fixture
def site() -> Iterator[tuple[str, list[str]]]:
    with serving(ANSWERS) as found:
        yield found


def fetched(url: str) -> Fetched:
    return Fetcher(private=True, seconds=1, pause=0).fetch(url)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/gone", "the server answers 404: save the page, and draft from the file"),
        ("/broken", "the server answers 500: save the page, and draft from the file"),
        ("/stalls", "the server does not answer in time"),
        ("/trickles", "it takes too long"),
        ("/endless", "it takes too long"),
        ("/huge", "it is larger than 5 MB"),
        ("/bomb", "it is larger than 5 MB"),
        ("/round", "it leads on more than 5 times"),
        ("/nowhere", "only plain http and https addresses are fetched"),
        ("/with-name", "only plain http and https addresses are fetched"),
        ("/not-packed", "what the server sent is not gzip, as it says"),
        ("/packed-oddly", "the server packs it in a way that nobody asked for"),
        ("/rubbish", "it cannot be fetched: illegal status line"),
        ("/breaks-off", "it cannot be fetched: peer closed connection"),
    ],
)
def test_what_a_server_does_to_us_ends_soon_and_is_said(site: tuple[str, list[str]], path: str, why: str) -> None:
    begun = time.monotonic()
    with pytest.raises(FetchError) as refused:
        fetched(site[0] + path)
    message = str(refused.value)
    assert message.startswith((why, "the server does not answer in time") if why == "it takes too long" else why)
    assert "\n" not in message
    assert time.monotonic() - begun < 2.5


def test_a_page_is_fetched_with_what_the_server_says_of_it(site: tuple[str, list[str]]) -> None:
    url, asked = site
    assert fetched(f"{url}/moved") == Fetched(PAGE, f"{url}/page", "windows-1251")
    assert asked == ["/robots.txt", "/moved", "/page"]
    assert fetched(f"{url}/packed").content == PAGE


def test_robots_are_asked_once_and_obeyed_also_after_a_redirect() -> None:
    robots = says(b"User-agent: *\nDisallow: /private/\n")
    answers = {"/robots.txt": robots, "/open": says(b"", 302, Location="/private/a"), "/private/a": says(PAGE)}
    with serving(answers) as (url, asked):
        fetcher = Fetcher(private=True, pause=0)
        for path in ("/private/a", "/open"):
            with pytest.raises(FetchError, match="asks robots not to read it"):
                fetcher.fetch(url + path)
        assert asked == ["/robots.txt", "/open"]


def test_robots_that_cannot_be_read_forbid_all() -> None:
    with serving({"/robots.txt": says(b"", 503), "/page": says(PAGE)}) as (url, asked):
        with pytest.raises(FetchError, match="the server answers 503"):
            Fetcher(private=True, pause=0).fetch(f"{url}/page")
        assert asked == ["/robots.txt"]


def test_a_host_is_left_alone_between_two_requests(site: tuple[str, list[str]]) -> None:
    begun = time.monotonic()
    Fetcher(private=True, pause=0.3).fetch(f"{site[0]}/page")
    assert time.monotonic() - begun >= 0.3


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.9.9.9", "10.0.0.7", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
     "224.0.0.1", "255.255.255.255", "::1", "::", "fd00::1", "fe80::1%eth0", "ff02::1", "::ffff:127.0.0.1",
     "::ffff:10.0.0.7", "64:ff9b::7f00:1", "2002:7f00:1::1"],
)  # fmt: skip
@pytest.mark.parametrize("among", [[], ["93.184.215.14"]])
def test_a_name_that_leads_to_a_private_address_is_not_asked(address: str, among: list[str]) -> None:
    fetcher = Fetcher(resolve=lambda host, port: [*among, address], pause=0, seconds=2)
    with pytest.raises(FetchError) as refused:
        fetcher.fetch("http://news.example/a")
    assert str(refused.value) == f"news.example is at {address}, an address that is not public: it is not fetched"


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "localhost", "2130706433", "0x7f.1", "127.1"])
def test_an_address_that_names_this_machine_is_not_asked(host: str) -> None:
    with serving({"/": says(PAGE)}) as (url, asked):
        port = url.rpartition(":")[2]
        with pytest.raises(FetchError, match=r"not public|is not known"):
            Fetcher(pause=0).fetch(f"http://{host}:{port}/")
        assert asked == []


def test_a_redirect_from_a_public_name_to_a_private_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    # The stand-in of the public site is on this machine: only its name counts as public here.
    from generator.commands import fetching

    is_public = fetching._is_public
    monkeypatch.setattr(fetching, "_is_public", lambda address: address == "127.0.0.1" or is_public(address))
    names = {"news.example": ["127.0.0.1"], "inside.example": ["10.0.0.7"]}
    for target in ("http://inside.example/a", "http://10.0.0.7/a", "http://[fd00::1]/a"):
        with serving({"/a": says(b"", 302, Location=target)}) as (public, asked):
            port = public.rpartition(":")[2]
            fetcher = Fetcher(resolve=lambda host, _: names.get(host, [host]), pause=0, seconds=2)
            with pytest.raises(FetchError, match="not public"):
                fetcher.fetch(f"http://news.example:{port}/a")
            assert asked == ["/robots.txt", "/a"]


def test_a_host_that_nobody_knows() -> None:
    with pytest.raises(FetchError, match=r"the host nowhere\.example is not known"):
        Fetcher(resolve=lambda host, port: [], pause=0).fetch("http://nowhere.example/")
