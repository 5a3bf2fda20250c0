"""An event as it was known on each day: its versions, and that none of them tells what was not out yet."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.instants import DAY, Instant
from generator.dates.parse import parse_edtf
from generator.records.parts import Evidence, State
from generator.records.schema import Article, Event
from generator.records.texts import Text
from generator.story.known import known_from, versions_of
from generator.story.quotes import leading_quote
from tests.story.test_dossier import world

AHEAD = """status:
  - {is: announced, since: 2031-05-01, evidence: [{article: agency, says: x, supports: [status]}]}
  - {is: occurred, since: 2031-05-04}
"""


@pytest.mark.parametrize(
    ("event", "versions"),
    [
        # One state: from the first article that counts.
        ("date: 2031-05-01\nevidence: [{article: morning, says: x}]\n", ["occurred 2031-05-01 from 05-02"]),
        # A preview of what occurred tells nothing; what nobody reports is told when it was to happen.
        (
            "date: 2031-05-03\nevidence: [{article: agency, says: x}, {article: relayed, says: x}]\n",
            ["occurred 2031-05-03 from 05-04"],
        ),
        ("date: 2031-05-09\nevidence: [{article: agency, says: x}]\n", ["occurred 2031-05-09 from 05-09"]),
        # Without a day of its own, an earlier state waits for the first evidence of the record's day.
        (
            "date: 2031-05-04\nevidence: [{article: relayed, says: x}]\n" + AHEAD,
            ["announced 2031-05-04 never", "occurred 2031-05-04 from 05-04"],
        ),
        (
            "date: 2031-05-04\nevidence: [{article: relayed, says: x}]\n"
            + AHEAD.replace("announced", "announced, date: '[2031-05-01..]', title: It is to come"),
            ["announced [2031-05-01..] from 05-01 to 05-04: It is to come", "occurred 2031-05-04 from 05-04"],
        ),
        (
            "date: 2031-05-04\nevidence: [{article: relayed, says: x}]\n" + AHEAD.replace("[status]", "[status, date]"),
            ["announced 2031-05-04 from 05-01 to 05-04", "occurred 2031-05-04 from 05-04"],
        ),
        # What was put off was not put off before, whatever the event itself cites.
        (
            "date: 2031-09\nevidence: [{article: agency, says: x}]\nstatus:\n"
            "  - {is: scheduled, since: 2031-05-01, evidence: [{article: agency, says: x}]}\n"
            "  - {is: postponed, since: 2031-05-04, evidence: [{article: relayed, says: x}]}\n",
            ["scheduled 2031-09 from 05-01 to 05-04", "postponed 2031-09 from 05-04"],
        ),
        # Two states of one day: only the later one was known that evening.
        (
            "date: 2031-05-04\nevidence: [{article: relayed, says: x}]\nstatus:\n"
            "  - {is: scheduled, since: 2031-05-03, evidence: [{article: relayed, says: x}]}\n"
            "  - {is: occurred, since: 2031-05-04}\n",
            ["scheduled 2031-05-04 never", "occurred 2031-05-04 from 05-04"],
        ),
        # A last state with a title or a date of then is not how it stands today.
        (
            "date: 2031-05-01\nevidence: [{article: relayed, says: x}]\n"
            "status: [{is: occurred, date: 2031-05~, evidence: [{article: morning, says: x}]}]\n",
            ["occurred 2031-05~ from 05-02 to 05-04", "occurred 2031-05-01 from 05-04"],
        ),
    ],
)
def test_an_event_has_a_version_for_each_time_in_which_it_was_known_otherwise(
    event: str, versions: list[str], tmp_path: Path
) -> None:
    dossier, _ = world(tmp_path, event)
    found = []
    for version in dossier.versions:
        line = f"{version.state.is_} {version.date.text}"
        assert version.since
        line += f" from {version.since.date_iso()[5:]}" if version.was_shown else " never"
        if version.was_shown and version.until:
            line += f" to {version.until.date_iso()[5:]}"
        title = next(iter(version.title.by_language.values()))
        found.append(line if title == "It" else f"{line}: {title}")
    assert found == versions


FIRST = date(2031, 5, 1)
DAYS = st.integers(0, 20)
STATUSES: Any = st.sampled_from(
    ["announced", "scheduled", "postponed", "occurred", "ongoing", "cancelled", "unconfirmed"]
)


def _text(words: str) -> Text:
    return Text.model_construct(by_language={"en": words})


def _article(key: str, day: int) -> Article:
    published = parse_edtf((FIRST + timedelta(day)).isoformat())
    return Article.model_construct(id=key, outlet="o", published=published, language="en", origin=None, title=None)


def _evidence(key: str, supports: Any) -> Evidence:
    return Evidence.model_construct(
        article=key, quote=f"quote of {key}", says=None, supports=supports, date_words=None, basis="text"
    )


SUPPORTS = st.sampled_from([(), ("status",), ("title", "date"), ("date",), ("status", "date"), ("actors",)])


@st.composite
def lives(draw: st.DrawFn) -> tuple[Event, dict[str, Article]]:
    """An event with states that have a title and a date of then, each piece of evidence from an article of its own."""
    articles: dict[str, Article] = {}

    def some_evidence(least: int) -> tuple[Evidence, ...]:
        found = []
        for supports in draw(st.lists(SUPPORTS, min_size=least, max_size=3)):
            key = f"article-{len(articles)}"
            articles[key] = _article(key, draw(DAYS))
            found.append(_evidence(key, supports))
        return tuple(found)

    states = []
    for number, status in enumerate(draw(st.lists(STATUSES, min_size=1, max_size=4))):
        then = draw(st.booleans())
        when = parse_edtf(f"2031-{draw(st.integers(5, 12)):02d}")
        states.append(
            State.model_construct(
                is_=status,
                since=None,
                title=_text(f"title {number}") if then else None,
                date=when if then else None,
                evidence=some_evidence(1 if then else 0),
            )
        )
    day = parse_edtf((FIRST + timedelta(draw(DAYS))).isoformat())
    event = Event.model_construct(
        id="it",
        title=_text("title of today"),
        date=day,
        kind="meeting",
        status=tuple(states),
        evidence=some_evidence(1),
    )
    return event, articles


@given(life=lives())
def test_what_a_day_shows_rests_on_evidence_that_was_out_by_then(life: tuple[Event, dict[str, Article]]) -> None:
    event, articles = life
    versions = versions_of(event, articles)
    out = {key: known_from(article.published) for key, article in articles.items()}
    for version in versions:
        if not version.was_shown or version.since is None:
            continue
        assert min(out[item.article] for item in version.evidence) <= version.since
        if version.date is event.date:
            dated = [
                item
                for item in (*event.evidence, *(i for s in event.status if not s.date for i in s.evidence))
                if not item.supports or "date" in item.supports
            ]
            assert min((out[item.article] for item in dated), default=version.since) <= version.since
        if version.has_happened:
            assert version.since >= version.date.first_day
        quote = leading_quote(version, articles)
        assert quote is None or quote in version.evidence


@given(life=lives())
def test_on_each_day_an_event_is_known_in_one_way_at_the_most_and_in_the_end_as_it_stands(
    life: tuple[Event, dict[str, Article]],
) -> None:
    event, articles = life
    versions = versions_of(event, articles)
    assert [version.is_current for version in versions] == [False] * (len(versions) - 1) + [True]
    first = known_from(parse_edtf(FIRST.isoformat()))
    for after in range(-1, 400):
        day = Instant(int(first.seconds) + after * DAY)
        known = [
            version
            for version in versions
            if version.was_shown
            and version.since
            and version.since <= day
            and (version.until is None or day < version.until)
        ]
        assert len(known) <= 1
    assert versions[-1].title is event.title and versions[-1].date is event.date
