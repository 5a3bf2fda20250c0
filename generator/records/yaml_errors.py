"""What is wrong with a text that is not YAML, in words for people who have never read its specification."""

import yaml


class YamlError(Exception):
    """A text that is not one YAML record: code, message for users, line and column."""

    def __init__(self, code: str, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.code, self.message, self.line, self.column = code, message, line, column


def printable(text: str) -> str:
    """Make a stranger's text fit for a one-line message: at most 60 characters, all of them visible."""
    text = "".join(character if character.isprintable() else "\ufffd" for character in text)
    return text if len(text) <= 60 else text[:59] + "…"


# By what libyaml says, the most telling part first.
_SAYINGS = (
    ("mapping values are not allowed", "there is a `: ` within plain text: put the text in quotes."),
    (
        "block sequence entries are not allowed",
        "a list begins on a line of its own, below its field: put `- ` on the next line.",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is opened and never closed: close it, or write `''` for one within single quotes.",
    ),
    (
        "found unknown escape",
        "in double quotes a backslash begins an escape: use single quotes, or write the backslash twice.",
    ),
    ("did not find expected hexdecimal", "in double quotes `\\x` and `\\u` need figures: use single quotes."),
    ("cannot start any token", "text cannot begin with this sign: put the text in quotes."),
    ("alphabetic or numeric", "text cannot begin with `*` or `&`: put the text in quotes."),
    (
        "did not find expected ',' or",
        "a bracket is opened and not closed, or a comma is missing; text that holds ` #` goes in quotes.",
    ),
    (
        "did not find expected '-'",
        "the items of a list begin in the same column, each with `- `: indent this line like them.",
    ),
    (
        "could not find expected ':'",
        "this is not a `field: value` line: give it a field, or indent it if it goes on with the text above.",
    ),
    (
        "did not find expected key",
        "this line does not fit those above it: fields of one thing begin in the same column, and text that goes on is"
        " indented more. A quotation mark or ` #` in the line above may also end its text too early.",
    ),
    ("did not find expected node content", "a value is missing here: write it, or leave the field out."),
    ("did not find expected <document start>", "the record ends above: remove what follows, or indent it."),
    ("undefined tag handle", "text cannot begin with `!`: put the text in quotes."),
    ("directive", "text cannot begin with `%`: put the text in quotes."),
    ("block scalar", "after `>` or `|` the text begins on the next line, indented: put it there."),
    ("invalid leading UTF-8", "the file is not UTF-8: save it as UTF-8."),
)
_ELSE = (
    "it cannot be read as YAML: look for a missing quotation mark, bracket or indentation here or in the line above."
)


def syntax_error(error: yaml.YAMLError, text: str) -> YamlError:
    """Say what is wrong where libyaml stopped."""
    what = " ".join(str(getattr(error, name, None) or "") for name in ("problem", "context"))
    opened = "end of stream" in what or "expected ',' or" in what
    marks = [getattr(error, name, None) for name in ("context_mark", "problem_mark")]
    mark = next((found for found in (marks if opened else marks[::-1]) if found), None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    if line <= len(lines) and "\t" in lines[line - 1][:column]:
        return YamlError("tab", "a tab cannot indent YAML: use two spaces.", line, lines[line - 1].index("\t") + 1)
    saying = next((saying for known, saying in _SAYINGS if known in what), _ELSE)
    return YamlError("yaml", saying, line, column)
