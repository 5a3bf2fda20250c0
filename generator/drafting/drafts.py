"""The core of drafting: a text, its day and the known names become drafts of happenings. Pure; it keeps no state."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from generator.dates.expression import Expression
from generator.dates.expressions import expressions
from generator.dates.parse import parse_edtf
from generator.drafting.names import Mention, Names
from generator.drafting.passages import Sentence, sentences, told
from generator.drafting.speakers import Attribution, Speaker
from generator.drafting.status import Clause, clause_at, narrowed, status_of
from generator.drafting.wording import Wording, wording
from generator.records.parts import Status

LONGEST_QUOTE = 300
"""The most characters that a quote may have: RECORDS, evidence."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A dated happening that a text tells: the clause that tells it, word for word, and what the words say.

    `start` and `end` are the quote's place in the text. `date` is EDTF, None where the words name no day; `date_words`
    is the text's own expression. `doubts` say what somebody else proposes, which nobody but a person can check.
    """

    quote: str
    start: int
    end: int
    date: str | None
    date_words: str | None
    stated: bool
    status: Status
    direction: int
    speaker: Speaker | None
    is_speech: bool
    """Whether the date is when somebody spoke: what was said is a claim, and no happening of its own."""
    mentions: tuple[Mention, ...]
    doubts: tuple[str, ...] = ()

    @property
    def actors(self) -> tuple[str, ...]:
        """The names of who takes part, as the text or the records have them, each once."""
        return tuple(dict.fromkeys(one.known.name if one.known else one.words for one in self.mentions))


def drafts_of(text: str, day: date, names: Names, language: str = "en") -> tuple[Draft, ...]:
    """Return the happenings that a text tells, in order: one for each expression of time that a happening has."""
    story = told(text)
    known = wording(language)
    attribution = Attribution(story, known)
    mentions = names.mentions(story)
    times = [one for one in expressions(story, day, language) if _is_of_a_happening(one, story)]
    found: list[Draft] = []
    passages = sentences(story, language)
    for sentence in passages:
        inside = tuple(one for one in mentions if sentence.start <= one.start and one.end <= sentence.end)
        speaker = attribution.of(sentence)
        here = [one for one in times if sentence.start <= one.start and one.end <= sentence.end]
        spoken = {one for one in here if attribution.is_when_said(sentence, one.start, one.end)}
        clauses: set[tuple[str | None, int]] = set()
        for one in _distinct(here):
            if one in spoken and any(other.when and other not in spoken for other in here):
                continue  # what was said has a date of its own
            clause = clause_at(story, sentence.start, sentence.end, one, known)
            if not _is_told_in(story, clause, one, here, known) or _only_orders(one, here):
                continue
            if (once := (one.edtf, narrowed(story, clause, one).start)) in clauses and one.when:
                continue  # the clause has named this time before
            clauses.add(once)
            status = status_of(story, sentence, clause, one, day, known)
            by = None if attribution.is_aside(sentence, one.start, one.end) else speaker
            found.append(_draft(text, sentence, clause, one, status, by, one in spoken, inside))
    return tuple(_told_once(found, _headline_end(story, passages)))


def _is_told_in(text: str, clause: Clause, one: Expression, here: Sequence[Expression], known: Wording) -> bool:
    """Whether a clause tells a happening of the time that it names, and not only how things are, or a thing's name."""
    if _COUNTED.search(text, clause.start, one.start) and one.words.lower().startswith("this "):
        return False
    is_alone = all(other is one or other.when is None for other in here)
    if one.kind == "recurring":  # "every year" is how things are
        return is_alone and bool(known.coming.search(text, clause.start, clause.end))
    if one.kind == "duration" and not _is_lasting(one, text):  # within which something is to be done
        return any(words.search(text, clause.start, clause.end) for words in (known.coming, known.wished))
    if one.kind == "duration" and not is_alone and not known.lasting.search(text, clause.start, clause.end):
        return False  # how long what has another date took
    if one.bound == "since" or one.kind == "duration":
        return not _OF_ITS_KIND.search(text, max(clause.start, one.start - _NEAR), one.start)
    return is_alone or not _names_what_is_counted(one, text)


