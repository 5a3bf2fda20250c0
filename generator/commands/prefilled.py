"""What a page or a sentence of an article fills of a new record, before anybody is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import click

from generator.commands import asking
from generator.commands.answers import Answers
from generator.commands.articles import Said, article_of, files_of, source_of
from generator.commands.reading import articles_at
from generator.dates.parse import DateError, parse_edtf
from generator.drafting.drafts import Draft, drafts_of
from generator.drafting.known import Records, records_of
from generator.drafting.pages import Page, PageError, page_of
from generator.drafting.plan import event_of, plan
from generator.drafting.told import Source
from generator.files import FileError, read_input
from generator.project import SNAPSHOTS
from generator.records.model import Ref
from generator.records.yaml_errors import visible
from generator.records.yaml_tree import Loc

PAGE = "articles"
"""The kind that a page fills."""
SENTENCES = "events"
"""The kind that a sentence fills."""


@dataclass(frozen=True, slots=True)
class Prefilled:
    """Fields, what is to be looked at of them, and the id that the article's own words gave."""

    data: dict[str, Any]
    doubts: dict[Loc, str]
    id: str | None = None


def prefilled(kind: str, given: Mapping[str, Any], answers: Answers, *, asks: bool) -> Prefilled:
    """What a page or a sentence fills; a click.ClickException says why it does not."""
    if kind == PAGE and given["page"]:
        return _of_page(answers, given)
    if kind == SENTENCES and given["article"]:
        return _of_article(answers, given, asks)
    if kind == SENTENCES and given["sentence"]:
        raise click.ClickException("which article's sentence? Say it by `--article ID`.")
    return Prefilled({}, {})


def _of_page(answers: Answers, given: Mapping[str, Any]) -> Prefilled:
    records = _records(answers)
    taken = {record_id for kind, record_id in records.taken if kind == "articles"}
    today = date.fromisoformat(answers.change.today.date_iso())
    outlet = given["outlet"] and answers.id_of(given["outlet"], Ref("outlets"))
    said = Said(_day_of(given["published"]), outlet, given["language"])
    one = next(iter(articles_at((given["page"],), given["private"])))
    article = one if isinstance(one, str) else article_of(one, records, said, today, taken, answers.change.root)
    if isinstance(article, str):
        raise click.ClickException(visible(article))
    if article.is_known:
        raise click.ClickException(f"the records have this article already: {article.id}.")
    source = source_of(article)
    *outlets, proposal = plan([source], records, today).proposals
    answers.made.update({(one.kind, one.id): str(one.data["name"]) for one in outlets})
    texts = files_of(outlets, [replace(source, id=given["record_id"] or proposal.id)])
    answers.change.files.update({path: text.encode() for path, text in texts.items()})
    return Prefilled(dict(proposal.data), dict(proposal.doubts), proposal.id)


def _of_article(answers: Answers, given: Mapping[str, Any], asks: bool) -> Prefilled:
    article_id = answers.id_of(given["article"], Ref("articles"))
    drafts, source = _told_in(answers, article_id)
    lines = {str(number): _line(draft) for number, draft in enumerate(drafts, 1)}
    number = given["sentence"]
    if number is None and asks and lines and given["quote"] is None:
        chosen = asking.choose("Which sentence tells it?", lines, "none of these")
        number = int(chosen) if chosen else None
    elif number is None and lines and not given["title"]:
        for key, line in lines.items():
            click.echo(f"{key}  {line}")
        raise click.ClickException("choose a sentence by `--sentence N`, or give `--title` and the other fields.")
    if number is None:
        return Prefilled({}, {})
    if not 1 <= number <= len(drafts):
        what = f"{len(drafts)}" if drafts else f"none, or no text of it in {SNAPSHOTS}/"
        raise click.ClickException(f"there is no sentence {number} of {article_id}: it has {what}.")
    proposal, same = event_of(source, drafts[number - 1], _records(answers))
    if same:
        click.echo(f"the records may have it already: see `dateline open {same}`.", err=True)
    data = dict(proposal.data)
    data.pop("claims", None)
    return Prefilled(data, {loc: words for loc, words in proposal.doubts.items() if loc[0] != "claims"})


def _told_in(answers: Answers, article_id: str) -> tuple[tuple[Draft, ...], Source]:
    article = answers.change.site.timeline.articles[article_id]
    day = date.fromisoformat(article.published.last_day.date_iso())
    page = None
    for suffix in (".txt", ".html"):
        file = answers.change.root / SNAPSHOTS / f"{article_id}{suffix}"
        if file.is_file():
            try:
                page = page_of(read_input(file), None, day)
            except (FileError, PageError) as error:
                raise click.ClickException(f"{SNAPSHOTS}/{file.name}: {error}") from None
            break
    if page is None:
        return (), Source(article_id, Page(""), day, article.outlet, article.language, (), True)
    drafts = drafts_of(page.text, day, _records(answers).names, article.language)
    return drafts, Source(article_id, page, day, article.outlet, article.language, drafts, True)


def _records(answers: Answers) -> Records:
    return records_of(answers.change.site.timeline)


def _day_of(written: str | None) -> date | None:
    """The day that an option gives, where it gives one."""
    try:
        return date.fromisoformat(parse_edtf(written).first_day.date_iso()) if written else None
    except (DateError, ValueError) as error:
        raise click.ClickException(f"`--published`: {error}.") from None


def _line(draft: Draft) -> str:
    words = " ".join(draft.quote.split())
    return visible(f"{draft.date or 'no date'} · {draft.status} · {words}")
