"""Fluent messages in the small form that the browser fills in without a parser."""

from collections.abc import Iterator

from fluent.syntax import FluentParser, ast

__all__ = ["Message", "browser_messages"]

Message = str | dict[str, str]

CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
ALLOWED = (
    "for the browser a message is a pattern of text, { $argument } and string literals without braces, "
    "or one selector on a { $number } whose variants are such patterns, "
    "for plural categories and whole numbers, with *[other] as the default"
)


def browser_messages(text: str) -> dict[str, Message]:
    """The messages of a Fluent file: patterns with `{argument}`, by category where a number chooses among them."""
    found: dict[str, Message] = {}
    for entry in FluentParser(with_spans=False).parse(text).body:
        if isinstance(entry, ast.BaseComment):
            continue
        name = _name(entry)
        if name in found or not isinstance(entry, ast.Message) or entry.value is None or entry.attributes:
            raise _refusal(name)
        found[name] = _message(name, entry.value)
    return found


def _name(entry: ast.EntryType) -> str:
    """An entry's id, or the beginning of what is not even Fluent."""
    if isinstance(entry, ast.Message | ast.Term):
        return entry.id.name
    content = entry.content or ""
    return content.split("=")[0].strip().split("\n")[0]


def _message(name: str, value: ast.Pattern) -> Message:
    match value.elements:
        case [ast.Placeable(expression=ast.SelectExpression() as chooser)]:
            return dict(_selector(name, chooser))
        case _:
            return _pattern(name, value)


def _selector(name: str, chooser: ast.SelectExpression) -> Iterator[tuple[str, str]]:
    if not isinstance(chooser.selector, ast.VariableReference):
        raise _refusal(name)
    yield "by", chooser.selector.id.name
    for variant in chooser.variants:
        key = variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value
        # Plural rules always have this category, so the browser always finds a pattern.
        if variant.default != (key == "other") or not (key in CATEGORIES or key.isdecimal()):
            raise _refusal(name)
        yield key, _pattern(name, variant.value)


def _pattern(name: str, value: ast.Pattern) -> str:
    return "".join(_part(name, element) for element in value.elements)


def _part(name: str, element: ast.TextElement | ast.Placeable) -> str:
    match element:
        case ast.TextElement(value=text):
            return text
        case ast.Placeable(expression=ast.VariableReference(id=ast.Identifier(name=argument))):
            return f"{{{argument}}}"
        # A brace would look like an argument.
        case ast.Placeable(expression=ast.StringLiteral() as literal) if not {"{", "}"} & set(literal.parse()["value"]):
            return str(literal.parse()["value"])
    raise _refusal(name)


def _refusal(name: str) -> ValueError:
    return ValueError(f"{name}: {ALLOWED}")
