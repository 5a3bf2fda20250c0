"""The page of commands and options tells each, as the program itself does."""

import html
import re

import click
import pytest
import yaml

from generator.cli import main
from generator.dates.today import read_day
from generator.manual import manual_page
from generator.plugin.options import DatelineConfig
from generator.settings import SETTINGS

CONTEXT = click.Context(main)
COMMANDS = sorted(main.list_commands(CONTEXT))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_told_with_every_option(name: str) -> None:
    command = main.get_command(CONTEXT, name)
    assert command
    section = manual_page(main).text.split(f"## dateline {name}\n")[1].split("\n## ")[0]
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help
            assert f'<span id="dateline-{name}.{option.opts[-1].lstrip("-")}">' in section
        elif not isinstance(option.type, click.Choice) or option.metavar:
            assert option.make_metavar(click.Context(command)) in section
        else:
            assert "|".join(option.type.choices) in section


def told(name: str) -> str:
    """What the page says of an option, from its name to its sentence."""
    (found,) = re.findall(rf'<span id="{re.escape(name)}">(.*?)(?=\n##|\n```|\Z)', manual_page(main).text, re.DOTALL)
    return html.unescape(re.sub(r"<.*?>", "", found)).replace("\n\n", " | ").strip()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dateline.help", "`-h, --help` | optional · a switch | Show this message and exit."),
        (
            "dateline-check.root",
            "`--root` | optional · a folder · this folder if left out | The folder that holds content/.",
        ),
        (
            "dateline-check.format",
            "`--format` | optional · `text`, `github`, `json` or `sarif` · text if left out |"
            " How to print problems: text is for people, on standard error; github is annotations of a workflow.",
        ),
        (
            "dateline-verify.today",
            "`--today` | optional · a day · today, UTC if left out | The day to build for, as YYYY-MM-DD.",
        ),
        ("dateline-render.out", "`--out` | **required** · a path | The folder to write; it is replaced."),
    ],
)
def test_an_option_is_told_with_type_default_and_help(name: str, expected: str) -> None:
    assert told(name) == expected


def test_every_setting_of_the_plugin_is_told_with_an_example_that_it_takes() -> None:
    assert set(SETTINGS) == set(DatelineConfig())
    config = DatelineConfig()
    config.load_dict({name: yaml.safe_load(setting.example) for name, setting in SETTINGS.items()})
    assert config.validate() == ([], [])
    assert read_day(SETTINGS["today"].example)
    assert DatelineConfig().today is None
    for name, setting in SETTINGS.items():
        assert setting.help in manual_page(main).text
        assert f'<span id="plugin.{name}">' in manual_page(main).text


def test_text_of_help_is_no_html() -> None:
    @click.command()
    def odd() -> None:
        """Read <b>x</b>/<article id>.txt."""

    page = manual_page(odd).text
    assert "<b>" not in page and "<article" not in page
