"""What a date that is not EDTF may have meant: "6 November 2025" is 2025-11-06."""

# Only forms that leave no doubt, or say both readings: a suggestion that is wrong would be pasted all the same.

import re
import unicodedata
from collections.abc import Iterator

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ROUGH = r"(?:early|late|mid|the (?:beginning|middle|end) of|beginning of|middle of|end of)"

_FIGURES = re.compile(
    r"(?P<year>[0-9]{4})(?:(?P<sign>[-/. ])|(?=[0-9]{4}$))(?P<month>[0-9]{1,2})"
    r"(?:(?(sign)(?P=sign))(?P<day>[0-9]{1,2}))?"
)
_DAY_FIRST = re.compile(r"(?P<one>[0-9]{1,2})(?P<sign>[-/. ])(?P<two>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})")
_NAMED = (
    re.compile(r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\.? )?(?P<month>[A-Za-z]{3,9})\.?,? (?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})"),
)
_SEASON = re.compile(rf"(?P<season>{'|'.join(_SEASONS)})(?: of)? (?P<year>[0-9]{{4}})", re.IGNORECASE)
_DECADE = re.compile(r"(?:the )?(?P<decade>[0-9]{3})0s", re.IGNORECASE)
_QUARTER = re.compile(r"Q(?P<quarter>[1-4]) (?P<year>[0-9]{4})|(?P<year2>[0-9]{4}) Q(?P<quarter2>[1-4])", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:from |between )?(?P<start>.+?)(?: to | until | till | and | ?[–—] ?| - |/)(?P<end>.+)", re.IGNORECASE
)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?(?=.*[0-9])", re.IGNORECASE)
_SAYS_NOTHING = {"unknown", "not known", "n/a", "na", "none", "null", "~", "?", "??", "tbd", "tba", "tbc", "-"}
_CHANGES = re.compile(
    r"today|tonight|now|tomorrow|yesterday|(?:(?:next|last|this|on) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:next|last|this) (?:week|weekend|month|year|spring|summer|autumn|winter)"
    r"|[0-9]+ (?:days|weeks|months|years) ago|recently|soon",
    re.IGNORECASE,
)
_TIME_OF_DAY = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ t]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?) ?(z|utc|gmt)?", re.IGNORECASE
)
_DOTS = re.compile(r"([^.,\[\]{}]+)\.\.([^.,\[\]{}]+)")
_EITHER = re.compile(r"(?:either )?(.+) or (.+)", re.IGNORECASE)
_END_WITHIN = re.compile(r"(?P<head>[0-9]{4}-(?:[0-9]{2}-)?)(?P<from>[0-9]{2})/(?P<to>[0-9]{2})")
_BEFORE_CHRIST = re.compile(r"(?P<year>[1-9][0-9]{0,3}) ?(?:BC|BCE|B\.C\.|B\.C\.E\.)", re.IGNORECASE)
_SHORT_RANGE = re.compile(
    r"(?P<from>[0-9]{1,2})(?: ?[-–] ?| to )(?P<to>[0-9]{1,2}) (?P<rest>[A-Za-z]{3,9}\.?,? [0-9]{4})"
)
_PREFIXED = (
    (re.compile(r"(?:about|around|circa|ca?\.|approximately) ?(.+)", re.IGNORECASE), "{}~"),
    (re.compile(r"(?:perhaps|probably|possibly|maybe) (.+)", re.IGNORECASE), "{}?"),
    (re.compile(r"(?:before|until|by) (.+)", re.IGNORECASE), "../{}"),
    (re.compile(r"(?:after|since|from) (.+)", re.IGNORECASE), "{}/.."),
    (re.compile(rf"{_ROUGH}[- ](?:of )?(.+)", re.IGNORECASE), "{}"),
)


def readings(text: str) -> Iterator[str]:
    """Yield the EDTF that a date in another common form may mean, unchecked, the likeliest first."""
    text = _WEEKDAY.sub("", " ".join(unicodedata.normalize("NFKC", text).split()), count=1)
    yield from _one_day(text)
    yield from _other_signs(text)
    if found := _SHORT_RANGE.fullmatch(text):
        days = [next(_one_day(f"{found[name]} {found['rest']}"), "") for name in ("from", "to")]
        yield "/".join(days)
    for form, written in _PREFIXED:
        if found := form.fullmatch(text):
            yield from (written.format(meant) for meant in (*_one_day(found[1]), found[1]))
    if found := _RANGE.fullmatch(text):
        year = re.search(r"[0-9]{4}$", found["end"])
        starts = [found["start"], *([f"{found['start']} {year[0]}"] if year else [])]
        for end in (*_one_day(found["end"]), found["end"]):
            for start in (meant for given in starts for meant in (*_one_day(given), given)):
                yield f"{start}/{end}"
    yield "".join(text.split()).upper()


