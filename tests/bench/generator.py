"""`make bench-build`: how long `dateline render` and `mkdocs build` take for ever more records.

Writes synthetic projects to a temporary folder, and prints a Markdown table.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from tests.browser.conftest import REPOSITORY, write_harbours

FIRST = date(1996, 1, 1)


def copy_own(root: Path) -> Path:
    """Copy what makes this repository's own site, whatever it is about; no test looks at it."""
    for folder in ("content", "theme_overrides"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root


def write_project(root: Path, count: int) -> None:
    """A project of `count` events with an article each; the rest of it is the fixture site's."""
    write_harbours(root)
    for folder in ("articles", "events", "outlets", "actors", "places", "storylines"):
        for file in (root / "content" / folder).rglob("*.yaml"):
            file.unlink()
    shutil.rmtree(root / "content/evidence.lock")
    chance = random.Random(1)
    for n in range(40):
        _write(root, f"outlets/outlet-{n}", f"name: Outlet {n}\ncountry: GB\nlanguage: en\n")
        _write(root, f"places/place-{n}", f"name: Place {n}\ncountry: GB\n")
        _write(root, f"actors/actor-{n}", f"name: Actor {n}\nkind: person\n")
    for n in range(10):
        _write(root, f"storylines/line-{n}", f"title: Line {n}\nincludes: Events of line {n}.\n")
    ids: list[str] = []
    for n in range(count):
        day = FIRST + timedelta(days=chance.randrange(11_000))
        article, event = f"{day}-outlet-{n % 40}-report-{n}", f"{day}-event-{n}"
        _write(
            root,
            f"articles/{article}",
            f"title: Headline {n}\noutlet: outlet-{n % 40}\nurl: https://example.org/{n}\npublished: {day}\nlanguage: en\n",
        )
        related = ""
        if ids and chance.random() < 0.2:
            related = f"related:\n  - {{event: {chance.choice(ids)}, relation: follows}}\n"
        _write(
            root,
            f"events/{day.year}/{event}",
            f"title: The council meets about matter {n}\ndate: {day}\nkind: meeting\nstatus: occurred\n"
            f"summary: The council met about matter {n}.\nactors: [actor-{chance.randrange(40)}]\n"
            f"places: [place-{chance.randrange(40)}]\nstorylines: [line-{chance.randrange(10)}]\n"
            f"importance: {chance.randrange(1, 6)}\n"
            f"evidence:\n  - {{article: {article}, says: The council met., supports: [date, status]}}\n{related}",
        )
        ids.append(event)


def _write(root: Path, name: str, text: str) -> None:
    file = root / "content" / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def seconds(*command: str, cwd: Path) -> float:
    """How long a command of ours takes; it has to succeed."""
    begin = time.perf_counter()
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", *command], cwd=cwd, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def measure(root: Path) -> str:
    """The figures of a project as cells: pages, seconds to render and to build."""
    render = seconds("generator", "render", "--out", str(root / "rendered"), cwd=root)
    pages = sum(1 for _ in (root / "rendered").rglob("*.md"))
    build = seconds("mkdocs", "build", "--quiet", "--site-dir", str(root / "built"), cwd=root)
    return f"{pages:,} | {render:.1f} s | {build:.1f} s"


def main() -> None:
    """Measure this repository's own content and every size, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 4_000])
    print("| events | pages | `dateline render` | `mkdocs build` |")
    print("| --: | --: | --: | --: |", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        own = len(list((REPOSITORY / "content/events").rglob("*.yaml")))
        print(f"| {own:,} (our own) | {measure(copy_own(Path(folder)))} |", flush=True)
    for count in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_project(Path(folder), count)
            print(f"| {count:,} | {measure(Path(folder))} |", flush=True)


if __name__ == "__main__":
    main()
