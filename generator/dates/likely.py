"""Whether words that look like time are: "2000 people", "Mr. March" and "a quarter of them" are not."""

import re

from generator.dates.grammar import Meaning
from generator.dates.tokens import Word, Words
from generator.dates.tongues.tongue import Tongue, folded

_NUMBER_BEFORE = re.compile(r"(?<!\d)\d{3}-$")
"""What makes four figures the end of a telephone number."""
_LEADS_YEAR = {"GLUED", "IN", "BY", "FROM", "TO", "OF", "THE", "AND", "PART", "OPEN", "APPROX", "THIS", "COMMA", "DASH"}


_LEADS_YEARLESS = {"IN", "FROM", "BY", "TO", "THE", "WEEKDAY", "COMMA", "DASH", "AND", "AGO"}


def is_time(words: Words, first: int, last: int, meaning: Meaning, known: Tongue) -> bool:
    """Whether words that look like time are: "2000 people" and "Mr. March" are not."""
    head = words.words[first]
    before = words.words[first - 1] if first else None
    after = words.words[last + 1] if last + 1 < len(words.words) else None
    if first == last and head.kind == "YEAR":
        return _is_year(words, first, before, after, known)
    if first == last and head.kind == "DATE" and words.text[head.start : head.end] == "9/11":
        return _is_the_attack(before, after)
    if first == last and head.kind == "CLOCK":
        return _is_clock(words.text[head.start : head.end + 1], before, known)
    if first == last and head.weak:
        return _is_weak_time(words, head, before, after)
    if first == last and head.kind == "UNIT":
        return _is_bare_unit(words.words, first)
    if meaning.kind == "duration" and meaning.unit in ("quarter", "half") and after and after.kind == "OF":
        return False
    if head.kind == "HOLIDAY" and first == last and before and before.kind == "THE" and _is_name(words.text, after):
        return False  # "the Easter Rising"
    if meaning.feast and first == last and words.text[head.start : head.end].isalpha() and not _leads(before):
        return False  # "they celebrate Easter"
    if head.kind == "HOLIDAY" and words.text[head.start].isdigit():
        return before is not None and before.kind in _LEADS_YEARLESS
    if first == last and head.kind == "NTH":
        return first > 1 and words.words[first - 1].kind == "THE" and words.words[first - 2].kind in ("IN", "BY", "TO")
    if head.kind == "DAYREF" and before and before.kind == "ARTICLE":
        return after is None or after.kind in ("STOP", "COMMA")  # not "a day after the talks"
    if first == last and head.kind == "RECURS":
        return words.text[head.start].islower()
    return not (meaning.kind == "calendar" and meaning.unit == "season" and first == last and not _leads(before))


def _is_name(text: str, word: Word | None) -> bool:
    return word is not None and word.kind == "OTHER" and text[word.start].isupper()


def _is_clock(written: str, before: Word | None, known: Tongue) -> bool:
    """Whether "7.45" is a time of day, and no price; `written` goes on to the sign after it."""
    figures = re.fullmatch(r"(\d+)\.(\d\d)(.?)", written, re.DOTALL)
    if figures is None:
        return True
    is_led = before is not None and before.kind in ("IN", "BY", "FROM", "TO", "GLUED", "DASH")
    is_of_day = int(figures[1]) < 24 and int(figures[2]) < 60 and figures[3] != "%"
    return is_led and is_of_day and not known.month_first  # who writes the month first writes 7:45


def _is_bare_unit(words: tuple[Word, ...], at: int) -> bool:
    """Whether "the year" is this one: "the end of the year", "over the weekend", "throughout the year"."""
    if words[at].value in ("day", "hour", "minute", "century", "half", "fortnight") or at < 2:
        return bool(at) and words[at].value == "year" and words[at - 1].kind == "PART"
    if words[at].many:
        return False
    if words[at - 1].kind == "PART":
        return True
    return words[at - 1].kind == "THE" and words[at - 2].kind in ("PART", "ALL", "BY", "IN", "APPROX")


def _leads(before: Word | None) -> bool:
    return before is not None and before.kind in (
        "IN",
        "THE",
        "BY",
        "PART",
        "FROM",
        "THIS",
        "ALL",
        "TO",
        "GLUED",
        "HENCE",
        "WEEKDAY",
        "APPROX",
    )


def _is_year(words: Words, at: int, before: Word | None, after: Word | None, known: Tongue) -> bool:
    text, head = words.text, words.words[at]
    if before and before.value in known.labels and before.kind == "OTHER":
        return False
    if before and folded(text[before.start : before.end]) in known.to and _changed(words, at, known):
        return False
    if text[head.start] in "'’‘":
        return before is not None and before.kind in {"IN", "FROM", "TO", "DASH", "BY"}
    if before and before.kind == "DASH" and text[before.start] == "/":
        return True
    if head.start and text[head.start - 1] in "$€£#№+/=_.":
        return False
    if _NUMBER_BEFORE.search(text, max(head.start - 8, 0), head.start):
        return False
    if after and after.start == head.end and after.kind != "DASH" and text[after.start] in "%/_+":
        return False
    if after and after.kind == "UNIT":
        return (after.value in ("quarter", "half") and not after.many) or " " in text[after.start : after.end]
    if after and after.kind == "OTHER" and isinstance(after.value, str):
        counted = (
            head.value is not None
            and int(head.value) % 50 == 0
            and text[after.start].islower()
            and len(after.value) > 2
        )
        if (
            int(head.value or 0) < 1900
            and (before is None or before.kind not in _LEADS_YEAR)
            and text[after.start].islower()
        ):
            return False
        return not ((counted and after.value.endswith("s")) or after.value in known.people)
    return True


def _changed(words: Words, at: int, known: Tongue) -> bool:
    """Whether what stands before "to 2000" says that an amount has changed."""
    reach = words.words[max(at - 3, 0) : at]
    return any(word.kind == "OTHER" and word.value in known.changes for word in reach)


def _is_the_attack(before: Word | None, after: Word | None) -> bool:
    """Whether "9/11" is the day of the attacks by its name, and no share of something."""
    is_led = before is not None and (
        before.kind in ("THE", "HENCE")
        or (before.kind in ("BY", "AGO") and before.value in ("since", "after", "before"))
    )
    return is_led and (after is None or after.kind != "OF")


def _is_weak_time(words: Words, head: Word, before: Word | None, after: Word | None) -> bool:
    if before and before.kind == "THE" and (head.kind == "WEEKDAY" or (after and after.kind == "OF")):
        return False  # "The Sun", "the March of Dimes"
    if before and before.kind in (
        "IN",
        "BY",
        "FROM",
        "TO",
        "PART",
        "LAST",
        "NEXT",
        "THIS",
        "AND",
        "DASH",
        "THE",
        "APPROX",
    ):
        return True
    if before is None or before.kind == "STOP":
        return bool(after and after.kind in ("DAY", "YEAR", "COMMA"))
    return (
        not (after and after.kind in ("IN", "OF", "TO"))
        and before.kind in ("OTHER", "COMMA")
        and head.kind != "WEEKDAY"
    )
