"""`dateline draft`: from articles to records that somebody looks through and keeps."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
import yaml
from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.build import check_content
from generator.commands.articles import Article, Said, article_of, files_of, source_of
from generator.commands.options import root_option, stop, today_option
from generator.commands.progress import told
from generator.commands.reading import articles_at
from generator.commands.several import write_several
from generator.dates.instants import Instant
from generator.dates.parse import DateError
from generator.dates.today import read_day
from generator.drafting.drafts import Draft, drafts_of
from generator.drafting.known import Records, records_of
from generator.drafting.proposals import Plan, Source, days_of, plan
from generator.means import Means, Progress
from generator.problems import has_errors
from generator.project import CONTENT, SNAPSHOTS
from generator.records.yaml_errors import printable, visible
from generator.workers import in_portions

_FEW = 16
"""As many articles are drafted before a worker has begun."""
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Drafted:
    """What is drafted of articles: files by path, those that stay as they are, and of each other article why not."""

    sources: tuple[Source, ...]
    plan: Plan
    files: dict[str, str]
    kept: tuple[str, ...]
    refused: tuple[str, ...]

    def show(self, done: str) -> None:
        """Print the table of what was drafted, joined and skipped, and what was done with it."""
        _report(self.plan, self.files, self.kept, done)


def given_day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    """Read a day of the command line."""
    try:
        return date.fromisoformat(read_day(value).date_iso()) if value else None
    except (DateError, ValueError) as error:
        raise click.BadParameter(f"{error}") from None


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@root_option
@today_option
@click.option(
    "--published", callback=given_day, metavar="DAY", help="The day of publication, where an article does not say."
)
@click.option("--outlet", metavar="ID", help="Who published it, where an article does not say.")
@click.option("--language", metavar="TAG", help="Its language, where an article does not say.")
@click.option("--dry-run", is_flag=True, help="Write nothing: print what would be written.")
@click.option("--private", is_flag=True, help="Fetch from machines of one's own network, too.")
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
    form: str,
) -> None:
    """Draft event records from articles: saved pages (.html), texts (.txt), folders of them, addresses, or `-`.

    Keeps each article's text in snapshots/, writes the article's record (and its outlet's, where that is new), and an
    event record for each dated happening, with the clause that tells it as its quote. What nobody can tell from the
    text alone stands as a `# check:` comment beside its field. Where the records have an event already, the evidence to
    add to it is printed. No file is ever overwritten.
    """
    said = Said(published, outlet, language)
    with told() as progress:
        drafted = drafted_into(root, today, articles, said, private, progress)
    if form == "json":
        rows = {source.id: _told(source) for source in drafted.sources}
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    if dry_run:
        for path, text in drafted.files.items():
            if form != "json" and not path.startswith(SNAPSHOTS):
                click.echo(f"# {path}\n{text}")
    else:
        write_several(root, {path: (None, text.encode()) for path, text in drafted.files.items()})
    if form != "json":
        drafted.show("would be written" if dry_run else "written")
    for line in drafted.refused:
        click.echo(line, err=True)
    if drafted.refused:
        raise SystemExit(1)


def drafted_into(
    root: Path, today: Instant, articles: tuple[str, ...], said: Said, private: bool, progress: Progress
) -> Drafted:
    """Draft from articles for the project in root, and write nothing yet."""
    day = date.fromisoformat(today.date_iso())
    checked = check_content(root, today, Means(progress=progress))
    if has_errors(checked.problems):
        stop(checked.problems, "nothing was drafted: mend the records first.")
    records = records_of(checked.site.timeline)
    read, refused = _read(articles, records, said, private, day, progress)
    sources = _drafted(read, records, progress)
    proposed = plan(sources, records, day)
    texts = files_of(proposed.proposals, sources)
    kept = tuple(path for path in texts if (root / path).exists())
    files = {path: text for path, text in texts.items() if path not in kept}
    return Drafted(tuple(sources), proposed, files, kept, tuple(refused))


def _read(
    places: tuple[str, ...], records: Records, said: Said, private: bool, today: date, progress: Progress
) -> tuple[list[Article], list[str]]:
    """Read every article; of those that cannot be drafted from, a line says why not."""
    found: list[Article] = []
    refused: list[str] = []
    taken = {record_id for kind, record_id in records.taken if kind == "articles"}
    for number, one in enumerate(articles_at(places, private)):
        progress("Reading articles", number, 0)
        article = one if isinstance(one, str) else article_of(one, records, said, today, taken)
        if isinstance(article, str):
            refused.append(visible(article))
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


def _report(proposed: Plan, files: dict[str, str], kept: Sequence[str], done: str) -> None:
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
    for path in kept:
        click.echo(f"{path} is there already and stays as it is.")
    records = sum(1 for path in files if path.startswith(CONTENT))
    click.echo(f"dateline draft: {records} records and {len(files) - records} texts {done}; look for `# check:`.")
