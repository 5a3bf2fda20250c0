"""Problems as SARIF 2.1.0, which forges and editors read (OASIS, Static Analysis Results Interchange Format)."""

import json
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from generator.checks import Rule, rules
from generator.problems import Problem

_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"


def report_sarif(problems: Iterable[Problem]) -> str:
    """One run with a result a problem; what a rule of ours found is explained by that rule's own documentation."""
    found = sorted(problems)
    known = {rule.code: rule for rule in rules()}
    codes = sorted({*known, *(problem.code for problem in found)})
    numbers = {code: number for number, code in enumerate(codes)}
    driver = {
        "name": "dateline",
        "semanticVersion": version("dateline"),
        "rules": [_rule(code, known.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, numbers[problem.code]) for problem in found],
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:  # what stands in the way of reading a record says in its message what to do
        return {"id": code}
    first, _, _ = rule.documentation.strip().partition("\n\n")
    return {
        "id": code,
        "shortDescription": {"text": " ".join(first.split())},
        "help": {"text": rule.documentation.strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


def _result(problem: Problem, number: int) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(problem.path), "uriBaseId": _ROOT},
        "region": {"startLine": problem.line, "startColumn": problem.column},
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": number,
        "level": _LEVELS[problem.level],
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }
