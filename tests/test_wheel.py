"""The wheel is all that a project needs: from a new environment it checks and builds one that has no theme."""

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from shutil import copy2, rmtree
from zipfile import ZipFile

import pytest

from generator.project import TEMPLATES
from generator.records.schema import MODELS
from generator.theme import packaged_theme, place_of, template_folders
from tests.examples import REPOSITORY, SETTINGS, Example, read_example
from tests.links import dead_links

pytestmark = pytest.mark.builders

SETTING = """\
site_name: Harbours
docs_dir: content/pages
theme: material
plugins: [dateline]
"""
EVENT = "events/2031-05-01-treaty-signed/index.html"


def attempt(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command that knows nothing of this repository."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "PYTHON"))}
    environment = {**known, "DATELINE_TODAY": "2031-06-01", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=300, check=False)


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command that must succeed; gives what it printed."""
    done = attempt(*command, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def pip(*arguments: str | Path, cwd: Path) -> str:
    return run(sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments, cwd=cwd)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy, so that nothing of an earlier build is in it, and nothing is left here."""
    source = tmp_path_factory.mktemp("source")
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=REPOSITORY).splitlines()
    for path in listed:
        needed = "/" not in path or path.startswith(("generator/", "theme_overrides/"))
        if needed and (REPOSITORY / path).is_file():
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            copy2(REPOSITORY / path, source / path)
    pip("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", "dist", ".", cwd=source)
    (built,) = (source / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment that holds the wheel, and borrows only what it depends on."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place)
    programs = Path(sysconfig.get_path("scripts", "venv", {"base": str(place), "platbase": str(place)}))
    pip("--python", programs / "python", "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=place)
    # A folder that is named in a .pth file comes last, and its own .pth files, such as ours of an editable install,
    # are not read.
    (packages,) = place.glob("lib/*/site-packages")
    borrowed = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    (packages / "borrowed.pth").write_text("\n".join(borrowed))
    found = run(programs / "python", "-c", "import generator; print(generator.__file__)", cwd=place).strip()
    assert Path(found) == packages / "generator/__init__.py"
    return programs


@pytest.fixture
def root(environment: Path, tmp_path: Path) -> Iterator[Path]:
    """A project of a few records and four lines of settings."""
    (tmp_path / "content/pages").mkdir(parents=True)
    yield Example("", {**read_example("a-clean-project").files, SETTINGS: SETTING}, "").write(tmp_path)
    rmtree(tmp_path / "site", ignore_errors=True)


def page(environment: Path, root: Path) -> str:
    """An event's page of the site, built strictly."""
    run(environment / "python", "-m", "mkdocs", "build", "--strict", cwd=root)
    return (root / "site" / EVENT).read_text(encoding="utf-8")


def test_the_wheel_holds_every_file_of_code_and_theme_and_no_other(wheel: Path) -> None:
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=REPOSITORY).splitlines()
    files = [path for path in listed if (REPOSITORY / path).is_file()]
    wanted = {path for path in files if path.startswith("generator/")}
    wanted |= {f"generator/{path}" for path in files if path.startswith("theme_overrides/")}
    held = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name and not name.endswith("/")}
    assert held == wanted


def test_a_project_without_a_theme_is_checked_and_built(environment: Path, root: Path) -> None:
    assert "no problems" in run(environment / "dateline", "check", "--strict", cwd=root)
    run(environment / "dateline", "schema", "--ids", "--out", ".schemas", cwd=root)
    assert len(list((root / ".schemas").glob("*.json"))) == len(MODELS)
    built = page(environment, root)
    assert '<span class="dl-kicker">' in built
    places = [built.index(f"/assets/stylesheets/{name}.css") for name in ("tokens", "dateline", "timeline")]
    assert places == sorted(places)
    assert built.count("tokens.css") == 1
    assert 'assets/javascripts/overdue.js" type="module"' in built
    assert (root / "site/assets/javascripts/timeline/main.js").is_file()
    assert not (root / "site/templates").exists()
    assert dead_links(root / "site") == []


