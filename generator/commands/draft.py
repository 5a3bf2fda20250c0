"""`dateline draft`: from articles to records that somebody looks through and keeps."""

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
import yaml
from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.build import check_content
from generator.commands.articles import Article, Said, article_of, files_of, holds, source_of
from generator.commands.options import root_option, stop, today_option
from generator.commands.progress import told
from generator.commands.reading import articles_at
from generator.commands.several import write_several
from generator.dates.instants import Instant
from generator.dates.parse import DateError
from generator.dates.today import read_day
from generator.dates.tongues import KNOWN, base
from generator.drafting.drafts import Draft, drafts_of
from generator.drafting.known import Records, records_of
from generator.drafting.proposals import Plan, Source, days_of, plan
from generator.drafting.refining import LONGEST_TEXT, question, refined
from generator.means import Means, Progress
from generator.problems import has_errors
from generator.project import CONTENT, SNAPSHOTS
from generator.records.yaml_errors import printable, visible
from generator.workers import in_portions

_FEW = 16
"""As many articles are drafted before a worker has begun."""
_SHOWN = 60


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    try:
        return date.fromisoformat(read_day(value).date_iso()) if value else None
    except (DateError, ValueError) as error:
        raise click.BadParameter(f"{error}") from None


def _endpoint(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value and not value.startswith(("http://", "https://")):
        raise click.BadParameter("an address begins with http:// or https://, such as http://127.0.0.1:8080/v1")
    return value


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@root_option
@today_option
@click.option(
    "--published", callback=_day, metavar="DAY", help="The day of publication, where an article does not say."
)
@click.option("--outlet", metavar="ID", help="Who published it, where an article does not say.")
@click.option("--language", metavar="TAG", help="Its language, where an article does not say.")
@click.option("--dry-run", is_flag=True, help="Write nothing: print what would be written.")
@click.option("--private", is_flag=True, help="Fetch from machines of one's own network, too.")
@click.option("--llm", metavar="URL", callback=_endpoint, help="Ask a model of an OpenAI-compatible endpoint, too.")
@click.option("--model", metavar="NAME", help="Which model to ask.")
@click.option(
    "--llm-seconds", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="How long it may take."
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="How to report.")
def draft(
    articles: tuple[str, ...],
    root: Path,
    today: Instant,
    published: date | None,
    outlet: str | None,
    language: str | None,
    dry_run: bool,
    private: bool,
    llm: str | None,
    model: str | None,
    llm_seconds: float,
    form: str,
) -> None:
    """Draft event records from articles: saved pages (.html), texts (.txt), folders of them, addresses, or `-`.

    Keeps each article's text in snapshots/, writes the article's record (and its outlet's, where that is new), and an
    event record for each dated happening, with the clause that tells it as its quote. What nobody can tell from the
    text alone stands as a `# check:` comment beside its field. Where the records have an event already, the evidence to
    add to it is printed. No file is ever overwritten.

    With --llm, a model looks at the drafts (its key is in DATELINE_LLM_KEY). What it says counts only where its quotes
    stand in the text and its dates follow from their words; the rest is dropped, and said. The articles' texts are sent
    to that address.
    """
    if bool(llm) != bool(model):
        raise click.UsageError("`--llm URL` and `--model NAME` go together.")
    given = Said(published, outlet, language)
    with told() as progress:
        checked = check_content(root, today, Means(progress=progress))
        if has_errors(checked.problems):
            stop(checked.problems, "nothing was drafted: mend the records first.")
        records = records_of(checked.site.timeline)
        day = date.fromisoformat(today.date_iso())
        read, refused = _read(articles, records, given, private, day, root, progress)
        sources = []
        for article, source in zip(read, _drafted(read, records, progress), strict=True):
            if source.drafts or base(source.language) in KNOWN:
                sources.append(source)
            else:
                refused.append(
                    f"{article.name}: no date is found in it, and its language ({source.language}) is none whose words "
                    f"for time are known ({', '.join(KNOWN)}): write its records by hand."
                )
        notes: list[str] = []
        if llm and model:
            sources, notes, unasked = _refined(sources, records, llm, model, llm_seconds, progress)
            refused += unasked
    if form == "json":
        click.echo(json.dumps({source.id: _told(source) for source in sources}, ensure_ascii=False, indent=1))
    proposed = plan(sources, records, day)
    texts = files_of(proposed.proposals, sources)
    there = [path for path in texts if os.path.lexists(root / path)]
    kept = [path for path in there if not holds(root / path, texts[path])]
    files = {path: text for path, text in texts.items() if path not in there}
    if dry_run or kept:
        for path, text in files.items():
            if form != "json" and not path.startswith(SNAPSHOTS):
                click.echo(f"# {path}\n{text}")
    else:
        write_several(root, {path: (None, text.encode()) for path, text in files.items()})
    if form != "json":
        _report(proposed, files, "would be written" if dry_run or kept else "written")
    for line in (*notes, *refused, *(f"{path} is there already and stays as it is." for path in kept)):
        click.echo(visible(line), err=True)
    if refused:
        click.echo(f"{len(refused)} of {len(refused) + len(sources)} articles: nothing was drafted from.", err=True)
    if kept:
        click.echo("nothing was written: move these files away, or draft with another `--outlet` or day.", err=True)
    if refused or kept:
        raise SystemExit(1)


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
    sources: Sequence[Source], records: Records, url: str, name: str, seconds: float, progress: Progress
) -> tuple[list[Source], list[str], list[str]]:
    """Have a model look at drafts; what it said that does not count, and of which articles it said nothing."""
    from generator.commands.model_client import KEY, Model, ModelError

    short = [one for one in sources if len(one.page.text) <= LONGEST_TEXT]
    notes = [f"{one.id}: too long for a model, drafted without it." for one in sources if one not in short]
    client = Model(url, name, os.environ.get(KEY), seconds)
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


def _told(source: Source) -> dict[str, object]:
    """What was drafted of an article, for other programs."""
    rows = [
        {
            "quote": one.quote,
            "date": one.date,
            "record_date": days_of(one, source.day)[0],
            "date_words": one.date_words,
            "status": one.status,
            "said_by": one.speaker.name if one.speaker else None,
            "via": one.speaker.via if one.speaker else None,
            "actors": list(one.actors),
        }
        for one in source.drafts
    ]
    return {"published": str(source.day), "language": source.language, "happenings": rows}


def _report(proposed: Plan, files: dict[str, str], done: str) -> None:
    table = Table(box=None, pad_edge=False)
    for heading in ("", "what the article says", "where", "why"):
        table.add_column(heading, overflow="fold")
    for row in proposed.rows:
        words = " ".join(row.words.split())
        shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
        table.add_row(row.what, Text(printable(shown)), Text(row.target or row.article), row.why)
    console = Console(highlight=False, soft_wrap=False)
    console.print(table)
    for joining in proposed.joinings:
        click.echo(f"\n# evidence for {CONTENT}/events/…/{joining.event}.yaml")
        click.echo(yaml.safe_dump([dict(joining.evidence)], allow_unicode=True, sort_keys=False, width=1000), nl=False)
    records = sum(1 for path in files if path.startswith(CONTENT))
    click.echo(f"dateline draft: {records} records and {len(files) - records} texts {done}; look for `# check:`.")
