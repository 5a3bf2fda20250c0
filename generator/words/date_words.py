"""EDTF dates in words, as English-speaking people write them."""

# "before 1995" is RECORDS.md's word for `../1995`; days and months say "until", for the end itself is allowed.

from math import ceil, inf

from generator.dates.edtf import Edtf, parse_edtf
from generator.dates.hints import MONTHS
from generator.dates.instants import DAY, FIRST, LAST, Instant

_SEASONS = {
    **{21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
    **{25: "northern spring", 26: "northern summer", 27: "northern autumn", 28: "northern winter"},
    **{29: "southern spring", 30: "southern summer", 31: "southern autumn", 32: "southern winter"},
    **{33: "the first quarter of", 34: "the second quarter of", 35: "the third quarter of", 36: "the last quarter of"},
    **{37: "the first four months of", 38: "the middle four months of", 39: "the last four months of"},
    **{40: "the first half of", 41: "the second half of"},
}


def words_of(date: Edtf) -> str:
    """Write a date in words, with its doubts: "about 2025", "November 2025 (uncertain)", "before 1995"."""
    if date.precision == "interval":
        return _interval(date)
    if date.precision == "set":
        return _set(date)
    if "T" in date.text:
        return _time(date)
    # A mark at the end is about the whole date, one within it about a part only; a lone year has no parts.
    has_parts = "-" in date.text.lstrip("?~%-")
    whole, inner = (date.text[-1], date.text[:-1]) if has_parts else (date.text, "")
    words = _date(date)
    if date.approximate and not _marked(inner, "~%", unless=whole):
        words = f"about {words}"
    doubts = [
        name for name, marks in (("approximate", "~%"), ("uncertain", "?%")) if _marked(inner, marks, unless=whole)
    ]
    if doubts:
        words += f" (partly {' and '.join(doubts)})"
    return f"{words} (uncertain)" if _marked(whole, "?%") else words


def _marked(text: str, marks: str, unless: str = "") -> bool:
    return any(mark in text for mark in marks) and not any(mark in unless for mark in marks)


def words_between(first: Edtf, later: Edtf) -> str:
    """Say how long after the first date the later one is, only as exactly as both are known; days are those of UTC."""
    clocks = ("hour", "minute", "second")
    if first.precision in clocks and later.precision in clocks:
        hours = (later.earliest.epoch_seconds - first.earliest.epoch_seconds) / 3600
        if abs(hours) < 48 and first.earliest.date_iso() != later.earliest.date_iso():
            return f"about {_count(max(1, round(abs(hours))), 'hour')} {'after' if hours > 0 else 'before'}"
    shortest, longest = _days_between(first.latest, later.earliest), _days_between(first.earliest, later.latest)
    about = "about " if first.approximate or first.uncertain or later.approximate or later.uncertain else ""
    if shortest == longest == 0:
        return f"{about}the same day"
    if longest <= 0:
        return _gap(-longest, -shortest, about, "before")
    if shortest >= 0:
        return _gap(shortest, longest, about, "after")
    if max(-shortest, longest) == inf:
        return "at a time not known"
    size, unit = _unit(max(-shortest, longest))
    return f"within {about}{_count(ceil(max(-shortest, longest) / size), unit)}, before or after"


def _days_between(begin: Instant, end: Instant) -> float:
    if not (begin.is_finite and end.is_finite):
        return inf if end == LAST or begin == FIRST else -inf
    return int(end.seconds) // DAY - int(begin.seconds) // DAY


def _gap(shortest: float, longest: float, about: str, side: str) -> str:
    """Put a distance in words that lies between two numbers of days, neither negative."""
    size, unit = _unit(longest if longest < inf else shortest)
    if shortest == longest:
        return f"{about or ('' if unit == 'day' else 'about ')}{_count(round(shortest / size), unit)} {side}"
    least = int(shortest / size)
    if longest == inf:
        if not least:
            return f"{about}the same day or {'later' if side == 'after' else 'earlier'}"
        return f"at least {about}{_count(least, unit)} {side}"
    most = ceil(longest / size)
    return f"{f'between {about}{least} and ' if least else f'at most {about}'}{_count(most, unit)} {side}"


def _unit(days: float) -> tuple[float, str]:
    return (1, "day") if days < 62 else (30.44, "month") if days < 730 else (365.25, "year")


def _count(number: int, unit: str) -> str:
    return f"{number:,} {unit}{'s' if number != 1 else ''}"


def _interval(date: Edtf) -> str:
    start, end = date.start, date.end
    if start and end:
        return _range(start, end)
    if end:
        plain_year = end.precision == "year" and not end.unspecified
        words = f"before {words_of(end)}" if plain_year else f"until {words_of(end)}"
        return words if date.text.startswith("..") else f"{words}, beginning not known"
    if start:
        return f"since {words_of(start)}" if date.text.endswith("..") else f"from {words_of(start)}, end not known"
    return "at a time not known"


def _range(start: Edtf, end: Edtf) -> str:
    first, last = words_of(start), words_of(end)
    if first == last:
        return first
    blurred = any(half.approximate or half.uncertain or half.unspecified for half in (start, end))
    if not blurred and start.precision == end.precision and start.precision in ("day", "month", "year"):
        from_, to = start.earliest, end.earliest
        if start.precision == "year" and last.endswith(" BC") and first.endswith(" BC"):
            return f"{first.removesuffix(' BC')}–{last}"
        if start.precision == "day" and (from_.year, from_.month) == (to.year, to.month):
            return f"{from_.day}–{last}"
        if start.precision == "month" and from_.year == to.year:
            return f"{MONTHS[from_.month - 1]}–{last}"
        if start.precision == "day" and from_.year == to.year:
            return f"{from_.day} {MONTHS[from_.month - 1]} – {last}"
    return f"{first} – {last}" if " " in first + last else f"{first}–{last}"


def _set(date: Edtf) -> str:
    one = date.text.startswith("[")
    conjunction = "or" if one else "and"
    parts = []
    for part in date.text[1:-1].split(","):
        before, dots, after = part.partition("..")
        if before and after:
            parts.append(_range(parse_edtf(before), parse_edtf(after)))
        else:
            words = words_of(parse_edtf(before or after))
            parts.append(f"{words} {conjunction} {'later' if before else 'before'}" if dots else words)
    if len(parts) == 1:
        alone = ".." not in date.text or (one and (date.open_start or date.open_end))
        return parts[0] if alone else f"{'one' if one else 'all'} of {parts[0]}"
    return f"{'one' if one else 'all'} of {', '.join(parts[:-1])} {conjunction} {parts[-1]}"


def _time(date: Edtf) -> str:
    day, _, clock = date.text.partition("T")
    hours = clock.rstrip("Z").replace("-", "+").partition("+")[0]
    offset = clock.removeprefix(hours)
    zone = " UTC" if offset == "Z" else f" (UTC{offset.replace('-', '−')})" if offset else " (zone not given)"
    return f"{words_of(parse_edtf(day))}, {hours}{' h' if date.precision == 'hour' else ''}{zone}"


def _date(date: Edtf) -> str:
    text = date.text.translate({ord(mark): None for mark in "?~%"}).partition("S")[0]
    if text.startswith("Y"):
        return _year(date.earliest.year)
    sign = "-" if text.startswith("-") else ""
    year, month, day = [*text.lstrip("-").split("-"), "", ""][:3]
    pattern = sign + year
    if not month:
        return _unclear_year(pattern) if "X" in year else _year(int(pattern))
    in_year = f"of {_some_year(pattern)}" if "X" in year else _year(int(pattern))
    if month.isdigit() and int(month) > 12:
        season = _SEASONS[int(month)]
        return f"{season} {in_year.removeprefix('of ')}" if season.endswith(" of") else f"{season} {in_year}"
    if "X" not in month:
        in_month = f"{MONTHS[int(month) - 1]} {in_year}"
        if not day or "X" not in day:
            return f"{int(day)} {in_month}" if day else in_month
        if day == "XX":
            return f"some day in {in_month}"
    elif month == "XX" and day in ("", "XX"):
        if year == "XXXX":
            return "an unknown day" if day else "an unknown month"
        return f"some {'time' if day else 'month'} in {in_year.removeprefix('of ')}"
    return f"some {'day' if day else 'month'} like {text}"


def _some_year(pattern: str) -> str:
    words = _unclear_year(pattern)
    return words if words.startswith(("some", "an ")) else f"some year in {words}"


def _unclear_year(pattern: str) -> str:
    """A year with digits left out: "the 2020s", "1900–1999"."""
    known = pattern.rstrip("X")
    if not known.strip("-"):
        return "an unknown year" if pattern == "XXXX" else "an unknown year BC"
    if "X" in known:
        return f"some year like {pattern}"
    if len(known) == 3 and known[0] not in "-0":
        return f"the {known}0s"
    low, high = sorted(int(known + digit * (len(pattern) - len(known))) for digit in "09")
    first, last = _year(low), _year(high)
    if first.endswith(" BC") and last.endswith(" BC"):
        return f"{first.removesuffix(' BC')}–{last}"
    return f"{first} – {last}" if " " in first + last else f"{first}–{last}"


def _year(year: int) -> str:
    """A year as people count it: there is no year 0, and 0000 is 1 BC."""
    if year > 0:
        return f"{year:,}" if year > 9999 else f"{year}" if year > 999 else f"AD {year}"
    return f"{1 - year:,} BC" if year < -9998 else f"{1 - year} BC"
