"""Lets the wheel carry the theme, which lies beside the package; all else of it stands in pyproject.toml."""

# setuptools can map a package to a folder elsewhere, but then all packages have to be named one by one, and an editable
# install goes through import hooks. So the folder is copied into the package, and only where a wheel is built;
# generator/theme.py knows both places.

from pathlib import Path
from shutil import copytree, rmtree

from setuptools import setup
from setuptools.command.build_py import build_py

THEME = "theme_overrides"


class WithTheme(build_py):
    """Builds the package with the theme inside it."""

    def run(self) -> None:
        """Copy the theme anew, so that nothing stays of an earlier build."""
        super().run()
        if not self.editable_mode:
            into = Path(self.build_lib) / "generator" / THEME
            rmtree(into, ignore_errors=True)
            copytree(THEME, into)

    def get_source_files(self) -> list[str]:
        """What a source distribution has to hold."""
        theme = (file.as_posix() for file in Path(THEME).rglob("*") if file.is_file())
        return [*super().get_source_files(), *sorted(theme)]


setup(cmdclass={"build_py": WithTheme})
