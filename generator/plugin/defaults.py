"""What our pages cannot do without is there, whatever the settings list: the theme's files, stylesheets, a script."""

import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
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


class _Loader(FileSystemLoader):
    """Lists no template in a hidden folder."""

    def list_templates(self) -> list[str]:
        """The names of all others."""
        found: set[str] = set()
        for place in self.searchpath:
            for folder, inner, files in os.walk(place):
                inner[:] = [name for name in inner if not name.startswith(".")]
                within = Path(folder).relative_to(place)
                found.update((within / name).as_posix() for name in files)
        return sorted(found)


def pass_over_icons(config: MkDocsConfig) -> None:
    """Spare MkDocs the theme's fourteen thousand icons where it looks for files to copy: it takes none of them."""
    theme = config.theme
    get_env = theme.get_env

    def lean() -> Environment:
        env = get_env()
        if type(env.loader) is FileSystemLoader:  # as MkDocs makes it; whoever brings another has a reason
            env.loader = _Loader(env.loader.searchpath)
        return env

    theme.get_env = lean  # type: ignore[method-assign]  # MkDocs offers no hook before it lists them


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
