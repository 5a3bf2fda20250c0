"""CHECK: rules about what the records say, one a module, found by discovery.

A rule's module carries CODE, LEVEL, and a docstring that is its documentation; RECORD, the kind and the id of the
record in its examples PASSES and FAILS, which the tests run; AROUND, where they need other files, by path; and
`check(site)`, which yields findings.
"""

import importlib
import pkgutil
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast

from generator.problems import LEVELS, Level, Problem
from generator.records.yaml_tree import Loc
from generator.story.site import Site


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: in which record (its kind and id), at which part of it, and what to do about it."""

    record: tuple[str, str]
    loc: Loc
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its module tells it."""

    code: str
    level: Level
    documentation: str
    record: tuple[str, str]
    passes: str
    fails: str
    around: Mapping[str, str]
    check: Callable[[Site], Iterator[Finding]]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(_rule(name) for name in names)


def _rule(name: str) -> Rule:
    module = importlib.import_module(f"{__name__}.{name}")
    return Rule(
        module.CODE,
        cast(Level, module.LEVEL),
        module.__doc__ or "",
        module.RECORD,
        module.PASSES,
        module.FAILS,
        MappingProxyType(getattr(module, "AROUND", {})),
        module.check,
    )


def check_site(site: Site, levels: Collection[Level] = LEVELS) -> Iterator[Problem]:
    """Apply every rule of some levels."""
    for rule in rules():
        for finding in rule.check(site) if rule.level in levels else ():
            source = site.timeline.sources[finding.record]
            yield source.problem(finding.loc, rule.code, finding.message, level=rule.level)
