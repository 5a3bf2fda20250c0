"""Strangers' text: whatever it holds, every builder shows it as text, or as the little Markdown that is allowed."""

import re
from html import unescape
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.words.markup import forge_text, markdown_inline, markdown_text, markdown_url, meta_title, plain_text

COMMON_MARK = MarkdownIt("commonmark")
MATERIAL = markdown.Markdown(extensions=["toc", "tables", "attr_list", "md_in_html", "footnotes", "abbr", "admonition"])


class Seen(HTMLParser):
    """What a reader sees of HTML, and what tags and attributes make it up."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.attributes: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(markup: str) -> list[Seen]:
    """The text within a list item, as pages have it, made HTML by both kinds of builder."""
    page = f"-   {markup}\n"
    return [Seen(COMMON_MARK.render(page)), Seen(MATERIAL.reset().convert(page))]


def words(text: str) -> str:
    return " ".join(text.split())


HOSTILE = [
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</p></div><iframe src=//evil.example>",
    "<!-- --><svg/onload=alert(1)>",
    "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "![x](https://evil.example/pixel.png)",
    "# not a heading",
    "- not a list",
    "1. not a list",
    "> not a quote",
    "    not code",
    "a\n\n# still not a heading",
    "{{ config.site_name }} {% include 'x' %} {# gone #}",
    "{: .class onclick=alert(1) }",
    "text {.klass #id}",
    "| a | b |\n| - | - |",
    "[^1] and *[HTML]: x",
    "!!! danger",
    "<https://auto.example> https://bare.example www.bare.example",
    ":smile: :material-account:",
    "~~struck~~ ==marked== ^^up^^ ++keys++",
    "$x^2$ \\(y\\)",
    "--8<-- 'mkdocs.yml'",
    "\\*escaped\\*",
    "&copy; &#x3c; &nbsp",
    "[a]: https://evil.example",
    "‮reversed",
    "A & B < C > D \" E ' F",
    "***bold*** __under__ `code`",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_is_shown_as_its_letters(text: str) -> None:
    for seen in shown(markdown_text(text)):
        assert words(seen.text) == words(re.sub("[\x02\x03\u202e]", "", text))
        assert seen.tags == {"ul", "li"}
        assert seen.attributes == set()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn", "Cf")), min_size=1, max_size=60))
@example("\\")
@example("`")
@example("+")
@example("&#")
def test_any_text_is_shown_as_its_letters(text: str) -> None:
    for seen in shown(markdown_text("x" + text)):
        assert words(seen.text) == words("x" + text)
        assert seen.tags == {"ul", "li"}


ALLOWED = {"ul", "li", "em", "strong", "code", "a"}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_summary_brings_no_tags_of_its_own(text: str) -> None:
    for seen in shown(markdown_inline(text)):
        assert seen.tags <= ALLOWED
        assert seen.attributes <= {"href", "rel"}


@given(st.text(max_size=80) | st.text("<>[]()*_`!&;:/\\\"'{}# \njavscriptda:", max_size=60))
def test_any_summary_has_allowed_tags_and_addresses_only(text: str) -> None:
    for seen in shown(markdown_inline(text)):
        assert seen.tags <= ALLOWED
        assert seen.attributes <= {"href", "rel"}
        assert all(re.match(r"https?://", address) for address in seen.addresses)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("*light* and **heavy**", "<em>light</em> and <strong>heavy</strong>"),
        ("`code *raw*`", "<code>code *raw*</code>"),
        (
            "[words](https://fine.example/a_b_c?d=e&f=*g*)",
            '<a href="https://fine.example/a_b_c?d=e&amp;f=*g*" rel="nofollow noopener">words</a>',
        ),
        ("[words](javascript:alert(1))", "&#91;words&#93;(javascript&#58;alert(1))"),
        ("[words](data:text/html,x)", "&#91;words&#93;(data&#58;text/html,x)"),
        ("[words](/relative)", '<a rel="nofollow noopener">words</a>'),
        ("[words](//evil.example)", '<a rel="nofollow noopener">words</a>'),
    ],
)
def test_the_allowed_markdown_works(text: str, html: str) -> None:
    made = MATERIAL.reset().convert(markdown_inline(text))
    assert made.replace("&#42;", "*").replace("&#95;", "_") == f"<p>{html}</p>"


def test_an_address_keeps_its_meaning_within_markdown() -> None:
    url = "https://x.example/a_(b)*c*?q=[1]&r='s'#:~:text=so%2Dcalled,end"
    for seen in shown(f"[go]({markdown_url(url)})"):
        (address,) = seen.addresses
        assert address == "https://x.example/a_%28b%29%2Ac%2A?q=%5B1%5D&r=%27s%27#:~:text=so%2Dcalled,end"


def test_plain_text_keeps_the_words_of_markdown() -> None:
    assert plain_text("*a* **b** `c` [d](https://e.example) <f>") == "a b c d <f>"


def test_a_title_in_a_theme_that_does_not_escape_is_still_text() -> None:
    assert "<" not in meta_title("<script>alert(1)</script>&#60;b&#62;")


@given(st.text(alphabet="@#:!/.a1-wgh[]( <*`\n", max_size=30))
def test_on_a_forge_a_text_calls_nobody_and_refers_to_nothing(text: str) -> None:
    seen = unescape(forge_text(text))
    assert not re.search(r"[@#:!](?=[^\s⁠])|\b(?:www\.|gh-)", seen, re.IGNORECASE)
    assert seen.replace("⁠", "") == " ".join(text.split())
