"""`dateline new`: a record of each kind, asked for field by field, or made of what flags say."""

from typing import Any

import click

from generator.commands import asking
from generator.commands.answers import Answers, flag_of
from generator.commands.articles import place_of
from generator.commands.changing import KINDS, done, dry_run_option, opened
from generator.commands.filling import Filling, put_in
from generator.commands.options import root_option, today_option
from generator.commands.prefilled import PAGE, SENTENCES, prefilled
from generator.project import SNAPSHOTS
from generator.records.fill import Blank, FillError, blanks, loc_of
from generator.records.schema import MODELS
from generator.records.yaml_errors import printable


class _Kinds(click.Group):
    """A command for each kind of record, made when it is asked for: its options are the fields of the schema."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        kind = KINDS.get(cmd_name)
        return _command(kind) if kind else None


@click.group(cls=_Kinds)
def new() -> None:
    """Write a new record, in canonical form; on a terminal, ask for its fields.

    Every field can be given by an option; where nobody is there to answer, what is missing is said. Nothing is ever
    overwritten, and what would not pass `dateline check` is not written.
    """


def _command(kind: str) -> click.Command:
    params: list[click.Parameter] = []
    if kind == PAGE:
        params.append(click.Argument(["page"], required=False, metavar="[URL-or-FILE]"))
    params += [_option(blank) for blank in blanks(kind)]
    if kind == SENTENCES:
        help = "Which sentence of the article's text tells it, counted from 1; without it, they are listed."
        params.append(click.Option(["--sentence"], type=int, metavar="N", help=help))
    if kind == PAGE:
        params.append(click.Option(["--private"], is_flag=True, help="Fetch from machines of one's own network, too."))
    params += [
        click.Option(
            ["--set", "sets"],
            multiple=True,
            metavar="FIELD=VALUE",
            help="Any other field, such as `summary.fr=…` or `evidence[2].says=…`.",
        ),
        click.Option(["--id", "record_id"], metavar="ID", help="The record's id, in place of one of its own words."),
        click.Option(["--no-ask"], is_flag=True, help="Ask nothing, on a terminal either: say what is missing."),
    ]

    def run(**given: Any) -> None:
        _run(kind, given)

    command = click.Command(kind.removesuffix("s"), callback=run, params=params, help=_help(kind))
    for decorate in (today_option, root_option, dry_run_option):
        decorate(command)
    return command


def _help(kind: str) -> str:
    about = f"Write a new record: {(MODELS[kind].__doc__ or '')[:1].lower()}{(MODELS[kind].__doc__ or '')[1:]}"
    if kind == PAGE:
        return (
            f"{about}\n\nA page or a text, saved or fetched, fills title, outlet, day, language and authors, and is"
            " kept in snapshots/."
        )
    if kind == SENTENCES:
        return (
            f"{about}\n\nOf an article whose text is kept in snapshots/, the sentences that tell a happening are there"
            " to choose from: the chosen one fills quote, date, status and actors."
        )
    return about


def _option(blank: Blank) -> click.Option:
    names = list(dict.fromkeys([flag_of(blank), f"--{blank.name.replace('_', '-')}", blank.name]))
    takes: Any = click.Choice(blank.words) if blank.words else str
    example = f" For example: `{blank.example}`." if blank.example and not blank.words else ""
    return click.Option(names, type=takes, multiple=blank.many, help=f"{blank.description}{example}")


def _run(kind: str, given: dict[str, Any]) -> None:
    change = opened(given["root"], given["today"])
    answers, asks = Answers(change), not given["no_ask"] and asking.is_terminal()
    found = prefilled(kind, given, answers, asks=asks)
    data, doubts = found.data, found.doubts
    for blank in blanks(kind):
        if (value := given.get(blank.name)) not in (None, ()):
            values = [answers.meant(blank, one) for one in (value if blank.many else [value])]
            put_in(data, blank.loc, values if blank.many else values[0])
            doubts.pop(blank.loc, None)
    for text in given["sets"]:
        name, equals, value = text.partition("=")
        if not equals:
            raise click.ClickException(f"`{printable(text[:80])}`: write it as FIELD=VALUE.")
        try:
            put_in(data, loc_of(name), value)
        except FillError as error:
            raise click.ClickException(f"{error}.") from None
    record_id = Filling(answers, asks, found.id).write(kind, data, doubts, given)
    for path, content in change.files.items():
        if given["dry_run"] and content and not path.startswith(SNAPSHOTS):
            click.echo(f"# {path}\n{content.decode()}")
    change.apply(dry_run=given["dry_run"])
    done(f"dateline new: {place_of(kind, record_id)}", dry_run=given["dry_run"])
