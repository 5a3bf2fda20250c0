"""The page of rules: what each finds, with its examples."""

from generator.checks import Rule, rules
from generator.outputs.page import Page, markdown_page
from generator.records.load import path_of
from generator.reference.mending import mending_section

RULES = "reference/rules.md"
_MEANING = {
    "error": "is an *error*: it forbids publishing",
    "warning": "is a *warning*: it forbids publishing under `--strict`",
    "notice": "is a *notice*, for information",
}
_LEAD = """\
What `dateline check` says of records that are well-formed, by the code that stands at the end of a message. The
examples are run by the tests, as of 1 June 2031, in a small invented world.
"""


def rules_page() -> Page:
    """The page of rules as Markdown."""
    return markdown_page("reference", "Rules", "\n".join([_LEAD, *map(_rule, rules()), mending_section()]))


def _rule(rule: Rule) -> str:
    path = path_of(*rule.record)
    around = "".join(f"With `{name}`:\n\n```yaml\n{text}```\n\n" for name, text in rule.around.items())
    return (
        f"## {rule.code}\n\n{rule.documentation.strip()} What this finds {_MEANING[rule.level]}.\n\n{around}"
        f"This passes, as `{path}`:\n\n```yaml\n{rule.passes}```\n\n"
        f"This does not:\n\n```yaml\n{rule.fails}```\n"
    )
