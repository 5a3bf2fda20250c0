"""What the settings and hand-written pages do that our readers would not want."""

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from generator.plugin.options import copies_what_pages_load, has_google_analytics, named_addresses
from generator.project import PAGES
from generator.third_parties import Calls
from generator.words.language import Language, primary

log = get_plugin_logger("dateline")


def calls_of(config: MkDocsConfig) -> Calls:
    """What is known of whom pages may call."""
    return Calls(config.site_url or "", PAGES, copied=copies_what_pages_load(config))


def warn_of_settings(config: MkDocsConfig, calls: Calls, language: Language) -> None:
    """Warn of a theme in another language, and of settings by which pages would load something from third parties."""
    theme, own = str(config.theme.get("language", "")), language.tag
    if theme and primary(theme) != primary(own):
        told = "mkdocs.yml says `theme.language: %s`, content/vocabulary.yaml `language: %s`: make them the same."
        log.warning(told, theme, own)
    for name, address in named_addresses(config):
        warn_of_calls(calls, f"mkdocs.yml, {name}", [address])
    if has_google_analytics(config):
        told = "mkdocs.yml, extra.analytics: readers' browsers would call %s, so it is left out: remove it."
        log.warning(told, "www.googletagmanager.com")


def warn_of_calls(calls: Calls, where: str, addresses: Iterable[str]) -> None:
    """Warn of what something loads from third parties."""
    for told in calls.warnings(where, addresses):
        log.warning("%s", told)
