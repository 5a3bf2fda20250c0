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
        ("The port announced today that it has bought a crane.", "occurred"),
        ("The port announced today that it will buy a crane.", "announced"),
        ("The hearing on 3 June 2031 had been moved to another day.", "scheduled"),
        ("The hearing had been moved to 3 June 2031.", "postponed"),
        ("They agreed to meet again later this month.", "scheduled"),
        ("The port could open on 3 June 2031.", "announced"),
        ("She will speak on 3 June 2031 and may sail home.", "scheduled"),
        ("The contract will be in force until 2040.", "scheduled"),
        ("The captain was suspended for a year in March 2031.", "occurred"),
        ("Prosecutors allege that he hid the ship on 3 March 2031.", "unconfirmed"),
        ("The talks must end within two years.", "announced"),
        ("The port has cancelled a visit that was due to begin on 3 June 2031.", "cancelled"),
        ("The fair of 2032, which was to be held in Valletta, was called off.", "cancelled"),
        ("The port will open on 3 June 2031, after putting off the opening.", "scheduled"),
        ("The minister denied that the visit, planned for 3 June 2031, had been called off.", "unconfirmed"),
        ("Ferries were suspended on 3 March 2031 as a precaution.", "occurred"),
        ("The talks due on 3 June 2031 were suspended.", "postponed"),
        ("The fair has been brought forward to 2 May 2031.", "scheduled"),
        ("The ceremony would now come on 3 June 2031.", "postponed"),
        ("The port has raised its fees twice since 2029.", "occurred"),
        ("We hope to see it before the summer.", "announced"),
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
        ("The port opened on 3 March 2031, the harbour bureau said.", "the harbour bureau", None),
        ("The government declared a state of emergency on 3 March 2031.", None, None),
        ("The port recalled its pilots on 3 March 2031.", None, None),
        (
            "Port leader Mara Lind called it late and said gates would open on 3 June 2031.",
            "Port leader Mara Lind",
            None,
        ),
        ("The port (PORT: XY) opened on 3 March 2031, Mara Lind said.", "Mara Lind", None),
        ("“It was late,” said Mara Lind. “We opened on 3 March 2031.”", "Mara Lind", None),
        ("“We opened on 3 March 2031. It was late,” said Mara Lind.", "Mara Lind", None),
        ("Shares fell on 3 March 2031 after the harbour group warned that it was late.", None, None),
        ("The council, which was founded on 3 March 1931, said it was glad.", None, None),
        ("Mara Lind, who landed on 1 May 2031, said the masters had agreed to open by 2040.", "Mara Lind", None),
        ("Its leader, Mara Lind, said on Thursday it would open on 3 June 2031.", "Mara Lind", None),
        ("The port will open on 3 June 2031, The Tide said, citing two pilots.", "two pilots", "The Tide"),
        ("The Tide quoted a senior pilot as saying the port opened on 3 March 2031.", "a senior pilot", "The Tide"),
        (
            "The port opened on 3 March 2031, a pilot told the Times of the Tide.",
            "a pilot",
            "the Times of the Tide",
        ),
        ("Mara Lind said it was late. The council met. It said it opened on 3 March 2031.", "The council", None),
        ("The council said no. Minister Mara Lind said yes. It said it opened on 3 March 2031.", "The council", None),
        (
            "Minister Mara Lind said no. The council said yes. She said it opened on 3 March 2031.",
            "Minister Mara Lind",
            None,
        ),
        ("The port opened on 3 March 2031; the panel said that it was late.", None, None),
    ],
)
def test_who_says_it_and_to_whom(text: str, name: str | None, via: str | None) -> None:
    *_, draft = (one for one in drafts_of(text, DAY, Names([])) if not one.is_speech)
    assert (draft.speaker and draft.speaker.name, draft.speaker and draft.speaker.via) == (name, via)


