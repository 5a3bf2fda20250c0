"""What our pages cannot do without is there, whatever the settings list: the theme's files, stylesheets, a script."""

from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig

from generator.theme import packaged_theme

STYLESHEETS = tuple(f"assets/stylesheets/{name}.css" for name in ("tokens", "dateline", "search", "timeline"))
"""In the order in which each may go by those before it."""
MODULES = ("assets/javascripts/overdue.js",)


def add_theme(config: MkDocsConfig) -> None:
    """Put the theme that comes with the code behind the project's own files, and before what it changes.

    Most of our pages carry no side navigation: where no features are chosen, tabs lead from one to another.
    """
    dirs, packaged = config.theme.dirs, packaged_theme()
    if packaged not in (Path(folder).resolve() for folder in dirs):
        dirs.insert(1 if config.theme.custom_dir else 0, str(packaged))
    config.theme["features"] = config.theme.get("features") or ["navigation.tabs"]


def add_assets(config: MkDocsConfig) -> None:
    """List those of our stylesheets and scripts that the settings do not list, before the project's own."""
    styles, place = list(config.extra_css), 0
    for path in STYLESHEETS:
        if path in styles:
            place = styles.index(path)
        else:
            styles.insert(place, path)
        place += 1
    config.extra_css = styles
    listed = {str(script) for script in config.extra_javascript}
    missing = [_module(path) for path in MODULES if path not in listed]
    config.extra_javascript = [*missing, *config.extra_javascript]


def _module(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.type = "module"
    return script
