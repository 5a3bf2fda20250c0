"""Reading EDTF: a text becomes a date, or an error that says what would be right (ISO 8601-2:2019, section 4)."""

# Levels 0, 1 and 2. Our one extension: a time may leave out its seconds (`2025-11-06T15:30Z`), as RECORDS asks, or
# its minutes. A time without a zone counts as UTC. Qualifiers never widen bounds: `1984~` and `1950S2` keep their year.
# The bounds of an unknown end (`1985/`) are open, like those of `..`: nobody knows them.

import re
from functools import lru_cache

from generator.dates.bounds import bounds_of, why_not
from generator.dates.edtf import Clock, Edtf, Part, Precision
from generator.dates.hints import (
    both_readings,
    certain_readings,
    changes_by_day,
    readings,
    says_nothing,
    span_of,
)
from generator.dates.instants import DAY, FIRST, LAST, Instant, instant

MAX_CHARACTERS = 200
MAX_YEAR_DIGITS = 24
_DATE = re.compile(
    r"(?P<q1>[?~%])?"
    r"(?:(?P<year>-?[0-9X]{4})|Y(?P<long>-?[1-9][0-9]*)(?:E(?P<power>[1-9][0-9]*))?)"
    r"(?:S(?P<digits>[1-9][0-9]*))?(?P<q2>[?~%])?"
    r"(?:-(?P<q3>[?~%])?(?P<month>[0-9X]{2})(?P<q4>[?~%])?"
    r"(?:-(?P<q5>[?~%])?(?P<day>[0-9X]{2})(?P<q6>[?~%])?)?)?",
    re.ASCII,
)
_TIME = re.compile(
    r"(?P<day>-?[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<hour>[0-9]{2})"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?)?"
    r"(?P<zone>Z|(?P<sign>[+-])(?P<zh>[0-9]{2})(?::?(?P<zm>[0-9]{2}))?)?",
    re.ASCII,
)
FORMS = (
    "write `2025-11-06`, `2025-11` or `2025`, `2025~` for about 2025, `2025?` where that is uncertain,"
    " `2025-11-06/2025-11-08` for what lasted"
)
_HAS_DAY = re.compile(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}T")


class DateError(ValueError):
    """A text that is no EDTF date; the message says what is wrong and what would be right."""


class _UnreadableError(DateError):
    """A text in no form of EDTF's; parse_edtf looks for the date that its writer may have meant."""


@lru_cache(maxsize=65_536)
def parse_edtf(text: str) -> Edtf:
    """Parse an EDTF expression of level 0, 1 or 2; raises DateError, and nothing else, for whatever is none."""
    if len(text) > MAX_CHARACTERS:
        raise DateError(f"`{_shown(text[:20])}…` is too long to be a date; write it as 2025-11-06")
    try:
        return _parse(text)
    except _UnreadableError:
        raise DateError(_not_a_date(text)) from None


def certain_date(text: str) -> str:
    """The EDTF that a text in another form must mean; empty where several things may be meant, or none."""
    found = {reading for reading in certain_readings(text[:MAX_CHARACTERS]) if _is_date(reading)}
    return found.pop() if len(found) == 1 else ""


def _parse(text: str) -> Edtf:
    if not text.isprintable():
        raise _UnreadableError(text)
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _parse_set(text)
    if "/" in text:
        return _parse_interval(text)
    if "T" in text:
        return _parse_time(text)
    return _parse_date(text)


def _not_a_date(text: str) -> str:
    """Say that a text is no date, and which one it may mean."""
    shown = _shown(text)
    if says_nothing(text):
        return f"`{shown}` gives no time; write the one within which it must lie, such as `2025` or `../2025-11-06`"
    if changes_by_day(text):
        return f"`{shown}` is another day for every reader; write the day itself, such as `2025-11-06`"
    if (span := span_of(text)) and all(map(_is_date, span)):
        start, end = span
        return (
            f'`{shown}` cannot be read as a date; write `{start}/{end}` for what lasted, `"[{start}..{end}]"` in quotes'
            " for one moment within"
        )
    meant = list(dict.fromkeys(readings(text)))
    if found := next(filter(_is_date, meant), None):
        written = f'"{found}"' if found.startswith("[") else found  # YAML needs the quotes
        return f"`{shown}` cannot be read as a date; write `{written}`"
    if both := both_readings(text):
        return f"`{shown}` may be two days; write `{both[0]}` or `{both[1]}`"
    if why := next(filter(None, map(_why_no_such_day, meant)), ""):
        return f"`{shown}` is not a date: {why}"
    return f"`{shown}` cannot be read as a date; {FORMS}"


