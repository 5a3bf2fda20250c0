"""The plugin's options in mkdocs.yml, and where its records lie."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig


class DatelineConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs's own hook is untyped
    """Options of the `dateline` plugin."""

    # YAML reads an unquoted day as a date.
    today = config_options.Optional(config_options.Type((str, date)))
    view = config_options.Optional(config_options.Type((str, int, date)))
    search = config_options.Type(bool, default=True)
    citations = config_options.Type(bool, default=True)
    footer = config_options.DictOfItems(config_options.Type(str), default={})
    """What settings.py tells of them."""


def root_of(config: MkDocsConfig) -> Path:
    """Return the folder that holds mkdocs.yml and `content/`."""
    return Path(config.config_file_path).resolve().parent


def named_addresses(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """The settings that make every page load something, each with an address that it names."""
    polyfills = config.extra.get("polyfills")
    for name, paths in (
        ("extra_css", config.extra_css),
        ("extra_javascript", config.extra_javascript),
        ("extra.polyfills", polyfills if isinstance(polyfills, list) else ()),
        ("theme.logo", [config.theme.get("logo") or ""]),
        ("theme.favicon", [config.theme.get("favicon") or ""]),
    ):
        for path in paths:
            yield name, str(path)


def toc_depth(config: MkDocsConfig) -> int:
    """The lowest level of the headings that are listed beside a page; Python-Markdown takes `4`, and `2-4`."""
    return int(str(config.mdx_configs.get("toc", {}).get("toc_depth", 6)).rpartition("-")[2])


def has_google_analytics(config: MkDocsConfig) -> bool:
    """Whether the settings ask for the analytics that Material brings."""
    analytics = config.extra.get("analytics")
    return isinstance(analytics, dict) and analytics.get("provider") == "google"


def copies_what_pages_load(config: MkDocsConfig) -> bool:
    """Whether Material's `privacy` plugin is there, which puts copies in the place of what comes from elsewhere."""
    return any(name.rpartition("/")[2] == "privacy" for name in config.plugins)
