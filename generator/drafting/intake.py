"""What somebody wrote in a form becomes records, or a list of what to look at; every word of it is a stranger's."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from generator.dates.expressions import expressions
from generator.dates.instants import DAY
from generator.dates.parse import DateError, parse_edtf
from generator.drafting.forms import FORMS, PROPOSAL, Form
from generator.drafting.known import Records, host_of, outlet_called
from generator.drafting.languages import language_of
from generator.drafting.matching import best, happening
from generator.drafting.naming import free_article, free_event
from generator.drafting.pages import Page
from generator.drafting.proposals import Doubts, Proposal, articles_of, kept, outlets_of, whole_name
from generator.drafting.told import AHEAD, Source
from generator.ids import as_id
from generator.records.schema import Event
from generator.records.yaml_errors import printable
from generator.story.timeline import Timeline
from generator.words.controls import without_controls
from generator.words.markup import forge_text

MOST_BYTES = 4 * 65_536
"""A forge takes 65,536 characters, of at most four bytes each."""

_HEADING = re.compile(r"^### (.+?)[ \t]*$", re.MULTILINE)
_FURTHER = re.compile(r"^[ \t]*(?:[-*+] )?[ \t]*(?=<?https?://)", re.MULTILINE | re.IGNORECASE)
"""Where another article begins: a line with an address, also as an item of a list."""
_ARTICLE = re.compile(r"(\S+)\s+(\d{4}-\d\d-\d\d)[\s,;:–—-]*(\S.*)", re.DOTALL)
_NOTHING = ("_No response_", "None")
_OTHERS = "others"
"""The one field of which lines tell something."""
_QUOTES = ("“”", '""', "„“", "«»", "‘’", "「」")

Answers = Mapping[str, str]
"""What was written, by the id of the field; what was left empty is not in it."""


class IntakeError(ValueError):
    """A form that cannot be used, and why, as one line."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The records that a proposal becomes."""

    event: str
    proposals: tuple[Proposal, ...]


def read_form(content: bytes) -> tuple[Form, Answers]:
    """Read the body of an issue that a form made; raises IntakeError where it is none, or something is missing."""
    if len(content) > MOST_BYTES:
        raise IntakeError(f"it is larger than {MOST_BYTES:,} bytes, which no form sends")
    try:
        body = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise IntakeError("it is not UTF-8 text") from None
    body = without_controls(body.replace("\r\n", "\n").replace("\r", "\n"))
    if not body.strip():
        raise IntakeError("it is empty")
    headings = {found[1] for found in _HEADING.finditer(body)}
    form = max(FORMS.values(), key=lambda form: sum(asked.label in headings for asked in form.fields))
    ids = {asked.label: asked.id for asked in form.fields}
    if not headings & set(ids):
        names = " or ".join(f"“{one.name}”" for one in FORMS.values())
        raise IntakeError(f"it is not what the form {names} sends: the headings of its fields are missing")
    answers = _answers(body, ids)
    missing = [asked.label for asked in form.fields if asked.required and asked.id not in answers]
    if missing:
        raise IntakeError(f"nothing is said under “{missing[0]}”" + _more(len(missing)))
    for asked in form.fields:
        if asked.options and answers.get(asked.id, asked.options[0]) not in asked.options:
            raise IntakeError(f"under “{asked.label}” stands none of: {', '.join(asked.options)}")
    return form, answers


def _more(missing: int) -> str:
    return f", nor under {missing - 1} more" if missing > 1 else ""


def _answers(body: str, ids: Mapping[str, str]) -> dict[str, str]:
    """The text under each heading that is a field's; a heading that stands twice would let one speak for another."""
    found = [match for match in _HEADING.finditer(body) if match[1] in ids]
    answers: dict[str, str] = {}
    seen: set[str] = set()
    for number, match in enumerate(found):
        if match[1] in seen:
            raise IntakeError(f"the heading “{match[1]}” stands in it twice: take one of them out")
        seen.add(match[1])
        end = found[number + 1].start() if number + 1 < len(found) else len(body)
        text = body[match.end() : end].strip()
        if ids[match[1]] != _OTHERS:
            text = " ".join(text.split())
        if text and text not in _NOTHING:
            answers[ids[match[1]]] = text
    return answers


