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
        (evidence("agency", "morning") + DISPUTE, "corroborated"),
        (evidence("agency") + "withdrawn: {on: 2031-05-09, reason: It was a drill.}\n", "withdrawn"),
        (evidence("agency") + DISPUTE.replace("disputes", "comments"), "reported"),
    ],
)
def test_how_well_an_event_stands_follows_from_its_origins(event: str, standing: str, tmp_path: Path) -> None:
    assert world(tmp_path, event)[0].standing == standing


@pytest.mark.parametrize(
    ("more", "disputed"),
    [
        ("", ()),
        (DISPUTE, ("event",)),
        (DISPUTE.replace("disputes", "comments"), ()),
        (DISPUTE.replace("disputes", "supports"), ()),
        (DISPUTE + "    about: [date]\n", ("date",)),
        (DISPUTE + "    about: [places, date]\n", ("date", "places")),
        (DISPUTE + DISPUTE.removeprefix("claims:\n") + "    about: [date]\n", ("event", "date")),
        ("related:\n  - {event: other, relation: contradicts}\n", ()),
    ],
)
def test_a_dispute_has_the_scope_that_its_claim_gives_it(more: str, disputed: tuple[str, ...], tmp_path: Path) -> None:
    dossier, _ = world(tmp_path, evidence("morning") + more, other=evidence("agency"))
    assert dossier.disputed == disputed


@pytest.mark.parametrize(
    ("more", "disputed"),
    [
        ("", ("event",)),
        (", about: [date]", ("date",)),
    ],
)
def test_a_contradiction_marks_the_event_that_it_points_at(
    more: str, disputed: tuple[str, ...], tmp_path: Path
) -> None:
    other = evidence("agency") + f"related:\n  - {{event: it, relation: contradicts{more}}}\n"
    dossier, site = world(tmp_path, evidence("morning"), other=other)
    assert dossier.disputed == disputed
    assert site.dossiers["other"].disputed == ()


@pytest.mark.parametrize("relation", ["contradicts", "fulfils", "supersedes"])
def test_what_was_withdrawn_disputes_fulfils_and_supersedes_nothing(relation: str, tmp_path: Path) -> None:
    withdrawn = "withdrawn: {on: 2031-05-20, reason: x}\n"
    other = evidence("agency") + f"related:\n  - {{event: it, relation: {relation}}}\n" + withdrawn
    dossier, _ = world(tmp_path, evidence("morning") + "status: scheduled\n", other=other)
    assert (dossier.disputed, dossier.outlook) == ((), "overdue")


