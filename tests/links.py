"""Links of a built site that lead nowhere."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_HOST = "site.example"


class _Addresses(HTMLParser):
    """Every address that a page names as a link, or loads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {value for name, value in attrs if name in ("href", "src") and value}


def dead_links(site: Path) -> list[str]:
    """Return each link within a site to a file that it does not hold, as `page: address`."""
    dead: list[str] = []
    for file in sorted(site.rglob("*.html")):
        page = file.relative_to(site).as_posix()
        for address in sorted(_Addresses(file.read_text(encoding="utf-8")).found):
            target = urlsplit(urljoin(f"https://{_HOST}/{page}", address))
            if target.netloc != _HOST:
                continue
            place = site / unquote(target.path).lstrip("/")
            if not (place / "index.html" if target.path.endswith("/") else place).is_file():
                dead.append(f"{page}: {address}")
    return dead