def proposed(answers: Answers, timeline: Timeline, records: Records, today: date) -> Taken:
    """Make the records of what `PROPOSAL` asks for; raises IntakeError where an answer cannot be used."""
    sources: list[Source] = []
    evidence: list[dict[str, str]] = []
    for told in (answers, *_others(answers, today)):
        quote = _unquoted(told["quote"])
        source = _source(told, quote, sources, records, today)
        if source not in sources:
            sources.append(source)
        words = _unquoted(told.get("date_words"))
        evidence.append(kept({"article": source.id, "quote": quote, "date_words": words}))
    event = _event(answers, sources[0], evidence, timeline, records)
    return Taken(event.id, (*outlets_of(sources, records), *articles_of(sources, {}, None), event))


def _others(answers: Answers, today: date) -> list[dict[str, str]]:
    """The further articles that tell it, each as if the form had asked for it alone."""
    before, *others = _FURTHER.split(answers.get(_OTHERS, ""))
    under = f"under “{_label(_OTHERS)}”"
    if before.strip():
        raise IntakeError(f"{under} stands what begins with no address: {printable(before.strip())[:60]}")
    found = []
    for other in others:
        parts = _ARTICLE.fullmatch(other.strip())
        if parts is None:
            url = printable(other.split()[0])[:200]
            raise IntakeError(f"{under} {url} is not followed by its day, as 2031-05-02, and its words")
        url, day = _address(parts[1], _OTHERS), _published(parts[2], today, _OTHERS)
        found.append({"url": url, "published": str(day), "quote": " ".join(parts[3].split())})
    return found


def _source(told: Answers, quote: str, sources: Sequence[Source], records: Records, today: date) -> Source:
    """The article that is told of; the one of this form or of the records that has its address."""
    url = _address(told["url"], "url")
    named = told.get("outlet", "")
    same = next((source for source in sources if source.page.url == url), None)
    if same:
        return same
    language = told.get("language") or language_of(f"{quote} {told.get('headline', '')}")
    published = _published(told["published"], today, "published")
    known = next((record_id for address, record_id in records.articles if address == url), None)
    outlet = _outlet(named, url, records)
    page = Page("", told.get("headline"), published, "stated", url, named or None, language)
    taken = _ids(records, "articles") | {source.id for source in sources}
    article = known or free_article(published, outlet, page.title, taken)
    return Source(article, page, published, outlet, language, (), known is not None)


def _ids(records: Records, kind: str) -> set[str]:
    return {record_id for of, record_id in records.taken if of == kind}


