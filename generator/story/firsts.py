"""When an event was first reported, and when it was first said to be coming."""

from collections.abc import Iterator, Mapping, Sequence

from generator.dates.edtf import Edtf
from generator.dates.instants import DAY
from generator.records.schema import Article, Event
from generator.story.known import Version, known_from

_YEAR = 365 * DAY


def first_of(counting: Sequence[Article]) -> tuple[Article, ...]:
    """Those of the articles that count that were surely out first: all of one day, or none if no day is known.

    They come in the order in which they were surely out.
    """
    if not counting or not counting[0].published.latest.is_finite:
        return ()
    return tuple(article for article in counting if article.published.latest == counting[0].published.latest)


def told_long_after(event: Event, counting: Sequence[Article]) -> Edtf | None:
    """When the earliest article that counts was published, if it lies a year or more after the event, or None."""
    earliest = min((article.published for article in counting), key=known_from, default=None)
    happened = event.date.latest
    if earliest is None or not happened.is_finite:
        return None
    return earliest if known_from(earliest).seconds >= happened.seconds + _YEAR else None


def announced_on(
    versions: Sequence[Version], counting: Sequence[Article], early: Sequence[Article], articles: Mapping[str, Article]
) -> Iterator[Edtf]:
    """The days on which an event was said to be coming; what tells of the event itself looks back, and announced none.

    `counting` are the articles that count, `early` those that came before what happened.
    """
    current = versions[-1]
    over = current.date.last_day
    for version in versions:
        if not version.is_coming:
            continue
        cited = [articles[item.article] for item in version.evidence if item.article in articles]
        if not cited and version.state.since:
            yield version.state.since
        for article in cited:
            if (version is current or article not in counting) and article.published.first_day <= over:
                yield article.published
    yield from (article.published for article in early)
