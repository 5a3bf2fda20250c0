"""What a date that is not EDTF may have meant: "6 November 2025" is 2025-11-06."""

import re
from collections.abc import Iterator

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FIGURES = re.compile(
    r"(?P<year>[0-9]{4})(?:(?P<sign>[-/. ])|(?=[0-9]{4}$))(?P<month>[0-9]{1,2})"
    r"(?:(?(sign)(?P=sign))(?P<day>[0-9]{1,2}))?"
)
_NAMED = (
    re.compile(r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\.? )?(?P<month>[A-Za-z]{3,9})\.?,? (?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})"),
)


def readings(text: str) -> Iterator[str]:
    """Yield the EDTF that a date in another common form may mean, unchecked."""
    if found := _FIGURES.fullmatch(text.strip()):
        yield "-".join(part.zfill(2) for part in (found["year"], found["month"], found["day"]) if part)
    for form in _NAMED:
        found = form.fullmatch(text.strip())
        for number, name in enumerate(MONTHS, 1):
            if found and name.startswith(found["month"].capitalize()):
                yield f"{found['year']}-{number:02d}" + (f"-{int(found['day']):02d}" if found["day"] else "")
    yield "".join(text.split()).upper()
