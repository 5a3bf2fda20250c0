"""`dateline new`: a record of each kind, asked for field by field, or made of what flags say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

import click

from generator.commands import asking
from generator.commands.articles import Said, article_of, files_of, place_of, source_of
from generator.commands.changing import KINDS, Change, done, dry_run_option, opened
from generator.commands.options import root_option, today_option
from generator.commands.reading import articles_at
from generator.dates.parse import DateError, parse_edtf
from generator.drafting.drafts import Draft, drafts_of
from generator.drafting.known import Records, records_of
from generator.drafting.naming import free_article, free_event
from generator.drafting.pages import Page, PageError, page_of
from generator.drafting.plan import event_of, plan
from generator.drafting.told import Source
from generator.files import FileError, read_input
from generator.ids import as_id, did_you_mean, did_you_mean_id, is_id, one_of
from generator.project import SNAPSHOTS
from generator.records.explain import why_not
from generator.records.fill import Blank, FillError, blanks, got, loc_of, missing, put, shown
from generator.records.meant import Names
from generator.records.model import Chosen, Ref
from generator.records.schema import MODELS
from generator.records.write import WriteError, new_record
from generator.records.yaml_errors import printable, visible
from generator.records.yaml_tree import Loc
from generator.words.date_words import words_of

_CREATED = ("actors", "outlets", "places")
"""Kinds that a question for one offers to write."""
_NO_PLURAL = ("status", "-as")
_PAGE = "articles"
_SENTENCES = "events"


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
    if kind == _PAGE:
        params.append(click.Argument(["page"], required=False, metavar="[URL-or-FILE]"))
    params += [_option(blank) for blank in blanks(kind)]
    if kind == _SENTENCES:
        help = "Which sentence of the article's text tells it, counted from 1; without it, they are listed."
        params.append(click.Option(["--sentence"], type=int, metavar="N", help=help))
    if kind == _PAGE:
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
    if kind == _PAGE:
        return (
            f"{about}\n\nA page or a text, saved or fetched, fills title, outlet, day, language and authors, and is"
            " kept in snapshots/."
        )
    if kind == _SENTENCES:
        return (
            f"{about}\n\nOf an article whose text is kept in snapshots/, the sentences that tell a happening are there"
            " to choose from: the chosen one fills quote, date, status and actors."
        )
    return about


def _option(blank: Blank) -> click.Option:
    names = list(dict.fromkeys([_flag(blank), f"--{blank.name.replace('_', '-')}", blank.name]))
    takes: Any = click.Choice(blank.words) if blank.words else str
    example = f" For example: `{blank.example}`." if blank.example and not blank.words else ""
    return click.Option(names, type=takes, multiple=blank.many, help=f"{blank.description}{example}")


def _run(kind: str, given: dict[str, Any]) -> None:
    change = opened(given["root"], given["today"])
    made = _New(change, not given["no_ask"] and asking.is_terminal())
    data, doubts = made.begun(kind, given)
    for blank in blanks(kind):
        if (value := given.get(blank.name)) not in (None, ()):
            values = [made.meant(blank, one) for one in (value if blank.many else [value])]
            _put(data, blank.loc, values if blank.many else values[0])
            doubts.pop(blank.loc, None)
    for text in given["sets"]:
        name, equals, value = text.partition("=")
        if not equals:
            raise click.ClickException(f"`{printable(text[:80])}`: write it as FIELD=VALUE.")
        try:
            _put(data, loc_of(name), value)
        except FillError as error:
            raise click.ClickException(f"{error}.") from None
    record_id = made.write(kind, data, doubts, given)
    for path, content in change.files.items():
        if given["dry_run"] and content and not path.startswith(SNAPSHOTS):
            click.echo(f"# {path}\n{content.decode()}")
    change.apply(dry_run=given["dry_run"])
    done(f"dateline new: {place_of(kind, record_id)}", dry_run=given["dry_run"])


def _put(data: dict[str, Any], loc: Loc, value: Any) -> None:
    try:
        put(data, loc, value)
    except FillError as error:
        raise click.ClickException(f"{error}.") from None


@dataclass
class _New:
    """Records that are being made, for a project, and whether somebody is there to ask."""

    change: Change
    asks: bool
    made: dict[tuple[str, str], str] = field(default_factory=dict)
    """The names of records that are made beside the one that was asked for, by kind and id."""
    id: str | None = None
    """The id that the article's own words or the sentence gave."""

    @cached_property
    def records(self) -> Records:
        return records_of(self.change.site.timeline)

    @cached_property
    def names(self) -> Names:
        return Names(self.change.loaded)

    # What there is before anybody is asked.

    def begun(self, kind: str, given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[Loc, str]]:
        """The fields that a page or a sentence fills, and what is to be looked at of them."""
        if kind == _PAGE and given["page"]:
            return self._of_page(given)
        if kind == _SENTENCES and given["article"]:
            return self._of_article(given)
        if kind == _SENTENCES and given["sentence"]:
            raise click.ClickException("which article's sentence? Say it by `--article ID`.")
        return {}, {}

    def _of_page(self, given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[Loc, str]]:
        taken = {record_id for kind, record_id in self.records.taken if kind == "articles"}
        today = date.fromisoformat(self.change.today.date_iso())
        outlet = given["outlet"] and self._id_of(given["outlet"], Ref("outlets"))
        said = Said(_day_of(given["published"]), outlet, given["language"])
        one = next(iter(articles_at((given["page"],), given["private"])))
        article = one if isinstance(one, str) else article_of(one, self.records, said, today, taken, self.change.root)
        if isinstance(article, str):
            raise click.ClickException(visible(article))
        if article.is_known:
            raise click.ClickException(f"the records have this article already: {article.id}.")
        source = source_of(article)
        *outlets, proposal = plan([source], self.records, today).proposals
        self.made.update({(one.kind, one.id): str(one.data["name"]) for one in outlets})
        self.id = proposal.id
        texts = files_of(outlets, [replace(source, id=given["record_id"] or proposal.id)])
        self.change.files.update({path: text.encode() for path, text in texts.items()})
        return dict(proposal.data), dict(proposal.doubts)

    def _of_article(self, given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[Loc, str]]:
        article_id = self._id_of(given["article"], Ref("articles"))
        drafts, source = self._told_in(article_id)
        lines = {str(number): _line(draft) for number, draft in enumerate(drafts, 1)}
        number = given["sentence"]
        if number is None and self.asks and lines and given["quote"] is None:
            chosen = asking.choose("Which sentence tells it?", lines, "none of these")
            number = int(chosen) if chosen else None
        elif number is None and lines and not given["title"]:
            for key, line in lines.items():
                click.echo(f"{key}  {line}")
            raise click.ClickException("choose a sentence by `--sentence N`, or give `--title` and the other fields.")
        if number is None:
            return {}, {}
        if not 1 <= number <= len(drafts):
            what = f"{len(drafts)}" if drafts else f"none, or no text of it in {SNAPSHOTS}/"
            raise click.ClickException(f"there is no sentence {number} of {article_id}: it has {what}.")
        proposal, same = event_of(source, drafts[number - 1], self.records)
        if same:
            click.echo(f"the records may have it already: see `dateline open {same}`.", err=True)
        data = dict(proposal.data)
        data.pop("claims", None)
        return data, {loc: words for loc, words in proposal.doubts.items() if loc[0] != "claims"}

    def _told_in(self, article_id: str) -> tuple[tuple[Draft, ...], Source]:
        article = self.change.site.timeline.articles[article_id]
        day = date.fromisoformat(article.published.last_day.date_iso())
        page = None
        for suffix in (".txt", ".html"):
            file = self.change.root / SNAPSHOTS / f"{article_id}{suffix}"
            if file.is_file():
                try:
                    page = page_of(read_input(file), None, day)
                except (FileError, PageError) as error:
                    raise click.ClickException(f"{SNAPSHOTS}/{file.name}: {error}") from None
                break
        if page is None:
            return (), Source(article_id, Page(""), day, article.outlet, article.language, (), True)
        drafts = drafts_of(page.text, day, self.records.names, article.language)
        return drafts, Source(article_id, page, day, article.outlet, article.language, drafts, True)

    # What is said, and what is asked.

    def write(self, kind: str, data: dict[str, Any], doubts: dict[Loc, str], given: Mapping[str, Any]) -> str:
        """Ask for what is missing, and put the record among the files to write; returns its id."""
        if self.asks:
            self._ask_all(kind, data, doubts, given)
        if lacking := missing(kind, data):
            options = [" or ".join(f"`{_flag(one)}`" for one in group) for group in lacking]
            raise click.ClickException(f"a new {kind.removesuffix('s')} needs {_and(options)}.")
        record_id = given.get("record_id") or self._new_id(kind, data, doubts)
        self.change.free(kind, record_id)
        path = place_of(kind, record_id)
        if path in self.change.files:
            raise click.ClickException(f"{path} is written just now: choose another id by `--id`.")
        for blank in blanks(kind):
            value = got(data, blank.loc)
            if blank.is_date and isinstance(value, str):
                try:
                    click.echo(f"{shown(blank.loc)}: {value} is {words_of(parse_edtf(value))}.")
                except DateError as error:
                    raise click.ClickException(f"`{_flag(blank)}`: {error}.") from None
        try:
            self.change.files[path] = new_record(kind, data, doubts).encode()
        except WriteError as error:
            raise click.ClickException(f"{path}: {error.message}") from None
        return record_id

    def _ask_all(self, kind: str, data: dict[str, Any], doubts: dict[Loc, str], given: Mapping[str, Any]) -> None:
        all_blanks = blanks(kind)
        for blank in all_blanks:
            if given.get(blank.name) in (None, ()) and self._is_to_be_asked(blank, data):
                self._ask(blank, data, doubts)
        others = {one.name: one.description for one in all_blanks if got(data, one.loc) in (None, "", [])}
        if others:
            chosen = asking.choose_some("Which other fields?", others)
            for blank in all_blanks:
                if blank.name in chosen:
                    self._ask(blank, data, doubts)

    def _is_to_be_asked(self, blank: Blank, data: dict[str, Any]) -> bool:
        if blank.either:
            return all(got(data, (*blank.loc[:-1], name)) is None for name in blank.either)
        return blank.required

    def _ask(self, blank: Blank, data: dict[str, Any], doubts: dict[Loc, str]) -> None:
        before = got(data, blank.loc)
        values: list[str] = []
        while True:
            default = str(before) if isinstance(before, str) and not values else ""
            answer = asking.ask(blank, default, self._completions(blank), self._words(blank), self._wrong)
            if not answer:
                break
            if isinstance(blank.mark, Ref) and not (answer := self._found_or_made(answer, blank)):
                continue
            values.append(answer)
            if not blank.many or blank.words:
                break
        if values:
            _put(data, blank.loc, values if blank.many else values[0])
            doubts.pop(blank.loc, None)

    def _found_or_made(self, answer: str, blank: Blank) -> str:
        """The id that is meant; a new record's, where somebody wants one written; or nothing."""
        assert isinstance(blank.mark, Ref)
        found = self._meant_id(answer, blank.mark)
        kind = blank.mark.kind
        if found or kind not in _CREATED:
            return found
        what = kind.removesuffix("s")
        near = did_you_mean_id(as_id(answer), self._known(blank.mark))
        if not asking.agree(f"No {what} is called `{answer}`{f' ({near})' if near else ''}. Write its record now?"):
            return ""
        name = next(one.name for one in blanks(kind) if one.required)
        data: dict[str, Any] = {name: answer} if not is_id(answer) else {}
        made = self.write(kind, data, {}, {"record_id": answer if is_id(answer) else None})
        self.made[kind, made] = str(data[name])
        return made

    def _wrong(self, blank: Blank, text: str) -> str:
        """What is wrong with an answer on a terminal."""
        if not text:
            return f"a {blank.name} is needed." if blank.required and not blank.many else ""
        if isinstance(blank.mark, Ref):
            near = did_you_mean_id(as_id(text) or text, self._known(blank.mark))
            made = blank.mark.kind in _CREATED or self._meant_id(text, blank.mark)
            return "" if made else f"no {blank.mark.kind.removesuffix('s')} is called so: {near or 'write its id.'}"
        value: Any = [text] if blank.many else text
        return why_not(blank.model, blank.name, value, self.names, self.change.site.timeline.language)

    def meant(self, blank: Blank, text: str) -> str:
        """What an option's value means; a click.ClickException says in one line what is wrong with it."""
        if isinstance(blank.mark, Ref):
            return text if blank.mark.or_words else self._id_of(text, blank.mark, _flag(blank))
        words = self._words(blank)
        if words and text not in words:
            hint = did_you_mean(text, words) or f"write {one_of(words)}."
            raise click.ClickException(f"`{_flag(blank)}` is `{printable(text[:80])}`: {hint}")
        if wrong := self._wrong(blank, text):
            raise click.ClickException(f"`{_flag(blank)}`: {wrong}")
        return text

    def _id_of(self, text: str, mark: Ref, flag: str = "") -> str:
        if found := self._meant_id(text, mark):
            return found
        if (mark.kind, text) in self.made:
            return text
        what = " or ".join(kind.removesuffix("s") for kind in mark.kinds)
        hint = did_you_mean_id(as_id(text) or text, self._known(mark))
        hint = hint or f"write it first, by `dateline new {mark.kind.removesuffix('s')}`."
        raise click.ClickException(
            f"{f'`{flag}`: ' if flag else ''}there is no {what} `{printable(text[:80])}`: {hint}"
        )

    def _meant_id(self, text: str, mark: Ref) -> str:
        if text in self._known(mark):
            return text
        return next(iter(self.names.as_ids(text, mark)), "")

    def _known(self, mark: Ref) -> list[str]:
        here = [record_id for kind, record_id in self.made if kind in mark.kinds]
        return sorted({*here, *(one for kind in mark.kinds for one in self.change.known[kind])})

    def _completions(self, blank: Blank) -> dict[str, str]:
        if not isinstance(blank.mark, Ref):
            return {}
        named: dict[str, str] = {}
        for raw in self.change.loaded.records:
            if raw.kind in blank.mark.kinds:
                named[raw.id] = str(raw.data.get("name") or raw.data.get("title") or "")
        named.update({record_id: name for (kind, record_id), name in self.made.items() if kind in blank.mark.kinds})
        return dict(sorted(named.items()))

    def _words(self, blank: Blank) -> tuple[str, ...]:
        """All that a field may be, where that is known."""
        if isinstance(blank.mark, Chosen):
            return (*blank.mark.always, *getattr(self.change.site.timeline, blank.mark.among))
        return blank.words

    def _new_id(self, kind: str, data: Mapping[str, Any], doubts: Mapping[Loc, str]) -> str:
        """An id of the record's own words."""
        if kind == "articles":
            taken: list[str] = []
            return self.id or free_article(_begins(data["published"]), data["outlet"], data.get("title"), taken)
        name = str(_in_one_language(data.get("title") or data.get("name")))
        if kind == "events":
            return free_event(str(data["date"]), name, ())
        found = as_id(name)
        if not found:
            raise click.ClickException(f"no id can be made of `{printable(name[:60])}`: say one by `--id`.")
        return found


def _in_one_language(text: Any) -> Any:
    return next(iter(text.values()), "") if isinstance(text, dict) else text


def _begins(written: str) -> str:
    """The first day, month or year that a date names; `undated` where it has none."""
    found = re.search(r"[0-9]{4}(?:-[0-9]{2}){0,2}", written)
    return found[0] if found else "undated"


def _day_of(written: str | None) -> date | None:
    """The day that an option gives, where it gives one."""
    try:
        return date.fromisoformat(parse_edtf(written).first_day.date_iso()) if written else None
    except (DateError, ValueError) as error:
        raise click.ClickException(f"`--published`: {error}.") from None


def _line(draft: Draft) -> str:
    words = " ".join(draft.quote.split())
    return visible(f"{draft.date or 'no date'} · {draft.status} · {words}")


def _flag(blank: Blank) -> str:
    """The option of a field, which is given once for each of several values: `--actor` for `actors`."""
    words = blank.name.replace("_", "-")
    return f"--{words.removesuffix('s') if blank.many and not words.endswith(_NO_PLURAL) else words}"


def _and(words: list[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