def _why_no_such_day(text: str) -> str:
    """Why a text in the form of a date is none, such as the 31st of June; empty where it is, or has no such form."""
    try:
        _parse(text)
    except _UnreadableError:
        return ""
    except DateError as error:
        return str(error).partition("is not a date: ")[2]
    return ""


def _shown(text: str) -> str:
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def _is_date(text: str) -> bool:
    try:
        _parse(text)
    except DateError:
        return False
    return True


def _parse_set(text: str) -> Edtf:
    parts = text[1:-1].split(",")
    members = tuple(
        _parse_member(text, part, first=number == 0, last=number == len(parts) - 1) for number, part in enumerate(parts)
    )
    return Edtf(
        text,
        min(member.earliest for member in members),
        max(member.latest for member in members),
        "set",
        level=2,
        approximate=any(member.approximate for member in members),
        uncertain=any(member.uncertain for member in members),
        unspecified=any(member.unspecified for member in members),
        open_start=members[0].open_start,
        open_end=members[-1].open_end,
        members=members,
        one_of=text.startswith("["),
    )


def _parse_member(whole: str, text: str, *, first: bool, last: bool) -> Edtf:
    """Parse a member of a set, which may be a range: the first may be open at its beginning, the last at its end."""
    before, dots, after = text.partition("..")
    if not dots:
        return _parse_date(text)
    if (not before and not first) or (not after and not last) or not (before or after):
        raise _UnreadableError(text)
    start, end = (_parse_date(half) if half else None for half in (before, after))
    if start and end and end.earliest < start.earliest:
        raise DateError(f"`{whole}` runs backwards; write the earlier date first")
    return _span(text, start, end, level=2)


def _parse_interval(text: str) -> Edtf:
    halves = text.split("/")
    if len(halves) != 2 or halves == ["", ""]:
        raise _UnreadableError(text)
    if any(half[:1] == "Y" or "T" in half for half in halves):
        raise DateError(f"`{text}` is not a range of EDTF; its ends are dates without a time, in years of four digits")
    start, end = (None if half in ("", "..") else _parse_date(half) for half in halves)
    if start and end:
        vague = start.unspecified or end.unspecified
        if (end.latest if vague else end.earliest) < start.earliest:
            raise DateError(f"`{text}` runs backwards; write the earlier date first")
    # What level 1 leaves unspecified in a date is level 2 in a range.
    levels = [2 if half.unspecified else half.level for half in (start, end) if half]
    open_level = 0 if start and end else 1
    return _span(text, start, end, level=max(open_level, *levels, 0), unknown=(halves[0] == "", halves[1] == ""))


def _span(
    text: str, start: Edtf | None, end: Edtf | None, *, level: int, unknown: tuple[bool, bool] = (False, False)
) -> Edtf:
    """Put a span together from its ends, of which one may be missing."""
    both = [half for half in (start, end) if half]
    return Edtf(
        text,
        start.earliest if start else FIRST,
        end.latest if end else LAST,
        "interval",
        level=level,
        approximate=any(half.approximate for half in both),
        uncertain=any(half.uncertain for half in both),
        unspecified=any(half.unspecified for half in both),
        open_start=start is None,
        open_end=end is None,
        start=start,
        end=end,
        unknown_start=unknown[0],
        unknown_end=unknown[1],
    )


def _parse_time(text: str) -> Edtf:
    found = _TIME.fullmatch(text)
    if not found:
        if _HAS_DAY.match(text) and text.isprintable():
            raise DateError(f"`{text}` is not a date with a time; write 2025-11-06T15:30Z")
        raise _UnreadableError(text)
    day = _parse_date(found["day"])
    hour, minute, second = int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0)
    if not (hour < 24 and minute < 60 and second < 60) and (hour, minute, second) != (24, 0, 0):
        raise DateError(f"`{text}` has no such time of day; hours are 00 to 23, minutes and seconds 00 to 59")
    at = int(day.earliest.seconds) + hour * 3600 + minute * 60 + second - _offset(text, found)
    precision: Precision = "second" if found["second"] else "minute" if found["minute"] else "hour"
    last = at + {"second": 0, "minute": 59, "hour": 3599}[precision]
    zone = found["zone"] or ""
    clock = Clock(text.partition("T")[2].removesuffix(zone), zone)
    return Edtf(text, Instant(at), Instant(last), precision, level=day.level, parts=day.parts, clock=clock)