def test_a_new_project_installs_the_wheel_that_made_it_and_passes_its_own_tests(
    environment: Path, wheel: Path, tmp_path: Path
) -> None:
    run(environment / "dateline", "init", "canal", "--subject", "The canal", "--yes", cwd=tmp_path)
    root = tmp_path / "canal"
    requirement = (root / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert requirement == f"dateline @ {wheel.as_uri()}#sha256={sha256(wheel.read_bytes()).hexdigest()}"
    make = ("env", "PIP_NO_DEPS=1", "PIP_NO_INDEX=1", "make", f"PYTHON={sys.executable}")
    run(*make, ".venv/.ready", cwd=root)
    (packages,) = root.glob(".venv/lib/*/site-packages")
    borrowed = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    (packages / "borrowed.pth").write_text("\n".join(borrowed))
    programs = root / ".venv/bin"
    (programs / "mkdocs").write_text(f"#!{programs / 'python'}\nfrom mkdocs.__main__ import cli\n\ncli()\n")
    (programs / "mkdocs").chmod(0o755)
    assert (packages / "generator/starting/files/mkdocs.yml.j2").is_file()
    assert "no problems" in run(*make, "test", cwd=root)
    assert "The canal" in (root / "site/index.html").read_text(encoding="utf-8")
    assert dead_links(root / "site") == []


def test_without_settings_of_their_own_pages_are_joined_by_tabs(environment: Path, root: Path) -> None:
    tabs = page(environment, root).partition('<ul class="md-tabs__list">')[2].partition("</ul>")[0]
    assert tabs.count(">Timeline</a>") == 1 and "embed/" not in tabs
    assert ">Storylines</a>" in tabs


def test_a_project_s_own_template_goes_before_that_of_the_wheel(environment: Path, root: Path) -> None:
    assert "Quays and piers" not in page(environment, root)
    own = root / TEMPLATES / "event.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text('{% import "parts.md.j2" as parts %}\n# {{ go.own(event.title) }}\n\nQuays and piers\n')
    assert "<p>Quays and piers</p>" in page(environment, root)
    own.write_text("{{ nothing }}\n")
    done = attempt(environment / "dateline", "check", cwd=root)
    assert done.returncode == 1 and done.stderr.startswith(f"{TEMPLATES}/event.md.j2:1:1: 'nothing' is undefined")


def test_a_project_s_own_part_of_the_theme_goes_before_that_of_the_wheel(environment: Path, root: Path) -> None:
    (root / SETTINGS).write_text(SETTING.replace("theme: material", "theme: {name: material, custom_dir: own}"))
    (root / "own/partials").mkdir(parents=True)
    (root / "own/partials/logo.html").write_text("<b>Anchor</b>")
    built = page(environment, root)
    assert "<b>Anchor</b>" in built and '<span class="dl-kicker">' in built and 'class="dl-footer"' in built
    (root / "own/main.html").write_text('{% extends "base.html" %}{% block footer %}<p>Our quay</p>{% endblock %}')
    built = page(environment, root)
    assert "<p>Our quay</p>" in built and 'class="dl-footer"' not in built


def test_stylesheets_that_a_project_lists_keep_their_places(environment: Path, root: Path) -> None:
    (root / "content/pages/own.css").write_text("b {}\n")
    listed = (
        "extra_css: [assets/stylesheets/dateline.css, own.css]\nextra_javascript: [assets/javascripts/overdue.js]\n"
    )
    (root / SETTINGS).write_text(SETTING + listed)
    built = page(environment, root)
    names = ("tokens.css", "dateline.css", "timeline.css", "own.css")
    assert [built.count(name) for name in names] == [1, 1, 1, 1]
    assert [built.index(name) for name in names] == sorted(built.index(name) for name in names)
    assert built.count("overdue.js") == 1


def test_in_the_repository_the_theme_is_found_once_at_the_top(tmp_path: Path) -> None:
    assert packaged_theme() == REPOSITORY / "theme_overrides"
    assert template_folders(REPOSITORY) == (REPOSITORY / TEMPLATES,)
    assert template_folders(tmp_path) == (tmp_path / TEMPLATES, REPOSITORY / TEMPLATES)


def test_a_packaged_template_is_named_as_in_the_repository(tmp_path: Path) -> None:
    for folder in template_folders(tmp_path):
        assert place_of(str(folder / "event.md.j2"), str(tmp_path)) == f"{TEMPLATES}/event.md.j2"
