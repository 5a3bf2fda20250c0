"""The plugin's options in mkdocs.yml, and where its records lie."""

from datetime import date
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig


class DatelineConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs's own hook is untyped
    """Options of the `dateline` plugin."""

    # YAML reads an unquoted day as a date.
    today = config_options.Optional(config_options.Type((str, date)))
    """What settings.py tells of it."""


def root_of(config: MkDocsConfig) -> Path:
    """Return the folder that holds mkdocs.yml and `content/`."""
    return Path(config.config_file_path).resolve().parent
