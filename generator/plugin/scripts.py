"""Our scripts as they are published: without comments, of which no browser needs any."""

import re
from collections.abc import Iterator
from functools import lru_cache

import tree_sitter_javascript
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from tree_sitter import Language, Node, Parser

FOLDERS = ("assets/javascripts/form/", "assets/javascripts/search/", "assets/javascripts/timeline/")
_ALONE = ("copy", "embed", "fallback", "overdue", "theme", "tracker")
SCRIPTS = tuple(f"assets/javascripts/{name}.js" for name in _ALONE)
TYPES = ".d.ts"
_WHOLE = ("string", "template_string", "regex")
"""What has to stay as it is, with every space in it."""
_GOES_ON = (b"{", b"(", b"[", b",", b";")
"""After these a newline ends nothing."""
_JOIN = re.compile(rb"[\w$#\x80-\xff]{2}|[+-]{2}|\d\.|/")
"""What would become another token if it touched."""


def lighten(files: Files, config: MkDocsConfig) -> None:
    """Leave comments, indentation and files of types out of what is published; all else of a script stays."""
    for file in [file for file in files if file.src_uri.startswith(FOLDERS) or file.src_uri in SCRIPTS]:
        if file.src_uri.endswith(TYPES):
            files.remove(file)
        elif file.src_uri.endswith(".js"):
            text = without_comments(file.content_bytes)
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=text))


@lru_cache(maxsize=128)  # a preview publishes the same scripts again and again
def without_comments(source: bytes) -> bytes:
    """A script without comments and space that says nothing; one that is none is left as it is.

    Lines end where they ended, but after what no statement ends with: a newline may end one (ECMA-262, 12.10).
    """
    tree = Parser(Language(tree_sitter_javascript.language())).parse(source)
    if tree.root_node.has_error:
        return source
    parts: list[bytes] = []
    before, end = b"", 0
    for token in _tokens(tree.root_node):
        text = source[token.start_byte : token.end_byte]
        parts += (_between(before, source[end : token.start_byte], text), text)
        before, end = text, token.end_byte
    return b"".join(parts) + b"\n"


def _tokens(node: Node) -> Iterator[Node]:
    if node.type in _WHOLE or not node.children:
        if node.type != "comment" and node.end_byte > node.start_byte:
            yield node
        return
    for child in node.children:
        yield from _tokens(child)


def _between(before: bytes, space: bytes, after: bytes) -> bytes:
    """What has to stand between two tokens that stood so far apart."""
    if not before or not space:
        return b""
    if b"\n" in space:
        return b"" if before in _GOES_ON else b"\n"
    touch = before[-1:] + after[:1]
    return b" " if _JOIN.search(touch) else b""
