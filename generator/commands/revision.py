"""A project as it stood in a revision of git, written to a folder; nothing of the revision is run, and no file changes.

Objects are read as they are: no hook, filter, attribute or replacement of the repository takes part.
"""

import os
import subprocess
from pathlib import Path, PurePosixPath

from generator.files import MAX_BYTES
from generator.project import CONTENT

_READ = (".yaml", ".yml", ".md", ".jsonl", ".lock")
"""The files whose contents take part; of others only that they are there."""
_PLAIN = ("100644", "100755", "100664")
_SECONDS = 300


class RevisionError(Exception):
    """A revision that cannot be read, in words for whoever named it."""


def is_in_git(root: Path) -> bool:
    """Say whether a folder lies in a repository, and git is there to read it."""
    try:
        _git(root, "rev-parse", "--git-dir")
    except RevisionError:
        return False
    return True


def commit_of(root: Path, revision: str) -> str:
    """Return the commit that a revision names; raises RevisionError."""
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise RevisionError(f"`{revision}` is no name of a revision.")
    try:
        return (
            _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
            .decode()
            .strip()
        )
    except RevisionError as error:
        message = str(error) or f"there is no revision `{revision}`."
        raise RevisionError(message) from None


def common_ancestor(root: Path, one: str, other: str) -> str:
    """Return the commit from which two went apart; raises RevisionError."""
    return _git(root, "merge-base", commit_of(root, one), commit_of(root, other)).decode().strip()


def write_revision(root: Path, commit: str, folder: Path) -> None:
    """Write the content of a project in root, as it stood in a commit, to an empty folder; raises RevisionError."""
    (folder / CONTENT).mkdir(parents=True)
    wanted: list[tuple[str, Path]] = []
    for entry in _git(root, "ls-tree", "-r", "-z", "-l", commit, "--", f"{CONTENT}/").split(b"\0"):
        if not entry:
            continue
        about, _, name = entry.partition(b"\t")
        mode, _, key, size = about.decode().split()
        path = _path(name)
        if mode not in _PLAIN:
            raise RevisionError(f"{path} is a symbolic link or another repository: put the file itself there.")
        file = folder / path
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            if file.suffix in _READ and int(size) <= MAX_BYTES:
                wanted.append((key, file))
            else:  # as large as it is, and empty: whoever reads it says that it is too large
                file.touch()
                os.truncate(file, int(size))
        except OSError as error:
            raise RevisionError(f"{path} cannot be written: {error.strerror}.") from None
    if not any((folder / CONTENT).iterdir()):
        raise RevisionError(f"revision {commit[:10]} holds no {CONTENT}/.")
    contents = _git(root, "cat-file", "--batch", given="".join(f"{key}\n" for key, _ in wanted).encode())
    at = 0
    for _, file in wanted:
        end = contents.index(b"\n", at)
        length = contents[at:end].split()[-1]
        if not length.isdigit():
            raise RevisionError("the repository lacks objects of this revision: fetch them.")
        at = end + 1
        try:
            file.write_bytes(contents[at : at + int(length)])
        except OSError as error:
            raise RevisionError(f"{file.relative_to(folder)} cannot be written: {error.strerror}.") from None
        at += int(length) + 1


def _path(name: bytes) -> PurePosixPath:
    """A path in the project; raises RevisionError for one that leads out of it, as only a forged tree has."""
    try:
        path = PurePosixPath(name.decode())
    except UnicodeDecodeError:
        raise RevisionError(f"{name!r} is not UTF-8: rename the file.") from None
    if path.is_absolute() or path.parts[0] != CONTENT or not {"..", "."}.isdisjoint(name.decode().split("/")):
        raise RevisionError(f"{name!r} leads out of the project.")
    return path


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Run a command of git that only reads objects; raises RevisionError with what git says."""
    environment = {
        **os.environ,
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }
    command = ["git", "--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", *arguments]
    try:
        done = subprocess.run(
            command, cwd=root, env=environment, input=given, capture_output=True, timeout=_SECONDS, check=False
        )
    except FileNotFoundError:
        raise RevisionError("git is not installed: install it, or name two folders.") from None
    except subprocess.TimeoutExpired:
        raise RevisionError("git gives no answer.") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(lines[0].removeprefix("fatal: ") if lines else "")
    return done.stdout
