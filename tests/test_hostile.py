"""Whatever shape a stranger gives a file, there is an answer in words: no traceback, and no fault of our own."""

import json
import tempfile
import time
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from click import ClickException
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig

from generator.build import build
from generator.cache import Cache, key_of, pack
from generator.commands.verify import snapshot_reader
from generator.fingerprint import fingerprint
from generator.means import Means
from generator.outputs.artifact import Output, just
from generator.parsing import Parser
from generator.plugin.footer import footer_links
from generator.plugin.notebook import Notebook
from generator.plugin.noted import Note
from generator.plugin.options import named_addresses, toc_depth
from generator.problems import Problem
from generator.project import CACHE
from generator.records.yaml_tree import parse_documents
from generator.report import report
from generator.third_parties import loaded_by_page
from generator.whole import whole_key
from generator.words.language import load_language
from tests.examples import REPOSITORY, TODAY, project, read_example
from tests.soak import tries

FILES = read_example("everything").files
RECORDS = sorted(path for path in FILES if path.endswith(".yaml"))

_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=True),
    st.text(max_size=12),
    st.sampled_from(
        ["2031-05-01", "../..", "Y-13800000000", "[..2031]", "en", "index", "https://a.example/", "a" * 5000]
    ),
)
_KEYS = st.one_of(
    st.sampled_from(
        ["en", "is", "article", "quote", "says", "title", "color", "by_language", "[key]", "bare", "id", ""]
    ),
    st.text(max_size=8),
)
_TREES = st.recursive(
    _SCALARS,
    lambda children: st.lists(children, max_size=3) | st.dictionaries(_KEYS, children, max_size=3),
    max_leaves=8,
)


def _paths(data: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a record."""
    found = [at]
    if isinstance(data, dict):
        found += [path for key, value in data.items() for path in _paths(value, (*at, key))]
    elif isinstance(data, list):
        found += [path for number, value in enumerate(data) for path in _paths(value, (*at, number))]
    return found


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, str]:
    """A record of the example with something else at one or two of its places, as a path and YAML."""
    path = draw(st.sampled_from(RECORDS))
    data = deepcopy(yaml.load(FILES[path], Loader=yaml.BaseLoader))
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.sampled_from(_paths(data)))
        tree = draw(_TREES)
        if not place:
            data = {**data, draw(_KEYS): tree} if isinstance(data, dict) and draw(st.booleans()) else tree
            continue
        holder = data
        for step in place[:-1]:
            holder = holder[step]
        if isinstance(holder[place[-1]], dict) and draw(st.booleans()):
            holder[place[-1]][draw(_KEYS)] = tree
        else:
            holder[place[-1]] = tree
    return path, yaml.dump(data, allow_unicode=True)


def answer(changes: dict[str, str]) -> tuple[Problem, ...]:
    """What is said of the example with files changed."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, text in {**FILES, **changes}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8", errors="surrogatepass")
        (root / "theme_overrides").symlink_to(REPOSITORY / "theme_overrides")
        return build(root, TODAY).problems


@settings(max_examples=tries(40, 800))
@given(change=spoilt())
def test_a_record_of_any_shape_has_an_answer(change: tuple[str, str]) -> None:
    path, text = change
    problems = answer({path: text})
    assert [problem for problem in problems if problem.code == "internal"] == []
    for problem in problems:
        assert problem.message[-1] in ".?" and "\n" not in problem.message and problem.line >= 1
        assert not any(word in problem.message for word in ("Traceback", "pydantic", "NoneType", "object has no"))


_ENTRIES = st.one_of(
    _TREES,
    st.fixed_dictionaries({}, optional=dict.fromkeys(["article", "quote", "snapshot", "offset", "verified"], _TREES)),
)


@settings(max_examples=tries(20, 400))
@given(entries=st.lists(_ENTRIES, max_size=3), noise=st.text(max_size=20))
def test_a_lock_of_any_shape_has_an_answer(entries: list[Any], noise: str) -> None:
    lines = [json.dumps(entry) for entry in entries]
    text = "\n".join([*lines, noise])
    path = "content/evidence.lock/2031-05-02-harbour-post-treaty.jsonl"
    assert [problem for problem in answer({path: text}) if problem.code == "internal"] == []


@pytest.mark.parametrize(
    "fields",
    ["color: red", "label: {en: A, xx-: B}", "label: [A]", "words: {a: b}", "order: first", "group: [a, b]", "label:"],
)
def test_what_is_wrong_in_a_kind_of_the_vocabulary_is_told_where_it_stands(fields: str) -> None:
    text = f'format: 1\nkinds:\n  meeting:\n    label: Meeting\n    colour: "#7a5c1e"\n    {fields}\n'
    problems = [problem for problem in answer({"content/vocabulary.yaml": text}) if "vocabulary" in problem.path]
    assert problems and all(problem.line >= 5 for problem in problems)


def test_a_language_of_any_length_has_an_answer() -> None:
    tag = "en" + "-aaaaaaaa" * 100
    assert answer(
        {"content/vocabulary.yaml": FILES["content/vocabulary.yaml"].replace("language: en", f"language: {tag}")}
    )


