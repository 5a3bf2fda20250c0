"""What becomes of an article that is new to the records: its outlet, its id, and the files that it fills."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.commands.reading import Given
from generator.drafting.drafts import Draft
from generator.drafting.known import Records
from generator.drafting.languages import language_of
from generator.drafting.naming import free_article, outlet_of
from generator.drafting.pages import MOST_BYTES, Page, PageError, page_of
from generator.drafting.proposals import Proposal
from generator.drafting.told import Source
from generator.files import FileError, read_input
from generator.project import CONTENT, SNAPSHOTS
from generator.records.write import new_record


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of articles that do not say it themselves; None where nobody says anything."""

    published: date | None
    outlet: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article that was read, before anything is drafted from it, and the id that it has or will have."""

    name: str
    """What it is called in messages."""
    id: str
    page: Page
    day: date
    outlet: str
    language: str
    is_known: bool


def article_of(
    one: Given, records: Records, said: Said, today: date, taken: Collection[str], root: Path
) -> Article | str:
    """Read an article and find its outlet and its id; a line of text says what is missing.

    The records have an article already where they have its address, or its very text below `root`.
    """
    try:
        page = page_of(one.content, one.url, today, one.charset)
    except PageError as error:
        return f"{one.name}: {error}."
    day = said.published or page.published
    if day is None:
        return f"{one.name}: the article does not say when it was published: say it by `--published YYYY-MM-DD`."
    if day > today:
        return (
            f"{one.name}: it is dated {day}, which is still to come: say by `--published YYYY-MM-DD` when it came out."
        )
    known = next((record_id for url, record_id in records.articles if page.url and url == page.url), None)
    outlet = said.outlet or outlet_of(page.url, page.outlet, records)
    if outlet is None:
        return f"{one.name}: the article does not say who published it: say it by `--outlet ID`."
    language = said.language or page.language or language_of(page.text)
    wanted = free_article(day, outlet, page.title, ())
    alike = (one for one in sorted(taken) if one == wanted or one.startswith(f"{wanted}-"))
    known = known or next((one for one in alike if holds(root / text_of(one), page.text)), None)
    found = known or free_article(day, outlet, page.title, taken)
    return Article(one.name, found, page, day, outlet, language, known is not None)


def holds(file: Path, text: str) -> bool:
    """Whether a file is there and holds this very text."""
    try:
        return read_input(file, MOST_BYTES) == text.encode()
    except FileError:
        return False


def text_of(article: str) -> str:
    """Where the text of an article is kept."""
    return f"{SNAPSHOTS}/{article}.txt"


def source_of(article: Article, drafts: tuple[Draft, ...] = ()) -> Source:
    """The article as what drafts of it are proposed from."""
    return Source(article.id, article.page, article.day, article.outlet, article.language, drafts, article.is_known)


def files_of(proposals: Iterable[Proposal], sources: Iterable[Source] = ()) -> dict[str, str]:
    """The files that hold new records and the texts of articles, by their paths."""
    texts = {text_of(source.id): source.page.text for source in sources}
    return texts | {place_of(one.kind, one.id): new_record(one.kind, one.data, one.doubts) for one in proposals}


def place_of(kind: str, record_id: str) -> str:
    """Where a new record goes: events by their year."""
    is_of_a_year = kind == "events" and re.match("[0-9]{4}-|[0-9]{4}$", record_id)
    folder = f"{CONTENT}/{kind}" + (f"/{record_id[:4]}" if is_of_a_year else "")
    return f"{folder}/{record_id}.yaml"
