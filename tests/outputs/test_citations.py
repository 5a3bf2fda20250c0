"""Citations say what they should in the eyes of the programs that read them, whatever a title holds."""

import json
import warnings
from pathlib import Path

import pytest
import rispy  # type: ignore[import-untyped]
from citeproc import (  # type: ignore[import-untyped]
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]
from pybtex.database import parse_string  # type: ignore[import-untyped]
from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

from generator.build import declare
from generator.dates.today import read_day
from generator.outputs.citations import Citation as Cited
from generator.outputs.citations import bibtex, csl_json, ris
from generator.outputs.publication import Publication
from tests.examples import TODAY, project

TITLES = [
    "Two ports sign a treaty",
    "100 % of {fees} & #1 for $5_000 ^ ~ \\ {",
    "} unbalanced } @online{x, title = {y}",
    "Les “ports” d'Été",
    "الميناءان يوقعان معاهدة",
    "ER - TY - JOUR",
    "ER  - ends  - here",
    "TY  - JOUR {\\textbackslash} \\\\ {{}} \\}",
    "阿布扎比 “和平” Қазақстан שלום 🕊 é",
]


def cited(title: str) -> Cited:
    """A citation of a page with a title."""
    return Cited("it", title, "Ports & tides", "https://ports.example/a_b/events/it/", read_day("2031-06-01"), "en")


def read(latex: str) -> str:
    """What LaTeX says; the judge does not know the names of braces, and takes a circumflex for an accent."""
    known = latex.replace(r"{\textbraceleft}", r"\{").replace(r"{\textbraceright}", r"\}")
    words: str = LatexNodes2Text().latex_to_text(known)
    return words.replace("ˆ", "^")


@pytest.mark.parametrize("title", TITLES)
def test_bibtex_is_read_back(title: str) -> None:
    (key, entry), *others = parse_string(bibtex(cited(title)), "bibtex").entries.items()
    assert (key, entry.type, others) == ("it", "online", [])
    assert read(entry.fields["title"]) == " ".join(title.split())  # LaTeX knows no second space
    assert read(entry.fields["organization"]) == "Ports & tides"
    assert (entry.fields["url"], entry.fields["urldate"]) == (cited(title).url, "2031-06-01")


@pytest.mark.parametrize("title", TITLES)
def test_ris_is_read_back(title: str) -> None:
    (entry,) = rispy.loads(ris(cited(title)))
    assert entry["type_of_reference"] == "ELEC"
    assert entry["title"] == title
    assert entry["secondary_title"] == "Ports & tides"
    assert entry["urls"] == [cited(title).url]
    assert entry["access_date"] == "2031/06/01"


@pytest.mark.parametrize("title", TITLES)
def test_csl_json_is_read_by_a_citation_processor(title: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)  # it warns of what no item has
        source = CiteProcJSON(json.loads(csl_json(cited(title))))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem("it")]))
    (entry,) = bibliography.bibliography()
    assert "https://ports.example/a_b/events/it/" in str(entry)
    assert json.loads(csl_json(cited(title)))[0]["title"] == title


def test_a_title_on_several_lines_is_one_line(tmp_path: Path) -> None:
    event = 'title: "A\\n  B"\ndate: 2031\nkind: meeting\nevidence: [{article: a, says: x}]\n'
    article = "outlet: harbour-post\npublished: 2031\nlanguage: en\n"
    root = project(tmp_path, {"content/events/it.yaml": event, "content/articles/a.yaml": article})
    declared = declare(root, TODAY, published=Publication("Ports", "https://ports.example/sub/", folders=False))
    made = {output.path: output for output in declared.outputs}
    (entry,) = rispy.loads(made["events/it/cite.ris"].make())
    assert entry["title"] == "A B"
    assert entry["urls"] == ["https://ports.example/sub/events/it.html"]


def test_what_is_not_known_of_the_site_is_left_out() -> None:
    unknown = Cited("it", "It", "", "", read_day("2031-06-01"), "en")
    assert "url =" not in bibtex(unknown) and "organization" not in bibtex(unknown)
    assert "UR  -" not in ris(unknown) and "T2  -" not in ris(unknown)
    assert json.loads(csl_json(unknown))[0].keys() == {"id", "type", "title", "accessed", "language"}
