"""The timeline's scripts as they are published: without their comments, of which a reader's browser needs none."""

from collections.abc import Iterator
from functools import lru_cache

import tree_sitter_javascript
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from tree_sitter import Language, Node, Parser

FOLDER = "assets/javascripts/timeline/"
TYPES = ".d.ts"
_WHOLE = ("string", "template_string", "regex")
"""What has to stay as it is, with every space in it."""


def lighten(files: Files, config: MkDocsConfig) -> None:
    """Leave comments, indentation and files of types out of what is published; all else of a script stays."""
    for file in [file for file in files if file.src_uri.startswith(FOLDER)]:
        if file.src_uri.endswith(TYPES):
            files.remove(file)
        elif file.src_uri.endswith(".js"):
            text = without_comments(file.content_bytes)
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=text))


@lru_cache(maxsize=128)  # a preview publishes the same scripts again and again
def without_comments(source: bytes) -> bytes:
    """A script without comments and indentation; one that is none is left as it is.

    Lines end where they ended: a newline may end a statement (ECMA-262, 12.10).
    """
    tree = Parser(Language(tree_sitter_javascript.language())).parse(source)
    if tree.root_node.has_error:
        return source
    parts: list[bytes] = []
    end = 0
    for token in _tokens(tree.root_node):
        between = source[end : token.start_byte]
        parts.append(b"\n" if b"\n" in between else b" " if between else b"")
        parts.append(source[token.start_byte : token.end_byte])
        end = token.end_byte
    return b"".join(parts).strip() + b"\n"


def _tokens(node: Node) -> Iterator[Node]:
    if node.type in _WHOLE or not node.children:
        if node.type != "comment" and node.end_byte > node.start_byte:
            yield node
        return
    for child in node.children:
        yield from _tokens(child)
