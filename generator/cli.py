"""The `dateline` command: it registers what it can do, and nothing else."""

import atexit
import gc
import sys
from importlib import import_module
from typing import Any, cast

import click

from generator.workers import WorkerLostError

_WHERE = {
    "check": "check:check",
    "diff": "diff:diff",
    "verify": "verify:verify",
    "render": "render:render",
    "init": "init:init",
    "draft": "draft:draft",
    "intake": "intake:intake",
    "new": "new:new",
    "import": "importing:import_table",
    "fmt": "fmt:fmt",
    "rename": "rename:rename",
    "merge": "merge:merge",
    "split": "split:split",
    "open": "open:open_record",
    "migrate": "migrate:migrate",
    "schema": "schema:schema",
}
"""Where each command is: the module of `generator.commands`, and its name there."""


class Commands(click.Group):
    """The commands, each of which is imported when it is wanted: one need not wait for what another one stands on."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_WHERE)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from generator.ids import did_you_mean

            hint = did_you_mean(args[0], _WHERE)
            raise click.UsageError(f"{error.message[:200]} {hint}".strip(), ctx) from None

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _WHERE:
            return None
        module, name = _WHERE[cmd_name].split(":")
        return cast(click.Command, getattr(import_module(f"generator.commands.{module}"), name))

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except WorkerLostError as error:
            raise click.ClickException(f"{error}") from None


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100, "show_default": True},
)
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