def _only_orders(one: Expression, here: Sequence[Expression]) -> bool:
    """Whether a vague word only says in what order came what the date behind it is of: "most recently in 2016"."""
    if one.kind != "vague" or one.direction > 0:
        return False
    return any(other.when and 0 <= other.start - one.end < _BESIDE for other in here)


_NEAR = 50
_OF_ITS_KIND = re.compile(
    r"\b(?:first|last|\w{2,}est|most|least|worst|best|première?|pire|meilleure?|plus \w+|ersten?|erstes|schlimmste\w*"
    r"|\w+ste[rnms]?|primer\w?|peor|mejor|más \w+)\b[^,;.\n]{0,40}$|(?:الأولى|الأول|впервые|לראשונה)\s*$",
    re.IGNORECASE,
)
"""What is the first or greatest of its kind since then: "for the first time since 2013"."""
_COUNTED = re.compile(
    r"\b(?:is|was|be|been|becomes?|became) (?:the|(?:it|hi|her)s?) (?:first|second|third|\w+th|last) [^,;.\n]{0,40}$",
    re.IGNORECASE,
)
"""What is only counted: "it was the third storm this autumn"."""
_SET_FOR = re.compile(r"\b(?:\w+ed|set|due|put off|prévue?s?|previst\w+)\s*$", re.IGNORECASE)


def _names_what_is_counted(one: Expression, text: str) -> bool:
    """Whether a year or quarter only says what something is for: "results for the second quarter"."""
    if one.bound or one.when is None or one.when.unit not in ("year", "quarter"):
        return False
    return one.words.lower().startswith("for ") and not _SET_FOR.search(text, max(one.start - 20, 0), one.start)


def _is_of_a_happening(expression: Expression, text: str) -> bool:
    """Whether something happens then: not for a bare time of day, a length of time, or "now"."""
    if expression.dateline or _is_compared(expression, text):
        return False
    match expression.kind:
        case "clock":
            return False
        case "duration":
            return _is_lasting(expression, text) or expression.words.lower().startswith(_WITHIN)
        case "vague":
            # "soon" of what is over says in what order things went, and no date.
            goes_on = expression.tense < 0 and (" " not in expression.words or expression.words.endswith("later"))
            return expression.direction < 0 or (expression.direction > 0 and not goes_on)
        case _:
            return True


_COMPARED = re.compile(
    r"(?:\b(?:versus|compared (?:with|to)|(?:up|down) (?:(?:by )?[\d.]+ ?\S*|on|sharply|slightly)"
    r"|(?<!more )(?<!less )(?<!fewer )(?<!other )(?<!rather )than"
    r"|(?:up|down|rose|fell|rises|falls|increas\w+|decreas\w+|climbed|dropped|unchanged)\b[^,;.\n]{0,20} from"
    r"|from (?:[$€£]\d\S*|\d\S*\s?(?:%|per ?cent|million|billion|trillion)))\b[^,;.\n]{0,30}|\b(?:from|than)\s*)$",
    re.IGNORECASE,
)


def _is_compared(expression: Expression, text: str) -> bool:
    """Whether something is only compared with then: "up from 31 million a year earlier"."""
    if expression.kind not in ("shift", "holding") or expression.bound == "since":
        return False
    return bool(_COMPARED.search(text[max(expression.start - 50, 0) : expression.core[0]]))


_WITHIN = ("within ", "dans les ", "innerhalb ", "en los próximos ", "خلال ", "в течение ", "בתוך ")
_LASTING = ("for ", "over ", "during ", "depuis ", "seit ", "desde ", "منذ ", "уже ", "mehr als ")


def _is_lasting(expression: Expression, text: str) -> bool:
    if text.startswith("-long", expression.end):
        return False
    unit_is_long = any(word in expression.words.lower() for word in ("year", "decade", "month", "centur", "week"))
    before = text[max(expression.start - 8, 0) : expression.start].lower()
    return unit_is_long and (expression.words.lower().startswith(_LASTING) or before.endswith(_LASTING))


_BESIDE = 4
"""As few characters lie between two expressions that say one thing: "Thursday (6 November)", "Today, 8 years later"."""