def _event(
    answers: Answers, source: Source, evidence: list[dict[str, str]], timeline: Timeline, records: Records
) -> Proposal:
    title, quote = answers["title"], evidence[0]["quote"]
    written, doubt = _when(answers, source)
    kind, is_sure = _kind(answers.get("kind", ""), f"{title} {quote}", timeline, records)
    actors, strangers = _named(answers.get("actors", ""), "actors", records)
    places, elsewhere = _named(answers.get("places", ""), "places", records)
    status = answers["status"]
    data = {
        "title": title,
        "date": written,
        "status": None if status == "occurred" else status,
        "kind": kind,
        "summary": answers.get("summary"),
        "actors": actors,
        "places": places,
        "evidence": evidence,
    }
    doubts: Doubts = {}
    edtf = parse_edtf(written)
    first, last = (bound.epoch_seconds // DAY for bound in (edtf.first_day, edtf.last_day))
    match = best(happening(first, last, actors, f"{title} {quote}"), records.happenings)
    if match is not None:
        doubts["title",] = f"is this events/{records.events[match]}? Then add the evidence there, and leave this out"
    if doubt:
        doubts["date",] = doubt
    if not is_sure:
        said = answers.get("kind")
        doubts["kind",] = f"the form says “{printable(said)}”" if said else "which kind?"
    unknown = [printable(name) for name in (*strangers, *elsewhere)]
    if unknown:
        place = ("actors",) if actors else ("places",) if places else ("evidence",)
        doubts[place] = f"no record has these names: {', '.join(unknown[:8])}"
    return Proposal("events", free_event(written, title, _ids(records, "events")), kept(data), doubts)


def _address(text: str, field: str) -> str:
    url = text.strip("<>")
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_web = False
    if not is_web or " " in url:
        raise IntakeError(f"under “{_label(field)}” stands no address that begins with https://")
    return url


def _label(field: str) -> str:
    return next(asked.label for asked in PROPOSAL.fields if asked.id == field)


def _unquoted(text: str | None) -> str:
    """Words without the quotation marks that somebody put around them."""
    text = text or ""
    around = text[:1] + text[-1:]
    return text[1:-1].strip() if len(text) > 2 and around in _QUOTES and around[0] not in text[1:-1] else text


def _published(text: str, today: date, field: str) -> date:
    day = _day(text) or next(
        (
            one.when.first
            for one in expressions(f"({text})", today)
            if one.when and one.when.unit == "day" and one.stated
        ),
        None,
    )
    if day is None:
        raise IntakeError(f"under “{_label(field)}” stands no day: write it as 2031-05-02")
    if day > today:
        raise IntakeError(f"under “{_label(field)}” stands {day}, which is still to come")
    return day


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _when(answers: Answers, source: Source) -> tuple[str, str]:
    """The date as records write it, and what to look at; words are understood as the article's would be."""
    text = answers["date"]
    bare = text.strip("`")
    try:
        parse_edtf(bare)
    except DateError:
        pass
    else:
        return bare, ""
    said = f"the form says “{printable(text)}”"
    for language in dict.fromkeys((source.language, "en")):
        # A date alone on its line would be taken for the article's own.
        found = [one for one in expressions(f"({text})", source.day, language) if one.edtf]
        if len(found) == 1 and found[0].edtf:
            return found[0].edtf, f"{said}; the article is of {source.day}"
    return f"[{source.day}..]" if answers["status"] in AHEAD else f"[..{source.day}]", said


def _kind(text: str, words: str, timeline: Timeline, records: Records) -> tuple[str, bool]:
    """The kind that is named, by its word or its label, or else the one of which the words tell."""
    named = text.strip("`").casefold()
    for key, kind in timeline.kinds.items():
        if named and named in (key, *(label.casefold() for label in kind.label.by_language.values())):
            return key, True
    found, is_sure = records.kinds.of(words)
    return found, is_sure and not named


def _named(text: str, kind: str, records: Records) -> tuple[list[str], list[str]]:
    """The ids of the records that a list names, and the names that no record has."""
    found: list[str] = []
    unknown: list[str] = []
    ids = _ids(records, kind)
    for name in filter(None, (part.strip(" `") for part in re.split("[,;،、]", text))):
        record_id = name if name in ids else whole_name(name, kind, records)
        (found if record_id else unknown).append(record_id or name)
    return list(dict.fromkeys(found)), unknown


def _outlet(named: str, url: str, records: Records) -> str:
    """The outlet that is named, or whose address it is; a new one is called by its name, or by its host."""
    host = host_of(url)
    known = outlet_called(records, filter(None, (named, host)))
    return known or as_id(named) or as_id(host.rsplit(".", 1)[0]) or "outlet"


def reported(answers: Answers, timeline: Timeline) -> str:
    """Return what `REPORT` asks for as a checklist in Markdown; raises IntakeError where no record is meant."""
    kind, record_id = _meant(answers["record"], timeline)
    raw = timeline.sources[kind, record_id]
    source = forge_text(answers.get("source", "none was given, find one"))
    lines = [
        f"{kind}/{record_id} ({raw.path}): {answers['part']}",
        "",
        f"- [ ] It says: {forge_text(answers['wrong'])}",
        f"- [ ] It should say: {forge_text(answers['right'])}",
        f"- [ ] The source: {source}",
    ]
    if kind == "events":
        lines.append("- [ ] If it was wrong, `corrections` of the record tell what it said.")
    return "\n".join(lines) + "\n"


def _meant(text: str, timeline: Timeline) -> tuple[str, str]:
    """The record that an address, an id or a title means."""
    steps = [step for step in re.split(r"[/\s]", re.sub(r"[?#].*", "", text).strip("`<>")) if step]
    for number in range(len(steps) - 1, -1, -1):
        record_id = steps[number].removesuffix(".html").removesuffix(".yaml")
        kinds = [steps[number - 1]] if number else []
        for kind in dict.fromkeys((*kinds, "events", "articles", "actors", "places", "outlets", "storylines")):
            target = timeline.redirects.get((kind, record_id), record_id)
            if (kind, target) in timeline.sources:
                return kind, target
    titled = [event.id for event in timeline.events if _is_titled(event, text)]
    if len(titled) == 1:
        return "events", titled[0]
    raise IntakeError(f"no page is meant by “{printable(text)}”: write its address, or its id")


def _is_titled(event: Event, text: str) -> bool:
    return text.casefold() in (title.casefold() for title in event.title.by_language.values())
