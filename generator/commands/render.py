"""`dateline render`: the Markdown pages, for any Markdown builder."""

import os
import shutil
from functools import partial
from pathlib import Path

import click

from generator.build import declare, make
from generator.cache import Cache
from generator.commands.one_step import UnsafeFolderError, write_folder
from generator.commands.options import root_option, stop, today_option
from generator.commands.progress import told
from generator.dates.instants import Instant
from generator.manual import manual
from generator.means import Means
from generator.outputs.artifact import Artifact
from generator.problems import has_errors
from generator.project import CACHE, CONTENT, NOTES, PAGES, SNAPSHOTS, THEME


@click.command()
@root_option
@today_option
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write; it is replaced.")
@click.pass_context
def render(context: click.Context, root: Path, today: Instant, out: Path) -> None:
    """Write the Markdown pages to a folder, for any Markdown builder."""
    cache = Cache(root / CACHE)
    with told() as progress:
        declared = declare(root, today, (manual(context.find_root().command),), Means(cache, progress=progress))
    if has_errors(declared.problems):
        stop(declared.problems, f"{out} is unchanged: mend the records first.")

    def fill(new: Path) -> None:
        if (root / PAGES).is_dir():
            shutil.copytree(root / PAGES, new, dirs_exist_ok=True, copy_function=shutil.copyfile)
        with told() as progress:
            _, problems = make(root, declared, partial(_write, new), Means(cache, progress=progress))
        if has_errors(problems):
            stop(problems, f"{out} is unchanged: mend the template first.")

    try:
        os.umask(0o022)  # what is published is the same whoever makes it
        write_folder(out, fill, [root / folder for folder in (CONTENT, SNAPSHOTS, THEME)], root / NOTES)
    except (UnsafeFolderError, OSError) as error:
        raise click.ClickException(str(error)) from None
    pages = sum(output.is_page for output in declared.outputs)
    click.echo(f"dateline render: {'1 page is' if pages == 1 else f'{pages} pages are'} in {out}.")


def _write(folder: Path, artifact: Artifact) -> None:
    file = folder / artifact.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(artifact.text, encoding="utf-8", newline="\n")