def test_when_somebody_spoke_is_no_happening_of_its_own() -> None:
    text = (
        "The port will open on 3 June 2031, Mara Lind said on Thursday. Ships are safe, she told The Tide on Thursday."
    )
    drafts = drafts_of(text, DAY, Names([]))
    assert [(draft.date, draft.is_speech) for draft in drafts] == [("2031-06-03", False), ("2031-05-01", True)]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("« Nous ouvrirons le 3 juin 2031 », a déclaré la maire, Mara Lind.", "fr", "la maire"),
        ('"Abriremos el 3 de junio de 2031", dijo la alcaldesa.', "es", "la alcaldesa"),
        ("وقال الوزير في مؤتمر صحفي إن الميناء سيفتح في 3 يونيو 2031.", "ar", "الوزير"),
        ("وبحسب وكالة الأنباء، سيفتح الميناء في 3 يونيو 2031.", "ar", "وكالة الأنباء"),
        ("وأعلنت الوزارة أن الميناء سيفتح في 3 يونيو 2031.", "ar", "الوزارة"),
        ("Mara Lind kündigte an, dass der Hafen am 3. Juni 2031 öffnet.", "de", "Mara Lind"),
        ("«Мы откроем порт 3 июня 2031 года», — сказал министр Орлов.", "ru", "министр Орлов"),
        ("Порт откроется 3 июня 2031 года, сообщил в среду министр Орлов.", "ru", "министр Орлов"),
        ("Порт откроется 3 июня 2031 года, передаёт «Степь» со ссылкой на источник.", "ru", "источник"),
        ('הנמל ייפתח ב-3 ביוני 2031, אמר מנכ"ל הנמל.', "he", 'מנכ"ל הנמל'),
        ("הנמל ייפתח ב-3 ביוני 2031, כך הודיע היום משרד התחבורה.", "he", "משרד התחבורה"),
    ],
)
def test_who_says_it_in_other_languages(text: str, language: str, name: str) -> None:
    draft = next(one for one in drafts_of(text, DAY, Names([]), language) if not one.is_speech)
    assert draft.speaker and draft.speaker.name == name


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The law applies on 3 June 2031, and she will leave the same day.", ["2031-06-03", "2031-06-03"]),
        ("More than 40 people were hurt last week.", ["2031-04-21/2031-04-27"]),
        ("Officials from two ports met last week.", ["2031-04-21/2031-04-27"]),
        ("Sales were up 5% on last year.", []),
        ("The port will report results for the first quarter on 3 June 2031.", ["2031-06-03"]),
        ("The port lost its bid for the 2034 games on 3 March 2031.", ["2031-03-03"]),
        ("On 3 March 2031 she sailed for the first time since 2013.", ["2031-03-03"]),
        ("He was banned for two years on 3 March 2031.", ["2031-03-03"]),
        ("The port will publish it every year, starting in 2034.", ["2034"]),
        ("It was the third storm this year.", []),
        ("The members told us in a survey last year that they were tired.", ["2030"]),
        ("The quay was rebuilt most recently in 2016.", ["2016"]),
    ],
)
def test_a_time_is_drafted_for_what_happens_then_alone(text: str, dates: list[str]) -> None:
    assert [draft.date for draft in drafts_of(text, DAY, Names([]))] == dates


def test_when_a_statement_came_out_is_when_somebody_spoke() -> None:
    (draft,) = drafts_of("In a statement issued late on 1 May 2031, the port said that it was glad.", DAY, Names([]))
    assert draft.is_speech


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The embassy denied the report on 1 May 2031, saying that no such paper existed.", "en"),
        ("Der Rundfunk hatte am 1. Mai 2031 über die Schäden berichtet.", "de"),
    ],
)
def test_when_a_report_was_made_or_denied_is_when_somebody_spoke(text: str, language: str) -> None:
    (draft,) = drafts_of(text, DAY, Names([]), language)
    assert draft.is_speech


def test_a_pronoun_with_his_words_means_who_spoke_last() -> None:
    text = "Порт закрыт, сообщил министр Орлов. По его словам, порт откроется 3 июня 2031 года."
    (draft,) = drafts_of(text, DAY, Names([]), "ru")
    assert draft.speaker and draft.speaker.name == "министр Орлов"


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
