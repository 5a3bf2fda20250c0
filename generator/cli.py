"""The `dateline` command: it registers what it can do, and nothing else."""

import atexit
import gc
import sys

import click

from generator.commands.check import check
from generator.commands.diff import diff
from generator.commands.draft import draft
from generator.commands.fmt import fmt
from generator.commands.importing import import_table
from generator.commands.intake import intake
from generator.commands.merge import merge
from generator.commands.migrate import migrate
from generator.commands.new import new
from generator.commands.open import open_record
from generator.commands.rename import rename
from generator.commands.render import render
from generator.commands.schema import schema
from generator.commands.split import split
from generator.commands.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100, "show_default": True})
@click.version_option(package_name="dateline", prog_name="dateline")
def main() -> None:
    """Publish a timeline that can be checked.

    To build or preview the site, use `mkdocs build` and `mkdocs serve`.
    """
    gc.disable()  # a command ends before there is anything to collect, and looking for it takes a third of its time
    atexit.register(gc.freeze)  # nor is there anything to put away at its end
    # Texts of records may be in any script, whatever the terminal's encoding.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


_CHECKING = (check, diff, verify, render)
_WRITING = (draft, intake, new, import_table, fmt, rename, merge, split, open_record, migrate, schema)
for command in (*_CHECKING, *_WRITING):
    main.add_command(command)
