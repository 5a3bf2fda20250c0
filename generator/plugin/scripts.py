"""The timeline's scripts as they are published: without their comments, of which a reader's browser needs none."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from rjsmin import jsmin

FOLDER = "assets/javascripts/timeline/"
TYPES = ".d.ts"


def lighten(files: Files, config: MkDocsConfig) -> None:
    """Leave comments, indentation and files of types out of what is published; names and modules stay as they are."""
    for file in [file for file in files if file.src_uri.startswith(FOLDER)]:
        if file.src_uri.endswith(TYPES):
            files.remove(file)
        elif file.src_uri.endswith(".js"):
            text = jsmin(file.content_string)
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=text))
