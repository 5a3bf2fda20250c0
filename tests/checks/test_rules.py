"""Every rule's own examples: the record that passes, and the one that fails with the rule's code and level."""

from pathlib import Path

import pytest

from generator.build import check_content
from generator.checks import Rule, rules
from generator.problems import Problem
from generator.records.load import path_of
from generator.reference import reference
from tests.examples import TODAY, project


def found(rule: Rule, record: str, root: Path) -> list[Problem]:
    """The problems of a record, and of what is around it, in the base; other rules' notices apart."""
    path = path_of(*rule.record)
    files = {**rule.around, path: record}
    problems = [problem for problem in check_content(project(root, files), TODAY).problems if problem.path in files]
    return [problem for problem in problems if problem.level != "notice" or problem.code == rule.code]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_s_good_record_is_without_fault(rule: Rule, tmp_path: Path) -> None:
    assert found(rule, rule.passes, tmp_path) == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_s_bad_record_has_that_fault_alone(rule: Rule, tmp_path: Path) -> None:
    assert [(problem.code, problem.level) for problem in found(rule, rule.fails, tmp_path)] == [(rule.code, rule.level)]


def test_codes_are_told_apart() -> None:
    codes = [rule.code for rule in rules()]
    assert len(codes) >= 8
    assert sorted(set(codes)) == sorted(codes)


def test_the_page_of_rules_has_a_section_for_each() -> None:
    (page,) = (output.artifact().text for output in reference() if output.path == "reference/rules.md")
    assert [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")] == [
        rule.code for rule in rules()
    ]
