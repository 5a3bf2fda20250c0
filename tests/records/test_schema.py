"""Fields are read, kept within their limits, and carried as they were written."""

from pathlib import Path
from typing import Any

import pytest

from generator.build import check_content
from generator.records.schema import Event
from generator.records.texts import MAX_QUOTE, MAX_TEXT, MAX_TITLE
from generator.story.timeline import Timeline
from tests.examples import TODAY, project

ARTICLE = "article: 2031-05-02-harbour-post-treaty"
EVENT = f"title: A\ndate: 2031-05-09\nkind: meeting\nevidence: [{{{ARTICLE}, says: x}}]\n"
PATH = "content/events/it.yaml"


def problems(root: Path, event: str, **files: str) -> list[str]:
    """The problems of the base with an event added, without its path."""
    found = check_content(project(root, {PATH: event}), TODAY).problems
    return [str(problem).removeprefix(f"{PATH}:") for problem in found if problem.level != "notice"]


def read(root: Path, event: str, **changes: str) -> tuple[Event, Timeline]:
    """The event as it was read, and what was read with it."""
    files = {path.replace("__", "/") + ".yaml": text for path, text in changes.items()}
    checked = check_content(project(root, {PATH: event, **files}), TODAY)
    assert [problem for problem in checked.problems if problem.level == "error"] == []
    return checked.site.timeline.event["it"], checked.site.timeline


@pytest.mark.parametrize(
    ("field", "limit", "sentence"),
    [
        ("title: {}", MAX_TITLE, "`title` (`{shown}`) has {over} characters, and at most 120 fit: shorten it."),
        ("summary: {}", MAX_TEXT, "`summary` (`{shown}`) has 4,001 characters, and at most 4,000 fit: shorten it."),
        (
            f"evidence: [{{{ARTICLE}, quote: {{}}}}]",
            MAX_QUOTE,
            "`evidence[1].quote` (`{shown}`) has {over} characters, and at most 300 fit:"
            " quote the fewest words that carry the point.",
        ),
    ],
)
def test_a_text_is_no_longer_than_its_field_allows(field: str, limit: int, sentence: str, tmp_path: Path) -> None:
    def event(length: int) -> str:
        name = field.partition(":")[0]
        lines = {line.partition(":")[0]: line for line in EVENT.splitlines()}
        return "\n".join({**lines, name: field.replace("{}", "x" * length)}.values())

    assert [found for found in problems(tmp_path / "a", event(limit)) if "characters" in found] == []
    (found,) = [found for found in problems(tmp_path / "b", event(limit + 1)) if "characters" in found]
    expected = sentence.format(shown="x" * 59 + "…", over=limit + 1)
    assert found.partition(": ")[2] == f"{expected} [invalid-value]"


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("https://user:secret@example.org/", "must not hold a user's name or password."),
        ("https://user@example.org/", "must not hold a user's name or password."),
        ("https://:secret@example.org/", "must not hold a user's name or password."),
        ("https://@example.org/", "must not hold a user's name or password."),
        ("ftp://example.org/", "must begin with https:// or http:// and the name of a site."),
        ("https:///path", "must begin with https:// or http:// and the name of a site."),
        ("https://example.org:port/", "is not a web address: copy it anew from the browser."),
        ("https://example.org/a b", "holds a sign that an address cannot: write `https://example.org/a%20b`."),
    ],
)
def test_an_address_names_a_host_and_no_password(url: str, sentence: str, tmp_path: Path) -> None:
    outlet = f"name: A\nurl: {url}\n"
    found = check_content(project(tmp_path, {"content/outlets/a.yaml": outlet}), TODAY).problems
    assert [str(problem) for problem in found] == [
        f"content/outlets/a.yaml:2:6: `url` (`{url}`) {sentence} [invalid-value]"
    ]


@pytest.mark.parametrize("url", ["https://example.org", "HTTP://example.org:8080/a?b=c@d#e", "https://a.example/@user"])
def test_an_address_may_hold_an_at_sign_behind_its_host(url: str, tmp_path: Path) -> None:
    assert check_content(project(tmp_path, {"content/outlets/a.yaml": f"name: A\nurl: {url}\n"}), TODAY).problems == ()


def test_a_state_carries_its_own_title_and_date(tmp_path: Path) -> None:
    states = (
        "status:\n  - {is: announced, since: 2031-05, title: B, date: 2031-06}\n  - {is: scheduled, since: 2031-06}\n"
    )
    event, _ = read(tmp_path, EVENT.replace("2031-05-09", "2031-07-01") + states)
    first, last = event.status
    assert first.title and first.title.by_language == {"en": "B"}
    assert first.date and first.date.text == "2031-06"
    assert (last.title, last.date) == (None, None)


def test_evidence_carries_its_basis_and_a_translation(tmp_path: Path) -> None:
    evidence = f"evidence:\n  - {{{ARTICLE}, quote: ja, basis: headline, translation: {{en: yes, fr: oui}}}}\n"
    event, _ = read(tmp_path, EVENT.replace(EVENT[EVENT.index("evidence") :], evidence))
    (item,) = event.evidence
    assert (item.basis, item.translation) == ("headline", {"en": "yes", "fr": "oui"})


def test_basis_is_the_text_where_nothing_is_said(tmp_path: Path) -> None:
    assert read(tmp_path, EVENT)[0].evidence[0].basis == "text"


