"""The one form of everything that is made of the story, pages and files alike."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.outputs.page import Page
from generator.story.dossier import Input

PAGE = ".md"


Made = Page | str
"""What an output makes: a page, or the text of a file of data."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """What was made for a path; `source` is the file that one edits to change it, or empty."""

    path: str
    made: Made
    source: str = ""

    @property
    def text(self) -> str:
        """What a builder of pages reads at the path."""
        return self.made.text if isinstance(self.made, Page) else self.made

    @property
    def is_page(self) -> bool:
        """Whether this is Markdown that a builder makes a page of; everything else is published as it is."""
        return isinstance(self.made, Page)


def just(inputs: frozenset[Input]) -> Callable[[], frozenset[Input]]:
    """Inputs that nothing needs to be worked out for."""
    return lambda: inputs


@dataclass(frozen=True, slots=True)
class Output:
    """What can be made: where it will stand, all that it is made from, and how.

    `make` reads nothing but what `inputs` names: with the same inputs it makes the same. A preview, which looks nothing
    up, never asks for them.
    """

    path: str
    inputs: Callable[[], frozenset[Input]]
    make: Callable[[], Made]
    source: str = ""
    is_listed: bool = True
    """Whether search engines are told of it."""
    shared: "Shared | None" = None
    """What is worked out once for several outputs, before the first of them is made."""

    @property
    def is_page(self) -> bool:
        """Whether this is Markdown that a builder makes a page of; everything else is published as it is."""
        return self.path.endswith(PAGE)

    def artifact(self) -> Artifact:
        """Make it."""
        return Artifact(self.path, self.make(), self.source)


@dataclass(frozen=True, slots=True)
class Shared:
    """What several outputs rest on, in parts that are remembered as outputs are, and published nowhere.

    `take` is given the texts of the parts by their paths, and puts them where the outputs' `make` looks for them; what
    is not given, `make` works out by itself. The outputs are not remembered: most change with any of the parts.
    """

    parts: Callable[[], Sequence[Output]]
    take: Callable[[Mapping[str, str]], None]


def address_of(path: str) -> str:
    """Where readers find a path: `a.md` and `a/index.md` are one address, as are `a` and `A` on some disks."""
    if not path.endswith(PAGE):
        return path.casefold()
    page = path.removesuffix(PAGE)
    folder, _, name = page.rpartition("/")
    return ((folder or ".") if name == "index" else page).casefold()


def clashes(outputs: Iterable[Output]) -> list[tuple[Output, Output]]:
    """Pairs of outputs that want one address: who comes first, and who comes after."""
    holders: dict[str, Output] = {}
    pairs = [(holders.setdefault(address_of(output.path), output), output) for output in outputs]
    return [(holder, output) for holder, output in pairs if holder is not output]
