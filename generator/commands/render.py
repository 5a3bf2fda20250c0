"""`dateline render`: the Markdown pages, for any Markdown builder."""

import shutil
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from generator.build import build
from generator.commands.one_step import UnsafeFolderError, write_folder
from generator.commands.options import root_option, stop, today_option
from generator.dates.instants import Instant
from generator.manual import manual
from generator.problems import has_errors
from generator.project import CONTENT, PAGES, SNAPSHOTS, THEME


@click.command()
@root_option
@today_option
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write; it is replaced.")
@click.pass_context
def render(context: click.Context, root: Path, today: Instant, out: Path) -> None:
    """Write the Markdown pages to a folder, for any Markdown builder."""
    built = build(root, today, (manual(context.find_root().command),))
    if has_errors(built.problems):
        stop(built.problems, f"{out} is unchanged: mend the records first.")
    progress = partial(track, description="Writing", console=Console(stderr=True))

    def fill(new: Path) -> None:
        if (root / PAGES).is_dir():
            shutil.copytree(root / PAGES, new, dirs_exist_ok=True)
        for artifact in progress(built.artifacts):
            file = new / artifact.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(artifact.text, encoding="utf-8", newline="\n")

    try:
        write_folder(out, fill, [root / folder for folder in (CONTENT, SNAPSHOTS, THEME)])
    except (UnsafeFolderError, OSError) as error:
        raise click.ClickException(str(error)) from None
    pages = sum(artifact.is_page for artifact in built.artifacts)
    click.echo(f"dateline render: {'1 page is' if pages == 1 else f'{pages} pages are'} in {out}.")
