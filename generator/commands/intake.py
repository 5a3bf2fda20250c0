"""`dateline intake`: what somebody wrote in a form becomes records."""

from datetime import date
from pathlib import Path
from typing import BinaryIO

import click

from generator.build import check_content
from generator.commands.options import root_option, stop, today_option
from generator.commands.progress import told
from generator.commands.several import write_several
from generator.dates.instants import Instant
from generator.drafting.forms import FORMS, REPORT, issue_form
from generator.drafting.intake import MOST_BYTES, IntakeError, Taken, proposed, read_form, reported
from generator.drafting.known import records_of
from generator.means import Means
from generator.problems import has_errors
from generator.project import CONTENT
from generator.records.load import Loaded, RawRecord, read_record
from generator.records.validate import validate_records
from generator.records.write import WriteError, new_record
from generator.story.timeline import Timeline


def _show(context: click.Context, _parameter: click.Parameter, name: str | None) -> None:
    if name and not context.resilient_parsing:
        click.echo(issue_form(FORMS[name]), nl=False)
        context.exit()


@click.command()
@click.argument("issue", type=click.File("rb"), default="-", metavar="[ISSUE]")
@root_option
@today_option
@click.option("--dry-run", is_flag=True, help="Write nothing: print what would be written.")
@click.option(
    "--form",
    type=click.Choice(list(FORMS)),
    callback=_show,
    expose_value=False,
    is_eager=True,
    help="Print the form itself, for `.github/ISSUE_TEMPLATE/`, and read nothing.",
)
def intake(issue: BinaryIO, root: Path, today: Instant, dry_run: bool) -> None:
    """Make records of what somebody wrote in a form: the body of an issue, from a file or standard input.

    Of a proposal, the event is written, and its article and outlet where the records lack them; what nobody can tell
    from the form stands as a `# check:` comment beside its field. Of a report, a checklist is printed, with the record
    that is meant. No file is ever overwritten.
    """
    try:
        form, answers = read_form(issue.read(MOST_BYTES + 1))
        with told() as progress:
            checked = check_content(root, today, Means(progress=progress))
        if has_errors(checked.problems):
            stop(checked.problems, "nothing was taken in: mend the records first.")
        timeline = checked.site.timeline
        if form is REPORT:
            click.echo(reported(answers, timeline), nl=False)
            return
        found = proposed(answers, timeline, records_of(timeline), date.fromisoformat(today.date_iso()))
        files = _files(found, timeline)
    except (IntakeError, WriteError) as error:
        raise click.ClickException(f"{_called(issue)}: {error}.") from None
    taken = next((path for path in files if (root / path).exists()), None)
    if taken:
        raise click.ClickException(f"{taken} is there already; nothing was written.")
    if dry_run:
        for path, text in files.items():
            click.echo(f"# {path}\n{text}")
    else:
        write_several(root, {path: (None, text.encode()) for path, text in files.items()})
        for path in files:
            click.echo(path)
    done = "would be written" if dry_run else "written"
    records = "1 record" if len(files) == 1 else f"{len(files)} records"
    click.echo(f"dateline intake: {records} {done}; look for `# check:`.", err=True)


def _called(issue: BinaryIO) -> str:
    name = str(getattr(issue, "name", "<stdin>"))
    return "standard input" if name == "<stdin>" else name


def _files(found: Taken, timeline: Timeline) -> dict[str, str]:
    """The files to write, by path; raises IntakeError for a record that the check would not accept."""
    texts: dict[str, str] = {}
    raws: list[RawRecord] = []
    for one in found.proposals:
        folder = f"{CONTENT}/{one.kind}" + (f"/{one.id[:4]}" if one.kind == "events" and one.id[:4].isdigit() else "")
        path = f"{folder}/{one.id}.yaml"
        texts[path] = new_record(one.kind, one.data, one.doubts)
        raw = read_record(path, one.kind, texts[path].encode())
        if not isinstance(raw, RawRecord):
            raise IntakeError(raw.message.rstrip("."))
        raws.append(raw)
    vocabulary = [raw for (kind, _), raw in timeline.sources.items() if kind == "vocabulary"]
    _, problems = validate_records(Loaded((*vocabulary, *raws), (), frozenset()))
    for problem in problems:
        if problem.level == "error":
            raise IntakeError(problem.message.rstrip("."))
    return texts
