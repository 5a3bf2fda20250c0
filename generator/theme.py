"""Where the theme and its templates lie: the project's own files first, behind them those that come with the code."""

import os
from pathlib import Path

from generator.project import TEMPLATES, THEME


def packaged_theme() -> Path:
    """The theme that comes with the code: in an installed package inside it, in the repository beside it."""
    package = Path(__file__).resolve().parent
    inside = package / THEME
    return inside if inside.is_dir() else package.parent / THEME


def template_folders(root: Path) -> tuple[Path, ...]:
    """The folders where a project's templates are looked for, in this order; the repository's own project has one."""
    own, packaged = root / TEMPLATES, packaged_theme().parent / TEMPLATES
    return (own,) if own.resolve() == packaged.resolve() else (own, packaged)


def place_of(file: str, root: str) -> str:
    """How a file is named in problems: by its path in the project, or in Dateline if it comes from there."""
    packaged = packaged_theme()
    base = packaged.parent if Path(file).is_relative_to(packaged) else root
    return os.path.relpath(file, base).replace(os.sep, "/")
