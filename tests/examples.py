"""Example projects as single files: each part begins with `=== path`, and the last part is what is expected."""

# One file shows a whole case, records and expected problems together, and reads like the bug report that it may come
# from. Every example stands on examples/base.txt; a part that is only its heading deletes the file of the base.

import re
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from generator.build import Built, build
from generator.dates.today import read_day
from generator.project import TEMPLATES

TODAY = read_day("2031-06-01")
"""The day of every example."""

GOLDEN = Path(__file__).parent / "golden"
"""The approved pages and data of the example `everything`."""

REPOSITORY = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "examples"
SITES = Path(__file__).parent / "sites"
SETTINGS = "mkdocs.yml"
EXPECTED = "problems"


@dataclass(frozen=True)
class Example:
    """Files of a project by path, and the problems that `dateline check` must print."""

    name: str
    files: dict[str, str]
    problems: str

    def write(self, root: Path) -> Path:
        """Write the project to a folder."""
        for path, text in self.files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return root


def parts_of(text: str) -> dict[str, str]:
    """Split a file into its parts by path; what stands before the first part says what the example is about."""
    parts: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines(keepends=True):
        if line.startswith("=== "):
            lines = parts.setdefault(line.removeprefix("=== ").strip(), [])
        else:
            lines.append(line)
    return {path: "".join(lines) for path, lines in parts.items()}


def read_example(name: str) -> Example:
    """Read an example together with the base that it changes."""
    base = parts_of((FOLDER / "base.txt").read_text(encoding="utf-8"))
    own = parts_of((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
    files = {path: text for path, text in {**base, **own}.items() if path != EXPECTED and text}
    return Example(name, files, own.get(EXPECTED, ""))


def example_names() -> list[str]:
    """Every example but the base."""
    return sorted(file.stem for file in FOLDER.glob("*.txt") if file.stem != "base")


def project(root: Path, changes: dict[str, str]) -> Path:
    """Write the base to a folder, with files added or changed by path, and return it."""
    files = parts_of((FOLDER / "base.txt").read_text(encoding="utf-8"))
    return Example("", {**files, **changes}, "").write(root)


def built(name: str, root: Path) -> Built:
    """Write an example with the repository's own templates to a folder, and build it."""
    read_example(name).write(root)
    copytree(REPOSITORY / TEMPLATES, root / TEMPLATES)
    return build(root, TODAY)


def read_site(name: str) -> Example:
    """Read a whole site of sites/, which shares the repository's settings but for those that it gives itself."""
    files = parts_of((SITES / f"{name}.txt").read_text(encoding="utf-8"))
    return Example(name, {**files, SETTINGS: settings_with(files[SETTINGS])}, "")


def settings_with(own: str) -> str:
    """The repository's settings, with the top-level entries of `own` in the place of those of the same names."""
    entries = {**_entries((REPOSITORY / SETTINGS).read_text(encoding="utf-8")), **_entries(own)}
    return "".join(entries.values())


def _entries(settings: str) -> dict[str, str]:
    """Top-level entries of a YAML mapping by name, each with the lines that belong to it."""
    return {entry.partition(":")[0]: entry for entry in re.split(r"^(?=[a-z])", settings, flags=re.MULTILINE)}
