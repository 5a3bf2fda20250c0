"""`dateline draft`: from articles to records that somebody looks through and keeps."""

import json
from datetime import date
from pathlib import Path

import click
import yaml
from rich.console import Console
from rich.table import Table
from rich.text import Text

from generator.commands.articles import Said
from generator.commands.drafting import Asked, Drafted, drafted_into
from generator.commands.options import root_option, today_option
from generator.commands.progress import told
from generator.commands.several import write_several
from generator.dates.instants import Instant
from generator.dates.parse import DateError
from generator.dates.today import read_day
from generator.drafting.told import Source, days_of
from generator.project import CONTENT, SNAPSHOTS
from generator.records.yaml_errors import printable, visible

_SHOWN = 60
"""How many characters of a quote the table shows."""


def given_day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    """Read a day of the command line."""
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
    "--published", callback=given_day, metavar="DAY", help="The day of publication, where an article does not say."
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
    asked = Asked(llm, model, llm_seconds) if llm and model else None
    with told() as progress:
        drafted = drafted_into(root, today, articles, Said(published, outlet, language), private, progress, asked)
    is_written = not (dry_run or drafted.kept)
    if is_written:
        write_several(root, {path: (None, text.encode()) for path, text in drafted.files.items()})
    if form == "json":
        rows = {source.id: _told(source) for source in drafted.sources}
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        if not is_written:
            _print_records(drafted)
        show(drafted, "written" if is_written else "would be written")
    _complain(drafted)


def _print_records(drafted: Drafted) -> None:
    for path, text in drafted.files.items():
        if not path.startswith(SNAPSHOTS):
            click.echo(f"# {path}\n{text}")


def _complain(drafted: Drafted) -> None:
    """Say what was not drafted or written, and end with 1 where there is anything."""
    there = (f"{path} is there already and stays as it is." for path in drafted.kept)
    for line in (*drafted.notes, *drafted.refused, *there):
        click.echo(visible(line), err=True)
    if drafted.refused:
        count = len(drafted.refused)
        click.echo(f"{count} of {count + len(drafted.sources)} articles: nothing was drafted from.", err=True)
    if drafted.kept:
        click.echo("nothing was written: move these files away, or draft with another `--outlet` or day.", err=True)
    if drafted.refused or drafted.kept:
        raise SystemExit(1)


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


def show(drafted: Drafted, done: str) -> None:
    """Print the table of what was drafted, joined and skipped, and say what was done with it."""
    table = Table(box=None, pad_edge=False)
    for heading in ("", "what the article says", "where", "why"):
        table.add_column(heading, overflow="fold")
    for row in drafted.plan.rows:
        words = " ".join(row.words.split())
        shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
        table.add_row(row.what, Text(printable(shown)), Text(row.target or row.article), row.why)
    console = Console(highlight=False, soft_wrap=False)
    console.print(table)
    for joining in drafted.plan.joinings:
        click.echo(f"\n# evidence for {CONTENT}/events/…/{joining.event}.yaml")
        click.echo(yaml.safe_dump([dict(joining.evidence)], allow_unicode=True, sort_keys=False, width=1000), nl=False)
    records = sum(1 for path in drafted.files if path.startswith(CONTENT))
    texts = len(drafted.files) - records
    counted = f"{records} record{'' if records == 1 else 's'} and {texts} text{'' if texts == 1 else 's'}"
    click.echo(f"dateline draft: {counted} {done}; look for `# check:`.")
