"""Our scripts as they are published: without comments, of which no browser needs any."""

import re
from functools import lru_cache

import tree_sitter_javascript
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from tree_sitter import Language, Node, Parser, Query, QueryCursor

FOLDERS = ("assets/javascripts/form/", "assets/javascripts/search/", "assets/javascripts/timeline/")
_ALONE = ("copy", "embed", "fallback", "overdue", "theme", "tracker")
SCRIPTS = tuple(f"assets/javascripts/{name}.js" for name in _ALONE)
TYPES = ".d.ts"
_LANGUAGE = Language(tree_sitter_javascript.language())
_APART = Query(_LANGUAGE, "[(string) (template_string) (regex)] @whole (comment) @comment")
"""What has to stay as it is, with every space in it, and what goes."""
_SPACE = re.compile(rb"\s+")
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
    tree = Parser(_LANGUAGE).parse(source)
    if tree.root_node.has_error:
        return source
    seen = _without_words(source, tree.root_node)
    parts: list[bytes] = []
    end = 0
    for space in _SPACE.finditer(seen):
        before, after = seen[space.start() - 1 : space.start()], seen[space.end() : space.end() + 1]
        parts += (source[end : space.start()], _between(before, space[0], after))
        end = space.end()
    return b"".join([*parts, source[end:]]).strip() + b"\n"


def _without_words(source: bytes, root: Node) -> bytes:
    """A script, sign by sign as long, with space for its comments, and none in what has to stay as it is."""
    seen = bytearray(source)
    found = QueryCursor(_APART).captures(root)
    for node in found.get("comment", ()):
        is_line = b"\n" in source[node.start_byte : node.end_byte]
        seen[node.start_byte : node.end_byte] = (b"\n" if is_line else b" ") * (node.end_byte - node.start_byte)
    for node in found.get("whole", ()):  # after the comments, which may stand in a template
        seen[node.start_byte + 1 : node.end_byte - 1] = b"x" * (node.end_byte - node.start_byte - 2)
    return bytes(seen)


def _between(before: bytes, space: bytes, after: bytes) -> bytes:
    """What has to stand between two tokens that stood so far apart, of which one ends and one begins with a sign."""
    if b"\n" in space:
        return b"" if before in _GOES_ON else b"\n"
    return b" " if _JOIN.search(before + after) else b""
