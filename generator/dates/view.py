"""The span of time that a timeline begins with, as its author writes it."""

from generator.dates.edtf import Edtf
from generator.dates.parse import DateError, parse_edtf


def read_view(text: str) -> Edtf:
    """Return a date whose both ends are known, such as `2020-08/2020-12`; raises DateError."""
    return as_view(parse_edtf(text))


def as_view(date: Edtf) -> Edtf:
    """Return the date if a timeline can begin with it; raises DateError."""
    if date.precision == "set" or not (date.earliest.is_finite and date.latest.is_finite):
        raise DateError(f"`{date.text}` has no beginning or no end to show; write both, as in 2020-08/2020-12")
    return date
