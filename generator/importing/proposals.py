"""Rows of a table as proposed records: events, the articles and outlets that they cite, and a storyline of its eras."""

# Nothing here reads or writes a file. What the table does not say stands as a doubt beside its field.

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from generator.dates.instants import DAY
from generator.dates.parse import parse_edtf
from generator.drafting.known import Records, host_of
from generator.drafting.naming import free_article, free_event, outlet_of
from generator.drafting.proposals import Doubts, Proposal
from generator.ids import as_id
from generator.importing.days import DayError, Order, date_of, is_formula
from generator.importing.table import Row
from generator.records.meant import Names
from generator.records.model import Ref
from generator.words.markup import html_links, html_text, markdown_of

_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\{}|^]+")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|avif|tiff?|mp3|wav|ogg)$", re.IGNORECASE)
_NO_SOURCE = (
    "maps.google.",
    "google.com/maps",
    "images.",
    "upload.wikimedia.org",
    "flickr.com",
    "flic.kr",
)
_WHOLE = re.compile(r"^(?:https?://\S+[\s,;]*)+$")

WhyNot = Callable[[str, Any], str]
"""Says of an event's field what is wrong with a value; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command was told, and what the records know: storylines and kinds by id and by name, folded."""

    today: date
    language: str
    name: str
    """The table's own name, as people would say it."""
    order: Order | None
    without_evidence: bool
    storylines: Mapping[str, str]
    kinds: Mapping[str, str]
    why_not: WhyNot


@dataclass
class Imported:
    """What a table becomes; `refused` says of rows why they are not imported, one line each."""

    proposals: list[Proposal] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


class _RowError(ValueError):
    """Why a row is no record."""


def imported(rows: Iterable[Row], records: Records, names: Names, settings: Settings) -> Imported:
    """Propose records for every row that can be read."""
    return _Import(records, names, settings).of(tuple(rows))


