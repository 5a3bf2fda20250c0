"""A promise as one line of the tracker: what was promised, by whom, since when, due when, and what became of it."""

from markupsafe import Markup

from generator.dates.edtf import Edtf
from generator.dates.instants import DAY, Instant
from generator.dates.parse import parse_edtf
from generator.outputs.notes import SEPARATOR
from generator.outputs.pages.links import Links
from generator.records.parts import Claim
from generator.story.known import known_from
from generator.story.promises import Promise


def promise_line(promise: Promise, go: Links) -> Markup:
    """The line; its cells carry the days by which a browser sorts them (assets/javascripts/tracker.js)."""
    event, dossier = promise.event, promise.dossier
    status = event.status_now
    notes = [go.status_word(status), *go.notes(dossier)] if promise.is_open else go.notes(dossier)
    by = [go.said_by(one, begins=False) if isinstance(one, Claim) else go.participant(one) for one in promise.by]
    if by:
        names = go.series(dict.fromkeys(by))  # who speaks twice is named once
        notes.insert(0, go.say("promise-by", names=names))
    what = Markup(
        f'<span class="dl-promise" data-weight="{event.importance}"{_day("since", promise.since)}'
        f'{_day("until", promise.due)}>{go.event(event)} <span class="dl-note">{SEPARATOR.join(notes)}</span></span>'
    )
    cells = [
        _cell(go, "since", go.when(promise.since) if promise.since else go.say("promise-untold")),
        _cell(go, "due", _due(promise, go)),
        _late(promise, go) if promise.is_open else _cell(go, "became", _became(promise, go)),
    ]
    return Markup("-   ") + Markup(" ").join([what, *cells])


def _due(promise: Promise, go: Links) -> Markup:
    if promise.due is None:
        return go.say("promise-undated")
    day = go.when(_deadline(promise.due))
    return go.say("promise-was", date=day) if promise.fate == "postponed" else day


def _deadline(due: Edtf) -> Edtf:
    """Of some day within a span, the last: it is due by then."""
    if not due.one_of:
        return due
    last = due.members[-1]
    return parse_edtf(f"../{(last.end or last).text}")


def _late(promise: Promise, go: Links) -> Markup:
    """How many days late it is; a browser goes on counting (overdue.js)."""
    if promise.due is None or promise.fate == "postponed":
        return Markup("")
    days = "" if promise.days_late is None else go.say("promise-days", days=promise.days_late)
    return _cell(go, "late", Markup(f'<b data-due="{_days(promise.due.last_day)}">{days}</b>'))


def _became(promise: Promise, go: Links) -> Markup:
    if promise.fate in ("fulfilled", "superseded"):
        words = go.say(f"promise-{promise.fate}", events=go.series([go.event(event) for event in promise.answers]))
    else:
        words = go.status_mark(promise.event.status_now)
        if promise.fate == "kept":
            words += Markup(" ") + go.when(promise.event.date)
    if promise.days_late is None:
        return words
    return words + Markup(f" · {go.count('days-late', promise.days_late)}")


def _cell(go: Links, name: str, words: Markup) -> Markup:
    label = Markup(f'<span class="dl-label">{go.say(f"promise-{name}")}</span>')
    return Markup(f'<span class="dl-cell dl-cell--{name}">{label} {words}</span>')


def _day(name: str, date: Edtf | None) -> Markup:
    day = known_from(date) if date else None
    return Markup(f' data-{name}="{_days(day)}"') if day and day.is_finite else Markup("")


def _days(day: Instant) -> int:
    """A day as browsers count them, from 1970."""
    return int(day.seconds) // DAY
