"""The page of commands and options, made of what click and the plugin's settings know; it is handed to the build."""

# It stands above the build because the commands do: they call the build, which therefore cannot know them.

from collections.abc import Iterator

import click

from generator.outputs.artifact import Output, just
from generator.outputs.page import Page, markdown_page
from generator.settings import SETTINGS, Setting
from generator.words.markup import markdown_inline

MANUAL = "reference/options.md"
_LEAD = """\
What the `dateline` command can do, with every option, as `dateline --help` tells it; and what the plugin can be told in
`mkdocs.yml`.
"""
_PLUGIN = """\
## The MkDocs plugin

Stands in `mkdocs.yml` as `plugins: [dateline]`, or with its options below it.
"""
_TYPES = {
    "boolean": "a switch",
    "day": "a day",
    "directory": "a folder",
    "integer": "a number",
    "path": "a path",
    "text": "text",
}


def manual(program: click.Command) -> Output:
    """The page of a program's commands, and of the plugin's options."""
    return Output(MANUAL, just(frozenset({("code", "commands")})), lambda: manual_page(program))


def manual_page(program: click.Command) -> Page:
    """The page of commands and options as Markdown."""
    context = click.Context(program, info_name="dateline", **program.context_settings)
    commands = "\n".join(_command(program, context))
    settings = "\n".join(_setting(name, setting) for name, setting in SETTINGS.items())
    return markdown_page("reference", "Commands and options", f"{_LEAD}\n{commands}\n{_PLUGIN}\n{settings}")


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    """The section of a command, and those of the commands in it."""
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    about = "\n\n".join(markdown_inline(" ".join(part.split())) for part in (command.help or "").split("\n\n"))
    yield f"## {context.command_path}\n\n{about}\n\n```sh\n{usage}\n```\n"
    # Every command has `--help`; it is told once, of the program itself.
    parameters = command.params if context.parent else command.get_params(context)
    for option in parameters:
        if isinstance(option, click.Option) and not option.hidden:
            yield _option(option, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _command(inner, click.Context(inner, parent=context, info_name=name))


def _option(option: click.Option, context: click.Context) -> str:
    anchor = f"{context.command_path.replace(' ', '-')}.{option.opts[-1].lstrip('-')}"
    default = str(option.get_help_extra(context).get("default", "")).strip("()")
    told = [
        "**required**" if option.required else "optional",
        _type(option.type),
        f"{markdown_inline(default)} if left out" if default else "",
    ]
    return _entry(anchor, ", ".join(option.opts), told, option.help or "")


def _type(kind: click.ParamType[object]) -> str:
    if isinstance(kind, click.Choice):
        *first, last = (f"`{choice}`" for choice in kind.choices)
        return f"{', '.join(first)} or {last}" if first else f"the word {last}"
    return _TYPES.get(kind.name, kind.name)


def _setting(name: str, setting: Setting) -> str:
    told = ["optional", setting.type, f"{setting.default} if left out"]
    example = f"\n```yaml\nplugins:\n  - dateline:\n      {name}: {setting.example}\n```\n"
    return _entry(f"plugin.{name}", name, told, setting.help) + example


def _entry(anchor: str, name: str, told: list[str], sentence: str) -> str:
    line = " · ".join(part for part in told if part)
    return (
        f'### <span id="{anchor}">`{name}`</span>\n\n<span class="dl-type">{line}</span>\n\n'
        f"{markdown_inline(sentence)}\n"
    )
