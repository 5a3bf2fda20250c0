"""A page as others cite it: BibTeX, RIS and CSL-JSON, each with the day as of which the page says what it says."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.dates.instants import Instant
from generator.outputs.edition import Edition
from generator.story.dossier import Dossier
from generator.words.controls import without_controls

# What means something in BibTeX. Braces are written without braces: BibTeX counts them even behind a backslash.
_LATEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{sign: f"\\{sign}" for sign in "$&#_%"},
    }
)


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited: texts on one line each, empty where nothing is known."""

    id: str
    title: str
    site: str
    url: str
    day: Instant
    language: str


def citation_of(edition: Edition, dossier: Dossier) -> Citation:
    """How an event's page is cited."""
    event, published = dossier.event, edition.published
    wording = edition.language.pick(event.title.by_language)
    url = published.address(f"events/{event.id}.md")
    return Citation(event.id, _line(wording.text), _line(published.name), url, edition.site.today, wording.language)


def bibtex(citation: Citation) -> str:
    """The citation for BibTeX and biblatex, in UTF-8."""
    fields = {
        "title": f"{{{citation.title.translate(_LATEX)}}}",  # doubly braced: its capitals stay
        "organization": citation.site.translate(_LATEX),
        "url": citation.url,
        "urldate": _iso(citation.day),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@online{{{citation.id},\n{''.join(lines)}}}\n"


def ris(citation: Citation) -> str:
    """The citation in the tagged lines of RIS."""
    lines = {
        "TY": "ELEC",
        "ID": citation.id,
        "TI": citation.title,
        "T2": citation.site,
        "UR": citation.url,
        "Y2": _iso(citation.day).replace("-", "/"),
        "LA": citation.language,
    }
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines.items() if value) + "ER  - \r\n"


def csl_json(citation: Citation) -> str:
    """The citation as citation processors read it (CSL-JSON)."""
    item = {
        "id": citation.id,
        "type": "webpage",
        "title": citation.title,
        "container-title": citation.site,
        "URL": citation.url,
        "accessed": {"date-parts": [[citation.day.year, citation.day.month, citation.day.day]]},
        "language": citation.language,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, tuple[str, Callable[[Citation], str]]] = {
    "cite.bib": ("BibTeX", bibtex),
    "cite.ris": ("RIS", ris),
    "cite.json": ("CSL-JSON", csl_json),
}
"""The files below an event's address by their names: what each is called, and how it is written."""


def _line(text: str) -> str:
    return " ".join(without_controls(text).split())


def _iso(day: Instant) -> str:
    return day.date_iso()