@pytest.mark.parametrize(
    ("fields", "basis"),
    [
        ("quote: on 1 May 2031, supports: [date]", "stated"),
        ("quote: on Thursday, supports: [date], date_words: Thursday", "resolved"),
        ("says: It happened., date_words: yesterday", "resolved"),
        ("quote: it happened, supports: [title]", "inferred"),
        ("says: It happened., supports: [date]", "inferred"),
        ("says: It happened., date_words: 1 May 2031", "stated"),
        ("says: It happened., date_words: May 2031", "resolved"),
        ("quote: on 1 May 2031, supports: [title]", "inferred"),
        ("quote: on 2 May 2031, supports: [date]", "inferred"),
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


@pytest.mark.parametrize("relation", ["fulfils", "supersedes"])
@pytest.mark.parametrize("date", ["2031-05-01", "2031-09-01"])
def test_what_another_event_answers_is_neither_overdue_nor_upcoming(relation: str, date: str, tmp_path: Path) -> None:
    awaited = evidence("morning").replace("2031-05-01", date) + "status: scheduled\n"
    other = evidence("agency") + f"related:\n  - {{event: it, relation: {relation}}}\n"
    dossier, site = world(tmp_path, awaited, other=other)
    assert dossier.outlook is None
    assert dossier.event not in (*(promise.event for promise in site.overdue), *site.upcoming)


@pytest.mark.parametrize("relation", ["follows", "part-of", "caused-by", "contradicts"])
def test_what_another_event_only_mentions_is_awaited_all_the_same(relation: str, tmp_path: Path) -> None:
    other = evidence("agency") + f"related:\n  - {{event: it, relation: {relation}}}\n"
    dossier, _ = world(tmp_path, evidence("morning") + "status: scheduled\n", other=other)
    assert dossier.outlook == "overdue"


def test_what_answers_another_event_is_itself_awaited(tmp_path: Path) -> None:
    answers = "status: scheduled\nrelated:\n  - {event: other, relation: fulfils}\n"
    dossier, site = world(tmp_path, evidence("morning") + answers, other=evidence("agency") + "status: announced\n")
    assert dossier.outlook == "overdue"
    assert site.dossiers["other"].outlook is None


@pytest.mark.parametrize(
    ("date", "status", "outlook"),
    [
        ("2031-09-01", "announced", "upcoming"),
        ("2031-09-01", "scheduled", "upcoming"),
        ("2031-09-01", "postponed", "upcoming"),
        ("2031-06-01", "scheduled", "upcoming"),
        ("2031-05-01", "postponed", None),
        ("2031-09-01", "cancelled", None),
        ("2031-09-01", "unconfirmed", None),
    ],
)
def test_what_may_still_come_is_upcoming(date: str, status: str, outlook: str | None, tmp_path: Path) -> None:
    text = evidence("morning").replace("2031-05-01", date) + f"status: {status}\n"
    dossier, site = world(tmp_path, text)
    assert dossier.outlook == outlook
    assert (dossier.event in site.upcoming) == (outlook == "upcoming")


def test_what_happened_in_a_part_happened_in_the_whole(tmp_path: Path) -> None:
    places = {"harbour": "name: H\npart_of: town\n", "town": "name: T\npart_of: isle\n", "isle": "name: I\n"}
    lines = {"pier": "title: P\nincludes: x\npart_of: port\n", "port": "title: Q\nincludes: x\n"}
    for kind, records in (("places", places), ("storylines", lines)):
        for name, text in records.items():
            (tmp_path / "content" / kind).mkdir(parents=True, exist_ok=True)
            (tmp_path / "content" / kind / f"{name}.yaml").write_text(text)
    dossier, site = world(tmp_path, evidence("morning") + "places: [harbour]\nstorylines: [pier]\n")
    assert {key for key, events in site.timeline.by_place.items() if dossier.event in events} == set(places)
    assert {key for key, events in site.timeline.by_storyline.items() if dossier.event in events} == set(lines)


STATES = """date: 2031-05-20
status:
  - {is: announced, since: 2031-04, evidence: [{article: morning, says: x}]}
  - {is: scheduled, since: 2031-05-10}
  - {is: occurred, since: 2031-05-20, evidence: [{article: relayed-again, says: x}, {article: relayed, says: x}]}
evidence:
  - {article: relayed, says: x}
"""


def test_a_state_is_known_from_its_evidence_or_else_from_its_since(tmp_path: Path) -> None:
    dossier, _ = world(tmp_path, STATES)
    known = [(version.state.is_, version.told and version.told.text) for version in dossier.versions]
    assert known == [("announced", "2031-05-02"), ("scheduled", "2031-05-10"), ("occurred", "2031-05-04")]
    assert dossier.first_announced and dossier.first_announced.text == "2031-05-02"


def test_what_nobody_announced_has_no_first_announcement(tmp_path: Path) -> None:
    assert world(tmp_path, evidence("morning"))[0].first_announced is None


QUOTES = """date: 2031-05-04
status:
  - {is: scheduled, since: 2031-05-01, evidence: [{article: morning, quote: will sign}]}
  - {is: LAST, since: 2031-05-04, evidence: [LAST_EVIDENCE]}
evidence:
  - {article: agency, quote: is to sign}
  - {article: relayed, quote: has signed}
claims:
  - {said_by: a, text: b, evidence: [{article: relayed, quote: we signed}]}
"""


@pytest.mark.parametrize(
    ("last", "last_evidence", "quote"),
    [
        ("occurred", "", "has signed"),
        ("occurred", "{article: relayed-again, quote: signed it}", "signed it"),
        ("ongoing", "{article: agency, quote: to be signed}", "has signed"),
        ("cancelled", "", "is to sign"),
        ("postponed", "{article: agency, quote: put off}", "put off"),
    ],
)
def test_the_leading_quote_is_of_what_the_event_is_now(
    last: str, last_evidence: str, quote: str, tmp_path: Path
) -> None:
    text = QUOTES.replace("LAST_EVIDENCE", last_evidence).replace("LAST", last)
    dossier, _ = world(tmp_path, text)
    assert dossier.leading_quote and dossier.leading_quote.quote == quote


def test_no_words_of_a_preview_or_a_claim_stand_for_what_occurred(tmp_path: Path) -> None:
    text = QUOTES.replace("LAST_EVIDENCE", "").replace("LAST", "occurred")
    dossier, _ = world(tmp_path, text.replace("  - {article: relayed, quote: has signed}\n", ""))
    assert dossier.leading_quote is None


def one(status: str, fields: str, date: str = "2031-05-01") -> str:
    """An event with one piece of evidence, of the agency's article of 1 May 2031 or another one."""
    return f"date: {date}\nstatus: {status}\nevidence:\n  - {{{fields}}}\n"


@pytest.mark.parametrize(
    ("event", "standing"),
    [
        (one("occurred", "article: agency, says: x"), "reported"),
        (one("occurred", "article: agency, says: x, supports: [title]"), "reported"),
        (one("occurred", "article: agency, says: x, supports: [date, status]"), "reported"),
        (one("occurred", "article: agency, says: x, supports: [date, actors]"), "unestablished"),
        (one("occurred", "article: agency, says: x, basis: headline"), "unestablished"),
        (one("occurred", "article: agency, says: x, basis: address"), "unestablished"),
        # A preview: its last day is before the first day of what happened.
        (one("occurred", "article: agency, says: x", "2031-05-02"), "unestablished"),
        (one("ongoing", "article: agency, says: x", "2031-05-02"), "unestablished"),
        (one("cancelled", "article: agency, says: x", "2031-05-02"), "reported"),
        (one("scheduled", "article: agency, says: x", "2031-09-02"), "reported"),
        # Days are those that are written: 23:10 in UTC is the next day in the east, and the same day there.
        (one("occurred", "article: agency, says: x", "2031-05-02T00:30+02:00"), "unestablished"),
        (one("occurred", "article: agency, says: x", "2031-05-01T23:50-05:00"), "reported"),
        # What lasts is known from its first day on; what began by a day, from its last.
        (one("occurred", "article: agency, says: x", "2031-04-20/2031-05-20"), "reported"),
        (one("occurred", "article: agency, says: x", "2031-05"), "reported"),
        (one("occurred", "article: agency, says: x", "2031-05/.."), "reported"),
        (one("occurred", "article: agency, says: x", "../2031-05-01"), "reported"),
        (one("occurred", "article: agency, says: x", "../2031-05-02"), "unestablished"),
        # Of an article that is later than a day, the day has to suffice.
        (one("occurred", "article: undated, says: x", "2031-05-01"), "reported"),
        (one("occurred", "article: undated, says: x", "2031-05-02"), "unestablished"),
    ],
)
def test_only_what_can_have_known_the_event_in_its_text_counts(event: str, standing: str, tmp_path: Path) -> None:
    assert world(tmp_path, event)[0].standing == standing


LIVES = """date: 2031-05-04
status:
  - {is: scheduled, since: 2031-05-01, evidence: [{article: agency, says: x}, {article: morning, says: x}]}
  - {is: occurred, since: 2031-05-04, evidence: [{article: relayed, says: x}]}
evidence:
  - {article: relayed-again, says: x}
claims:
  - {said_by: a, text: b, evidence: [{article: undated, says: x}]}
"""


def test_evidence_of_earlier_states_and_of_claims_stands_apart(tmp_path: Path) -> None:
    dossier, _ = world(tmp_path, LIVES)
    assert dossier.standing == "reported"
    assert [report.article.id for origin in dossier.origins for report in origin.reports] == [
        "relayed",
        "relayed-again",
    ]
    assert [report.article.id for report in dossier.previews] == ["agency", "morning"]
    assert [report.article.id for report in dossier.mentions] == ["undated"]
    assert dossier.first_announced and dossier.first_announced.text == "2031-05-01T23:10Z"
    assert dossier.first_reported and dossier.first_reported.text == "2031-05-04"


def test_what_rests_on_a_headline_is_cited_but_not_counted(tmp_path: Path) -> None:
    text = evidence("morning") + "  - {article: agency, says: x, basis: headline}\n"
    dossier, _ = world(tmp_path, text)
    assert [report.article.id for report in dossier.mentions] == ["agency"]
    assert (dossier.standing, len(dossier.origins)) == ("reported", 1)


@pytest.mark.parametrize(
    ("date", "long_after"),
    [("2030-05-01", True), ("2030-05-03", False), ("1948", True), ("2031", False), ("2030-05/..", False)],
)
def test_an_article_of_a_year_later_is_no_first_report(date: str, long_after: bool, tmp_path: Path) -> None:
    dossier, _ = world(tmp_path, evidence("morning").replace("2031-05-01", date))
    assert (dossier.told_long_after is not None) is long_after


def test_a_date_that_is_stated_goes_first_then_one_from_a_firm_day(tmp_path: Path) -> None:
    text = (
        "date: 2031-05-01\nevidence:\n  - {article: undated, says: x, date_words: Thursday}\n"
        "  - {article: morning, says: x, date_words: yesterday}\n"
    )
    dossier, _ = world(tmp_path / "a", text)
    assert dossier.date_basis.evidence and dossier.date_basis.evidence.article == "morning"
    dossier, _ = world(tmp_path / "b", text + "  - {article: undated, says: x, date_words: 1 May 2031}\n")
    assert dossier.date_basis.evidence and dossier.date_basis.evidence.article == "undated"


def test_the_words_of_a_claim_are_no_basis_of_the_date(tmp_path: Path) -> None:
    claim = (
        "claims:\n  - said_by: a\n    text: b\n    evidence: [{article: morning, says: x, date_words: 1 May 2031}]\n"
    )
    dossier, _ = world(tmp_path, evidence("agency") + claim)
    assert dossier.date_basis.kind == "inferred"


def test_what_announced_an_event_is_measured_from_the_event(tmp_path: Path) -> None:
    text = evidence("morning", "relayed-again").replace("2031-05-01", "2031-05-05")
    dossier, _ = world(tmp_path, text)
    ((preview,),) = [dossier.previews]
    assert preview.gap and (preview.gap.shortest, preview.gap.longest) == (-3, -3)
    assert dossier.first_announced and dossier.first_announced.text == "2031-05-02"


def test_an_article_of_before_that_says_nothing_of_the_event_did_not_announce_it(tmp_path: Path) -> None:
    text = evidence("morning", "relayed-again").replace("2031-05-01", "2031-05-05")
    text = text.replace("{article: morning, says: It happened.}", "{article: morning, says: x, supports: [summary]}")
    dossier, _ = world(tmp_path, text)
    assert (dossier.previews, [report.article.id for report in dossier.mentions]) == ((), ["morning"])
    assert dossier.first_announced is None


@pytest.mark.parametrize("status", ["announced", "scheduled"])
def test_what_is_only_said_to_come_was_announced_and_not_reported(status: str, tmp_path: Path) -> None:
    dossier, _ = world(tmp_path, f"{evidence('morning')}status: {status}\n".replace("2031-05-01", "2031-09-01"))
    assert dossier.first_announced and dossier.first_announced.text == "2031-05-02"
    assert dossier.first_reported is None


@pytest.mark.parametrize(
    ("date", "article", "told"),
    [
        ("2030-04-30", "agency", "2031-05-01T23:10Z"),
        ("2030-05-02", "agency", None),
        ("1991", "undated", "2031-05/.."),
        ("2030-06", "morning", None),
    ],
)
def test_of_what_lies_long_before_no_article_is_the_first_report(
    date: str, article: str, told: str | None, tmp_path: Path
) -> None:
    dossier, _ = world(tmp_path, evidence(article).replace("2031-05-01", date))
    assert (dossier.told_long_after and dossier.told_long_after.text) == told
    if told:
        assert (dossier.first, dossier.first_reported) == ((), None)


def test_of_several_days_the_firm_one_is_when_it_was_announced(tmp_path: Path) -> None:
    states = (
        "date: 2031-05-09\nstatus:\n  - {is: announced, since: 2031-05-02, evidence: [EVIDENCE]}\n"
        "  - {is: occurred, since: 2031-05-09}\nevidence: [{article: relayed-again, says: x}]\n"
    )
    rough = "outlet: agency-one\npublished: 2031-05-02~\nlanguage: fr\n"
    for number, names in enumerate((("rough", "morning"), ("morning", "rough"))):
        cited = ", ".join(f"{{article: {name}, says: x}}" for name in names)
        root = tmp_path / str(number)
        root.mkdir()
        (root / "content/articles").mkdir(parents=True)
        (root / "content/articles/rough.yaml").write_text(rough)
        dossier, _ = world(root, states.replace("EVIDENCE", cited))
        assert dossier.first_announced and dossier.first_announced.text == "2031-05-02"


def test_a_date_rests_on_what_can_have_known_it_before_a_preview(tmp_path: Path) -> None:
    words = "  - {article: ARTICLE, says: x, date_words: 5 May 2031}\n"
    text = "date: 2031-05-05\nevidence:\n" + words.replace("ARTICLE", "morning")
    basis = world(tmp_path / "a", text)[0].date_basis
    assert basis.evidence and basis.evidence.article == "morning"
    text += words.replace("ARTICLE", "relayed-again")
    basis = world(tmp_path / "b", text)[0].date_basis
    assert basis.evidence and basis.evidence.article == "relayed-again"


def test_what_tells_of_the_event_itself_announced_nothing(tmp_path: Path) -> None:
    text = (
        "date: 2031-05-03\nstatus:\n"
        "  - {is: announced, since: 2031-04, evidence: [{article: relayed, says: It had been announced.}]}\n"
        "  - {is: occurred, since: 2031-05-03}\nevidence: [{article: relayed, says: It happened.}]\n"
    )
    dossier, _ = world(tmp_path, text)
    assert (dossier.first_announced, dossier.first_reported and dossier.first_reported.text) == (None, "2031-05-04")
    dossier, _ = world(
        tmp_path / "b", text.replace(", evidence: [{article: relayed, says: It had been announced.}]", "")
    )
    assert dossier.first_announced and dossier.first_announced.text == "2031-04"


def test_the_leading_quote_is_of_an_article_that_counts(tmp_path: Path) -> None:
    text = (
        "date: 2031-05-01\nevidence:\n  - {article: morning, quote: on the side, supports: [summary]}\n"
        "  - {article: relayed, says: It happened.}\n  - {article: relayed, quote: in June, supports: [summary]}\n"
    )
    dossier, _ = world(tmp_path, text)
    assert dossier.leading_quote and dossier.leading_quote.quote == "in June"


def test_what_was_said_after_its_day_to_come_was_not_announced_then(tmp_path: Path) -> None:
    text = "date: 2031-05-01\nstatus: scheduled\nevidence: [{article: morning, says: It takes effect on 1 May.}]\n"
    dossier, _ = world(tmp_path, text)
    assert (dossier.first_announced, dossier.first_reported) == (None, None)


def test_evidence_of_a_last_state_counts_also_where_that_has_a_date_of_then(tmp_path: Path) -> None:
    text = (
        "date: 2031-05-01\nstatus: [{is: occurred, date: 2031-05~, evidence: [{article: morning, says: x}]}]\n"
        "evidence: [{article: agency, says: x}]\n"
    )
    dossier, _ = world(tmp_path, text)
    assert (dossier.standing, len(dossier.origins)) == ("corroborated", 2)
