"""Which files of a project a branch touches, as git tells."""

import subprocess
from pathlib import Path

import click

_USUAL = ("origin/HEAD", "origin/main", "origin/master", "main", "master")


def touched(root: Path, base: str) -> frozenset[str]:
    """The paths below the root that differ from where the branch left `base`, with all that is not committed yet.

    Without a base, it is the branch that others start from. Raises click.UsageError where git cannot tell.
    """
    names = (base,) if base else _USUAL
    commit = next(filter(None, (_commit(root, name) for name in names)), "")
    if not commit:
        which = f"no commit `{base}`" if base else f"none of {', '.join(_USUAL)}"
        raise click.UsageError(f"--changed: git knows {which} here: name the branch or commit to compare with.")
    left = _git(root, "merge-base", commit, "HEAD").strip()
    if not left:
        raise click.UsageError(
            f"--changed: `{base or commit[:12]}` and this branch have no commit in common: fetch more of the history."
        )
    changed = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", left, "--")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(filter(None, f"{changed}\0{new}".split("\0")))


def _commit(root: Path, name: str) -> str:
    return _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").strip()


def _git(root: Path, *arguments: str) -> str:
    """What git prints; nothing where it fails."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except OSError as error:
        raise click.UsageError(f"--changed: git cannot be run: {error.strerror}.") from None
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else ""
