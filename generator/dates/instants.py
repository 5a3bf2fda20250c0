"""Points in proleptic Gregorian time, of any year, and the two infinities."""

# datetime ends at the years 1 and 9999 and knows no infinity; EDTF does not (ISO 8601-2, 4.4.1).

from dataclasses import dataclass
from functools import lru_cache

DAY = 86_400


@dataclass(frozen=True, slots=True, order=True)
class Instant:
    """A point in time, in whole seconds since 1970-01-01T00:00:00Z; infinite where a date is open."""

    seconds: int | float

    @property
    def is_finite(self) -> bool:
        """Whether this is a point, not an infinity."""
        return isinstance(self.seconds, int)

    @property
    def epoch_seconds(self) -> float:
        """Seconds since 1970, as a float; infinite where a float holds no more."""
        try:
            return float(self.seconds)
        except OverflowError:
            return float("inf") if self.seconds > 0 else float("-inf")

    @property
    def year(self) -> int:
        """The astronomical year: 0 is 1 BC."""
        return self.civil[0]

    @property
    def month(self) -> int:
        """The month, 1 to 12."""
        return self.civil[1]

    @property
    def day(self) -> int:
        """The day of the month."""
        return self.civil[2]

    def date_iso(self) -> str:
        """The day as ISO 8601 writes it, with four digits of year at the least."""
        year, month, day = self.civil
        return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"

    def iso(self) -> str:
        """The instant as ISO 8601 writes it, in UTC."""
        second = int(self.seconds) % DAY
        return f"{self.date_iso()}T{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}Z"

    @property
    def civil(self) -> tuple[int, int, int]:
        """Year, month and day; raises ValueError where this is infinite."""
        if not isinstance(self.seconds, int):
            raise ValueError("an infinite instant has no date")
        return _civil(self.seconds // DAY)


@lru_cache(maxsize=1 << 15)  # lists, charts and drawings ask for the same days again and again
def _civil(days: int) -> tuple[int, int, int]:
    """Year, month and day of a number of days since 1970."""
    # Years from March, so that a leap day comes last; 400 years repeat exactly.
    era, day_of_era = divmod(days + 719_468, 146_097)
    year = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year + year // 4 - year // 100)
    shifted = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted + 2) // 5 + 1
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year + era * 400 + (month <= 2), month, day


FIRST = Instant(float("-inf"))
LAST = Instant(float("inf"))


def instant(year: int, month: int, day: int, second: int = 0) -> Instant:
    """Return the second of a day; the day must exist."""
    shifted_year = year - (month <= 2)
    era, year_of_era = divmod(shifted_year, 400)
    day_of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return Instant((era * 146_097 + day_of_era - 719_468) * DAY + second)


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
