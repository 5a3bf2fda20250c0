"""EDTF dates: what is accepted, what it allows, how it is ordered, said and refused."""

import datetime
import time
import warnings

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.dates.edtf import Edtf
from generator.dates.gap import gap_between
from generator.dates.instants import Instant
from generator.dates.parse import DateError, parse_edtf
from generator.words.date_words import gap_in_words, words_of
from generator.words.language import load_language
from tests.soak import tries


def shown(instant: Instant) -> str:
    if not instant.is_finite:
        return "-inf" if instant.epoch_seconds < 0 else "inf"
    return instant.date_iso()


BOUNDS = [
    ("1987-10-19", "1987-10-19", "1987-10-19", "day", 0),
    ("1988-02", "1988-02-01", "1988-02-29", "month", 0),
    ("1900-02", "1900-02-01", "1900-02-28", "month", 0),
    ("0000-02", "0000-02-01", "0000-02-29", "month", 0),
    ("1987", "1987-01-01", "1987-12-31", "year", 0),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15", "day", 1),
    ("Y250000", "250000-01-01", "250000-12-31", "year", 1),
    ("Y-3E5", "-300000-01-01", "-300000-12-31", "year", 2),
    ("1948-21", "1948-03-01", "1948-05-31", "season", 1),
    ("1948-24", "1948-12-01", "1949-02-28", "season", 1),
    ("1947-30", "1947-12-01", "1948-02-29", "season", 2),
    ("1948-35", "1948-07-01", "1948-09-30", "season", 2),
    ("1948-39", "1948-09-01", "1948-12-31", "season", 2),
    ("1948-40", "1948-01-01", "1948-06-30", "season", 2),
    ("194X", "1940-01-01", "1949-12-31", "decade", 1),
    ("19XX", "1900-01-01", "1999-12-31", "century", 1),
    ("-19XX", "-1999-01-01", "-1900-12-31", "century", 1),
    ("-00XX", "-0099-01-01", "-0001-12-31", "century", 1),
    ("1948-XX", "1948-01-01", "1948-12-31", "year", 1),
    ("1948-02-XX", "1948-02-01", "1948-02-29", "month", 1),
    ("1948-XX-XX", "1948-01-01", "1948-12-31", "year", 1),
    ("194X-02-29", "1940-02-29", "1948-02-29", "decade", 2),
    ("1947-XX-31", "1947-01-31", "1947-12-31", "year", 2),
    ("1947-1X-X1", "1947-10-01", "1947-12-31", "year", 2),
    ("1947-02-X9", "1947-02-09", "1947-02-19", "month", 2),
    ("1947~", "1947-01-01", "1947-12-31", "year", 1),
    ("~1947-?05", "1947-05-01", "1947-05-31", "month", 2),
    ("1830S2", "1830-01-01", "1830-12-31", "year", 2),
    ("1947-11/1948-05-14", "1947-11-01", "1948-05-14", "interval", 0),
    ("1947/..", "1947-01-01", "inf", "interval", 1),
    ("1947/", "1947-01-01", "inf", "interval", 1),
    ("../1947-05", "-inf", "1947-05-31", "interval", 1),
    ("/1947", "-inf", "1947-12-31", "interval", 1),
    ("../..", "-inf", "inf", "interval", 1),
    ("1947~/1948?", "1947-01-01", "1948-12-31", "interval", 1),
    ("194X/1951", "1940-01-01", "1951-12-31", "interval", 2),
    ("1947-XX-05/1947-03-01", "1947-01-05", "1947-03-01", "interval", 2),
    ("[1947,1949..1951]", "1947-01-01", "1951-12-31", "set", 2),
    ("{1949,1947}", "1947-01-01", "1949-12-31", "set", 2),
    ("[..1947-05-03]", "-inf", "1947-05-03", "set", 2),
    ("[1947-05..]", "1947-05-01", "inf", "set", 2),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision", "level"), BOUNDS)
def test_a_date_allows_exactly_its_instants(text: str, earliest: str, latest: str, precision: str, level: int) -> None:
    date = parse_edtf(text)
    assert (shown(date.earliest), shown(date.latest), date.precision, date.level) == (
        earliest,
        latest,
        precision,
        level,
    )


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1987-10-19T09:30:15Z", "1987-10-19T09:30:15Z", "1987-10-19T09:30:15Z"),
        ("1987-10-19T09:30:15.75Z", "1987-10-19T09:30:15Z", "1987-10-19T09:30:15Z"),
        ("1987-10-19T09:30Z", "1987-10-19T09:30:00Z", "1987-10-19T09:30:59Z"),
        ("1987-10-19T09Z", "1987-10-19T09:00:00Z", "1987-10-19T09:59:59Z"),
        ("1987-10-19T09:30", "1987-10-19T09:30:00Z", "1987-10-19T09:30:59Z"),
        ("1987-10-19T00:30:00+05:30", "1987-10-18T19:00:00Z", "1987-10-18T19:00:00Z"),
        ("1987-12-31T23:00:00-0330", "1988-01-01T02:30:00Z", "1988-01-01T02:30:00Z"),
        ("1987-12-31T24:00:00Z", "1988-01-01T00:00:00Z", "1988-01-01T00:00:00Z"),
        ("1987-10-19", "1987-10-19T00:00:00Z", "1987-10-19T23:59:59Z"),
        ("-0199", "-0199-01-01T00:00:00Z", "-0199-12-31T23:59:59Z"),
    ],
)
def test_instants_are_in_utc_to_the_second(text: str, earliest: str, latest: str) -> None:
    date = parse_edtf(text)
    assert (date.earliest.iso(), date.latest.iso()) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("1947", ""),
        ("1947~", "a"),
        ("1947?", "u"),
        ("1947%", "au"),
        ("1947-?05", "u"),
        ("194X~", "ax"),
        ("1947-XX", "x"),
        ("1947?/1948~", "au"),
        ("[1947,194X]", "x"),
        ("1830S2", "a"),
        ("1830S4", ""),
    ],
)
def test_marks_become_flags(text: str, flags: str) -> None:
    date = parse_edtf(text)
    found = "a" * date.approximate + "u" * date.uncertain + "x" * date.unspecified
    assert found == flags


