"""Just enough of JavaScript's grammar to find what a module writes in quotation marks."""

import re
from collections.abc import Iterator

# What is no string comes first, so that a quotation mark inside it opens none.
TOKEN = re.compile(
    r"""
      //[^\n]* | /\*.*?\*/
    | (?:(?<=[(,=:!&|?])|(?<=\breturn))\s*/(?![/*])(?:\[(?:\\.|[^\]\\])*\]|\\.|[^/\\\n])+/[a-z]*
    | (?P<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")
    | (?P<open>`)
    | (?P<brace>[{}])
    """,
    re.VERBOSE | re.DOTALL,
)
TEMPLATE = re.compile(r"(?:\\.|[^`\\$]|\$(?!\{))*", re.DOTALL)


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Where each string and template begins, and its text, with `${}` for what a template fills in."""
    yield from _code(source, 0, [])


def _code(source: str, at: int, end: list[int]) -> Iterator[tuple[int, str]]:
    """The literals of code up to the brace that closes it, whose place is appended to `end`."""
    depth = 0
    while found := TOKEN.search(source, at):
        at = found.end()
        if text := found["string"]:
            yield found.start(), text[1:-1]
        elif found["open"]:
            after: list[int] = []
            yield from _template(source, at, after)
            at = after[0]
        elif brace := found["brace"]:
            depth += 1 if brace == "{" else -1
            if depth < 0:
                break
    end.append(at)


def _template(source: str, at: int, end: list[int]) -> Iterator[tuple[int, str]]:
    begin, text = at - 1, ""
    while True:
        part = TEMPLATE.match(source, at)
        assert part
        text, at = text + part[0], part.end()
        if source[at] == "`":
            end.append(at + 1)
            break
        after: list[int] = []
        yield from _code(source, at + 2, after)
        text, at = text + "${}", after[0]
    yield begin, text
