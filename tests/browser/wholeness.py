"""What stands in a folder, and what is left beside it: for tests of steps that are whole or not at all."""

import hashlib
import resource
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from tests.browser.conftest import ENVIRONMENT

BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
QUIET = {"SOURCE_DATE_EPOCH": "1769860800"}
"""The day of the fixture site, which the site's files tell as the time of the build."""
EVENT = "content/events/2026/2026-03-02-vellmark-votes.yaml"
OURS = {"content", "mkdocs.yml", "theme_overrides", "site", ".cache", "snapshots", "out"}


def run(
    root: Path, command: list[str], more: Mapping[str, str] = MappingProxyType({}), *, limited: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run a command in a project's folder, perhaps one that can write no large file."""
    return subprocess.run(
        command,
        cwd=root,
        env={**ENVIRONMENT, **more},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        preexec_fn=limit if limited else None,
    )


def limit() -> None:
    """No file may be larger than the smallest script of the theme."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def state(folder: Path) -> dict[str, str]:
    """What stands in a folder, by path."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def beside(root: Path) -> list[str]:
    """What lies in a project that belongs to nobody, and temporary files among its records."""
    hidden = [file.relative_to(root).as_posix() for file in (root / "content").rglob(".*")]
    return sorted({file.name for file in root.iterdir()} - OURS) + hidden


def change(root: Path, word: str) -> None:
    """Change a record, so that the next site is another one."""
    text = (root / EVENT).read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    (root / EVENT).write_text(text.replace(title, f"title: A vote, {word}"), encoding="utf-8")


def is_one_line(told: str) -> bool:
    """Whether a message of an error is at most a few lines, and no traceback."""
    return "Traceback" not in told and len(told.strip().splitlines()) <= 3


def stir(root: Path) -> None:
    """Let the next build find a site that it cannot leave as it stands."""
    (root / "site/stirred.txt").write_text("stirred", encoding="utf-8")
