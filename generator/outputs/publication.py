"""How the site is published, as far as whoever builds it knows; records say nothing of it."""

from dataclasses import dataclass

from generator.outputs.html import url_of
from generator.story.dossier import Input


@dataclass(frozen=True, slots=True)
class Publication:
    """The site's name and its address, both empty where they are not known, and what it comes with."""

    name: str = ""
    url: str = ""
    folders: bool = True
    """Whether a page's address is a folder's (`use_directory_urls`)."""
    search: bool = True
    """Whether it can be searched."""
    citations: bool = True
    """Whether each event's page says how it is cited, with files for programs."""

    @property
    def input(self) -> Input:
        """What outputs that name it are made from: there is no more to it than stands here."""
        return "published", f"{self.folders} {self.search} {self.citations} {self.url} {self.name}"

    def address(self, path: str) -> str:
        """The whole address of the page at a path, or nothing."""
        return f"{self.url.rstrip('/')}/{url_of(path, folders=self.folders)}" if self.url else ""


UNPUBLISHED = Publication()
