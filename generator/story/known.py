"""When what the records tell became known: the second of the three clocks (happened, known, entered)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.dates.edtf import Edtf
from generator.dates.instants import Instant
from generator.records.schema import Article, Event, State


@dataclass(frozen=True, slots=True)
class KnownState:
    """A state in an event's life, the instant by which it was surely known, and the day that tells so, as written.

    Both are None where nothing tells.
    """

    state: State
    since: Instant | None
    told: Edtf | None


def known_from(article: Article) -> Instant:
    """The instant by which an article was surely out; of one known only to be later than a day, that day."""
    return article.published.latest if article.published.latest.is_finite else article.published.earliest


def first_known(articles: Iterable[Article]) -> Instant | None:
    """The instant by which the earliest of some articles was surely out."""
    return min((known_from(article) for article in articles), default=None)


def known_states(event: Event, articles: Mapping[str, Article]) -> Iterator[KnownState]:
    """Each state of an event with the instant by which it was known: its evidence tells, or else its `since`."""
    for state in event.status:
        cited = [articles[item.article] for item in state.evidence if item.article in articles]
        first = min(cited, key=known_from, default=None)
        if first:
            yield KnownState(state, known_from(first), first.published)
        elif state.since and state.since.anchor.is_finite:
            yield KnownState(state, state.since.anchor, state.since)
        else:
            yield KnownState(state, None, None)


def can_have_known(article: Article, event: Event) -> bool:
    """Say whether an article may have been out, by calendar days as written, when what it is cited for had begun.

    Of an article that is only known to be later than a day, that day has to suffice; what began by a day nobody knows
    had surely begun at its end.
    """
    published, date = article.published, event.date
    out = published.first_day if published.open_end else published.last_day
    return out >= (date.last_day if date.open_start else date.first_day)