def test_a_claim_and_a_contradiction_carry_what_they_are_about(tmp_path: Path) -> None:
    more = (
        "claims:\n  - said_by: {fr: un témoin}\n    text: No.\n    stance: disputes\n    about: [date]\n"
        f"    date: 2031-05-08\n    evidence: [{{{ARTICLE}, says: x}}]\n"
        "related:\n  - {event: 2031-05-01-treaty-signed, relation: contradicts, about: [date, title]}\n"
    )
    event, _ = read(tmp_path, EVENT + more)
    (claim,), (relation,) = event.claims, event.related
    assert (claim.about, claim.date and claim.date.text, claim.speaker) == (("date",), "2031-05-08", None)
    assert claim.said_by.by_language == {"fr": "un témoin"}
    assert relation.about == ("date", "title")


def test_a_withdrawal_carries_that_its_text_is_removed(tmp_path: Path) -> None:
    text = "withdrawn: {on: 2031-05-20, reason: {en: A request.}, text: removed}\n"
    root = project(tmp_path, {"content/events/2031/it.yaml": EVENT + text})
    timeline = check_content(root, TODAY).site.timeline
    assert timeline.removed["events", "it"].text == "removed" and "it" not in timeline.event


def test_storylines_outlets_and_the_vocabulary_carry_what_legends_need(tmp_path: Path) -> None:
    _, timeline = read(
        tmp_path,
        EVENT,
        content__storylines__line="title: A\nincludes: {en: All.}\ntour: [it, 2031-05-01-treaty-signed]\norder: -2\n",
        content__outlets__wire="name: A\nkind: agency\n",
        content__actors__lily="name: Lily\nkind: ship\n",
        content__vocabulary=(
            "format: 1\nactor_kinds: {ship: {label: {en: Ships}}}\nkinds:\n"
            '  agreement: {label: A, colour: "#1f5a96"}\n'
            '  meeting: {label: B, colour: "#1f5a96", group: C, words: [meets], order: 3}\n'
        ),
    )
    line, kind = timeline.storylines["line"], timeline.kinds["meeting"]
    assert (line.tour, line.order) == (("it", "2031-05-01-treaty-signed"), -2)
    assert timeline.outlets["wire"].kind == "agency"
    assert timeline.actor_kinds[timeline.actors["lily"].kind].label.by_language == {"en": "Ships"}
    assert (kind.group and kind.group.by_language, kind.words, kind.order) == ({"en": "C"}, ("meets",), 3)


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (
            f"claims: [{{said_by: a, text: b, date: 2031, evidence: [{{{ARTICLE}, says: x}}]}}]\n",
            "5:10: `claims[1]` has a `date`, which is for a claim that disputes the date:"
            " add `stance: disputes` and `about: [date]`. [invalid-value]",
        ),
        (
            "related: [{event: 2031-05-01-treaty-signed, relation: follows, about: [date]}]\n",
            "5:11: `related[1]` has `about`, which only `contradicts` may have: leave it out. [invalid-value]",
        ),
        (
            f"status: [{{is: occurred, evidence: [{{{ARTICLE}, says: x, translation: {{en: y}}}}]}}]\n",
            "5:36: `status[1].evidence[1]` has a `translation` of no quote:"
            " add `quote`, or write it as `says`. [invalid-value]",
        ),
        (
            "withdrawn: {on: 2031-05-20, reason: x, text: gone}\n",
            "5:46: `withdrawn.text` is `gone`: write `removed`. [invalid-value]",
        ),
    ],
)
def test_a_field_that_cannot_stand_there_says_where_it_can(more: str, problem: str, tmp_path: Path) -> None:
    assert problem in problems(tmp_path, EVENT + more)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("format: 2", "`format` (`2`) is newer than the 1 that this Dateline reads: update Dateline."),
        ("format: new", "`format` (`new`) must be the number of a version: write 1."),
    ],
)
def test_a_format_of_the_future_is_an_error(line: str, problem: str, tmp_path: Path) -> None:
    vocabulary = f'{line}\nkinds: {{agreement: {{label: A, colour: "#1f5a96"}}}}\n'
    found = check_content(project(tmp_path, {"content/vocabulary.yaml": vocabulary}), TODAY).problems
    assert f"content/vocabulary.yaml:1:9: {problem} [invalid-value]" in [str(problem) for problem in found]


def test_a_misspelt_field_of_a_kind_is_suggested(tmp_path: Path) -> None:
    vocabulary = 'format: 1\nkinds: {agreement: {label: A, color: "#1f5a96"}, meeting: {label: B, colour: "#1f5a96"}}\n'
    found = check_content(project(tmp_path, {"content/vocabulary.yaml": vocabulary}), TODAY).problems
    assert [str(problem) for problem in found if problem.code == "unknown-field"] == [
        "content/vocabulary.yaml:2:31: `kinds.agreement.color` is not a field: did you mean `colour`? [unknown-field]"
    ]


def test_a_tour_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    line = "title: A\nincludes: All.\ntour: [2031-05-01-treaty-sinned]\n"
    found: Any = check_content(project(tmp_path, {"content/storylines/line.yaml": line}), TODAY).problems
    assert [str(problem) for problem in found] == [
        "content/storylines/line.yaml:3:8: there is no event `2031-05-01-treaty-sinned`:"
        " did you mean `2031-05-01-treaty-signed`? [unknown-id]"
    ]
