"""A project in order, what changes it, and `dateline check` of it."""

from pathlib import Path
from shutil import copytree

from click.testing import CliRunner, Result

from generator.cli import main
from generator.project import TEMPLATES
from tests.examples import REPOSITORY, project

EVENT = "content/events/2031/2031-05-01-treaty-signed.yaml"
ACTOR = "content/actors/mara-lind.yaml"
OUTLET = "content/outlets/agency-one.yaml"


def check(root: Path, *arguments: str) -> Result:
    """Run the command on a day of its own."""
    return CliRunner().invoke(main, ["check", "--root", str(root), "--today", "2031-06-01", *arguments])


def in_order(folder: Path) -> Path:
    """Write a project without a fault, with the repository's templates."""
    copytree(REPOSITORY / TEMPLATES, folder / TEMPLATES)
    return project(folder, {})


def change(root: Path, path: str, old: str, new: str) -> None:
    """Replace the first place of a text in a file, which has it."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
