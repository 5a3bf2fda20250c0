"""What is wrong with a build, and how whoever builds is told of it."""

from collections.abc import Iterable

import click
from mkdocs.plugins import get_plugin_logger

from generator.plugin.standing import Told
from generator.problems import Problem, has_errors, report_text, summary

log = get_plugin_logger("dateline")


class Findings:
    """What keeps a site from being built, or a preview from being up to date."""

    def __init__(self) -> None:
        self.errors: tuple[Problem, ...] = ()
        self._of_pages: set[Problem] = set()

    def begin(self) -> None:
        """Forget what was said of single pages of the build before."""
        self._of_pages.clear()

    def forbid(self, problems: Iterable[Problem], *, strict: bool) -> None:
        """Let errors, and where that is strict warnings, keep the site from being built."""
        forbidden = ("error", "warning") if strict else ("error",)
        self.errors = tuple(problem for problem in problems if problem.level in forbidden)

    def tell(self, told: Told) -> None:
        """Print what is wrong; MkDocs's own logger would put a prefix before the paths that editors make clickable."""
        shown = [problem for problem in told.problems if problem.level != "notice"]
        click.echo(report_text(shown), nl=False, err=True)
        if has_errors(told.problems):
            log.error("the records have %s; see above", summary(shown))
        else:
            log.info("%d events on %d pages", told.events, told.pages)

    def tell_unmade(self, problem: Problem) -> None:
        """Print why the site's pages cannot be made."""
        self.errors = (problem,)
        click.echo(report_text(self.errors), nl=False, err=True)

    def tell_of_page(self, problem: Problem) -> None:
        """Print why a page that somebody asked for cannot be made, once: a browser may ask again and again."""
        if problem not in self._of_pages:
            self._of_pages.add(problem)
            click.echo(report_text([problem]), nl=False, err=True)

    def tell_failed(self, error: BaseException) -> None:
        """Log why a build came to no end, unless that is known."""
        if not self.errors:
            self.errors = (Problem("mkdocs.yml", 1, 1, "error", "build", " ".join(str(error).split())),)
            log.error("the site could not be built: %s", error)

    def stopped(self, place: object) -> str:
        """Say that what stands at a place stays as it is."""
        return f"{summary(self.errors)} in the records; {place} is unchanged."
