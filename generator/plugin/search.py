"""The theme's own search, which has no place beside ours, whatever the settings list."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

_PLUGINS = ("material/search", "search")
_SCRIPTS = ("assets/javascripts/workers/search.", "assets/javascripts/lunr/")


def silence(config: MkDocsConfig) -> None:
    """Let a listed plugin of a search index nothing: MkDocs lists one by itself where the settings list no plugins."""
    for name in _PLUGINS:
        if name in config.plugins:
            config.plugins[name].config["enabled"] = False
    config.theme["features"] = [name for name in config.theme.get("features") or [] if not name.startswith("search.")]


def without_search(files: Files) -> None:
    """Leave out the scripts by which the theme would search."""
    for file in [file for file in files if file.src_uri.startswith(_SCRIPTS)]:
        files.remove(file)