WORDS = [
    ("1987-10-19", "19 October 1987"),
    ("1987-10", "October 1987"),
    ("1987", "1987"),
    ("0987", "AD 987"),
    ("-0043", "44 BC"),
    ("0000", "1 BC"),
    ("Y250000", "250,000"),
    ("194X", "the 1940s"),
    ("18XX", "1800–1899"),
    ("-18XX", "1900–1801 BC"),
    ("XXXX", "an unknown year"),
    ("XXXX-XX-XX", "an unknown day"),
    ("XXXX-06-24", "24 June of an unknown year"),
    ("194X-06", "June of some year in the 1940s"),
    ("1947-11-XX", "some day in November 1947"),
    ("1947-XX", "some month in 1947"),
    ("1947-XX-XX", "some time in 1947"),
    ("1947-XX-29", "some day like 1947-XX-29"),
    ("1947-22", "summer 1947"),
    ("1947-34", "the second quarter of 1947"),
    ("1947~", "about 1947"),
    ("1947?", "1947 (uncertain)"),
    ("1947-11-29%", "about 29 November 1947 (uncertain)"),
    ("1947-11-~29", "29 November 1947 (partly approximate)"),
    ("1947-11-29T17:35Z", "29 November 1947, 17:35 UTC"),
    ("1947-11-29T17:35+02:00", "29 November 1947, 17:35 (UTC+02:00)"),
    ("1947-11-29T17Z", "29 November 1947, 17 h UTC"),
    ("1947-11-29/1947-11-30", "29–30 November 1947"),
    ("1947-09-15/1947-12-22", "15 September – 22 December 1947"),
    ("1947-12-30/1948-01-02", "30 December 1947 – 2 January 1948"),
    ("1947-03/1947-05", "March–May 1947"),
    ("1947/1949", "1947–1949"),
    ("-0499/-0479", "500–480 BC"),
    ("1947/1949~", "1947 – about 1949"),
    ("1947/1947", "1947"),
    ("1947/..", "since 1947"),
    ("../1947", "before 1947"),
    ("../1947-11-29", "by 29 November 1947"),
    ("1947/", "from 1947, end not known"),
    ("[1947,1949,1951..1953]", "one of 1947, 1949 or 1951–1953"),
    ("{1947,1949-05}", "all of 1947 and May 1949"),
    ("[1947..]", "1947 or later"),
    ("{..1947}", "all of 1947 and before"),
    ("1830S2", "about 1830"),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_a_date_is_said_as_people_write_it(text: str, words: str) -> None:
    assert words_of(parse_edtf(text)) == words


LIST = (
    "write `2025-11-06`, `2025-11` or `2025`, `2025~` for about 2025, `2025?` where that is uncertain,"
    " `2025-11-06/2025-11-08` for what lasted"
)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", f"`` cannot be read as a date; {LIST}"),
        ("one day", f"`one day` cannot be read as a date; {LIST}"),
        ("03/04/1947", "`03/04/1947` may be two days; write `1947-04-03` or `1947-03-04`"),
        ("30/03/2024", "`30/03/2024` cannot be read as a date; write `2024-03-30`"),
        ("3/30/2024", "`3/30/2024` cannot be read as a date; write `2024-03-30`"),
        ("30.3.2024", "`30.3.2024` cannot be read as a date; write `2024-03-30`"),
        (
            "2024-03-30 to 2024-04-02",
            "`2024-03-30 to 2024-04-02` cannot be read as a date; write `2024-03-30/2024-04-02`",
        ),
        (
            "2024-03-30 – 2024-04-02",
            "`2024-03-30 – 2024-04-02` cannot be read as a date; write `2024-03-30/2024-04-02`",
        ),
        (
            "30 March to 2 April 2024",
            "`30 March to 2 April 2024` cannot be read as a date; write `2024-03-30/2024-04-02`",
        ),
        ("30-31 March 2024", "`30-31 March 2024` cannot be read as a date; write `2024-03-30/2024-03-31`"),
        ("2019–2021", "`2019–2021` cannot be read as a date; write `2019/2021`"),
        ("late March 2024", "`late March 2024` cannot be read as a date; write `2024-03`"),
        ("mid-2024", "`mid-2024` cannot be read as a date; write `2024`"),
        ("about March 2024", "`about March 2024` cannot be read as a date; write `2024-03~`"),
        ("c. 1947", "`c. 1947` cannot be read as a date; write `1947~`"),
        ("before 1995", "`before 1995` cannot be read as a date; write `../1995`"),
        ("since 3 May 2024", "`since 3 May 2024` cannot be read as a date; write `2024-05-03/..`"),
        ("the 1990s", "`the 1990s` cannot be read as a date; write `199X`"),
        ("summer 2024", "`summer 2024` cannot be read as a date; write `2024-22`"),
        ("Q3 2024", "`Q3 2024` cannot be read as a date; write `2024-35`"),
        ("1947-13", "`1947-13` is not a date: there is no month 13; write a month as 01 to 12"),
        ("1947-02-29", "`1947-02-29` is not a date: there is no day 29 in 1947-02; write a day as 01 to 28"),
        ("1947-21-05", "`1947-21-05` is not a date: 21 is a season, which has no days; write 1947-21"),
        ("194X-09-31", "`194X-09-31` is not a date: no month that it allows has a day 31"),
        ("29 November 1947", "`29 November 1947` cannot be read as a date; write `1947-11-29`"),
        ("Nov. 3rd, 1947", "`Nov. 3rd, 1947` cannot be read as a date; write `1947-11-03`"),
        ("Sept 1947", "`Sept 1947` cannot be read as a date; write `1947-09`"),
        ("1947-5-3", "`1947-5-3` cannot be read as a date; write `1947-05-03`"),
        ("1947/05/03", "`1947/05/03` cannot be read as a date; write `1947-05-03`"),
        ("1947 ", "`1947 ` cannot be read as a date; write `1947`"),
        ("194x", "`194x` cannot be read as a date; write `194X`"),
        ("[1947,,1949]", f"`[1947,,1949]` cannot be read as a date; {LIST}"),
        ("today", "`today` is another day for every reader; write the day itself, such as `2025-11-06`"),
        (
            "Next Thursday",
            "`Next Thursday` is another day for every reader; write the day itself, such as `2025-11-06`",
        ),
        (
            "unknown",
            "`unknown` gives no time; write the one within which it must lie, such as `2025` or `../2025-11-06`",
        ),
        ("~", "`~` gives no time; write the one within which it must lie, such as `2025` or `../2025-11-06`"),
        ("31 June 2031", "`31 June 2031` is not a date: there is no day 31 in 2031-06; write a day as 01 to 30"),
        ("2031-06-00", "`2031-06-00` is not a date: there is no day 00; write `2031-06` where the day is not known"),
        ("2031-00-00", "`2031-00-00` is not a date: there is no month 00; write `2031` where the month is not known"),
        ("Thursday, 1 June 2031", "`Thursday, 1 June 2031` cannot be read as a date; write `2031-06-01`"),
        ("2031-06-01 15:30", "`2031-06-01 15:30` cannot be read as a date; write `2031-06-01T15:30`"),
        ("2031-06-01 15:30 GMT", "`2031-06-01 15:30 GMT` cannot be read as a date; write `2031-06-01T15:30Z`"),
        ("2031-06-01/05", "`2031-06-01/05` cannot be read as a date; write `2031-06-01/2031-06-05`"),
        ("2031–06–01", "`2031–06–01` cannot be read as a date; write `2031-06-01`"),
        ("２０３１-06-01", "`２０３１-06-01` cannot be read as a date; write `2031-06-01`"),
        (
            "1 June 2031 or 2 June 2031",
            '`1 June 2031 or 2 June 2031` cannot be read as a date; write `"[2031-06-01,2031-06-02]"`',
        ),
        (
            "2031-06-01..2031-06-05",
            "`2031-06-01..2031-06-05` cannot be read as a date; write `2031-06-01/2031-06-05` for what lasted,"
            ' `"[2031-06-01..2031-06-05]"` in quotes for one moment within',
        ),
        ("44 BC", "`44 BC` cannot be read as a date; write `-0043`"),
        ("199?", "`199?` cannot be read as a date; write `199X`"),
        ("2031?~", "`2031?~` cannot be read as a date; write `2031%`"),
        ("1949/1947", "`1949/1947` runs backwards; write the earlier date first"),
        ("[1949..1947]", "`[1949..1947]` runs backwards; write the earlier date first"),
        ("-0000", "`-0000`: there is no year -0000; write 0000 for 1 BC"),
        ("Y1947", "`Y1947` is not a long year; after Y come five digits or more, and no month"),
        (
            "1947-05-03T25:00Z",
            "`1947-05-03T25:00Z` has no such time of day; hours are 00 to 23, minutes and seconds 00 to 59",
        ),
        (
            "1947-05-03T12:00+15:00",
            "`1947-05-03T12:00+15:00` has no such offset; it runs from -12:00 to +14:00, and UTC is Z",
        ),
        ("9" * 201, "`99999999999999999999…` is too long to be a date; write it as 2025-11-06"),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_would_be_right(text: str, sentence: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    "text",
    [
        *("/", "..", "[]", "[..]", "[1947", "{1947]", "1947/1948/1949", "[1947/1948]", "[1947, 1948]", "1947-00"),
        *("1947-05-03t12:00", "1947-05-03T12:00:00/1948", "1947-05-03T12:00?", "1947-05-03T12:60Z", "1947-42"),
        *("Y01947", "Y12345-01", "1947??", "(1947)?", "19471", "1947-W03", "1947-123", "+1947", "١٩٤٧", "1947-05-03\n"),
        *("XXX1-02-29", "1949S0", "1947-05-03T12:00-00:00", "0001/0000", "2004-05-06/2004-05"),
        "195XS2",
    ],
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_edtf(text)


BETWEEN = [
    ("1987-10-19", "1987-10-19", "the same day"),
    ("1987-10-19", "1987-10-21", "2 days after"),
    ("1987-10-19", "1987-10-18", "1 day before"),
    ("1987-10-19~", "1987-10-21", "about 2 days after"),
    ("1987-10-19", "1988-01-20", "about 3 months after"),
    ("1987-10-19", "1990-10-20", "about 3 years after"),
    ("1987-10-31", "1987-11", "between 1 and 30 days after"),
    ("1987-11", "1987-10-31", "between 1 and 30 days before"),
    ("1987-10-19", "1987-10-19/1987-10-22", "at most 3 days after"),
    ("1987-10", "1987-10-21", "within 20 days, before or after"),
    ("1987", "1989", "between 1 and 3 years after"),
    ("1987-10-19", "1987-10-23/..", "at least 4 days after"),
    ("1987-10-19", "1987-10-19/..", "the same day or later"),
    ("1987-10-19", "../..", "at a time not known"),
    ("1987-10-19T23:30Z", "1987-10-20T00:30Z", "about 1 hour after"),
    ("1987", "Y1E24", "about 999,979,466,119,096,504,942,592 years after"),
]


def words_between(first: Edtf, later: Edtf) -> str:
    return gap_in_words(gap_between(first, later), load_language("en"))


@pytest.mark.parametrize(("first", "later", "words"), BETWEEN)
def test_a_distance_is_no_more_exact_than_its_dates(first: str, later: str, words: str) -> None:
    assert words_between(parse_edtf(first), parse_edtf(later)) == words


# Generated dates ------------------------------------------------------------------------------------------------------

years = st.integers(0, 9999).map("{:04d}".format)
months = st.integers(1, 12).map("{:02d}".format)
days = st.dates(datetime.date(1, 1, 1)).map(datetime.date.isoformat)
marked = st.tuples(
    st.one_of(days, st.tuples(years, months).map("-".join), years), st.sampled_from(["", "?", "~", "%"])
).map("".join)
seasons = st.tuples(years, st.sampled_from(["21", "22", "23", "24"])).map("-".join)
decades = years.map(lambda year: year[:3] + "X")
points = st.one_of(marked, seasons, decades, years.map("-{}".format).filter(lambda year: year != "-0000"))
intervals = st.tuples(
    st.one_of(points, st.sampled_from(["", ".."])), st.one_of(points, st.sampled_from(["", ".."]))
).map("/".join)
sets = st.tuples(st.sampled_from(["[]", "{}"]), st.lists(points, min_size=1, max_size=4)).map(
    lambda drawn: drawn[0][0] + ",".join(drawn[1]) + drawn[0][1]
)


def parsed(text: str) -> Edtf:
    try:
        return parse_edtf(text)
    except DateError:
        assume(False)
        raise


valid = st.one_of(points, intervals, sets).map(parsed)


@given(valid)
def test_every_date_keeps_its_text_its_order_and_has_words(date: Edtf) -> None:
    assert parse_edtf(date.text).text == date.text
    assert date.earliest <= date.latest
    assert words_of(date).strip() == words_of(date) != ""
    assert date.open_start == (not date.earliest.is_finite)
    assert date.open_end == (not date.latest.is_finite)


@given(st.text(max_size=300) | st.text(alphabet="0123456789X-/.,[]{}~?%TYZES:+ ", max_size=40))
def test_any_text_parses_or_is_a_date_error(text: str) -> None:
    try:
        date = parse_edtf(text)
    except DateError as error:
        assert str(error).isprintable()
        return
    assert date.text == text
    assert date.earliest <= date.latest
    assert words_of(date)


@given(intervals.map(parsed))
def test_an_interval_is_bounded_by_its_halves(date: Edtf) -> None:
    if date.start:
        assert date.earliest == date.start.earliest
    if date.end:
        assert date.latest == date.end.latest


@given(valid, valid, valid)
def test_order_is_total_and_agrees_with_time(a: Edtf, b: Edtf, c: Edtf) -> None:
    if a.latest < b.earliest:
        assert a.sort_key < b.sort_key
    assert (a.sort_key < b.sort_key) + (b.sort_key < a.sort_key) + (a.text == b.text) == 1
    if a.sort_key <= b.sort_key <= c.sort_key:
        assert a.sort_key <= c.sort_key


@pytest.mark.parametrize(
    "order", [["1989", "../1990", "1991", "1991/..", "1991-02"], ["../..", "Y-100000", "-0001", "0000", "0001"]]
)
def test_an_open_beginning_stands_where_it_ends(order: list[str]) -> None:
    assert sorted(order, key=lambda text: parse_edtf(text).sort_key) == order


@given(st.dates(datetime.date(1, 1, 1)))
def test_every_day_is_the_day_of_the_calendar(day: datetime.date) -> None:
    date = parse_edtf(day.isoformat())
    assert date.earliest.date_iso() == date.latest.date_iso() == day.isoformat()
    assert (date.earliest.year, date.earliest.month, date.earliest.day) == (day.year, day.month, day.day)
    midnight = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
    assert date.earliest.epoch_seconds == midnight.timestamp()
    assert date.latest.epoch_seconds - date.earliest.epoch_seconds == 86_399


@given(st.dates(datetime.date(1, 1, 1)))
def test_less_precision_never_allows_less(day: datetime.date) -> None:
    exact = day.isoformat()
    for wider in (exact[:8] + "XX", exact[:7], exact[:4] + "-XX-XX", exact[:4], exact[:3] + "X", exact[:2] + "XX"):
        assert parse_edtf(wider).earliest <= parse_edtf(exact).earliest
        assert parse_edtf(exact).latest <= parse_edtf(wider).latest
        exact = wider


@given(points.map(parsed), points.map(parsed))
def test_a_distance_mirrors(a: Edtf, b: Edtf) -> None:
    there, back = words_between(a, b), words_between(b, a)
    swapped = {"after": "before", "before": "after"}
    if "before or after" not in there:
        assert " ".join(swapped.get(word, word) for word in there.split(" ")) == back


# Other people's EDTF: only where they agree with ISO 8601-2 ----------------------------------------------------------


@settings(max_examples=tries(40, 800))
@given(st.one_of(marked, seasons, st.tuples(marked, marked).map("/".join)))
def test_python_edtf_agrees(text: str) -> None:
    assume("-24" not in text)  # its winter is December alone, "for simplicity"
    assume(not text.startswith("0000") and "/0000" not in text)  # its struct_time calendar has no year 0
    date = parsed(text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import edtf

        theirs = edtf.parse_edtf(text)
        lower, upper = theirs.lower_strict(), theirs.upper_strict()
    assert (date.earliest.year, date.earliest.month, date.earliest.day) == lower[:3]
    assert (date.latest.year, date.latest.month, date.latest.day) == upper[:3]


@settings(max_examples=tries(40, 800))
@given(st.one_of(days, st.tuples(st.integers(1, 9999).map("{:04d}".format), months).map("-".join)))
def test_undate_agrees(text: str) -> None:
    # It knows no seasons and no qualifiers, and has no year 0; its negative years lose a digit in writing.
    from undate import Undate

    theirs = Undate.parse(text, "EDTF")
    date = parse_edtf(text)
    assert (date.earliest.year, date.earliest.month, date.earliest.day) == (
        int(theirs.earliest.year),
        int(theirs.earliest.month),
        int(theirs.earliest.day),
    )
    assert (date.latest.year, date.latest.month, date.latest.day) == (
        int(theirs.latest.year),
        int(theirs.latest.month),
        int(theirs.latest.day),
    )


def test_ten_thousand_dates_take_well_under_five_seconds() -> None:
    texts = [
        f"{year}-{month:02d}-{day:02d}" for year in range(1900, 1930) for month in range(1, 13) for day in range(1, 29)
    ]
    parse_edtf.cache_clear()
    began = time.perf_counter()
    for text in texts[:10_000]:
        parse_edtf(text)
    assert time.perf_counter() - began < 5
