"""Targets that people write: records, dates and texts."""

import tempfile
from pathlib import Path, PurePosixPath

from generator.dates.gap import gap_between
from generator.dates.parse import DateError, parse_edtf
from generator.ids import as_id, is_id, why_not_id
from generator.problems import Problem
from generator.records.json_schema import json_schema
from generator.records.load import Loaded, load_record
from generator.records.migrate import MigrationError, migrated
from generator.records.schema import MODELS
from generator.records.texts import MAX_TEXT, is_language
from generator.records.validate import validate_records
from generator.story.quotes import fold, text_fragment
from generator.third_parties import Calls, loaded_by_css, loaded_by_page
from generator.words.date_words import date_in_words, gap_in_words
from generator.words.language import load_language
from generator.words.markup import markdown_inline, markdown_text, markdown_url, meta_title, plain_text
from generator.words.named import country_code, language_code
from generator.words.stated import gives_date
from generator.words.time_words import depends_on_the_day, leaves_the_day_open
from tests.examples import example_names, read_example
from tests.fuzz.target import in_a_line, text_of

KINDS = tuple(MODELS)
_FILE = Path(tempfile.mkdtemp(prefix="dateline-fuzz-")) / "record.yaml"
_DAY = parse_edtf("2031-05-01")
_LANGUAGES = ("en", "ar", "zh-Hant")

RECORDS = [
    bytes([KINDS.index(kind)]) + text.encode()
    for name in example_names()
    for path, text in read_example(name).files.items()
    if (kind := "vocabulary" if "vocabulary" in path else PurePosixPath(path).parts[1]) in KINDS
]
"""A record each, behind a byte that tells its kind."""

DATES = [
    *(b"2025-11-06", b"2025-11", b"-0043-03-15", b"Y-3E5", b"Y250000S3", b"194X-02-29", b"1947-1X-X1", b"~1947-?05%"),
    *(b"1947~/1948?", b"../1947-05", b"1947/", b"[1667,1668..]", b"{..1983-12-31,1984-10}", b"2001-34", b"XXXX-12-XX"),
    *(b"2025-11-06T15:30:00.5Z", b"2025-11-06T24:00-12:00", b"6 November 2025", b"06/07/2031", b"Q3 2025", b"44 BC"),
    *(b"next Thursday", b"between 3 and 5 May 2025", b"3-5 May 2025", b"about 2025-2026", b"2025-11-06..2025-11-08"),
    *("2025\u201311\u201306 ٣".encode(), b"either 2025 or spring of 2026", b"before mid-2025", b"unknown"),
]

TEXTS = [
    *(b"A *very* **strong** `word`, [linked](https://a.example/?b=1&c=(2)) \\* &amp; <b>bold</b>", b"![a][b] ~~c~~"),
    *("On 13 September 1993, 9月13日, ١٣ سبتمبر: «yesterday», within the next weeks".encode(), b"United States"),
    *(
        b'<img src="//a.example/b.png" srcset="//c.example 2x"><link rel=stylesheet href=//d>',
        b"url(//e.example/f)",
        b"<![a]>",
    ),
    *(b"pt-BR", b"zh-Hant-TW", b"2031-05-01-treaty-signed", b"index", b"https://a.example/b?c#d", b"Fran\xc3\xa7ais"),
]


def records(data: bytes) -> None:
    """A record of any kind is valid, or has problems in words."""
    kind = KINDS[data[0] % len(KINDS)] if data else KINDS[0]
    _FILE.write_bytes(data[1:])
    raw = load_record(_FILE, f"content/{kind}/record.yaml", kind)
    if isinstance(raw, Problem):
        in_a_line(raw.message)
        return
    validated, problems = validate_records(Loaded((raw,), (), frozenset()))
    assert problems or raw.id in getattr(validated, kind)
    for problem in problems:
        in_a_line(problem.message)
        assert problem.line >= 1 and problem.column >= 1
    load_language(validated.language)
    for vocabulary in validated.vocabulary.values():
        json_schema("events", vocabulary)


def migration(data: bytes) -> None:
    """A vocabulary is migrated, and then needs no more of it, or is refused in words."""
    try:
        new = migrated(data[1:])
    except MigrationError as error:
        in_a_line(str(error))
        return
    if new is not None:
        assert migrated(new.encode()) is None


def dates(data: bytes) -> None:
    """A date is read and can be ordered and said, or is refused in words."""
    try:
        date = parse_edtf(text_of(data))
    except DateError as error:
        in_a_line(str(error))
        return
    assert date.earliest <= date.latest and date.sort_key
    for language in map(load_language, _LANGUAGES):
        assert date_in_words(date, language)
        assert gap_in_words(gap_between(_DAY, date), language) and gap_in_words(gap_between(date, _DAY), language)
    for bound in (date.earliest, date.latest):
        assert not bound.is_finite or (bound.iso() and isinstance(bound.epoch_seconds, float))
    assert not gives_date("", "en", date)


def texts(data: bytes) -> None:
    """A text becomes Markdown, plain words and an address, and is looked through for words of time."""
    text = data.decode("utf-8", "replace")[:MAX_TEXT]
    for shown in (markdown_text(text), markdown_inline(text), plain_text(text), meta_title(text), markdown_url(text)):
        assert isinstance(shown, str)
    assert fold(fold(text)) == fold(text)
    assert text_fragment("https://a.example/", text).isprintable()
    for language in _LANGUAGES:
        depends_on_the_day(text, language)
        leaves_the_day_open(text, language)
        gives_date(text, language, _DAY)
    calls = Calls("https://a.example/", "pages", copied=False)
    for told in calls.warnings("here", [text, *loaded_by_page(text, text), *loaded_by_css(text, text)]):
        assert told


def names(data: bytes) -> None:
    """A name is an id, a code or a language, or leads to the one that it may mean."""
    text = data.decode("utf-8", "replace")[:MAX_TEXT]
    assert is_id(as_id(text)) or as_id(text) == ""
    assert is_id(text) or why_not_id(text).endswith(".")
    if is_language(text):
        assert load_language(text).say("year-ad", year="9")
        assert language_code(text, text) is not None
    assert country_code(text) == "" or len(country_code(text)) == 2
    assert isinstance(language_code(text), str)
