"""What is derived of how an event was reported: origins, who was first, how well it stands, what its date rests on."""

from pathlib import Path

import pytest

from generator.build import check_content
from generator.problems import has_errors
from generator.story.dossier import Dossier
from generator.story.site import Site
from generator.words.date_words import gap_in_words
from generator.words.language import load_language
from tests.examples import TODAY, read_example

ARTICLES = {
    "morning": "outlet: harbour-post\npublished: 2031-05-02\nlanguage: en\n",
    "agency": "outlet: agency-one\npublished: 2031-05-01T23:10Z\nlanguage: fr\nkind: wire\n",
    "relayed": "outlet: harbour-post\npublished: 2031-05-04\nlanguage: en\norigin: agency-one\n",
    "relayed-again": "outlet: harbour-post\npublished: 2031-05-06\nlanguage: en\norigin: relayed\n",
    "undated": "outlet: harbour-post\npublished: 2031-05/..\nlanguage: en\n",
}


def world(tmp_path: Path, event: str, **more: str) -> tuple[Dossier, Site]:
    """The base with the articles above and one event, `it`, of which only the part that matters is written."""
    files = dict(read_example("a-clean-project").files)
    del files["content/events/2031/2031-05-01-treaty-signed.yaml"]
    files |= {f"content/articles/{name}.yaml": text for name, text in ARTICLES.items()}
    files["content/events/2031/it.yaml"] = "title: It\nkind: meeting\n" + event
    files |= {f"content/events/2031/{name}.yaml": "title: Other\nkind: meeting\n" + text for name, text in more.items()}
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    checked = check_content(tmp_path, TODAY)
    assert not has_errors(checked.problems), checked.problems
    return checked.site.dossiers["it"], checked.site


def evidence(*articles: str) -> str:
    items = "".join(f"  - {{article: {article}, says: It happened.}}\n" for article in articles)
    return f"date: 2031-05-01\nevidence:\n{items}"


@pytest.mark.parametrize(
    ("articles", "origins"),
    [
        (["morning"], [("Harbour Post", ["morning:"])]),
        (["morning", "agency"], [("Agency One", ["agency:"]), ("Harbour Post", ["morning:1 day after"])]),
        (["relayed", "agency"], [("Agency One", ["agency:", "relayed:3 days after"])]),
        (["relayed-again", "relayed"], [("Agency One", ["relayed:", "relayed-again:2 days after"])]),
    ],
)
def test_reports_are_grouped_by_origin_and_timed(
    articles: list[str], origins: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    dossier, _ = world(tmp_path, evidence(*articles))
    language = load_language("en")
    found = [
        (
            language.pick(origin.outlet.name.by_language).text,
            [f"{r.article.id}:{gap_in_words(r.gap, language) if r.gap else ''}" for r in origin.reports],
        )
        for origin in dossier.origins
    ]
    assert found == origins


DISPUTE = "claims:\n  - said_by: a minister\n    text: It never happened.\n    stance: disputes\n    evidence:\n"
DISPUTE += "      - {article: morning, says: A minister denied it.}\n"


@pytest.mark.parametrize(
    ("event", "standing"),
    [
        (evidence("morning"), "reported"),
        (evidence("agency", "relayed", "relayed-again"), "reported"),
        (evidence("agency", "morning"), "corroborated"),
        (evidence("agency", "morning") + DISPUTE, "disputed"),
        (evidence("agency") + "withdrawn: {on: 2031-05-09, reason: It was a drill.}\n", "withdrawn"),
        (evidence("agency") + DISPUTE.replace("disputes", "comments"), "reported"),
    ],
)
def test_how_well_an_event_stands_follows_from_its_origins(event: str, standing: str, tmp_path: Path) -> None:
    assert world(tmp_path, event)[0].standing == standing


def test_a_contradiction_disputes_both_events(tmp_path: Path) -> None:
    other = evidence("agency") + "related:\n  - {event: it, relation: contradicts}\n"
    dossier, site = world(tmp_path, evidence("morning"), other=other)
    assert dossier.standing == "disputed"
    assert site.dossiers["other"].standing == "disputed"


@pytest.mark.parametrize(
    ("fields", "basis"),
    [
        ("quote: on 1 May 2031, supports: [date]", "stated"),
        ("quote: on Thursday, supports: [date], date_words: Thursday", "resolved"),
        ("says: It happened., date_words: yesterday", "resolved"),
        ("quote: it happened, supports: [title]", "inferred"),
        ("says: It happened., supports: [date]", "inferred"),
    ],
)
def test_what_a_date_rests_on_follows_from_the_evidence(fields: str, basis: str, tmp_path: Path) -> None:
    dossier, _ = world(tmp_path, f"date: 2031-05-01\nevidence:\n  - {{article: morning, {fields}}}\n")
    assert dossier.date_basis.kind == basis


@pytest.mark.parametrize(
    ("date", "status", "overdue"),
    [
        ("2031-05-01", "scheduled", True),
        ("2031-05-01", "announced", True),
        ("2031-05-31", "scheduled", True),
        ("2031-06-01", "scheduled", False),
        ("2031-06", "scheduled", False),
        ("2031", "announced", False),
        ("2031-05/..", "announced", False),
        ("2031-05-01", "occurred", False),
        ("2031-05-01", "cancelled", False),
        ("2031-05-01", "postponed", False),
    ],
)
def test_only_what_should_surely_have_happened_is_overdue(
    date: str, status: str, overdue: bool, tmp_path: Path
) -> None:
    text = evidence("morning").replace("2031-05-01", date) + f"status: {status}\n"
    dossier, _ = world(tmp_path, text)
    assert dossier.is_overdue is overdue


def test_what_another_event_fulfils_is_not_overdue(tmp_path: Path) -> None:
    other = evidence("agency") + "related:\n  - {event: it, relation: fulfils}\n"
    dossier, _ = world(tmp_path, evidence("morning") + "status: scheduled\n", other=other)
    assert dossier.outlook is None
