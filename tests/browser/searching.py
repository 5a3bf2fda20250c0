"""A stand-in for the search's engine, whose answers are known, and what tests of the box do with it."""

import re
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from generator.story.lock import quote_hash

# The engine's interface over a list of hits: a word has to stand in the title or the excerpt.
ENGINE = """
const TITLES = { 'lantern-forum': 'The Lantern Forum', 'vellmark-accession': 'Vellmark and the Accord' };
const titled = (counts) => Object.fromEntries(Object.keys(counts).map((id) => [id, TITLES[id]]));
export function createFinder({ base, fetch }) {
  let hits;
  return {
    async find(text, { kinds = [], year, storyline, limit = 10 } = {}) {
      hits ??= fetch(`${base}data/stand-in.json`).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status}`);
        return answer.json();
      });
      const words = text.toLowerCase().split(/ +/);
      const matching = (await hits).filter((hit) =>
        words.every((word) => `${hit.title} ${hit.excerpt.text}`.toLowerCase().includes(word)));
      const fits = (hit, but) => (but === 'kind' || !kinds.length || kinds.includes(hit.kind))
        && (but === 'year' || !year || hit.year === year)
        && (but === 'storyline' || !storyline || hit.storyline === storyline);
      const counted = (name) => {
        const found = {};
        for (const hit of matching) if (hit[name] && fits(hit, name)) found[hit[name]] = (found[hit[name]] ?? 0) + 1;
        return found;
      };
      const shown = matching.filter((hit) => fits(hit));
      return { hits: shown.slice(0, limit), total: shown.length, kinds: counted('kind'), years: counted('year'),
        storylines: counted('storyline'), titles: titled(counted('storyline')), whole: true, more: false };
    },
  };
}
"""
SIGNED = "2020-09-15-harbour-accord-signed"
# As the search's data have it, which tests/outputs/test_find.py holds to the event's page.
QUOTED = f"events/{SIGNED}/#q-{quote_hash('2020-09-17-ha-namal-signing ההסכם נחתם ברציף הלבן')[:10]}"
HOSTILE = "<img src=x onerror=alert(1)> harbour </a><script>alert(2)</script>"


def hit(kind: str, name: str, title: str, href: str, **more: Any) -> dict[str, Any]:
    """A hit whose first word is marked."""
    excerpt = more.pop("excerpt", "")
    marks = [[0, len(title.split(maxsplit=1)[0])]]
    plain = {"date": "", "excerpt": {"text": excerpt, "marks": []}, "titleMarks": marks}
    return {"kind": kind, "id": name, "title": title, "href": href, **plain, **more}


HITS = [
    hit(
        "event",
        SIGNED,
        "Harbour Accord signed",
        f"events/{SIGNED}/",
        date="15 September 2020",
        excerpt="The ministers signed.",
        year=2020,
        storyline="lantern-forum",
    ),
    hit(
        "event",
        "2025-11-06-vellmark-to-join-harbour-accord",
        "Vellmark to join the Harbour Accord",
        "events/2025-11-06-vellmark-to-join-harbour-accord/",
        date="6 November 2025",
        year=2025,
        storyline="vellmark-accession",
    ),
    hit("outlet", "al-marsa", "اليوم harbour", "outlets/al-marsa/"),
    hit("quote", SIGNED, "harbour quoted", QUOTED, excerpt="We sign the Harbour Accord", year=2020),
    hit("page", "evil", HOSTILE, "methodology/", excerpt=HOSTILE),
    hit("page", "away", "leaving the harbour", "https://elsewhere.example/"),
]


def prepare(context: BrowserContext) -> list[str]:
    """Put the stand-in in place; gives the paths of all that is asked for."""
    asked: list[str] = []
    context.on("request", lambda request: asked.append(re.sub(r"^https?://[^/]+/", "", request.url)))
    context.route(
        "**/javascripts/search/finder.js", lambda route: route.fulfill(body=ENGINE, content_type="text/javascript")
    )
    context.route("**/data/stand-in.json", lambda route: route.fulfill(json=HITS))
    return asked


def look_for(page: Page, words: str) -> None:
    page.get_by_role("combobox", name="Search").press_sequentially(words)
    expect(page.locator(".dl-search__said")).to_contain_text("result")


def in_events(found: Page) -> Locator:
    return found.get_by_role("group", name="Events").get_by_role("option")