@pytest.mark.parametrize(
    "value", [b"[[], {}]", b'[[["a", "b", 1, "error", "c", "d"]], {}]', b'[[], {"events": 1e999}]']
)
def test_a_stored_report_of_another_shape_is_none(value: bytes, tmp_path: Path) -> None:
    root, cache = project(tmp_path, {}), Cache(tmp_path / CACHE)
    (root / "theme_overrides").symlink_to(REPOSITORY / "theme_overrides")
    cache.put({whole_key(root, fingerprint(), str(TODAY.seconds)): pack(value)})
    assert report(root, TODAY, Means(cache)) == report(root, TODAY)


def test_a_stored_record_with_a_place_beyond_all_numbers_is_none() -> None:
    content = b"title: A"
    cache = Stored({key_of("yaml", b"", content): pack(b'[{"title": "A"}, [[1e999, 1, "b"]]]')})
    assert Parser(Means(cache), b"").parse([content]) == parse_documents([content])


class Stored(Cache):
    """A cache that holds what it is given."""

    def __init__(self, values: dict[bytes, bytes]) -> None:
        super().__init__(None)
        self.values = values

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        return {key: self.values[key] for key in keys}


@pytest.mark.parametrize("kind", [[10**13, "a", *[False] * 5], ["a"] * 7, [1, "a"], [-1, "a", *[False] * 5]])
def test_a_note_of_a_kind_of_page_that_cannot_be_is_passed_over(kind: list[Any]) -> None:
    theme: Any = SimpleNamespace(hash_of=lambda kind: b"-/" * kind.depth)
    book = Notebook({"a.md": b"key"}, theme, {"a.md": "a/"})
    note = Note((1, 2, 3), "key", tuple(kind))
    assert not book.holds(Output("a.md", just(frozenset()), str), {"a/index.html": note}, {"a/index.html": note.sign})


@pytest.mark.parametrize("address", ["http://[", "//[a", "https://]/"])
def test_what_is_no_address_calls_nobody_and_breaks_nothing(address: str) -> None:
    page = f'<img src="{address}">'
    assert loaded_by_page(page, "https://a.example/") == ()
    assert list(footer_links({"A": address}, lambda path: "", load_language("en")))[:1] in ([], [("A", address)])


@pytest.mark.parametrize(("written", "depth"), [(4, 4), ("3", 3), ("2-4", 4)])
def test_the_depth_of_the_headings_beside_a_page_is_read_as_python_markdown_reads_it(written: Any, depth: int) -> None:
    config = MkDocsConfig()
    config.mdx_configs = {"toc": {"toc_depth": written}}
    assert toc_depth(config) == depth


def test_polyfills_that_are_no_list_name_no_address() -> None:
    config = MkDocsConfig()
    config.load_dict(
        {"site_name": "A", "docs_dir": str(REPOSITORY / "tests"), "extra": {"polyfills": 5}, "theme": "material"}
    )
    assert config.validate()[0] == []
    assert "extra.polyfills" not in dict(named_addresses(config))


@pytest.mark.parametrize("html", ["<a><div>" * 50_000, "".join(f"<font x={number}>" for number in range(50_000))])
def test_html_that_takes_a_parser_minutes_is_refused_at_once(html: str, tmp_path: Path) -> None:
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots/a.html").write_text(html)
    began = time.monotonic()
    with pytest.raises(ClickException, match=r"a\.html: the file's HTML is beyond measure"):
        snapshot_reader(tmp_path)("a")
    assert time.monotonic() - began < 5


CONTROLS = ["\u202e", "\u2066", "\u202a", "\u2069", "\u200f"]


@pytest.mark.parametrize("sign", CONTROLS)
def test_no_control_that_turns_a_direction_reaches_anything_that_is_published(sign: str, tmp_path: Path) -> None:
    event = (
        f"title: a{sign}b\ndate: 2031-05-01\nkind: meeting\nsummary: a{sign}b\n"
        f"actors: [{{actor: lind, role: a{sign}b}}]\n"
        f"evidence:\n  - {{article: post, quote: a{sign}b, says: a{sign}b}}\n"
        f"claims:\n  - {{said_by: a{sign}b, text: a{sign}b, evidence: [{{article: post, says: x}}]}}\n"
    )
    changes = {
        "content/events/2031/it.yaml": event,
        "content/articles/post.yaml": (
            f"title: a{sign}b\noutlet: post\npublished: 2031-05-02\nlanguage: en\nauthors: [a{sign}b]\n"
        ),
        "content/outlets/post.yaml": f"name: a{sign}b\nowner: a{sign}b\nabout: a{sign}b\n",
        "content/actors/lind.yaml": f"name: a{sign}b\nkind: person\nalso_known_as: [a{sign}b]\n",
    }
    root = project(tmp_path, changes)
    (root / "theme_overrides").symlink_to(REPOSITORY / "theme_overrides")
    built = build(root, TODAY)
    assert built.artifacts, built.problems
    # Marks that Arabic and Hebrew need are text.
    assert any(sign in file.text for file in built.artifacts) is (sign == "\u200f")


def test_an_address_with_such_a_control_is_refused() -> None:
    text = 'outlet: harbour-post\npublished: 2031-05-02\nlanguage: en\nurl: "https://a.example/\u202ecod.exe"\n'
    found = answer({"content/articles/2031-05-02-harbour-post-treaty.yaml": text})
    (problem,) = [problem for problem in found if "url" in problem.message]
    assert "holds a control that nobody sees" in problem.message and problem.level == "error"
