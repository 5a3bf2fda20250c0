"""What is wrong with a text that is not YAML, in words for people who have never read its specification."""

import re

import yaml


class YamlError(Exception):
    """A text that is not one YAML record: code, message for users, line and column."""

    def __init__(self, code: str, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.code, self.message, self.line, self.column = code, message, line, column

    def __reduce__(self) -> tuple[type["YamlError"], tuple[str, str, int, int]]:
        return YamlError, (self.code, self.message, self.line, self.column)


def visible(text: str) -> str:
    """A text of one line with nothing in it that nobody sees, or that a terminal obeys."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def printable(text: str, most: int = 60) -> str:
    """Make a stranger's text fit for a one-line message: at most so many characters, all of them visible."""
    text = visible(text)
    return text if len(text) <= most else text[: most - 1] + "…"


# By what libyaml says, the most telling part first.
_SAYINGS = (
    ("mapping values are not allowed", "there is a `: ` within plain text: put the text in quotes."),
    ("simple keys are not allowed", "there is a `: ` within plain text: put the text in quotes."),
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
        "this is not a `field: value` line: write a space behind its colon, give it a field, or indent it if it goes on"
        " with the text above.",
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


_INDENTED_FIELD = re.compile(r"(?P<before> +(?:- +)?)(?P<field>[\w-]+)")


def _closer_look(line: str, column: int) -> tuple[str, int] | None:
    """Say what is wrong where the line itself tells it, and in which column."""
    before = line[: column - 1]
    sign = line[column - 1 : column]
    if sign == ":" and (found := _INDENTED_FIELD.fullmatch(before)):
        what = f"`{found['field']}` is indented as if it went on with the text above"
        return f"{what}: begin it in the same column as the field that it stands beside.", found.start("field") + 1
    if ended := re.match(r".*?(?::|-|^) *(?P<mark>['\"])", before):
        mark = ended["mark"]
        if before.rstrip().endswith(mark) and before.count(mark) >= 2:
            twice = "`''`" if mark == "'" else '`\\"`'
            what = f"the text ends at this `{mark}`, and there is more behind it"
            return f"{what}: put the whole text in quotes, and write {twice} for a quotation mark in it.", column - 1
    if sign and sign in "]}," and before.rstrip().endswith((":", "-")):
        return f"text cannot begin with `{sign}`: put the text in quotes.", column
    if before.rstrip().endswith(("]", "}")) and sign not in ("", "#"):
        what = f"a text that begins with `{'[' if before.rstrip()[-1] == ']' else '{'}` needs quotes"
        return f"{what}: put all of it in quotes, or remove what stands behind the bracket.", column
    return None


def syntax_error(error: yaml.YAMLError, text: str) -> YamlError:
    """Say what is wrong where libyaml stopped."""
    what = " ".join(str(getattr(error, name, None) or "") for name in ("problem", "context"))
    # Of these the line at fault is where the part began, not where libyaml gave up.
    opened = any(told in what for told in ("end of stream", "expected ',' or", "could not find expected ':'"))
    marks = [getattr(error, name, None) for name in ("context_mark", "problem_mark")]
    mark = next((found for found in (marks if opened else marks[::-1]) if found), None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.split("\n")
    if line <= len(lines) and "\t" in lines[line - 1][:column]:
        return YamlError("tab", "a tab cannot indent YAML: use two spaces.", line, lines[line - 1].index("\t") + 1)
    looks = any(told in what for told in ("mapping values", "expected key", "expected '-'", "expected node content"))
    if looks and line <= len(lines) and (seen := _closer_look(lines[line - 1], column)):
        return YamlError("yaml", seen[0], line, seen[1])
    saying = next((saying for known, saying in _SAYINGS if known in what), _ELSE)
    return YamlError("yaml", saying, line, column)
