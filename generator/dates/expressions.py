"""Expressions of time in a text: where they stand, and the EDTF that they mean on the day when it was written."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.dates.beside import is_open, with_neighbours
from generator.dates.datelines import filed, is_own_date
from generator.dates.expression import Expression
from generator.dates.grammar import PATTERN, RULES, Match, Meaning
from generator.dates.lead import Lead
from generator.dates.likely import is_time
from generator.dates.ranges import Found, with_ranges
from generator.dates.resolve import Anchors, resolved
from generator.dates.tense import is_denied, is_put_off, tense_at
from generator.dates.tokens import Words, words_of
from generator.dates.tongues import base, tongue
from generator.dates.tongues.tongue import Tongue
from generator.dates.whens import UNIT_DAYS, When
from generator.dates.whens import day as day_of
from generator.dates.whole import whole_dates


def expressions(text: str, day: date, language: str = "en") -> tuple[Expression, ...]:
    """Return the expressions of time of a text, in order; `day` is the day of publication.

    They are resolved one after another, because some lean on the last date named ("the next day").
    """
    known = tongue(language)
    words = words_of(text, known)
    anchors = Anchors.of(words, day, known)
    found: list[Found] = []
    opened: set[int] = set()
    is_opening, floor = True, 0
    for first, last, meaning in _meanings(words, known):
        expression = _expression(words, first, last, meaning, anchors, known, floor=floor)
        floor = last + 1
        if expression is None or is_own_date(expression, text, day):
            continue
        if is_opening and (day_filed := filed(expression, text, day)):
            expression, anchors, is_opening = replace(expression, dateline=True), replace(anchors, day=day_filed), False
        if expression.when and meaning.kind != "recurring":
            anchors = anchors.after(expression.when)
        if expression.bound is None and _is_from(words, first, meaning) and is_open(expression, text):
            expression = replace(expression, bound="since")
            opened.add(len(found))
        found.append((expression, meaning))
    ranges = tuple(with_ranges(with_neighbours(found, opened, text, anchors, known.code), words, known.code))
    return ranges if known.code != "und" else _with_whole_dates(ranges, text, base(language))


def _is_from(words: Words, first: int, meaning: Meaning) -> bool:
    """Whether "from" leads to a day, month or year: "From 12 August"."""
    if meaning.kind != "calendar" or meaning.unit not in ("day", "month", "year") or meaning.last_day:
        return False
    lead = words.words[Lead.before(words.words, first).first]
    return lead.kind == "FROM" and lead.value == "from"


_EVERY_TENSE = (-1, 0, 1)


def readings(words: str, day: date, language: str) -> tuple[When, ...]:
    """Return every stretch of days that some words may mean that were published on a day, whatever their clause says.

    Nothing comes back where they lean on a date that was named before them ("the same day"), or name none.
    """
    known = tongue(language)
    read = words_of(words, known)
    anchors = Anchors.of(read, day, known)
    found = [(first, last, meaning) for first, last, meaning in _meanings(read, known)]
    if any(meaning.anchor == "named" for _, _, meaning in found):
        return ()
    dated = {
        when.edtf: when
        for first, last, meaning in found
        for one in _all_meant(meaning, day)
        for tense in _EVERY_TENSE
        if (expression := _expression(read, first, last, one, anchors, known, tense)) and (when := expression.when)
    }
    return tuple(dated.values())


def _all_meant(meaning: Meaning, day: date) -> Iterator[Meaning]:
    """A date without its year, as of the last year, of this and of the next: the words do not tell which.

    "Today" and "tonight" are the day beside it, too: where it happened, it may have been another day.
    """
    yield meaning
    if meaning.kind == "holding" and meaning.unit == "day" and meaning.offset is not None:
        yield from (replace(meaning, offset=meaning.offset + by) for by in (-1, 1))
    if meaning.kind == "calendar" and meaning.month and meaning.year is None and meaning.year_offset is None:
        yield from (replace(meaning, year=year) for year in range(day.year - 1, day.year + 2))


def _with_whole_dates(found: tuple[Expression, ...], text: str, language: str) -> tuple[Expression, ...]:
    """Put in whole dates of a language without words of its own, in place of the figures that are parts of them."""
    whole = [
        Expression(
            one.start,
            one.end,
            text[one.start : one.end],
            "calendar",
            day_of(one.day),
            stated=True,
            core=(one.start, one.end),
        )
        for one in whole_dates(text, language)
    ]
    taken = {at for one in whole for at in range(one.start, one.end)}
    kept = [one for one in found if taken.isdisjoint(range(one.start, one.end))]
    return tuple(sorted([*kept, *whole], key=lambda one: one.start))


def _meanings(words: Words, known: Tongue) -> Iterator[tuple[int, int, Meaning]]:
    end = 0
    for match in PATTERN.finditer(words.signs):
        if words.words[match.start()].start < end:
            continue  # a word that says two things ("Vorjahr"), of which the first ends what stands before
        rule = RULES[(match.lastindex or 1) - 1]
        meaning = rule.meaning(Match(words.words[match.start() : match.end()]))
        if meaning and is_time(words, match.start(), match.end() - 1, meaning, known):
            end = words.words[match.end() - 1].end
            yield match.start(), match.end() - 1, meaning


def _expression(
    words: Words,
    first: int,
    last: int,
    meaning: Meaning,
    anchors: Anchors,
    known: Tongue,
    given: int | None = None,
    floor: int = 0,
) -> Expression | None:
    """Make an expression of a meaning; its clause tells the tense, unless one is given."""
    lead = Lead.before(words.words, first, floor)
    told = given if given is not None else tense_at(words, lead.first, last, known)
    leads_to = lead.bound == "until" or words.words[max(lead.first - 1, 0)].kind == "TO"
    is_moved = leads_to and is_put_off(words, lead.first, last, known)
    tense = 1 if is_moved else told or (1 if lead.bound in ("by", "until") else 0)
    if not anchors.historic:
        meaning = _looking_on(meaning, words, first, tense)
    when = resolved(meaning, anchors, tense)
    if meaning.kind == "calendar" and when is None:
        return None
    start, end = words.words[lead.first].start, _with_possessive(words.text, words.words[last].end)
    core = (words.words[lead.core].start, words.words[last].end)
    direction = meaning.direction if meaning.kind == "vague" else meaning.direction or tense
    bound = "since" if words.words[first].kind == "AGO" and words.words[first].value == "since" else lead.bound
    if bound in ("until", "before") and is_denied(words, lead.first, known):
        bound = None if bound == "until" and tense < 0 else "since"  # "did not resign until May"
    if last + 1 < len(words.words) and words.words[last + 1].kind == "EARLIEST":
        bound = "since"
    bound = None if is_moved else bound  # it is the day to which something moves, and not the end of anything
    return Expression(
        start,
        end,
        words.text[start:end],
        meaning.kind,
        when,
        bound,
        lead.part,
        direction,
        tense,
        stated=meaning.kind == "calendar" and (meaning.year is not None or meaning.unit == "century"),
        core=core,
    )


def _looking_on(meaning: Meaning, words: Words, first: int, tense: int) -> Meaning:
    """Tell "they meet in two weeks" from "built in two weeks", by the tense of the clause."""
    before = words.words[first - 1] if first else None
    if meaning.kind == "duration":
        is_on = tense > 0 and meaning.offset is not None and meaning.direction == 0
        if is_on and before and before.kind == "IN" and before.value == "in" and UNIT_DAYS[meaning.unit] >= 1:
            return replace(meaning, kind="shift", anchor="publication", direction=1)
    elif words.words[first].kind == "HENCE" and meaning.kind == "shift" and tense < 0:
        if words.words[first].value == "in":
            return replace(meaning, kind="duration", direction=0)
        return replace(meaning, anchor="named")
    return meaning


def _with_possessive(text: str, end: int) -> int:
    return end + 2 if text[end : end + 2] in ("'s", "’s") else end
