"""What was said to be coming: by whom, since when, until when, how late it is, and what became of it."""

from pathlib import Path

import pytest

from generator.records.parts import Claim
from generator.story.promises import Promise, what_matters_first
from tests.story.test_dossier import evidence, world


def promise(tmp_path: Path, event: str, **more: str) -> Promise:
    """The one promise of a world whose event `it` is written so."""
    _, site = world(tmp_path, event, **more)
    (found,) = [one for one in site.promises if one.event.id == "it"]
    return found


def said(date: str, status: str = "scheduled", more: str = "") -> str:
    return evidence("morning").replace("2031-05-01", date) + f"status: {status}\n" + more


STATES = (
    "status:\n  - {is: scheduled, since: 2031-04-20, date: 2031-04-25, evidence: [{article: morning, says: Soon.}]}\n"
    "  - {is: %s, since: 2031-05-01}\n"
)


@pytest.mark.parametrize(
    ("event", "fate", "days_late"),
    [
        (said("2031-05-31"), "overdue", 1),  # it is 1 June 2031
        (said("2031-05"), "overdue", 1),
        (said("2031-05-01"), "overdue", 31),
        (said("2031-06-01"), "awaited", None),
        (said('"[2031-05-02..]"', "announced"), "awaited", None),
        (said("2031-05-01", "postponed"), "postponed", None),
        (said("2031-05-01", "cancelled").replace("cancelled", "[{is: scheduled, since: 2031-04-20},"
         " {is: cancelled, since: 2031-05-01}]"), "cancelled", None),
        (evidence("agency") + STATES % "occurred", "kept", 6),
        (evidence("agency") + STATES.replace("2031-04-25", "2031-05-01") % "occurred", "kept", None),
        (evidence("agency") + STATES.replace(" date: 2031-04-25,", "") % "ongoing", "kept", None),
        (evidence("agency") + STATES % "unconfirmed", "unconfirmed", None),
    ],
)  # fmt: skip
def test_what_became_of_a_promise_and_how_late_it_was(
    event: str, fate: str, days_late: int | None, tmp_path: Path
) -> None:
    found = promise(tmp_path, event)
    assert (found.fate, found.days_late) == (fate, days_late)


@pytest.mark.parametrize(
    ("relation", "day", "fate", "days_late"),
    [("fulfils", "2031-05-11", "fulfilled", 10), ("fulfils", "2031-05", "fulfilled", None),
     ("supersedes", "2031-05-11", "superseded", None)],
)  # fmt: skip
def test_another_event_answers_a_promise(
    relation: str, day: str, fate: str, days_late: int | None, tmp_path: Path
) -> None:
    other = (
        evidence("relayed-again").replace("2031-05-01", day) + f"related:\n  - {{event: it, relation: {relation}}}\n"
    )
    found = promise(tmp_path, said("2031-05-01"), other=other)
    assert (found.fate, found.days_late, [event.id for event in found.answers]) == (fate, days_late, ["other"])
    assert not found.is_open


@pytest.mark.parametrize("event", [evidence("morning"), said("2031-05-01", "cancelled")])
def test_what_was_never_said_to_be_coming_is_no_promise(event: str, tmp_path: Path) -> None:
    _, site = world(tmp_path, event)
    assert site.promises == ()


def test_what_was_withdrawn_promises_nothing(tmp_path: Path) -> None:
    _, site = world(tmp_path, said("2031-05-01") + "withdrawn: {on: 2031-05-20, reason: It was another port.}\n")
    assert site.promises == ()


def test_it_was_promised_when_it_was_first_said_and_is_due_when_it_was_last_said(tmp_path: Path) -> None:
    states = STATES.replace(", evidence: [{article: morning, says: Soon.}]", "") % "occurred"
    found = promise(tmp_path, evidence("agency") + states)
    assert (found.since and found.since.text, found.due and found.due.text) == ("2031-04-20", "2031-04-25")
    without = promise(tmp_path, evidence("agency") + STATES.replace(" date: 2031-04-25,", "") % "occurred")
    assert without.due is None


ACTORS = "actors: [port-authority, {actor: mara-lind, role: host}]\n"
CLAIM = "claims:\n  - {said_by: a mate, text: It will., %sevidence: [{article: morning, says: It will.}]}\n"
LATER = CLAIM.replace("morning", "relayed")


@pytest.mark.parametrize(
    ("event", "by"),
    [
        # The articles: `morning` of 2 May, `relayed` of 4 May, `undated` of some day since 1 May.
        (said("2031-05-31", more=ACTORS + CLAIM % ""), ["mara-lind"]),
        (said("2031-05-31", more="actors: [port-authority]\n" + CLAIM % ""), ["a mate"]),
        (said("2031-05-31", more="actors: [port-authority]\n" + CLAIM % "stance: disputes, "), []),
        (said("2031-05-31", more="actors: [port-authority]\n"), []),
        (said("2031-05-31"), []),
        (said("2031-05", more=CLAIM % ""), ["a mate"]),
        # Words of the day itself, or of later, are no promise; one article before suffices.
        (said("2031-05-03", more=CLAIM % ""), ["a mate"]),
        (said("2031-05-02", more=CLAIM % ""), []),
        (said("2031-05-01", more=CLAIM % ""), []),
        (said("2031-05-03", more=LATER % ""), []),
        (said("2031-05-03", more=LATER.replace("evidence: [", "evidence: [{article: morning, says: Soon.}, ") % ""),
         ["a mate"]),
        (said("2031-05-31", more=CLAIM.replace("morning", "undated") % ""), []),
        # Nor are those of after it came, however early that was.
        (evidence("agency") + STATES.replace("2031-04-25", "2031-05-31") % "occurred" + CLAIM % "", []),
        (evidence("relayed").replace("2031-05-01", "2031-05-04") + STATES % "occurred" + CLAIM % "", []),
        (evidence("relayed").replace("2031-05-01", "2031-05-04")
         + STATES.replace("2031-04-25", "2031-05-03") % "occurred" + CLAIM % "", ["a mate"]),
    ],
)  # fmt: skip
def test_who_promised_is_who_has_a_role_or_else_who_spoke_of_it_before_it_was_due(
    event: str, by: list[str], tmp_path: Path
) -> None:
    found = promise(tmp_path, event)
    names = [one.said_by.by_language["en"] if isinstance(one, Claim) else one.actor for one in found.by]
    assert names == by


def test_what_is_said_once_another_event_fulfilled_it_is_no_promise(tmp_path: Path) -> None:
    other = evidence("agency") + "related:\n  - {event: it, relation: fulfils}\n"
    assert promise(tmp_path, said("2031-05-31", more=CLAIM % ""), other=other).by == ()


def test_what_matters_comes_before_what_is_late(tmp_path: Path) -> None:
    _, site = world(
        tmp_path,
        said("2031-01-01"),
        later=said("2031-05-01", more="importance: 5\n"),
        told=said("2031-04-01").replace("evidence:\n", "evidence:\n  - {article: agency, says: Soon.}\n"),
    )
    assert [one.event.id for one in what_matters_first(site.promises)] == ["later", "told", "it"]