def certain_readings(text: str) -> Iterator[str]:
    """Yield the EDTF of a day, a month, a quarter or a time in another common form, unchecked, where no doubt is left.

    What lasted, what is rough and what lies before or after something is left to people, who know which was meant; so
    is what names a weekday, which may be another one.
    """
    text = " ".join(unicodedata.normalize("NFKC", text).split())
    yield from _one_of_the_calendar(text)
    if re.fullmatch(r"[0-9]{4}[‐‑–—−][0-9]{2}[‐‑–—−][0-9]{2}", text):  # the dashes are meant
        yield re.sub("[^0-9]", "-", text)
    if found := _TIME_OF_DAY.fullmatch(text):
        yield f"{found[1]}T{found[2]}{'Z' if found[3] else ''}"
    if found := _BEFORE_CHRIST.fullmatch(text):
        yield _before_christ(found)
    if text.endswith(("?~", "~?")):
        yield f"{text[:-2]}%"
    yield re.sub(r" ?(/|,|\.\.|[\[\]{}]) ?", r"\1", text).upper()


def says_nothing(text: str) -> bool:
    """Say whether a text only says that a date is not known."""
    return " ".join(text.casefold().split()) in _SAYS_NOTHING


def changes_by_day(text: str) -> bool:
    """Say whether a text means another day whenever it is read: "today", "next Thursday"."""
    return _CHANGES.fullmatch(" ".join(text.split())) is not None


def span_of(text: str) -> tuple[str, str] | None:
    """The two dates of `a..b`, which may mean that something lasted, or one moment within; or None."""
    found = _DOTS.fullmatch(text)
    return (found[1].strip(), found[2].strip()) if found else None


def _other_signs(text: str) -> Iterator[str]:
    """Yield what a date may mean whose parts are right, but not the signs between, before or behind them."""
    # Dashes that editors put in the place of hyphens; between two years one means a range.
    if re.fullmatch(r"[0-9]{4}[‐‑–—−][0-9]{2}(?:[‐‑–—−][0-9]{2})?", text):  # the dashes are meant
        yield re.sub("[^0-9]", "-", text)
    if found := _TIME_OF_DAY.fullmatch(text):
        yield f"{found[1]}T{found[2]}{'Z' if found[3] else ''}"
    if found := _END_WITHIN.fullmatch(text):
        yield f"{found['head']}{found['from']}/{found['head']}{found['to']}"
    if found := _EITHER.fullmatch(text):
        yield f"[{next(_one_day(found[1]), found[1])},{next(_one_day(found[2]), found[2])}]"
    if found := _BEFORE_CHRIST.fullmatch(text):
        yield _before_christ(found)
    if re.fullmatch(r"[0-9]{3}\?", text):
        yield f"{text[:3]}X"
    if text.endswith(("?~", "~?")):
        yield f"{text[:-2]}%"


def _before_christ(found: re.Match[str]) -> str:
    return f"-{int(found['year']) - 1:04d}" if int(found["year"]) > 1 else "0000"


def both_readings(text: str) -> tuple[str, str] | None:
    """The two days that figures may mean of which nobody can tell day and month, or None."""
    found = _DAY_FIRST.fullmatch(text.strip())
    if not found or found["one"] == found["two"] or int(found["one"]) > 12 or int(found["two"]) > 12:
        return None
    one, two = found["one"].zfill(2), found["two"].zfill(2)
    return f"{found['year']}-{two}-{one}", f"{found['year']}-{one}-{two}"


def _one_day(text: str) -> Iterator[str]:
    """Yield what one day, month, season, quarter or decade may mean."""
    yield from _one_of_the_calendar(text)
    if found := _SEASON.fullmatch(text):
        yield f"{found['year']}-{_SEASONS[found['season'].lower()]}"
    if found := _DECADE.fullmatch(text):
        yield f"{found['decade']}X"


def _one_of_the_calendar(text: str) -> Iterator[str]:
    """Yield the day, month or quarter that a text names."""
    if found := _FIGURES.fullmatch(text):
        yield "-".join(part.zfill(2) for part in (found["year"], found["month"], found["day"]) if part)
    if (found := _DAY_FIRST.fullmatch(text)) and both_readings(text) is None:
        day, month = sorted((found["one"], found["two"]), key=int, reverse=True)
        yield f"{found['year']}-{month.zfill(2)}-{day.zfill(2)}"
    for form in _NAMED:
        found = form.fullmatch(text)
        for number, name in enumerate(MONTHS, 1):
            if found and name.startswith(found["month"].capitalize()):
                yield f"{found['year']}-{number:02d}" + (f"-{int(found['day']):02d}" if found["day"] else "")
    if found := _QUARTER.fullmatch(text):
        yield f"{found['year'] or found['year2']}-{32 + int(found['quarter'] or found['quarter2'])}"
