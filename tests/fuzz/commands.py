"""The target of whole commands, on a project of which one file is anything."""

import shutil
import tempfile
from pathlib import Path

import click
from click.testing import CliRunner

from generator.commands.check import check
from generator.commands.migrate import migrate
from generator.commands.schema import schema
from generator.commands.verify import verify
from generator.project import TEMPLATES
from tests.examples import REPOSITORY, read_example

_COMMANDS: tuple[tuple[click.Command, tuple[str, ...]], ...] = (
    (check, ("--format", "github")),
    (check, ("--format", "json")),
    (verify, ("--report",)),
    (verify, ()),
    (schema, ("events",)),
    (migrate, ()),
)
_FILES = {
    **read_example("everything").files,
    "snapshots/2031-05-02-harbour-post-treaty.html": "<p>The two ports signed <b>on Thursday</b> &amp; left.</p>",
    "snapshots/2031-05-03-agency-one-traite.txt": "Les deux ports ont signé.",
}
_PATHS = sorted(_FILES)

CHANGES = [
    bytes([file, command]) + _FILES[path].encode()
    for file, path in enumerate(_PATHS)
    for command in range(file % 2, len(_COMMANDS), 2)
]
"""A file each, behind bytes that tell its path and a command."""


def commands(data: bytes) -> None:
    """Every command ends with an answer in words, whatever stands in a file."""
    file, command, *_ = (*data[:2], 0, 0)
    path = _PATHS[file % len(_PATHS)]
    root = Path(tempfile.mkdtemp(prefix="dateline-fuzz-"))
    try:
        for name, text in _FILES.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data[2:] if name == path else text.encode())
        (root / TEMPLATES).parent.mkdir()
        (root / TEMPLATES).symlink_to(REPOSITORY / TEMPLATES)
        _run(*_COMMANDS[command % len(_COMMANDS)], root=root)
    finally:
        shutil.rmtree(root)


def _run(command: click.Command, options: tuple[str, ...], root: Path) -> None:
    where = ("--root", str(root))
    day = ("--today", "2031-06-01") if any(option.name == "today" for option in command.params) else ()
    done = CliRunner().invoke(command, [*options, *where, *day])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code in (0, 1, 2), done.output
    assert "Traceback" not in done.output and "internal" not in done.output, done.output
