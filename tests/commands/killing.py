"""A process that writes a folder, and one after another is killed at each of its steps; told as JSON."""

import json
import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from generator.commands import one_step
from generator.commands.one_step import NewFolder, write_file

_STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "shutil.rmtree", "fcntl.flock"}
"""What the interpreter tells of before it is done: between two of them nothing changes that others could see."""


def write_folder(root: Path, *, inside: bool) -> None:
    """Write a folder as a build does, with what was replaced before to begin with."""
    work = root / "work" if inside else None
    new = NewFolder(root / "site", work, work / "spare" if work else None)
    new.take_spare()
    (new.path / "page").write_text("page", encoding="utf-8")
    new.put_in_place()


def kill_at(step: int, write: Callable[[], None]) -> bool:
    """Do it in a process that is killed before a step; False where it had ended before."""
    process = os.fork()
    if not process:
        steps = count(1)
        sys.addaudithook(
            lambda event, _: os.kill(os.getpid(), signal.SIGKILL) if event in _STEPS and next(steps) == step else None
        )
        write()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(process, 0)[1])


def lying(root: Path) -> list[str]:
    """Whatever lies in a project and in the folder of temporary files, but pages."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.name != "page")


def main(root: Path, what: str) -> None:
    """Tell what lies there after each kill, and what after the next that is not killed."""
    if what == "without an exchange":
        setattr(one_step, "exchanged", lambda _one, _other: False)  # noqa: B010  # as a system that has none

    def write() -> None:
        if what == "file":
            write_file(root / "file", "text")
        else:
            write_folder(root, inside=what != "beside its place")

    for _ in range(3):  # the third begins with what the first has made
        write()
    found = []
    usual = lying(root)
    for step in count(1):
        if not kill_at(step, write):
            break
        killed = lying(root)
        write()
        found.append((sorted(set(killed) - set(usual)), sorted(set(usual) - set(killed)), lying(root) == usual))
    sys.stdout.write(json.dumps([usual, found]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