def _offset(text: str, found: re.Match[str]) -> int:
    """The time zone's offset in seconds; without one, the time counts as UTC."""
    if not found["sign"]:
        return 0
    minutes = int(found["zh"]) * 60 + int(found["zm"] or 0)
    east = found["sign"] == "+"
    if int(found["zm"] or 0) > 59 or minutes > (14 if east else 12) * 60 or (not east and minutes == 0):
        raise DateError(f"`{text}` has no such offset; it runs from -12:00 to +14:00, and UTC is Z")
    return minutes * 60 if east else -minutes * 60


def _parse_date(text: str) -> Edtf:
    found = _DATE.fullmatch(text)
    if not found:
        raise _UnreadableError(text)
    if found["long"]:
        return _parse_long_year(text, found)
    year, month, day = found["year"], found["month"], found["day"]
    if year == "-0000":
        raise DateError(f"`{text}`: there is no year -0000; write 0000 for 1 BC")
    if found["digits"] and (month or "X" in year or int(found["digits"]) > 4 + year.startswith("-")):
        raise _UnreadableError(text)
    bounds = bounds_of(year, month, day)
    if bounds is None:
        raise DateError(why_not(text, year, month, day))
    rounded = found["digits"] is not None and int(found["digits"]) < len(year.lstrip("-"))
    parts = _parts(found, year, rounded)
    return Edtf(
        text,
        *bounds,
        _precision(year, month, day),
        level=_level(found),
        approximate=any(part.approximate for part in parts),
        uncertain=any(part.uncertain for part in parts),
        unspecified="X" in text,
        parts=parts,
    )


def _parts(found: re.Match[str], year: str, rounded: bool = False) -> tuple[Part, ...]:
    """The written parts of a date; a mark on the right is about its part and all before it, one on the left about its
    part alone (ISO 8601-2, 4.4.3)."""
    written = (("year", year, "q1", "q2"), ("month", found["month"], "q3", "q4"), ("day", found["day"], "q5", "q6"))
    parts: list[Part] = []
    behind = ""
    for name, digits, left, right in reversed(written):
        if digits is None:
            continue
        behind += found[right] or ""
        marks = behind + (found[left] or "")
        approximate = "~" in marks or "%" in marks or (name == "year" and rounded)
        parts.insert(0, Part(digits, approximate, "?" in marks or "%" in marks))
    return tuple(parts)


def _parse_long_year(text: str, found: re.Match[str]) -> Edtf:
    power = found["power"]
    mantissa = found["long"]
    if found["month"] or (power is None and len(mantissa.lstrip("-")) < 5):
        raise DateError(f"`{text}` is not a long year; after Y come five digits or more, and no month")
    if len(mantissa) > MAX_YEAR_DIGITS or (power and (len(power) > 2 or int(power) > MAX_YEAR_DIGITS)):
        raise DateError(f"`{text}` is a year too far away; it has at most {MAX_YEAR_DIGITS} digits")
    year = int(mantissa) * 10 ** int(power or 0)
    rounded = found["digits"] is not None and int(found["digits"]) < len(str(abs(year)))
    parts = _parts(found, str(year), rounded)
    return Edtf(
        text,
        instant(year, 1, 1),
        instant(year, 12, 31, DAY - 1),
        "year",
        level=2 if power or found["digits"] else 1,
        approximate=parts[0].approximate,
        uncertain=parts[0].uncertain,
        parts=parts,
    )


def _precision(year: str, month: str | None, day: str | None) -> Precision:
    """The finest unit down to which nothing is left out: an unknown day in November is as precise as the month."""
    if "X" in year:
        spans: tuple[Precision, ...] = ("millennium", "millennium", "century", "decade")
        return spans[year.lstrip("-").index("X")]
    if not month or "X" in month:
        return "year"
    if int(month) > 12:
        return "season"
    return "month" if not day or "X" in day else "day"


def _level(found: re.Match[str]) -> int:
    """The lowest level of EDTF that has the expression."""
    year, month, day = found["year"], found["month"] or "", found["day"] or ""
    last = "q6" if day else "q4" if month else "q2"
    if any(found[name] for name in ("q1", "q2", "q3", "q4", "q5", "q6") if name != last) or found["digits"]:
        return 2
    if month.isdigit() and int(month) > 24:
        return 2
    digits = year.lstrip("-") + month + day
    if "X" in digits:
        # Level 1 leaves out digits from the right only: in the year, or whole months and days.
        known = digits.rstrip("X")
        partly = (month and "X" in year) or any("X" in part and part != "XX" for part in (month, day))
        return 2 if "X" in known or partly else 1
    season = month.isdigit() and int(month) > 12
    return 1 if found[last] or season or year.startswith("-") else 0
