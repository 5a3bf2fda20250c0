"""The target of mkdocs.yml: the plugin's own options, and the settings that it looks at."""

import logging
from datetime import date
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.plugin.footer import footer_links
from generator.plugin.hooks import DatelinePlugin
from generator.plugin.options import DatelineConfig, toc_depth
from generator.plugin.warnings import calls_of, warn_of_settings
from generator.words.language import load_language
from tests.examples import REPOSITORY
from tests.fuzz.target import in_a_line

SETTINGS = [
    b"plugin: {today: 2026-11-25, footer: {How: methodology.md, Else: 'https://a.example/', Mail: 'mailto:a@b'}}\n",
    b"plugin: {today: '2026-11'}\nextra: {polyfills: ['//a.example/b.js'], analytics: {provider: google}}\n",
    b"extra_css: [a.css, '//b.example/c.css']\nextra_javascript: [d.js, {path: e.mjs, type: module}]\nextra: {}\n",
    b"site_url: https://a.example/b/\nmarkdown_extensions: [{toc: {toc_depth: 2-4}}, tables]\n",
    b"theme: {name: material, logo: //a.example/b.png, favicon: c.svg, language: de}\n",
]
_LOOKED_AT = ("site_url", "extra", "extra_css", "extra_javascript", "theme", "markdown_extensions")


def settings(data: bytes) -> None:
    """Settings are heeded, or refused in words."""
    try:
        read = yaml.load(data, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError, OverflowError):
        return  # MkDocs reads the file, and tells
    if isinstance(read, dict):
        _options(read.get("plugin"))
        _others({name: read[name] for name in _LOOKED_AT if name in read})


def _options(options: Any) -> None:
    """The plugin's own options."""
    plugin = DatelinePlugin()
    if not isinstance(options, dict):
        return
    failed, _ = plugin.load_config(options, str(REPOSITORY / "mkdocs.yml"))
    for _, why in failed:
        assert str(why)
    if failed:
        return
    assert isinstance(plugin.config, DatelineConfig) and isinstance(plugin.config.today, str | date | None)
    try:
        plugin._today()
    except MkDocsException as error:
        in_a_line(str(error))
    assert list(footer_links(plugin.config.footer, lambda path: f"{path}/", load_language("en"))) is not None


def _others(others: dict[str, Any]) -> None:
    """Settings that are MkDocs's, as far as it passes them."""
    config = MkDocsConfig(str(REPOSITORY / "mkdocs.yml"))
    try:
        config.load_dict({"site_name": "A", "docs_dir": str(REPOSITORY / "content/pages"), "plugins": [], **others})
        failed, _ = config.validate()
    except Exception:
        return  # what MkDocs does with its own settings is its own affair
    if not failed:
        warn_of_settings(config, calls_of(config), load_language("en"))
        assert isinstance(toc_depth(config), int)


logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
