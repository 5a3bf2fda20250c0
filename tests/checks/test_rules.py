"""Every rule's own examples: the record that passes, and the one that fails with the rule's code and level."""

from pathlib import Path

import pytest

from generator.build import check_content, declare
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


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.level == "error"], ids=lambda rule: rule.code)
def test_what_breaks_a_rule_is_told_in_a_line_though_its_pages_are_declared_before_it_is_known(
    rule: Rule, tmp_path: Path
) -> None:
    root = project(tmp_path, {**rule.around, path_of(*rule.record): rule.fails})
    declared = declare(root, TODAY)
    assert declared.outputs == ()
    assert declared.problems == check_content(root, TODAY).problems


def test_codes_are_told_apart() -> None:
    codes = [rule.code for rule in rules()]
    assert len(codes) >= 8
    assert sorted(set(codes)) == sorted(codes)


def test_the_page_of_rules_has_a_section_for_each() -> None:
    (page,) = (output.artifact().text for output in reference() if output.path == "reference/rules.md")
    assert [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")] == [
        *(rule.code for rule in rules()),
        "What `--fix` mends",
    ]


LOADED = "content/events/2031-05-02-loaded.yaml"


def loaded(root: Path, title: str, vocabulary: str = "") -> list[str]:
    """The first words of what is found in a title, with some lines more in the vocabulary."""
    record = f"{title}\ndate: 2031-05-02\nkind: meeting\nevidence:\n"
    record += "  - {article: 2031-05-02-harbour-post-treaty, says: The evil port slams it.}\n"
    root = project(root, {LOADED: record})
    file = root / "content/vocabulary.yaml"
    file.write_text(file.read_text() + vocabulary)
    problems = check_content(root, TODAY).problems
    return [problem.message.split(" takes")[0] for problem in problems if problem.code == "loaded-word"]


@pytest.mark.parametrize(
    ("title", "vocabulary", "expected"),
    [
        ("title: A SHOCKING report", "", ["“shocking”"]),
        ("title: The medieval port", "", []),
        ("title: A “shocking” report", "", []),
        ("title: A 'shocking' report of the port's", "", []),
        ("title: The port's shocking report of the port's", "", ["“shocking”"]),
        ("title: {en: A report, fr: Un rapport infame}", "", ["“infame”"]),
        ("title: {fr: Un rapport shocking}", "", []),
        ("title: A tiny report", "loaded_words:\n  - {language: en, words: [tiny]}\n", ["“tiny”"]),
        ("title: A shocking report", "loaded_words:\n  - {language: en, words: [tiny]}\n", []),
        ("title: A shocking report", "loaded_words:\n  - {language: en}\n", []),
        ("title: {it: Una cosa orribile}", "loaded_words:\n  - {language: it, words: [orribile]}\n", ["“orribile”"]),
    ],
)
def test_words_that_take_a_side_are_found_as_whole_words_of_their_language(
    title: str, vocabulary: str, expected: list[str], tmp_path: Path
) -> None:
    assert loaded(tmp_path, title, vocabulary) == expected


@pytest.mark.parametrize(
    ("title", "date", "actors", "article", "expected"),
    [
        ("Two ports signed a treaty", "2031-05", "[mara-lind, port-authority]", "tide", 1),
        ("Treaty signed by two ports", "2031-05-01", "[port-authority]", "tide", 1),  # one names fewer of the actors
        ("Two ports signed a treaty", "../2031-05-03", "[mara-lind, port-authority]", "tide", 1),
        ("Two ports signed a treaty", "2031-04-30", "[mara-lind, port-authority]", "tide", 0),
        ("A dock opens", "2031-05-01", "[mara-lind, port-authority]", "tide", 0),
        ("Two ports signed a treaty", "2031-05-01", "[someone-else]", "tide", 0),
        ("Two ports signed a treaty", "2031-05-01", "[]", "tide", 0),
        ("Two ports signed a treaty", "2031-05-01", "[mara-lind, port-authority]", "2031-05-02-harbour-post-treaty", 0),
        ("Two ports signed a treaty", "2031-05-01", "[mara-lind, port-authority]", "relay", 0),
    ],
)
def test_likely_duplicates_are_of_a_time_of_the_same_actors_and_of_other_reports(
    title: str, date: str, actors: str, article: str, expected: int, tmp_path: Path
) -> None:
    path = "content/events/2031-05-another.yaml"
    dated = "outlet: harbour-post\npublished: 2031-05-04\nlanguage: en\n"
    files = {
        path: f"title: {title}\ndate: {date}\nkind: agreement\nactors: {actors}\nevidence:\n"
        f"  - {{article: {article}, says: They did.}}\n",
        "content/actors/someone-else.yaml": "name: Someone Else\nkind: person\n",
        "content/articles/tide.yaml": dated,
        "content/articles/relay.yaml": f"{dated}origin: 2031-05-03-agency-one-traite\n",
    }
    problems = check_content(project(tmp_path, files), TODAY).problems
    assert [problem.level for problem in problems if problem.code == "likely-duplicate"] == ["notice"] * expected