class _Import:
    def __init__(self, records: Records, names: Names, settings: Settings) -> None:
        self.records, self.names, self.settings = records, names, settings
        self.found = Imported()
        self.articles = dict(records.articles)
        self.taken = {kind: {one for of, one in records.taken if of == kind} for kind in ("articles", "outlets")}
        self.events: set[str] = set()
        self.storyline = ""

    def of(self, rows: tuple[Row, ...]) -> Imported:
        """Eras come first, for events belong to their storyline."""
        eras = [row for row in rows if row.cells.get("type", "").casefold() == "era"]
        titles = [row for row in rows if row.cells.get("type", "").casefold() == "title"]
        if eras:
            self._storyline(eras, titles)
        for row in titles:
            why = "its words are the storyline's" if eras else "the title slide is no event"
            self.found.skipped.append(f"{row.where}: {why}.")
        for row in rows:
            if row not in eras and row not in titles:
                try:
                    self._event(row)
                except (_RowError, DayError) as error:
                    what = "the date " if isinstance(error, DayError) else ""
                    self.found.refused.append(f"{row.where}: {what}{str(error).rstrip('.')}.")
        return self.found

    def _storyline(self, rows: list[Row], titles: list[Row]) -> None:
        eras: list[dict[str, str]] = []
        doubts: Doubts = {("includes",): "the rule for what belongs to it"}
        for row in rows:
            try:
                title = self._words(row, "title")
                written, doubt = date_of(row.cells, self.settings.order, self.settings.today, self.settings.language)
            except (_RowError, DayError) as error:
                what = "the date " if isinstance(error, DayError) else ""
                self.found.refused.append(f"{row.where}: {what}{str(error).rstrip('.')}.")
                continue
            first, _, last = written.partition("/")
            if doubt:
                doubts["eras", len(eras), "from"] = doubt
            eras.append({"title": title, "from": first, **({"to": last} if last else {})})
        if not eras:
            return
        cells = titles[0].cells if titles else {}
        title = html_text(cells.get("title", "")) or self.settings.name
        if self.settings.why_not("title", title):
            title = self.settings.name
        summary = markdown_of(html_text(cells.get("text", "")))
        self.storyline = as_id(title) or as_id(self.settings.name) or "imported"
        data = {
            "title": title,
            "summary": summary if summary and not self.settings.why_not("summary", summary) else None,
            "includes": f"Events of “{title}”.",
            "eras": eras,
        }
        self._propose("storylines", self.storyline, data, doubts)

    def _event(self, row: Row) -> None:
        title = self._words(row, "title")
        written, doubt = date_of(row.cells, self.settings.order, self.settings.today, self.settings.language)
        doubts: Doubts = {("date",): doubt} if doubt else {}
        text = html_text(row.cells.get("text", ""))
        summary = "" if _WHOLE.match(text) else markdown_of(text)
        self._check("title", title)
        self._check("date", written)
        if summary:
            self._check("summary", summary)
        data: dict[str, Any] = {"title": title, "date": written, "summary": summary or None}
        self._status(row, written, data, doubts)
        self._grouped(row, f"{title} {text}", data, doubts)
        for name in ("actors", "places"):
            self._ids(row, name, data, doubts)
        if "importance" in row.cells:
            self._check("importance", row.cells["importance"])
            data["importance"] = row.cells["importance"]
        cited: list[Proposal] = []
        data["evidence"] = self._evidence(row, title, written, summary, doubts, cited)
        record_id = free_event(written, title, self.events)
        self.events.add(record_id)
        self.found.proposals.extend(cited)
        self._propose("events", record_id, data, doubts)

    def _words(self, row: Row, name: str) -> str:
        cell = row.cells.get(name, "")
        if is_formula(cell):
            raise _RowError(f"the {name} is a formula, `{cell[:30]}`: export what it gives")
        words = html_text(cell)
        if not words:
            raise _RowError(f"it has no {name}")
        return words

    def _check(self, name: str, value: Any) -> None:
        if wrong := self.settings.why_not(name, value):
            raise _RowError(wrong)

    def _status(self, row: Row, written: str, data: dict[str, Any], doubts: Doubts) -> None:
        ahead = parse_edtf(written).first_day.epoch_seconds // DAY > (self.settings.today - date(1970, 1, 1)).days
        if status := row.cells.get("status", "").casefold():
            self._check("status", status)
            data["status"] = status
        elif ahead:
            data["status"] = "scheduled"
            doubts["status",] = "its date is still to come"

    def _grouped(self, row: Row, words: str, data: dict[str, Any], doubts: Doubts) -> None:
        """The kind and the storylines, by columns of their own, or by the table's groups."""
        storylines = [self.storyline] if self.storyline else []
        kind = ""
        for name in ("kind", "group", "storylines"):
            for group in re.split(r"[;,]" if name != "group" else r"[;]", html_text(row.cells.get(name, ""))):
                key = group.strip().casefold()
                if not key:
                    continue
                if name != "storylines" and key in self.settings.kinds:
                    kind = self.settings.kinds[key]
                elif name != "kind" and key in self.settings.storylines:
                    storylines.append(self.settings.storylines[key])
                else:
                    doubts["kind",] = f"the table has the {name} “{group.strip()[:80]}”, which no record has"
        if not kind:
            kind, is_sure = self.records.kinds.of(words)
            if not is_sure:
                doubts.setdefault(("kind",), "which kind?")
        data["kind"] = kind
        data["storylines"] = list(dict.fromkeys(storylines))

    def _ids(self, row: Row, name: str, data: dict[str, Any], doubts: Doubts) -> None:
        unknown = []
        for part in re.split(r"[;,\n]", html_text(row.cells.get(name, ""))):
            if not (words := part.strip()):
                continue
            if found := self.names.as_ids(words, Ref(name)):
                data.setdefault(name, []).extend(one for one in found if one not in data[name])
            else:
                unknown.append(words)
        if unknown:
            place = (name,) if data.get(name) else ("evidence",)
            before = f"{doubts[place]}; " if place in doubts else ""
            doubts[place] = f"{before}no record of {name} has these names: {', '.join(unknown)[:200]}"

    # What a row rests on.

    def _evidence(
        self, row: Row, title: str, written: str, summary: str, doubts: Doubts, cited: list[Proposal]
    ) -> list[dict[str, Any]]:
        links = sources_of(row.cells)
        quote = html_text(row.cells.get("quote", ""))
        says = markdown_of(html_text(row.cells.get("says", "")) or title)
        items: list[dict[str, Any]] = []
        for link in links:
            item: dict[str, Any] = {"article": self._article(link, row, title, cited)}
            if quote and not items:
                item["quote"] = quote
            else:
                item["says"] = says
                doubts["evidence", len(items)] = "the table cites it and gives none of its words: write its `quote`"
            items.append(item)
        if items:
            return items
        if not self.settings.without_evidence:
            raise _RowError("no source is named, and an event needs evidence: add a link, or use `--without-evidence`")
        # The table itself is all that says so: cited for what it gives, it does not establish that it happened.
        doubts["evidence", 0] = "the table names no source: cite an article in place of the table"
        article = self._table(cited)
        return [{"article": article, "says": says, "supports": ["date", "summary"] if summary else ["date"]}]

    def _article(self, link: str, row: Row, title: str, cited: list[Proposal]) -> str:
        if link in self.articles:
            return self.articles[link]
        outlet = outlet_of(link, None, self.records) or "unknown-outlet"
        host = host_of(link)
        doubts: Doubts = {("language",): "the table does not say: the site's own language"}
        published, basis = self._published(row, doubts)
        record_id = free_article(
            published.lstrip(".[/") if not basis else "undated", outlet, title, self.taken["articles"]
        )
        self._outlet(outlet, {"name": host, "url": f"https://{host}/"}, cited)
        data = {
            "outlet": outlet,
            "url": link,
            "published": published,
            "published_basis": basis,
            "language": self.settings.language,
        }
        cited.append(Proposal("articles", record_id, _kept(data), doubts))
        self.taken["articles"].add(record_id)
        self.articles[link] = record_id
        return record_id

    def _published(self, row: Row, doubts: Doubts) -> tuple[str, str | None]:
        if "published" in row.cells:
            cells = {"date": row.cells["published"]}
            return date_of(cells, self.settings.order, self.settings.today, self.settings.language)[0], None
        doubts["published",] = "the day that the article gives"
        return f"../{self.settings.today}", "not known: it was there when the table was imported"

    def _table(self, cited: list[Proposal]) -> str:
        name = as_id(self.settings.name) or "imported-table"
        if name in self.articles:
            return self.articles[name]
        self._outlet(name, {"name": self.settings.name}, cited)
        data = {
            "title": self.settings.name,
            "outlet": name,
            "published": f"../{self.settings.today}",
            "published_basis": "not known: it was there when it was imported",
            "language": self.settings.language,
            "kind": "other",
        }
        cited.append(
            Proposal("articles", name, data, {("kind",): "the imported table, cited where it names no source"})
        )
        self.articles[name] = name
        return name

    def _outlet(self, outlet: str, data: Mapping[str, Any], cited: list[Proposal]) -> None:
        if outlet not in self.taken["outlets"]:
            self.taken["outlets"].add(outlet)
            cited.append(Proposal("outlets", outlet, data, {("name",): "the outlet's own name"}))

    def _propose(self, kind: str, record_id: str, data: Mapping[str, Any], doubts: Doubts) -> None:
        self.found.proposals.append(Proposal(kind, record_id, _kept(data), doubts))


def sources_of(cells: Mapping[str, str]) -> list[str]:
    """The addresses that a row rests on, in order, each once; pictures, sounds and maps say nothing."""
    found: list[str] = []
    for name in ("url", "text", "media", "credit", "caption"):
        cell = cells.get(name, "")
        found += html_links(cell)
        found += [link.rstrip(".,;:!?)]") for link in _ADDRESS.findall(html_text(cell))]
    return [link for link in dict.fromkeys(found) if _is_source(link)]


def _is_source(link: str) -> bool:
    try:
        parts = urlsplit(link)
        _ = parts.port
    except ValueError:
        return False
    is_plain = parts.hostname and parts.username is None and _ADDRESS.fullmatch(link) and len(link) <= 4_000
    return bool(is_plain) and not _PICTURE.search(parts.path) and not any(one in link for one in _NO_SOURCE)


def _kept(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, (), [])}
