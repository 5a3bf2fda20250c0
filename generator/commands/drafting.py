"""What `draft` and `init --from` share: articles are read, drafted, and put together; nothing is written yet."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.build import check_content
from generator.commands.articles import Article, Said, article_of, files_of, holds, source_of
from generator.commands.options import stop
from generator.commands.reading import articles_at
from generator.dates.instants import Instant
from generator.dates.tongues import KNOWN, base
from generator.drafting.drafts import Draft, drafts_of
from generator.drafting.known import Records, records_of
from generator.drafting.plan import Plan, plan
from generator.drafting.refining import LONGEST_TEXT, question, refined
from generator.drafting.told import Source
from generator.means import Means, Progress
from generator.problems import has_errors
from generator.workers import in_portions

_FEW = 16
"""As many articles are drafted before a worker has begun."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A model that looks at drafts: the address of its endpoint, its name, and how long an answer may take."""

    url: str
    model: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Drafted:
    """What is drafted of articles: new files by path, those that others hold, and lines on what was not drafted."""

    sources: tuple[Source, ...]
    plan: Plan
    files: dict[str, str]
    kept: tuple[str, ...]
    """Paths of drafts where another file stands already; as long as there is one, nothing is written."""
    refused: tuple[str, ...]
    """Of each article that nothing was drafted from, why not."""
    notes: tuple[str, ...] = ()
    """What a model said that does not count."""


def drafted_into(
    root: Path,
    today: Instant,
    articles: tuple[str, ...],
    said: Said,
    private: bool,
    progress: Progress,
    asked: Asked | None = None,
) -> Drafted:
    """Draft from articles for the project in root, and write nothing yet."""
    checked = check_content(root, today, Means(progress=progress))
    if has_errors(checked.problems):
        stop(checked.problems, "nothing was drafted: mend the records first.")
    records = records_of(checked.site.timeline)
    day = date.fromisoformat(today.date_iso())
    read, refused = _read(articles, records, said, private, day, root, progress)
    sources: list[Source] = []
    for article, source in zip(read, _drafted(read, records, progress), strict=True):
        if source.drafts or base(source.language) in KNOWN:
            sources.append(source)
        else:
            refused.append(_of_no_known_language(article, source))
    notes: list[str] = []
    if asked:
        sources, notes, unasked = _refined(sources, records, asked, progress)
        refused += unasked
    proposed = plan(sources, records, day)
    texts = files_of(proposed.proposals, sources)
    there = [path for path in texts if os.path.lexists(root / path)]
    kept = tuple(path for path in there if not holds(root / path, texts[path]))
    files = {path: text for path, text in texts.items() if path not in there}
    return Drafted(tuple(sources), proposed, files, kept, tuple(refused), tuple(notes))


def _of_no_known_language(article: Article, source: Source) -> str:
    return (
        f"{article.name}: no date is found in it, and its language ({source.language}) is none whose words for time are"
        f" known ({', '.join(KNOWN)}): write its records by hand."
    )


def _read(
    places: tuple[str, ...],
    records: Records,
    said: Said,
    private: bool,
    today: date,
    root: Path,
    progress: Progress,
) -> tuple[list[Article], list[str]]:
    """Read every article; of those that cannot be drafted from, a line says why not."""
    found: list[Article] = []
    refused: list[str] = []
    taken = {record_id for kind, record_id in records.taken if kind == "articles"}
    for number, one in enumerate(articles_at(places, private)):
        progress("Reading articles", number, 0)
        article = one if isinstance(one, str) else article_of(one, records, said, today, taken, root)
        if isinstance(article, str):
            refused.append(article)
        else:
            taken.add(article.id)
            found.append(article)
    return found, refused


def _drafted(read: Sequence[Article], records: Records, progress: Progress) -> list[Source]:
    """Draft from every article, on every core where there are many."""

    def work(start: int, end: int) -> list[tuple[Draft, ...]]:
        return [drafts_of(one.page.text, one.day, records.names, one.language) for one in read[start:end]]

    found: list[Source] = []
    for portion in in_portions(work, len(read), many=_FEW, portion=_FEW):
        for drafts in portion:
            one = read[len(found)]
            found.append(source_of(one, drafts))
        progress("Drafting", len(found), len(read))
    return found


def _refined(
    sources: Sequence[Source], records: Records, asked: Asked, progress: Progress
) -> tuple[list[Source], list[str], list[str]]:
    """Have a model look at drafts; what it said that does not count, and of which articles it said nothing."""
    from generator.commands.model_client import KEY, Model, ModelError

    short = [one for one in sources if len(one.page.text) <= LONGEST_TEXT]
    notes = [f"{one.id}: too long for a model, drafted without it." for one in sources if one not in short]
    client = Model(asked.url, asked.model, os.environ.get(KEY), asked.seconds)
    answers = client.ask_all(
        [question(one.page.text, one.day, one.drafts) for one in short],
        lambda count: progress("Asking the model", count, len(short)),
    )
    kept = [one for one in sources if one not in short]
    refused = []
    for one, answer in zip(short, answers, strict=True):
        if isinstance(answer, ModelError):
            refused.append(f"{one.id}: {answer}.")
            continue
        found = refined(answer, one.page.text, one.day, records.names, one.language, one.drafts)
        notes += [f"{one.id}: {line}." for line in found.dropped]
        kept.append(replace(one, drafts=found.drafts))
    return kept, notes, refused
