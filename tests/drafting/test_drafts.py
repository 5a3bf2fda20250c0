"""What is drafted of invented news in seven languages, against what people found in them."""

import pickle
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.parse import parse_edtf
from generator.drafting.drafts import LONGEST_QUOTE, drafts_of
from generator.drafting.names import Known, Names
from generator.drafting.told import days_of
from tests.drafting.scoring import annotated, drafted, figures

DAY = date(2031, 5, 2)
TEXTS = annotated()


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "ar", "ru", "he"])
def test_what_people_found_in_texts_is_drafted(language: str) -> None:
    found, differences = figures(one for one in TEXTS if one.language == language)
    assert found.found >= 0.95, differences
    assert found.date_right >= 0.95, differences
    assert found.end_to_end >= 0.9, differences
    assert found.status >= 0.9, differences
    assert found.left_open == 1 and found.verbatim == 1, differences


def test_speakers_are_found_and_not_made_up() -> None:
    found, differences = figures(TEXTS)
    assert found.said_precision >= 0.9, differences
    assert found.said_recall >= 0.65, differences


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The port opened on 3 March 2031.", "occurred"),
        ("The port will open on 3 June 2031.", "scheduled"),
        ("The port is expected to open on 3 June 2031.", "scheduled"),
        ("The port agreed to open its gates by 2040.", "announced"),
        ("They agreed to meet in the coming weeks.", "announced"),
        ("The opening on 3 June 2031 has been postponed.", "postponed"),
        ("The opening, planned for 3 June 2031, was called off.", "cancelled"),
        ("The port reportedly opened on 3 March 2031.", "unconfirmed"),
        ("The minister denied that the port had opened on 3 March 2031.", "unconfirmed"),
        ("Guests were denied entry on 3 March 2031.", "occurred"),
        ("The port has been closed since 2019.", "ongoing"),
        ("The two ports have maintained ties for over 30 years.", "ongoing"),
        ("The group was announced last October at a meeting.", "announced"),
    ],
)
def test_a_status_comes_from_the_clause_of_the_date(text: str, status: str) -> None:
    assert [draft.status for draft in drafts_of(text, DAY, Names([]))] == [status]


@pytest.mark.parametrize(
    ("text", "name", "via"),
    [
        ("The port opened on 3 March 2031, a senior US official told Axios.", "a senior US official", "Axios"),
        ("The port opened on 3 March 2031, according to Mara Lind.", "Mara Lind", None),
        ("Mara Lind said the port had opened on 3 March 2031.", "Mara Lind", None),
        ("Mara Lind greeted the crew. She said the port opened on 3 March 2031.", None, None),
        ("Mara Lind said it was late. She added that the port opened on 3 March 2031.", "Mara Lind", None),
        ("The port of the United States opened on 3 March 2031.", None, None),
        ("The group was announced on 3 March 2031.", None, None),
    ],
)
def test_who_says_it_and_to_whom(text: str, name: str | None, via: str | None) -> None:
    (draft,) = drafts_of(text, DAY, Names([]))
    assert (draft.speaker and draft.speaker.name, draft.speaker and draft.speaker.via) == (name, via)


def test_when_somebody_spoke_is_no_happening_of_its_own() -> None:
    text = (
        "The port will open on 3 June 2031, Mara Lind said on Thursday. Ships are safe, she told The Tide on Thursday."
    )
    drafts = drafts_of(text, DAY, Names([]))
    assert [(draft.date, draft.is_speech) for draft in drafts] == [("2031-06-03", False), ("2031-05-01", True)]


def test_a_headline_and_its_body_are_told_once() -> None:
    text = "Port opens on 3 March 2031\nThe port of Valletta opened on 3 March 2031 with a parade.\n"
    assert [draft.quote for draft in drafts_of(text, DAY, Names([]))] == [
        "The port of Valletta opened on 3 March 2031 with a parade."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "https://harbour.example/2031/05/01/story",
        "Read more: the port closed on 3 March 2031",
        "@tide wrote #port2031",
        "VALLETTA, May 2, 2031",
        "Profits rose from 31 million a year earlier.",
    ],
)
def test_what_is_no_part_of_the_story_is_not_drafted(text: str) -> None:
    assert drafts_of(f"A headline\n{text}\n", DAY, Names([])) == ()


def test_records_are_known_by_every_name_and_by_their_surname_afterwards() -> None:
    names = Names(
        [
            Known("actors", "mara-lind", "Mara Lind", True),
            Known("actors", "united-states", "US"),
            Known("places", "valletta", "Valletta"),
            Known("actors", "mara-lind", "مارا ليند", True),
        ]
    )
    text = "Mara Lind met us in Valletta. Lind is of the US, and مارا ليند too, not Linder."
    assert [(one.known and one.known.id, one.words) for one in names.mentions(text)] == [
        ("mara-lind", "Mara Lind"),
        ("valletta", "Valletta"),
        ("mara-lind", "Lind"),
        ("united-states", "US"),
        ("mara-lind", "مارا ليند"),
    ]


def test_the_core_can_be_sent_to_another_process() -> None:
    names = Names([Known("actors", "mara-lind", "Mara Lind", True)])
    again = pickle.loads(pickle.dumps(names))
    text = "Mara Lind opened the port on 3 March 2031."
    assert (
        drafts_of(text, DAY, again)
        == drafts_of(text, DAY, names)
        == pickle.loads(pickle.dumps(drafts_of(text, DAY, names)))
    )


_PIECES = st.sampled_from(
    [
        *("On Thursday", "the port", "will open", "said", "told Axios", ", ", ". ", "\n", "3 March 2031", "by 2030"),
        *("“", "”", "- ", "May", "according to", "last week", "soon", "אתמול", "في 10 فبراير", "http://a.b/1999"),
        *("**", "reportedly", "(Photo: AP)"),
    ]
)


@given(st.lists(_PIECES | st.text(max_size=20), max_size=40), st.sampled_from(["en", "fr", "ar", "he", "ru", "xx"]))
def test_any_text_is_drafted_with_its_own_words_and_real_dates(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    for draft in drafts_of(text, DAY, Names([]), language):
        assert text[draft.start : draft.end] == draft.quote and 0 < len(draft.quote) <= LONGEST_QUOTE
        written, first, last = days_of(draft, DAY)
        assert parse_edtf(written) and first <= last


def test_every_text_is_read_quickly() -> None:
    tell = "Gate {} opened on 3 March 2031, and Mara Lind said that it would close on 4 June 2032. "
    text = "".join(tell.format(number) for number in range(1000))
    begin = time.process_time()
    assert len(drafts_of(text, DAY, Names([]))) >= 1000
    assert time.process_time() - begin < 20


def test_drafts_are_the_same_every_time() -> None:
    assert [drafted(one) for one in TEXTS] == [drafted(one) for one in TEXTS]
