"""Which outlet is meant, and the ids of new articles and events."""

from collections.abc import Collection

from generator.drafting.known import Records, host_of, outlet_called
from generator.ids import as_id, free

_MONTHS = 12


def outlet_of(url: str | None, name: str | None, records: Records) -> str | None:
    """The outlet by the host of its address, or by its name; a new one is called by its name, or by its host."""
    host = host_of(url) if url else ""
    known = outlet_called(records, filter(None, (host, name)))
    return known or as_id(name or "") or as_id(host.rsplit(".", 1)[0]) or None


def free_article(day: object, outlet: str, title: str | None, taken: Collection[str]) -> str:
    """An id of the day, the outlet and the first words of the headline that no article has."""
    words = " ".join(part for part in as_id(title or "").split("-") if len(part) > 2)
    return free(as_id(f"{day} {outlet} {' '.join(words.split()[:5])}"[:90]) or f"{day}", taken)


def free_event(written: str, title: str, taken: Collection[str]) -> str:
    """An id of the date and the title's first words that no event has."""
    if written.startswith(("-", "0000")):
        written = ""  # an id has no sign, and a year before our era would be read as one of it
    day = written.strip("[.").split("/")[0].split("..")[0].strip("~?]")
    if day[5:7].isdigit() and int(day[5:7]) > _MONTHS:
        day = day[:4]  # a season, which nobody should read as a month
    return free(as_id(" ".join([day, *title.split()[:8]])[:80]) or as_id(day) or "draft", taken)