def _distinct(here: list[Expression]) -> Iterator[Expression]:
    """The expressions of a sentence, without those that say again when another one next to it is."""
    previous: Expression | None = None
    for one in here:
        is_beside = previous is not None and one.start - previous.end < _BESIDE
        again = previous and one.when and previous.when and one.when.edtf == previous.when.edtf
        tells_more = one.words.endswith((" after", " before"))  # "Friday, a year after the port opened"
        if not (is_beside and (again or (one.kind == "shift" and not tells_more))):
            yield one
        previous = one


def _draft(
    text: str,
    sentence: Sentence,
    clause: Clause,
    expression: Expression,
    status: Status,
    speaker: Speaker | None,
    is_speech: bool,
    mentions: tuple[Mention, ...],
) -> Draft:
    start, end = _quoted(text, sentence, clause, expression)
    start = min(_without_marks(text, start), expression.start)
    inside = tuple(one for one in mentions if start <= one.start and one.end <= end)
    return Draft(
        text[start:end],
        start,
        end,
        expression.edtf,
        text[expression.start : expression.end],
        expression.stated,
        status,
        expression.direction,
        speaker,
        is_speech,
        inside,
    )


def _quoted(text: str, sentence: Sentence, clause: Clause, expression: Expression) -> tuple[int, int]:
    """The place of the quote: the sentence, or the clause where that is too long, or what fits around the words."""
    if sentence.end - sentence.start <= LONGEST_QUOTE:
        return sentence.start, sentence.end
    if clause.end - clause.start <= LONGEST_QUOTE:
        return clause.start, _word_end(text, min(sentence.end, clause.start + LONGEST_QUOTE))
    start = _word_start(text, max(clause.start, expression.end - LONGEST_QUOTE))
    return start, _word_end(text, min(clause.end, start + LONGEST_QUOTE))


_MARKS = re.compile(r"(?:[-*•–·▪◦#>]+\s+|\*\*[^*\n]{1,80}\*\*:?\s*|[^\W\d_a-z]{2,}[^.\n]{0,40}\s[—–]\s+)+")


def _without_marks(text: str, start: int) -> int:
    """Where a quote begins without a list's mark, a heading in bold, or the place that a report comes from."""
    found = _MARKS.match(text, start)
    return found.end() if found else start


def _word_start(text: str, at: int) -> int:
    while at and at < len(text) and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, at: int) -> int:
    cut = at
    while cut and cut < len(text) and not text[cut].isspace():
        cut -= 1
    return cut or at


_ALIKE = 50
"""How alike, of 100, a headline and a sentence of one date must be to tell the same."""


def _told_once(found: list[Draft], headline_end: int) -> Iterator[Draft]:
    """Leave out what the headline tells where a sentence below tells it, and what is told twice in the same words."""
    seen: dict[tuple[str | None, str], int] = {}
    for draft in found:
        key = (draft.date, " ".join(draft.quote.lower().split())[:80])
        if draft.end <= headline_end and any(_tells(other, draft) for other in found if other.start >= headline_end):
            continue
        if seen.setdefault(key, draft.start) == draft.start or draft.date_words is None:
            yield draft


def _tells(other: Draft, headline: Draft) -> bool:
    if not other.date or not headline.date or not _is_within(other.date, headline.date):
        return False
    return fuzz.token_set_ratio(other.quote.lower(), headline.quote.lower()) >= _ALIKE


def _is_within(one: str, whole: str) -> bool:
    """Whether a date lies within another: 12 May within next week."""
    if one.startswith(whole):
        return True
    inner, outer = parse_edtf(one), parse_edtf(whole)
    first, last = outer.first_day.epoch_seconds, outer.last_day.epoch_seconds
    return first <= inner.first_day.epoch_seconds and inner.last_day.epoch_seconds <= last


def _headline_end(text: str, passages: Sequence[Sentence]) -> int:
    """Where the headline ends: the first paragraph, if it is one line that ends in no full stop."""
    if len(passages) < 2 or passages[0].paragraph == passages[1].paragraph:
        return 0
    return passages[0].end if not text[: passages[0].end].endswith((".", "!", "?")) else 0
