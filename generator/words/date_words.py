"""Dates, and distances between them, in words."""

from functools import lru_cache
from math import ceil, inf

from generator.dates.edtf import Edtf, Part
from generator.dates.gap import Gap
from generator.dates.instants import Instant
from generator.words.catalogue import FALLBACK
from generator.words.language import Language, load_language

_GREGORIAN_MONTHS = 12


def words_of(date: Edtf) -> str:
    """Write a date in the language of problems and commands, which is English."""
    return date_in_words(date, load_language(FALLBACK))


@lru_cache(maxsize=65_536)
def date_in_words(date: Edtf, language: Language) -> str:
    """Write a date in words, with its doubts: "about 2025", "November 2025 (uncertain)", "before 1995"."""
    say = language.say
    if date.precision == "interval":
        return _interval(date, language)
    if date.precision == "set":
        return _set(date, language)
    words = _parts(date, language)
    if date.clock:
        return say("date-time", day=words, time=_time(date, language), zone=_zone(date.clock.zone, language))
    if _all(date, "approximate"):
        words = say("date-about", date=words)
    partly = [doubt for doubt in ("approximate", "uncertain") if _some(date, doubt)]
    if partly:
        words = say("date-partly-both" if len(partly) > 1 else f"date-partly-{partly[0]}", date=words)
    return say("date-uncertain", date=words) if _all(date, "uncertain") else words


def year_in_words(year: int, language: Language) -> str:
    """Write an astronomical year as people count it: there is no year 0, and 0 is 1 BC."""
    if year > 0:
        return _figures(year) if year > 999 else language.say("year-ad", year=str(year))
    return language.say("year-bc", year=_figures(1 - year))


def month_in_words(year: int, month: int, language: Language) -> str:
    """Write a month of an astronomical year."""
    return language.say("date-month", month=language.month(month), year=year_in_words(year, language))


def day_in_words(day: Instant, language: Language) -> str:
    """Write the calendar day of an instant, in UTC."""
    return _day(str(day.day), day.month, year_in_words(day.year, language), False, language)


def gap_in_words(gap: Gap, language: Language) -> str:
    """Say how long after the first date the later one is: "2 days after", "about 3 hours before"."""
    say = language.say
    if gap.hours is not None:
        hours = _about(say("gap-hours", count=max(1, round(abs(gap.hours)))), language)
        return say("gap-after" if gap.hours > 0 else "gap-before", gap=hours)
    shortest, longest = gap.shortest, gap.longest
    if shortest == longest == 0:
        return _about(say("gap-same-day"), language, gap.approximate)
    if longest <= 0:
        return _gap(-longest, -shortest, gap.approximate, "before", language)
    if shortest >= 0:
        return _gap(shortest, longest, gap.approximate, "after", language)
    furthest = max(-shortest, longest)
    if furthest == inf:
        return say("gap-unknown")
    size, unit = _unit(furthest)
    most = say(f"gap-{unit}", count=ceil(furthest / size))
    return say("gap-either", gap=_about(most, language, gap.approximate))


def _gap(shortest: float, longest: float, approximate: bool, side: str, language: Language) -> str:
    """Put a distance in words that lies between two numbers of days, neither negative."""
    say = language.say
    size, unit = _unit(longest if longest < inf else shortest)
    least = int(shortest / size)
    if shortest == longest:
        exact = say(f"gap-{unit}", count=round(shortest / size))
        return say(f"gap-{side}", gap=_about(exact, language, approximate or unit != "days"))
    if longest == inf:
        if not least:
            return _about(say(f"gap-same-day-{side}"), language, approximate)
        at_least = _about(say(f"gap-{unit}", count=least), language, approximate)
        return say(f"gap-{side}", gap=say("gap-at-least", gap=at_least))
    most = say(f"gap-{unit}", count=ceil(longest / size))
    if not least:
        return say(f"gap-{side}", gap=say("gap-at-most", gap=_about(most, language, approximate)))
    if least == ceil(longest / size):  # so far away that a year more or less is lost in it
        return say(f"gap-{side}", gap=_about(most, language))
    between = say("gap-between", least=_about(_figures(least), language, approximate), most=most)
    return say(f"gap-{side}", gap=between)


def _about(words: str, language: Language, holds: bool = True) -> str:
    return language.say("gap-about", gap=words) if holds else words


def _unit(days: float) -> tuple[float, str]:
    return (1, "days") if days < 62 else (30.44, "months") if days < 730 else (365.25, "years")


def _interval(date: Edtf, language: Language) -> str:
    start, end, say = date.start, date.end, language.say
    if start and end:
        return _range(start, end, language)
    if end:
        plain_year = end.precision == "year" and not end.unspecified
        words = say("date-before" if plain_year else "date-by", date=date_in_words(end, language))
        return say("date-beginning-unknown", date=words) if date.unknown_start else words
    if start:
        return say("date-end-unknown" if date.unknown_end else "date-since", date=date_in_words(start, language))
    return say("date-open")


