"""What is published of the scripts says the same as what is written, but for comments."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import tree_sitter_javascript
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, Files
from tree_sitter import Language, Node, Parser

from generator.plugin.scripts import FOLDERS, lighten
from tests.examples import REPOSITORY

MODULES = sorted(file for folder in FOLDERS for file in (REPOSITORY / "theme_overrides" / folder).glob("*.js"))
_JAVASCRIPT = Parser(Language(tree_sitter_javascript.language()))
INVENTED = """
/** A comment. */
const a = `// no comment ${'/* nor this */'} `; // one
const b = /[/*]\\/\\/x/g.test(a) ? a / 2 / 3 : 'https://dates.example/'; /* another */
export const c = () => /'/.exec(b)
export const d = a
++c
"""


def tokens(source: str) -> list[str]:
    """Every token of a script, in order, without comments."""

    def leaves(node: Node) -> Iterator[str]:
        if node.type == "comment":
            return
        if not node.children or node.type in ("string", "template_string", "regex"):
            yield (node.text or b"").decode()
        for child in node.children if node.type not in ("string", "template_string", "regex") else ():
            yield from leaves(child)

    tree = _JAVASCRIPT.parse(source.encode())
    assert not tree.root_node.has_error
    return [token for token in leaves(tree.root_node) if token.strip()]


def published(name: str, source: str) -> Files:
    config = MkDocsConfig()
    config.load_dict({"site_name": "A", "docs_dir": "docs", "site_dir": "site"})
    config.plugins = PluginCollection()
    config.plugins._current_plugin = "dateline"  # as while MkDocs asks it
    files = Files([File.generated(config, f"{FOLDERS[0]}{name}", content=source)])
    lighten(files, config)
    return files


def text_of(files: Files) -> str:
    (file,) = files
    return file.content_bytes.decode()


@pytest.mark.parametrize("module", MODULES, ids=lambda module: Path(module).stem)
def test_a_published_script_has_the_same_tokens_and_no_comment(module: Path) -> None:
    source = module.read_text("utf-8")
    light = text_of(published(module.name, source))
    assert tokens(light) == tokens(source)
    assert "@param" not in light
    assert len(light) < len(source)


def test_what_only_looks_like_a_comment_stays() -> None:
    light = text_of(published("a.js", INVENTED))
    assert tokens(light) == tokens(INVENTED)
    assert "A comment." not in light and "another" not in light


def test_types_are_not_published() -> None:
    assert not list(published("types.d.ts", "export interface A {}"))
