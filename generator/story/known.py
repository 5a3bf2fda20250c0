"""When what the records tell became known: the second of the three clocks (happened, known, entered)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.dates.edtf import Edtf
from generator.dates.instants import Instant
from generator.records.parts import Evidence, State, Status
from generator.records.schema import Article, Event
from generator.records.texts import Text

HAPPENED: tuple[Status, ...] = ("occurred", "ongoing")
"""The statuses that no article can have known before the day."""


@dataclass(frozen=True, slots=True)
class Version:
    """An event as it was known for a time: a state of its life, with its title and its date as they stood then.

    It is told from the evening of the day `since` until that of the day `until`; None where nothing tells a day, and
    where no other version came after it. `told` is the day, as written, of what first told of the state.
    """

    state: State
    title: Text
    date: Edtf
    evidence: tuple[Evidence, ...]
    told: Edtf | None
    since: Instant | None
    until: Instant | None
    is_current: bool
    """Whether this is how the record stands today."""

    @property
    def was_shown(self) -> bool:
        """Whether there is an evening on which this is how the event is known."""
        if self.is_current:
            return True
        return self.since is not None and self.until is not None and self.since < self.until

    @property
    def is_coming(self) -> bool:
        """Whether it says that the event is to come."""
        return self.state.is_ in ("announced", "scheduled")

    @property
    def has_happened(self) -> bool:
        """Whether it says that the event came to pass or goes on."""
        return self.state.is_ in HAPPENED


def known_from(date: Edtf) -> Instant:
    """The calendar day, as written, by which what has a date was surely out; of one later than a day, that day."""
    return date.last_day if date.last_day.is_finite else date.first_day


def is_about_all(item: Evidence) -> bool:
    """Say whether evidence supports the event as a whole, its title or its status, and not just another field."""
    return not item.supports or not {"title", "status"}.isdisjoint(item.supports)


def is_about_date(item: Evidence) -> bool:
    """Say whether evidence supports the date, or the event as a whole."""
    return not item.supports or "date" in item.supports


def evidence_of_date(event: Event) -> tuple[Evidence, ...]:
    """The evidence that may support the record's own date: a state with another one speaks of that."""
    return (*event.evidence, *(item for state in event.status if not state.date for item in state.evidence))


def can_have_known(article: Article, date: Edtf) -> bool:
    """Say whether an article may have been out, by calendar days as written, when what has the date had begun.

    Of an article that is only known to be later than a day, that day has to suffice; what began by a day nobody knows
    had surely begun at its end.
    """
    published = article.published
    out = published.first_day if published.open_end else published.last_day
    return out >= _began(date)


def counting_articles(version: Version, articles: Mapping[str, Article]) -> Iterator[str]:
    """The ids of the articles that count: they report, in their text, that the event is as a version says.

    What supports another state, or a field other than title and status, does not count; nor, of what occurred or goes
    on, do articles that cannot have known it.
    """
    for item in version.evidence:
        counts = item.basis == "text" and is_about_all(item) and item.article in articles
        if counts and (not version.has_happened or can_have_known(articles[item.article], version.date)):
            yield item.article


def versions_of(event: Event, articles: Mapping[str, Article]) -> tuple[Version, ...]:
    """The versions of an event, oldest first: one for each state of its life, and how it stands today.

    The last state is how it stands today, unless it has a title or a date of then.
    """
    *earlier, last = event.status
    versions = [_version(event, state, state.evidence, articles) for state in earlier]
    if last.title or last.date:
        versions.append(_version(event, last, last.evidence, articles))
        current = _version(event, State.model_construct(is_=last.is_), event.evidence, articles)
    else:
        current = _version(event, last, (*last.evidence, *event.evidence), articles)
    # Whenever it was told, all evidence of the last state and of the event carries how it stands today.
    versions.append(replace(current, is_current=True, evidence=(*last.evidence, *event.evidence)))
    until: Instant | None = None
    for position, version in reversed(list(enumerate(versions))):
        versions[position] = replace(version, until=until)
        if version.since is not None:
            until = min(until, version.since) if until else version.since
    return tuple(versions)


def _version(event: Event, state: State, evidence: tuple[Evidence, ...], articles: Mapping[str, Article]) -> Version:
    """One version of an event, without its end."""
    date = state.date or event.date
    told = _told(state, date, evidence, articles)
    since = known_from(told) if told else None
    if since and not state.date:
        # The record's own date is told when something told it: an earlier state may not have known it.
        dated = _days(filter(is_about_date, evidence_of_date(event)), articles)
        since = max(since, min(map(known_from, dated), default=since))
    if since and state.is_ in HAPPENED:
        # Nothing was known to have happened before it had, whatever is cited for it.
        since = max(since, _began(date))
    return Version(state, state.title or event.title, date, evidence, told, since, None, is_current=False)


def _told(state: State, date: Edtf, evidence: tuple[Evidence, ...], articles: Mapping[str, Article]) -> Edtf | None:
    """The day of the first article that tells of a state, or else its `since`.

    Of what happened, all that can have known it tells so. Of another state its own evidence tells, if it has any: the
    event's may be of the time before.
    """
    if state.is_ in HAPPENED:
        about = [item for item in evidence if is_about_all(item)]
        days = _days((item for item in about if _can_know(item, date, articles)), articles)
    else:
        days = _days(filter(is_about_all, state.evidence), articles)
    days = days or _days(state.evidence, articles) or ([state.since] if state.since else [])
    return min(days or _days(evidence, articles), key=lambda day: (known_from(day), not day.is_exact), default=None)


def _can_know(item: Evidence, date: Edtf, articles: Mapping[str, Article]) -> bool:
    return item.article in articles and can_have_known(articles[item.article], date)


def _days(evidence: Iterable[Evidence], articles: Mapping[str, Article]) -> list[Edtf]:
    return [articles[item.article].published for item in evidence if item.article in articles]


def _began(date: Edtf) -> Instant:
    """The first day on which something can have been known to have begun: where the day is not known, the last."""
    return date.last_day if date.open_start and date.last_day.is_finite else date.first_day