def _range(start: Edtf, end: Edtf, language: Language) -> str:
    """A span by its ends, without what both share."""
    say = language.say
    first, last = date_in_words(start, language), date_in_words(end, language)
    if first == last:
        return first
    blurred = any(half.approximate or half.uncertain or half.unspecified for half in (start, end))
    if not blurred and start.precision == end.precision:
        from_, to = start.earliest, end.earliest
        if start.precision == "year" and to.year <= 0:
            return say("years-bc", first=_figures(1 - from_.year), last=_figures(1 - to.year))
        if start.precision == "day" and (from_.year, from_.month) == (to.year, to.month):
            return say("date-days", first=str(from_.day), last=last)
        if start.precision == "month" and from_.year == to.year:
            return say("date-range", first=language.month(from_.month), last=last)
        if start.precision == "day" and from_.year == to.year:
            day = say("date-day-of-month", day=str(from_.day), month=language.month(from_.month))
            return say("date-range-spaced", first=day, last=last)
    return _joined(first, last, language)


def _joined(first: str, last: str, language: Language) -> str:
    return language.say("date-range-spaced" if " " in first + last else "date-range", first=first, last=last)


def _set(date: Edtf, language: Language) -> str:
    say = language.say
    word = "or" if date.one_of else "and"
    parts = [_member(member, word, language) for member in date.members]
    if len(parts) == 1:
        alone = date.members[0].precision != "interval" or (date.one_of and (date.open_start or date.open_end))
        return parts[0] if alone else say("date-one-of" if date.one_of else "date-all-of", dates=parts[0])
    series = parts[0]
    for part in parts[1:-1]:
        series = say("series-comma", first=series, next=part)
    series = say(f"date-{word}", first=series, last=parts[-1])
    return say("date-one-of" if date.one_of else "date-all-of", dates=series)


def _member(date: Edtf, word: str, language: Language) -> str:
    if date.precision != "interval":
        return date_in_words(date, language)
    if date.start and date.end:
        return _range(date.start, date.end, language)
    known = date.start or date.end
    assert known is not None  # a set's member is never open at both ends
    side = "later" if date.start else "before"
    return language.say(f"date-{word}-{side}", date=date_in_words(known, language))


def _time(date: Edtf, language: Language) -> str:
    assert date.clock is not None
    return language.say("date-hour", time=date.clock.time) if date.precision == "hour" else date.clock.time


def _zone(zone: str, language: Language) -> str:
    if zone == "Z":
        return language.say("date-zone-utc")
    return language.say("date-zone", offset=zone.replace("-", "−")) if zone else language.say("date-zone-none")


def _parts(date: Edtf, language: Language) -> str:
    """The written year, month and day, without their doubts."""
    say = language.say
    year, month, day = [*(part.digits for part in date.parts), "", ""][:3]
    if not month:
        return _unclear_year(year, language) if "X" in year else year_in_words(int(year), language)
    some_year = "X" in year
    in_year = _some_year(year, language) if some_year else year_in_words(int(year), language)
    if "X" not in month:
        if int(month) > _GREGORIAN_MONTHS:
            return say(f"season-{month}", year=in_year)
        in_month = say(
            "date-month-of-some-year" if some_year else "date-month", month=language.month(int(month)), year=in_year
        )
        if day == "XX":
            return say("some-day-in", month=in_month)
        if "X" not in day:
            return _day(day, int(month), in_year, some_year, language) if day else in_month
    elif month == "XX" and day in ("", "XX"):
        if year == "XXXX":
            return say("unknown-day" if day else "unknown-month")
        return say("some-time-in" if day else "some-month-in", year=in_year)
    return say("some-day-like" if day else "some-month-like", date=date.text)


def _day(day: str, month: int, in_year: str, some_year: bool, language: Language) -> str:
    of_month = {"day": str(int(day)), "month": language.month(month)}
    if not some_year:
        return language.say("date-day", **of_month, year=in_year)
    return language.say("date-month-of-some-year", month=language.say("date-day-of-month", **of_month), year=in_year)


def _some_year(pattern: str, language: Language) -> str:
    """A year with digits left out, as a part of a date: "some year in the 2020s"."""
    known = pattern.rstrip("X")
    words = _unclear_year(pattern, language)
    if not known.strip("-") or "X" in known:
        return words
    return language.say("some-year-in", year=words)


def _unclear_year(pattern: str, language: Language) -> str:
    """A year with digits left out: "the 2020s", "1900–1999"."""
    say = language.say
    known = pattern.rstrip("X")
    if not known.strip("-"):
        return say("unknown-year" if pattern == "XXXX" else "unknown-year-bc")
    if "X" in known:
        return say("some-year-like", year=pattern)
    if len(known) == 3 and known[0] not in "-0":
        return say("decade", year=f"{known}0")
    low, high = sorted(int(known + digit * (len(pattern) - len(known))) for digit in "09")
    if high <= 0:
        return say("years-bc", first=_figures(1 - low), last=_figures(1 - high))
    return _joined(year_in_words(low, language), year_in_words(high, language), language)


def _all(date: Edtf, doubt: str) -> bool:
    return bool(date.parts) and all(getattr(part, doubt) for part in date.parts)


def _some(date: Edtf, doubt: str) -> bool:
    def doubtful(part: Part) -> bool:
        return bool(getattr(part, doubt))

    return any(map(doubtful, date.parts)) and not all(map(doubtful, date.parts))


def _figures(number: int) -> str:
    """A number as years are written: with separators beyond four digits only."""
    return f"{number:,}" if number > 9999 else str(number)
