"""What a JavaScript module writes in quotation marks, found by a real parser."""

from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

_JAVASCRIPT = Language(tree_sitter_javascript.language())


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Where each string and template begins, and its text, with `${}` for what a template fills in."""
    encoded = source.encode()
    waiting: list[Node] = [Parser(_JAVASCRIPT).parse(encoded).root_node]
    while waiting:
        node = waiting.pop()
        if node.type in ("string", "template_string"):
            yield len(encoded[: node.start_byte].decode()), "".join(map(_text, node.children[1:-1]))
        waiting.extend(reversed(node.children))


def _text(part: Node) -> str:
    return "${}" if part.type == "template_substitution" else (part.text or b"").decode()
