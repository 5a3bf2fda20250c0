"""EDTF dates in words, as English-speaking people write them."""

from generator.dates import Edtf

_MONTHS = (
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
)
_SEASONS = {
    **{21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
    **{25: "spring", 26: "summer", 27: "autumn", 28: "winter"},
    **{29: "southern spring", 30: "southern summer", 31: "southern autumn", 32: "southern winter"},
    **{33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter"},
    **{37: "first third", 38: "second third", 39: "last third"},
    **{40: "first half", 41: "second half"},
}


def words_of(date: Edtf) -> str:
    """Write a date in words, with its doubts: "about 2025", "November 2025 (uncertain)", "before 1995"."""
    if date.precision == "interval":
        return _interval(date)
    if date.precision == "set":
        return _set(date)
    words = _time(date) if date.precision in ("second", "minute") else _date(date)
    if date.approximate:
        words = f"about {words}"
    return f"{words} (uncertain)" if date.uncertain else words


def _interval(date: Edtf) -> str:
    if date.start is None and date.end is None:
        return "at a time not known"
    if date.start is None:
        assert date.end is not None
        # A year is read as the whole of it, so "before 1995" leaves it open whether some of 1995 is meant; a day is not.
        return f"{'before' if date.end.precision == 'year' else 'by'} {words_of(date.end)}"
    if date.end is None:
        return f"since {words_of(date.start)}" if date.text.endswith("..") else f"from {words_of(date.start)}, end not known"
    first, last = words_of(date.start), words_of(date.end)
    if first == last:
        return first
    plain = not (date.approximate or date.uncertain or date.unspecified)
    if plain and date.start.precision == date.end.precision and date.start.precision in ("day", "month"):
        from_, to = date.start.earliest, date.end.earliest
        if (from_.year, from_.month) == (to.year, to.month):
            return f"{from_.day}–{last}"
        if from_.year == to.year:
            return f"{first.rpartition(' ')[0]} – {last}"
    return f"{first} – {last}" if " " in first + last else f"{first}–{last}"


def _set(date: Edtf) -> str:
    parts = []
    for part in date.text[1:-1].split(","):
        before, dots, after = part.partition("..")
        halves = [words_of(next(m for m in date.members if m.text == half)) for half in (before, after) if half]
        if not dots:
            parts.append(halves[0])
        elif not before:
            parts.append(f"{halves[0]} or before")
        elif not after:
            parts.append(f"{halves[0]} or later")
        else:
            parts.append("–".join(halves) if " " not in "".join(halves) else " – ".join(halves))
    one = date.text.startswith("[")
    if len(parts) == 1:
        return parts[0]
    joined = f"{', '.join(parts[:-1])} {'or' if one else 'and'} {parts[-1]}"
    return f"one of {joined}" if one else joined


def _time(date: Edtf) -> str:
    day, _, clock = date.text.partition("T")
    zone = "UTC" if clock.endswith("Z") else ""
    for sign in "+-":
        if sign in clock:
            zone = f"UTC{sign.replace('-', '−')}{clock.partition(sign)[2]}"
    hours = clock.rstrip("Z").replace("-", "+").partition("+")[0]
    return f"{words_of(_parsed(day))}, {hours}{' ' + zone if zone else ' (zone not given)'}"


def _parsed(text: str) -> Edtf:
    from generator.dates import parse_edtf

    return parse_edtf(text)


def _date(date: Edtf) -> str:
    text = date.text.translate({ord(sign): None for sign in "?~%"})
    if text.startswith("Y"):
        return _year_words(date.earliest.year)
    text = text.partition("S")[0]
    sign, rest = ("-", text[1:]) if text.startswith("-") else ("", text)
    year, _, rest = rest.partition("-")
    month, _, day = rest.partition("-")
    in_year = _year(sign + year, date)
    if not month:
        return in_year
    if "X" in month:
        what = "some day" if day else "some month"
        known_month = " " if day in ("", "XX") else f" {int(day)}th of a month " if day.isdigit() else " "
        return f"{'some time' if day == 'XX' else what}{known_month if day.isdigit() else ' '}in {in_year}"
    if int(month) > 12:
        return f"{_SEASONS[int(month)]} {in_year}"
    in_month = f"{_MONTHS[int(month) - 1]} {in_year}"
    if not day:
        return in_month
    return f"some day in {in_month}" if "X" in day else f"{int(day)} {in_month}"


def _year(pattern: str, date: Edtf) -> str:
    if "X" not in pattern:
        return _year_words(int(pattern))
    known = pattern.rstrip("X")
    if "X" in known or not known.strip("-"):
        return f"a year like {pattern}"
    unknown = len(pattern) - len(known)
    if unknown == 1 and not pattern.startswith("-"):
        return f"the {known}0s"
    return f"{_year_words(date.earliest.year)}–{_year_words(date.latest.year)}"


def _year_words(year: int) -> str:
    """A year as people count it: there is no year 0, and 0000 is 1 BC."""
    if year > 0:
        return f"{year:,}" if year > 9999 else f"{year}" if year > 999 else f"AD {year}"
    return f"{1 - year:,} BC" if year < -9998 else f"{1 - year} BC"
