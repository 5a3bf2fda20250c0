"""Pages of reference that are made from the code itself, so that they tell what is true today."""

from collections.abc import Iterator

from generator.outputs.artifact import Output, just
from generator.reference.fields import FIELDS, fields_page
from generator.reference.rules import RULES, rules_page


def reference() -> Iterator[Output]:
    """Every page of reference, but for that of the commands, which only what lies above knows (manual.py)."""
    yield Output(FIELDS, just(frozenset({("code", "records")})), fields_page)
    yield Output(RULES, just(frozenset({("code", "checks"), ("code", "records")})), rules_page)
